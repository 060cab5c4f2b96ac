"""The tables as the page carries them."""

import json
import zlib
from base64 import b64decode

import news
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import TableError
from graphbuild.views.payload import payload
from graphbuild.views.payload.room import room
from graphbuild.views.payload.words import KINDS, STATUSES

TYPES = {"u1": np.uint8, "u2": np.uint16, "u4": np.uint32, "i1": np.int8, "i2": np.int16, "i4": np.int32}


def unpack(column):
    return np.frombuffer(b64decode(column["data"]), dtype=TYPES[column["type"]]).astype(int)


def unpacked(made):
    """Sentences by number and marks by row."""
    texts, marks = [], {}
    for chunk in made.chunks:
        content = json.loads(zlib.decompress(b64decode(chunk)))
        texts += content["texts"]
        marks |= {int(row): offsets for row, offsets in content["marks"].items()}
    return texts, marks


@pytest.fixture(scope="module")
def tables():
    return news.news()


@pytest.fixture(scope="module")
def made(tables):
    return payload(*tables)


def test_line_weights_are_those_of_the_edges_table(tables, made):
    edges = tables[4].assign(sign=np.sign(tables[4]["polarity"]).astype(int))
    ids = made.actors["actor_id"]
    lines = made.lines.assign(
        source_id=ids.loc[made.lines["source"]].to_numpy(), target_id=ids.loc[made.lines["target"]].to_numpy()
    )
    for kind in ("verb", "affiliation"):
        ours = lines[(lines["kind"] == KINDS.index(kind)) & (lines["weight"] > 0)]
        theirs = edges[edges["kind"] == kind].groupby(["source", "target", "sign"])["weight"].sum()
        assert {(r.source_id, r.target_id, r.sign): r.weight for r in ours.itertuples()} == theirs.to_dict()
    together = edges[edges["kind"] == "cooccurrence"]
    pairs = {
        frozenset(pair): weight
        for *pair, weight in together[["source", "target", "weight"]].to_numpy().tolist()
    }
    ours = lines[lines["kind"] == KINDS.index("cooccurrence")]
    assert {frozenset((r.source_id, r.target_id)): r.weight for r in ours.itertuples()} == pairs


def test_every_relation_leads_to_its_sentence_and_document(tables, made):
    documents, _, _, relations, _ = tables
    rows, sentences = made.core["rows"], made.core["sentences"]
    texts, _ = unpacked(made)
    paper = unpack(sentences["document"])
    found = sorted(
        (texts[sentence], documents["doc_id"][paper[sentence]], STATUSES[status])
        for sentence, status in zip(unpack(rows["sentence"]), unpack(rows["status"]), strict=True)
    )
    assert found == sorted(zip(relations["evidence"], relations["doc_id"], relations["status"], strict=True))


def test_marks_are_the_words_in_utf16_even_after_an_emoji(tables, made):
    texts, marks = unpacked(made)
    rows = made.core["rows"]
    sentence = unpack(rows["sentence"])
    verbs = [rows["verb"]["words"][code] for code in unpack(rows["verb"])]
    marked = {}
    for row, offsets in marks.items():
        units = texts[sentence[row]].encode("utf-16-le")
        cut = [
            units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(offsets[::2], offsets[1::2], strict=True)
        ]
        if verbs[row]:
            assert cut[2] == verbs[row]
        marked[verbs[row]] = cut
    assert marked["backed"][:2] == ["We", "the Front"]  # the sentence begins with an emoji
    assert marked["told"][:2] == ["Students 🎓 United", "Mira Sandoval"]


def test_denied_relations_are_rows_without_weight(made):
    rows, lines = made.core["rows"], made.lines
    denied = unpack(rows["status"]) == STATUSES.index("negated")
    assert denied.sum() == 2
    weights = lines["weight"].to_numpy()[unpack(rows["line"])[denied]]
    assert sorted(weights) == [0, 1]  # one line is denied only, the other is asserted once as well


def test_an_edge_left_out_leaves_the_page_and_its_denials_stay(tables):
    documents, mentions, actors, relations, edges = tables
    kept = edges[edges["relation"] != "aid"]
    words = payload(documents, mentions, actors, relations, kept).core["rows"]
    relation = [words["relation"]["words"][code] for code in unpack(words["relation"])]
    status = [STATUSES[code] for code in unpack(words["status"])]
    assert {s for r, s in zip(relation, status, strict=True) if r == "aid"} == {"negated"}


def test_cooccurrence_is_one_line_whichever_way_its_rows_point(tables):
    documents, mentions, actors, relations, edges = tables
    turn = (relations["kind"] == "cooccurrence") & (relations.index % 2 == 0)
    turned = relations.copy()
    for one, other in (("source", "target"), ("source_mention", "target_mention")):
        turned.loc[turn, one], turned.loc[turn, other] = relations.loc[turn, other], relations.loc[turn, one]
    before, after = payload(*tables), payload(documents, mentions, actors, turned, edges)
    pd.testing.assert_frame_equal(before.lines, after.lines)


