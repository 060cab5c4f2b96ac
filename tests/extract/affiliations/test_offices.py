"""Who belongs to whom, in both label sets."""

from __future__ import annotations

import pytest

from extract.docs import both, parsed
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
from graphbuild.extract.testing import in_context, told
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


TITLE = """
Kenya     kenya     PROPN NNP | 3 nmod:poss | 3 poss | GPE
's        's        PART  POS | 1 case      |
President president PROPN NNP | 4 nmod:desc | 5 compound |
Jane      jane      PROPN NNP | 6 nsubj     | 5 compound | PERSON
Roe       roe       PROPN NNP | 4 flat      | 6 nsubj    | PERSON
left      leave     VERB  VBD | 0 root      |
"""

COUNTRY_BEFORE_TITLE = """
Kenyan   kenyan   ADJ   JJ  | 2 amod      | 4 amod | NORP
Minister minister PROPN NNP | 3 nmod:desc | 4 compound |
Jane     jane     PROPN NNP | 5 nsubj     | 4 compound | PERSON
Roe      roe      PROPN NNP | 3 flat      | 5 nsubj    | PERSON
left     leave    VERB  VBD | 0 root      |
"""

APPOSITION = """
Jane        jane        PROPN NNP | 9 nsubj | 2 compound | PERSON
Roe         roe         PROPN NNP | 1 flat  | 9 nsubj    | PERSON
,           ,           PUNCT ,   | 7 punct | 2 punct |
the         the         DET   DT  | 7 det   |
Zyx         zyx         PROPN NNP | 6 compound | | ORG
Ministry    ministry    PROPN NNP | 7 compound | | ORG
spokeswoman spokeswoman NOUN  NN  | 1 appos | 2 appos |
,           ,           PUNCT ,   | 7 punct | 2 punct |
left        leave       VERB  VBD | 0 root  |
"""

OFFICE = """
Kenya    kenya    PROPN NNP | 4 nmod:poss | 4 poss | GPE
's       's       PART  POS | 1 case      |
foreign  foreign  ADJ   JJ  | 4 amod      |
minister minister NOUN  NN  | 9 nsubj     |
,        ,        PUNCT ,   | 6 punct     | 4 punct |
Jane     jane     PROPN NNP | 4 appos     | 7 compound | PERSON
Roe      roe      PROPN NNP | 6 flat      | 4 appos    | PERSON
,        ,        PUNCT ,   | 6 punct     | 4 punct |
left     leave    VERB  VBD | 0 root      |
"""

UNNAMED = """
Kenyan    kenyan   ADJ   JJ  | 2 amod  | | NORP
officials official NOUN  NNS | 3 nsubj |
left      leave    VERB  VBD | 0 root  |
"""

LEADER_OF = """
The      the      DET   DT  | 2 det   |
leader   leader   NOUN  NN  | 5 nsubj |
of       of       ADP   IN  | 4 case  | 2 prep |
Zyx      zyx      PROPN NNP | 2 nmod  | 3 pobj | ORG
left     leave    VERB  VBD | 0 root  |
"""

BRANCH = """
Kenya    kenya    PROPN NNP | 4 nmod:poss | 4 poss | GPE
's       's       PART  POS | 1 case      |
Zyx      zyx      PROPN NNP | 4 compound  | | ORG
Ministry ministry PROPN NNP | 5 nsubj     | | ORG
left     leave    VERB  VBD | 0 root      |
"""

