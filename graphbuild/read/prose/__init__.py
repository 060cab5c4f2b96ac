"""What of a text is prose: lines, furniture, bylines, heads, marks of posts, the language."""
