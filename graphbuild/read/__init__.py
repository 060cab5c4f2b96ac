"""Files to documents: text, web pages, PDF, Word and other office files, mail, feeds, books, tables.

>>> from graphbuild.read import read
>>> articles = read(["articles/", "export.csv", "-"], columns={"text": "body"})  # doctest: +SKIP

What is read
------------
- Files, folders (with all they hold, in order of names; hidden files are passed over) and
  ``-``, the standard input, as plain text. Paths are taken in order of their names, whatever the order
  in which they are given.
- One document a file: ``.txt .md .html .htm .pdf .docx .odt .rtf .eml``. One a row: ``.csv .tsv .jsonl
  .ndjson .json .xlsx``. One a message: ``.mbox``; a chapter: ``.epub``; an entry of a feed (RSS, Atom, a
  WordPress export) or the article of an agency (NITF, NewsML-G2): ``.xml .rss .atom``. What LexisNexis,
  Factiva or ProQuest export in one file is one document an article (`graphbuild.read.archive`). What is
  attached to a mail is read as a file of its kind. What is not packed by itself also as ``.gz``: ``.txt.gz``.
- Columns ``id title text date source url``, of which only ``text`` must be there, in any order and case;
  other names are given by ``columns={"text": "body"}``, or several, of which each row gives the first that
  it fills. CSV may be delimited by comma, semicolon, tab or bar. CSV and JSON Lines are read row by row:
  memory holds one.

What comes out
--------------
- ``text`` as it stands in the file, ``\\r\\n``, NUL and lone surrogates included (a byte order mark is no
  text); in a row, exactly the value, but for HTML in it (`graphbuild.read.markup`). Other kinds have no plain
  text of their own: theirs is paragraphs set apart by blank lines, and PDF keeps its lines.
- ``furniture``: what is not prose in it, by the rules in `graphbuild.read.prose.furniture`, and the marks of
  Markdown, the page headers of PDF, headings and cells of office files, replies quoted in a mail. Of a text
  that is not English, all of it: it stands among the documents, and nothing is read from it.
- ``title``, ``date``, ``source``, ``url`` from the row, the page's metadata or the front matter; title and
  date else from the head of the text (`graphbuild.read.prose.head`), date else from the url or the name of
  the file. A date is ``YYYY-MM-DD`` or empty, and never guessed: ``03/04/2019`` gives none, unless other
  dates of its column tell the order or ``day_first`` does, nor does the day on which a PDF was printed.
- ``path`` of the file, with ``:row`` for a row: the line of a JSON Lines file, the row of a spreadsheet
  (the header is row 1).
- ``doc_id``: the given one, else ``content_id(text, title, date, source, url)``, so that moving or renaming a
  file keeps it. A given id that stands for more than one content is ``id~content_id`` for each of them.

What is left out
----------------
Each file or row that cannot be used is a `Skip` with its path and a reason, and the rest goes on: missing
and unreadable files, unknown kinds, binary data, empty texts, texts of more than 10,000,000 characters,
packed files that swell beyond measure, locked PDFs and those without a text layer, bad rows, texts in
another language, and a document that was there before: in another file, or in the same one under the
same id.
A file of another kind in a folder is a `Skip` with ``passed``, which no one is warned of.

Encodings: a byte order mark, UTF-8, what a web page declares, and only then a guess, which is logged as a
warning; ``encoding=`` overrules all of it.
"""

from __future__ import annotations

import logging
import os
import sys
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from graphbuild.errors import InputError, NothingToRead
from graphbuild.read.archive import archived
from graphbuild.read.dates import dated
from graphbuild.read.files import files, given, origin, suffix
from graphbuild.read.formats import FORMATS, KEYED, PACKED
from graphbuild.read.formats.tables.rows import COLUMNS
from graphbuild.read.formats.text import text
from graphbuild.read.prose.furniture import furniture
from graphbuild.read.prose.head import head
from graphbuild.read.prose.language import language
from graphbuild.read.prose.lines import blanked, merged
from graphbuild.read.repeated import Repeated
from graphbuild.read.source import LONGEST, TOO_LONG, Source, bounded, cut
from graphbuild.read.unpacking import swollen, unpacked
from graphbuild.records import Document, Skip, content_id

__all__ = ["read"]

_LOG = logging.getLogger(__name__)
_NAMED_SKIPS = 10
_LONGEST_FIELD = 1_000  # characters of a title or source

_KNOWN = {**FORMATS, **PACKED}


