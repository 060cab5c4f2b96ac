"""Files to documents: text, Markdown, web pages, PDF, Word, CSV and JSON Lines.

>>> from graphbuild.read import read
>>> articles = read(["articles/", "export.csv", "-"], columns={"text": "body"})  # doctest: +SKIP

What is read
------------
- Files, folders (with all they hold, in order of names; hidden files are passed over) and
  ``-``, the standard input, as plain text.
- ``.txt .md .html .htm .pdf .docx``: one document a file. ``.csv .tsv .jsonl .ndjson``: one a row. All but
  PDF and Word also packed, as ``.txt.gz``.
- Columns ``id title text date source url``, of which only ``text`` must be there, in any order and case;
  other names are given by ``columns={"text": "body"}``. CSV may be delimited by comma, semicolon, tab or
  bar. JSON Lines are read line by line: memory holds one row.

What comes out
--------------
- ``text`` as it stands in the file, ``\\r\\n``, NUL and lone surrogates included (a byte order mark is no
  text); in a row, exactly the value, but for HTML in it (`graphbuild.read.markup`). Web pages, PDF and Word
  have no plain text of their own: theirs is paragraphs set apart by blank lines, and PDF keeps its lines.
- ``furniture``: what is not prose in it, by the rules in `graphbuild.read.furniture`, and the marks of
  Markdown and the page headers of PDF.
- ``title``, ``date``, ``source``, ``url`` from the row, the page's metadata or the front matter; title and
  date else from the head of the text (`graphbuild.read.head`). A date is ``YYYY-MM-DD`` or empty, and
  never guessed: ``03/04/2019`` gives none, unless other dates of its column tell the order, nor does the
  day on which a PDF was printed.
- ``path`` of the file, with ``:row`` for a row: the line of a JSON Lines file, the row of a spreadsheet
  (the header is row 1).
- ``doc_id``: the given one, else ``content_id(text, title, date, source, url)``, so that moving or renaming a
  file keeps it. A given id that comes again with other content becomes ``id~content_id``.

What is left out
----------------
Each file or row that cannot be used is a `Skip` with its path and a reason, and the rest goes on: missing
and unreadable files, unknown kinds, binary data, empty texts, texts of more than 10,000,000 characters,
locked PDFs and those without a text layer, bad rows, and a document whose id and content were there before.
A file of another kind in a folder is a `Skip` with ``passed``, which no one is warned of.

Encodings: a byte order mark, UTF-8, what a web page declares, and only then a guess, which is logged as a
warning; ``encoding=`` overrules all of it.
"""

from __future__ import annotations

import gzip
import logging
import os
import sys
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from graphbuild.errors import InputError, NothingToRead
from graphbuild.read.files import files, given, suffix
from graphbuild.read.formats import FORMATS, PACKED
from graphbuild.read.formats.rows import COLUMNS
from graphbuild.read.formats.text import text
from graphbuild.read.furniture import furniture
from graphbuild.read.head import head
from graphbuild.read.lines import blanked, merged
from graphbuild.read.source import LONGEST, TOO_LONG, Source
from graphbuild.records import Document, Skip, content_id

__all__ = ["read"]

_LOG = logging.getLogger(__name__)
_NAMED_SKIPS = 10

_KNOWN = {**FORMATS, **PACKED}


