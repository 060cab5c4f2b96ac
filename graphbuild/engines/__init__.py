"""How many documents are extracted: one after the other, or by several processes."""
