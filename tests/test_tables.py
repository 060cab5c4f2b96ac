import re
import time
from dataclasses import replace

import pandas as pd
import pytest
from corpus import article, resolved
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import TableError
from graphbuild.records import Actor, Document, Extraction, Mention, Merge, Relation
from graphbuild.tables import (
    SCHEMAS,
    actors_table,
    check,
    documents_table,
    mentions_table,
    merges_table,
    relations_table,
    sentences_table,
)

FIRST = article(
    "a", "[Ann] met [Ben].", "[Ann] left.", date="2021-03-01", relations=[(0, "Ann", "meet", "Ben")]
)
SECOND = article("b", "[Ben] rang [Ann].", date="2020-05-05", relations=[(0, "Ben", "call", "Ann")])


def _all(extractions):
    found = resolved(extractions)
    documents = documents_table(extractions)
    mentions = mentions_table(extractions, found.links)
    return {
        "documents": documents,
        "sentences": sentences_table(extractions),
        "mentions": mentions,
        "actors": actors_table(found.actors, mentions, documents),
        "relations": relations_table(extractions, found.links, found.actors),
        "merges": merges_table(found.merges),
    }


@pytest.mark.parametrize("extractions", [[], [FIRST], [FIRST, SECOND]], ids=["none", "one", "two"])
def test_every_table_keeps_its_schema(extractions):
    for name, table in _all(extractions).items():
        assert list(table.columns) == list(SCHEMAS[name])
        pd.testing.assert_frame_equal(check(table, name), table)


def test_order_of_input_does_not_matter():
    for one, other in zip(_all([FIRST, SECOND]).values(), _all([SECOND, FIRST]).values(), strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_offsets_point_at_what_they_say():
    tables = _all([FIRST, SECOND])
    texts = {e.document.doc_id: e.document.text for e in (FIRST, SECOND)}
    for m in tables["mentions"].itertuples():
        assert texts[m.doc_id][m.start : m.end] == m.text
    for r in tables["relations"].itertuples():
        assert texts[r.doc_id][r.start : r.end] == r.evidence
    for doc_id, rows in tables["sentences"].groupby("doc_id"):
        first = rows["start"].iloc[0]
        assert texts[doc_id][first:] == "".join((rows["text"] + rows["after"]).tolist())


def test_actors_are_counted_over_mentions_documents_and_days():
    ann = _all([FIRST, SECOND])["actors"].set_index("name").loc["Ann"]
    assert (ann.n_mentions, ann.n_documents, ann.first_date, ann.last_date) == (
        3,
        2,
        "2020-05-05",
        "2021-03-01",
    )


def test_documents_without_a_date_do_not_make_an_actor_older():
    undated = article("c", "[Ann] slept.")
    ann = _all([FIRST, undated])["actors"].set_index("name").loc["Ann"]
    assert (ann.n_documents, ann.first_date, ann.last_date) == (2, "2021-03-01", "2021-03-01")


def test_wire_copies_share_a_story_and_others_do_not():
    text = "By A. Writer\nAnn met Ben. It rained."
    copies = [
        Extraction(Document("a", text, furniture=((0, 12),)), (), (), ()),
        Extraction(Document("b", "ANN met Ben -- it rained!", title="Other headline"), (), (), ()),
        Extraction(Document("c", "Ann met Ben. It snowed."), (), (), ()),
        Extraction(Document("d", ""), (), (), ()),
        Extraction(Document("e", "..."), (), (), ()),
    ]
    stories = documents_table(copies).set_index("doc_id")["story_id"]
    assert stories["a"] == stories["b"]
    assert stories.nunique() == 4


def test_a_relation_needs_two_actors():
    found = resolved([FIRST])
    ben = next(m.mention_id for m in FIRST.mentions if m.text == "Ben")
    unlinked = {**found.links, ben: ""}
    same = dict.fromkeys(found.links, found.actors[0].actor_id)
    unknown = {**found.links, ben: "gone"}
    assert len(relations_table([FIRST], found.links, found.actors)) == 1
    for links in (unlinked, same, unknown, {}):
        assert relations_table([FIRST], links, found.actors).empty


def test_the_date_in_the_sentence_goes_before_that_of_the_document():
    dated = replace(FIRST, relations=(replace(FIRST.relations[0], date="1999-01-01"),))
    found = resolved([FIRST])
    assert relations_table([FIRST], found.links, found.actors)["date"].item() == "2021-03-01"
    assert relations_table([dated], found.links, found.actors)["date"].item() == "1999-01-01"


def test_the_speaker_is_named():
    said = article("d", "[Cem] said [Ann] met [Ben].", relations=[(0, "Ann", "meet", "Ben")])
    said = replace(said, relations=(replace(said.relations[0], speaker=said.mentions[0].mention_id),))
    found = resolved([said])
    assert relations_table([said], found.links, found.actors)["speaker_name"].item() == "Cem"


def test_evidence_has_no_marks_and_keeps_its_length():
    marked = article("m", "**[Ann]** met [Ben](b.md).", relations=[(0, "Ann", "meet", "Ben")])
    text = marked.document.text
    spans = tuple((m.start(), m.end()) for m in re.finditer(r"\*\*|\(b\.md\)", text))
    marked = replace(marked, document=replace(marked.document, furniture=spans))
    tables = _all([marked])
    row = tables["relations"].iloc[0]
    assert row["evidence"].split() == ["Ann", "met", "Ben", "."]
    assert len(row["evidence"]) == row["end"] - row["start"]
    assert tables["sentences"]["text"].item() == row["evidence"]


def test_half_a_surrogate_pair_becomes_one_replacement_character():
    broken = article("x", "[A\ud800n] sat.")
    table = _all([broken])["mentions"]
    assert table["text"].item() == "A\ufffdn"
    assert table["end"].item() == 3


def test_merges_stand_by_actor():
    table = merges_table([Merge("y", "2", "r", 1), Merge("x", "2", "r", 5), Merge("z", "1", "r", 2)])
    assert table["alias"].tolist() == ["z", "x", "y"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.drop(columns="rule"), 'table "merges" lacks the columns rule'),
        (lambda t: t.assign(alias=None), "column alias has missing values"),
        (lambda t: t.assign(alias=7), "column alias must hold text"),
        (lambda t: t.assign(count="many"), "column count must hold numbers"),
        (lambda t: t.assign(count=1.5), "column count must hold whole numbers"),
    ],
)
def test_a_broken_table_is_told_by_its_column(change, message):
    table = merges_table([Merge("x", "1", "r", 1)])
    with pytest.raises(TableError, match=re.escape(message)):
        check(change(table), "merges")


