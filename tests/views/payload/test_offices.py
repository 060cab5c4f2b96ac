"""Titles over time, as sentences have them."""

import pandas as pd
import pytest

from graphbuild.views.payload.offices import offices

ACTORS = pd.DataFrame(
    {
        "actor_id": ["lee", "chad", "mali"],
        "name": ["Ann Lee", "Chad", "Mali"],
        "type": ["official", "country", "country"],
        "country": ["", "TCD", "MLI"],
        "titles": ["President | Envoy", "", ""],
    }
)


def mention(doc_id, start, text, actor_id="lee"):
    return {
        "doc_id": doc_id,
        "sentence": 0,
        "start": start,
        "end": start + len(text),
        "text": text,
        "actor_id": actor_id,
    }


def row(doc_id, evidence, day, rule="active_verb", verb="met", target=1):
    return {
        "doc_id": doc_id,
        "sentence": 0,
        "start": 0,
        "evidence": evidence,
        "day": day,
        "rule": rule,
        "verb": verb,
        "source": 0,
        "target": target,
    }


def titles(mentions, rows):
    columns = list(mention("", 0, ""))
    table = pd.DataFrame(mentions, columns=columns)
    return offices(ACTORS, table, pd.DataFrame(rows, columns=list(row("", "", 0)))).get(0)


def test_a_title_before_the_name_counts_for_its_days():
    rows = [row("a", "President Ann Lee met Chad.", 100), row("b", "Then president Lee met Chad.", 90)]
    found = titles([mention("a", 10, "Ann Lee"), mention("b", 15, "Lee")], rows)
    assert found == [["President", 90, 100, 2, []], ["Envoy", "", "", 0, []]]


def test_a_title_inside_the_mention_counts():
    assert titles([mention("a", 0, "Envoy Ann Lee")], [row("a", "Envoy Ann Lee left.", 5)])[0] == [
        "Envoy",
        5,
        5,
        1,
        [],
    ]


@pytest.mark.parametrize("text", ["The vicepresident Lee left.", "President of Chad, Lee left."])
def test_only_the_whole_title_right_before_the_name_counts(text):
    found = titles([mention("a", text.index("Lee"), "Lee")], [row("a", text, 5)])
    assert all(seen == 0 for *_, seen, _ in found)


def test_an_affiliation_tells_the_title_and_the_body():
    rows = [
        row("a", "Ann Lee, envoy of Chad", 7, "apposition", "envoy", 1),
        row("b", "Ann Lee, envoy of Mali", 9, "apposition", "envoy", 2),
        row("c", "Ann Lee, envoy of Mali", 8, "title", "envoy", 2),
        row("d", "Ann Lee, mayor", 8, "office", "mayor", 1),
        row("e", "Ann Lee leads Chad", 1, "active_verb", "leads", 1),
    ]
    assert titles([], rows) == [
        ["Envoy", 7, 9, 3, [2, 1]],
        ["mayor", 8, 8, 1, [1]],
        ["President", "", "", 0, []],
    ]


def test_a_sentence_without_a_date_counts_without_a_day():
    found = titles([mention("a", 6, "Lee")], [row("a", "Envoy Lee left.", -1_000_000)])
    assert found[0][:4] == ["Envoy", "", "", 1]
