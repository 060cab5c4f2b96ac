"""Stated relations that may be wrong, ranked by what the graph would lose with them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from graphbuild.vocabulary import BY_HAND, CORRECTED, NEGATED, STATED

__all__ = ["REASONS", "doubtful"]

REASONS = {
    "unsure": "low confidence",
    "contested": "against what most sentences say of the two",
    "rule": "made by a rule that is seldom right",
    "alone": "the only sentence behind its link",
    "twice": "the sentence states several things of the two",
}
"""Why a relation may be wrong, in words; the fourth tells only what hangs on it."""

COLUMNS = (
    "relation_id", "source_name", "relation", "target_name", "reasons", "confidence", "weight", "rule",
    "score", "doc_id", "sentence", "evidence",
)  # fmt: skip

_UNSURE = 0.6
_SELDOM = 0.5  # mean confidence of what a rule makes
_DOUBTS = ("unsure", "contested", "rule", "twice")


def doubtful(relations: pd.DataFrame, edges: pd.DataFrame) -> pd.DataFrame:
    """Stated relations of which there is some doubt, none that a user has added, confirmed or set right.

    Parameters
    ----------
    relations, edges : DataFrame
        Tables of one build (see `graphbuild.tables`).

    Returns
    -------
    DataFrame
        ``reasons`` are keys of `REASONS`, joined by ``" | "``; ``weight`` is that of the edge. ``score``: how
        likely it is wrong (by its confidence, half as much again where it is contested) times what would go
        with it: its share of the edge, by the root of how many stated sentences either actor has. By score.

    Examples
    --------
    >>> relations = pd.DataFrame({"relation_id": ["x", "y"], "doc_id": "d", "sentence": [0, 1],
    ...     "kind": "verb", "source": "a", "source_name": "Ann", "target": "b", "target_name": "Ben",
    ...     "relation": ["aid", "kill"], "polarity": [1.0, -1.0], "status": "asserted", "rule": "active",
    ...     "confidence": [0.9, 0.4], "evidence": ["Ann helps Ben.", "Ann slays Ben."]})
    >>> edges = pd.DataFrame({"source": "a", "target": "b", "kind": "verb", "relation": ["aid", "kill"],
    ...                       "weight": [3, 1]})
    >>> doubtful(relations, edges)[["relation_id", "reasons"]].values.tolist()
    [['y', 'unsure | contested | alone'], ['x', 'contested']]
    """
    key = ["source", "target", "kind", "relation"]
    stated = relations[relations["kind"].isin(STATED) & (relations["status"] != NEGATED)]
    standing = _standing(edges[edges["kind"].isin(STATED)])
    rows = stated.merge(edges[[*key, "weight"]], on=key, how="inner")
    if rows.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    sign = np.sign(rows["polarity"])
    ends = np.sort(rows[["source", "target"]].to_numpy(str), axis=1)
    pair = [pd.Series(ends[:, at], index=rows.index) for at in (0, 1)]
    for_it = _places(rows, [*pair, sign])
    against = sum((_places(rows, pair, only=sign == other) for other in (-1.0, 1.0)), start=-for_it)
    rows["contested"] = (sign != 0) & (against > 0) & (against >= for_it)
    rows["unsure"] = rows["confidence"] < _UNSURE
    rows["rule_"] = rows["rule"].map(rows.groupby("rule")["confidence"].mean()) < _SELDOM
    rows["alone"] = rows["weight"] == 1
    at = ["doc_id", "sentence", "source", "target"]
    rows["twice"] = rows.groupby(at)["relation"].transform("nunique") > 1
    degree = rows["source"].map(standing) * rows["target"].map(standing)
    wrong = (1 - rows["confidence"]) * np.where(rows["contested"], 1.5, 1.0)
    rows["score"] = (wrong * np.sqrt(degree.fillna(1.0)) / rows["weight"]).round(4)
    flags = {name: rows["rule_" if name == "rule" else name].to_numpy(bool) for name in REASONS}
    rows["reasons"] = [
        " | ".join(name for name in REASONS if flags[name][number]) for number in range(len(rows))
    ]
    doubt = np.logical_or.reduce([flags[name] for name in _DOUBTS])
    settled = rows["rule"].isin([BY_HAND, CORRECTED]) | (rows["confidence"] >= 1)
    chosen = rows[doubt & ~settled.to_numpy()]
    made: pd.DataFrame = chosen.sort_values(
        ["score", "relation_id"], ascending=[False, True], ignore_index=True
    )[list(COLUMNS)]
    return made


def _standing(stated: pd.DataFrame) -> pd.Series:
    """The stated sentences of each actor."""
    ends = pd.concat(
        [stated[[end, "weight"]].set_axis(["actor", "weight"], axis=1) for end in ("source", "target")]
    )
    return ends.groupby("actor")["weight"].sum()


def _places(rows: pd.DataFrame, keys: list[pd.Series], only: pd.Series | None = None) -> pd.Series:
    """For each row the number of sentences, of those that count, that have its keys."""
    place = rows["doc_id"] + ":" + rows["sentence"].astype(str)
    if only is not None:
        place = place.where(only)
    return place.groupby(keys).transform("nunique")
