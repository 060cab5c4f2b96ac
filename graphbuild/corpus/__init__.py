"""From what was found in each document to the tables of a corpus that need not fit into memory."""
