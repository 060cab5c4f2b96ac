"""Structural balance: whether the friend of a friend is a friend, and where that does not hold."""

from __future__ import annotations

from dataclasses import dataclass

import igraph
import numpy as np
import pandas as pd

from graphbuild.analysis.structure.ties import as_igraph

__all__ = ["Balance", "balance"]


@dataclass(frozen=True, slots=True)
class Balance:
    """How balanced a signed graph is.

    Attributes
    ----------
    triads : DataFrame
        The frustrated ones, three actors a row: ``first, second, third`` (ids, in order), their names
        ``first_name, second_name, third_name``, the signs ``first_second, first_third, second_third`` and
        ``weight``, that of the weakest of the three ties; by weight, the strongest first.
    n_triads : int
        Of three actors with a sign between each two.
    frustrated : float
        The share of them that is frustrated: an odd number of hostile ties. 0.0 where there is no triad.
    expected, low, high : float
        Mean and the middle 95 % of that share when the signs are dealt anew over the same ties.
    p_value : float
        How likely a deal has as few frustrated triads as there are.
    """

    triads: pd.DataFrame
    n_triads: int
    frustrated: float
    expected: float
    low: float
    high: float
    p_value: float


def balance(ties: pd.DataFrame, *, draws: int = 999, seed: int = 0) -> Balance:
    """Frustrated triads, and whether there are fewer than chance would have it.

    After Cartwright and Harary (1956, https://doi.org/10.1037/h0046049) a triad is balanced where the product
    of its signs is positive. What chance would have is told by dealing the signs anew over the same ties, as
    Leskovec et al. (2010, https://doi.org/10.1145/1753326.1753532) do.

    Parameters
    ----------
    ties : DataFrame
        As `graphbuild.analysis.structure.ties.ties` makes them; those without a sign do not count.
    draws : int
        How often signs are dealt.
    seed : int

    Returns
    -------
    Balance

    Examples
    --------
    >>> table = pd.DataFrame({"source": ["A", "A", "B"], "source_name": ["Ann", "Ann", "Ben"],
    ...     "target": ["B", "C", "C"], "target_name": ["Ben", "Cem", "Cem"], "sign": [1, 1, -1],
    ...     "weight": [3, 2, 5], "forth": 1, "back": 0})
    >>> found = balance(table)
    >>> found.triads[["first_name", "second_name", "third_name", "weight"]].values.tolist()
    [['Ann', 'Ben', 'Cem', 2]]
    >>> found.frustrated, found.p_value
    (1.0, 1.0)
    """
    signed = ties[ties["sign"] != 0]
    graph = as_igraph(signed)
    corners = np.array(graph.list_triangles(), dtype=np.int64).reshape(-1, 3)
    corners.sort(axis=1)
    corners = corners[np.lexsort(corners.T[::-1])]
    sides = np.stack([_between(graph, corners[:, a], corners[:, b]) for a, b in ((0, 1), (0, 2), (1, 2))])
    signs = signed["sign"].to_numpy(dtype=np.int8)
    odd = signs[sides].prod(axis=0) < 0
    listed = _listed(signed, graph, corners[odd], sides[:, odd])
    if not len(corners):
        return Balance(listed, 0, 0.0, 0.0, 0.0, 0.0, 1.0)
    rng = np.random.default_rng(seed)
    shares = np.array([(rng.permutation(signs)[sides].prod(axis=0) < 0).mean() for _ in range(draws)])
    low, high = np.quantile(shares, [0.025, 0.975])
    as_few = (1 + int((shares <= odd.mean() + 1e-12).sum())) / (1 + draws)
    told = (float(odd.mean()), float(shares.mean()), float(low), float(high), as_few)
    return Balance(listed, len(corners), *(round(value, 6) for value in told))


def _between(graph: igraph.Graph, ends: np.ndarray, others: np.ndarray) -> np.ndarray:
    pairs = list(zip(ends.tolist(), others.tolist(), strict=True))
    return np.array(graph.get_eids(pairs) if pairs else [], dtype=np.int64)


def _listed(
    signed: pd.DataFrame, graph: igraph.Graph, corners: np.ndarray, sides: np.ndarray
) -> pd.DataFrame:
    names = dict(zip(signed["source"], signed["source_name"], strict=True))
    names |= dict(zip(signed["target"], signed["target_name"], strict=True))
    ids = np.array(graph.vs["name"], dtype=object)[corners]
    weight, sign = signed["weight"].to_numpy(), signed["sign"].to_numpy()
    table = pd.DataFrame(
        {
            **{who: pd.Series(ids[:, i], dtype="str") for i, who in enumerate(("first", "second", "third"))},
            **{
                f"{who}_name": pd.Series([names[one] for one in ids[:, i]], dtype="str")
                for i, who in enumerate(("first", "second", "third"))
            },
            "first_second": sign[sides[0]],
            "first_third": sign[sides[1]],
            "second_third": sign[sides[2]],
            "weight": weight[sides].min(axis=0) if len(corners) else np.zeros(0, dtype=np.int64),
        }
    )
    return table.sort_values("weight", ascending=False, kind="stable", ignore_index=True)
