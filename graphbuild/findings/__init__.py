"""What a network tells: its analyses, questions about it, the report on it."""
