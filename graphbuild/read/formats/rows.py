"""Tables: one row, one document. CSV with any delimiter, and JSON Lines, both read row by row."""

from __future__ import annotations

import csv
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain, count

from graphbuild.errors import InputError
from graphbuild.read.dates import order, stamped
from graphbuild.read.encoding import codec
from graphbuild.read.markup import unmarked
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip

__all__ = ["COLUMNS", "csv_rows", "jsonl_rows"]

COLUMNS = ("id", "title", "text", "date", "source", "url")
"""What a row can say of its document; other columns are passed over."""

_Row = tuple[int, Mapping[str, object] | str]
"""A row's number with its fields, or with what is wrong with it."""

_LOG = logging.getLogger(__name__)
_DELIMITERS = ",;\t|"
_LARGEST_FIELD = 2**31 - 1
_LIKELY_TEXT = ("body", "content", "article", "fulltext", "full_text", "article_text", "story")


def csv_rows(source: Source) -> Iterator[Document | Skip]:
    """Read a CSV or TSV file with a header row.

    The delimiter is that of ``, ; tab |`` which the header has most of: column names hardly contain one,
    while prose in the rows below has plenty of commas, which misleads `csv.Sniffer`. Column names are
    matched without regard to case.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        One for each row, at ``path:row``, where the header is row 1 (as a spreadsheet counts).

    Raises
    ------
    InputError
        If there is no header, or no column of the given name, or none for the text.

    Examples
    --------
    >>> from io import BytesIO
    >>> table = b"id;body\\n7;Norland sued Sudland, again."
    >>> next(csv_rows(Source(BytesIO(table), "a.csv", None, {"text": "body"}))).text
    'Norland sued Sudland, again.'
    """
    yield from _documents(source, _csv)


def jsonl_rows(source: Source) -> Iterator[Document | Skip]:
    """Read a file with one JSON object in each line.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        One for each line that is not blank, at ``path:line``. A line that is no object, or has no text, is
        a Skip.

    Raises
    ------
    InputError
        If the file is one JSON array.

    Examples
    --------
    >>> from io import BytesIO
    >>> lines = BytesIO(b'{"id": 7, "text": "Norland sued Sudland."}')
    >>> found = jsonl_rows(Source(lines, "a.jsonl", None, {}))
    >>> [(document.doc_id, document.text, document.path) for document in found]
    [('7', 'Norland sued Sudland.', 'a.jsonl:1')]
    """
    yield from _documents(source, _jsonl)


def _csv(source: Source, name: str, errors: str) -> Iterator[_Row]:
    csv.field_size_limit(_LARGEST_FIELD)  # articles outgrow the default of 131,072 characters
    with _text(source, name, errors, newline="") as stream:
        first = stream.readline()
        if not first.strip():
            raise InputError("is empty, or its first line, which should name the columns, is")
        raw: list[str] = []
        reader = csv.reader(_kept(chain([first], stream), raw), delimiter=max(_DELIMITERS, key=first.count))
        header = [column.strip() for column in next(reader)]
        for wanted in {"text", *source.columns}:
            if _column(header, source.columns.get(wanted, wanted)) is None:
                raise InputError(_no_column(source, wanted, header))
        for number in count(2):
            raw.clear()
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield number, f"cannot be read: {error}"
                continue
            if len(raw) > 1 and "".join(raw).count('"') % 2:  # only at the end of the file
                yield number, f"has a quotation mark that is never closed, in {len(raw):,} lines: close it"
            elif any(row[len(header) :]):
                yield number, f"has {len(row)} fields and the header {len(header)}: quote the text"
            elif row:
                yield number, dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))


def _kept(lines: Iterable[str], raw: list[str]) -> Iterator[str]:
    """The lines, each also added to ``raw``."""
    for line in lines:
        raw.append(line)
        yield line


@contextmanager
def _text(source: Source, name: str, errors: str, newline: str) -> Iterator[TextIOWrapper]:
    """The stream as text, from its start; it stays open."""
    source.stream.seek(0)
    stream = TextIOWrapper(source.stream, name, errors, newline=newline)
    try:
        yield stream
    finally:
        stream.detach()


def _jsonl(source: Source, name: str, errors: str) -> Iterator[_Row]:
    with _text(source, name, errors, newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            if number == 1 and line.lstrip().startswith("["):
                raise InputError("is one JSON array: write one object per line")
            if not line.strip():
                continue
            try:
                row = json.loads(line, strict=False)
            except json.JSONDecodeError as error:
                yield number, f"is not valid JSON: {error.msg} at character {error.colno}"
            except (ValueError, RecursionError) as error:
                yield number, f"is not valid JSON: {error}"
            else:
                yield number, row if isinstance(row, dict) else "is not a JSON object"


def _documents(
    source: Source, form: Callable[[Source, str, str], Iterator[_Row]]
) -> Iterator[Document | Skip]:
    name, errors = codec(source)
    column = source.columns.get("date", "date")
    days = (
        _plain(row[day])
        for _, row in form(source, name, errors)
        if not isinstance(row, str) and (day := _column(row, column)) is not None
    )
    first = order(days)
    unclear: list[str] = []
    for number, row in form(source, name, errors):
        path = f"{source.path}:{number}"
        if isinstance(row, str):
            yield Skip(path, row)
            continue
        key = {wanted: _column(row, source.columns.get(wanted, wanted)) for wanted in COLUMNS}
        value = {wanted: row[at] if (at := key[wanted]) is not None else None for wanted in COLUMNS}
        if key["text"] is None:
            yield Skip(path, _no_column(source, "text", row))
        elif not isinstance(text := value["text"], str):
            yield Skip(path, f"has no text in {key['text']!r}, but {json.dumps(text)[:40]}")
        else:
            plain = {wanted: _plain(value[wanted]) for wanted in COLUMNS}
            date = stamped(plain["date"], first)
            if plain["date"] and not date:
                unclear.append(plain["date"])
            title = " ".join(unmarked(plain["title"]).split())
            yield Document(plain["id"], unmarked(text), title, date, plain["source"], plain["url"], path)
    if unclear:
        _LOG.warning("%s: %d dates left out as unclear, %r first", source.path, len(unclear), unclear[0])


def _column(names: Iterable[str], wanted: str) -> str | None:
    """The name of a column as the file writes it."""
    if wanted in names:
        return wanted
    return next((name for name in names if name.strip().casefold() == wanted.casefold()), None)


def _plain(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _no_column(source: Source, wanted: str, names: Iterable[str]) -> str:
    found = [name.strip()[:40] for name in names]
    meant = source.columns.get(wanted, wanted)
    likely = next((name for name in found if wanted == "text" and name.casefold() in _LIKELY_TEXT), "NAME")
    return (
        f"has no column {meant!r}, only {', '.join(map(repr, found[:20])) or 'unnamed ones'}: "
        f"say which one holds the {wanted} with --columns {wanted}={likely}"
    )
