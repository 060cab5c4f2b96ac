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
        (f"{ZYX.format(3)} is=be/VBZ/cop/3 one/CD/root/0 of/IN/case/6 the/DT/det/6 ports=port/NNS/nmod/3",
         ["one of the ports"]),
        (f"{ZYX.format(4)} is=be/VBZ/cop/4 the/DT/det/4 oldest=old/JJS/root/0 of/IN/case/6 ten/CD/nmod/4",
         ["the oldest of ten"]),
        (f"{ZYX.format(3)} is=be/VBZ/cop/3 old/JJ/root/0", []),
        ("Zyx/NNP/nsubj:pass/3/LOC is=be/VBZ/aux:pass/3 known=know/VBN/root/0 as/IN/case/6 a/DT/det/6 "
         "port/NN/obl/3", ["a port"]),
        ("Zyx/NNP/nsubj/2/LOC knows=know/VBZ/root/0 it/PRP/obj/2 as/IN/case/6 a/DT/det/6 port/NN/obl/2", []),
        ("The/DT/det/2 port/NN/nsubj/4 Zyx/NNP/appos/2/LOC grew=grow/VBD/root/0", ["The port"]),
        ("Port/NN/nsubj/3 Zyx/NNP/appos/1/LOC grew=grow/VBD/root/0", []),
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


def test_a_noun_for_an_actor_gets_the_words_after_it() -> None:
    block = example(
        "Zyx/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 a/DT/det/4/person citizen/NN/root/0/person of/IN/case/6 "
        "Yon/NNP/nmod/4/GPE"
    )
    zyx, citizen = (next(f for f in block.mentions if f.first == first) for first in (0, 2))
    citizen.antecedent = zyx
    predicates(block)
    assert citizen.text == "a citizen of Yon"
