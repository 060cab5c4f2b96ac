"""Who belongs to whom, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.affiliations.enumerations import enumerations
from graphbuild.extract.affiliations.meronymy import meronymy
from graphbuild.extract.affiliations.offices import offices
from graphbuild.extract.affiliations.territory import territory
from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.extract.mentions.names import named
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.score.select import select
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import in_context, parsed, told
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

FAMILIES = (offices, enumerations, meronymy, territory)


def stated(table: str, labels: str) -> list[Candidate]:
    block = Block(view(parsed(table, labels)), 0)
    named(block)
    nominals(block, patterns(lexicon()))
    return list(select(one for rules in FAMILIES for one in rules(in_context(block, PATTERNS))).accepted)


def triples(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    return [(s.source.name, s.pattern.relation, s.target.name, s.rule) for s in stated(table, labels)]


KIN = """
Doe/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 the/DT/det/4 cousin/NN/root/0 of/IN/case/6~prep/4
Roe/NNP/nmod/4/PERSON~pobj/5
"""
LAWYER = """
Roe/NNP/nmod:poss/3/PERSON~poss 's/POS/case/1 attorney/NN/nsubj/7 ,/,/punct/3 Doe/NNP/appos/3/PERSON
,/,/punct/3 left=leave/VBD/root/0
"""
OWNER = """
Doe/NNP/nsubj/8/PERSON ,/,/punct/1 the/DT/det/4 owner/NN/appos/1 of/IN/case/7~prep/4 Zyx/NNP/compound/7/ORG
Mines/NNP/nmod/4/ORG~pobj/5 left=leave/VBD/root/0
"""


@both
@pytest.mark.parametrize(
    ("table", "relation", "target"),
    [(KIN, "kin", "Roe"), (LAWYER, "represent", "Roe"), (OWNER, "own", "Zyx Mines")],
)
def test_kin_advocates_and_owners_are_so_of_somebody(
    table: str, relation: str, target: str, labels: str
) -> None:
    assert [found[:3] for found in triples(table, labels)] == [("Doe", relation, target)]


@both
def test_a_country_that_is_a_member_belongs_to_the_body(labels: str) -> None:
    table = (
        "NATO/NNP/compound/2/ORG member/NN/nsubj/4 Kenya/NNP/appos/2/GPE shelled=shell/VBD/root/0 "
        "Chad/NNP/obj/4/GPE~dobj/4"
    )
    assert ("Kenya", "member_of", "NATO", "apposition") in triples(table, labels)


def test_a_doctor_of_a_person_is_neither() -> None:
    assert triples(KIN.replace("cousin", "doctor"), "ud") == []


TITLE = """
Kenya/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 President/NNP/nmod:desc/4~compound/5
Jane/NNP/nsubj/6/PERSON~compound/5 Roe/NNP/flat/4/PERSON~nsubj/6 left=leave/VBD/root/0
"""

COUNTRY_BEFORE_TITLE = """
Kenyan/JJ/amod/2/NORP~amod/4 Minister/NNP/nmod:desc/3~compound/4 Jane/NNP/nsubj/5/PERSON~compound/4
Roe/NNP/flat/3/PERSON~nsubj/5 left=leave/VBD/root/0
"""

APPOSITION = """
Jane/NNP/nsubj/9/PERSON~compound/2 Roe/NNP/flat/1/PERSON~nsubj/9 ,/,/punct/7~punct/2 the/DT/det/7
Zyx/NNP/compound/6/ORG Ministry/NNP/compound/7/ORG spokeswoman/NN/appos/1~appos/2 ,/,/punct/7~punct/2
left=leave/VBD/root/0
"""

OFFICE = """
Kenya/NNP/nmod:poss/4/GPE~poss 's/POS/case/1 foreign/JJ/amod/4 minister/NN/nsubj/9 ,/,/punct/6~punct/4
Jane/NNP/appos/4/PERSON~compound/7 Roe/NNP/flat/6/PERSON~appos/4 ,/,/punct/6~punct/4
left=leave/VBD/root/0
"""

UNNAMED = """
Kenyan/JJ/amod/2/NORP officials=official/NNS/nsubj/3 left=leave/VBD/root/0
"""

LEADER_OF = """
The/DT/det/2 leader/NN/nsubj/5 of/IN/case/4~prep/2 Zyx/NNP/nmod/2/ORG~pobj/3 left=leave/VBD/root/0
"""

BRANCH = """
Kenya/NNP/nmod:poss/4/GPE~poss 's/POS/case/1 Zyx/NNP/compound/4/ORG Ministry/NNP/nsubj/5/ORG
left=leave/VBD/root/0
"""

MILITANTS = """
Hezbollah/NNP/compound/2/ORG militants=militant/NNS/nsubj/3 left=leave/VBD/root/0
"""


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (TITLE, [("Jane Roe", "lead", "Kenya", "title")]),
        (COUNTRY_BEFORE_TITLE, [("Jane Roe", "member_of", "Kenya", "title")]),
        (APPOSITION, [("Jane Roe", "represent", "Zyx Ministry", "apposition")]),
        (OFFICE, [("Jane Roe", "member_of", "Kenya", "apposition")]),
        (UNNAMED, [("officials", "member_of", "Kenya", "office")]),
        (LEADER_OF, [("leader", "lead", "Zyx", "office")]),
        (BRANCH, [("Zyx Ministry", "part_of", "Kenya", "genitive")]),
    ],
)
def test_who_belongs_to_whom(table: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert triples(table, labels) == relations


@both
def test_an_affiliation_takes_no_side(labels: str) -> None:
    (one,) = stated(TITLE, labels)
    assert (one.kind, one.pattern.polarity, one.pattern.plover) == ("affiliation", 0.0, "")


@both
def test_who_stands_for_a_group_is_no_member_of_it(labels: str) -> None:
    assert triples(MILITANTS, labels) == []


WITHOUT_OFFICE = """
Jane/NNP/nsubj/3/PERSON~compound/2 Roe/NNP/flat/1/PERSON~nsubj/3 left=leave/VBD/root/0
Kenya/NNP/obj/3/GPE~dobj
"""


@both
def test_a_person_without_office_belongs_to_nobody(labels: str) -> None:
    assert triples(WITHOUT_OFFICE, labels) == []


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "our/PRP$/nmod:poss/2 partners=partner/NNS/nsubj/6/group in/IN/case/5 the/DT/det/5 "
            "Union/NNP/nmod/2/ORG met=meet/VBD/root/0",
            ["partners -member_of-> Union"],
        ),
        (
            "our/PRP$/nmod:poss/2 partners=partner/NNS/nsubj/6/group of/IN/case/5 the/DT/det/5 "
            "Union/NNP/nmod/2/ORG met=meet/VBD/root/0",
            [],
        ),
        (
            "Roe/NNP/nsubj/7/PERSON ,/,/punct/3 commander/NN/appos/1/official ,/,/punct/6 "
            "9th/NNP/amod/6/ORG Brigade/NNP/appos/1/ORG left=leave/VBD/root/0",
            ["commander -lead-> 9th Brigade"],
        ),
        (
            "Roe/NNP/nsubj/8/PERSON ,/,/punct/4 the/DT/det/4 commander/NN/appos/1/official ,/,/punct/7 "
            "9th/NNP/amod/7/ORG Brigade/NNP/conj/1/ORG left=leave/VBD/root/0",
            [],
        ),
        (
            "the/DT/det/2 Command/NNP/nmod/7/ORG 's/POS/case/2 (/,/punct/5 CMD/NNP/appos/7 )/,/punct/5 "
            "Fleet/NNP/nsubj/8/ORG sailed=sail/VBD/root/0",
            ["Fleet -part_of-> Command"],
        ),
        (
            "Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 named=name/VBN/root/0 "
            "head/NN/xcomp/3/official "
            "of/IN/case/7 the/DT/det/7 Bank/NNP/nmod/4/ORG",
            ["Roe -lead-> Bank"],
        ),
        (
            "Roe/NNP/nsubj/2/PERSON served=serve/VBD/root/0 as/IN/case/4 head/NN/obl/2/official "
            "of/IN/case/7 the/DT/det/7 Bank/NNP/nmod/4/ORG",
            ["Roe -lead-> Bank"],
        ),
        (
            "Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 the/DT/det/4 head/NN/obj/2/official "
            "of/IN/case/7 the/DT/det/7 Bank/NNP/nmod/4/ORG",
            ["head -lead-> Bank"],
        ),
        (
            "Roe/NNP/nsubj/5/PERSON (/,/punct/3 @janeroe/NNP/appos/1/ACCOUNT )/,/punct/3 "
            "wrote=write/VBD/root/0",
            ["@janeroe -same_as-> Roe"],
        ),
        (
            "Anbar/NNP/compound/2/LOC governor/NN/nsubj/3/official left=leave/VBD/root/0",
            ["governor -lead-> Anbar"],
        ),
        (
            "the/DT/det/2 mayor/NN/nsubj/5/official of/IN/case/4 Leeds/NNP/nmod/2/LOC left=leave/VBD/root/0",
            ["mayor -lead-> Leeds"],
        ),
        (
            "the/DT/det/2 envoy/NN/nsubj/5/official of/IN/case/4 Leeds/NNP/nmod/2/LOC left=leave/VBD/root/0",
            [],
        ),
        (
            "Roe/NNP/nsubj/2/PERSON answered=answer/VBD/root/0 @janeroe/NNP/obj/2/ACCOUNT",
            [],
        ),
    ],
)
def test_other_ways_to_belong(tokens: str, expected: list[str]) -> None:
    assert told(tokens, *FAMILIES) == expected


GOVERNMENT = """
Kenyan/JJ/amod/2/NORP officials=official/NNS/nsubj/3 urged=urge/VBD/root/0 the/DT/det/{n} {rest}
"""
OWN = "Kenyan/JJ/amod/6/NORP government/NN/obj/3~dobj"
OTHERS = OWN.replace("Kenyan", "Chadian")
NAMED = "Government/NNP/obj/3/ORG~dobj of/IN/case/7/ORG~prep/5 Kenya/NNP/nmod/5/ORG~pobj/6"


@both
@pytest.mark.parametrize(
    ("rest", "body"), [(OWN, "government"), (NAMED, "Government of Kenya"), (OTHERS, "Kenya")]
)
def test_officials_are_of_the_government_that_their_sentence_names(rest: str, body: str, labels: str) -> None:
    table = GOVERNMENT.format(rest=rest, n=5 if rest == NAMED else 6)
    assert ("officials", "member_of", body, "office") in triples(table, labels)


MEMBERS = """
members=member/NNS/nsubj/6 of/IN/case/5~prep/1 the/DT/det/5 {nation} {noun}/NN/nmod/1~pobj/2
met=meet/VBD/root/0
"""


@both
@pytest.mark.parametrize(("noun", "expected"), [("government", True), ("family", False)])
def test_members_of_a_government_are_of_its_country(noun: str, expected: bool, labels: str) -> None:
    table = MEMBERS.format(nation="Kenyan/JJ/amod/5/NORP", noun=noun)
    assert (("members", "member_of", "Kenya", "office") in triples(table, labels)) is expected


AGENCY = """
The/DT/det/3 Zyx/NNP/compound/3/ORG- agency/NN/nsubj/5~compound/4 Ubu/NNP/appos/3/ORG~nsubj/5
left=leave/VBD/root/0
"""


def test_a_body_belongs_to_whose_kind_it_is() -> None:
    assert triples(AGENCY, "ud") == [("Ubu", "part_of", "Zyx", "apposition")]


ITS = """
Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 its/PRP$/nmod:poss/4~poss {noun}/NN/obj/2~dobj
"""


@both
@pytest.mark.parametrize(
    ("noun", "expected"),
    [("envoy", [("envoy", "represent", "Kenya", "office")]), ("victim", []), ("rival", [])],
)
def test_its_office_is_of_whom_it_stands_for(noun: str, expected: list[object], labels: str) -> None:
    block = Block(view(parsed(ITS.format(noun=noun), labels)), 0)
    named(block)
    nominals(block, patterns(lexicon()))
    its = block.add(Mention(block.parse, 2, 3, 2, "pronoun", "pronoun", "", "its"))
    its.antecedent = block.mentions[0]
    found = offices(in_context(block, PATTERNS))
    assert [(s.source.name, s.pattern.relation, s.target.antecedent.name, s.rule) for s in found] == expected
