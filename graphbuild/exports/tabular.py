"""Tables as CSV for spreadsheets and as Parquet for programs."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["tabular"]

_FORMULA = re.compile(r"[=+\-@\t\r]")
_RUNNABLE = re.compile(r"[=+\-@\t\r].*[(|!]", re.DOTALL)
_VERBATIM = {"text"}
_AT_ONCE = 20_000  # rows


def tabular(table: pd.DataFrame | Path, path: Path) -> None:
    """Write a table, as CSV or as Parquet by the path's suffix.

    CSV is UTF-8 with a byte order mark, so that spreadsheets read it right, and rows end in CR LF (RFC 4180).
    A spreadsheet takes a cell that begins with ``= + - @``, a tab or a carriage return for a formula and may
    run it (https://owasp.org/www-community/attacks/CSV_Injection), so such cells of text get an apostrophe in
    front. In the column ``text`` of mentions, which programs compare with the article letter by letter, only
    those do that could run: a call, a pipe or another sheet needs ``( | !``. Parquet holds text unaltered.

    Parameters
    ----------
    table : DataFrame, or Path of a Parquet file
        A file is read part by part.
    path : Path
        Ends in ``.csv`` or ``.parquet``.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     tabular(pd.DataFrame({"name": ["=1+1", "Ann"]}), Path(folder, "t.csv"))
    ...     Path(folder, "t.csv").read_text("utf-8-sig").split()
    ['name', "'=1+1", 'Ann']
    """
    if path.suffix == ".parquet":
        if isinstance(table, Path):
            copyfile(table, path)
        else:
            table.to_parquet(path, index=False)
        return
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, lineterminator="\r\n")
        for number, part in enumerate(_parts(table)):
            if not number:
                rows.writerow(part.columns)
            rows.writerows(zip(*(_shielded(part[name]) for name in part.columns), strict=True))


def _parts(table: pd.DataFrame | Path) -> Iterator[pd.DataFrame]:
    """Some rows at a time, at first none."""
    if not isinstance(table, Path):
        yield from (table.iloc[max(at, 0) : at + _AT_ONCE] for at in range(-_AT_ONCE, len(table), _AT_ONCE))
        return
    import pyarrow.parquet as pq

    kept = pq.ParquetFile(table)
    yield kept.schema_arrow.empty_table().to_pandas()
    yield from (batch.to_pandas() for batch in kept.iter_batches(_AT_ONCE))


def _shielded(column: pd.Series) -> list[object]:
    """The cells of a column, those that a spreadsheet might run with an apostrophe."""
    from pandas.api.types import is_numeric_dtype

    pattern = _RUNNABLE if column.name in _VERBATIM else _FORMULA
    if is_numeric_dtype(column) or not column.str.match(pattern).any():
        return column.tolist()
    return [f"'{cell}" if pattern.match(cell) else cell for cell in column.tolist()]
