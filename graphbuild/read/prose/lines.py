"""Lines with their places in the text, whatever ends them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Line", "blanked", "lines", "merged"]

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")


class Line(NamedTuple):
    """A line without the white space around it: ``text[start:end] == line.text``."""

    start: int
    end: int
    text: str


def lines(text: str) -> list[Line]:
    """The lines of a text that hold more than white space.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Line
        In order.

    Examples
    --------
    >>> lines("One \\r\\n\\r\\n  two")
    [Line(start=0, end=3, text='One'), Line(start=10, end=13, text='two')]
    """
    found = []
    for match in _LINE.finditer(text):
        raw = match[0]
        stripped = raw.strip()
        if stripped:
            start = match.start() + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(stripped), stripped))
    return found


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans sorted and apart: those that overlap or touch become one, empty ones go.

    Parameters
    ----------
    spans : iterable of (int, int)

    Returns
    -------
    tuple of (int, int)

    Examples
    --------
    >>> merged([(8, 9), (0, 3), (2, 5), (5, 6), (7, 7)])
    ((0, 6), (8, 9))
    """
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        elif start < end:
            apart.append((start, end))
    return tuple(apart)


def blanked(text: str, spans: Iterable[tuple[int, int]], *, by: str = " ") -> str:
    """The text with each span replaced by as many spaces; line ends stay, and so do all offsets.

    Parameters
    ----------
    text : str
    spans : iterable of (int, int)
        Sorted and apart.
    by : str
        The one character that stands in for others.

    Returns
    -------
    str

    Examples
    --------
    >>> blanked("[Norland](x.org) won", [(0, 1), (8, 16)])
    ' Norland         won'
    """
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], _LINE.sub(lambda m: by * len(m[0]), text[start:end])]
        at = end
    return "".join([*parts, text[at:]])
