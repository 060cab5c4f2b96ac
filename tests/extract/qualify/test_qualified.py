"""What a proposal amounts to in its clause: status, sign, speaker, and the names of its parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract import sentences
from extract.labels import both
from graphbuild.extract.annotations import Block, Candidate
from graphbuild.extract.qualify.qualified import qualified
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import example, in_context

HELPED = "Kenya/NNP/nsubj/3/GPE {}/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE~dobj"
DENIED = (
    "Kenya/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB+PART/advmod/4~neg {}/VB/root/0 Chad/NNP/obj/4/GPE~dobj"
)
BUT = (
    "Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj ,/,/punct/6~punct/3 "
    "not/RB+PART/advmod/6~neg Togo/NNP/conj/3/GPE"
)


def read(tokens: str, labels: str = "ud") -> list[Candidate]:
    context = in_context(example(tokens, labels))
    return [qualified(context, one) for one in verbs(context)]


@both
@pytest.mark.parametrize(
    ("helper", "status"), [("may", "possible"), ("will", "intended"), ("should", "intended")]
)
def test_the_clause_says_how_sure_it_is(helper: str, status: str, labels: str) -> None:
    (one,) = read(HELPED.format(helper), labels)
    assert (one.status, one.pattern.polarity < 0, one.speaker) == (status, True, None)


@both
def test_what_the_construction_says_already_is_not_taken_back(labels: str) -> None:
    context = in_context(example(sentences.ACTIVE, labels))
    (one,) = verbs(context)
    assert qualified(context, one).status == "asserted"
    assert qualified(context, replace(one, status="intended")).status == "intended"


@both
@pytest.mark.parametrize(("verb", "sign"), [("attack", 0), ("support", -1)])
def test_who_does_not_attack_is_no_friend_and_who_does_not_support_is_none(
    verb: str, sign: int, labels: str
) -> None:
    (one,) = read(DENIED.format(verb), labels)
    polarity = one.pattern.polarity
    assert (one.status, (polarity > 0) - (polarity < 0)) == ("negated", sign)


@both
def test_who_is_only_not_meant_is_left_without_sign(labels: str) -> None:
    found = {one.target.name: one for one in read(BUT, labels)}
    assert (found["Chad"].status, found["Chad"].pattern.polarity) == ("asserted", -1.0)
    assert (found["Togo"].status, found["Togo"].pattern.polarity) == ("negated", 0.0)


@both
def test_who_says_so_is_known(labels: str) -> None:
    (one,) = [one for one in read(sentences.SAID_THAT, labels) if one.pattern.relation == "attack"]
    assert one.speaker is not None
    assert (one.source.name, one.target.name, one.speaker.name) == ("rebels", "Chad", "Kenya")


@both
def test_what_is_done_by_being_said_keeps_its_status_and_sign(labels: str) -> None:
    context = in_context(example(DENIED.format("support"), labels))
    (one,) = (replace(one, performative=True) for one in verbs(context))
    assert qualified(context, one) is not one
    read_so = qualified(context, one)
    assert (read_so.status, read_so.pattern, read_so.speaker) == ("asserted", one.pattern, None)


SPELLED = "Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 {} attacked=attack/VBD/ccomp/2 Chad/NNP/obj/{}/GPE~dobj"


def parties(block: Block) -> list[str]:
    context = in_context(block)
    made = [qualified(context, one) for one in verbs(context)]
    return [one.source.text for one in made if one.pattern.relation == "attack"]


def test_a_pronoun_is_the_name_in_its_sentence() -> None:
    block = example(SPELLED.format("it/PRP/nsubj/4/pronoun", 4))
    kenya, it, _ = block.mentions
    assert parties(block) == ["it"]
    it.antecedent = kenya
    assert parties(block) == ["Kenya"]
    kenya.sentence -= 1
    assert parties(block) == ["it"]


def test_a_pronoun_is_not_another_pronoun() -> None:
    block = example(
        SPELLED.format("it/PRP/nsubj/4/pronoun", 4).replace("Kenya/NNP/nsubj/2/GPE", "It/PRP/nsubj/2/pronoun")
    )
    first, it, _ = block.mentions
    it.antecedent = first
    assert parties(block) == ["it"]


def test_a_description_is_the_name_beside_it_but_not_the_name_inside() -> None:
    block = example(SPELLED.format("rebels=rebel/NNS/nsubj/4/group", 4))
    kenya, rebels, _ = block.mentions
    rebels.antecedent = kenya
    assert parties(block) == ["Kenya"]
    inside = example(SPELLED.format("Zyx/NNP/compound/4/ORG militants=militant/NNS/nsubj/5/group", 5))
    zyx, militants = inside.mentions[1:3]
    militants.first, militants.antecedent = zyx.first, zyx
    assert parties(inside) == ["Zyx militants"]
