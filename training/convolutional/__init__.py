"""The small pipeline: spaCy's convolutional components."""
