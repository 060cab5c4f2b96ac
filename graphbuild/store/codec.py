"""Extractions to Arrow and back: a row per document, its mentions and relations in lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import accumulate, chain, pairwise
from typing import Any, TypeVar

import pyarrow as pa

from graphbuild.records import Document, Extraction, Mention, Relation

__all__ = ["SCHEMA", "decode", "documents", "encode", "unescaped"]

_TYPES = {"str": pa.string(), "int": pa.int64(), "float": pa.float64()}
_Record = TypeVar("_Record", Mention, Relation)
_SPANS = pa.list_(pa.int64())  # start and end in turn


def _struct(record: type[Mention] | type[Relation]) -> pa.StructType:
    return pa.struct([(field.name, _TYPES[str(field.type)]) for field in fields(record)])


_METADATA = [field.name for field in fields(Document) if field.name != "furniture"]

SCHEMA = pa.schema(
    [
        ("key", pa.string()),
        ("escaped", pa.bool_()),
        *((name, pa.string()) for name in _METADATA),
        ("furniture", _SPANS),
        ("sentences", _SPANS),
        ("mentions", pa.list_(_struct(Mention))),
        ("relations", pa.list_(_struct(Relation))),
    ]
)
"""Columns of a part. ``escaped`` tells of a document with half surrogate pairs, which UTF-8 does not have."""


def encode(found: Sequence[tuple[str, Extraction]]) -> pa.Table:
    """A table of extractions, each with its key.

    Parameters
    ----------
    found : sequence of (str, Extraction)

    Returns
    -------
    pyarrow.Table
        Columns of `SCHEMA`, a row per extraction, in order.

    Examples
    --------
    >>> one = Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())
    >>> encode([("k", one)]).num_rows
    1
    """
    marked = [(key, not _unicode(e), e) for key, e in found]
    rows = [_escaped(e) if escaped else e for _, escaped, e in marked]
    columns: list[Any] = [
        [key for key, _, _ in marked],
        [escaped for _, escaped, _ in marked],
        *([getattr(e.document, name) for e in rows] for name in _METADATA),
        [[*chain.from_iterable(e.document.furniture)] for e in rows],
        [[*chain.from_iterable(e.sentences)] for e in rows],
    ]
    arrays = [pa.array(values, field.type) for values, field in zip(columns, SCHEMA, strict=False)]
    arrays += [_lists(Mention, [e.mentions for e in rows]), _lists(Relation, [e.relations for e in rows])]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def decode(table: pa.Table) -> Iterator[tuple[str, Extraction]]:
    """The extractions of a table that `encode` made.

    Parameters
    ----------
    table : pyarrow.Table

    Yields
    ------
    (str, Extraction)
        Key and extraction, in order of the rows.

    Examples
    --------
    >>> one = Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())
    >>> list(decode(encode([("k", one)]))) == [("k", one)]
    True
    """
    table = table.combine_chunks()
    rest = (
        table["key"].to_pylist(), table["escaped"].to_pylist(), _documents(table), _pairs(table["sentences"]),
        _records(Mention, table["mentions"]), _records(Relation, table["relations"]),
    )  # fmt: skip
    for key, escaped, *parts in zip(*rest, strict=True):
        found = Extraction(*parts)
        yield key, _unescaped(found) if escaped else found


def documents(table: pa.Table) -> Iterator[tuple[str, Document]]:
    """The documents alone.

    Parameters
    ----------
    table : pyarrow.Table
        Needs no columns but those of the document, ``key`` and ``escaped``.

    Yields
    ------
    (str, Document)

    Examples
    --------
    >>> one = Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())
    >>> [document.doc_id for _, document in documents(encode([("k", one)]))]
    ['d']
    """
    table = table.combine_chunks()
    marks = table["key"].to_pylist(), table["escaped"].to_pylist()
    for key, escaped, document in zip(*marks, _documents(table), strict=True):
        yield key, _unescaped(Extraction(document, (), (), ())).document if escaped else document


def _lists(record: type[Mention] | type[Relation], groups: Sequence[Sequence[Any]]) -> pa.ListArray:
    flat = [*chain.from_iterable(groups)]
    struct = _struct(record)
    arrays = [pa.array([getattr(one, field.name) for one in flat], field.type) for field in struct]
    ends = pa.array(accumulate(map(len, groups), initial=0), pa.int32())
    return pa.ListArray.from_arrays(ends, pa.StructArray.from_arrays(arrays, fields=[*struct]))


def _records(record: type[_Record], column: pa.ChunkedArray) -> Iterator[tuple[_Record, ...]]:
    for chunk in column.chunks:
        columns = [array.to_pylist() for array in chunk.flatten().flatten()]
        made = [record(*row) for row in zip(*columns, strict=True)]
        yield from (tuple(made[a:b]) for a, b in _bounds(chunk))


def _pairs(column: pa.ChunkedArray) -> Iterator[tuple[tuple[int, int], ...]]:
    for chunk in column.chunks:
        flat = chunk.flatten().to_pylist()
        yield from (tuple(zip(flat[a:b:2], flat[a + 1 : b : 2], strict=True)) for a, b in _bounds(chunk))


def _bounds(chunk: pa.ListArray) -> Iterable[tuple[int, int]]:
    """Where each list begins and ends among the values of all."""
    offsets = chunk.offsets.to_pylist()
    return pairwise(offset - offsets[0] for offset in offsets)


def _documents(table: pa.Table) -> Iterator[Document]:
    columns = (table[name].to_pylist() for name in _METADATA)
    for values, furniture in zip(zip(*columns, strict=True), _pairs(table["furniture"]), strict=True):
        yield Document(**dict(zip(_METADATA, values, strict=True)), furniture=furniture)


def _unicode(found: Extraction) -> bool:
    records: tuple[Any, ...] = (found.document, *found.mentions, *found.relations)
    try:
        for record in records:
            "".join(value for value in _values(record) if isinstance(value, str)).encode()
    except UnicodeEncodeError:
        return False
    return True


def _values(record: Any) -> Iterator[object]:
    return (getattr(record, name) for name in record.__slots__)


def _escaped(found: Extraction) -> Extraction:
    return _mapped(found, lambda text: text.encode("utf-8", "surrogatepass").decode("latin-1"))


def _unescaped(found: Extraction) -> Extraction:
    return _mapped(found, unescaped)


def unescaped(text: str) -> str:
    """A text as it was before it was ``escaped``.

    Examples
    --------
    >>> unescaped("caf\u00c3\u00a9")
    'café'
    """
    return text.encode("latin-1").decode("utf-8", "surrogatepass")


def _mapped(found: Extraction, change: Any) -> Extraction:
    """An extraction with all its strings changed."""

    def changed(record: Any) -> Any:
        texts = {field.name for field in fields(record) if field.type == "str"}
        return replace(record, **{name: change(getattr(record, name)) for name in texts})

    return Extraction(
        changed(found.document),
        found.sentences,
        tuple(map(changed, found.mentions)),
        tuple(map(changed, found.relations)),
    )
