"""What one only came close to, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.syntax.approach import approached
from graphbuild.extract.testing import acted, example, heard


@both
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "Oman/NNP/nsubj/2/GPE came=come/VBD/root/0 near/RB/advmod/2 to/IN/mark/5~prep/2 "
            "expelling=expel/VBG/advcl/2~pcomp/4 Roe/NNP/obj/5/PERSON~dobj",
            ["expel: possible"],
        ),
        (
            "Oman/NNP/nsubj/3/GPE~nsubj/2 was=be/VBD/cop/3~root/0 about/JJ/root/0~acomp/2 to/TO/mark/5~aux "
            "expel/VB/xcomp/3 Roe/NNP/obj/5/PERSON~dobj",
            ["expel: intended"],
        ),
        (
            "Oman/NNP/nsubj/2/GPE came=come/VBD/root/0 within/IN/case/4~prep/2 days=day/NNS/obl/2~pobj/3 "
            "of/IN/mark/6~prep/4 expelling=expel/VBG/acl/4~pcomp/5 Roe/NNP/obj/6/PERSON~dobj",
            ["expel: possible"],
        ),
    ],
)
def test_what_one_came_close_to_is_no_fact(tokens: str, expected: list[str], labels: str) -> None:
    assert heard(tokens, labels) == expected


def test_whose_deed_was_near() -> None:
    tokens = (
        "Police/NNS/nsubj/5/group were=be/VBD/cop/5 on/IN/case/5 the/DT/det/5 brink/NN/root/0 of/IN/mark/7 "
        "arresting=arrest/VBG/acl/5 Roe/NNP/obj/7/PERSON"
    )
    assert acted(tokens) == ["Police arrest Roe"]


def test_within_days_of_a_deed_it_was_done() -> None:
    tokens = (
        "Police/NNS/nsubj/2/group fled=flee/VBD/root/0 within/IN/case/4 days=day/NNS/obl/2 of/IN/mark/6 "
        "attacking=attack/VBG/acl/4 rebels=rebel/NNS/obj/6/group"
    )
    assert not approached(example(tokens).parse, 5)
