"""Whom the texts only describe, of no country and without an act: no nodes, and no company for others."""

from __future__ import annotations

import pandas as pd

from graphbuild.disk.database import Table, connection, view
from graphbuild.vocabulary import NAME

__all__ = ["silent"]


_HEARD = f"""
SELECT actor_id FROM mentions WHERE kind = '{NAME}'
UNION SELECT source FROM stated UNION SELECT target FROM stated UNION SELECT speaker FROM stated
"""


def silent(actors: pd.DataFrame, mentions: Table, stated: Table) -> frozenset[str]:
    """Actors that have neither name nor country nor part in any stated relation: "residents", "a reader".

    They are in the tables; that they stand in a sentence with others says nothing of these.

    Parameters
    ----------
    actors : DataFrame
    mentions : DataFrame, or Path of a Parquet file, or sequence of such
        Tables of one build (see `graphbuild.tables`).
    stated : likewise
        Its relations that a sentence states; those of co-occurrence, too, when it is known.

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
    alone = actors.loc[actors["country"] == "", "actor_id"]
    if isinstance(mentions, pd.DataFrame) and isinstance(stated, pd.DataFrame):
        heard = set(mentions.loc[mentions["kind"] == NAME, "actor_id"])
        for end in ("source", "target", "speaker"):
            heard.update(stated[end])
        return frozenset(alone) - heard
    with connection() as made:
        view(made, "mentions", mentions, ("actor_id", "kind"))
        view(made, "stated", stated, ("source", "target", "speaker"))
        view(made, "alone", pd.DataFrame({"actor_id": alone}), ("actor_id",))
        rows = made.sql(f"SELECT actor_id FROM alone EXCEPT ({_HEARD})").fetchall()
    return frozenset(row[0] for row in rows)
