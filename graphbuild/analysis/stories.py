"""Which documents tell the same story: copies of agency text, cut, joined or edited a little."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import combinations
from tempfile import TemporaryFile
from types import TracebackType

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

__all__ = ["ALIKE", "Copies", "stories"]

ALIKE = 0.5
"""Documents that share such a part of the runs of words that either has are one story."""

_RUN = 5  # words
_SHORTEST = 25  # runs; a shorter text may be like another by accident
_SIGNATURE = 128  # hash functions
_WORD = re.compile(r"\w+")


def stories(
    documents: pd.DataFrame, texts: Iterable[tuple[str, str]], *, alike: float = ALIKE
) -> pd.DataFrame:
    """The documents with near-copies under one ``story_id``.

    Two texts are near-copies where of the runs of five words that either has, both have `ALIKE` or more
    (Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900). Candidates are found by MinHash signatures
    (library datasketch) and checked by what they really share; what is a copy of a copy is of the story too.

    Parameters
    ----------
    documents : DataFrame
        With ``doc_id, story_id``, in which exact copies share the ``story_id``.
    texts : iterable of (str, str)
        ``doc_id`` and prose; taken one after the other. A document without text keeps its story.
    alike : float
        See `ALIKE`.

    Returns
    -------
    DataFrame
        ``story_id`` of near-copies is that of the first of them in the table, which a build orders by date.

    Examples
    --------
    >>> told = [f"On day {i} the army crossed river number {i * i} again." for i in range(30)]
    >>> table = pd.DataFrame({"doc_id": ["a", "b", "c"], "story_id": ["s", "t", "u"]})
    >>> texts = {"a": " ".join(told), "b": "LAGOS - " + " ".join(told[:25]), "c": " ".join(told[25:])}
    >>> stories(table, texts.items()).story_id.tolist()
    ['s', 's', 'u']
    """
    with Copies(alike=alike) as copies:
        for doc_id, text in texts:
            copies.add(doc_id, text)
        return copies.stories(documents)


class Copies:
    """Texts of which near-copies are to be found; to be used with ``with``.

    Of each text half a kilobyte is kept in memory, the rest in a file that goes in the end.

    Parameters
    ----------
    alike : float
        See `ALIKE`.

    Examples
    --------
    >>> with Copies() as copies:
    ...     copies.add("a", "Rain fell.")
    ...     copies.stories(pd.DataFrame({"doc_id": ["a"], "story_id": ["s"]}))["story_id"].tolist()
    ['s']
    """

    def __init__(self, *, alike: float = ALIKE) -> None:
        from datasketch import MinHashLSH

        near = MinHashLSH(threshold=alike * 0.6, num_perm=_SIGNATURE)  # lower, so that few are missed
        self._alike, self._bands, self._rows = alike, near.b, near.r
        self._ids: list[str] = []
        self._signatures: list[npt.NDArray[np.uint32]] = []
        self._ends = [0]
        self._file = TemporaryFile(prefix="graphbuild-")  # noqa: SIM115, closed by `__exit__`

    def __enter__(self) -> Copies:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, doc_id: str, text: str) -> None:
        """Take in the prose of a document."""
        from datasketch import MinHash

        runs = _runs(text)
        if len(runs) < _SHORTEST:
            return
        signature = MinHash(num_perm=_SIGNATURE, hashfunc=int)
        signature.update_batch(runs.tolist())
        self._ids.append(doc_id)
        self._signatures.append(signature.hashvalues.astype(np.uint32))
        self._ends.append(self._ends[-1] + len(runs))
        self._file.write(runs.tobytes())

    def stories(self, documents: pd.DataFrame) -> pd.DataFrame:
        """The documents, as `stories` gives them."""
        place = {doc_id: at for at, doc_id in enumerate(documents["doc_id"].tolist())}
        pairs = list(_exact(documents["story_id"]))
        pairs += [
            (place[one], place[other]) for one, other in self._near() if one in place and other in place
        ]
        ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        size = len(documents)
        _, label = connected_components(
            csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
        )
        first = documents["story_id"].groupby(label).transform("first")
        return documents.assign(story_id=first)

    def _near(self) -> Iterator[tuple[str, str]]:
        """Near-copies; two that are connected by others need not be among them."""
        head = list(range(len(self._ids)))

        def first(at: int) -> int:
            while head[at] != at:
                head[at] = at = head[head[at]]
            return at

        for one, other in self._candidates():
            a, b = first(one), first(other)
            if a != b and self._alike_enough(self._runs_of(one), self._runs_of(other)):
                head[max(a, b)] = min(a, b)
                yield self._ids[one], self._ids[other]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Texts that have a band of their signatures in common."""
        if not self._signatures:
            return
        signatures = np.stack(self._signatures)
        for band in range(self._bands):
            part = np.ascontiguousarray(signatures[:, band * self._rows : (band + 1) * self._rows])
            _, group = np.unique(part, axis=0, return_inverse=True)
            group = group.ravel()
            order = np.argsort(group, kind="stable")
            for same in np.split(order, np.flatnonzero(np.diff(group[order])) + 1):
                yield from combinations(same.tolist(), 2)

    def _alike_enough(self, one: npt.NDArray[np.uint32], other: npt.NDArray[np.uint32]) -> bool:
        shared = len(np.intersect1d(one, other, assume_unique=True))
        return shared >= self._alike * (len(one) + len(other) - shared)

    def _runs_of(self, at: int) -> npt.NDArray[np.uint32]:
        begin, end = self._ends[at : at + 2]
        self._file.seek(4 * begin)
        return np.frombuffer(self._file.read(4 * (end - begin)), dtype=np.uint32)


def _exact(story_ids: pd.Series) -> Iterator[tuple[int, int]]:
    """Each document with the first of its story."""
    seen: dict[str, int] = {}
    for at, story_id in enumerate(story_ids.tolist()):
        yield at, seen.setdefault(story_id, at)


def _runs(text: str) -> npt.NDArray[np.uint32]:
    """Hashes of the runs of words, each once, in order of size."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    hashes = (zlib.crc32(b" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return np.unique(np.fromiter(hashes, dtype=np.uint32))
