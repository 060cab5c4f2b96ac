"""Trees put right: offices named after the noun, subjects after their verb."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import parsed


def _above(table: str, labels: str, word: str) -> tuple[str, str]:
    parse = view(parsed(table, labels))
    i = parse.words.index(word)
    return parse.deps[i], parse.words[parse.heads[i]]


@both
@pytest.mark.parametrize(
    "table",
    [
        "Togo/NNP/nmod:poss/3~poss 's/POS/case/1 consul/NN/nsubj/5 general/JJ/amod/3 left=leave/VBD/root/0",
        "The/DT/det/2 consul/NN/nsubj/5 general/NN/appos/2 ,/,/punct/3 left=leave/VBD/root/0",
        "Its/PRP$/nmod:poss/2~poss consul/NN/nsubj/4 general/NN/nsubj/4 left=leave/VBD/root/0",
    ],
)
def test_a_noun_and_the_adjective_after_it_are_one_office(table: str, labels: str) -> None:
    assert _above(table, labels, "general") == ("nsubj", "left")
    assert _above(table, labels, "consul") == ("compound", "general")


def test_several_are_still_several() -> None:
    parse = view(parsed("Solicitors=solicitor/NNS/nsubj/3 general/JJ/amod/1 left=leave/VBD/root/0"))
    assert parse.plural(1)


@both
def test_a_rank_before_a_name_is_no_adjective(labels: str) -> None:
    table = (
        "The/DT/det/2 lawyer/NN/nsubj/3 told=tell/VBD/root/0 the/DT/det/5 consul/NN/iobj/3~dative/3 "
        "General=general/NNP/nmod:desc/7~compound/7 Roe/NNP/nsubj/8/PERSON fled=flee/VBD/ccomp/3"
    )
    assert _above(table, labels, "General")[1] == "Roe"


@both
@pytest.mark.parametrize(
    ("said", "speaker"),
    [("ccomp/5", "clerk"), ("ccomp/5", "envoy"), ("ccomp/5", "judges")],
)
def test_a_subject_after_a_verb_of_speech_is_its_own(said: str, speaker: str, labels: str) -> None:
    table = (
        f"Troops=troop/NNS/nsubj/2/group shelled=shell/VBD/{said} Gao/NNP/obj/2/GPE~dobj/2 ,/,/punct/2 "
        f"said=say/VBD/root/0 the/DT/det/7 {speaker}/NN/nsubj/2"
    )
    assert _above(table, labels, speaker) == ("nsubj", "said")


@both
def test_a_verb_keeps_the_subject_that_it_has(labels: str) -> None:
    table = (
        "They/PRP/nsubj/2 said=say/VBD/root/0 rebels=rebel/NNS/nsubj/4/group fled=flee/VBD/ccomp/2 "
        ",/,/punct/2 and/CC/cc/8~cc/4 troops=troop/NNS/nsubj/8/group followed=follow/VBD/conj/4"
    )
    assert _above(table, labels, "rebels") == ("nsubj", "fled")
    assert _above(table, labels, "troops") == ("nsubj", "followed")


@both
@pytest.mark.parametrize(("office", "name"), [("clerk", "Roe"), ("envoy", "Doe")])
def test_a_second_subject_beside_the_first_says_who_that_is(office: str, name: str, labels: str) -> None:
    table = (
        f"said=say/VBD/root/0 the/DT/det/3 {office}/NN/nsubj/1 ,/,/punct/5 {name}/NNP/nsubj/1/PERSON "
        "././punct/1"
    )
    assert _above(table, labels, name) == ("appos", office)


@both
def test_a_name_right_after_a_noun_that_is_joined_to_the_subject_says_who_that_is(labels: str) -> None:
    table = (
        "Chad/NNP/nsubj/6/GPE and/CC/cc/4~cc/1 its/PRP$/nmod:poss/4~poss neighbour/NN/conj/1 "
        "Niger/NNP/nsubj/6/GPE signed=sign/VBD/root/0"
    )
    assert _above(table, labels, "Niger") == ("appos", "neighbour")


@both
def test_those_who_say_so_in_the_end_are_not_the_doers(labels: str) -> None:
    table = (
        "Togo/NNP/nsubj/2/GPE left=leave/VBD/ccomp/5 ,/,/punct/2 clerks=clerk/NNS/nsubj/2/group "
        "said=say/VBD/root/0"
    )
    assert _above(table, labels, "clerks") == ("nsubj", "said")
    assert _above(table, labels, "Togo") == ("nsubj", "left")


@both
def test_the_subject_of_the_next_clause_is_no_second_one_of_this(labels: str) -> None:
    table = (
        "Togo/NNP/nsubj/2/GPE left=leave/VBD/root/0 ;/:/punct/5 Mali/NNP/nsubj/2/GPE "
        "stayed=stay/VBD/parataxis/2"
    )
    assert _above(table, labels, "Mali") == ("nsubj", "stayed")


def test_who_stands_between_and_and_its_verb_is_its_subject() -> None:
    table = (
        "Togo/NNP/nsubj/2/GPE met=meet/VBD/root/0 Chad/NNP/obj/2/GPE and/CC/cc/7 rivals=rival/NNS/conj/3 "
        "were=be/VBD/aux:pass/7 beaten=beat/VBN/conj/2"
    )
    assert _above(table, "ud", "rivals") == ("nsubj:pass", "beaten")


@pytest.mark.parametrize(("tag", "relation"), [("VBD", "parataxis"), ("VBZ", "acl"), ("VBD", "amod")])
def test_a_sentence_has_its_verb_for_a_root(tag: str, relation: str) -> None:
    table = f"Acme/NNP/root/0/ORG ,/,/punct/3 thanked=thank/{tag}/{relation}/1 Peru/NNP/obj/3/GPE"
    assert _above(table, "ud", "thanked") == ("root", "thanked")
    assert _above(table, "ud", "Acme") == ("nsubj", "thanked")


def test_a_noun_with_a_participle_stays_a_noun() -> None:
    table = "Towns=town/NNS/root/0 held=hold/VBN/acl/1 by/IN/case/4 Peru/NNP/obl/2/GPE"
    assert _above(table, "ud", "held") == ("acl", "Towns")
