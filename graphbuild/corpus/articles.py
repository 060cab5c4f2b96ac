"""The documents of a corpus in the order of its tables, as many at a time as memory easily holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graphbuild.records import Extraction
from graphbuild.store.codec import decode

__all__ = ["Articles", "Kept"]

_DOCUMENTS = 1000  # of a batch
_CHARACTERS = 4_000_000
_HELD = 4  # batches that stay in memory, so that few documents are decoded but once
_INDEX = ["key", "escaped", "date", "doc_id", "text"]


class Kept(Protocol):
    """Where extractions are: `graphbuild.store.Store`, or `graphbuild.store.memory.Memory`."""

    def tables(self, keys: Collection[str], columns: list[str] | None = None) -> Iterator[pa.Table]: ...


class Articles:
    """Extractions by date, then ``doc_id``; they can be gone through again and again.

    How they are parted depends on the documents alone. Where they are too many for memory, they are put into
    a file for each batch first.

    Parameters
    ----------
    kept : Kept
    paths : mapping of str to str
        Path of each document by its key.
    folder : Path
        For the files, an empty one.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> from graphbuild.store.codec import encode
    >>> from graphbuild.store.memory import Memory
    >>> memory = Memory()
    >>> for doc_id, date in (("a", "2020-01-02"), ("b", "2020-01-01")):
    ...     document = Document(doc_id, "Rain fell.", date=date)
    ...     memory.put(encode([(doc_id, Extraction(document, ((0, 10),), (), ()))]))
    >>> articles = Articles(memory, {"a": "a.txt", "b": "b.txt"}, Path("nowhere"))
    >>> [one.document.path for one in articles]
    ['b.txt', 'a.txt']
    """

    def __init__(self, kept: Kept, paths: Mapping[str, str], folder: Path) -> None:
        self._paths, self._folder = paths, folder
        order = sorted(_indexed(kept, paths))
        batch = _parted([one.characters for one in order])
        self._number = int(batch[-1]) + 1 if len(batch) else 0
        self._place = {one.key: (int(n), at) for at, (one, n) in enumerate(zip(order, batch, strict=True))}
        self._held: list[list[Extraction]] | None = None
        if self._number <= _HELD:
            tables = list(kept.tables(paths))
            whole = pa.concat_tables(tables) if tables else None
            self._held = [self._decoded(part) for part in self._split(whole)] if whole else []
        else:
            self._write(kept)

    def __len__(self) -> int:
        return len(self._place)

    def __iter__(self) -> Iterator[Extraction]:
        for batch in self.batches():
            yield from batch

    def batches(self) -> Iterator[list[Extraction]]:
        """The documents some hundreds at a time.

        Yields
        ------
        list of Extraction
        """
        if self._held is not None:
            yield from self._held
            return
        for number in range(self._number):
            with pa.ipc.open_stream(self._file(number)) as stream:
                yield self._decoded(stream.read_all())

    def _write(self, kept: Kept) -> None:
        writers: dict[int, pa.ipc.RecordBatchStreamWriter] = {}
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        for table in kept.tables(self._paths):
            for number, rows in self._rows(table).items():
                if number not in writers:
                    writers[number] = pa.ipc.new_stream(self._file(number), table.schema, options=options)
                writers[number].write_table(table.take(pa.array(rows)).combine_chunks())
        for writer in writers.values():
            writer.close()

    def _split(self, table: pa.Table) -> Iterator[pa.Table]:
        return (table.take(pa.array(rows)) for _, rows in sorted(self._rows(table).items()))

    def _rows(self, table: pa.Table) -> dict[int, list[int]]:
        """Rows of a table by batch."""
        found: dict[int, list[int]] = {}
        for row, key in enumerate(table["key"].to_pylist()):
            found.setdefault(self._place[key][0], []).append(row)
        return found

    def _decoded(self, table: pa.Table) -> list[Extraction]:
        found = sorted(decode(table), key=lambda pair: self._place[pair[0]])
        return [replace(e, document=replace(e.document, path=self._paths[key])) for key, e in found]

    def _file(self, number: int) -> str:
        return str(self._folder / f"articles-{number}.arrow")


class _Indexed(NamedTuple):
    date: str
    doc_id: str
    key: str
    characters: int


def _indexed(kept: Kept, paths: Mapping[str, str]) -> Iterator[_Indexed]:
    from graphbuild.store.codec import unescaped

    for table in kept.tables(paths, _INDEX):
        sizes = pc.utf8_length(table["text"]).to_pylist()
        columns = (table[name].to_pylist() for name in ("escaped", "date", "doc_id", "key"))
        for (escaped, date, doc_id, key), size in zip(zip(*columns, strict=True), sizes, strict=True):
            yield _Indexed(date, unescaped(doc_id) if escaped else doc_id, key, size)


def _parted(sizes: list[int]) -> npt.NDArray[np.int64]:
    """The batch of each document: neither too many in one, nor too long together."""
    made = np.zeros(len(sizes), dtype=np.int64)
    number = documents = characters = 0
    for at, size in enumerate(sizes):
        if documents and (documents >= _DOCUMENTS or characters + size > _CHARACTERS):
            number, documents, characters = number + 1, 0, 0
        made[at] = number
        documents, characters = documents + 1, characters + size
    return made
