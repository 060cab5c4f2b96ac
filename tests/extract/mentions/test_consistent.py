"""Names that a document calls by two kinds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphbuild.extract.annotations import Block
from graphbuild.extract.mentions.consistent import consistent
from graphbuild.extract.models.contextual import KINDS
from graphbuild.extract.testing import example

TABLE = (
    "Zyx/NNP/nsubj/2/{} sued=sue/VBD/root/0 Zyx/NNP/obj/2/{} ././punct/2\n\n"
    "Zyx/NNP/nsubj/2/{} left=leave/VBD/root/0 ././punct/2"
)


@pytest.mark.parametrize(
    ("labels", "types"),
    [
        (("ORG", "ORG", "GPE"), ["organization"] * 3),
        (("PERSON", "LOC", "PERSON"), ["person"] * 3),
        (("LOC", "FAC", "PERSON"), ["place"] * 3),
        (("PERSON", "ORG", "LOC"), ["person", "organization", "place"]),
    ],
)
def test_most_mentions_say_what_a_name_is(labels: tuple[str, ...], types: list[str]) -> None:
    block = example(TABLE.format(*labels))
    consistent([block])
    assert [found.type for found in block.mentions] == types


def test_what_a_word_list_knows_is_left_alone() -> None:
    block = example(TABLE.format("ORG", "ORG", "GPE"))
    block.mentions[2].country = "KEN"
    consistent([block])
    assert block.mentions[2].label == "GPE"


def sure(tokens: str, *likely: dict[str, float]) -> Block:
    """A block whose pipeline tells for each name how likely it is of each kind."""
    block = example(tokens)
    kinds = np.zeros((len(block.parse.words), len(KINDS)), np.float32)
    parse = replace(block.parse, kinds=kinds)
    for found, each in zip(block.mentions, likely, strict=True):
        kinds[found.first : found.last] = [each.get(kind, 0.0) for kind in KINDS]
        found.parse = parse
    return block


def test_kinds_of_which_the_pipeline_is_surer_count_for_more() -> None:
    block = sure(
        "Zyx/NNP/nsubj/2/ORG sued=sue/VBD/root/0 Zyx/NNP/obj/2/PERSON and/CC/cc/5 Zyx/NNP/conj/3/ORG",
        {"ORG": 0.5, "PERSON": 0.45},
        {"PERSON": 0.98},
        {"ORG": 0.55, "PERSON": 0.4},
    )
    consistent([block])
    assert [found.type for found in block.mentions] == ["person"] * 3


def test_what_is_more_likely_the_name_of_a_thing_is_left_out() -> None:
    block = sure(
        "Zyx/NNP/nsubj/2/ORG beat=beat/VBD/root/0 Alton/NNP/obj/2/ORG",
        {"ORG": 0.5, "OTHER": 0.45},
        {"ORG": 0.9, "OTHER": 0.1},
    )
    consistent([block])
    assert [found.name for found in block.mentions] == ["Alton"]
    assert [*block.by_token] == [2]
    assert [*block.by_head] == [2]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (
            "They=they/PRP/nsubj/2 speak/VBP/root/0 the/DT/det/5 Zyx/NNP/compound/5/PERSON language/NN/obj/2",
            ["group"],
        ),
        ("Zyx/NNP/compound/2/ORG province/NN/nsubj/3 voted=vote/VBD/root/0", ["place"]),
        ("The/DT/det/2 magazine/NN/nsubj/4 Zyx/NNP/appos/2/PERSON closed=close/VBD/root/0", ["organization"]),
        ("The/DT/det/2 magazine/NN/nsubj/3 praised=praise/VBD/root/0 Zyx/NNP/obj/3/PERSON", ["person"]),
        ("The/DT/det/3 striker/NN/compound/3 Zyx/NNP/nsubj/4/PERSON won=win/VBD/root/0", ["person"]),
        ("Magazine/NNP/compound/2 Zyx/NNP/nsubj/3/PERSON closed=close/VBD/root/0", ["person"]),
    ],
)
def test_the_noun_beside_a_name_says_what_it_is(sentence: str, kinds: list[str]) -> None:
    block = example(sentence)
    consistent([block])
    assert [found.type for found in block.mentions] == kinds


def test_the_initials_of_somebody_are_his_name() -> None:
    full = "Jean-Roe/NNP/compound/2/PERSON Moran/NNP/nsubj/3/PERSON left=leave/VBD/root/0 ././punct/3\n\n"
    block = example(full + "JRM/NNP/nsubj/2/ORG won=win/VBD/root/0")
    consistent([block])
    assert [(found.type, found.name) for found in block.mentions] == [("person", "Jean-Roe Moran")] * 2
    block = example(full + "JRM/NNP/nsubj/2/ORG won=win/VBD/root/0")
    consistent([block], {"jrm": "Joint Reserve Mission"})
    assert [found.type for found in block.mentions] == ["person", "organization"]


def test_what_a_text_abbreviates_in_small_letters_is_a_thing() -> None:
    block = example("Zyx/NNP/nsubj/2/ORG signed=sign/VBD/root/0 QFZ/NNP/obj/2/ORG")
    consistent([block], {}, {"qfz"})
    assert [found.name for found in block.mentions] == ["Zyx"]
