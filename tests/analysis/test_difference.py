import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, false_discovery_control, hypergeom

from graphbuild.analysis.difference import CHANGES, Side, difference, matched, portion
from graphbuild.errors import InputError


def _side(stories):
    """Stories as lists of (first, second, polarity); each tells of two actors."""
    rows = [
        (f"d{number}", polarity, 0.5 + 0.4 * (at == 0), a, b, f"{a} {b} {number}")
        for number, story in stories
        for at, (a, b, polarity) in enumerate(story)
    ]
    columns = ["doc_id", "polarity", "confidence", "source", "target", "evidence"]
    relations = pd.DataFrame(rows, columns=columns).astype({"source": "str", "target": "str"})
    names = {"source_name": relations["source"].str.upper(), "target_name": relations["target"].str.upper()}
    relations = relations.assign(kind="verb", status="asserted", **names)
    ids = [f"d{number}" for number, _ in stories]
    documents = pd.DataFrame({"doc_id": ids, "story_id": ids, "date": "", "source": ""}, dtype="str")
    names = sorted({*relations["source"], *relations["target"]})
    actors = pd.DataFrame(
        {"actor_id": names, "name": [n.upper() for n in names], "type": "person", "aliases": ""}
    )
    both = [
        relations[["doc_id", end]].set_axis(["doc_id", "actor_id"], axis=1) for end in ("source", "target")
    ]
    return Side(documents, pd.concat(both, ignore_index=True), actors, relations)


PAIRS = [(f"a{i:02}", f"b{i % 17:02}") for i in range(120)]


def _world(rng, number, often, hostile, *, start=0):
    return [
        (
            start + at,
            [
                (a, b, -0.6 if rng.random() < hostile[a, b] else 0.4)
                for a, b in PAIRS
                if rng.random() < often[a, b]
            ],
        )
        for at in range(number)
    ]


def _chances(rng):
    often = {pair: float(rng.choice([0.004, 0.02, 0.1, 0.3])) for pair in PAIRS}
    return often, {pair: float(rng.choice([0.05, 0.5, 0.95])) for pair in PAIRS}


def test_planted_changes_are_found_and_of_the_others_hardly_one_is_told():
    false, missed, planted_all = 0, 0, 0
    for seed in range(6):
        rng = np.random.default_rng(seed)
        often, hostile = _chances(rng)
        planted = dict(zip(("added", "lost", "stronger", "weaker", "turned"), PAIRS, strict=False))
        often |= {PAIRS[0]: 0.0, PAIRS[1]: 0.1, PAIRS[2]: 0.05, PAIRS[3]: 0.3}
        often[PAIRS[4]], hostile[PAIRS[4]] = 0.1, 0.95
        before = _side(_world(rng, 300, often, hostile))
        often |= {PAIRS[0]: 0.1, PAIRS[1]: 0.0, PAIRS[2]: 0.25, PAIRS[3]: 0.1}
        hostile[PAIRS[4]] = 0.05
        after = _side(_world(rng, 300, often, hostile, start=1000))
        found = difference(before, after)
        links = found[found["what"] == "link"]
        told = set(zip(links["change"], links["first"], links["second"], strict=True))
        wanted = {(change, *pair) for change, pair in planted.items()}
        missed += len(wanted - told)
        planted_all += len(wanted)
        false += len(told - wanted)
        touched = {one for pair in planted.values() for one in pair}
        false += int((~found.loc[found["what"] == "actor", "first"].isin(touched)).sum())
    assert missed <= 1, f"{missed} of {planted_all}"
    assert false <= 0.05 * 6 * (len(PAIRS) - 5)


def test_two_halves_of_one_world_hardly_differ():
    told = 0
    for seed in range(10):
        rng = np.random.default_rng(100 + seed)
        often, hostile = _chances(rng)
        stories = _world(rng, 400, often, hostile)
        order = rng.permutation(len(stories))
        halves = [_side([stories[i] for i in part]) for part in (order[:200], order[200:])]
        told += len(difference(*halves))
    assert told <= 0.05 * 10 * len(PAIRS) * 0.2


def test_a_network_does_not_differ_from_itself():
    rng = np.random.default_rng(5)
    side = _side(_world(rng, 50, *_chances(rng)))
    assert difference(side, side).empty
    assert difference(side, side, level=1.0).empty


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.integers(0, 3), min_size=4, max_size=30), st.lists(st.integers(0, 3), min_size=4, max_size=30)
)
def test_q_values_and_bands_are_those_of_scipy(a, b):
    world = [("a", "b", -0.5), ("a", "c", 0.5), ("b", "c", 0.5)]
    sides = [
        _side([(start + at, world[:n]) for at, n in enumerate(counts)])
        for start, counts in ((0, a), (100, b))
    ]
    found = difference(*sides, level=1.0)
    links = found[(found["what"] == "link") & (found["change"] != "turned")]
    expected, possible = {}, []
    for at, (first, second, _) in enumerate(world):
        k, n = sum(x > at for x in a), sum(x > at for x in b)
        drawn = hypergeom(len(a) + len(b), k + n, len(a))
        table = min(1.0, 2 * min(drawn.cdf(k), drawn.sf(k - 1)))
        support = np.arange(max(0, k + n - len(b)), min(k + n, len(a)) + 1)
        best = 2 * min(drawn.cdf(support[0]), drawn.sf(support[-1] - 1))
        expected[first, second] = table
        if best < 0.05:
            possible.append((first, second))
    q = {}
    if possible:
        q = dict(zip(possible, false_discovery_control([expected[pair] for pair in possible]), strict=True))
    for row in links.itertuples():
        assert row.q_value == pytest.approx(q.get((row.first, row.second), 1.0), abs=1e-6)
        for k, n, low, high in (
            (row.stories_a, row.of_a, row.share_a_low, row.share_a_high),
            (row.stories_b, row.of_b, row.share_b_low, row.share_b_high),
        ):
            band = binomtest(k, n).proportion_ci(method="exact")
            assert (low, high) == pytest.approx((band.low, band.high), abs=1e-5)
        assert row.change in CHANGES


