"""Scores of relations: what the learned reader makes of each ordered pair of mentions."""
