"""Which ties stand out: the backbone of a graph, by two methods."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["METHODS", "backbone", "disparity", "noise_corrected"]

_Floats = npt.NDArray[np.float64]


def backbone(ties: pd.DataFrame, *, method: str = "noise", level: float = 0.05) -> pd.DataFrame:
    """The ties that are stronger than chance would have them.

    Parameters
    ----------
    ties : DataFrame
        With ``source, target, weight``: one row per two nodes, without direction.
    method : str
        One of `METHODS`: ``noise`` or ``disparity``.
    level : float
        From what p value on a tie is left out.

    Returns
    -------
    DataFrame
        The rows that stay, in order, with ``p_value``.

    Examples
    --------
    >>> table = pd.DataFrame([("A", "B", 30), ("A", "C", 1), ("B", "C", 1), ("C", "D", 20)],
    ...                      columns=["source", "target", "weight"])
    >>> backbone(table)[["source", "target"]].values.tolist()
    [['A', 'B'], ['C', 'D']]
    """
    p_values = METHODS[method](ties)
    return ties.assign(p_value=p_values)[p_values < level].reset_index(drop=True)


def disparity(ties: pd.DataFrame) -> _Floats:
    """The disparity filter: how likely an end of the tie spreads its strength so unevenly by chance.

    Serrano et al. (2009, https://doi.org/10.1073/pnas.0808904106): of a node with k ties, a tie that takes
    the share x of its strength has (1 - x) ^ (k - 1); of a tie's two ends the lower counts. A node with a
    single tie says nothing.

    Parameters
    ----------
    ties : DataFrame
        With ``source, target, weight``: one row per two nodes, without direction.

    Returns
    -------
    ndarray of float
        A p value for each row.

    Examples
    --------
    >>> table = pd.DataFrame([("A", "B", 9), ("A", "C", 1)], columns=["source", "target", "weight"])
    >>> disparity(table).round(3).tolist()
    [0.1, 0.9]
    """
    first, second, weight, strength = _sums(ties)
    degree = np.bincount(np.concatenate([first, second]))
    ends = [
        np.where(degree[end] > 1, (1 - weight / strength[end]) ** (degree[end] - 1), 1.0)
        for end in (first, second)
    ]
    return np.minimum(*ends)


def noise_corrected(ties: pd.DataFrame) -> _Floats:
    """The noise-corrected backbone of Coscia and Neffke (2017, https://arxiv.org/abs/1701.07336).

    Two nodes of strengths s and t are expected to have a tie of s t / n, where n is the sum of the strengths.
    The lift, weight over expectation, is brought to the range from -1 to 1 as (lift - 1) / (lift + 1); how
    far it may stray is estimated from a binomial weight whose probability has a beta prior with the mean and
    variance of a hypergeometric draw, by the delta method. Unlike the disparity filter it heeds both ends: a
    hub's tie to one that has few others can stand out, and a strong tie between two hubs need not. Two that
    have no others always stand out, however weak their tie.

    Parameters
    ----------
    ties : DataFrame
        With ``source, target, weight``: one row per two nodes, without direction.

    Returns
    -------
    ndarray of float
        A p value for each row, one-sided: that the tie is stronger than expected is chance.

    Examples
    --------
    >>> table = pd.DataFrame([("A", "B", 30), ("A", "C", 1), ("B", "C", 1), ("C", "D", 20)],
    ...                      columns=["source", "target", "weight"])
    >>> noise_corrected(table).round(2).tolist()
    [0.0, 0.95, 0.95, 0.0]
    """
    from scipy.stats import norm

    score, deviation = _lift(ties)
    return np.asarray(norm.sf(np.divide(score, deviation, out=np.zeros_like(score), where=deviation > 0)))


def _lift(ties: pd.DataFrame) -> tuple[_Floats, _Floats]:
    """Of each tie the lift, brought to -1 .. 1, and its standard deviation."""
    first, second, weight, strength = _sums(ties)
    total = strength.sum()
    s, t = strength[first], strength[second]
    lift = total * weight / (s * t)
    mean = s * t / total**2
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = s * t * (total - s) * (total - t) / (total**4 * (total - 1))
        alpha = mean**2 * (1 - mean) / variance - mean
        beta = mean * (1 - mean) ** 2 / variance + mean - 1
        chance = (alpha + weight) / (alpha + beta + total)
    chance = np.where(variance > 0, chance, mean)
    spread = total * chance * (1 - chance)
    slope = total / (s * t) - weight * total * (s + t) / (s * t) ** 2 + weight / (s * t)
    slope = 2 * slope / (lift + 1) ** 2
    return (lift - 1) / (lift + 1), np.sqrt(spread) * np.abs(slope)


def _sums(ties: pd.DataFrame) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], _Floats, _Floats]:
    """Positions of both ends, weights, and the strength of each node."""
    ends = np.concatenate([ties["source"].to_numpy(object), ties["target"].to_numpy(object)])
    place = pd.factorize(ends, sort=True)[0].astype(np.int64)
    weight: _Floats = ties["weight"].to_numpy(dtype=np.float64)
    strength: _Floats = np.bincount(place, weights=np.concatenate([weight, weight])).astype(np.float64)
    return place[: len(weight)], place[len(weight) :], weight, strength


METHODS: dict[str, Callable[[pd.DataFrame], _Floats]] = {"noise": noise_corrected, "disparity": disparity}
"""Ways to tell how likely each tie is an accident."""
