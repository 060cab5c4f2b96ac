"""Who tells a text that says "I"."""

from __future__ import annotations

import pytest

from graphbuild.extract.annotations import Block, Quotes
from graphbuild.extract.coreference.entities import referents
from graphbuild.extract.coreference.narrated import narrated
from graphbuild.extract.testing import example

INTERVIEW = "An/DT/det/2 interview/NN/root/0 with/IN/case/5 Ann/NNP/compound/5/PERSON Zyx/NNP/nmod/2/PERSON"
OTHER = "Yon/NNP/nsubj/2/GPE met=meet/VBD/root/0 Bob/NNP/compound/4/PERSON Lee/NNP/obj/2/PERSON"
LEAD = "Zyx/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Yon/NNP/obj/2/{label}"
QUESTION = "Why=why/WRB/advmod/4 did=do/VBD/aux/4 you/PRP/nsubj/4 leave/VB/root/0 ?/./punct/4"
ANSWER = "I/PRP/nsubj/2 resigned=resign/VBD/root/0"
SPOKEN_OF = "I/PRP/nsubj/2 praised=praise/VBD/root/0 {}/NNP/obj/2/PERSON"


def paragraphs(*tables: str) -> list[tuple[Block, Quotes]]:
    blocks: list[tuple[Block, Quotes]] = []
    for table in tables:
        before = sum(len(block.parse.sentences) for block, _ in blocks)
        block = example(table, before=before)
        blocks.append((block, Quotes([False] * len(block.parse.words), {})))
    return blocks


def told(*tables: str) -> list[str]:
    """Words and names of the pronouns by which a text of such paragraphs is told."""
    blocks = paragraphs(*tables)
    found = narrated(blocks, referents([block for block, _ in blocks]))
    return [
        f"{one.text} {one.antecedent.name}"
        for block, _ in blocks
        for one in found.pronouns.get(id(block), ())
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
    assert told(I_AM.format("Zyx"), I_AM.format("Yon"), ANSWER) == ["I Zyx", "I Yon"]
    denied = "I/PRP/nsubj/4 am=be/VBP/cop/4 not/RB/advmod/4 Zyx/NNP/root/0/PERSON"
    assert told(denied, ANSWER) == []
    with_zyx = "I/PRP/nsubj/4 am=be/VBP/cop/4 with/IN/case/4 Zyx/NNP/root/0/PERSON"
    assert told(with_zyx, ANSWER) == []


MY_NAME = "{}my/PRP$/nmod:poss/{} name/NN/nsubj/{} is=be/VBZ/cop/{} Zyx/NNP/{}/{}/PERSON"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (MY_NAME.format("", 2, 4, 4, "root", 0), ["my Zyx", "I Zyx"]),
        (MY_NAME.format("Hello/UH/discourse/6 ,/,/punct/1 ", 4, 6, 6, "root", 0), ["my Zyx", "I Zyx"]),
        (MY_NAME.format("They/PRP/nsubj/2 say/VBP/root/0 '/''/punct/2 ", 5, 7, 7, "ccomp", 2), []),
        ("I/PRP/nsubj/5 ,/,/punct/3 Zyx/NNP/appos/1/PERSON ,/,/punct/3 swear/VBP/root/0", ["I Zyx", "I Zyx"]),
    ],
)
def test_or_gives_his_name(table: str, found: list[str]) -> None:
    assert told(table, ANSWER) == found


GIVES = "Zyx/NNP/nsubj/2/PERSON {}/VBD/root/0 these/DT/det/4 remarks=remark/NNS/obj/2 {}/:/punct/2"


@pytest.mark.parametrize(
    ("verb", "end", "found"),
    [("made=make", ":", ["I Zyx"]), ("made=make", ".", []), ("heard=hear", ":", [])],
)
def test_a_lead_says_who_gave_the_speech_that_follows(verb: str, end: str, found: list[str]) -> None:
    assert told(GIVES.format(verb, end), ANSWER) == found


def test_nobody_of_two_who_are_announced() -> None:
    two = (
        "Remarks=remark/NNS/root/0 by/IN/case/3 Zyx/NNP/nmod/1/PERSON and/CC/cc/5 Yon/NNP/conj/3/PERSON "
        "on/IN/case/7 rain/NN/nmod/1"
    )
    assert told(two, ANSWER) == []


def test_questions_to_one_who_is_named_most_make_an_interview() -> None:
    photo = "Bob/NNP/compound/2/PERSON Lee/NNP/root/0/PERSON"
    lead = "Ann/NNP/compound/2/PERSON Zyx/NNP/nsubj/3/PERSON won=win/VBD/root/0 gold/NN/obj/3"
    asked = (QUESTION, ANSWER) * 3
    assert told(lead, lead, photo, *asked).count("I Ann Zyx") == 3
    assert told(lead, photo, *asked) == []
    assert told(lead, lead, photo, *asked[:4]) == []


def test_an_answer_may_end_in_a_question() -> None:
    long = " ".join(f"rain/NN/dep/{k}" for k in range(1, 160))
    answer = f"I/PRP/nsubj/2 asked=ask/VBD/root/0 {long} you/PRP/dep/2 ?/./punct/2"
    found = told(INTERVIEW, QUESTION, answer, QUESTION, ANSWER)
    assert found == ["you Ann Zyx", "I Ann Zyx"] * 2


QUOTED = "I/PRP/nsubj/2 heard=hear/VBD/root/0 '/``/punct/4 Zyx/NNP/obj/2/PERSON '/''/punct/4"


def test_a_name_in_words_that_are_quoted_is_no_one_beside() -> None:
    text = INTERVIEW, QUESTION, QUOTED, QUESTION, ANSWER
    assert told(*text).count("I Ann Zyx") == 2


def test_nobody_tells_of_himself_in_the_third_person() -> None:
    plain = "Rain/NN/nsubj/2 fell=fall/VBD/root/0"
    named = "Zyx/NNP/nsubj/2/PERSON left=leave/VBD/root/0"
    assert tellers(INTERVIEW, QUESTION, ANSWER, QUESTION, plain, named) == [
        "",
        "Zyx",
        "Zyx",
        "Zyx",
        "Zyx",
        "",
    ]
    assert tellers(plain, I_AM.format("Zyx"), ANSWER, plain) == ["", "", "Zyx", "Zyx"]
    once = [plain] * 9
    assert tellers(plain, I_AM.format("Zyx"), ANSWER, *once) == ["", "", "Zyx", *[""] * 9]


def tellers(*tables: str) -> list[str]:
    """The surname of who tells each paragraph."""
    blocks = paragraphs(*tables)
    found = narrated(blocks, referents([block for block, _ in blocks])).tellers
    return [found[id(block)].name.split()[-1] if id(block) in found else "" for block, _ in blocks]


def test_who_is_called_upon_says_what_follows() -> None:
    blocks = paragraphs(ANSWER, "Mr./NNP/nmod:desc/2 Zyx/NNP/root/0/PERSON ?/./punct/2", ANSWER, ANSWER)
    blocks[1][0].mentions[0].title = "Mr."
    found = narrated(blocks, referents([block for block, _ in blocks]))
    assert [len(found.pronouns.get(id(block), ())) for block, _ in blocks] == [0, 0, 1, 1]
