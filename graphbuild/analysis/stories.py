"""Which documents tell the same story: copies of agency text, cut, joined or edited a little."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

__all__ = ["ALIKE", "stories"]

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
    from datasketch import MinHash, MinHashLSH

    found: dict[str, npt.NDArray[np.uint32]] = {}
    near = MinHashLSH(threshold=alike * 0.6, num_perm=_SIGNATURE)  # lower, so that few are missed
    place = {doc_id: at for at, doc_id in enumerate(documents["doc_id"].tolist())}
    pairs = list(_exact(documents["story_id"]))
    for doc_id, text in texts:
        runs = _runs(text)
        if len(runs) < _SHORTEST or doc_id not in place:
            continue
        signature = MinHash(num_perm=_SIGNATURE, hashfunc=int)
        signature.update_batch(runs.tolist())
        for other in near.query(signature):
            shared = len(np.intersect1d(runs, found[other], assume_unique=True))
            if shared >= alike * (len(runs) + len(found[other]) - shared):
                pairs.append((place[doc_id], place[other]))
        near.insert(doc_id, signature)
        found[doc_id] = runs
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    size = len(documents)
    _, label = connected_components(
        csr_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
    )
    first = documents["story_id"].groupby(label).transform("first")
    return documents.assign(story_id=first)


def _exact(story_ids: pd.Series) -> Iterable[tuple[int, int]]:
    """Each document with the first of its story."""
    seen: dict[str, int] = {}
    for at, story_id in enumerate(story_ids.tolist()):
        yield at, seen.setdefault(story_id, at)


def _runs(text: str) -> npt.NDArray[np.uint32]:
    """Hashes of the runs of words, each once, in order of size."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    hashes = (zlib.crc32(b" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return np.unique(np.fromiter(hashes, dtype=np.uint32))
