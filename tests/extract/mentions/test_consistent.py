"""Names that a document calls by two kinds."""

from __future__ import annotations

import pytest

from graphbuild.extract.mentions.consistent import consistent
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
