"""From scores of BIO tags to the names they spell."""

from __future__ import annotations

import numpy as np

__all__ = ["allowed", "best_tags"]

_NEVER = -1e6


def allowed(tags: list[str]) -> np.ndarray:
    """Whether a tag (column) may follow another (row): I-X only after B-X or I-X.

    Parameters
    ----------
    tags : list of str
        ``O``, ``B-X`` and ``I-X``.

    Returns
    -------
    numpy.ndarray, shape (tags, tags), bool

    Examples
    --------
    >>> allowed(["O", "B-ORG", "I-ORG"]).tolist()
    [[True, True, False], [True, True, True], [True, True, True]]
    """
    return np.array([[not b.startswith("I-") or a[1:] == b[1:] for b in tags] for a in tags])


def best_tags(scores: np.ndarray, follows: np.ndarray) -> np.ndarray:
    """The sequence of tags of highest score in which every tag may follow the one before (Viterbi).

    Parameters
    ----------
    scores : numpy.ndarray, shape (words, tags), float
        Log probabilities or logits; tag 0 must be one after which I-X may not stand.
    follows : numpy.ndarray, shape (tags, tags), bool
        See `allowed`.

    Returns
    -------
    numpy.ndarray, shape (words,), int

    Examples
    --------
    >>> best_tags(np.array([[1.0, 0.9, 0.0], [0.0, 0.0, 5.0]]), allowed(["O", "B-ORG", "I-ORG"])).tolist()
    [1, 2]
    """
    tags = np.asarray(scores.argmax(1))
    if not len(tags) or (follows[0, tags[0]] and follows[tags[:-1], tags[1:]].all()):
        return tags
    barred = np.where(follows, 0.0, _NEVER)
    total, back = scores[0] + barred[0], []
    for row in scores[1:]:
        paths = total[:, None] + barred
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    path = [int(total.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1])
