"""Relations that nouns and participles state, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.testing import example, in_context


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    block = example(table, labels)
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in nominalisations(in_context(block, PATTERNS))
    ]


BY = """
The/DT/det/2 attack/NN/nsubj/7 by/IN/case/4~prep/2 rebels=rebel/NNS/nmod/2/group~pobj/3
on/IN/case/6~prep/2 Chad/NNP/nmod/2/GPE~pobj/5 failed=fail/VBD/root/0 ././punct/7
"""

OF_SUBJECT = """
Kenya/NNP/nsubj/2/GPE planned=plan/VBD/root/0 an=a/DT/det/4 attack/NN/obj/2~dobj on/IN/case/6~prep/4
Chad/NNP/nmod/4/GPE~pobj/5 ././punct/2
"""

COMPOUND = """
Kenya/NNP/compound/2/GPE talks=talk/NNS/nsubj/5 with/IN/case/4~prep/2 Chad/NNP/nmod/2/GPE~pobj/3
failed=fail/VBD/root/0 ././punct/5
"""


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (sentences.EVENT_NOUN, [("Kenyan", "attack", "Chad", "nominalisation")]),
        (sentences.EVENT_POSSESSED, [("Kenya", "criticize", "Chad", "nominalisation")]),
        (sentences.EVENT_BETWEEN, [("Kenya", "discuss", "Chad", "nominalisation_between")]),
        (sentences.COMPOUND_PARTICIPLE, [("Chad", "support", "rebels", "compound_participle")]),
        (BY, [("rebels", "attack", "Chad", "nominalisation")]),
        (OF_SUBJECT, [("Kenya", "attack", "Chad", "nominalisation_subject")]),
        (COMPOUND, [("Kenya", "discuss", "Chad", "nominalisation")]),
    ],
)
def test_constructions(table: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert stated(table, labels) == relations


@both
def test_an_event_without_a_doer_states_nothing(labels: str) -> None:
    assert stated(sentences.EVENT_NOUN.replace("/NORP", ""), labels) == []


@both
def test_an_event_without_a_target_states_nothing(labels: str) -> None:
    assert stated(sentences.HEADLINE, labels) == []


@both
def test_parties_of_talks_are_paired_once(labels: str) -> None:
    table = """
Talks=talk/NNS/nsubj/8 between/IN/case/3~prep/1 Kenya/NNP/nmod/1/GPE~pobj/2 ,/,/punct/5~punct/3
Togo/NNP/conj/3/GPE and/CC/cc/7~cc/5 Chad/NNP/conj/3/GPE~conj/5 failed=fail/VBD/root/0
"""
    pairs = [(source, target) for source, _, target, _ in stated(table, labels)]
    assert pairs == [("Kenya", "Togo"), ("Kenya", "Chad"), ("Togo", "Chad")]
