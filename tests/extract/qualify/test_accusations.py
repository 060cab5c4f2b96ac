"""What somebody is held to or charged with, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.qualify.accusations import alleges, answers_for, charged_with
from graphbuild.extract.testing import example, in_context
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()
FOR = (
    "Kenya/NNP/nsubj/2/GPE {}/VBD/root/0 Chad/NNP/obj/2/GPE~dobj {}/IN/case/5~prep/2 "
    "raids=raid/NNS/obl/2~pobj/4"
)
OF = (
    "Kenya/NNP/nsubj/2/GPE {}/VBD/root/0 Chad/NNP/obj/2/GPE~dobj {}/IN/mark/5~prep/2 "
    "shelling=shell/VBG/advcl/2~pcomp/4 Togo/NNP/obj/5/GPE~dobj"
)
PASSIVE = (
    "Chad/NNP/nsubj:pass/3/GPE~nsubjpass was=be/VBD/aux:pass/3~auxpass accused=accuse/VBN/root/0 "
    "of/IN/mark/5~prep/3 shelling=shell/VBG/advcl/3~pcomp/4 Togo/NNP/obj/5/GPE~dobj"
)


@both
@pytest.mark.parametrize(
    ("verb", "mark", "answers", "charged"),
    [
        ("blamed=blame", "for", True, True),
        ("praised=praise", "for", True, False),
        ("sanctioned=sanction", "over", True, False),
        ("arrested=arrest", "for", True, True),
        ("blamed=blame", "after", False, False),
        ("visited=visit", "for", False, False),
        ("attacked=attack", "over", False, False),
    ],
)
def test_a_judge_holds_somebody_to_what_he_did(
    verb: str, mark: str, answers: bool, charged: bool, labels: str
) -> None:
    parse = example(FOR.format(verb, mark), labels).parse
    assert answers_for(parse, 4, LEXICON) is answers
    assert charged_with(parse, 4, LEXICON) is charged


@both
def test_nobody_answers_where_nobody_is_judged(labels: str) -> None:
    tokens = FOR.replace("Chad/NNP/obj/2/GPE~dobj", "again/RB/advmod/2").format("apologized=apologize", "for")
    assert not answers_for(example(tokens, labels).parse, 4, LEXICON)


@both
@pytest.mark.parametrize(
    ("tokens", "verb", "alleged"),
    [
        (OF.format("accused=accuse", "of"), 1, True),
        (OF.format("criticized=criticize", "for"), 1, True),
        (OF.format("accused=accuse", "after"), 1, False),
        (OF.format("visited=visit", "for"), 1, False),
        (PASSIVE, 2, False),
    ],
    ids=["accused of", "criticized for", "accused after", "visited for", "was accused"],
)
def test_a_gerund_is_what_one_is_charged_with(tokens: str, verb: int, alleged: bool, labels: str) -> None:
    context = in_context(example(tokens, labels))
    assert alleges(context.block.parse, 4, context.clauses[verb], LEXICON) is alleged


@both
def test_who_denies_a_deed_says_it_of_himself(labels: str) -> None:
    tokens = "Kenya/NNP/nsubj/2/GPE denied=deny/VBD/root/0 shelling=shell/VBG/xcomp/2 Togo/NNP/obj/3/GPE~dobj"
    context = in_context(example(tokens, labels))
    assert alleges(context.block.parse, 2, context.clauses[1], LEXICON)
