"""Rich Text Format, as Word, WordPad and press archives write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphbuild.errors import InputError
from graphbuild.read.paragraphs import Paragraph, assembled
from graphbuild.read.source import Source, bounded
from graphbuild.records import Document

__all__ = ["rtf"]

_TITLE = re.compile(r"\{\\title\s?([^{}]{0,1000})\}")
_FONTS = "\\fonttbl"
_MOST_FONTS = 65_536  # characters
_LONGEST_FONT = 4_000
_CELL = re.compile(r"\\(?:cell|row)\b")
_LINES = re.compile(r"[\n\r\u2028\u2029]+")


def rtf(source: Source) -> Iterator[Document]:
    """Read an RTF file; paragraphs are set apart by blank lines, pictures and notes on styles go.

    Cells of tables are furniture (`graphbuild.read.paragraphs`). The title is that of the file's properties.

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
        If it is no RTF.

    Examples
    --------
    >>> from io import BytesIO
    >>> rich = rb"{\\rtf1\\ansi Norland {\\b sued} Sudland.\\par It won in M\\'fcnster.}"
    >>> next(rtf(Source(BytesIO(rich), "a.rtf", None, {}))).text
    'Norland sued Sudland.\\n\\nIt won in Münster.'
    """
    from striprtf.striprtf import rtf_to_text

    data = bounded(source.stream)
    if not data.lstrip().lower().startswith(b"{\\rtf"):
        raise InputError("is no RTF file; if it is plain text, name it .txt")
    rich = _tame(data.decode("latin-1"))
    found = _TITLE.search(rich)
    try:
        plain, title = (
            str(rtf_to_text(part, errors="replace"))  # type: ignore[no-untyped-call]
            .encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
            for part in (rich, f"{{\\rtf1\\ansi {found[1]}}}" if found else "")
        )
    except Exception as error:  # striprtf lets those of int, chr and codecs through
        raise InputError(f"is a damaged RTF file: {str(error)[:100]}") from error
    tables = bool(_CELL.search(rich))
    text, title, furniture = assembled(_paragraphs(plain, tables), title)
    yield Document("", text, title, path=source.path, furniture=furniture)


def _tame(rich: str) -> str:
    """The file without what takes striprtf very long: targets of links, odd tables of fonts."""
    rich = rich.replace("\\fldinst", "\\*\\fldless")
    start = rich.find(_FONTS)
    table = rich[start : start + _MOST_FONTS + 1].partition("}}")[0]
    if len(table) > _MOST_FONTS or any(len(font) > _LONGEST_FONT for font in table.split(";")):
        return rich.replace(_FONTS, "\\*\\fontless")
    return rich


def _paragraphs(plain: str, tables: bool) -> Iterator[Paragraph]:
    """Lines as paragraphs; striprtf ends each cell of a table with a bar, and its row with a line."""
    row = 0
    for line in _LINES.split(plain):
        if tables and line.rstrip().endswith("|"):
            row += 1
            yield from (Paragraph(cell.strip(), row=row) for cell in line.split("|"))
        else:
            row = 0
            yield Paragraph(line.strip())
