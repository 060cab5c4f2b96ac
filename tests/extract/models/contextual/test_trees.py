"""The decoder of trees against exhaustive search."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from graphbuild.extract.models.contextual.trees import tree


def _is_tree(heads: tuple[int, ...]) -> bool:
    """One root (-1), and every word reaches it."""
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0 and word not in seen:
            seen.add(word)
            word = heads[word]
        if word >= 0:
            return False
    return True


def _total(scores: np.ndarray, heads) -> float:
    return sum(scores[word, head + 1] for word, head in enumerate(heads))


def _best(scores: np.ndarray, root: int | None = None) -> float:
    size = len(scores)
    return max(
        _total(scores, heads)
        for heads in product(range(-1, size), repeat=size)
        if _is_tree(heads) and (root is None or heads[root] == -1)
    )


_squares = st.integers(1, 5).flatmap(
    lambda size: arrays(np.float64, (size, size + 1), elements=st.integers(-20, 20))
)


@given(_squares)
def test_it_is_a_tree_and_the_best_with_its_root(scores: np.ndarray) -> None:
    heads = tuple(tree(scores).tolist())
    assert _is_tree(heads)
    assert _total(scores, heads) == _best(scores, heads.index(-1))


@given(_squares)
def test_the_best_heads_stand_where_they_are_a_tree(scores: np.ndarray) -> None:
    scores[np.arange(len(scores)), np.arange(len(scores)) + 1] = -100
    greedy = tuple((scores.argmax(1) - 1).tolist())
    if _is_tree(greedy):
        assert tuple(tree(scores).tolist()) == greedy


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0.0, -9, 5, 0], [4.0, 5, -9, 0], [0.0, 9, 0, -9]])
    assert tree(scores).tolist() == [1, -1, 0]


def test_a_long_sentence_without_any_signal_is_still_a_tree() -> None:
    heads = tuple(tree(np.zeros((300, 301))).tolist())
    assert _is_tree(heads)


def test_the_scores_of_the_caller_stay() -> None:
    scores = np.ones((3, 4))
    tree(scores)
    assert (scores == 1).all()
