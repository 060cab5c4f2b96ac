"""What of a corpus a small page has: the most linked actors, or one actor and those linked to it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.views.payload.words import COOCCURRENCE, KINDS

__all__ = ["narrowed", "neighbourhood"]


def neighbourhood(
    lines: pd.DataFrame, degree: npt.NDArray[np.float64], most: int, centre: int | None = None
) -> list[int]:
    """The numbers of the actors that a page of so many has.

    Parameters
    ----------
    lines : pandas.DataFrame
        ``source, target, kind, weight``, the strongest first, as `graphbuild.views.payload.lines.lines` gives
        them.
    degree : ndarray of float
        By actor.
    most : int
        So many actors at most.
    centre : int, optional
        An actor: it and those that it has the strongest lines with, stated ones first. If not given, the most
        linked, each with its strongest partner.

    Returns
    -------
    list of int
        Ascending.

    Examples
    --------
    >>> drawn = pd.DataFrame({"source": [0, 2], "target": [1, 3], "kind": [0, 0], "weight": [2, 1]})
    >>> neighbourhood(drawn, np.array([2.0, 2.0, 1.0, 1.0]), 2)
    [0, 1]
    >>> neighbourhood(drawn, np.array([2.0, 2.0, 1.0, 1.0]), 3, centre=3)
    [2, 3]
    """
    counted = lines[(lines["weight"] > 0) & (lines["source"] != lines["target"])]
    together = counted["kind"] == KINDS.index(COOCCURRENCE)
    ends = pd.concat([counted[~together], counted[together]])[["source", "target"]].to_numpy(np.int64)
    if centre is not None:
        other = ends.sum(axis=1) - centre
        near = pd.unique(other[(ends == centre).any(axis=1)])
        return sorted({centre, *near[: most - 1].tolist()})
    partner: dict[int, int] = {}
    for source, target in ends.tolist():
        partner.setdefault(source, target)
        partner.setdefault(target, source)
    chosen: set[int] = set()
    for actor in np.argsort(-degree, kind="stable").tolist():
        new = {actor, partner.get(actor, actor)} - chosen
        if actor not in chosen and len(chosen) + len(new) <= most:
            chosen |= new
    return sorted(chosen)


def narrowed(tables: Mapping[str, pd.DataFrame], actor_ids: pd.Series) -> dict[str, pd.DataFrame]:
    """The tables with these actors alone, what is stated between them, and the documents that speak of them.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Documents, mentions, actors, relations and edges.
    actor_ids : pandas.Series of str

    Returns
    -------
    dict of str to pandas.DataFrame

    Examples
    --------
    >>> none = pd.DataFrame(columns=["actor_id", "doc_id", "source", "target"])
    >>> names = ("documents", "mentions", "actors", "relations", "edges")
    >>> some = narrowed(dict.fromkeys(names, none), none["actor_id"])
    >>> len(some["edges"])
    0
    """
    kept = set(actor_ids)
    mentions = tables["mentions"][tables["mentions"]["actor_id"].isin(kept)]
    between = {
        name: tables[name][tables[name]["source"].isin(kept) & tables[name]["target"].isin(kept)]
        for name in ("relations", "edges")
    }
    return {
        "documents": tables["documents"][tables["documents"]["doc_id"].isin(set(mentions["doc_id"]))],
        "mentions": mentions,
        "actors": tables["actors"][tables["actors"]["actor_id"].isin(kept)],
        **between,
    }
