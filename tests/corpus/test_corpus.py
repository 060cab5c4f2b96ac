"""The tables that are written part by part are those that one holds in memory."""

from dataclasses import replace

import pandas as pd
import pytest
from resolve.articles import article, nominal, pronoun, said

from graphbuild.build import assemble
from graphbuild.corpus import articles as parted
from graphbuild.corpus import links
from graphbuild.corpus.corpus import corpus
from graphbuild.network import Network, Unread, bounded, reduced
from graphbuild.records import Relation, content_id
from graphbuild.resolve import resolve
from graphbuild.store.codec import encode
from graphbuild.store.memory import Memory
from graphbuild.vocabulary import TABLES

TOWNS = ("Oslo", "Lima", "Quito", "Accra")


def _articles():
    for number in range(13):
        town, day = TOWNS[number % 4], f"2021-03-{28 - number:02}" if number % 5 else ""
        who = ("Ann Lee", "Ben Roe", "Cem Uzun")[number % 3]
        text = f"Minister {who} met the rebels in {town}. She told the Zinc Union of Chad. "
        text += f"The rebels left {who}."
        found = article(
            f"d{number}",
            text,
            said(who, "official", title="Minister", role="GOV"),
            nominal("the rebels", name="rebels"),
            said(town, "place"),
            pronoun("She", 0),
            said("Zinc Union", "organization"),
            said("Chad", "country", country="TCD"),
            nominal("The rebels", name="rebels"),
            said(who, "official"),
            date=day,
        )
        a, b, c = (found.mentions[i].mention_id for i in (0, 1, 4))
        ends = [i + 1 for i, character in enumerate(text) if character == "."]
        spans = tuple(zip((0, ends[0] + 1, ends[1] + 1), ends, strict=True))
        stated = (("discuss", a, b, 0), ("say", a, c, 1))
        relations = tuple(
            Relation(content_id(number, kind), f"d{number}", n, "verb", source, target, kind, kind, "", 0.5,
                     "asserted", "", "by_hand", 0.9, *spans[n], spans[n][0], spans[n][0] + 3)
            for kind, source, target, n in stated
        )  # fmt: skip
        yield replace(found, sentences=spans, relations=relations)


FOUND = list(_articles())


def _written(folder, window=0):
    memory = Memory()
    for one in reversed(FOUND):
        memory.put(encode([(one.document.doc_id, one)]))
    return corpus(memory, {e.document.doc_id: "" for e in FOUND}, folder, window=window)


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("window", [0, 1])
def test_they_are_the_same_however_many_documents_are_looked_at_at_once(
    tmp_path, monkeypatch, together, window
):
    if not together:
        monkeypatch.setattr(parted, "_DOCUMENTS", 2)
        monkeypatch.setattr(parted, "_HELD", 1)
        monkeypatch.setattr(links, "_HELD", 1)
    _written(tmp_path, window)
    whole = assemble(FOUND, resolve(FOUND), window=window)
    for name in TABLES:
        pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / f"{name}.parquet"), getattr(whole, name))


def test_what_enters_a_file_is_the_same_read_from_files_or_from_memory(tmp_path):
    _written(tmp_path)
    files = Network(**{name: Unread(tmp_path / f"{name}.parquet") for name in TABLES})
    memory = assemble(FOUND, resolve(FOUND))
    assert files.counts == memory.counts
    for choice in ({}, {"max_q": 0.05}, {"min_stories": 5}, {"most": 3}, {"top": 4}):
        one, other = reduced(files, **choice), reduced(memory, **choice)
        for name in ("actors", "edges"):
            pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), check_dtype=False)
    few = bounded(reduced(files, most=3))
    assert len(few.edges) == 3
    assert set(few.mentions["actor_id"]) == set(few.actors["actor_id"])
    behind = memory.relations.merge(few.edges[["source", "target", "kind", "relation"]])
    assert sorted(few.relations["relation_id"]) == sorted(behind["relation_id"])
