import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.analysis.uncertainty import EDGE, TIE, uncertainty, undirected


def _documents(n):
    return pd.DataFrame({"doc_id": [f"d{i}" for i in range(n)], "story_id": [f"s{i}" for i in range(n)]})


def _relations(rows):
    table = pd.DataFrame(
        rows, columns=["doc_id", "sentence", "source", "target", "polarity", "status", "confidence"]
    )
    return table.assign(kind="verb", relation="", source_name=table["source"], target_name=table["target"])


_ROW = st.tuples(
    st.sampled_from(["d0", "d1", "d2", "d3"]),
    st.integers(0, 2),
    st.sampled_from("ab"),
    st.sampled_from("cd"),
    st.sampled_from([-1.0, 0.25, 0.5]),
    st.sampled_from(["asserted", "possible", "negated"]),
    st.sampled_from([0.1, 0.5, 0.9]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=20))
def test_figures_are_those_of_the_definition(rows):
    documents = _documents(4).assign(story_id=["s", "s", "t", "u"])
    story = dict(zip(documents["doc_id"], documents["story_id"], strict=True))
    found = uncertainty(_relations(rows), documents, draws=50)
    kept = [row for row in rows if row[5] != "negated"]
    assert len(found) == len({row[2:4] for row in kept})
    sizes = {}
    for edge in found.itertuples():
        mine = [row for row in kept if row[2:4] == (edge.source, edge.target)]
        assert edge.weight == sizes.setdefault((edge.source, edge.target), len({row[:2] for row in mine}))
        assert edge.polarity == pytest.approx(np.mean([row[4] for row in mine]), abs=1e-6)
        told = {s: max(row[6] for row in mine if story[row[0]] == s) for s in {story[row[0]] for row in mine}}
        assert edge.n_stories == len(told)
        assert edge.confidence == pytest.approx(1 - math.prod(1 - c for c in told.values()), abs=1e-6)
        assert edge.weight_low <= edge.weight_high
        assert -1 <= edge.polarity_low <= edge.polarity_high <= 1
        assert 1 <= edge.rank_low <= edge.rank_high <= len(found)
    for edge in found.itertuples():
        larger = sum(size > edge.weight for size in sizes.values())
        alike = sum(size == edge.weight for size in sizes.values())
        assert edge.rank == larger + (alike + 1) / 2


def _sample(rng, stories, frequent, hostile):
    """What is read of a world in which each story tells of each pair by chance."""
    rows = []
    for story in range(stories):
        for pair, often in frequent.items():
            if rng.random() < often:
                for sentence in range(1 + rng.poisson(0.5)):
                    polarity = -0.7 if rng.random() < hostile[pair] else 0.5
                    rows.append((f"d{story}", sentence, *pair, polarity, "asserted", 0.9))
    return _relations(rows)


def test_bands_cover_the_truth_at_least_as_often_as_they_say():
    rng = np.random.default_rng(11)
    stories, worlds = 120, 120
    frequent = {("a", "b"): 0.3, ("a", "c"): 0.1, ("b", "c"): 0.03, ("c", "d"): 0.015}
    hostile = {("a", "b"): 0.5, ("a", "c"): 0.9, ("b", "c"): 0.3, ("c", "d"): 0.6}
    documents = _documents(stories)
    covered = {"weight": [], "polarity": [], "rank": []}
    order = {pair: rank + 1 for rank, pair in enumerate(frequent)}
    for _ in range(worlds):
        found = uncertainty(_sample(rng, stories, frequent, hostile), documents, keys=TIE, draws=200)
        for edge in found.itertuples():
            pair = (edge.source, edge.target)
            weight = stories * frequent[pair] * 1.5
            polarity = -0.7 * hostile[pair] + 0.5 * (1 - hostile[pair])
            covered["weight"].append(edge.weight_low <= weight <= edge.weight_high)
            covered["polarity"].append(edge.polarity_low <= polarity <= edge.polarity_high)
            covered["rank"].append(edge.rank_low <= order[pair] <= edge.rank_high)
    for what, hits in covered.items():
        assert np.mean(hits) >= 0.93, what  # 0.95 less the noise of some 450 cases


def test_many_stories_make_narrow_bands_and_copies_do_not():
    rows = [(f"d{i}", 0, "a", "b", 0.5, "asserted", 0.6) for i in range(60)]
    apart = uncertainty(_relations(rows), _documents(60), keys=TIE).squeeze()
    copies = uncertainty(_relations(rows), _documents(60).assign(story_id="s"), keys=TIE).squeeze()
    assert apart["polarity_high"] - apart["polarity_low"] < 0.2
    assert copies["polarity_high"] - copies["polarity_low"] > 1.0
    assert apart["weight_low"] > 40
    assert copies["weight_low"] == 0
    assert apart["confidence"] > 0.999
    assert copies["confidence"] == pytest.approx(0.6)


def test_both_directions_are_one_tie_and_the_same_seed_gives_the_same():
    rows = _relations([("d0", 0, "b", "a", 0.5, "asserted", 0.6), ("d1", 0, "a", "b", 0.5, "asserted", 0.6)])
    found = uncertainty(undirected(rows), _documents(2), keys=TIE)
    assert found[["source", "target", "weight"]].values.tolist() == [["a", "b", 2]]
    assert found.equals(uncertainty(undirected(rows).iloc[::-1], _documents(2), keys=TIE))


def test_nothing_read_is_nothing_told():
    none = uncertainty(_relations([]), _documents(1), keys=EDGE)
    assert none.empty
    assert "rank_high" in none
