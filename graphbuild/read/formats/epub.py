"""EPUB books, magazines and downloaded news: a chapter, one document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urldefrag
from zipfile import ZipFile

from graphbuild.errors import InputError
from graphbuild.read.dates import iso_date
from graphbuild.read.paragraphs import assembled
from graphbuild.read.source import LONGEST, TOO_LONG, Source
from graphbuild.read.unpacking import archive
from graphbuild.read.xml import blocks, page, parsed, text_of
from graphbuild.records import Document, Skip

__all__ = ["epub"]

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGE = "application/xhtml+xml"
_DAMAGED = "is no EPUB, or a damaged one: open it in Calibre and convert it to EPUB again"
_LEAST = 200  # characters: covers, half titles and dedications have fewer
_MOST_CHAPTERS = 10_000


def epub(source: Source) -> Iterator[Document | Skip]:
    """Read an EPUB file in the order of its pages; paragraphs are set apart by blank lines.

    The table of contents and pages of fewer than 200 characters (cover, title, dedication) are passed over,
    unless there is nothing else. The title is the first heading of the page; source and date are the title
    and the day of issue of the book.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        One for each page of text, without id, at ``path:number``.

    Raises
    ------
    InputError
        If it is no EPUB, or a locked one.
    """
    try:
        with archive(source.stream, _is_page) as packed:
            if "META-INF/rights.xml" in packed.namelist():
                raise InputError("is locked by its seller (DRM): only an unlocked copy can be read")
            book, pages = _pages(packed)
            chapters = [(n, *_chapter(packed, name)) for n, name in enumerate(pages, 1)]
    except InputError:
        raise
    except Exception as error:  # zipfile and zlib each have their own
        raise InputError(_DAMAGED) from error
    date = next((day for found in book.iter(f"{_DC}date") if (day := iso_date(text_of(found)))), "")
    issue = text_of(next(book.iter(f"{_DC}title"), None))
    long = [chapter for chapter in chapters if len(chapter[1]) >= _LEAST]
    for number, text, title, furniture in long or [chapter for chapter in chapters if chapter[1]]:
        path = f"{source.path}:{number}"
        if len(text) > LONGEST:
            yield Skip(path, TOO_LONG)
        else:
            yield Document("", text, title, date, issue, path=path, furniture=furniture)


def _is_page(name: str) -> bool:
    return name.lower().endswith((".xhtml", ".html", ".htm", ".xml", ".opf"))


def _pages(packed: ZipFile) -> tuple[Any, list[str]]:
    """The book's description, and the names of its pages in order."""
    container = parsed(packed.read(_CONTAINER))
    root = next(str(found.get("full-path")) for found in container.iter("{*}rootfile"))
    book = parsed(packed.read(root))
    items = {item.get("id"): item for item in book.iter("{*}item")}
    spine = [items[ref.get("idref")] for ref in book.iter("{*}itemref") if ref.get("idref") in items]
    names = [
        posixpath.normpath(
            posixpath.join(posixpath.dirname(root), unquote(urldefrag(item.get("href", ""))[0]))
        )
        for item in spine
        if item.get("media-type") == _PAGE and "nav" not in str(item.get("properties", "")).split()
    ]
    there = set(packed.namelist())
    return book, [name for name in dict.fromkeys(names) if name in there][:_MOST_CHAPTERS]


def _chapter(packed: ZipFile, name: str) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    root = page(packed.read(name))
    return assembled([] if root is None else blocks(root))
