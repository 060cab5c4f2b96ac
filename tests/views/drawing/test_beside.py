"""Places beside those that are known."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.views.beside import beside


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_the_known_stay_and_all_have_a_place_of_their_own(size, seed):
    random = np.random.default_rng(seed)
    where = random.integers(-9, 10, (size, 2)) * 100.0
    known = random.random(size) < 0.5
    where[~known] = np.nan
    pairs = random.integers(0, size, (2 * size, 2))
    weights = random.random(2 * size) + 0.1
    placed = beside(where, pairs, weights, cell=10.0)
    assert (placed[known] == where[known]).all()
    assert np.isfinite(placed).all()
    fresh = placed[~known]
    assert len({(round(x / 10), round(y / 10)) for x, y in fresh.tolist()}) == len(fresh)
    assert (placed == beside(where, pairs, weights, cell=10.0)).all()


def test_who_is_tied_to_one_side_stands_there():
    known = np.array([[0.0, 0.0], [1000.0, 0.0], *[[np.nan, np.nan]] * 6])
    pairs = np.array([[0, n] for n in (2, 3, 4)] + [[1, n] for n in (5, 6, 7)])
    placed = beside(known, pairs, np.ones(6), cell=20.0)
    assert (placed[2:5, 0] < 300).all()
    assert (placed[5:, 0] > 700).all()


def test_of_very_many_each_has_a_place_of_its_own_without_springs(monkeypatch):
    monkeypatch.setattr("graphbuild.views.beside._SPRUNG", 10)
    monkeypatch.setattr("graphbuild.views.beside._sprung", None)  # it would fail
    chance = np.random.default_rng(1)
    where = np.full((400, 2), np.nan)
    where[:5] = chance.normal(size=(5, 2)) * 10
    pairs = chance.integers(0, 400, size=(900, 2))
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    placed = beside(where, pairs, np.ones(len(pairs)), cell=1.0)
    assert (placed[:5] == where[:5]).all()
    assert len({(round(x), round(y)) for x, y in placed[5:].tolist()}) == 395