def test_order_of_rows_does_not_matter(tables, made):
    shuffled = [tables[2] if table is tables[2] else table.sample(frac=1, random_state=3) for table in tables]
    again = payload(*shuffled)
    pd.testing.assert_frame_equal(again.lines, made.lines)
    assert again.core["rows"] == made.core["rows"]


def test_missing_values_from_a_csv_file_are_empty(tables):
    holed = [table.where(table != "", None) for table in tables]
    assert payload(*holed).core["rows"] == payload(*tables).core["rows"]


def test_a_missing_column_is_named(tables):
    documents, mentions, actors, relations, edges = tables
    with pytest.raises(TableError, match="relations table lacks evidence"):
        payload(documents, mentions, actors, relations.drop(columns="evidence"), edges)


def test_what_was_long_before_the_articles_has_no_place_on_their_time_line(tables):
    documents, mentions, actors, relations, edges = tables
    days = pd.to_datetime(documents["date"][documents["date"] != ""])
    long = days.max() - days.min()
    near = (days.min() - long / 2).date().isoformat()
    verb = relations.index[relations["kind"] == "verb"]
    changed = relations.assign(date=relations["date"].where(~relations.index.isin(verb[:2]), "1868"))
    changed.loc[verb[1], "date"] = near
    core = payload(documents, mentions, actors, changed, edges).core
    placed = unpack(core["rows"]["day"])
    known = placed[placed != core["noDay"]]
    assert known.min() == (pd.Timestamp(near) - pd.Timestamp("1970-01-01")).days
    before = unpack(payload(*tables).core["rows"]["day"])
    assert (placed == core["noDay"]).sum() == (before == core["noDay"]).sum() + 1


def test_the_documents_of_each_actor_are_those_that_mention_it(tables, made):
    documents, mentions, *_ = tables
    sizes, all_documents = (unpack(made.core["actors"]["papers"][name]) for name in ("size", "document"))
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    for number, actor_id in enumerate(made.actors["actor_id"]):
        own = all_documents[bounds[number] : bounds[number + 1]]
        expected = set(mentions.loc[mentions["actor_id"] == actor_id, "doc_id"])
        assert set(documents["doc_id"].iloc[own]) == expected
        assert len(own) == len(expected)


def test_every_row_has_the_id_of_its_relation(tables, made):
    raw = b64decode(made.core["rows"]["id"]["data"])
    ids = [raw[at : at + 6].hex() for at in range(0, len(raw), 6)]
    assert sorted(ids) == sorted(tables[3]["relation_id"])
    documents, mentions, actors, relations, edges = tables
    renamed = relations.assign(relation_id=[f"r-{n}" for n in range(len(relations))])
    words = payload(documents, mentions, actors, renamed, edges).core["rows"]["id"]["words"]
    assert sorted(words) == sorted(renamed["relation_id"])


def test_speakers_of_one_name_stay_apart(tables):
    documents, mentions, actors, relations, edges = tables
    spoken = relations[relations["speaker"] != ""]
    namesake = actors["actor_id"].iloc[-1]
    two = relations.copy()
    two.loc[spoken.index[:2], "speaker"] = [spoken["speaker"].iloc[0], namesake]
    two.loc[spoken.index[:2], "speaker_name"] = spoken["speaker_name"].iloc[0]
    speakers = payload(documents, mentions, actors, two, edges).core["rows"]["speaker"]
    own = [at for word, at in zip(speakers["words"], speakers["actors"], strict=True)
           if word == spoken["speaker_name"].iloc[0]]  # fmt: skip
    ids = actors["actor_id"].tolist()
    assert {ids[at] for at in own} >= {spoken["speaker"].iloc[0], namesake}
    assert speakers["actors"][speakers["words"].index("")] == -1


def test_a_name_that_no_mention_has_is_told(tables, made):
    assert made.core["actors"]["unsaid"] == []
    documents, mentions, actors, relations, edges = tables
    other = actors.assign(name=actors["name"].where(actors["name"] != "Verania", "Republic of Verania"))
    told = payload(documents, mentions, other, relations, edges)
    assert told.actors["name"].iloc[told.core["actors"]["unsaid"]].tolist() == ["Republic of Verania"]


def test_who_has_no_name_and_is_in_one_document_only_is_told(tables, made):
    assert made.core["actors"]["minor"] == []
    documents, mentions, actors, relations, edges = tables
    common = actors.loc[actors["name"].isin(["fishermen", "Red Valley Front"]), "actor_id"]
    nominal = mentions.assign(kind=mentions["kind"].where(~mentions["actor_id"].isin(common), "nominal"))

    def minor(papers, people):
        told = payload(papers, nominal, people, relations, edges)
        return told.actors["name"].iloc[told.core["actors"]["minor"]].tolist()

    assert minor(documents, actors) == ["fishermen"]  # the Front recurs
    assert minor(documents.iloc[:1], actors.assign(n_documents=1)) == []  # nothing can recur in one document


