"""The contextual pipeline: MiniLM with heads for names, tags, sentence starts and trees."""
