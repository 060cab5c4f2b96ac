"""From mentions and relations to edges: pairs that stand together, and sums. SQL over tables."""
