"""Which actors a small page has."""

import news
import numpy as np
import pandas as pd
import pytest

from graphbuild.views.payload import payload
from graphbuild.views.payload.neighbourhood import neighbourhood
from graphbuild.views.payload.words import COOCCURRENCE, KINDS

TOGETHER = KINDS.index(COOCCURRENCE)


def drawn(seed):
    """Random lines, the strongest first, and the degree of each of 30 actors."""
    random = np.random.default_rng(seed)
    lines = pd.DataFrame(
        {
            "source": random.integers(0, 30, 60),
            "target": random.integers(0, 30, 60),
            "kind": random.integers(0, len(KINDS), 60),
            "weight": np.sort(random.integers(0, 9, 60))[::-1],
        }
    )
    degree = np.zeros(30)
    for end in ("source", "target"):
        np.add.at(degree, lines[end].to_numpy(), lines["weight"].to_numpy(float))
    return lines, degree


@pytest.mark.parametrize("seed", range(20))
def test_of_most_linked_actors_none_comes_without_its_partner(seed):
    lines, degree = drawn(seed)
    chosen = neighbourhood(lines, degree, 8)
    assert len(chosen) <= 8
    assert chosen == sorted({*chosen})
    counted = lines[(lines["weight"] > 0) & (lines["source"] != lines["target"])]
    linked = {*counted["source"], *counted["target"]}
    inside = counted[counted["source"].isin(chosen) & counted["target"].isin(chosen)]
    assert {*chosen} & linked <= {*inside["source"], *inside["target"]}


@pytest.mark.parametrize("seed", range(20))
def test_around_an_actor_those_come_first_of_whom_something_is_stated(seed):
    lines, degree = drawn(seed)
    counted = lines[(lines["weight"] > 0) & (lines["source"] != lines["target"])]
    for centre in range(30):
        own = counted[(counted["source"] == centre) | (counted["target"] == centre)]
        other = own["source"] + own["target"] - centre
        stated, together = other[own["kind"] != TOGETHER], other[own["kind"] == TOGETHER]
        expected = list(dict.fromkeys([*stated, *together]))[:3]
        assert neighbourhood(lines, degree, 4, centre) == sorted([centre, *expected])


def test_a_small_page_tells_of_how_many_it_has_some():
    whole, small = payload(*news.news()), payload(*news.news(), most=6)
    assert len(small.actors) <= 6 < len(whole.actors)
    assert small.core["whole"] == whole.core["whole"]
    assert small.core["rows"]["size"] < whole.core["rows"]["size"]
    assert sum(map(len, small.chunks)) < sum(map(len, whole.chunks))
    hale = news.content_id("Colonel Dragan Hale")
    around = payload(*news.news(), most=6, centre=hale)
    assert {*around.actors["name"]} >= {"Colonel Dragan Hale", "Veranian army"}
    linked = {*around.lines["source"], *around.lines["target"]}
    assert linked <= {*range(len(around.actors))}
    assert payload(*news.news(), most=99).core["whole"] == whole.core["whole"]