def test_only_what_is_stated_makes_an_actor_large(tables):
    documents, mentions, actors, relations, edges = tables
    made = payload(*tables)
    stated = [table[table["kind"] != "cooccurrence"] for table in (relations, edges)]
    pd.testing.assert_frame_equal(payload(documents, mentions, actors, *stated).actors, made.actors)
    counted = [table[table["kind"] == "cooccurrence"] for table in (relations, edges)]
    assert payload(documents, mentions, actors, *counted).actors["degree"].sum() > 0


def test_an_article_without_a_title_is_called_by_its_file(tables):
    documents, *rest = tables
    documents = documents.assign(title="", path=[f"news\\{n}/page {n}.html" for n in range(len(documents))])
    titles = payload(documents, *rest).documents["title"]
    assert titles == [f"page {n}.html" for n in range(len(documents))]


LINES = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 2), st.integers(1, 4)), max_size=12
)


@settings(max_examples=80, deadline=None)
@given(LINES, st.integers(1, 6), st.integers(0, 20))
def test_whole_lines_of_the_most_linked_are_kept_the_stated_first(found, most_actors, most_rows):
    lines = pd.DataFrame(found, columns=["source", "target", "kind", "size"]).assign(weight=1)
    lines["pair"] = range(len(lines))
    rows = lines.loc[lines.index.repeat(lines["size"])].assign(line=lambda t: t.index)
    rows = rows[["line", "source", "target"]].reset_index(drop=True).assign(own=range(len(rows)))
    degree = np.array([3.0, 1.0, 3.0, 0.0, 9.0, 1.0])
    people = pd.DataFrame({"actor_id": list("abcdef")})
    left, made, weights, chosen = room(
        rows, lines, degree, people, most_actors=most_actors, most_rows=most_rows
    )
    best = sorted(range(6), key=lambda actor: (-degree[actor], actor))[:most_actors]
    taken, free = [], most_rows
    if len(people) > most_actors or len(rows) > most_rows:
        able = [(kind == 2, at) for at, (s, t, kind, _) in enumerate(found) if {s, t} <= set(best)]
        for _, at in sorted(able):
            free -= found[at][3]
            if free < 0:
                break
            taken.append(at)
    else:
        best, taken = range(6), range(len(found))
    names = "abcdef"
    assert "".join(chosen["actor_id"]) == "".join(names[actor] for actor in sorted(best))
    assert list(weights) == [degree[actor] for actor in sorted(best)]
    ends = [(chosen["actor_id"][r.source], chosen["actor_id"][r.target]) for r in made.itertuples()]
    assert ends == [(names[found[at][0]], names[found[at][1]]) for at in sorted(taken)]
    assert list(made["pair"]) == list(range(len(made)))
    kept = rows[rows["line"].isin(taken)]
    assert list(left["own"]) == list(kept["own"])
    place = {at: number for number, at in enumerate(sorted(taken))}
    assert list(left["line"]) == [place[at] for at in kept["line"]]
    assert list(left["source"]) == [made["source"][line] for line in left["line"]]
    assert list(left["target"]) == [made["target"][line] for line in left["line"]]


def test_the_page_says_of_how_many(tables, monkeypatch):
    everything = payload(*tables).core
    whole = everything["whole"]
    assert whole["actors"] >= everything["actors"]["size"]
    assert whole["relations"] == len(tables[3])
    monkeypatch.setattr(room, "__kwdefaults__", {"most_actors": 4, "most_rows": 10})
    some = payload(*tables)
    assert some.core["whole"] == whole
    assert some.core["actors"]["size"] == 4 == len(some.actors)
    assert 0 < some.core["rows"]["size"] <= 10
    assert some.lines[["source", "target"]].to_numpy().max() < 4


def test_the_articles_have_their_days_and_all_of_their_sentences_are_counted(tables):
    documents = tables[0].assign(date=["", *tables[0]["date"][1:]])
    core = payload(documents, *tables[1:]).core
    days = unpack(core["documents"]["day"])
    epoch = pd.Timestamp("1970-01-01")
    assert days[0] == core["noDay"]
    assert (days[1:] == (pd.to_datetime(documents["date"][1:]) - epoch).dt.days.to_numpy()).all()
    assert core["sentences"]["all"] == documents["sentences"].sum() >= core["sentences"]["size"]


def test_dates_that_are_no_whole_day_are_told_as_they_stand():
    tables = list(news.news())
    dates = tables[3]["date"].tolist()
    dates[0], dates[1], dates[2] = "2021", "2021-03", "1949-10-01"
    tables[3] = tables[3].assign(date=dates)
    core = payload(*tables).core
    assert sorted(core["rows"]["told"].values()) == ["1949-10-01", "2021", "2021-03"]
