"""The large tables, written document by document: mentions, and relations with those who stand together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from graphbuild.analysis.stories import Copies
from graphbuild.analysis.titles import sightings
from graphbuild.corpus.articles import Articles
from graphbuild.corpus.files import Rows, Tables, copied
from graphbuild.corpus.links import NOBODY, Batch, Links
from graphbuild.edges.cooccur import cooccur
from graphbuild.edges.silent import silent
from graphbuild.records import Actor, Extraction
from graphbuild.tables import (
    LIST,
    documents_table,
    mentions_table,
    relations_table,
    sentences_table,
)

__all__ = ["SEEN", "tables"]

SEEN = ("actor_id", "name", "title", "organization", "organization_name", "country", "date")
"""Columns of what is written of titles, as `graphbuild.analysis.titles.sightings` has them."""


def tables(
    articles: Articles,
    found: Links,
    everywhere: Sequence[Actor],
    folder: Path,
    *,
    window: int = 0,
) -> pd.DataFrame:
    """Write ``mentions.parquet`` and ``relations.parquet``, and ``seen.parquet`` with the columns `SEEN`.

    Parameters
    ----------
    articles : Articles
    found : Links
        Of them.
    everywhere : sequence of Actor
        Those that have numbers, by these.
    folder : Path
    window : int
        As for `graphbuild.edges.cooccur.cooccur`.

    Returns
    -------
    DataFrame
        The documents.
    """
    documents = []
    apart = found.folder / "together.parquet"
    with (
        Copies() as copies,
        Tables(folder / "mentions.parquet", "mentions") as mentions,
        Tables(folder / "relations.parquet", "relations") as relations,
        Rows(found.folder / "seen.parquet", SEEN) as seen,
    ):
        with Tables(apart, "relations") as together:
            for batch, who in zip(articles.batches(), found.batches(), strict=True):
                one = _tables(batch, _Present.of(batch, who, everywhere, found.heard), window)
                documents.append(one.documents)
                for doc_id, text in one.sentences.groupby("doc_id", sort=False)["text"].agg(" ".join).items():
                    copies.add(str(doc_id), text)
                mentions.add(one.mentions)
                relations.add(one.stated)
                together.add(one.together)
                seen.add([*sightings(one.known, one.mentions, one.sentences, one.stated)])
        for part in copied([apart]):
            relations.add(part)
        apart.unlink()
        return copies.stories(pd.concat(documents, ignore_index=True))


@dataclass(frozen=True, slots=True)
class _Present:
    """Who is in some documents: actor by mention, actors by id, whom nobody hears of."""

    links: Mapping[str, str]
    actors: Mapping[str, Actor]
    unheard: frozenset[str]
    here: Collection[str]

    @classmethod
    def of(
        cls, batch: Sequence[Extraction], who: Batch, everywhere: Sequence[Actor], heard: Collection[int]
    ) -> _Present:
        """``here`` are those of whom all mentions are here; of others it is known whether they are heard."""
        actor_of = {number: everywhere[number] for number in set(who.numbers) if number > NOBODY}
        quiet = (actor for n, actor in actor_of.items() if not actor.country and n not in heard)
        unheard = frozenset(actor.actor_id for actor in quiet)
        actor_of |= {NOBODY - 1 - place: actor for place, actor in enumerate(who.here)}
        ids = {number: actor.actor_id for number, actor in actor_of.items()}
        mentions = (m.mention_id for extraction in batch for m in extraction.mentions)
        links = {m: ids.get(number, "") for m, number in zip(mentions, who.numbers, strict=True)}
        here = {actor.actor_id for actor in who.here}
        return cls(links, {actor.actor_id: actor for actor in actor_of.values()}, unheard, here)


@dataclass(frozen=True, slots=True)
class _Tables:
    documents: pd.DataFrame
    mentions: pd.DataFrame
    sentences: pd.DataFrame
    stated: pd.DataFrame
    together: pd.DataFrame
    known: Mapping[str, Mapping[str, str]]


def _tables(batch: Sequence[Extraction], present: _Present, window: int) -> _Tables:
    mentions, sentences = mentions_table(batch, present.links), sentences_table(batch)
    stated = relations_table(batch, present.links, present.actors.values())
    known = {
        a.actor_id: {
            "actor_id": a.actor_id, "name": a.name, "type": a.type, "country": a.country,
            "titles": LIST.join(a.titles),
        }
        for a in present.actors.values()
    }  # fmt: skip
    actors = pd.DataFrame(known.values(), columns=["actor_id", "name", "country"], dtype="str")
    nobody = silent(actors[actors["actor_id"].isin(present.here)], mentions, stated) | present.unheard
    together = cooccur(mentions[~mentions["actor_id"].isin(nobody)], sentences, actors, window=window)
    return _Tables(documents_table(batch), mentions, sentences, stated, together, known)
