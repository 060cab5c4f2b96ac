"""Title and date from the head of a text that comes without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphbuild.read.dates import iso_date
from graphbuild.read.prose.bylines import byline
from graphbuild.read.prose.lines import Line, lines

__all__ = ["head"]

_LINES = 12
_REACH = 8_000
_LONGEST_TITLE = 160
_CLOSERS = "\"'”’»)]"
_NOT_LAST = (".", ",", ";", ":", "…", "-", "–", "—")
_DATELINE = re.compile(r"[^\W\d_a-z]{3}[^\n–—]{0,80}?\s?(?:[-–—]|--)\s")
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|created)\b", re.IGNORECASE)


def head(text: str, furniture: Sequence[tuple[int, int]], order: str = "") -> tuple[str, str]:
    """Title and date of an article, as its first twelve lines have them.

    The title is the first line of prose, if it is short, has no final stop and stands apart from more
    text below it (by a blank line, or by furniture such as a byline). The date is the first full one in
    the lines of dates and bylines, where "Published" goes before "Updated", or in a dateline
    ("LONDON, August 6, 2019 (Reuters) - ..."); dates within prose are not taken.

    Parameters
    ----------
    text : str
    furniture : sequence of (int, int)
        As from `graphbuild.read.prose.furniture`.

    Returns
    -------
    tuple of (str, str)
        Title and ISO date, each empty where there is none.

    Examples
    --------
    >>> head("Minister quits\\n\\n6 August 2019\\n\\nHe left.", [(16, 29)])
    ('Minister quits', '2019-08-06')
    """
    first = lines(text[:_REACH])[:_LINES]
    aside = [line for line in first if any(s <= line.start and line.end <= e for s, e in furniture)]
    prose = [line for line in first if line not in aside]
    return _title(text, first, prose), _date(aside, prose, order)


def _title(text: str, first: list[Line], prose: list[Line]) -> str:
    if len(prose) < 2:
        return ""
    line = prose[0]
    below = first[first.index(line) + 1]
    apart = below is not prose[1] or len(text[line.end : below.start].splitlines()) > 1
    plain = " ".join(line.text.split())
    stopped = plain.rstrip(_CLOSERS).endswith(_NOT_LAST)
    if not apart or stopped or len(plain) > _LONGEST_TITLE or byline(plain):
        return ""
    return plain if any(character.isalpha() for character in plain) else ""


def _date(aside: list[Line], prose: list[Line], order: str) -> str:
    published = [line.text for line in aside if _PUBLISHED.search(line.text)]
    datelines = [match[0] for line in prose if (match := _DATELINE.match(line.text))]
    texts = [*published, *(line.text for line in aside), *datelines]
    return next((date for text in texts if (date := iso_date(text, order))), "")
