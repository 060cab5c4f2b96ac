"""Word files: the paragraphs of the body in their order, text boxes included; cells are no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.bylines import NAME_LINKS, named
from graphbuild.read.source import Source
from graphbuild.records import Document

__all__ = ["docx"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = (f"{_WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_CHARACTERS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_NO_TITLE = "Word Document"  # what python-docx says of a file without properties
_SENTENCE = re.compile(r"(?:\S+\s+){3}\S+[.!?][\"'”’)]*(?:\s|\Z)")
_LONGEST_NAME = 6  # words
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"


def docx(source: Source) -> Iterator[Document]:
    """Read a Word file; paragraphs are set apart by blank lines.

    A cell of a table is furniture unless it holds a sentence, for tables also lay out pages, or below the
    first row a name in full, by which the text may know whom it means. Tracked changes count as accepted.
    Headers, footers and notes are left out. The title is the paragraph styled as one, else that of the file's
    properties, else the first heading. The properties' dates are when the file was made, not when the text
    was published, and are not taken.

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
        If it is no Word file, or locked by a password.
    """
    import docx as word_files

    if source.stream.read(4) == _OLD_FORMAT:
        raise InputError("is locked by a password, or an old .doc: save it as .docx without one")
    source.stream.seek(0)
    try:
        word = word_files.Document(source.stream)
        named = word.core_properties.title.strip().replace(_NO_TITLE, "")
        paragraphs = [
            (_style(paragraph), "".join(_characters(paragraph)).strip(), _in_cell(paragraph))
            for paragraph in word.element.body.iter(f"{_WORD}p")
            if not any(above.tag in _GONE for above in paragraph.iterancestors())
        ]
    except Exception as error:  # python-docx lets zipfile's, lxml's and its own errors through
        raise InputError("is not a Word file, or a damaged one: open it in Word and save it again") from error
    blocks = [(style, block, cell) for style, block, cell in paragraphs if block]
    titles = [block for style, block, _ in blocks if style == "title"]
    headings = [block for style, block, _ in blocks if style == "heading1"]
    title = next(iter([*titles, *([named] if named else []), *headings]), "")
    text = "\n\n".join(block for _, block, _ in blocks)
    ends = list(accumulate(len(block) + 2 for _, block, _ in blocks))
    cells = tuple(
        (end - 2 - len(block), end - 2)
        for end, (_, block, cell) in zip(ends, blocks, strict=True)
        if cell and not _SENTENCE.search(block) and not (cell > 1 and _full_name(block))
    )
    yield Document("", text, " ".join(title.split()), path=source.path, furniture=cells)


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return str(style.get(f"{_WORD}val", "")).lower() if style is not None else ""


def _in_cell(paragraph: Any) -> int:
    """The row of the table that a paragraph stands in, from 1; 0 outside tables."""
    row = next(paragraph.iterancestors(f"{_WORD}tr"), None)
    return 0 if row is None else 1 + len(list(row.itersiblings(f"{_WORD}tr", preceding=True)))


def _full_name(cell: str) -> bool:
    return (
        1 < len(cell.split()) <= _LONGEST_NAME and cell.replace(" ", "").isalpha() and named(cell, NAME_LINKS)
    )


def _characters(paragraph: Any) -> Iterator[str]:
    """The characters of a paragraph, but not of the text boxes in it, whose paragraphs come on their own."""
    for node in paragraph.iter(f"{_WORD}t", *_CHARACTERS):
        above = list(takewhile(lambda upper: upper.tag != f"{_WORD}p", node.iterancestors()))
        own = above[-1].getparent() is paragraph
        if own and above[0].tag == f"{_WORD}r" and not any(upper.tag in _GONE for upper in above):
            yield _CHARACTERS.get(node.tag) or node.text or ""
