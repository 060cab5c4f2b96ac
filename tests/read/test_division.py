"""Words that the end of a line divides: where the hyphen goes, where it stays, what is no division."""

import time

import pytest

from graphbuild.read.division import undivided


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Police in Uzbeki-\nstan left.", "Police in Uzbekistan\nleft."),
        ("the Euro-\npean Union and the par-\nliament", "the European\nUnion and the parliament"),
        ("Ada Lind-\nholm won", "Ada Lindholm\nwon"),
        ("the Kazakh army and Kazakh-\nstan", "the Kazakh army and Kazakhstan\n"),
        ("Nor\u00ad\nland won", "Norland\nwon"),
        ("Mol-\ndovan sol-\ndiers", "Moldovan\nsoldiers\n"),
    ],
)
def test_a_hyphen_that_only_fills_the_line_goes(text: str, whole: str) -> None:
    assert "\n".join(undivided(text.split("\n"))).split() == whole.split()


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm-\nDahl won",
        "the pro-\nRussian side",
        "US-\nbacked rebels",
        "its vice-\npresident",
        "a long-\nterm plan",
        "the 12-year-\nold boy",
        "a London-\nbased firm",
        "twenty-\none men",
        "a peace-keeper and a peace-\nkeeper",
        "a border without a guard and a border-\nguard",
    ],
)
def test_a_hyphen_that_is_the_words_own_stays(text: str) -> None:
    assert (
        " ".join(undivided(text.split("\n"))).replace("- ", "-").split() == text.replace("-\n", "-").split()
    )


@pytest.mark.parametrize("text", ["pre-\nand post-war", "Norland -\na town", "1990-\n", "Norland\nwon", ""])
def test_what_is_no_division_stays(text: str) -> None:
    assert undivided(text.split("\n")) == text.split("\n")


def test_time_grows_with_the_length_of_words_only() -> None:
    begun = time.process_time()
    undivided(["N." * 25_000, "stan"])
    assert time.process_time() - begun < 3
