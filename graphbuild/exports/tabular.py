"""Tables as CSV for spreadsheets and as Parquet for programs."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["tabular"]

_FORMULA = re.compile(r"[=+\-@\t\r]")
_RUNNABLE = re.compile(r"[=+\-@\t\r].*[(|!]", re.DOTALL)
_VERBATIM = {"text"}
_AT_ONCE = 20_000  # rows


def tabular(table: pd.DataFrame, path: Path) -> None:
    """Write a table, as CSV or as Parquet by the path's suffix.

    CSV is UTF-8 with a byte order mark, so that spreadsheets read it right, and rows end in CR LF (RFC 4180).
    A spreadsheet takes a cell that begins with ``= + - @``, a tab or a carriage return for a formula and may
    run it (https://owasp.org/www-community/attacks/CSV_Injection), so such cells of text get an apostrophe in
    front. In the column ``text`` of mentions, which programs compare with the article letter by letter, only
    those do that could run: a call, a pipe or another sheet needs ``( | !``. Parquet holds text unaltered.

    Parameters
    ----------
    table : DataFrame
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
        table.to_parquet(path, index=False)
        return
    names = list(table.columns)
    shields = [_shield(table[name]) for name in names]
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out, lineterminator="\r\n")
        rows.writerow(names)
        for first in range(0, len(table), _AT_ONCE):
            part = table.iloc[first : first + _AT_ONCE]
            columns = (shield(part[name]) for name, shield in zip(names, shields, strict=True))
            rows.writerows(zip(*columns, strict=True))


def _shield(column: pd.Series) -> Callable[[pd.Series], list[object]]:
    """What gives the cells of a part of a column, those that a spreadsheet might run with an apostrophe."""
    from pandas.api.types import is_numeric_dtype

    pattern = _RUNNABLE if column.name in _VERBATIM else _FORMULA
    if is_numeric_dtype(column) or not column.str.match(pattern).any():
        return lambda part: part.tolist()
    return lambda part: [f"'{cell}" if pattern.match(cell) else cell for cell in part.tolist()]
