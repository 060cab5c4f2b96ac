"""What the page asks to be reviewed: pairs of actors that may be one, and relations that may be wrong."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from graphbuild.analysis.doubtful import doubtful
from graphbuild.analysis.duplicates import duplicates
from graphbuild.views.payload.words import COOCCURRENCE, KINDS, NEGATED

__all__ = ["MOST", "doubts", "queue"]

MOST = 300
"""So many pairs at most, and so many relations."""


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


def doubts(rows: pd.DataFrame, relations: pd.DataFrame, edges: pd.DataFrame) -> list[list[object]]:
    """The relations of which there is doubt, those first of which most hangs.

    Parameters
    ----------
    rows : pandas.DataFrame
        Those of the page, in its order, with ``relation_id``.
    relations, edges : pandas.DataFrame
        Tables of the build, edges without their weights.

    Returns
    -------
    list
        Of each the number of its row and the reasons (see `graphbuild.analysis.doubtful.REASONS`).

    Examples
    --------
    >>> relations = pd.DataFrame({"relation_id": ["x"], "doc_id": "d", "sentence": 0, "kind": "verb",
    ...     "source": "a", "target": "b", "relation": "kill", "polarity": -1.0, "status": "asserted",
    ...     "rule": "active", "confidence": 0.4, "evidence": "Ann slays Ben."})
    >>> edges = pd.DataFrame({"source": ["a"], "target": "b", "kind": "verb", "relation": "kill"})
    >>> doubts(relations, relations, edges)
    [[0, ['unsure', 'rule', 'alone']]]
    """
    key = ["source", "target", "kind", "relation"]
    counted = relations[relations["status"] != NEGATED].drop_duplicates([*key, "doc_id", "sentence"])
    weighed = edges[key].merge(counted.groupby(key, as_index=False).size().rename(columns={"size": "weight"}))
    place = {relation_id: at for at, relation_id in enumerate(rows["relation_id"].tolist())}
    found = doubtful(relations.assign(source_name="", target_name=""), weighed)[["relation_id", "reasons"]]
    shown = found[found["relation_id"].isin(place)].head(MOST)
    return [[place[name], reasons.split(" | ")] for name, reasons in shown.itertuples(index=False)]
