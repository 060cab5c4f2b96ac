"""Excel files: a row a document, on every sheet that has the columns."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.formats.tables.rows import Row, documents, keys, lacking, named
from graphbuild.read.source import Source, candidates
from graphbuild.read.unpacking import archive
from graphbuild.records import Document, Skip

__all__ = ["spreadsheet_keys", "spreadsheet_rows"]

_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
_DAMAGED = "is no Excel file, or a damaged one: open it in Excel and save it again"
_HEAD = 10  # rows in which the names of the columns are looked for
_MOST_COLUMNS = 256


def spreadsheet_rows(source: Source) -> Iterator[Document | Skip]:
    """Read an Excel file; values count as they are stored, not as they are shown.

    The columns are named in the first of the ten topmost rows that names one for the text, so that a heading
    may stand above them. Sheets without it are passed over if another one has it. Only the first 256 columns
    are read.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        One for each row that is not empty, at ``path:row``, or ``path:sheet:row`` where several sheets have
        the columns.

    Raises
    ------
    InputError
        If it is no Excel file, locked, too large, or has no column for the text.
    """
    with _book(source) as sheets:
        yield from documents(source, _rows(source, sheets))


def spreadsheet_keys(source: Source) -> Iterator[tuple[str, str]]:
    """The ids in an Excel file, each with a digest of its row (`graphbuild.read.formats.tables.rows.keys`).

    Parameters
    ----------
    source : Source

    Yields
    ------
    (str, str)
    """
    with _book(source) as sheets:
        yield from keys(source, _rows(source, sheets)())


def _rows(source: Source, sheets: list[Any]) -> Callable[[], Iterator[Row]]:
    headed = [(sheet, found) for sheet in sheets if (found := _header(source, sheet)) is not None]
    if not headed:
        top = next((row for sheet in sheets for row in _cells(sheet) if any(row)), [])
        raise InputError(lacking(source, "text", filter(None, top)))

    def rows() -> Iterator[Row]:
        for sheet, (at, header) in headed:
            for number, cells in enumerate(_cells(sheet, len(header)), 1):
                if number > at and any(cells):
                    place = str(number) if len(headed) == 1 else f"{sheet.title}:{number}"
                    yield place, {key: value for key, value in zip(header, cells, strict=False) if key}

    return rows


@contextmanager
def _book(source: Source) -> Iterator[list[Any]]:
    """The sheets of a file; what openpyxl raises on damaged ones is an `InputError`."""
    from openpyxl import load_workbook

    if source.stream.read(4) == _OLD_FORMAT:
        raise InputError("is locked by a password, or an old .xls: save it as .xlsx without one")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and forms, which nobody reads here
            archive(source.stream)
            book = load_workbook(source.stream, read_only=True, data_only=True)
            yield list(book.worksheets)
            book.close()
    except InputError:
        raise
    except Exception as error:  # zipfile, zlib, the XML parser and openpyxl each have their own
        raise InputError(_DAMAGED) from error


def _header(source: Source, sheet: Any) -> tuple[int, list[str]] | None:
    """The number of the row that names the columns, and their names up to the last."""
    for number, row in zip(range(1, _HEAD + 1), _cells(sheet), strict=False):
        if any(named(name, dict.fromkeys(row)) for name in candidates(source, "text")):
            last = max(n for n, name in enumerate(row, 1) if name)
            return number, [name.strip() for name in row[:last]]
    return None


def _cells(sheet: Any, width: int = _MOST_COLUMNS) -> Iterator[list[str]]:
    """The rows from the first on; one that is empty has no cells, for a sheet may have a million of them."""
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    for row in sheet.iter_rows(values_only=True, max_col=width):
        yield [_written(cell) for cell in row] if any(cell is not None for cell in row) else []


def _written(cell: Any) -> str:
    """A cell as text: whole numbers without a point, dates in ISO 8601."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return "" if cell is None else str(cell)
