"""Means of war, vessels and flights as objects, and things that belong to somebody."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import described, told

BOARDED = (
    "{who}/NNS/nsubj/2/group boarded=board/VBD/root/0 a/DT/det/5 Greek/JJ/amod/5/NORP {what}/NN/obj/2 {rest}"
)
FIRED = (
    "A/DT/det/2 {thing}/NN/nsubj/6 {verb}/VBN/acl/2 by/IN/case/5 Peru/NNP/obl:agent/3/GPE "
    "killed=kill/VBD/root/0 Roe/NNP/obj/6/PERSON"
)
OWNED = (
    "Peru/NNP/nsubj/2/GPE seized=seize/VBD/root/0 {thing}/NNS/obj/2 {participle} {mark}/IN/case/6 "
    "Roe/NNP/obl/4/PERSON"
)


@pytest.mark.parametrize(
    ("what", "rest"), [("plane", ""), ("train", ""), ("ship", "to/IN/case/7 Oslo/NNP/nmod/5/GPE")]
)
def test_who_goes_aboard_seizes_nothing(what: str, rest: str) -> None:
    assert told(BOARDED.format(who="Envoys=envoy", what=what, rest=rest), verbs) == []


def test_who_boards_a_ship_seizes_it() -> None:
    said = told(BOARDED.format(who="Pirates=pirate", what="tanker", rest=""), verbs)
    assert said == ["Pirates -seize-> Greek"]


@pytest.mark.parametrize(
    ("thing", "verb"), [("rocket", "fired=fire"), ("drone", "launched=launch"), ("missile", "shot=shoot")]
)
def test_the_deed_is_whose_rocket_it_was(thing: str, verb: str) -> None:
    tokens = FIRED.format(thing=thing, verb=verb)
    assert described(tokens) == []
    assert told(tokens, verbs) == ["Peru -kill-> Roe"]


@pytest.mark.parametrize(
    ("thing", "participle", "mark"),
    [
        ("houses=house", "belonging=belong/VBG/acl/3", "to"),
        ("funds=fund", "held=hold/VBN/acl/3", "by"),
        ("mines=mine", "owned=own/VBN/acl/3", "by"),
    ],
)
def test_what_belongs_to_somebody_leads_to_the_owner(thing: str, participle: str, mark: str) -> None:
    assert "Peru -seize-> Roe" in told(OWNED.format(thing=thing, participle=participle, mark=mark), verbs)
