import pandas as pd
import pytest

from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Correction
from graphbuild.resolve.restated import added, restated
from graphbuild.tables import SCHEMAS

RELATIONS = pd.DataFrame(
    {
        "relation_id": ["a", "001234567890", "c"],
        "verb": ["meet", "hit", "help"],
        "kind": "verb",
        "relation": ["discuss", "attack", "aid"],
        "plover": ["CONSULT", "ASSAULT", "AID"],
        "polarity": [0.25, -1.0, 1.0],
        "rule": "active",
        "confidence": 0.6,
    }
)
KNOWN = {*RELATIONS["relation_id"], "between an actor and itself"}


def _kept(*rows):
    rest, told = restated(RELATIONS, rows, KNOWN)
    assert list(rest.index) == list(range(len(rest)))
    return rest["verb"].tolist(), [row.problem for row in told]


def test_only_what_is_dropped_goes():
    assert _kept(Correction("drop", "a")) == (["hit", "help"], [""])
    assert _kept(Correction("merge", "a", "c")) == (["meet", "hit", "help"], [""])


def test_a_relation_that_the_table_leaves_out_may_be_dropped_too():
    assert _kept(Correction("drop", "between an actor and itself")) == (["meet", "hit", "help"], [""])


def test_zeros_that_a_spreadsheet_took_away_are_put_back():
    assert _kept(Correction("drop", "1234567890")) == (["meet", "help"], [""])


@pytest.mark.parametrize(("subject", "rounded"), [("1.23E+11", True), ("1,2E10", True), ("zebra", False)])
def test_what_is_not_there_is_a_problem(subject, rounded):
    kept, (problem,) = _kept(Correction("drop", subject))
    assert kept == ["meet", "hit", "help"]
    assert problem.startswith(f'no relation has the id "{subject}"')
    assert ("format the column as text" in problem) == rounded


def test_another_class_brings_its_kind_type_and_polarity():
    rest, (row,) = restated(RELATIONS, [Correction("reclass", "c", "own")], KNOWN)
    own = lexicon().classes["own"]
    (told,) = rest[rest["relation_id"] == "c"].to_dict("records")
    assert row.problem == ""
    assert (told["relation"], told["kind"], told["plover"]) == ("own", "affiliation", own.plover)
    assert (told["polarity"], told["rule"], told["confidence"]) == (own.polarity, "corrected", 1.0)
    assert rest[rest["relation_id"] != "c"].equals(RELATIONS[RELATIONS["relation_id"] != "c"])
    rest, _ = restated(
        RELATIONS, [Correction("reclass", "c", "own"), Correction("reclass", "c", "kill")], KNOWN
    )
    assert rest["relation"].tolist() == ["discuss", "attack", "kill"]  # the lower row


def test_what_is_confirmed_is_sure_and_keeps_its_rule():
    rest, rows = restated(RELATIONS, [Correction("confirm", "a"), Correction("confirm", "z")], KNOWN)
    assert rest["confidence"].tolist() == [1.0, 0.6, 0.6]
    assert set(rest["rule"]) == {"active"}
    assert [bool(row.problem) for row in rows] == [False, True]


SENTENCES = pd.DataFrame(
    {"doc_id": ["d", "d", "e"], "sentence": [0, 1, 0], "date": ["2020-01-02"] * 2 + [""], "start": [0, 10, 0],
     "end": [9, 30, 5], "text": ["Ann came.", "Ben met her in Chad.", "Rain."], "after": [" ", "", ""]}
)  # fmt: skip
MENTIONS = pd.DataFrame(
    [("d:0-3", "d", 0, "ann"), ("d:10-13", "d", 1, "ben"), ("d:18-21", "d", 1, "ann")],
    columns=["mention_id", "doc_id", "sentence", "actor_id"],
)
ACTORS = pd.DataFrame({"actor_id": ["ann", "ben"], "name": ["Ann", "Ben"]})
STATED = pd.DataFrame(
    {column: pd.Series(dtype={"str": "str", "int": "int64", "float": "float64"}[kind])
     for column, kind in SCHEMAS["relations"].items()}
)  # fmt: skip


def _add(*rows, stated=STATED, ends=("ben", "ann")):
    given = [Correction("add", "Ben", "Ann", relation=relation, evidence=where) for relation, where in rows]
    return added(stated, given, dict.fromkeys(range(len(given)), ends), ACTORS, MENTIONS, SENTENCES)


def test_a_relation_is_added_with_its_sentence_and_told_apart():
    table, (row,) = _add(("visit", "d:1"))
    (made,) = table.to_dict("records")
    assert row.problem == ""
    assert (made["source_name"], made["relation"], made["target_name"]) == ("Ben", "visit", "Ann")
    assert (made["rule"], made["kind"], made["status"], made["confidence"]) == (
        "by_hand",
        "verb",
        "asserted",
        1,
    )
    assert (made["evidence"], made["start"], made["date"]) == ("Ben met her in Chad.", 10, "2020-01-02")
    assert (made["source_mention"], made["target_mention"]) == ("d:10-13", "d:18-21")
    assert table.dtypes.equals(STATED.dtypes)
    (elsewhere,) = _add(("visit", "e:0"))[0].to_dict("records")
    assert (elsewhere["source_mention"], elsewhere["target_mention"]) == ("", "")
    assert elsewhere["relation_id"] != made["relation_id"]


def test_added_relations_stand_in_the_order_of_the_text():
    table, _ = _add(("visit", "e:0"), ("visit", "d:1"), ("kill", "d:0"))
    assert table[["doc_id", "sentence"]].values.tolist() == [["d", 0], ["d", 1], ["e", 0]]


@pytest.mark.parametrize(
    ("where", "ends", "told"),
    [
        ("d:7", ("ben", "ann"), 'no sentence is "d:7"'),
        ("d:1", ("ben", ""), '"Ann" is no more, by a row below'),
        ("d:1", ("", "ann"), '"Ben" is no more, by a row below'),
        ("d:1", ("ann", "ann"), '"Ben" and "Ann" are one actor, by a row below'),
    ],
)
def test_what_cannot_be_added_is_a_problem(where, ends, told):
    table, (row,) = _add(("visit", where), ends=ends)
    assert table.empty
    assert row.problem == told


def test_what_the_build_reads_by_itself_is_not_added_again():
    once, _ = _add(("visit", "d:1"))
    table, (row,) = _add(("visit", "d:1"), stated=once.assign(rule="active"))
    assert len(table) == 1
    assert row.problem == "the build reads it by itself"