def test_check_forgives_what_a_spreadsheet_changes():
    table = merges_table([Merge("x", "1", "r", 1)]).assign(note="mine", count=1.0)
    assert check(table[["note", "count", "rule", "alias", "actor_id"]], "merges")["count"].tolist() == [1]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=8), max_size=5))
def test_any_text_comes_through_unchanged(aliases):
    table = merges_table([Merge(alias, "1", "r", 1) for alias in aliases])
    assert sorted(aliases) == table["alias"].tolist()
    assert not table["alias"].isna().any()


def test_a_hundred_thousand_relations_take_seconds():
    text = "Ann struck Ben in the north on Monday, witnesses said."
    mentions = (
        Mention("d:0-3", "d", 0, 0, 3, "Ann", "PERSON", "name"),
        Mention("d:11-14", "d", 0, 11, 14, "Ben", "PERSON", "name"),
    )
    relations = tuple(
        Relation(f"r{i}", "d", 0, "verb", "d:0-3", "d:11-14", "attack", "strike", "ASSAULT", -0.9, "asserted",
                 "", "active", 1.0, 0, 54, 4, 10)
        for i in range(100_000)
    )  # fmt: skip
    found = Extraction(Document("d", text), ((0, 54),), mentions, relations)
    actors = [Actor("1", "Ann", "person"), Actor("2", "Ben", "person")]
    began = time.process_time()
    assert len(relations_table([found], {"d:0-3": "1", "d:11-14": "2"}, actors)) == 100_000
    assert time.process_time() - began < 10
