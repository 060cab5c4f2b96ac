"""How central each actor is, by several measures."""

from __future__ import annotations

import random

import numpy as np
import pandas as pd

from graphbuild.analysis.structure.ties import as_igraph

__all__ = ["centrality"]

EXACT = 5_000
"""Up to so many actors betweenness is exact; beyond, estimated from the paths of an eighth as many."""


def centrality(ties: pd.DataFrame, *, seed: int = 0) -> pd.DataFrame:
    """Degree, strength, betweenness, PageRank and core number of each actor that has a tie.

    Parameters
    ----------
    ties : DataFrame
        As `graphbuild.analysis.structure.ties.ties` makes them.
    seed : int
        Of the actors whose paths are followed where there are more than `EXACT`.

    Returns
    -------
    DataFrame
        ``actor_id``, in order, and

        - ``degree``: actors that it is tied to; ``in_degree`` of those who act towards it, ``out_degree`` of
          those whom it acts towards.
        - ``strength``: sum of the weights of its ties.
        - ``betweenness``: the share of the shortest paths between two others that lead over it, ties taken
          without direction and weight (Freeman 1977, https://doi.org/10.2307/3033543). Beyond `EXACT` actors
          an estimate from paths that begin at a sample (Brandes and Pich 2007,
          https://doi.org/10.1142/S0218127407018403).
        - ``pagerank``: over directed ties by weight, damping 0.85 (Brin and Page 1998,
          https://doi.org/10.1016/S0169-7552(98)00110-X); all sum to 1.
        - ``core``: the largest k such that it belongs to a group in which each is tied to k of the others
          (Seidman 1983, https://doi.org/10.1016/0378-8733(83)90028-X).

    Examples
    --------
    >>> star = pd.DataFrame({"source": "A", "target": ["B", "C"], "weight": [2, 1], "forth": [2, 0],
    ...                      "back": [0, 1], "sign": 0})
    >>> centrality(star)[["actor_id", "degree", "in_degree", "strength", "betweenness"]].values.tolist()
    [['A', 2, 1, 3, 1.0], ['B', 1, 1, 2, 0.0], ['C', 1, 0, 1, 0.0]]
    """
    graph, arcs = as_igraph(ties), as_igraph(ties, directed=True)
    size = graph.vcount()
    pairs = max((size - 1) * (size - 2) / 2, 1)
    sources = None
    if size > EXACT:
        sources = sorted(random.Random(seed).sample(range(size), EXACT // 8))
        pairs *= len(sources) / size
    between = np.array(graph.betweenness(directed=False, sources=sources), dtype=float) / pairs
    rank = arcs.pagerank(directed=True, damping=0.85, weights="weight") if size else []
    return pd.DataFrame(
        {
            "actor_id": pd.Series(graph.vs["name"], dtype="str"),
            "degree": pd.Series(graph.degree(), dtype="int64"),
            "in_degree": pd.Series(arcs.indegree(), dtype="int64"),
            "out_degree": pd.Series(arcs.outdegree(), dtype="int64"),
            "strength": pd.Series(graph.strength(weights="weight"), dtype="int64"),
            "betweenness": between.round(6),
            "pagerank": np.array(rank, dtype=float).round(9),
            "core": pd.Series(graph.coreness(), dtype="int64"),
        }
    )
