"""Datelines, which are no part of the sentence that they stand before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.text.datelines import dateline, set_apart


@pytest.mark.parametrize(
    ("text", "entities", "length"),
    [
        ("NAIROBI — Police arrested", [(0, 1, "GPE")], 2),
        ("NAIROBI , Kenya ( AP ) -- Police arrested", [(0, 1, "GPE"), (2, 3, "GPE"), (4, 5, "ORG")], 7),
        ("GENEVA , 3 May – The UN", [(0, 1, "GPE"), (2, 4, "DATE")], 5),
        ("Doha : The emir left", [(0, 1, "GPE")], 2),
        ("KUWAIT : The emir left", [(0, 1, "GPE")], 2),
        ("ALGIERS- President Zyx left", [(0, 1, "GPE")], 1),
        ("Kuwait : We will leave", [(0, 1, "GPE")], 0),
        ("US : We will leave", [(0, 1, "GPE")], 0),
        ("Zyx : We will leave", [(0, 1, "PERSON")], 0),
        ("Nairobi — a city of millions — sleeps", [(0, 1, "GPE")], 0),
        ("Nairobi police — The force", [(0, 1, "GPE")], 0),
        ("The city — Nairobi", [(3, 4, "GPE")], 0),
        ("", [], 0),
    ],
)
def test_where_a_dateline_ends(text: str, entities: list[tuple[int, int, str]], length: int) -> None:
    assert dateline(text.split(), entities) == length


def test_what_the_parser_hung_on_the_place_goes_to_the_verb() -> None:
    heads, deps = [3, 0, 1, 3, 3], ["nsubj", "punct", "appos", "root", "obj"]
    set_apart(2, ["PROPN", "PUNCT", "PROPN", "VERB", "NOUN"], deps, heads)
    assert (heads, deps) == ([3, 0, 3, 3, 3], ["dislocated", "punct", "nsubj", "root", "obj"])


def test_a_place_taken_for_the_root_gives_it_up() -> None:
    heads, deps = [0, 0, 3, 0], ["root", "punct", "nsubj", "parataxis"]
    set_apart(2, ["PROPN", "PUNCT", "PROPN", "VERB"], deps, heads)
    assert (heads, deps) == ([3, 0, 3, 3], ["dislocated", "punct", "nsubj", "root"])


@given(st.data())
def test_a_tree_stays_a_tree(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 12))
    order = data.draw(st.permutations(range(size)))
    heads = [0] * size
    for place, token in enumerate(order):
        heads[token] = order[data.draw(st.integers(0, max(0, place - 1)))] if place else token
    pos = data.draw(
        st.lists(st.sampled_from(["NOUN", "PROPN", "VERB", "PUNCT"]), min_size=size, max_size=size)
    )
    deps = ["root" if head == token else "nsubj" for token, head in enumerate(heads)]
    set_apart(data.draw(st.integers(0, size - 1)), pos, deps, heads)
    for token in range(size):
        for _ in range(size):
            token = heads[token]
        assert heads[token] == token
        assert deps[token] == "root"


def test_an_agency_that_is_blanked_does_not_hide_the_dateline() -> None:
    words = ["LIMA", "          ", "-", "Chad", "left"]
    assert dateline(words, [(0, 1, "GPE"), (3, 4, "GPE")]) == 3
