import itertools

import networkx as nx
import pytest
from hypothesis import given, settings
from random_edges import edges, table, undirected

from graphbuild.analysis.structure.communities import METHODS, camps, communities
from graphbuild.analysis.structure.ties import ties


def _modularity(made, found):
    groups = found.groupby("community")["actor_id"].agg(set)
    return nx.community.modularity(undirected(made), groups, weight="weight")


@settings(max_examples=30, deadline=None)
@given(edges())
def test_communities_part_the_actors_as_well_as_another_method_does(rows):
    made = ties(rows)
    if made.empty:
        assert communities(made).empty
        return
    found = communities(made)
    assert found["actor_id"].tolist() == sorted({*made["source"], *made["target"]})
    other = nx.community.modularity(
        undirected(made),
        nx.community.greedy_modularity_communities(undirected(made), weight="weight"),
        weight="weight",
    )
    assert _modularity(made, found) >= other - 0.05
    sizes = found["community"].value_counts().sort_index()
    assert sizes.index.tolist() == list(range(len(sizes)))
    assert sizes.is_monotonic_decreasing
    assert communities(made).equals(found)


def _frustration(made, side):
    return sum(
        tie.weight
        for tie in made.itertuples()
        if (tie.sign < 0 and side[tie.source] == side[tie.target])
        or (tie.sign > 0 and side[tie.source] != side[tie.target])
    )


@settings(max_examples=30, deadline=None)
@given(edges(most=5))
def test_camps_are_nearly_the_least_frustrated_of_all_partitions(rows):
    made = ties(rows)
    found = camps(made)
    side = dict(zip(found["actor_id"], found["camp"], strict=True))
    actors = sorted(side)
    assert set(actors) == {
        actor for tie in made[made["sign"] != 0].itertuples() for actor in (tie.source, tie.target)
    }
    best = min(
        (
            _frustration(made[made["sign"] != 0], dict(zip(actors, labels, strict=True)))
            for labels in itertools.product(range(len(actors)), repeat=len(actors))
        ),
        default=0,
    )
    apart = _frustration(made[made["sign"] != 0], {actor: i for i, actor in enumerate(actors)})
    mine = _frustration(made[made["sign"] != 0], side)
    assert mine <= best + 0.2 * (apart - best) + 1e-9


@pytest.mark.parametrize("method", METHODS)
def test_two_alliances_at_war_are_two_camps(method):
    pairs = [(a, b, 1.0) for group in ("abcd", "efgh") for a, b in itertools.combinations(group, 2)]
    pairs += [("a", "e", -1.0), ("b", "f", -1.0), ("c", "g", -1.0)]
    made = ties(table([(a, b, "verb", 2, polarity, "") for a, b, polarity in pairs]))
    found = camps(made, method=method)
    assert found["camp"].tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert camps(made, method=method).equals(found)


def test_an_enemy_inside_a_dense_group_is_no_member_of_it():
    pairs = [
        ("a", "b", 1.0),
        ("b", "c", 1.0),
        ("a", "c", 1.0),
        ("a", "d", -1.0),
        ("b", "d", -1.0),
        ("c", "d", -1.0),
    ]
    made = ties(table([(a, b, "verb", 2, polarity, "") for a, b, polarity in pairs]))
    assert communities(made)["community"].nunique() == 1
    assert camps(made)["camp"].tolist() == [0, 0, 0, 1]
