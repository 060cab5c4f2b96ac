"""Paragraphs of an office file, put together to a text: headings and cells of tables are no prose in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from graphbuild.read.prose.bylines import NAME_LINKS, named

__all__ = ["Paragraph", "assembled"]

_SENTENCE = re.compile(r"(?:\S+\s+){3}\S+[.!?][\"'”’)]*(?:\s|\Z)")
_LONGEST_NAME = 6  # words
_LONGEST_CELL = 2_000  # characters, past which it lays out a page


class Paragraph(NamedTuple):
    """A paragraph of an office file.

    ``level`` is that of a heading from 1, 0 for the title of the document, None for other text; ``row`` is
    the table's row it stands in, from 1, and 0 outside tables.
    """

    text: str
    level: int | None = None
    row: int = 0


def assembled(
    paragraphs: Iterable[Paragraph], title: str = ""
) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """Put paragraphs together, set apart by blank lines.

    A cell of a table is furniture unless it holds a sentence, for tables also lay out pages, or below the
    first row a name in full, by which the text may know whom it means. So is a heading, unless it is the
    title or ends like a sentence.

    Parameters
    ----------
    paragraphs : iterable of Paragraph
    title : str
        That of the file's properties.

    Returns
    -------
    tuple of (str, str, tuple of (int, int))
        The text, its title (the paragraph marked as one, else the properties', else the first heading),
        and the spans of its furniture.

    Examples
    --------
    >>> found = [Paragraph("Minister quits", 1), Paragraph("He left."), Paragraph("What next", 2)]
    >>> assembled(found)
    ('Minister quits\\n\\nHe left.\\n\\nWhat next', 'Minister quits', ((26, 35),))
    """
    blocks = [block for block in paragraphs if block.text.strip()]
    marked = [block.text for block in blocks if block.level == 0]
    headings = [block.text for block in blocks if block.level == 1]
    known = title.strip()
    first = next(iter([*marked, *([known] if known else []), *headings]), "")
    ends = list(accumulate(len(block.text) + 2 for block in blocks))
    spans = tuple(
        (end - 2 - len(block.text), end - 2)
        for end, block in zip(ends, blocks, strict=True)
        if (block.row and _mere_cell(block)) or (block.level and _mere_heading(block.text, first))
    )
    return "\n\n".join(block.text for block in blocks), " ".join(first.split()), spans


def _mere_cell(block: Paragraph) -> bool:
    if len(block.text) > _LONGEST_CELL or _SENTENCE.search(block.text):
        return False
    return block.row == 1 or not _full_name(block.text)


def _full_name(cell: str) -> bool:
    words = cell.split()
    return 1 < len(words) <= _LONGEST_NAME and "".join(words).isalpha() and named(cell, NAME_LINKS)


def _mere_heading(heading: str, title: str) -> bool:
    return heading.split() != title.split() and not heading.rstrip("\"'”’)").endswith((".", "!", "?"))
