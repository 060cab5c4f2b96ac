"""Tables as CSV for spreadsheets and as Parquet for programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["tabular"]

_FORMULA = re.compile(r"[=+\-@\t\r]")
_RUNNABLE = re.compile(r"[=+\-@\t\r].*[(|!]", re.DOTALL)
_VERBATIM = {"text"}


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
    import pandas as pd

    if path.suffix == ".parquet":
        table.to_parquet(path, index=False)
        return
    safe = table.copy(deep=False)
    for column in table.columns:
        if not pd.api.types.is_numeric_dtype(table[column]):
            danger = table[column].str.match(_RUNNABLE if column in _VERBATIM else _FORMULA)
            if danger.any():
                safe[column] = table[column].where(~danger, "'" + table[column])
    safe.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")
