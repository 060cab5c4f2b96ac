"""Who stands between others: constraint, and the part that a broker plays between communities."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from graphbuild.analysis.structure.ties import as_igraph

__all__ = ["ROLES", "brokers"]

ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
"""What one who acts between two others may be, by whose communities these are of."""


def brokers(ties: pd.DataFrame, communities: pd.DataFrame) -> pd.DataFrame:
    """Burt's constraint, and the brokerage roles of Gould and Fernandez.

    Parameters
    ----------
    ties : DataFrame
        As `graphbuild.analysis.structure.ties.ties` makes them.
    communities : DataFrame
        With ``actor_id`` and ``community`` of every actor that has a tie.

    Returns
    -------
    DataFrame
        ``actor_id``, in order, and

        - ``constraint``: how far its ties lead back to the same few others, by weight (Burt 1992, Structural
          Holes; https://doi.org/10.1086/421787): low for who joins others that are not joined themselves.
        - ``coordinator, gatekeeper, representative, consultant, liaison``: how often it passes on from one
          actor to another that the first has no tie to: a acts towards it, it acts towards c, and a does not
          act towards c (Gould and Fernandez 1989, https://doi.org/10.2307/270949). All three are of one
          community; or only a is of another; or only c is; or a and c are of one and it is of another; or
          all three differ.

    Examples
    --------
    >>> table = pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"], "weight": 1, "forth": 1, "back": 0,
    ...                       "sign": 0})
    >>> groups = pd.DataFrame({"actor_id": ["A", "B", "C"], "community": [0, 0, 1]})
    >>> brokers(table, groups)[["actor_id", "constraint", "representative"]].values.tolist()
    [['A', 1.0, 0], ['B', 0.5, 1], ['C', 1.0, 0]]
    """
    graph, arcs = as_igraph(ties), as_igraph(ties, directed=True)
    size = graph.vcount()
    ids = pd.Series(graph.vs["name"], dtype="str")
    of = pd.Series(communities["community"].to_numpy(), index=communities["actor_id"]).loc[ids].to_numpy()
    pairs = np.array(arcs.get_edgelist(), dtype=np.int64).reshape(-1, 2)
    closed = _closed(np.array(graph.list_triangles(), dtype=np.int64).reshape(-1, 3), pairs, size)
    counts = _through(pairs, of, size) - _by_role(closed, of, size)
    constraint = np.array(graph.constraint(weights="weight"), dtype=float) if size else np.zeros(0)
    return pd.DataFrame({"actor_id": ids, "constraint": constraint.round(6), **dict(zip(ROLES, counts.T))})  # noqa: B905


def _through(pairs: np.ndarray, of: np.ndarray, size: int) -> np.ndarray:
    """By role, how often each actor stands between two others, whether these have a tie or not."""
    groups = int(of.max(initial=0)) + 1
    source, target = pairs.T
    ones = np.ones(len(pairs), dtype=np.int64)
    before = csr_array((ones, (target, of[source])), shape=(size, groups))
    after = csr_array((ones, (source, of[target])), shape=(size, groups))
    arcs = csr_array((ones, (source, target)), shape=(size, size))
    mutual = csr_array(arcs * arcs.T).tocoo()  # a and c are not one
    same = of[mutual.row] == of[mutual.col]
    back = np.bincount(mutual.row, minlength=size)
    back_own = np.bincount(mutual.row[same], minlength=size)
    into, out = before.sum(axis=1), after.sum(axis=1)
    alike = (before * after).sum(axis=1)
    own = csr_array((np.ones(size, dtype=np.int64), (np.arange(size), of)), shape=(size, groups))
    into_own, out_own = (before * own).sum(axis=1), (after * own).sum(axis=1)
    consultant = alike - into_own * out_own - (back - back_own)
    return np.stack(
        [
            into_own * out_own - back_own,
            (into - into_own) * out_own,
            into_own * (out - out_own),
            consultant,
            (into - into_own) * (out - out_own) - (alike - into_own * out_own),
        ],
        axis=1,
    )


def _closed(triangles: np.ndarray, pairs: np.ndarray, size: int) -> np.ndarray:
    """Of three tied actors all orders a, b, c with arcs from a to b, b to c and a to c."""
    known = np.sort(pairs[:, 0] * size + pairs[:, 1])
    found = []
    for order in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        a, b, c = triangles[:, order].T
        there = [np.isin(x * size + y, known) for x, y in ((a, b), (b, c), (a, c))]
        found.append(triangles[np.logical_and.reduce(there)][:, order])
    return np.concatenate(found)


def _by_role(triples: np.ndarray, of: np.ndarray, size: int) -> np.ndarray:
    a, b, c = of[triples].T
    roles = [
        (a == b) & (b == c),
        (a != b) & (b == c),
        (a == b) & (b != c),
        (a == c) & (a != b),
        (a != b) & (b != c) & (a != c),
    ]
    return np.stack([np.bincount(triples[role, 1], minlength=size) for role in roles], axis=1)
