"""The tables as a page takes them: its columns, in types that are sure, without gaps."""

from __future__ import annotations

import numpy as np
import pandas as pd

from graphbuild.errors import TableError

__all__ = ["cleaned"]

_NEEDED = {
    "documents": ("doc_id", "title", "date", "source", "url", "path", "sentences", "story_id"),
    "mentions": ("mention_id", "doc_id", "sentence", "start", "end", "text", "kind", "antecedent",
                 "actor_id"),
    "actors": ("actor_id", "name", "type", "role", "country", "titles", "aliases", "n_mentions",
               "n_documents", "first_date", "last_date"),
    "relations": ("relation_id", "doc_id", "sentence", "date", "kind", "source", "target", "relation", "verb",
                  "polarity", "status", "speaker", "speaker_name", "rule", "confidence", "source_mention",
                  "target_mention", "start", "end", "verb_start", "verb_end", "evidence"),
    "edges": ("source", "target", "kind", "relation", "association", "q_value"),
}  # fmt: skip
_WHOLE = ("sentence", "sentences", "start", "end", "verb_start", "verb_end", "n_mentions", "n_documents")
_BROKEN = ("polarity", "confidence", "association", "q_value")


def cleaned(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """The columns of one table that the page needs.

    Parameters
    ----------
    name : str
        ``documents``, ``mentions``, ``actors``, ``relations`` or ``edges``.
    table : pandas.DataFrame

    Returns
    -------
    pandas.DataFrame
        Text is ``str``, a count that is missing -1, a q value that is missing 1.

    Raises
    ------
    TableError
        It lacks a column.

    Examples
    --------
    >>> cleaned("edges", pd.DataFrame({"source": ["a"]}))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.TableError: the edges table lacks target, kind, ...
    """
    missing = [column for column in _NEEDED[name] if column not in table.columns]
    if missing:
        raise TableError(
            f"the {name} table lacks {', '.join(missing)}: pass the one that graphbuild.build returns"
        )
    kept = table.loc[:, list(_NEEDED[name])].copy()
    for column in kept.columns:
        if column in _WHOLE:
            kept[column] = pd.to_numeric(kept[column], errors="coerce").fillna(-1).astype(np.int64)
        elif column in _BROKEN:
            unknown = 1.0 if column == "q_value" else 0.0
            kept[column] = pd.to_numeric(kept[column], errors="coerce").fillna(unknown).astype(float)
        else:
            kept[column] = kept[column].astype(object).where(kept[column].notna(), "").map(str)
    return kept