def read(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
    on_skip: Callable[[Skip], None] | None = None,
    made: Callable[[Path], Collection[str]] = lambda folder: (),
    before: Iterable[Document] = (),
) -> Iterator[Document]:
    """Read documents from files, folders and the standard input, one at a time.

    Parameters
    ----------
    paths : path or iterable of paths
        Files, folders, or ``-`` for the standard input.
    columns : mapping of str to str or sequence of str, optional
        Where the columns of tables have other names: ``{"text": "body", "date": "published"}``. Several
        (``{"text": ["body", "lead"]}``) are tried in turn, row by row.
    encoding : str, optional
        The encoding of all text files, web pages and tables, if it is not UTF-8: ``cp1252``.
    day_first : bool, optional
        Whether ``05/03/2024`` is 5 March or May 3. If not given, such dates are left out as unclear.
    on_skip : callable, optional
        Called with each `Skip` as it happens. By default they are logged as warnings.
    made : callable, optional
        Tells of a folder which names in it are the output of a build; they are passed over.
    before : iterable of Document
        Of an earlier reading: they come first, and what they hold is not read again.

    Yields
    ------
    Document
        In order of the paths' names, of names within folders, of rows within tables.

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
            raise InputError(f"{cut(name)} is none of the columns {', '.join(COLUMNS)}: write text=body")
    if encoding is not None:
        try:
            b"?".decode(encoding, "ignore")
        except (LookupError, ValueError) as error:
            raise InputError(f"{cut(encoding)} is no encoding: try utf-8, cp1252 or utf-16") from error
    first = "" if day_first is None else "day" if day_first else "month"
    found = list(files(sorted(given(paths), key=os.fspath), _KNOWN, made))

    def opened(path: str, stream: BinaryIO, *, quiet: bool = False) -> Source:
        return Source(stream, path, encoding, columns, first, quiet)

    shared = _shared(found, opened)
    items: Iterable[_Item] = _documents(found, opened)
    if known := [_bare(document) for document in before]:
        items = list(items)
        shared |= _shared_with(known, items)
        items = chain(((str(origin(document.path)), document) for document in known), items)
    return _reported(_distinct(items, shared), on_skip or _log)


_Opening = Callable[..., Source]
_Item = tuple[str, Document | Skip]
"""What came out of which file."""


def _bare(document: Document) -> Document:
    """A document of an earlier reading with the id that its source gave, if it gave one."""
    content = _content(document)
    given_id = "" if document.doc_id == content else document.doc_id.removesuffix(f"~{content}")
    return replace(document, doc_id=given_id)


def _shared_with(known: Iterable[Document], items: Iterable[_Item]) -> set[str]:
    """Given ids that stand for more than one content, of an earlier reading or this one."""
    contents: dict[str, set[str]] = {}
    for document in known:
        contents.setdefault(document.doc_id, set()).add(_content(document))
    for _, item in items:
        if isinstance(item, Document) and item.doc_id in contents:
            contents[item.doc_id].add(_content(item))
    return {given_id for given_id, found in contents.items() if given_id and len(found) > 1}


def _content(document: Document) -> str:
    d = document
    return content_id(d.text, d.title, d.date, d.source, d.url)


def _documents(paths: Iterable[str | Skip], opened: _Opening) -> Iterator[_Item]:
    """What the files hold, finished but for the id."""
    for path in paths:
        if isinstance(path, Skip):
            yield path.path, path
            continue
        try:
            with _stream(path) as stream:
                source = opened(path, stream)
                form = text if path == "-" else _KNOWN[suffix(path)]
                empty = True
                for item in form(source):
                    empty = False
                    if isinstance(item, Skip):
                        yield path, item
                        continue
                    parts = archived(item) if item.path == source.path else [item]
                    yield from ((path, one) for part in parts for one in _finished(part, source))
                if empty:
                    yield path, Skip(path, "has no rows")
        except InputError as error:
            yield path, Skip(path, str(error))
        except (OSError, EOFError, zlib.error) as error:
            yield path, Skip(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _shared(paths: Iterable[str | Skip], opened: _Opening) -> set[str]:
    """Given ids that stand for more than one content, in whatever file."""
    seen: dict[str, str] = {}
    shared = set()
    for path in paths:
        if isinstance(path, Skip) or (keys := KEYED.get(suffix(path).removesuffix(".gz"))) is None:
            continue
        try:
            with _stream(path) as stream:
                for given_id, content in keys(opened(path, stream, quiet=True)):
                    if seen.setdefault(given_id, content) != content:
                        shared.add(given_id)
        except (InputError, OSError, EOFError, zlib.error):
            continue  # which is told when the file is read
    return shared


def _stream(path: str) -> BinaryIO:
    if path == "-":
        return BytesIO(bounded(sys.stdin.buffer))
    return unpacked(path) if suffix(path).endswith(".gz") else Path(path).open("rb")


def _finished(document: Document, source: Source) -> Iterator[Document | Skip]:
    """The document with title, date and furniture from the text itself, where the format had none."""
    if not document.text.strip():
        reason = "is empty" if not document.text else "holds nothing but white space"
        yield Skip(document.path, reason)
        return
    if reason := TOO_LONG if len(document.text) > LONGEST else _swollen(document, source.path):
        yield Skip(document.path, reason)
        return
    bare = blanked(document.text, document.furniture)
    spoken = language(bare)
    if spoken != "English":
        known = f"is in {spoken}" if spoken else "is in another language than English"
        yield Skip(document.path, f"{known}, and only English is read: nothing is taken from it")
        yield replace(document, furniture=((0, len(document.text)),))
        return
    spans = merged([*document.furniture, *furniture(bare, titled=bool(document.title))])
    title, date = head(bare, spans, source.first)
    alone = document.path == source.path
    date = document.date or date or dated(document.url, document.path if alone else "", source.first)
    title = (document.title or title)[:_LONGEST_FIELD]
    named = document.source[:_LONGEST_FIELD]
    yield replace(document, title=title, date=date, source=named, furniture=spans)


def _swollen(document: Document, file: str) -> str:
    return "" if file == "-" else swollen(len(document.text), Path(file).stat().st_size)


def _distinct(items: Iterable[_Item], shared: Collection[str]) -> Iterator[Document | Skip]:
    """The documents with their ids, each content under an id only once, and in one file only."""
    seen: dict[str, str] = {}
    repeated = Repeated()
    for path, item in items:
        if isinstance(item, Skip):
            yield item
            continue
        content = _content(item)
        doc_id = item.doc_id or content
        if item.doc_id in shared:
            doc_id = f"{doc_id}~{content}"
        if before := seen.get(doc_id) or repeated.elsewhere(item, path):
            yield Skip(item.path, f"same text as {before}")
        else:
            seen[doc_id] = item.path
            repeated.add(item, path)
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
