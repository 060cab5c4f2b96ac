"""Cut a document into blocks of prose that no sentence and no name crosses.

A block is a paragraph, a headline or a list item. Lines that were only wrapped are joined again, character
for character (a newline becomes a space), so offsets into a block are offsets into the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from graphbuild.lexicons.en.function_words import NEVER_LAST
from graphbuild.records import Document

__all__ = ["blocks"]

_LONGEST = 20_000
_LINE = re.compile(r"\r\n?|\n")
_PARAGRAPH = re.compile(r"(?>\r\n?|\n)(?:[ \t\u200b]*(?>\r\n?|\n))+|[\f\v\u2028\u2029]+")
_SPACE = re.compile(r"\s")
_UNREADABLE = re.compile("[\ud800-\udfff]")
_RULER = re.compile(r"(?:[^\w\s]|_){256,}")  # which takes a tokenizer very long
_BULLET = re.compile(r"\s*(?:[-*•·‣◦–—]|\d{1,2}[.)])\s+")
_STOPPED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_LONGEST_LINE = 2_000
_FEWEST_HEADLINES = 3
_LONGEST_HEADLINE = 120
_GOES_ON = (",", "-", "–", "—")
_WRAPPED_FROM = 45
_STOP_INSIDE = re.compile(r"(?:[^\W\d_]{5}|\b[a-z]{4})[.!?][\"'”’)]*\s+[\"'“‘(]?[^\W\d_a-z]")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s*\Z")
_DIVIDED = re.compile(r"\w[-‐‑\u00ad]\s*\Z")
_NARROW = 0.9  # of the width: letters differ in theirs
_CUT = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\s+")


def blocks(document: Document) -> Iterator[tuple[int, str]]:
    """The blocks of a document, in order.

    Parameters
    ----------
    document : Document

    Yields
    ------
    (int, str)
        Character at which the block starts, and its text. The text has as many characters as the stretch it
        stands for; line breaks and very long rulers are spaces, halves of surrogate pairs, which no parser
        takes, replacement characters.

    Examples
    --------
    >>> list(blocks(Document("d", "Rebels advance\\n\\nThey took\\nthe town.")))
    [(0, 'Rebels advance'), (16, 'They took the town.')]
    """
    text, apart, kept, done = document.text, [], [], 0
    for start, end in document.furniture:
        stop = _interrupts(text, start, end)
        if stop > done:
            kept += [text[done:start], " " * (stop - max(start, done))]
            done = stop
        else:
            apart.append((start, end))
    text = "".join((*kept, text[done:]))
    position = 0
    for start, end in (*apart, (len(text), len(text))):
        yield from _prose(text, position, start)
        position = max(position, end)


def _interrupts(text: str, start: int, end: int) -> int:
    """End of furniture that interrupts a sentence, 0 for any other.

    Markup on a line of prose does, and so does a running head between two pages, with its line end.
    """
    above = text[max(0, start - _LONGEST_LINE) : start]
    after = _LINE.split(text[end : end + _LONGEST_LINE], maxsplit=1)
    if _LINE.split(above)[-1].strip() or after[0].strip():
        return end
    above = above.rstrip(" \t")
    if len(after) == 1 or not above.endswith("\n") or above.endswith("\n\n"):
        return 0
    goes_on = after[1][:1].islower() and not _STOPPED.search(above)
    return text.index("\n", end) + 1 if goes_on and "\n" in text[end : end + _LONGEST_LINE] else 0


def _prose(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for begin, stop in _pieces(_PARAGRAPH, text, start, end):
        for first, last in _lines(text, begin, stop):
            while first < last and text[first].isspace():
                first += 1
            while last > first and text[last - 1].isspace():
                last -= 1
            for a, b in _bounded(text, first, last):
                yield a, _readable(text[a:b])


def _readable(text: str) -> str:
    """The text for a parser, character for character."""
    text = _UNREADABLE.sub("\ufffd", _SPACE.sub(" ", text))
    return _RULER.sub(lambda match: " " * len(match[0]), text)


def _pieces(cut: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in cut.finditer(text, start, end):
        if match.start() > position:
            yield position, match.start()
        position = match.end()
    if position < end:
        yield position, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of a paragraph, those joined that only a line width broke."""
    lines = list(_pieces(_LINE, text, start, end))
    if not lines:
        return
    first, last = lines[0]
    if _headlines([text[begin:stop].strip() for begin, stop in lines]):
        yield from lines
        return
    width = _width([text[begin:stop] for begin, stop in lines])
    for (above, before), (begin, stop) in pairwise(lines):
        if _continues(text[above:before], text[begin:stop], width):
            last = stop
        else:
            yield first, last
            first, last = begin, stop
    yield first, last


def _headlines(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are headlines, one a line: none ends a sentence, each begins one."""
    return len(lines) >= _FEWEST_HEADLINES and all(map(_headline, lines))


def _headline(line: str) -> bool:
    last = _LAST_WORD.search(line)
    whole = bool(line) and not line[0].islower() and not line.endswith(_GOES_ON)
    stopped = _STOPPED.search(line) or _STOP_INSIDE.search(line)
    return whole and not stopped and len(line) <= _LONGEST_HEADLINE and not (last and last[1] in NEVER_LAST)


def _width(lines: list[str]) -> float:
    """How many characters of a paragraph in a narrow column fill a line; beyond all where it is none.

    It is one where a sentence runs over a line's end into lower case, and the last line ends one.
    """
    runs_on = any(line.lstrip()[:1].islower() for line in lines[1:])
    prose = len(lines) > 2 and runs_on and _STOPPED.search(lines[-1])
    return _NARROW * max(len(line.strip()) for line in lines) if prose else inf


def _continues(line: str, following: str, width: float) -> bool:
    """Whether ``following`` goes on in the sentence or paragraph that ``line`` began."""
    bullet = _BULLET.match(following)
    line, following = line.strip(), following.strip()
    if not line or not following or bullet:
        return False
    if following[0].islower() or line.endswith(",") or _DIVIDED.search(line):
        return True
    if _STOPPED.search(line):
        return False
    last = _LAST_WORD.search(line)
    full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
    hanging = last is not None and last[1] in NEVER_LAST
    return len(line) >= _WRAPPED_FROM or full or hanging or bool(_STOP_INSIDE.search(line))


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces no longer than a parser likes, cut after a sentence or at least between words."""
    while end - start > _LONGEST:
        window = list(_CUT.finditer(text, start + _LONGEST // 2, start + _LONGEST))
        stops = [m for m in window if text[m.start() - 1] in '.!?"”’)'] or window
        cut = stops[-1].end() if stops else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
