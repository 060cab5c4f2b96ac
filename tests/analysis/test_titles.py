"""Titles over time, as a table."""

import pandas as pd
import pytest

from graphbuild.analysis.titles import titles
from graphbuild.tables import SCHEMAS, check

ACTORS = pd.DataFrame(
    {
        "actor_id": ["lee", "chad", "bank", "moe"],
        "name": ["Ann Lee", "Chad", "Bank of Chad", "Moe"],
        "type": ["official", "country", "organization", "person"],
        "country": ["KEN", "TCD", "TCD", ""],
        "titles": ["President | Envoy", "", "", ""],
    }
)


def found(texts, said=(), stated=()):
    sentences = pd.DataFrame(
        [(doc, 0, 0, date, text) for doc, date, text in texts],
        columns=["doc_id", "sentence", "start", "date", "text"],
    )
    mentions = pd.DataFrame(
        [(doc, 0, start, text, "lee") for doc, start, text in said],
        columns=["doc_id", "sentence", "start", "text", "actor_id"],
    )
    relations = pd.DataFrame(
        [(doc, 0, rule, verb, "lee", target) for doc, rule, verb, target in stated],
        columns=["doc_id", "sentence", "rule", "verb", "source", "target"],
    )
    table = check(titles(ACTORS, mentions, sentences, relations), "titles")
    columns = ["title", "organization", "country", "first_date", "last_date", "count"]
    return [row for row in table[columns].values.tolist() if row[-1]]


def test_no_titles_give_an_empty_table_of_the_schema():
    empty = titles(ACTORS.assign(titles=""), *(pd.DataFrame(columns=c) for c in (
        ["doc_id", "sentence", "start", "text", "actor_id"],
        ["doc_id", "sentence", "start", "date", "text"],
        ["doc_id", "sentence", "rule", "verb", "source", "target"],
    )))  # fmt: skip
    pd.testing.assert_frame_equal(check(empty, "titles"), empty)
    assert list(empty.columns) == list(SCHEMAS["titles"])


def test_a_title_that_no_sentence_has_counts_nothing():
    nothing = pd.DataFrame(columns=["doc_id", "sentence", "start", "text", "actor_id", "date", "rule", "verb",
                                    "source", "target"])  # fmt: skip
    table = titles(ACTORS, nothing, nothing, nothing)
    assert table[["actor_id", "title", "country", "first_date", "count"]].values.tolist() == [
        ["lee", "Envoy", "KEN", "", 0],
        ["lee", "President", "KEN", "", 0],
    ]


def test_first_and_last_date_are_those_of_the_sentences_that_have_the_title():
    texts = [("a", "2020-05-01", "President Ann Lee quit."), ("b", "2019-01-02", "Then president Lee won."),
             ("c", "", "President Lee left."), ("d", "2021-01-01", "Ann Lee wept.")]  # fmt: skip
    said = [("a", 10, "Ann Lee"), ("b", 15, "Lee"), ("c", 10, "Lee"), ("d", 0, "Ann Lee")]
    assert found(texts, said) == [["President", "", "KEN", "2019-01-02", "2020-05-01", 3]]


@pytest.mark.parametrize(
    ("targets", "organization", "country"),
    [
        (["chad"], "chad", "TCD"),
        (["chad", "bank"], "bank", "TCD"),
        (["bank"], "bank", "TCD"),
        (["gone"], "", "KEN"),
    ],
)
def test_the_body_is_the_one_that_is_no_country(targets, organization, country):
    stated = [("a", "title", "envoy", target) for target in targets]
    assert found([("a", "2020", "Envoy Lee left.")], [("a", 6, "Lee")], stated) == [
        ["Envoy", organization, country, "2020", "2020", 1]
    ]


def test_each_body_has_its_own_row_and_other_rules_none():
    stated = [("a", "apposition", "Envoy", "chad"), ("b", "apposition", "envoy", "bank"),
              ("b", "active", "envoy", "chad"), ("c", "office", "mayor", "chad")]  # fmt: skip
    texts = [("a", "2020", "x"), ("b", "2021", "x"), ("c", "2022", "x")]
    assert found(texts, (), stated) == [
        ["Envoy", "chad", "TCD", "2020", "2020", 1],
        ["Envoy", "bank", "TCD", "2021", "2021", 1],
        ["mayor", "chad", "TCD", "2022", "2022", 1],
    ]
