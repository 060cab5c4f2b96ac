"""Training of the relation reader."""
