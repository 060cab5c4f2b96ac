"""Rows and tables that are written to Parquet files part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from graphbuild.tables import SCHEMAS

__all__ = ["Rows", "Tables", "arrow", "copied"]

_NUMBERS = frozenset({"number", "count"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS = {"str": pa.string(), "int": pa.int64(), "float": pa.float64()}


def arrow(name: str) -> pa.Schema:
    """The schema of a table of `graphbuild.tables.SCHEMAS` as Arrow has it."""
    return pa.schema([(column, _KINDS[kind]) for column, kind in SCHEMAS[name].items()])


class Rows:
    """A file of rows; to be used with ``with``.

    Parameters
    ----------
    path : Path
    columns : sequence of str
        ``number`` and ``count`` are whole numbers, all others text.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Rows(Path(folder, "a.parquet"), ("name", "count")) as rows:
    ...         rows.add([("Chad", 1)])
    ...     pq.read_table(Path(folder, "a.parquet")).to_pylist()
    [{'name': 'Chad', 'count': 1}]
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        kinds = [(name, pa.int64() if name in _NUMBERS else pa.string()) for name in columns]
        self._schema = pa.schema(kinds)
        self._out = pq.ParquetWriter(path, self._schema)

    def __enter__(self) -> Rows:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()

    def add(self, rows: Sequence[Sequence[object]]) -> None:
        """Write some rows, in the order of the columns."""
        if rows:
            columns = zip(*rows, strict=True)
            arrays = [_array(values, field.type) for values, field in zip(columns, self._schema, strict=True)]
            self._out.write_table(pa.Table.from_arrays(arrays, schema=self._schema))


class Tables:
    """A file of a table of `graphbuild.tables.SCHEMAS`; to be used with ``with``.

    Parameters
    ----------
    path : Path
    name : str
    """

    def __init__(self, path: Path, name: str) -> None:
        self._schema = arrow(name)
        self._out = pq.ParquetWriter(path, self._schema)

    def __enter__(self) -> Tables:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()

    def add(self, table: pd.DataFrame | pa.Table) -> None:
        """Write some rows, which have the columns in any order."""
        if isinstance(table, pd.DataFrame):
            table = pa.Table.from_pandas(table[self._schema.names], preserve_index=False)
        if table.num_rows:
            self._out.write_table(table.select(self._schema.names).cast(self._schema).combine_chunks())


def copied(paths: Sequence[Path], rows: int = 1 << 16) -> Iterator[pa.Table]:
    """The rows of Parquet files one after the other, so many at a time wherever the files part them."""
    waiting: list[pa.RecordBatch] = []
    held = 0
    for path in paths:
        for batch in pq.ParquetFile(path).iter_batches(batch_size=rows):
            waiting.append(batch)
            held += batch.num_rows
            while held >= rows:
                table = pa.Table.from_batches(waiting)
                yield table.slice(0, rows)
                waiting = table.slice(rows).to_batches()
                held -= rows
    if held:
        yield pa.Table.from_batches(waiting)


def _array(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold
        return pa.array([_SURROGATE.sub("\ufffd", str(value)) for value in values], kind)
