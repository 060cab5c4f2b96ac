"""Articles added to an output and taken out of it, and the store behind it."""

from graphbuild.update.update import add, check, clean, remove

__all__ = ["add", "check", "clean", "remove"]
