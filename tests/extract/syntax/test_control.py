"""Whom a verb asks through a preposition, and events that are only asked for."""

from __future__ import annotations

import pytest

from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.syntax.control import asked, asked_for
from graphbuild.extract.testing import acted, example, heard
from graphbuild.lexicons.verbs import lexicon

CALLED = (
    "Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 on/IN/case/4 Chad/NNP/obl/2/GPE to/TO/mark/6 "
    "attack/VB/{}/2 Togo/NNP/obj/6/GPE"
)


@pytest.mark.parametrize("relation", ["advcl", "xcomp"])
def test_who_is_called_on_is_to_act(relation: str) -> None:
    tokens = CALLED.format(relation)
    assert acted(tokens) == ["Kenya call -", "Chad attack Togo"]
    assert heard(tokens) == ["call: asserted", "attack: intended"]
    assert clauses(example(tokens).parse, lexicon())[5].urged


def test_a_purpose_is_the_subjects_own() -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE marched=march/VBD/root/0 on/IN/case/4 Chad/NNP/obl/2/GPE to/TO/mark/6 "
        "attack/VB/advcl/2 Togo/NNP/obj/6/GPE"
    )
    assert asked(example(tokens).parse, 5) is None
    assert acted(tokens) == ["Kenya march -", "Kenya attack Togo"]


@pytest.mark.parametrize(
    ("tokens", "noun", "expected"),
    [
        ("called=call/VBD/root/0 for/IN/case/3 sanctions=sanction/NNS/obl/1", 2, "intended"),
        ("demanded=demand/VBD/root/0 sanctions=sanction/NNS/obj/1", 1, "intended"),
        ("imposed=impose/VBD/root/0 sanctions=sanction/NNS/obj/1", 1, "asserted"),
        ("calls=call/NNS/root/0 for/IN/case/3 talks=talk/NNS/nmod/1", 2, "intended"),
        ("a/DT/det/2 lack/NN/root/0 of/IN/case/4 support/NN/nmod/2", 3, "negated"),
        ("a/DT/det/2 round/NN/root/0 of/IN/case/4 talks=talk/NNS/nmod/2", 3, "asserted"),
    ],
)
def test_what_is_asked_for_has_not_come_to_be(tokens: str, noun: int, expected: str) -> None:
    assert asked_for(example(tokens).parse, noun, lexicon()) == expected


def test_an_event_asked_for_is_intended_and_refused_calls_are_negated() -> None:
    called = "Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 for/IN/case/4 sanctions=sanction/NNS/obl/2 "
    assert heard(called + "against/IN/case/6 Chad/NNP/nmod/4/GPE")[-1] == "sanction: intended"
    refused = "Kenya/NNP/nsubj/2/GPE rejected=reject/VBD/root/0 calls=call/NNS/obj/2 for/IN/case/5 "
    rest = "talks=talk/NNS/nmod/3 with/IN/case/7 Chad/NNP/nmod/5/GPE"
    assert heard(refused + rest)[-1] == "talk: negated"
