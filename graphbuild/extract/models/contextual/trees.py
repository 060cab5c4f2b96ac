"""The best tree over the words of a sentence, given a score for every pair of dependent and head."""

from __future__ import annotations

import numpy as np

__all__ = ["tree"]

_NEVER = -1e6


def tree(scores: np.ndarray) -> np.ndarray:
    """Heads of the words of one sentence: the spanning tree of highest score with one root.

    The best head of each word where that is a tree already, else the algorithm of Chu and Liu (1965) and
    Edmonds (1967, doi:10.6028/jres.071B.032).

    Parameters
    ----------
    scores : numpy.ndarray, shape (words, words + 1), float
        Score of each word (row) to depend on the root (column 0) or on word ``column - 1``.

    Returns
    -------
    numpy.ndarray, shape (words,), int
        Index of the head of each word, -1 for the root of the sentence.

    Examples
    --------
    >>> tree(np.array([[0.0, 0.0, 9.0], [5.0, 8.0, 0.0]])).tolist()
    [1, -1]
    """
    scores = scores.astype(np.float64)
    size = len(scores)
    scores[np.arange(size), np.arange(size) + 1] = _NEVER
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        root = _root(scores, roots)
        scores[:, 0] = _NEVER
        scores[root, 0] = 0.0
        scores[root, 1:] = _NEVER
        heads = scores.argmax(1)
    if _cycle(heads):
        square = np.full((size + 1, size + 1), _NEVER)
        square[1:] = scores
        heads = _edmonds(square)[1:]
        roots = np.flatnonzero(heads == 0)
        if len(roots) > 1:
            scores[np.setdiff1d(np.arange(size), [_root(scores, roots)]), 0] = _NEVER
            square[1:] = scores
            heads = _edmonds(square)[1:]
    return np.asarray(heads - 1)


def _root(scores: np.ndarray, among: np.ndarray) -> int:
    """The word that gains most by being the root, against its best other head."""
    gain = scores[:, 0] - scores[:, 1:].max(1)
    return int(among[gain[among].argmax()] if len(among) else gain.argmax())


def _cycle(heads: np.ndarray) -> list[int]:
    """Words (counted from 1) of a cycle under `heads`; empty where there is none."""
    state = [0] * (len(heads) + 1)
    state[0] = len(heads) + 2
    for start in range(1, len(heads) + 1):
        word = start
        while not state[word]:
            state[word] = start
            word = int(heads[word - 1])
        if state[word] == start:
            cycle = [word]
            while (word := int(heads[word - 1])) != cycle[0]:
                cycle.append(word)
            return cycle
    return []


def _edmonds(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree rooted in node 0; `scores` is square, rows are dependents."""
    size = len(scores)
    scores[0] = _NEVER
    np.fill_diagonal(scores, 2 * _NEVER)
    heads = np.asarray(scores.argmax(1))
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    ring = np.array(cycle)
    best = scores[ring, heads[ring]]
    entering = scores[np.ix_(ring, outer)] - best[:, None]  # what it costs to break the cycle at a word
    leaving = scores[np.ix_(outer, ring)]
    small = np.full((len(outer) + 1, len(outer) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    small[-1, :-1] = entering.max(0) + best.sum()
    small[:-1, -1] = leaving.max(1)
    inner = _edmonds(small)
    out = np.array(heads)
    for n, node in enumerate(outer):
        if node:
            head = inner[n]
            out[node] = outer[head] if head < len(outer) else ring[leaving[n].argmax()]
    into = inner[-1]
    broken = ring[entering[:, into].argmax()]
    out[broken] = outer[into]
    return out