MILITANTS = """
Hezbollah hezbollah PROPN NNP | 2 compound | | ORG
militants militant  NOUN  NNS | 3 nsubj    |
left      leave     VERB  VBD | 0 root     |
"""


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (TITLE, [("Jane Roe", "lead", "Kenya", "title")]),
        (COUNTRY_BEFORE_TITLE, [("Jane Roe", "lead", "Kenya", "title")]),
        (APPOSITION, [("Jane Roe", "member_of", "Zyx Ministry", "apposition")]),
        (OFFICE, [("Jane Roe", "lead", "Kenya", "apposition")]),
        (UNNAMED, [("officials", "member_of", "Kenya", "office")]),
        (LEADER_OF, [("leader", "lead", "Zyx", "office")]),
        (BRANCH, [("Zyx Ministry", "part_of", "Kenya", "branch")]),
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
Jane  jane  PROPN NNP | 3 nsubj | 2 compound | PERSON
Roe   roe   PROPN NNP | 1 flat  | 3 nsubj    | PERSON
left  leave VERB  VBD | 0 root  |
Kenya kenya PROPN NNP | 3 obj   | 3 dobj | GPE
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
Kenyan     kenyan     ADJ   JJ  | 2 amod  | | NORP
officials  official   NOUN  NNS | 3 nsubj |
urged      urge       VERB  VBD | 0 root  |
the        the        DET   DT  | {n} det   |
{rest}
"""
OWN = "Kenyan kenyan ADJ JJ | 6 amod | | NORP\ngovernment government NOUN NN | 3 obj | 3 dobj |"
OTHERS = OWN.replace("Kenyan kenyan", "Chadian chadian")
NAMED = (
    "Government government PROPN NNP | 3 obj | 3 dobj | ORG\nof of ADP IN | 7 case | 5 prep | ORG\n"
    "Kenya kenya PROPN NNP | 5 nmod | 6 pobj | ORG"
)


@both
@pytest.mark.parametrize(
    ("rest", "body"), [(OWN, "government"), (NAMED, "Government of Kenya"), (OTHERS, "Kenya")]
)
def test_officials_are_of_the_government_that_their_sentence_names(rest: str, body: str, labels: str) -> None:
    table = GOVERNMENT.format(rest=rest, n=5 if rest == NAMED else 6)
    assert ("officials", "member_of", body, "office") in triples(table, labels)


MEMBERS = """
members    member     NOUN NNS | 6 nsubj | 6 nsubj |
of         of         ADP  IN  | 5 case  | 1 prep  |
the        the        DET  DT  | 5 det   | 5 det   |
{nation}
{noun} {noun} NOUN NN | 1 nmod | 2 pobj |
met        meet       VERB VBD | 0 root  |
"""


@both
@pytest.mark.parametrize(("noun", "expected"), [("government", True), ("family", False)])
def test_members_of_a_government_are_of_its_country(noun: str, expected: bool, labels: str) -> None:
    table = MEMBERS.format(nation="Kenyan kenyan ADJ JJ | 5 amod | | NORP", noun=noun)
    assert (("members", "member_of", "Kenya", "office") in triples(table, labels)) is expected


AGENCY = """
The    the    DET   DT  | 3 det      |
Zyx    zyx    PROPN NNP | 3 compound | | ORG-
agency agency NOUN  NN  | 5 nsubj    | 4 compound |
Ubu    ubu    PROPN NNP | 3 appos    | 5 nsubj | ORG
left   leave  VERB  VBD | 0 root     |
"""


def test_a_body_belongs_to_whose_kind_it_is() -> None:
    assert triples(AGENCY, "ud") == [("Ubu", "part_of", "Zyx", "apposition")]


ITS = """
Kenya  kenya PROPN NNP | 2 nsubj | | GPE
called call  VERB  VBD | 0 root  |
its    its   PRON  PRP$ | 4 nmod:poss | 4 poss |
{noun} {noun} NOUN NN | 2 obj | 2 dobj |
"""


@both
@pytest.mark.parametrize(
    ("noun", "expected"),
    [("envoy", [("envoy", "member_of", "Kenya", "office")]), ("victim", []), ("rival", [])],
)
def test_its_office_is_of_whom_it_stands_for(noun: str, expected: list[object], labels: str) -> None:
    block = Block(view(parsed(ITS.format(noun=noun), labels)), 0)
    named(block)
    nominals(block, patterns(lexicon()))
    its = block.add(Mention(block.parse, 2, 3, 2, "pronoun", "pronoun", "", "its"))
    its.antecedent = block.mentions[0]
    found = offices(in_context(block, PATTERNS))
    assert [(s.source.name, s.pattern.relation, s.target.antecedent.name, s.rule) for s in found] == expected
