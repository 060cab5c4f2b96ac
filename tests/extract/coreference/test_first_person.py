"""Who tells a text that says "I", and for whom an official says "we"."""

from __future__ import annotations

import pytest

from graphbuild.extract.annotations import Block, Quotes
from graphbuild.extract.coreference.entities import referents
from graphbuild.extract.coreference.first_person import narrated, side
from graphbuild.extract.testing import example

INTERVIEW = "An/DT/det/2 interview/NN/root/0 with/IN/case/5 Ann/NNP/compound/5/PERSON Zyx/NNP/nmod/2/PERSON"
OTHER = "Yon/NNP/nsubj/2/GPE met=meet/VBD/root/0 Bob/NNP/compound/4/PERSON Lee/NNP/obj/2/PERSON"
LEAD = "Zyx/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Yon/NNP/obj/2/{label}"
QUESTION = "Why=why/WRB/advmod/4 did=do/VBD/aux/4 you/PRP/nsubj/4 leave/VB/root/0 ?/./punct/4"
ANSWER = "I/PRP/nsubj/2 resigned=resign/VBD/root/0"
SPOKEN_OF = "I/PRP/nsubj/2 praised=praise/VBD/root/0 {}/NNP/obj/2/PERSON"


def told(*tables: str) -> list[str]:
    """Words and names of the pronouns by which a text of such paragraphs is told."""
    blocks: list[tuple[Block, Quotes]] = []
    for table in tables:
        before = sum(len(block.parse.sentences) for block, _ in blocks)
        block = example(table, before=before)
        blocks.append((block, Quotes([False] * len(block.parse.words), {})))
    found = narrated(blocks, referents([block for block, _ in blocks]))
    return [
        f"{one.text} {one.antecedent.name}"
        for block, _ in blocks
        for one in found.get(id(block), ())
        if one.antecedent is not None
    ]


def test_in_an_interview_it_is_the_one_who_is_asked() -> None:
    assert told(INTERVIEW, QUESTION, ANSWER, QUESTION, ANSWER) == ["you Ann Zyx", "I Ann Zyx"] * 2


def test_of_several_it_is_the_one_named_most() -> None:
    lead = LEAD.format(label="GPE")
    assert told(INTERVIEW, lead, OTHER, QUESTION, ANSWER, QUESTION, ANSWER).count("I Ann Zyx") == 2
    assert told(INTERVIEW, OTHER, QUESTION, ANSWER, QUESTION, ANSWER) == []


@pytest.mark.parametrize(
    "tables",
    [
        (LEAD.format(label="GPE"), QUESTION, ANSWER, QUESTION, ANSWER),  # no interview
        (INTERVIEW, ANSWER, ANSWER),  # no questions
        (INTERVIEW, QUESTION, ANSWER, QUESTION, SPOKEN_OF.format("Zyx")),  # Zyx is somebody else
        (LEAD.format(label="GPE"), ANSWER, ANSWER),  # nobody is said to speak
    ],
)
def test_else_it_is_nobody_known(tables: tuple[str, ...]) -> None:
    assert told(*tables) == []


def test_others_may_be_spoken_of() -> None:
    text = INTERVIEW, QUESTION, ANSWER, QUESTION, SPOKEN_OF.format("Yon")
    assert [one for one in told(*text) if one.startswith("I")] == ["I Ann Zyx", "I Ann Zyx"]


@pytest.mark.parametrize(
    ("noun", "link", "found"),
    [("Remarks=remark", "by", ["I Zyx"]), ("Praise=praise", "by", []), ("Remarks=remark", "on", [])],
)
def test_a_lead_announces_whose_words_follow(noun: str, link: str, found: list[str]) -> None:
    assert told(f"{noun}/NNS/root/0 {link}/IN/case/3 Zyx/NNP/nmod/1/PERSON", ANSWER) == found


I_AM = "I/PRP/nsubj/3 am=be/VBP/cop/3 {}/NNP/root/0/PERSON"


def test_somebody_says_who_he_is() -> None:
    assert told(ANSWER, I_AM.format("Zyx"), ANSWER) == ["I Zyx", "I Zyx", "I Zyx"]
    assert told(I_AM.format("Zyx"), I_AM.format("Yon"), ANSWER) == []
    denied = "I/PRP/nsubj/4 am=be/VBP/cop/4 not/RB/advmod/4 Zyx/NNP/root/0/PERSON"
    assert told(denied, ANSWER) == []


SPOKESMAN = """
Zyx/NNP/nsubj/8/PERSON ,/,/punct/4 a/DT/det/4/official spokesman/NN/appos/1/official for/IN/case/6
Yon/NNP/nmod/4/ORG ,/,/punct/1 spoke=speak/VBD/root/0 in/IN/case/10 Mali/NNP/obl/8/GPE
"""


def test_an_official_speaks_for_the_body_that_he_is_said_to_speak_for() -> None:
    block = example(SPOKESMAN)
    zyx, spokesman = (next(f for f in block.mentions if f.first == first) for first in (0, 2))
    of = referents([block])
    assert side(zyx, of) is None
    spokesman.antecedent = zyx
    found = side(zyx, of)
    assert found is not None
    assert found.name == "Yon"


@pytest.mark.parametrize(("kind", "country", "name"), [("official", "MLI", "Mali"), ("person", "MLI", "")])
def test_else_for_his_country(kind: str, country: str, name: str) -> None:
    block = example(SPOKESMAN)
    zyx, mali = (next(f for f in block.mentions if f.name == given) for given in ("Zyx", "Mali"))
    zyx.type, zyx.country, mali.country = kind, country, "MLI"
    found = side(zyx, referents([block]))
    assert (found.name if found else "") == name
