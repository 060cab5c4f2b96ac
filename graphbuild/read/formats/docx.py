"""Word files: the paragraphs of the body in their order, text boxes included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.paragraphs import Paragraph, assembled
from graphbuild.read.source import Source
from graphbuild.read.unpacking import archive
from graphbuild.records import Document

__all__ = ["docx"]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE = (f"{_WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_CHARACTERS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_NO_TITLE = "Word Document"  # what python-docx says of a file without properties
_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"


def docx(source: Source) -> Iterator[Document]:
    """Read a Word file; paragraphs are set apart by blank lines.

    Headings and cells of tables are furniture (`graphbuild.read.paragraphs`). Tracked changes count as
    accepted. Headers, footers and notes are left out. The title is the paragraph styled as one, else that of
    the file's properties, else the first heading. The properties' dates are when the file was made, not when
    the text was published, and are not taken.

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
        archive(source.stream)
        word = word_files.Document(source.stream)
        named = word.core_properties.title.replace(_NO_TITLE, "")
        styles = {style.style_id: style.name for style in word.styles}
        rows = _rows(word.element.body)
        paragraphs = [
            Paragraph(
                "".join(_characters(paragraph)).strip(),
                _level(paragraph, styles),
                rows.get(next(paragraph.iterancestors(f"{_WORD}tr"), None), 0),
            )
            for paragraph in word.element.body.iter(f"{_WORD}p")
            if not any(above.tag in _GONE for above in paragraph.iterancestors())
        ]
    except InputError:
        raise
    except Exception as error:  # python-docx lets zipfile's, lxml's and its own errors through
        raise InputError("is not a Word file, or a damaged one: open it in Word and save it again") from error
    text, title, furniture = assembled(paragraphs, named)
    yield Document("", text, title, path=source.path, furniture=furniture)


def _level(paragraph: Any, styles: Mapping[str, str | None]) -> int | None:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    given = str(style.get(f"{_WORD}val", "")) if style is not None else ""
    name = styles.get(given) or given  # in a German file Heading 1 has the id berschrift1
    heading = _HEADING.fullmatch(name)
    return 0 if name.lower() == "title" else int(heading[1]) if heading else None


def _rows(body: Any) -> dict[Any, int]:
    """Every row of a table with its number in it, from 1."""
    return {
        row: number
        for table in body.iter(f"{_WORD}tbl")
        for number, row in enumerate(table.iter(f"{_WORD}tr"), 1)
    }


def _characters(paragraph: Any) -> Iterator[str]:
    """The characters of a paragraph, but not of the text boxes in it, whose paragraphs come on their own."""
    for node in paragraph.iter(f"{_WORD}t", *_CHARACTERS):
        above = list(takewhile(lambda upper: upper.tag != f"{_WORD}p", node.iterancestors()))
        own = above[-1].getparent() is paragraph
        if own and above[0].tag == f"{_WORD}r" and not any(upper.tag in _GONE for upper in above):
            yield _CHARACTERS.get(node.tag) or node.text or ""