def test_documents_that_both_have_prove_nothing_and_another_reading_shows_at_once():
    war, peace = [("a", "b", -0.6)], [("a", "b", 0.5)]
    old = [(i, war if i % 2 else []) for i in range(40)]
    new = [(100 + i, peace) for i in range(40)]
    found = difference(_side(old), _side(old + new))
    assert set(found["change"]) == {"turned", "stronger"}
    assert found.loc[0, ["what", "stories_a", "of_a", "stories_b"]].tolist() == ["link", 20, 40, 40]
    assert (found["of_b"] == 40).all()
    again = difference(_side(old), _side([(i, peace if story else []) for i, story in old]))
    assert again[["change", "first", "second", "q_value"]].values.tolist() == [["turned", "a", "b", 0.0]]
    assert again["sentence_a"].item().startswith("a b ")


def test_every_change_has_a_sentence_of_the_side_that_tells_it():
    rng = np.random.default_rng(0)
    before = _side([(i, [("a", "b", -0.6)]) for i in range(30)])
    after = _side([(100 + i, [("a", "c", 0.5)]) for i in range(30)])
    found = difference(before, after)
    for row in found.itertuples():
        assert bool(row.sentence_a) == (row.stories_a > 0)
        assert bool(row.sentence_b) == (row.stories_b > 0)
        if row.sentence_a:
            assert row.sentence_a.rpartition(" ")[2] == row.doc_a.removeprefix("d")
    assert set(zip(found["change"], found["second_name"], strict=True)) >= {("lost", "B"), ("added", "C")}
    assert found.equals(difference(before, _shuffled(after, rng)))


def _shuffled(side, rng):
    return Side(side.documents.sample(frac=1, random_state=1), side.mentions, side.actors, side.relations)


def test_actors_of_another_build_are_matched_with_a_reason():
    cems = [("4", "Cem", "person", ""), ("5", "Cem", "person", "")]
    known = [
        ("1", "Chad", "country", ""),
        ("2", "Ann Lee", "person", "A. Lee | Lee"),
        ("3", "Ben Roe", "person", ""),
    ]
    read = [("1", "Tchad", "country", ""), ("8", "Lee", "person", ""), ("9", "Ben Roe", "person", "")]
    read += [("10", "Cem", "person", ""), ("11", "Chad", "organization", "")]
    columns = ["actor_id", "name", "type", "aliases"]
    a, b = pd.DataFrame([*known, *cems], columns=columns), pd.DataFrame(read, columns=columns)
    assert matched(a, b)[["other", "matched"]].values.tolist() == [
        ["1", "id"], ["2", "alias"], ["3", "name"], ["10", "new"], ["11", "new"],
    ]  # fmt: skip
    side = _side([(i, [("a", "b", -0.6)]) for i in range(30)])
    renamed = {"a": "z", "b": "b"}
    other = _side([(100 + i, [("a", "b", -0.6)]) for i in range(30)])
    moved = Side(
        other.documents,
        other.mentions.assign(actor_id=other.mentions["actor_id"].map(renamed)),
        other.actors.assign(actor_id=other.actors["actor_id"].map(renamed)),
        other.relations.assign(source=other.relations["source"].map(renamed)),
    )
    assert difference(side, moved).empty


def test_portions_are_periods_and_outlets():
    side = _side([(i, [("a", "b", 0.5)]) for i in range(4)])
    dates = ["2020-01-31", "2020-02", "2020-03-01", ""]
    documents = side.documents.assign(date=dates, source=["Post", "Post", "Times", ""])
    side = Side(documents, side.mentions, side.actors, side.relations)
    assert portion(side, since="2020-02").documents["doc_id"].tolist() == ["d1", "d2"]
    assert portion(side, before="2020-03").relations["doc_id"].tolist() == ["d0", "d1"]
    assert portion(side, since="2020", before="2020-02-15").documents["doc_id"].tolist() == ["d0"]
    assert portion(side, outlet="Post", before="2020-02").mentions["doc_id"].tolist() == ["d0", "d0"]
    with pytest.raises(InputError, match="no document is since 2021, of outlet Herald: "):
        portion(side, outlet="Herald", since="2021")
