"""What the contextual encoder is told beside lower-cased pieces: case, and what precedes."""

from __future__ import annotations

__all__ = ["GAPS", "SHAPES", "gap", "plain", "shape"]

SHAPES = 10
GAPS = 4
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})


def shape(word: str) -> int:
    """Case class of a word, 0 to 9.

    Examples
    --------
    >>> [shape(w) for w in ("said", "US", "A", "Iraq", "McCain", "2019", "F-16", ",", "iPhone")]
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    if word.isdigit():
        return 6
    if any(c.isdigit() for c in word):
        return 7
    if not any(c.isalnum() for c in word):
        return 8
    if word.islower():
        return 1
    if word.isupper():
        return 2 if len(word) > 1 else 3
    if word[:1].isupper():
        return 4 if word[1:].islower() else 5
    return 9


def gap(space_before: str) -> int:
    """Class of the white space before a word: 0 none, 1 blanks, 2 a line end, 3 an empty line."""
    lines = space_before.count("\n")
    return min(1 + lines, 3) if space_before else 0


def plain(word: str) -> str:
    """The word with straight quotes and dashes, as it is given to the word-piece tokenizer."""
    return word.translate(_PLAIN)
