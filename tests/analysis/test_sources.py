import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.analysis.sources import sources

NO_RELATIONS = pd.DataFrame(
    columns=["doc_id", "kind", "status", "source", "source_name", "target", "target_name"], dtype="str"
)


def _documents(outlets):
    ids = [f"d{i}" for i in range(len(outlets))]
    return pd.DataFrame({"doc_id": ids, "story_id": ids, "source": outlets})


def _mentions(rows):
    return pd.DataFrame(rows, columns=["doc_id", "actor_id"], dtype="str")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["Post", "Times", "Herald", ""]), min_size=4, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.sampled_from("abc")), min_size=6, max_size=40),
)
def test_figures_are_those_of_the_paper(outlets, told):
    documents = _documents(outlets)
    mentions = _mentions([(f"d{at % len(outlets)}", actor) for at, actor in told])
    found = sources(documents, mentions, NO_RELATIONS)
    names = sorted(set(outlets) - {""})
    if len(names) < 2:
        assert found.empty
        return
    of = dict(zip(documents["doc_id"], documents["source"], strict=True))
    pairs = {(of[doc], doc, actor) for doc, actor in mentions.itertuples(index=False) if of[doc]}
    actors = sorted({actor for *_, actor in pairs})
    count = {(o, a): sum((o, a) == (x, z) for x, _, z in pairs) for o in names for a in actors}
    kept = [a for a in actors if sum(count[o, a] for o in names) >= 3]
    assert len(found) == len(kept) * len(names)
    for row in found.itertuples():
        y = {a: count[row.outlet, a] for a in kept}
        x = {a: sum(count[o, a] for o in names) - y[a] for a in kept}
        prior = {a: (y[a] + x[a]) / len(names) for a in kept}
        assert (row.stories, row.elsewhere) == (y[row.first], x[row.first])
        assert (row.of, row.of_elsewhere) == (
            outlets.count(row.outlet),
            len(outlets) - outlets.count("") - row.of,
        )
        if len(kept) < 2:
            assert row.log_odds == 0
            continue
        a = row.first

        def odds(counts, prior=prior, a=a):
            return math.log(
                (counts[a] + prior[a]) / (sum(counts.values()) + sum(prior.values()) - counts[a] - prior[a])
            )

        expected = odds(y) - odds(x)
        deviation = math.sqrt(1 / (y[a] + prior[a]) + 1 / (x[a] + prior[a]))
        assert row.log_odds == pytest.approx(expected, abs=1e-5)
        assert row.z == pytest.approx(expected / deviation, abs=1e-4)


def _world(rng, planted):
    outlets = ["Post" if i % 2 else "Times" for i in range(300)]
    often = {f"a{i:02}": 0.02 + 0.3 * rng.random() for i in range(40)}
    rows = [
        (f"d{doc}", actor)
        for doc, outlet in enumerate(outlets)
        for actor, chance in often.items()
        if rng.random()
        < (min(chance * 4, 0.9) if planted and actor == "a07" and outlet == "Post" else chance)
    ]
    return sources(_documents(outlets), _mentions(rows), NO_RELATIONS)


def test_what_one_outlet_tells_more_of_is_found():
    found = _world(np.random.default_rng(1), planted=True)
    sure = found[found["q_value"] < 0.05]
    assert sure.groupby("outlet")["first"].agg(list).to_dict() == {"Post": ["a07"], "Times": ["a07"]}
    assert sure.set_index("outlet")["z"]["Post"] > 3


def test_where_outlets_are_alike_nothing_is_found():
    rng = np.random.default_rng(2)
    shares = [(_world(rng, planted=False)["q_value"] < 0.05).any() for _ in range(60)]
    assert np.mean(shares) <= 0.1


def test_pairs_count_whatever_their_direction_and_denials_do_not():
    documents = _documents(["Post", "Post", "Post", "Times", "Times"])
    ends = [("a", "b"), ("b", "a"), ("a", "b"), ("a", "b"), ("a", "c")]
    relations = pd.DataFrame(
        {
            "doc_id": [f"d{i}" for i in range(5)],
            "kind": "verb",
            "status": ["asserted", "asserted", "possible", "negated", "asserted"],
            **{"source": [a for a, _ in ends], "target": [b for _, b in ends]},
        }
    )
    relations = relations.assign(source_name=relations["source"], target_name=relations["target"])
    found = sources(documents, _mentions([]), relations)
    assert found[["what", "first", "second", "outlet", "stories", "elsewhere"]].values.tolist() == [
        ["pair", "a", "b", "Post", 3, 0],
        ["pair", "a", "b", "Times", 0, 3],
    ]
