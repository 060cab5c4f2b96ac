"""Collectives and their members side by side."""

from __future__ import annotations

import pytest

from graphbuild.extract.affiliations.enumerations import enumerations
from graphbuild.extract.testing import told

CASES = {
    "singled out": (
        "rebels=rebel/NNS/nsubj/5/group ,/,/punct/4 mainly/RB/advmod/4 Tuaregs/NNPS/appos/1/group "
        "fled=flee/VBD/root/0",
        ["Tuaregs -member_of-> rebels"],
    ),
    "apposition alone": (
        "rebels=rebel/NNS/nsubj/4/group ,/,/punct/3 Tuaregs/NNPS/appos/1/group fled=flee/VBD/root/0",
        [],
    ),
    "ships": (
        "Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/9 Simba/NNP/appos/2/ORG (/,/punct/5 P/NNP/appos/3 "
        ")/,/punct/5 and/CC/cc/8 Chui/NNP/conj/3/LOC sailed=sail/VBD/root/0",
        ["Simba -part_of-> Kenyan", "Chui -part_of-> Kenyan"],
    ),
    "ships that met others": (
        "Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/3 met=meet/VBD/root/0 Chui/NNP/obj/3/LOC",
        [],
    ),
    "partners": (
        "partners=partner/NNS/nsubj/5/group Kenya/NNP/appos/1/GPE and/CC/cc/4 Chad/NNP/conj/2/GPE "
        "met=meet/VBD/root/0",
        ["Kenya -member_of-> partners", "Chad -member_of-> partners"],
    ),
    "like": (
        "groups=group/NNS/nsubj/4/group like/IN/case/3 Zyx/NNP/nmod/1/ORG met=meet/VBD/root/0",
        ["Zyx -member_of-> groups"],
    ),
}


@pytest.mark.parametrize(("tokens", "expected"), CASES.values(), ids=CASES)
def test_members_stand_beside_their_collective(tokens: str, expected: list[str]) -> None:
    assert told(tokens, enumerations) == expected
