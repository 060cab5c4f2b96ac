"""Adjectives of peoples and faiths that are languages, faiths, or say what a thing is like."""

from __future__ import annotations

import pytest

from graphbuild.extract.mentions.tongues import tongues
from graphbuild.extract.testing import example


@pytest.mark.parametrize(
    ("sentence", "nobodies"),
    [
        ("Jewish/JJ/amod/2/NORP shops=shop/NNS/nsubj/3 closed=close/VBD/root/0", ["Jewish"]),
        ("Jewish/JJ/amod/2/NORP voters=voter/NNS/nsubj/3 left=leave/VBD/root/0", []),
        ("The/DT/det/3 Kurdish/JJ/amod/3/NORP offensive/NN/nsubj/4 ended=end/VBD/root/0", []),
        ("Hinduism/NNP/nsubj/2/NORP spread/VBD/root/0", ["Hinduism"]),
        ("The/DT/det/2 Koran/NNP/nsubj/3/NORP says=say/VBZ/root/0", ["Koran"]),
        ("He=he/PRP/nsubj/2 wrote=write/VBD/root/0 in/IN/case/4 Syriac/NNP/obl/2/NORP", ["Syriac"]),
        (
            "He=he/PRP/nsubj/2 learned=learn/VBD/root/0 Zyx/NNP/obj/2/NORP and/CC/cc/5 Qux/NNP/conj/3/NORP",
            ["Zyx", "Qux"],
        ),
        (
            "He=he/PRP/nsubj/2 fled=flee/VBD/root/0 with/IN/case/5 the/DT/det/5 Zyx/NNP/obl/2/NORP",
            [],
        ),
    ],
)
def test_an_adjective_that_names_nobody_has_no_type(sentence: str, nobodies: list[str]) -> None:
    block = example(sentence)
    for found in block.mentions:
        found.type = "group"
    tongues(block, {"offensive"})
    assert [found.name for found in block.mentions if not found.type] == nobodies


def test_a_country_in_whose_language_something_is_said_does_nothing() -> None:
    block = example("He=he/PRP/nsubj/2 spoke=speak/VBD/root/0 in/IN/case/4 French/NNP/obl/2/NORP")
    block.mentions[0].country = "FRA"
    tongues(block)
    assert block.mentions[0].type == ""
    block = example("French/JJ/amod/2/NORP shops=shop/NNS/nsubj/3 closed=close/VBD/root/0")
    block.mentions[0].country = "FRA"
    tongues(block)
    assert block.mentions[0].type == "country"
