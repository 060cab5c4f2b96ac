"""Edges summed to ties: one row per two actors, whoever does what to whom."""

from __future__ import annotations

from collections.abc import Collection

import igraph
import numpy as np
import pandas as pd

from graphbuild.vocabulary import STATED, VERB

__all__ = ["TONE", "as_igraph", "ties"]

TONE = 0.05
"""Acts of a polarity nearer to 0 are neither hostile nor friendly."""

_SUMS = ("weight", "forth", "back", "hostile", "friendly", "acts", "tone")


def ties(edges: pd.DataFrame, *, kinds: Collection[str] = STATED, by: str = "weight") -> pd.DataFrame:
    """One row per two actors that an edge joins, without direction and parallels.

    Parameters
    ----------
    edges : DataFrame
        Columns of ``SCHEMAS["edges"]``.
    kinds : collection of str
        Kinds of edges that count; if left out, what a sentence states.
    by : str
        The column to sum: ``weight`` (sentences), or ``n_stories``, where copies of a story count once.

    Returns
    -------
    DataFrame
        ``source, target`` (ids of actors, the smaller first), ``source_name, target_name``, ``weight`` (the
        sum), ``forth`` and ``back`` (the part from source to target, and from target to source),
        ``hostile``, ``friendly`` and ``acts`` (the part of verbs with a polarity below -`TONE`, above
        `TONE`, and of all verbs), ``polarity`` (mean over the verbs; 0.0 where there is none), ``sign`` (-1,
        1, or 0 where the polarity is within `TONE` of 0), ``first_date``, ``last_date``. By source, then
        target.

    Examples
    --------
    >>> edges = pd.DataFrame({"source": ["A", "B"], "source_name": ["Ann", "Ben"], "target": ["B", "A"],
    ...     "target_name": ["Ben", "Ann"], "kind": "verb", "weight": [3, 1], "polarity": [-1.0, 1.0],
    ...     "first_date": ["", "2020-05-01"], "last_date": ["", "2020-05-01"]})
    >>> ties(edges)[["weight", "forth", "back", "hostile", "polarity", "first_date"]].values.tolist()
    [[4, 3, 1, 3, -0.5, '2020-05-01']]
    """
    chosen = edges[edges["kind"].isin(kinds)]
    size = chosen[by].to_numpy()
    turned = (chosen["source"] > chosen["target"]).to_numpy(dtype=bool)
    verbs = (chosen["kind"] == VERB).to_numpy() * size
    polarity = chosen["polarity"].to_numpy()
    ends = {
        f"{end}{name}": chosen[f"{end}{name}"].mask(turned, chosen[f"{other}{name}"])
        for end, other in (("source", "target"), ("target", "source"))
        for name in ("", "_name")
    }
    parts = pd.DataFrame(ends).assign(
        weight=size,
        forth=size * ~turned,
        back=size * turned,
        hostile=verbs * (polarity < -TONE),
        friendly=verbs * (polarity > TONE),
        acts=verbs,
        tone=verbs * polarity,
        first_date=chosen["first_date"].where(chosen["first_date"] != ""),
        last_date=chosen["last_date"],
    )
    how = {"source_name": "first", "target_name": "first", **dict.fromkeys(_SUMS, "sum")}
    how |= {"first_date": "min", "last_date": "max"}
    summed = parts.groupby(["source", "target"], as_index=False, sort=True).agg(how)
    acts = summed["acts"].to_numpy()
    mean = np.round(np.where(acts > 0, summed["tone"] / np.maximum(acts, 1), 0.0), 6)
    summed = summed.assign(
        polarity=mean,
        sign=np.where(np.abs(mean) > TONE, np.sign(mean), 0).astype("int64"),
        first_date=summed["first_date"].fillna("").astype("str"),
    )
    columns = ["source", "target", "source_name", "target_name", "weight", "forth", "back", "hostile",
               "friendly", "acts", "polarity", "sign", "first_date", "last_date"]  # fmt: skip
    return summed[columns]


def as_igraph(ties: pd.DataFrame, *, directed: bool = False) -> igraph.Graph:
    """Ties as a graph of igraph, for its measures.

    Parameters
    ----------
    ties : DataFrame
        With ``source, target, weight, forth, back, sign``, as `ties` makes them.
    directed : bool
        An arc from source to target with weight ``forth`` where that is not 0, and one back.

    Returns
    -------
    igraph.Graph
        Vertices have a ``name``, the id of the actor, and stand in its order; edges have a ``weight`` and,
        without direction, a ``sign``, and stand in the order of the rows.

    Examples
    --------
    >>> table = pd.DataFrame({"source": ["A"], "target": ["B"], "weight": [4], "forth": [3], "back": [1],
    ...                       "sign": [-1]})
    >>> as_igraph(table).es["weight"], as_igraph(table, directed=True).get_edgelist()
    ([4], [(0, 1), (1, 0)])
    """
    ids = np.unique(np.concatenate([ties["source"].to_numpy(dtype=object), ties["target"].to_numpy(object)]))
    index = pd.Index(ids)
    pairs = np.stack([index.get_indexer(ties["source"]), index.get_indexer(ties["target"])], axis=1)
    weight = ties["weight"].to_numpy()
    if directed:
        there, back = (ties["forth"] > 0).to_numpy(), (ties["back"] > 0).to_numpy()
        pairs, weight = (
            np.concatenate([pairs[there], pairs[back][:, ::-1]]),
            np.concatenate([ties["forth"].to_numpy()[there], ties["back"].to_numpy()[back]]),
        )
    made = igraph.Graph(n=len(ids), edges=pairs.tolist(), directed=directed)
    made.vs["name"] = ids.tolist()
    made.es["weight"] = weight.tolist()
    if not directed:
        made.es["sign"] = ties["sign"].tolist()
    return made
