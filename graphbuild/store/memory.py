"""What a store is where nothing is to be kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pyarrow as pa

from graphbuild.records import Extraction
from graphbuild.store.codec import decode

__all__ = ["Memory"]


class Memory:
    """Extractions in memory, with the methods of `graphbuild.store.Store` that a build needs.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> from graphbuild.store.codec import encode
    >>> one = Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())
    >>> memory = Memory()
    >>> memory.put(encode([("k", one)]))
    >>> "k" in memory, list(memory.get(["k"])) == [("k", one)]
    (True, True)
    """

    def __init__(self) -> None:
        self._found: dict[str, pa.Table] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def put(self, found: pa.Table) -> None:
        """Keep what `graphbuild.store.codec.encode` made."""
        self._found.update((key, found.slice(row, 1)) for row, key in enumerate(found["key"].to_pylist()))

    def flush(self) -> None:
        """Nothing waits to be written."""

    def tables(self, keys: Collection[str], columns: list[str] | None = None) -> Iterator[pa.Table]:
        """What was found, as it was put in, or some columns of it."""
        for key in keys:
            yield self._found[key].select(columns) if columns else self._found[key]

    def get(self, keys: Collection[str]) -> Iterator[tuple[str, Extraction]]:
        """What was found in documents."""
        for key in keys:
            yield from decode(self._found[key])
