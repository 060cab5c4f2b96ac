"""Who of the actors has a name: in the texts, or only in the tables."""

from __future__ import annotations

import pandas as pd

__all__ = ["minor", "unsaid"]


def unsaid(people: pd.DataFrame, mentions: pd.DataFrame) -> list[int]:
    """The actors that no mention calls by their name, which then is none of the word forms in the texts."""
    named = mentions[mentions["kind"] != "pronoun"]
    names = named["actor_id"].map(people.set_index("actor_id")["name"]).fillna("")
    columns = (column.tolist() for column in (named["actor_id"], named["text"], named["kind"], names))
    said = {
        actor_id
        for actor_id, text, kind, name in zip(*columns, strict=True)
        if (name in text if kind == "nominal" else _bare(text) == name)
    }
    return [number for number, actor_id in enumerate(people["actor_id"]) if actor_id not in said]


def minor(people: pd.DataFrame, mentions: pd.DataFrame, documents: int) -> list[int]:
    """The actors without a name ("villagers", "a patrol") that one of several documents speaks of."""
    named = set(mentions.loc[mentions["kind"] == "name", "actor_id"])
    once = people[people["n_documents"] < min(2, documents)]
    return [
        number
        for number, actor_id in zip(once.index.tolist(), once["actor_id"].tolist(), strict=True)
        if actor_id not in named
    ]


def _bare(text: str) -> str:
    words = text.split()
    without = words[1:] if len(words) > 1 and words[0].casefold() in ("the", "a", "an") else words
    return " ".join(without).removesuffix("'s").removesuffix("’s")
