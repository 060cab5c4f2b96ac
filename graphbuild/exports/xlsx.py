"""A workbook for Excel and LibreOffice, a sheet for each table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.exports._tables import Tables, printable, statements

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["xlsx"]

_MOST_ROWS = 1_048_575  # below the head of a sheet
_LONGEST = 32_767  # characters of a cell
_WIDE, _NARROW = 24, 11
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # a workbook wants a date; the clock's would make each one another


def xlsx(network: Tables, path: Path) -> None:
    """Write the tables as a workbook.

    Its sheets are ``actors``, ``edges``, ``relations`` (what sentences state, without mere co-occurrence,
    which ``edges`` sums), ``documents``, ``mentions``, ``titles`` and ``merges``. Text is text, even where it
    begins with ``=``. What is longer than a sheet goes on in the next (``relations 2``); a cell holds 32,767
    characters, and what is cut ends in "…".

    Parameters
    ----------
    network : Network
    path : Path

    Examples
    --------
    >>> xlsx(net, Path("graph.xlsx"))                         # doctest: +SKIP
    """
    from xlsxwriter import Workbook

    with Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)}) as book:
        book.set_properties({"created": _MADE})
        for name, table in _sheets(network):
            _fill(book, name, table)


def _sheets(network: Tables) -> Iterator[tuple[str, pd.DataFrame]]:
    tables = {
        "actors": network.actors,
        "edges": network.edges,
        "relations": statements(network),
        "documents": network.documents,
        "mentions": network.mentions,
        "titles": network.titles,
        "merges": network.merges,
    }
    for name, table in tables.items():
        for n, start in enumerate(range(0, max(len(table), 1), _MOST_ROWS)):
            yield name if not n else f"{name} {n + 1}", table.iloc[start : start + _MOST_ROWS]


def _fill(book: Any, name: str, table: pd.DataFrame) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table), max(len(table.columns) - 1, 0))
    numbers = [table[column].dtype.kind in "if" for column in table.columns]
    for k, number in enumerate(numbers):
        sheet.set_column(k, k, _NARROW if number else _WIDE)
    bold = book.add_format({"bold": True})
    for k, column in enumerate(table.columns):
        sheet.write_string(0, k, column, bold)
    columns = (table[column].tolist() for column in table.columns)
    for n, row in enumerate(zip(*columns, strict=True), 1):
        for k, value in enumerate(row):
            if numbers[k]:
                sheet.write_number(n, k, value)
            elif value:
                sheet.write_string(n, k, _fitting(value))


def _fitting(value: str) -> str:
    value = printable(value)
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
