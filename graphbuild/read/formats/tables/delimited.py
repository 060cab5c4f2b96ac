"""CSV with any delimiter, as spreadsheets and databases write it, row by row."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import count
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.encoding import codec
from graphbuild.read.formats.tables.rows import Row, documents, keys, lacking
from graphbuild.read.source import LONGEST, TOO_LONG, Source, candidates
from graphbuild.records import Document, Skip

__all__ = ["csv_keys", "csv_rows", "opened_lines"]

_DELIMITERS = ",;\t|"
_LONGEST_LINE = 4 * LONGEST
_LARGEST_FIELD = 2**31 - 1
_MOST_OPEN = 5  # marks that are looked for to the end of the file in vain
_SAID = re.compile(r"\ufeff?\"?sep=(.)\"?\s*\Z", re.IGNORECASE)  # Excel's own first line
_OPEN = "has a quotation mark that is never closed, in {:,} lines: close it"


def csv_rows(source: Source) -> Iterator[Document | Skip]:
    """Read a CSV or TSV file with a header row.

    The delimiter is that of ``, ; tab |`` which the header has most of, if no line ``sep=;`` says it: column
    names hardly contain one, while prose in the rows has plenty of commas, which misleads `csv.Sniffer`.
    Quotation marks within a field are doubled, as in RFC 4180, or have a backslash before them, as databases
    write them. A row whose quotation mark is never closed is a Skip, and those below it are read.

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
    rows = _rows(source)
    yield from documents(source, rows)


def csv_keys(source: Source) -> Iterator[tuple[str, str]]:
    """The ids in a CSV file, each with a digest of its row (`graphbuild.read.formats.tables.rows.keys`).

    Parameters
    ----------
    source : Source

    Yields
    ------
    (str, str)
    """
    yield from keys(source, _rows(source)())


@contextmanager
def opened_lines(source: Source, encoding: tuple[str, str], newline: str) -> Iterator[Iterator[str]]:
    """The lines of a stream, from its start; it stays open.

    Parameters
    ----------
    source : Source
    encoding : tuple of (str, str)
        As from `graphbuild.read.encoding.codec`.
    newline : str
        What ends a line, as `open` takes it.

    Yields
    ------
    iterator of str
        It raises `InputError` at a line that is longer than any document.
    """
    source.stream.seek(0)
    stream = TextIOWrapper(source.stream, *encoding, newline=newline)
    try:
        yield _lines(stream)
    finally:
        stream.detach()


def _lines(stream: TextIOWrapper) -> Iterator[str]:
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE:
            raise InputError(f"line {number:,} {TOO_LONG}")
        yield line


def _rows(source: Source) -> Callable[[], Iterator[Row]]:
    encoding = codec(source)

    def rows() -> Iterator[Row]:
        with opened_lines(source, encoding, newline="") as lines:
            yield from _parsed(source, _Lines(lines))

    return rows


class _Lines:
    """Lines of which those of the current row can be put back; they end where a row has grown too long."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.back: deque[str] = deque()
        self.taken: list[str] = []
        self.length = 0
        self.unclosed = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        too_long = self.length > _LONGEST_LINE
        line = "" if too_long else self.back.popleft() if self.back else next(self.lines, "")
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self.length += len(line)
        return line

    def begin(self) -> None:
        self.taken, self.length, self.ended = [], 0, False

    def put_back(self, after: int) -> None:
        self.back.extendleft(reversed(self.taken[after:]))
        self.begin()


def _parsed(source: Source, lines: _Lines) -> Iterator[Row]:
    csv.field_size_limit(_LARGEST_FIELD)  # articles outgrow the default of 131,072 characters
    first = next(lines, "")
    said = _SAID.match(first)
    first = next(lines, "") if said else first
    if not first.strip():
        raise InputError("is empty, or its first line, which should name the columns, is")
    delimiter = said[1] if said else max(_DELIMITERS, key=first.count)
    lines.begin()
    lines.back.appendleft(first)
    header = [column.strip() for column in next(csv.reader(lines, delimiter=delimiter), [])]
    for wanted in sorted({"text", *source.columns}):
        named = candidates(source, wanted)
        if not any(part.casefold() in map(str.casefold, header) for part in named):
            raise InputError(lacking(source, wanted, header))
    for number in count(2):
        lines.begin()
        row = _row(lines, delimiter, len(header))
        if row is None:
            return
        if isinstance(row, str):
            yield str(number), row
        elif any(row[len(header) :]):
            yield str(number), f"has {len(row)} fields and the header {len(header)}: quote the text"
        elif row:
            yield str(number), dict(zip(header, row + [""] * (len(header) - len(row)), strict=False))


def _row(lines: _Lines, delimiter: str, width: int) -> list[str] | str | None:
    """The fields of the next row, or what is wrong with it; None at the end.

    Strict reading fails where a quotation mark closes within a field. It does that in rows of careless
    writers, which are read as they stand, and where the mark was never closed: then the next line is a row.
    """
    row = _next(lines, delimiter, strict=True)
    if row is not None or not lines.taken:
        return row
    taken = len(lines.taken)
    if taken > 1 and width > 1 and len(_next(iter(lines.taken[1:2]), delimiter) or ()) == width:
        return _never_closed(lines)
    if any('\\"' in line for line in lines.taken):
        lines.put_back(0)
        row = _next(lines, delimiter, strict=True, escapechar="\\")
        if row is not None:  # \N, which is a database's way to say nothing, has lost its sign
            return ["" if field == "N" else field for field in row]
    lines.put_back(0)
    row = _next(lines, delimiter)
    if len(lines.taken) > 1 and "".join(lines.taken).count('"') % 2:  # it ran to the end
        return _never_closed(lines)
    if row is not None and len(row) < width and len(lines.taken) > 1:
        return "has quotation marks within a quoted field: double them"
    return row


def _next(lines: Iterator[str], delimiter: str, **options: Any) -> list[str] | None:
    try:
        return next(csv.reader(lines, delimiter=delimiter, **options), None)
    except csv.Error:
        return None


def _never_closed(lines: _Lines) -> str:
    """Give the lines below the first back, and say what is wrong with that."""
    told = _OPEN.format(len(lines.taken))
    if lines.ended:
        lines.unclosed += 1
        if lines.unclosed > _MOST_OPEN:
            raise InputError("has more and more quotation marks that are never closed: close them")
    lines.put_back(1)
    return told
