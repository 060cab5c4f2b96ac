"""How actors are tied to each other: ties, and measures of the graph that they make."""
