"""Marks of posts on networks that are no words of their sentences: who is passed on, tags, counts."""

from __future__ import annotations

import re

__all__ = ["post_marks"]

_TAG = r"#[^\W\d]\w*"
_MARKS = (
    re.compile(r"(?<!\S)(?:RT|MT|via)\s+@\w+(?::|(?=\s*\Z))"),  # "RT @adaholm:"
    re.compile(r"(?<!\S)(?:RT|[Rr]etweet|[Ss]hare)\s+if\s+you\s+\w+(?=[^\w]|\Z)"),
    re.compile(
        r"^[ \t]*(?:\d{1,2}/(?:\d{1,2})?\s+)?(?:THREAD|Thread|BREAKING(?:\s+NEWS)?|JUST\s+IN)\s*[:|]", re.M
    ),
    re.compile(r"^[ \t]*\d{1,2}/\d{0,2}(?=\s)", re.M),
    re.compile(rf"(?<!\S){_TAG}(?:\s+{_TAG})+(?!\S)"),  # several in a row stand in no sentence
    re.compile(
        rf"(?<=[.!?…:\U0001f300-\U0001faff])[ \t]+{_TAG}(?=\s*$|\s+https?:)", re.M
    ),  # nor does one after it
    re.compile(r"(?<!\S)#(?=[^\W\d_])"),  # "#Norland won": the word is the sentence's, the sign is not
)


def post_marks(text: str) -> list[tuple[int, int]]:
    """Spans of the marks that a post on a network has beside its sentences.

    These are "RT @name:", the number and label of a thread, appeals to pass it on, tags after a sentence or
    in a row, and the sign of a tag that is a word of its sentence.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (int, int)
        Unsorted; they may overlap.

    Examples
    --------
    >>> text = "RT @adaholm: #Norland won. #Sport"
    >>> [text[start:end] for start, end in sorted(post_marks(text))]
    ['RT @adaholm:', '#', ' #Sport', '#']
    """
    if "#" not in text and "@" not in text and "/" not in text and ":" not in text:
        return []
    return [match.span() for pattern in _MARKS for match in pattern.finditer(text)]
