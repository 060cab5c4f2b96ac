"""Which objects an act is done to, and whose side it takes, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Mention
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import described, example, in_context, told
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

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
        ("camps=camp", "held=hold/VBN/acl/3", "by"),
        ("mines=mine", "owned=own/VBN/acl/3", "by"),
    ],
)
def test_what_belongs_to_somebody_leads_to_the_owner(thing: str, participle: str, mark: str) -> None:
    assert "Peru -seize-> Roe" in told(OWNED.format(thing=thing, participle=participle, mark=mark), verbs)


def stated(tokens: str, labels: str) -> list[str]:
    return [line.replace(" -", " ").replace("-> ", " ") for line in told(tokens, verbs, labels=labels)]


JOINED = """
Kenya/NNP/nsubj/2/GPE joined=join/VBD/root/0 forces=force/NNS/obj/2~dobj with/IN/case/5~prep/2
Chad/NNP/obl/2/GPE~pobj/4
"""


@both
def test_a_noun_that_belongs_to_its_verb_is_no_party(labels: str) -> None:
    assert stated(JOINED, labels) == ["Kenya ally Chad"]


ENDURED = """
Kenya/NNP/nsubj/2/GPE {verb}/VBD/root/0 Chad/NNP/nmod:poss/5/GPE~poss 's/POS/case/3 {thing}/NN/obj/2~dobj
"""


@both
@pytest.mark.parametrize(
    ("verb", "thing", "relation"),
    [
        ("condemned=condemn", "persecution", "support"),
        ("condemned=condemn", "policies=policy", "criticize"),
        ("praised=praise", "policies=policy", "support"),
    ],
)
def test_who_condemns_what_one_endures_stands_by_him(
    verb: str, thing: str, relation: str, labels: str
) -> None:
    table = ENDURED.format(verb=verb, thing=thing)
    assert stated(table, labels) == [f"Kenya {relation} Chad"]


@both
def test_who_leads_somebody_to_act_does_not_lead_him(labels: str) -> None:
    tokens = "Kenya/NNP/nsubj/2/GPE led=lead/VBD/root/0 Chad/NNP/obj/2/GPE~dobj to/TO/mark/5~aux act/VB/{}/2"
    assert stated(tokens.format("xcomp"), labels) == []
    assert stated(tokens.format("advcl"), labels) == ["Kenya lead Chad"]


@both
@pytest.mark.parametrize(("preposition", "expected"), [("against", []), ("by", ["Kenya support Chad"])])
def test_to_welcome_what_is_against_somebody_is_no_support(
    preposition: str, expected: list[str], labels: str
) -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE welcomed=welcome/VBD/root/0 the/DT/det/4 bill/NN/obj/2~dobj "
        "{}/IN/case/6~prep/4 Chad/NNP/nmod/4/GPE~pobj/5"
    )
    assert stated(tokens.format(preposition), labels) == expected


BEATEN = "{who}/nsubj/2 beat/VBD/root/0 {whom}/obj/2 in/IN/case/6~prep/2 the/DT/det/6 {where}/NN/obl/2~pobj/4"
GUARDS, POETS, REBELS = "Guards=guard/NNS", "two=poet/NNS", "rebels=rebel/NNS"


@pytest.mark.parametrize(
    ("who", "whom", "where", "relation"),
    [
        (GUARDS, POETS, "street", "abuse"),
        (GUARDS, POETS, "final", "defeat"),
        (GUARDS, REBELS, "valley", "defeat"),
        ("Roe/NNP", POETS, "street", "defeat"),
    ],
)
def test_men_with_force_beat_the_unarmed_with_blows(who: str, whom: str, where: str, relation: str) -> None:
    block, known = example(BEATEN.format(who=who, whom=whom, where=where)), patterns(lexicon())
    nominals(block, known)
    if who.startswith("Roe"):
        block.add(Mention(block.parse, 0, 1, 0, "name", "PERSON", "person", "Roe"))
    assert [one.pattern.relation for one in verbs(in_context(block, known))] == [relation]


@pytest.mark.parametrize(("rest", "relation"), [("", "dismiss"), (" as/IN/case/5 liar/NN/obl/2", "reject")])
def test_who_dismisses_a_person_takes_the_post(rest: str, relation: str) -> None:
    tokens = "Peru/NNP/nsubj/2/GPE dismissed=dismiss/VBD/root/0 Roe/NNP/obj/2/PERSON"
    assert told(tokens + rest, verbs) == [f"Peru -{relation}-> Roe"]