def read(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    on_skip: Callable[[Skip], None] | None = None,
    made: Callable[[Path], Collection[str]] = lambda folder: (),
    before: Iterable[Document] = (),
) -> Iterator[Document]:
    """Read documents from files, folders and the standard input, one at a time.

    Parameters
    ----------
    paths : path or iterable of paths
        Files, folders, or ``-`` for the standard input.
    columns : mapping of str to str, optional
        Where the columns of tables have other names: ``{"text": "body", "date": "published"}``.
    encoding : str, optional
        The encoding of all text files, web pages and tables, if it is not UTF-8: ``cp1252``.
    on_skip : callable, optional
        Called with each `Skip` as it happens. By default they are logged as warnings.
    made : callable, optional
        Tells of a folder which names in it are the output of a build; they are passed over.
    before : iterable of Document
        Of an earlier reading: they come first, and what they hold is not read again.

    Yields
    ------
    Document
        In the order of ``paths``, of names within folders, of rows within tables.

    Raises
    ------
    InputError
        At once, if ``columns`` or ``encoding`` cannot be used.
    NothingToRead
        At the end, if there was no document at all; it names what was left out.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("Minister quits\\n\\nPublished: 6 August 2019\\n\\nHe left.")
    ...     for document in read(folder):
    ...         print(document.title, document.date, document.furniture)
    Minister quits 2019-08-06 ((16, 40),)
    """
    columns = dict(columns or {})
    for name in columns:
        if name not in COLUMNS:
            raise InputError(f"{name!r} is none of the columns {', '.join(COLUMNS)}: write text=body")
    if encoding is not None:
        try:
            b"?".decode(encoding, "ignore")
        except (LookupError, ValueError) as error:
            raise InputError(f"{encoding!r} is no encoding: try utf-8, cp1252 or utf-16") from error
    found = chain(before, _documents(given(paths), columns, encoding, made))
    return _reported(_distinct(found), on_skip or _log)


def _documents(
    paths: Iterable[str | os.PathLike[str]],
    columns: Mapping[str, str],
    encoding: str | None,
    made: Callable[[Path], Collection[str]],
) -> Iterator[Document | Skip]:
    """What the files hold, finished but for the id."""
    for path in files(paths, _KNOWN, made):
        if isinstance(path, Skip):
            yield path
            continue
        try:
            with _opened(path) as stream:
                form = text if path == "-" else _KNOWN[suffix(path)]
                empty = True
                for item in form(Source(stream, path, encoding, columns)):
                    empty = False
                    yield _finished(item) if isinstance(item, Document) else item
                if empty:
                    yield Skip(path, "has no rows")
        except InputError as error:
            yield Skip(path, str(error))
        except (OSError, EOFError, zlib.error) as error:
            yield Skip(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return BytesIO(sys.stdin.buffer.read())
    return cast(BinaryIO, gzip.open(path)) if suffix(path).endswith(".gz") else Path(path).open("rb")


def _finished(document: Document) -> Document | Skip:
    """The document with title, date and furniture from the text itself, where the format had none."""
    if not document.text.strip():
        return Skip(document.path, "is empty" if not document.text else "holds nothing but white space")
    if len(document.text) > LONGEST:
        return Skip(document.path, TOO_LONG)
    bare = blanked(document.text, document.furniture)
    spans = merged([*document.furniture, *furniture(bare, titled=bool(document.title))])
    title, date = head(bare, spans)
    return replace(document, title=document.title or title, date=document.date or date, furniture=spans)


def _distinct(items: Iterable[Document | Skip]) -> Iterator[Document | Skip]:
    """The documents with their ids, each content under an id only once."""
    seen: dict[str, tuple[str, str]] = {}
    for item in items:
        if isinstance(item, Skip):
            yield item
            continue
        content = content_id(item.text, item.title, item.date, item.source, item.url)
        doc_id = item.doc_id or content
        if doc_id in seen and seen[doc_id][0] != content:
            doc_id = f"{doc_id}~{content}"
        if doc_id in seen:
            yield Skip(item.path, f"same text as {seen[doc_id][1]}")
        else:
            seen[doc_id] = content, item.path
            yield replace(item, doc_id=doc_id)


def _reported(items: Iterable[Document | Skip], on_skip: Callable[[Skip], None]) -> Iterator[Document]:
    skipped = 0
    reasons: list[str] = []
    found = False
    for item in items:
        if isinstance(item, Document):
            found = True
            yield item
        elif item.passed:
            on_skip(item)
        else:
            skipped += 1
            if len(reasons) < _NAMED_SKIPS:
                reasons.append(f"{item.path}: {item.reason}")
            on_skip(item)
    if not found:
        more = [f"and {skipped - _NAMED_SKIPS:,} more"] if skipped > _NAMED_SKIPS else []
        raise NothingToRead("\n  ".join(["nothing to read", *(reasons or ["no path was given"]), *more]))


def _log(skip: Skip) -> None:
    if not skip.passed:
        _LOG.warning("%s: %s", skip.path, skip.reason)
