import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.analysis.stories import ALIKE, stories

WORDS = (
    "army rebels crossed river town with after talks minister said no truce would hold in north while".split()
)


def _text(seed, length=200):
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) + str(rng.randrange(30)) for _ in range(length))


def _told(*texts):
    ids = [f"d{i}" for i in range(len(texts))]
    table = pd.DataFrame({"doc_id": ids, "story_id": [f"s{i}" for i in range(len(texts))]})
    return stories(table, zip(ids, texts, strict=True))["story_id"].tolist()


def _runs(text):
    words = text.split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_cut_joined_and_edited_copies_are_one_story_and_others_are_not():
    wire = _text(1)
    words = wire.split()
    edited = " ".join("changed" if at % 40 == 0 else word for at, word in enumerate(words))
    cut = " ".join(words[:140])
    joined = wire + " " + _text(2, 80)
    shouted = "AGENCY, Monday: " + wire.upper().replace(" ", ", ")
    assert _told(wire, edited, cut, joined, shouted, _text(3)) == ["s0"] * 5 + ["s5"]


def test_a_copy_of_a_copy_is_of_the_story():
    words = _text(4, 400).split()
    first, second, third = (" ".join(words[at : at + 200]) for at in (0, 60, 120))
    assert _told(first, third) == ["s0", "s1"]
    assert _told(first, second, third) == ["s0", "s0", "s0"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 200), st.integers(0, 1000))
def test_two_are_alike_where_they_share_enough(shared, seed):
    first, second = _text(seed), _text(seed + 5000)
    second = " ".join([*first.split()[:shared], *second.split()[shared:]])
    alike = len(_runs(first) & _runs(second)) / len(_runs(first) | _runs(second))
    if abs(alike - ALIKE) > 0.05:  # nearer, a signature may miss a candidate
        assert len(set(_told(first, second))) == (1 if alike > ALIKE else 2)
    elif alike < ALIKE:
        assert len(set(_told(first, second))) == 2


@pytest.mark.parametrize("text", ["", "Rain fell.", "The talks went on and on."])
def test_short_texts_are_left_as_they_were(text):
    assert _told(text, text) == ["s0", "s1"]


def test_exact_copies_stay_together_and_the_order_of_texts_does_not_matter():
    table = pd.DataFrame({"doc_id": ["a", "b", "c", "d"], "story_id": ["s", "t", "s", "u"]})
    texts = {"a": _text(1), "b": _text(1) + " more", "c": "unlike", "d": _text(2)}
    found = stories(table, texts.items())
    assert found["story_id"].tolist() == ["s", "s", "s", "u"]
    assert found.equals(stories(table, list(texts.items())[::-1]))
    assert stories(table.iloc[:0], []).empty
