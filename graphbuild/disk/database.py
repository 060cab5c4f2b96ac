"""DuckDB over the tables of a build, be they in memory or in Parquet files that are larger than it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

__all__ = ["Table", "connection", "view"]

Table = pd.DataFrame | Path | Sequence[Path]
"""Rows in memory, or a Parquet file, or several that together are one table."""

_MEMORY = "2GB"


@contextmanager
def connection(memory: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own, which puts on disk what does not fit into memory, and takes it away in the end.

    Parameters
    ----------
    memory : str
        How much it may use, as DuckDB writes sizes; 2 GB if empty.

    Yields
    ------
    duckdb.DuckDBPyConnection

    Examples
    --------
    >>> with connection() as found:
    ...     found.sql("SELECT 1 + 1").fetchall()
    [(2,)]
    """
    with tempfile.TemporaryDirectory(prefix="graphbuild-") as spilled:
        config = {"memory_limit": memory or _MEMORY, "temp_directory": spilled}
        made = duckdb.connect(config={**config, "preserve_insertion_order": "false"})
        try:
            yield made
        finally:
            made.close()


def view(made: duckdb.DuckDBPyConnection, name: str, table: Table, columns: Sequence[str]) -> None:
    """Give a table a name that SQL can use.

    Parameters
    ----------
    made : duckdb.DuckDBPyConnection
    name : str
    table : DataFrame, Path or sequence of Path
    columns : sequence of str
        Those that are needed; no others are read.

    Examples
    --------
    >>> with connection() as found:
    ...     view(found, "actors", pd.DataFrame({"name": ["Chad"], "type": "country"}), ["name"])
    ...     found.sql("FROM actors").fetchall()
    [('Chad',)]
    """
    if isinstance(table, pd.DataFrame):
        made.register(name, pa.Table.from_pandas(table[list(columns)], preserve_index=False))
        return
    files = [str(path) for path in ([table] if isinstance(table, Path) else table)]
    made.read_parquet(files).select(*columns).create_view(name)
