"""Mentions of actors as the page needs them to have one stand for another actor."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from graphbuild.views.payload.pack import pack
from graphbuild.views.payload.words import COOCCURRENCE, KINDS
from graphbuild.vocabulary import NAME

__all__ = ["spans"]


def spans(
    rows: pd.DataFrame, mentions: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame
) -> dict[str, Any]:
    """Where actors are mentioned, and which mentions are the ends of what is stated.

    Parameters
    ----------
    rows : pandas.DataFrame
        Relations in the page's order, with their number of ``kind``.
    mentions, people, papers : pandas.DataFrame
        Mentions, actors and documents, the last two numbered from 0.

    Returns
    -------
    dict
        Packed columns, a value for each mention of an actor of the page, in order of document and text:
        ``document``, ``sentence``, ``start``, ``length``, ``actor``, ``back`` (so many mentions before is the
        one that it refers back to, or after, where negative; 0 for none), ``named`` (1 for a name). And
        ``source`` and ``target``: for each stated row, in order, the number of its mention and 1 more, 0 for
        none.

    Examples
    --------
    >>> mentions = pd.DataFrame({"mention_id": ["d:0-3", "d:9-12"], "doc_id": "d", "sentence": [0, 1],
    ...     "start": [0, 9], "end": [3, 12], "kind": ["name", "pronoun"], "antecedent": ["", "d:0-3"],
    ...     "actor_id": "a"})
    >>> rows = pd.DataFrame({"kind": [0], "source_mention": "d:9-12", "target_mention": ""})
    >>> people, papers = pd.DataFrame({"actor_id": ["a"]}), pd.DataFrame({"doc_id": ["d"]})
    >>> made = spans(rows, mentions, people, papers)
    >>> made["back"], made["source"]
    ({'type': 'u1', 'data': 'AAE='}, {'type': 'u1', 'data': 'Ag=='})
    """
    known = mentions.drop_duplicates("mention_id")
    known = known.assign(
        actor=pd.Index(people["actor_id"]).get_indexer(pd.Index(known["actor_id"])),
        document=pd.Index(papers["doc_id"]).get_indexer(pd.Index(known["doc_id"])),
    )
    known = known[(known["actor"] >= 0) & (known["document"] >= 0)]
    known = known.sort_values(["document", "start", "end"], ignore_index=True)
    ids = pd.Index(known["mention_id"])
    before = ids.get_indexer(pd.Index(known["antecedent"]))
    back = np.where(before >= 0, np.arange(len(known)) - before, 0)
    stated = rows[rows["kind"] != KINDS.index(COOCCURRENCE)]
    columns = {name: pack(known[name]) for name in ("document", "sentence", "start", "actor")}
    columns["length"] = pack(known["end"] - known["start"])
    columns["back"], columns["named"] = pack(back), pack((known["kind"] == NAME).astype(np.int64))
    for end in ("source", "target"):
        columns[end] = pack(ids.get_indexer(pd.Index(stated[f"{end}_mention"])) + 1)
    return columns
