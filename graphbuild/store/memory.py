"""What a store is where nothing is to be kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

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
    >>> memory.put(encode([("k", one)], ["English"]))
    >>> "k" in memory, list(memory.get(["k"])) == [("k", one)], memory.languages(["k"])["English"]
    (True, True, 1)
    """

    def __init__(self) -> None:
        self._found: dict[str, Extraction] = {}
        self._languages: dict[str, str] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def put(self, found: pa.Table) -> None:
        """Keep what `graphbuild.store.codec.encode` made."""
        self._found.update(decode(found))
        self._languages.update(zip(found["key"].to_pylist(), found["language"].to_pylist(), strict=True))

    def flush(self) -> None:
        """Nothing waits to be written."""

    def languages(self, keys: Iterable[str]) -> Counter[str]:
        """How many of some documents are in which language."""
        return Counter(self._languages[key] for key in keys)

    def get(self, keys: Collection[str]) -> Iterator[tuple[str, Extraction]]:
        """What was found in documents."""
        return ((key, self._found[key]) for key in keys)
