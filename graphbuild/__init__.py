"""News text in, a graph of who does what to whom out, with the sentence behind every edge."""
