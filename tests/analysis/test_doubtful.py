import pandas as pd
from corpus import article, network

from graphbuild.analysis.doubtful import COLUMNS, doubtful

NET = network(
    article(
        "a",
        "[Ann] helped [Ben].",
        "[Ann] helped [Ben] again.",
        "[Ann] struck [Ben].",
        "[Ann] met [Cem].",
        relations=[
            (0, "Ann", "aid", "Ben", 1.0),
            (1, "Ann", "aid", "Ben", 1.0),
            (2, "Ann", "attack", "Ben", -1.0),
            (3, "Ann", "discuss", "Cem", 0.25),
        ],
    ),
)


def _asked(confidence=0.8, rule="active", **by_class):
    relations = NET.relations.assign(rule=rule)
    relations["confidence"] = relations["relation"].map(by_class).fillna(confidence)
    found = doubtful(relations, NET.edges)
    return dict(zip(found["relation"], found["reasons"], strict=True)), found


def test_what_is_sure_and_undisputed_is_not_asked():
    asked, _ = _asked()
    assert asked == {"attack": "contested | alone"}


def test_low_confidence_is_a_reason_and_a_seldom_right_rule():
    asked, _ = _asked(discuss=0.3)
    assert asked["discuss"] == "unsure | alone"
    asked, _ = _asked(0.4)
    assert asked["aid"] == "unsure | rule"
    assert asked["attack"] == "unsure | contested | rule | alone"


def test_what_matters_more_comes_first():
    _, found = _asked(0.5)
    assert found["relation"].tolist()[0] == "attack"  # contested, and its link rests on it
    assert found["score"].is_monotonic_decreasing
    assert found["relation"].tolist()[-2:] == ["aid", "aid"]  # half of their link each


def test_what_a_user_said_is_not_asked():
    assert _asked(0.3, rule="by_hand")[0] == {}
    assert _asked(0.3, rule="corrected")[0] == {}
    assert "discuss" not in _asked(0.3, discuss=1.0)[0]


def test_several_things_said_of_two_in_one_sentence():
    relations = NET.relations.assign(rule="active", confidence=0.8)
    twin = relations[relations["relation"] == "discuss"].assign(relation="visit", relation_id="x")
    edge = NET.edges[NET.edges["relation"] == "discuss"].assign(relation="visit")
    found = doubtful(
        pd.concat([relations, twin], ignore_index=True), pd.concat([NET.edges, edge], ignore_index=True)
    )
    reasons = dict(zip(found["relation"], found["reasons"], strict=True))
    assert reasons["visit"] == reasons["discuss"] == "alone | twice"


def test_nothing_gives_nothing():
    found = doubtful(NET.relations.iloc[:0], NET.edges.iloc[:0])
    assert list(found.columns) == list(COLUMNS)
    assert found.empty
