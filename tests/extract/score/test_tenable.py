"""What the reader alone saw, against the grammar of the sentence."""

from __future__ import annotations

import pytest

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.pipeline import proposals
from graphbuild.extract.score.tenable import tenable
from graphbuild.extract.testing import example, in_context
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


def _context(tokens: str) -> Context:
    block, known = example(tokens), patterns(lexicon())
    nominals(block, known)
    return in_context(block, known)


def _drawn(context: Context, source: str, target: str, relation: str, kind: str) -> Candidate:
    named: dict[str, Mention] = {found.text: found for found in context.block.mentions}
    pattern = context.patterns.classes[relation]
    return Candidate(named[source], named[target], kind, pattern, "", 0, "reader")


@pytest.mark.parametrize(("prefix", "tag"), [("backed=back", "VBN"), ("leaning=lean", "VBG")])
def test_rebels_are_not_of_the_country_that_backs_them(prefix: str, tag: str) -> None:
    context = _context(
        f"Peru/NNP/obl/3/GPE -/HYPH/punct/3 {prefix}/{tag}/amod/4 rebels=rebel/NNS/nsubj/5 "
        "left=leave/VBD/root/0"
    )
    rebels = next(found for found in context.block.mentions if found.kind == "nominal")
    drawn = _drawn(context, rebels.text, "Peru", "member_of", "affiliation")
    assert not tenable(context, drawn, [])


def test_a_relative_does_not_hold_the_office() -> None:
    context = _context(
        "Roe/NNP/nsubj/9/PERSON ,/,/punct/4 a/DT/det/4 nephew/NN/appos/1 of/IN/case/8 "
        "Peru/NNP/nmod:poss/8/GPE "
        "'s/POS/case/6 president/NN/nmod/4 left=leave/VBD/root/0"
    )
    said = list(proposals(context))
    holder = next(one for one in said if one.pattern.relation == "lead")
    assert holder.source.text != "Roe"
    drawn = _drawn(context, "Roe", "Peru", "lead", "affiliation")
    assert not tenable(context, drawn, said)
    assert tenable(context, drawn, [])


@pytest.mark.parametrize("noun", ["guard", "driver"])
def test_a_deed_of_an_aide_is_not_that_of_his_master(noun: str) -> None:
    context = _context(
        f"{noun}/NN/nsubj/4 of/IN/case/3 Roe/NNP/nmod/1/PERSON shot=shoot/VBD/root/0 Doe/NNP/obj/4/PERSON"
    )
    said = list(proposals(context))
    drawn = _drawn(context, "Roe", "Doe", "kill", "verb")
    assert not tenable(context, drawn, said)
    assert tenable(context, drawn, [])
