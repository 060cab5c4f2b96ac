"""Pairs of actors of the page that may be one, for its list of what to review."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from graphbuild.analysis.duplicates import duplicates
from graphbuild.views.payload.words import COOCCURRENCE, KINDS

__all__ = ["MOST", "queue"]

MOST = 300
"""So many pairs at most."""


def queue(
    people: pd.DataFrame, mentions: pd.DataFrame, lines: pd.DataFrame, apart: Collection[frozenset[str]]
) -> list[list[object]]:
    """The pairs, those that a merge would change most first.

    Parameters
    ----------
    people, mentions, lines : pandas.DataFrame
        Actors in the page's order; mentions; lines with the numbers of their ends.
    apart : collection of frozenset of str
        Pairs of ids that are known to be different.

    Returns
    -------
    list
        Of each pair the numbers of the less and of the more mentioned actor, the reasons (see
        `graphbuild.analysis.duplicates.REASONS`), how many actors both are linked to, and how many stated
        sentences a merge would move.

    Examples
    --------
    >>> nothing = pd.DataFrame(columns=["actor_id", "name", "type", "country", "role", "n_mentions"])
    >>> queue(nothing, pd.DataFrame(columns=["actor_id", "kind", "text"]),
    ...       pd.DataFrame(columns=["source", "target", "kind", "weight"]), [])
    []
    """
    stated = lines[(lines["kind"] != KINDS.index(COOCCURRENCE)) & (lines["source"] != lines["target"])]
    ids = people["actor_id"].to_numpy()
    edges = pd.DataFrame(
        {
            "source": ids[stated["source"].to_numpy(int)],
            "target": ids[stated["target"].to_numpy(int)],
            "kind": [KINDS[kind] for kind in stated["kind"]],
            "weight": stated["weight"].to_numpy(int),
        }
    )
    sizes = people.assign(n_mentions=people["n_mentions"].astype(int))
    found = duplicates(sizes, mentions, edges, apart=apart).head(MOST)
    place = {actor_id: at for at, actor_id in enumerate(ids)}
    return [
        [place[one], place[other], reasons.split(" | "), int(shared), int(sentences)]
        for one, other, reasons, shared, sentences in found[
            ["one", "other", "reasons", "shared", "sentences"]
        ].itertuples(index=False)
    ]
