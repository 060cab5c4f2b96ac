"""Markdown: the text as it stands, its markup as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.read.dates import iso_date
from graphbuild.read.formats.text import text
from graphbuild.read.prose.lines import blanked, merged
from graphbuild.read.source import Source
from graphbuild.records import Document

__all__ = ["markdown"]

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(.*?\r?\n)\1[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+)[ \t]*[:=][ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_TITLE = re.compile(r"^ {0,3}#[ \t]+(.*)$|^(\S.*)\n=+[ \t]*\r?$", re.MULTILINE)

# Every pattern is bounded or stops at the end of its line, so that no text takes long.
_BLOCKS = tuple(
    (re.compile(opening, re.MULTILINE | re.IGNORECASE), re.compile(closing, re.MULTILINE | re.IGNORECASE))
    for opening, closing in (
        (r"^[ \t]*```[^`\n]*$", r"^[ \t]*```+[ \t]*\r?$"),
        (r"^[ \t]*~~~[^~\n]*$", r"^[ \t]*~~~+[ \t]*\r?$"),
        (r"<!--", r"-->"),
        (r"<script\b", r"</script\s*>"),
        (r"<style\b", r"</style\s*>"),
    )
)
_MARKS = (
    re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE),  # quotes
    re.compile(r"^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+", re.MULTILINE),  # bullets
    re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])"),  # pictures
    re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S+[^\n]*", re.MULTILINE),  # targets of links
    re.compile(r"\[\^[^\]\s]{1,50}\]"),  # footnote marks
    re.compile(r"</?[a-zA-Z][^<>\n]*>"),  # HTML tags, <https://...>
    re.compile(r"\\(?=[\\`*_{}\[\]()#+.!~|-])"),  # escapes
    re.compile(r"`+"),
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(?=\S)([^\n]*)$", re.MULTILINE)
_LINK = re.compile(r"(\[)[^\[\]\n]{1,500}(\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)|\]\[[^\]\n]{0,100}\])")
_STRESS = re.compile(
    r"(?<![\w\\*_])([*_]{1,3})(?=[^\s*_])(?:[^\n]|\n(?![ \t\r]*\n)){1,300}?(?<=[^\s\\])(\1)(?!\w)"
)
_FILLER = "\0"


def markdown(source: Source) -> Iterator[Document]:
    """Read a Markdown file; offsets are those in the file.

    Front matter, code blocks, comments, the marks of headings, lists, quotes and stress, pictures, and the
    targets of links are furniture, and some lie inside a sentence: in ``[Norland](https://n.example)`` all
    but "Norland". Title, date, source and url are taken from the front matter, the title else from the
    first heading.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document
        One, without id.

    Raises
    ------
    InputError
        If it is too long or no text.

    Examples
    --------
    >>> from io import BytesIO
    >>> document = next(markdown(Source(BytesIO(b"# A *new* minister"), "a.md", None, {})))
    >>> document.title, [document.text[start:end] for start, end in document.furniture]
    ('A new minister', ['# ', '*', '*'])
    """
    for document in text(source):
        front = _FRONT.match(document.text)
        fields = {k.lower(): _unquoted(v) for k, v in _FIELD.findall(front[2])} if front else {}
        spans = _spans(document.text, front.end() if front else 0)
        yield replace(
            document,
            title=fields.get("title") or _heading(document.text, spans),
            date=next(
                (
                    date
                    for key in ("date", "published")
                    if (date := iso_date(fields.get(key, ""), source.first))
                ),
                "",
            ),
            source=fields.get("source", ""),
            url=fields.get("url", ""),
            furniture=spans,
        )


def _spans(content: str, body: int) -> tuple[tuple[int, int], ...]:
    found = [(0, body)]
    rest = blanked(content, found)
    for opening, closing in _BLOCKS:
        enclosed = list(_enclosed(rest, opening, closing))
        found += enclosed
        rest = blanked(rest, enclosed)
    for pattern in _MARKS:
        found += [match.span() for match in pattern.finditer(rest)]
    for match in _HEADING.finditer(rest):
        words = match[1].rstrip()
        closed = words.rstrip("#")
        found.append((match.start(), match.start(1)))
        if closed.endswith((" ", "\t")):
            found.append((match.start(1) + len(closed), match.start(1) + len(words)))
    for match in _LINK.finditer(rest):
        found += [match.span(1), match.span(2)]
    # what is stressed may be a link, whose marks are no white space
    for match in _STRESS.finditer(blanked(rest, merged(found), by=_FILLER)):
        found += [match.span(1), match.span(2)]
    return merged(_tight(content, span) for span in found)


def _enclosed(content: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Stretches from an opening to its closing; what is never closed is none."""
    position = 0
    while (start := opening.search(content, position)) and (end := closing.search(content, start.end())):
        yield start.start(), end.end()
        position = end.end()


def _tight(content: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without the line ends after it."""
    start, end = span
    return start, start + len(content[start:end].rstrip("\r\n"))


def _heading(content: str, spans: tuple[tuple[int, int], ...]) -> str:
    bare = blanked(content, spans)
    match = next((m for m in _TITLE.finditer(content) if bare[m.start() : m.end()].strip()), None)
    if match is None:
        return ""
    start, end = match.span(1) if match[1] is not None else match.span(2)
    return " ".join(bare[start:end].split())


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
