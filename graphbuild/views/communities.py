"""Which actors belong together: the communities that the page can fold the graph into."""

from __future__ import annotations

import random

import igraph
import numpy as np
import numpy.typing as npt

__all__ = ["communities"]


def communities(
    size: int, pairs: npt.NDArray[np.int64], weights: npt.NDArray[np.float64], *, seed: int = 0
) -> npt.NDArray[np.int64]:
    """Communities by the Louvain method (doi:10.1088/1742-5468/2008/10/P10008).

    Parameters
    ----------
    size : int
        Number of actors.
    pairs : ndarray of int, shape (k, 2)
        Tied actors, as positions 0 .. size - 1.
    weights : ndarray of float, shape (k,)
        Strength of each tie, > 0.
    seed : int
        Same seed, same communities.

    Returns
    -------
    ndarray of int, shape (size,)
        Number of each actor's community, the largest first; of two of a size the one with the first actor.
        An actor without ties is alone in its community.

    Examples
    --------
    >>> pairs = np.array([[0, 1], [1, 2], [0, 2], [3, 4]])
    >>> communities(6, pairs, np.ones(4)).tolist()
    [0, 0, 0, 1, 1, 2]
    """
    if size == 0:
        return np.zeros(0, dtype=np.int64)
    igraph.set_random_number_generator(random.Random(seed))
    try:
        graph = igraph.Graph(n=size, edges=pairs.tolist())
        found = np.array(graph.community_multilevel(weights=weights.tolist() or None).membership)
    finally:
        igraph.set_random_number_generator(random)
    _, first, label, sizes = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    numbered: npt.NDArray[np.int64] = rank[label]
    return numbered
