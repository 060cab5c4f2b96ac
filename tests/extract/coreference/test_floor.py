"""Who is called upon to speak."""

from __future__ import annotations

import pytest

from graphbuild.extract.coreference.floor import floor
from graphbuild.extract.testing import example

SPEAKS = "I/PRP/nsubj/2 agree/VBP/root/0"


@pytest.mark.parametrize(
    ("table", "title", "found"),
    [
        ("Mr./NNP/nmod:desc/2 Roe/NNP/root/0/PERSON ?/./punct/2", "Mr.", "Roe"),
        ("Mr./NNP/nmod:desc/2 Roe/NNP/vocative/5/PERSON ,/,/punct/2 please/UH/discourse/5 proceed/VB/root/0",
         "Mr.", "Roe"),
        ("Jan/NNP/root/0/PERSON Roe/NNP/flat/1/PERSON", "", ""),  # a heading, a caption
        ("Thanks/NNS+NOUN/root/0 ,/,/punct/4 Mr./NNP/nmod:desc/4 Roe/NNP/vocative/1/PERSON", "Mr.", ""),
        ("Mr./NNP/nmod:desc/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0 the/DT/det/5 room/NN/obj/3",
         "Mr.", ""),
    ],
)  # fmt: skip
def test_the_one_named_with_a_title_at_the_end_speaks_next(table: str, title: str, found: str) -> None:
    calling, speaking = example(table), example(SPEAKS)
    for name in calling.mentions:
        name.title = title
    held = floor([calling, speaking])
    assert [name.name for name in held.values()] == ([found] if found else [])
    assert id(calling) not in held


def test_until_another_is_called() -> None:
    calls = [example(f"Mr./NNP/nmod:desc/2 {name}/NNP/root/0/PERSON ?/./punct/2") for name in ("Roe", "Yon")]
    for calling in calls:
        calling.mentions[0].title = "Mr."
    turns = [example(SPEAKS) for _ in range(3)]
    blocks = [turns[0], calls[0], turns[1], calls[1], turns[2]]
    held = floor(blocks)
    assert [held[id(turn)].name if id(turn) in held else "" for turn in turns] == ["", "Roe", "Yon"]
