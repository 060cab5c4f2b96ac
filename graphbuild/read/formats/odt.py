"""OpenDocument text, as LibreOffice writes it: the paragraphs of the body in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.paragraphs import Paragraph, assembled
from graphbuild.read.source import Source
from graphbuild.read.unpacking import archive
from graphbuild.read.xml import parsed, text_of
from graphbuild.records import Document

__all__ = ["odt"]

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_GONE = {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"}
_BLOCKS = {f"{_TEXT}p", f"{_TEXT}h"}
_CHARACTERS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_PARTS = {"content.xml", "meta.xml", "META-INF/manifest.xml"}
_DAMAGED = "is no OpenDocument text, or a damaged one: open it in LibreOffice and save it again"


def odt(source: Source) -> Iterator[Document]:
    """Read an OpenDocument text; paragraphs are set apart by blank lines.

    Headings and cells of tables are furniture (`graphbuild.read.paragraphs`). Tracked changes count as
    accepted. Notes and comments are left out. The title is the paragraph styled as one, else that of the
    file's properties, else the first heading.

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
        If it is no OpenDocument text, or locked by a password.
    """
    try:
        with archive(source.stream, _PARTS.__contains__) as packed:
            names = set(packed.namelist())
            if "META-INF/manifest.xml" in names and b"encryption-data" in packed.read(
                "META-INF/manifest.xml"
            ):
                raise InputError("is locked by a password: save a copy without one")
            content = parsed(packed.read("content.xml"))
            meta = parsed(packed.read("meta.xml")) if "meta.xml" in names else None
    except InputError:
        raise
    except Exception as error:  # zipfile lets zlib's errors through
        raise InputError(_DAMAGED) from error
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise InputError("is an OpenDocument file without text")
    titled = _titles(content)
    named = text_of(next(meta.iter(_TITLE), None)) if meta is not None else ""
    text, title, furniture = assembled(_paragraphs(body, titled), named)
    yield Document("", text, title, path=source.path, furniture=furniture)


def _titles(content: Any) -> set[str]:
    """Names of the styles that titles have: Title, and what a user derived from it."""
    return {"Title"} | {
        str(style.get(f"{_STYLE}name"))
        for style in content.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}parent-style-name") == "Title"
    }


def _paragraphs(body: Any, titled: set[str]) -> Iterator[Paragraph]:
    rows: dict[Any, int] = {}
    for table in body.iter(f"{_TABLE}table"):
        rows.update({row: number for number, row in enumerate(table.iter(f"{_TABLE}table-row"), 1)})
    for block in body.iter(*_BLOCKS):
        if any(above.tag in _GONE for above in block.iterancestors()):
            continue
        row = rows.get(next(block.iterancestors(f"{_TABLE}table-row"), None), 0)
        yield Paragraph("".join(_characters(block)).strip(), _level(block, titled), row)


def _level(block: Any, titled: set[str]) -> int | None:
    if block.get(f"{_TEXT}style-name") in titled:
        return 0
    given = block.get(f"{_TEXT}outline-level", "1")
    return (int(given) if given.isdecimal() and len(given) < 3 else 1) if block.tag == f"{_TEXT}h" else None


def _characters(block: Any) -> Iterator[str]:
    """The characters of a paragraph, but not of the text boxes and notes in it."""
    yield block.text or ""
    for child in block:
        if child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _GONE and child.tag not in _BLOCKS:
            yield from _characters(child) if isinstance(child.tag, str) else ""
        yield child.tail or ""
