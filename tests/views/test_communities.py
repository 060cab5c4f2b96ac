"""Communities: seeded, the largest first, everyone in one."""

import random
from itertools import pairwise

import numpy as np

from graphbuild.views.communities import communities


def cliques(sizes):
    """Complete graphs of these sizes, each tied once to the next."""
    ends, first = [], 0
    starts = []
    for size in sizes:
        ends += [(a, b) for a in range(first, first + size) for b in range(first, a)]
        starts.append(first)
        first += size
    ends += list(pairwise(starts))
    return first, np.array(ends, dtype=np.int64)


def test_cliques_are_communities_the_largest_first():
    size, pairs = cliques([5, 9, 7])
    found = communities(size, pairs, np.ones(len(pairs)))
    assert found.tolist() == [2] * 5 + [0] * 9 + [1] * 7


def test_the_same_seed_gives_the_same_and_the_callers_random_numbers_stay():
    size, pairs = cliques([4, 4, 4, 4])
    random.seed(4)
    expected = random.Random(4).random()
    one, same = (communities(size, pairs, np.ones(len(pairs)), seed=3) for _ in range(2))
    assert one.tolist() == same.tolist()
    assert random.random() == expected


def test_actors_without_ties_are_alone():
    found = communities(3, np.zeros((0, 2), dtype=np.int64), np.zeros(0))
    assert found.tolist() == [0, 1, 2]
    assert communities(0, np.zeros((0, 2), dtype=np.int64), np.zeros(0)).tolist() == []
