"""Measures of the graph: tables or a graph in, a table out."""
