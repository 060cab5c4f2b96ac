"""What the page tells apart of two periods or outlets is what `graphbuild diff` does, on random articles."""

from __future__ import annotations

import random

import news
import pandas as pd
import pytest
from page_scripts import answers

from graphbuild.analysis.difference import Side, difference, portion
from graphbuild.views.payload import payload
from graphbuild.views.payload.days import days

ACTS = [("attack", -1.0), ("accuse", -0.35), ("discuss", 0.0), ("support", 0.5), ("aid", 1.0)]
STATUSES = ["asserted", "asserted", "possible", "intended", "negated"]
OUTLETS = ["Coast Daily", "The Meridian"]


def press(seed):
    """Tables of some thirty articles, some of which tell the same story, with more hostile ones late."""
    draw = random.Random(seed)
    names = [f"Actor {letter}" for letter in "ABCDEFGH"]
    actors = dict.fromkeys(names, ("organization", "", "", "", ""))
    articles = []
    for number in range(draw.randrange(20, 40)):
        month, outlet = draw.randrange(1, 13), draw.choice(OUTLETS)
        sentences = []
        for turn in range(draw.randrange(1, 5)):
            one, other = draw.sample(names, 2) if draw.random() < 0.6 else names[:2]
            act, polarity = draw.choice(ACTS[: 2 if month > 6 and one == names[0] else 5])
            kind = draw.random()
            if kind < 0.15:
                act, polarity = "member_of", 0.0
            told = [(one, one, "did", other, other, act, polarity, draw.choice(STATUSES), "")]
            sentences.append(
                (f"{one} did {other} in report {number} of {turn}.", told if kind < 0.85 else [])
            )
        articles.append(
            (f"Report {number}", f"2021-{month:02}-{draw.randrange(1, 28):02}", outlet, sentences)
        )
    tables = list(news.tables(actors, articles))
    stories = tables[0]["doc_id"].tolist()
    for place in range(len(stories)):
        if draw.random() < 0.2:
            stories[place] = draw.choice(stories)
    tables[0] = tables[0].assign(story_id=stories)
    return tables


@pytest.fixture(scope="module")
def many():
    return [(tables, payload(*tables)) for tables in map(press, range(8))]


def cut(tables, **how):
    documents, mentions, actors, relations, _ = tables
    return portion(Side(documents, mentions, actors, relations), **how)


def told(found):
    """By what it is about: change, stories on both sides, q and mean polarity; turns apart."""
    shares, turns = {}, {}
    for row in found.to_dict("records"):
        ids = tuple(sorted((row["first"], row["second"]), reverse=row["what"] == "actor"))
        if row["change"] == "turned":
            turns[ids] = (row["q_value"], row["polarity_a"], row["polarity_b"])
        else:
            shares[ids] = (row["change"], row["stories_a"], row["stories_b"], row["q_value"])
    return shares, turns


def answered(found):
    shares = {
        tuple(one["ids"]): (one["change"], *one["stories"], round(one["q"], 6))
        for one in found["links"] + found["actors"]
        if one["change"] != "same"
    }
    turns = {tuple(one["ids"]): (one["turnQ"], *one["polarity"]) for one in found["links"] if one["turned"]}
    return shares, turns


def check(many, asks, cuts):
    found = answers(
        [
            {"ask": "compared", "core": data.core, "compared": ask}
            for (_, data), ask in zip(many, asks, strict=True)
        ]
    )
    seen = set()
    for (tables, _), own, (a, b) in zip(many, found, cuts, strict=True):
        expected = difference(cut(tables, **a), cut(tables, **b), level=1.0)
        shares, turns = told(expected)
        own_shares, own_turns = answered(own)
        assert {ids: (*one[:3], pytest.approx(one[3], abs=1e-6)) for ids, one in shares.items()} == own_shares
        assert {ids: pytest.approx(one, abs=1e-4) for ids, one in turns.items()} == own_turns
        if len(expected):
            assert own["of"] == [int(expected["of_a"].iloc[0]), int(expected["of_b"].iloc[0])]
        seen |= set(expected["change"])
    return seen


def test_two_periods(many):
    day = {
        name: int(days(pd.Series([name]))[0])
        for name in ("2021-01-01", "2021-06-30", "2021-07-01", "2021-12-31")
    }
    ask = {
        "by": "days",
        "one": [day["2021-01-01"], day["2021-06-30"]],
        "other": [day["2021-07-01"], day["2021-12-31"]],
    }
    seen = check(many, [ask] * len(many), [({"before": "2021-07"}, {"since": "2021-07"})] * len(many))
    assert seen == {"added", "lost", "stronger", "weaker", "turned"}


def test_a_period_that_lies_within_another(many):
    day = {name: int(days(pd.Series([name]))[0]) for name in ("2021-01-01", "2021-07-01", "2021-12-31")}
    ask = {
        "by": "days",
        "one": [day["2021-01-01"], day["2021-12-31"]],
        "other": [day["2021-07-01"], day["2021-12-31"]],
    }
    check(many, [ask] * len(many), [({"before": "2022"}, {"since": "2021-07"})] * len(many))


def test_two_outlets(many):
    ask = {"by": "outlets", "one": OUTLETS[0], "other": OUTLETS[1]}
    check(many, [ask] * len(many), [({"outlet": OUTLETS[0]}, {"outlet": OUTLETS[1]})] * len(many))


def test_what_the_tests_can_prove_is_proved_alike():
    tables = press(99)
    documents = tables[0]
    ids = documents["doc_id"].tolist()
    first, second = sorted(tables[2]["actor_id"])[:2]
    row = tables[3].iloc[[0]]
    late = documents.loc[documents["date"] >= "2021-07", "doc_id"].tolist()
    plain = {"source": first, "target": second, "kind": "verb", "relation": "attack", "polarity": -1.0}
    row = row.assign(**plain, status="asserted", sentence=90)
    planted = pd.concat(
        [
            row.assign(relation_id=f"{n:012x}", doc_id=doc, start=900 + n, end=950 + n)
            for n, doc in enumerate(late)
        ],
        ignore_index=True,
    )
    stated = (
        (tables[3]["kind"] != "cooccurrence")
        & tables[3]["source"].isin([first, second])
        & tables[3]["target"].isin([first, second])
    )
    relations = pd.concat([tables[3][~stated], planted], ignore_index=True)
    tables = [documents.assign(story_id=ids), tables[1], tables[2], relations, news.edges(relations)]
    day = {
        name: int(days(pd.Series([name]))[0])
        for name in ("2021-01-01", "2021-06-30", "2021-07-01", "2021-12-31")
    }
    ask = {
        "by": "days",
        "one": [day["2021-01-01"], day["2021-06-30"]],
        "other": [day["2021-07-01"], day["2021-12-31"]],
    }
    (found,) = answers([{"ask": "compared", "core": payload(*tables).core, "compared": ask}])
    best = found["links"][0]
    assert (best["ids"], best["change"]) == ([first, second], "added")
    assert best["q"] < 0.05
    sure = difference(cut(tables, before="2021-07"), cut(tables, since="2021-07"))
    assert sure["q_value"].iloc[0] == pytest.approx(best["q"], abs=1e-6)
