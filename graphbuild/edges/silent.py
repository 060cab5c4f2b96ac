"""Whom the texts only describe, of no country and without an act: no nodes, and no company for others."""

from __future__ import annotations

import pandas as pd

from graphbuild.vocabulary import NAME

__all__ = ["silent"]


def silent(actors: pd.DataFrame, mentions: pd.DataFrame, stated: pd.DataFrame) -> frozenset[str]:
    """Actors that have neither name nor country nor part in any stated relation: "residents", "a reader".

    They are in the tables; that they stand in a sentence with others says nothing of these.

    Parameters
    ----------
    actors, mentions : DataFrame
        Tables of one build (see `graphbuild.tables`).
    stated : DataFrame
        Its relations that a sentence states.

    Returns
    -------
    frozenset of str
        Their ids.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["chad", "residents"], "country": ["TCD", ""]})
    >>> mentions = pd.DataFrame({"actor_id": ["chad", "residents"], "kind": ["name", "nominal"]})
    >>> sorted(silent(actors, mentions, pd.DataFrame(columns=["source", "target", "speaker"])))
    ['residents']
    """
    heard = set(mentions.loc[mentions["kind"] == NAME, "actor_id"])
    for end in ("source", "target", "speaker"):
        heard.update(stated[end])
    return frozenset(actors.loc[actors["country"] == "", "actor_id"]) - heard
