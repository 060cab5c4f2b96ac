"""A workbook for Excel and LibreOffice, a sheet for each table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.exports._tables import Tables, printable, statements

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["xlsx"]

_MOST_ROWS = 1_048_575  # below the head of a sheet
_LONGEST = 32_767  # characters of a cell
_WIDE, _NARROW = 24, 11
_MADE = "2000-01-01T00:00:00Z"  # a workbook wants a date; the clock's would make each one another


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
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, table in _sheets(network):
        _fill(book, name, table)
    book.save(path)
    _undated(path)


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
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table) + 1}"
    for k, column in enumerate(table.columns, 1):
        number = table[column].dtype.kind in "if"
        sheet.column_dimensions[get_column_letter(k)].width = _NARROW if number else _WIDE
    head = [WriteOnlyCell(sheet, value=column) for column in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)

    def text(value: str) -> Any:
        cell = WriteOnlyCell(sheet, value="")
        cell.value, cell.data_type = _fitting(value), "s"
        return cell

    for row in zip(*(table[column].tolist() for column in table.columns), strict=True):
        sheet.append([(text(v) if v else None) if isinstance(v, str) else v for v in row])


def _fitting(value: str) -> str:
    value = printable(value)
    return value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"


def _undated(path: Path) -> None:
    """Write the parts of a workbook again without the time of day."""
    import re
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    again = path.with_name(f"{path.name}.again")
    with ZipFile(path) as made, ZipFile(again, "w", ZIP_DEFLATED) as out:
        for name in made.namelist():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            if name == "docProps/core.xml":
                core = made.read(name).decode("utf-8")
                out.writestr(part, re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _MADE, core))
                continue
            with made.open(name) as source, out.open(part, "w", force_zip64=True) as target:
                while block := source.read(1 << 20):
                    target.write(block)
    again.replace(path)
