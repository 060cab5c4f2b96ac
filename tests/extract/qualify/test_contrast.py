"""Whom and what a contrast leaves out."""

from __future__ import annotations

import pytest

from graphbuild.extract.pipeline import contexts, proposals
from graphbuild.extract.qualify.contrast import contrast, corrected, forgone
from graphbuild.extract.score.select import select
from graphbuild.extract.testing import example, heard
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

KNOWN = patterns(lexicon())


def statuses(tokens: str) -> dict[tuple[str, str], tuple[str, float]]:
    (context,) = contexts([example(tokens).parse], KNOWN)
    return {
        (one.source.name, one.target.name): (one.status, one.pattern.polarity)
        for one in select(proposals(context)).accepted
    }


@pytest.mark.parametrize(
    "tokens",
    [
        "Rather=rather/RB/mark/3 than/IN/fixed/1 attack/VB/advcl/6 Chad/NNP/obj/3/GPE ,/,/punct/3 "
        "waited=wait/VBD/root/0",
        "Instead=instead/RB/mark/3 of/IN/fixed/1 attacking=attack/VBG/advcl/6 Chad/NNP/obj/3/GPE ,/,/punct/3 "
        "waited=wait/VBD/root/0",
        "Kenya/NNP/nsubj/2/GPE stopped=stop/VBD/root/0 short/RB/advmod/2 of/IN/mark/5 "
        "attacking=attack/VBG/advcl/2 Chad/NNP/obj/5/GPE",
        "Kenya/NNP/nsubj/2/GPE warned=warn/VBD/root/0 rather/RB/cc/5 than/IN/fixed/3 "
        "attacked=attack/VBD/conj/2 Chad/NNP/obj/5/GPE",
    ],
)
def test_what_is_forgone_is_not_done(tokens: str) -> None:
    parse = example(tokens).parse
    assert [parse.words[i] for i in range(len(parse.words)) if forgone(parse, i)] == [
        parse.words[parse.lemmas.index("attack")]
    ]


def test_what_is_done_instead_is_asserted() -> None:
    assert heard(
        "Rather=rather/RB/mark/3 than/IN/fixed/1 attack/VB/advcl/7 Chad/NNP/obj/3/GPE ,/,/punct/3 "
        "Kenya/NNP/nsubj/7/GPE warned=warn/VBD/root/0 Togo/NNP/obj/7/GPE"
    ) == ["attack: negated", "warn: asserted"]


def test_a_noun_left_out_leaves_the_verb_as_it_is() -> None:
    parse = example(
        "Kenya/NNP/nsubj/5/GPE rather/RB/cc/5 than/IN/fixed/2 Togo/NNP/conj/1/GPE attacked=attack/VBD/root/0 "
        "Chad/NNP/obj/5/GPE"
    ).parse
    assert not forgone(parse, 4)
    assert [contrast(parse, k, 4) for k in (0, 3, 5)] == ["", "out", ""]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "Kenya/NNP/nsubj/6/GPE ,/,/punct/4 not/RB/advmod/4 Togo/NNP/conj/1/GPE ,/,/punct/1 "
            "met=meet/VBD/root/0 Chad/NNP/obj/6/GPE",
            {("Kenya", "Chad"): ("asserted", 0.25), ("Togo", "Chad"): ("negated", 0.0)},
        ),
        (
            "Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 attacked=attack/VBN/root/0 not/RB/advmod/6 "
            "by/IN/case/6 Togo/NNP/obl:agent/3/GPE but/CC/cc/9 by/IN/case/9 Kenya/NNP/conj/6/GPE",
            {("Togo", "Chad"): ("negated", 0.0), ("Kenya", "Chad"): ("asserted", -1.0)},
        ),
        (
            "Chad/NNP/nsubj:pass/4/GPE was=be/VBD/aux:pass/4 not/RB/advmod/4 attacked=attack/VBN/root/0 "
            "by/IN/case/6 Togo/NNP/obl:agent/4/GPE but/CC/cc/9 by/IN/case/9 Kenya/NNP/conj/6/GPE",
            {("Togo", "Chad"): ("negated", 0.0), ("Kenya", "Chad"): ("asserted", -1.0)},
        ),
        (
            "Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE but/CC/cc/6 "
            "not/RB/advmod/6 Togo/NNP/conj/3/GPE",
            {("Kenya", "Chad"): ("asserted", -1.0), ("Kenya", "Togo"): ("negated", 0.0)},
        ),
        (
            "Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 not/RB/advmod/5 only/RB/advmod/5 "
            "Chad/NNP/obj/2/GPE but/CC/cc/7 Togo/NNP/conj/5/GPE",
            {("Kenya", "Chad"): ("asserted", -1.0), ("Kenya", "Togo"): ("asserted", -1.0)},
        ),
    ],
)
def test_each_party_has_its_own_status(
    tokens: str, expected: dict[tuple[str, str], tuple[str, float]]
) -> None:
    assert statuses(tokens) == expected


def test_but_ends_the_reach_of_not() -> None:
    tokens = (
        "Kenya/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB/advmod/4 attack/VB/root/0 {} warned=warn/VBD/conj/4 "
        "Chad/NNP/obj/6/GPE"
    )
    assert heard(tokens.format("but/CC/cc/6")) == ["attack: negated", "warn: asserted"]
    assert heard(tokens.format("or/CC/cc/6")) == ["attack: negated", "warn: negated"]


def test_but_not_corrects_nothing() -> None:
    parse = example("Chad/NNP/root/0/GPE but/CC/cc/4 not/RB/advmod/4 Togo/NNP/conj/1/GPE").parse
    assert not corrected(parse, 3)
