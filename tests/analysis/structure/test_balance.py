import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from random_edges import edges, table

from graphbuild.analysis.structure.balance import balance
from graphbuild.analysis.structure.ties import ties


@settings(max_examples=40, deadline=None)
@given(edges(most=7))
def test_triads_are_those_that_are_found_by_trying_all(rows):
    made = ties(rows)
    sign = {(t.source, t.target): t.sign for t in made.itertuples() if t.sign}
    weight = {(t.source, t.target): t.weight for t in made.itertuples()}
    actors = sorted({actor for pair in sign for actor in pair})
    full = [
        three
        for three in itertools.combinations(actors, 3)
        if all(pair in sign for pair in itertools.combinations(three, 2))
    ]
    odd = [three for three in full if math.prod(sign[p] for p in itertools.combinations(three, 2)) < 0]
    found = balance(made, draws=9)
    listed = list(zip(found.triads["first"], found.triads["second"], found.triads["third"], strict=True))
    assert sorted(listed) == odd
    assert found.n_triads == len(full)
    assert found.frustrated == pytest.approx(len(odd) / len(full) if full else 0.0, abs=1e-6)
    for row in found.triads.itertuples():
        pairs = list(itertools.combinations((row.first, row.second, row.third), 2))
        assert [row.first_second, row.first_third, row.second_third] == [sign[pair] for pair in pairs]
        assert row.weight == min(weight[pair] for pair in pairs)
    assert found.triads["weight"].is_monotonic_decreasing


def _world(rng, planted):
    side = {name: i % 2 for i, name in enumerate("abcdefghijkl")}
    pairs = [pair for pair in itertools.combinations(side, 2) if rng.random() < 0.5]
    alike = [side[a] == side[b] for a, b in pairs]
    if not planted:
        alike = list(rng.permutation(alike))
    return ties(
        table(
            [(a, b, "verb", 1, 1.0 if same else -1.0, "") for (a, b), same in zip(pairs, alike, strict=True)]
        )
    )


def test_two_camps_are_more_balanced_than_chance():
    found = balance(_world(np.random.default_rng(0), planted=True))
    assert found.frustrated == 0.0
    assert found.p_value == pytest.approx(0.001)
    assert found.low > 0.2


def test_without_camps_few_are():
    rng = np.random.default_rng(0)
    p_values = [balance(_world(rng, planted=False), draws=99).p_value for _ in range(200)]
    assert np.mean(np.array(p_values) <= 0.05) <= 0.09


def test_all_deals_of_a_small_graph_have_the_mean_that_is_told():
    signs = {"ab": 1.0, "bc": 1.0, "ac": -1.0, "cd": -1.0, "bd": 1.0}
    made = ties(table([(a, b, "verb", 1, sign, "") for (a, b), sign in signs.items()]))
    deals = [
        ((x * y * z < 0) + (y * u * v < 0)) / 2 for x, z, y, u, v in itertools.permutations([1, 1, -1, -1, 1])
    ]
    found = balance(made, draws=4000)
    assert found.n_triads == 2
    assert found.expected == pytest.approx(np.mean(deals), abs=0.02)
