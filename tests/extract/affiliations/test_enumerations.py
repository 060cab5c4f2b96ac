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
    "the two": (
        "Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Doe/NNP/obj/2/PERSON and/CC/cc/8 the/DT/det/7 "
        "two/CD/nummod/7 leaders=leader/NNS/nsubj/8/official agreed=agree/VBD/conj/2",
        ["Roe -member_of-> leaders", "Doe -member_of-> leaders"],
    ),
    "which two": (
        "Roe/NNP/nsubj/4/PERSON and/CC/cc/3 Poe/NNP/conj/1/PERSON met=meet/VBD/root/0 Doe/NNP/obj/4/PERSON "
        "and/CC/cc/10 the/DT/det/9 two/CD/nummod/9 leaders=leader/NNS/nsubj/10/official "
        "agreed=agree/VBD/conj/4",
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
    "two parties of no one name": (
        "Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Doe/NNP/obj/2/PERSON and/CC/cc/8 the/DT/det/7 "
        "two/CD/nummod/7 parties=party/NNS/nsubj/8/organization agreed=agree/VBD/conj/2",
        [],
    ),
    "like": (
        "groups=group/NNS/nsubj/4/group like/IN/case/3 Zyx/NNP/nmod/1/ORG met=meet/VBD/root/0",
        ["Zyx -member_of-> groups"],
    ),
    "and other": (
        "Kenya/NNP/nsubj/7/GPE ,/,/punct/3 Chad/NNP/conj/1/GPE and/CC/cc/6 other/JJ/amod/6 "
        "allies=ally/NNS/conj/1/group met=meet/VBD/root/0",
        ["Kenya -member_of-> allies", "Chad -member_of-> allies"],
    ),
    "and no other": (
        "Kenya/NNP/nsubj/5/GPE and/CC/cc/4 local/JJ/amod/4 allies=ally/NNS/conj/1/group met=meet/VBD/root/0",
        [],
    ),
    "the two countries": (
        "Kenya/NNP/nsubj/2/GPE met=meet/VBD/root/0 Chad/NNP/obj/2/GPE and/CC/cc/7 both/DT/det/6 "
        "countries=country/NNS/nsubj/7/country agreed=agree/VBD/conj/2",
        ["Kenya -member_of-> countries", "Chad -member_of-> countries"],
    ),
}


@pytest.mark.parametrize(("tokens", "expected"), CASES.values(), ids=CASES)
def test_members_stand_beside_their_collective(tokens: str, expected: list[str]) -> None:
    assert told(tokens, enumerations) == expected
