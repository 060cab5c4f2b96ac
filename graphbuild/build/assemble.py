"""Tables of what was found in some documents, in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from graphbuild.network import Network
from graphbuild.records import Extraction, uncollected
from graphbuild.vocabulary import COUNTED

if TYPE_CHECKING:
    from graphbuild.resolve import Resolution

__all__ = ["assemble"]


@uncollected()
def assemble(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    *,
    window: int = 0,
    statuses: Collection[str] = COUNTED,
) -> Network:
    """Tables and graph from what was found in each document; takes no language processing.

    Parameters
    ----------
    extractions : sequence of Extraction
    resolution : Resolution
        What `graphbuild.resolve.resolve` makes of them.
    window, statuses
        As for `build`.

    Returns
    -------
    Network

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> from graphbuild.resolve import resolve
    >>> nothing = [Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())]
    >>> assemble(nothing, resolve(nothing)).counts["documents"]
    1
    """
    import pandas as pd

    from graphbuild import tables
    from graphbuild.analysis.association import association
    from graphbuild.analysis.stories import stories
    from graphbuild.analysis.titles import titles
    from graphbuild.edges.aggregate import aggregate
    from graphbuild.edges.cooccur import cooccur
    from graphbuild.edges.silent import silent
    from graphbuild.resolve.restated import added, restated

    links = resolution.links
    documents = tables.documents_table(extractions)
    mentions = tables.mentions_table(extractions, links)
    actors = tables.actors_table(resolution.actors, mentions, documents)
    stated = tables.relations_table(extractions, links, resolution.actors)
    sentences = tables.sentences_table(extractions)
    texts = sentences.groupby("doc_id", sort=False)["text"].agg(" ".join)
    documents = stories(documents, zip(texts.index.tolist(), texts.tolist(), strict=True))
    stated, corrections = added(stated, resolution.corrections, resolution.added, actors, mentions, sentences)
    nobody = silent(actors, mentions, stated)
    together = cooccur(mentions[~mentions["actor_id"].isin(nobody)], sentences, actors, window=window)
    relations = pd.concat([stated, together], ignore_index=True)
    if corrections:
        known = {r.relation_id for e in extractions for r in e.relations}.union(relations["relation_id"])
        relations, corrections = restated(relations, corrections, known)
    edges = aggregate(relations, documents, statuses=statuses)
    edges = association(edges, mentions, documents, window=window)
    merges = tables.merges_table(resolution.merges)
    held = titles(actors, mentions, sentences, relations)
    return Network(
        documents=documents,
        mentions=mentions,
        actors=actors,
        relations=relations,
        edges=edges,
        merges=merges,
        titles=held,
        corrections=corrections,
    )
