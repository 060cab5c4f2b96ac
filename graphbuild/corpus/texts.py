"""The texts of the articles that most of what is shown comes from."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from graphbuild.corpus.articles import Kept
from graphbuild.store.codec import unescaped

__all__ = ["texts"]

_MOST = 8_000  # a page has room for half as many of usual length


def texts(kept: Kept, paths: Mapping[str, str], relations: pd.DataFrame) -> dict[str, str]:
    """Texts by document.

    Parameters
    ----------
    kept : Kept
    paths : mapping of str to str
        The documents, by their keys there.
    relations : DataFrame
        With ``doc_id``. Of more than some thousand documents those are taken that have most of them.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> from graphbuild.records import Document, Extraction
    >>> from graphbuild.store.codec import encode
    >>> from graphbuild.store.memory import Memory
    >>> memory = Memory()
    >>> memory.put(encode([("k", Extraction(Document("d", "Rain fell."), ((0, 10),), (), ()))]))
    >>> texts(memory, {"k": "d.txt"}, pd.DataFrame({"doc_id": ["d"]}))
    {'d': 'Rain fell.'}
    """
    counts = relations["doc_id"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    wanted = set(counts.index[:_MOST]) if len(paths) > _MOST else None
    found: dict[str, str] = {}
    for table in kept.tables(paths, ["key", "escaped", "doc_id", "text"]):
        rows = zip(*(table[name].to_pylist() for name in ("escaped", "doc_id", "text")), strict=True)
        for escaped, doc_id, text in rows:
            name = unescaped(doc_id) if escaped else doc_id
            if wanted is None or name in wanted:
                found[name] = unescaped(text) if escaped else text
    return found
