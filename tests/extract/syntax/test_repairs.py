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
