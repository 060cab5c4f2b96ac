"""Predicates and appositions: whom they are said of."""

from __future__ import annotations

import pytest

from graphbuild.extract.coreference.predicates import predicates
from graphbuild.extract.testing import example

ZYX = "Zyx/NNP/nsubj/{}/LOC"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (f"{ZYX.format(5)} is=be/VBZ/cop/5 the/DT/det/5 oldest=old/JJS/amod/5 port/NN/root/0",
         ["the oldest port"]),
        (f"{ZYX.format(6)} is=be/VBZ/cop/6 not/RB/advmod/6 the/DT/det/6 oldest=old/JJS/amod/6 "
         "port/NN/root/0", []),
        (f"{ZYX.format(6)} may/MD/aux/6 be/VB/cop/6 the/DT/det/6 oldest=old/JJS/amod/6 port/NN/root/0", []),
        (f"{ZYX.format(5)} has=have/VBZ/aux/5 been=be/VBN/cop/5 a/DT/det/5 port/NN/root/0", ["a port"]),
        (f"{ZYX.format(2)} became=become/VBD/root/0 a/DT/det/4 port/NN/xcomp/2", ["a port"]),
        (f"{ZYX.format(4)} is=be/VBZ/cop/4 a/DT/det/4 port/NN/root/0 and/CC/cc/7 a/DT/det/7 market/NN/conj/4",
         ["a port", "a market"]),
        (f"{ZYX.format(7)} ,/,/punct/4 a/DT/det/4 port/NN/appos/1 ,/,/punct/1 has=have/VBZ/aux/7 "
         "grown=grow/VBN/root/0", ["a port"]),
        (f"{ZYX.format(3)} are=be/VBP/cop/3 ports=port/NNS/root/0", []),
        (f"{ZYX.format(4)} is=be/VBZ/cop/4 in/IN/case/4 trouble/NN/root/0", []),
        ("Trade/NN/nsubj/4 is=be/VBZ/cop/4 a/DT/det/4 matter/NN/root/0", []),
    ],
)  # fmt: skip
def test_a_noun_is_said_of_a_name(table: str, found: list[str]) -> None:
    block = example(table)
    predicates(block)
    said = [f for f in block.mentions if f.kind == "nominal"]
    assert [f.text for f in said] == found
    assert all(f.antecedent is not None and f.antecedent.name == "Zyx" for f in said)
    assert all(f.type == "place" for f in said)


def test_a_phrase_reaches_as_far_as_what_describes_it() -> None:
    block = example(
        f"{ZYX.format(4)} is=be/VBZ/cop/4 a/DT/det/4 port/NN/root/0 of/IN/case/7 the/DT/det/7 "
        "north/NN/nmod/4 today/NN/obl/4"
    )
    predicates(block)
    assert block.mentions[-1].text == "a port of the north"
