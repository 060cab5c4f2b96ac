"""All relations of one kind and sign from one actor to another, as one line of the drawing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.views.payload.days import NO_DAY, days
from graphbuild.views.payload.words import COOCCURRENCE, KINDS, NEGATED, STATUSES

__all__ = ["RADIUS", "STATED", "lines", "radius"]

STATED = 2.0
"""So much more counts a sentence that states something than one that has two actors together."""

RADIUS = (4, 26)
"""Radius of an actor at least, and of the most linked one; between them the area tells."""

_ROOM = 31  # days


def lines(
    relations: pd.DataFrame, edges: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, npt.NDArray[np.float64]]:
    """Lines, the relations behind them, and how much each actor is linked.

    Parameters
    ----------
    relations, edges, people, papers : pandas.DataFrame
        Relations, edges, actors and documents, the last two numbered from 0.

    Returns
    -------
    rows : pandas.DataFrame
        The relations whose edge is among `edges`, and those denied, with the ``line`` of each, the numbers of
        its ``document``, ``source``, ``target``, ``kind`` and ``status``, its ``sign``, and its ``day``, but
        for one so far from the articles that it would stretch the time line.
    lines : pandas.DataFrame
        ``source, target, kind, sign``, ``weight`` (sentences that count), ``strength`` (these, by `STATED`),
        ``pair`` (a number for the two ends, whichever is the source), ``association, q_value`` (of
        co-occurrence; 0 and 1 for all others). The strongest first; among lines of the same strength those
        between much linked actors.
    degree : ndarray of float
        Weighted degree of each actor: the weights of its stated lines, or of all where nothing is stated.
    """
    numbered = _undirected(
        edges.assign(**_ends(edges, people), kind=pd.Index(KINDS).get_indexer(pd.Index(edges["kind"])))
    )
    rows = _rows(relations, numbered, people, papers)
    key = ["source", "target", "kind", "sign"]
    counted = rows[rows["status"] != STATUSES.index(NEGATED)]
    weight = counted.drop_duplicates([*key, "document", "start", "end"]).groupby(key, sort=True).size()
    made = rows[key].drop_duplicates().set_index(key)
    made["weight"] = weight.reindex(made.index).fillna(0).astype(np.int64)
    made = made.reset_index()
    together = KINDS.index(COOCCURRENCE)
    made["strength"] = made["weight"] * np.where(made["kind"] == together, 1.0, STATED)
    degree = _degree(made, len(people))
    lesser = np.minimum(degree[made["source"]], degree[made["target"]])
    made = made.assign(_weakness=-made["strength"], _lesser=-lesser)
    made = made.sort_values(["_weakness", "_lesser", *key], ignore_index=True)
    ends = np.sort(made[["source", "target"]].to_numpy(np.int64), axis=1).reshape(-1, 2)
    made["pair"] = pd.factorize(pd.MultiIndex.from_arrays([ends[:, 0], ends[:, 1]]))[0] if len(made) else 0
    place = pd.Series(np.arange(len(made)), index=pd.MultiIndex.from_frame(made[key]), dtype=np.int64)
    rows = rows.assign(line=place.reindex(pd.MultiIndex.from_frame(rows[key])).to_numpy(np.int64))
    known = numbered[numbered["kind"] == together].drop_duplicates(["source", "target"])
    made = made.merge(known[["source", "target", "kind", "association", "q_value"]], how="left")
    return rows, made.fillna({"association": 0.0, "q_value": 1.0}), degree


def radius(degree: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """How large each actor is drawn.

    Parameters
    ----------
    degree : ndarray of float
        As `lines` gives it.

    Returns
    -------
    ndarray of float

    Examples
    --------
    >>> radius(np.array([0.0, 1.0, 4.0])).tolist()
    [4.0, 13.0, 26.0]
    """
    least, most = RADIUS
    share: npt.NDArray[np.float64] = degree / max(degree.max(initial=0.0), 1.0)
    made: npt.NDArray[np.float64] = np.maximum(least, most * np.sqrt(share)).round(1)
    return made


def _rows(
    relations: pd.DataFrame, edges: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame
) -> pd.DataFrame:
    rows = relations.assign(
        **_ends(relations, people),
        document=pd.Index(papers["doc_id"]).get_indexer(pd.Index(relations["doc_id"])),
        kind=pd.Index(KINDS).get_indexer(pd.Index(relations["kind"])),
        status=pd.Index(STATUSES).get_indexer(pd.Index(relations["status"])).clip(0),
        sign=np.sign(relations["polarity"]).astype(np.int64),
        day=_near(days(relations["date"]), days(papers["date"])),
    )
    rows = rows[(rows["kind"] >= 0) & (rows["source"] >= 0) & (rows["target"] >= 0)]
    rows = _undirected(rows)
    key = ["source", "target", "kind", "relation"]
    listed = pd.MultiIndex.from_frame(edges[key])
    denied = (rows["status"] == STATUSES.index(NEGATED)).to_numpy()
    return rows[pd.MultiIndex.from_frame(rows[key]).isin(listed) | denied]


def _ends(table: pd.DataFrame, people: pd.DataFrame) -> dict[str, npt.NDArray[np.intp]]:
    """The numbers of source and target, -1 for what is no actor of the page."""
    ids = pd.Index(people["actor_id"])
    return {end: ids.get_indexer(table[end]) for end in ("source", "target")}


def _undirected(table: pd.DataFrame) -> pd.DataFrame:
    """Turn co-occurrences so that the actor that comes first in the page is the source, marks included."""
    flip = ((table["kind"] == KINDS.index(COOCCURRENCE)) & (table["source"] > table["target"])).to_numpy()
    turned = table.copy()
    for one, other in (("source", "target"), ("source_mention", "target_mention")):
        if one in table.columns:
            turned[one] = np.where(flip, table[other], table[one])
            turned[other] = np.where(flip, table[one], table[other])
    return turned


def _near(own: npt.NDArray[np.int64], papers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The days, but none for what lies too far from the articles."""
    known = papers[papers != NO_DAY]
    if not known.size:
        return own
    first, last = known.min(), known.max()
    room = max(last - first, _ROOM)
    return np.where((own >= first - room) & (own <= last + room), own, NO_DAY)


def _degree(lines: pd.DataFrame, actors: int) -> npt.NDArray[np.float64]:
    stated = lines[(lines["kind"] != KINDS.index(COOCCURRENCE)) & (lines["weight"] > 0)]
    counted = lines if stated.empty else stated
    degree = np.zeros(actors)
    for end in ("source", "target"):
        np.add.at(degree, counted[end].to_numpy(np.int64), counted["weight"].to_numpy(float))
    return degree
