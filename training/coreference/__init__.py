"""Training of what says whom pronouns and descriptions stand for."""
