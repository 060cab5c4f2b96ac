"""Relations that nouns and participles state, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.docs import both, marked
from extract.words import PATTERNS
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.testing import in_context


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    block = marked(table, labels)
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in nominalisations(in_context(block, PATTERNS))
    ]


BY = """
The      the    DET   DT  | 2 det   |
attack   attack NOUN  NN  | 7 nsubj |
by       by     ADP   IN  | 4 case  | 2 prep |
rebels   rebel  NOUN  NNS | 2 nmod  | 3 pobj | group
on       on     ADP   IN  | 6 case  | 2 prep |
Chad     chad   PROPN NNP | 2 nmod  | 5 pobj | GPE
failed   fail   VERB  VBD | 0 root  |
.        .      PUNCT .   | 7 punct |
"""

OF_SUBJECT = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
planned  plan   VERB  VBD | 0 root  |
an       a      DET   DT  | 4 det   |
attack   attack NOUN  NN  | 2 obj   | 2 dobj |
on       on     ADP   IN  | 6 case  | 4 prep |
Chad     chad   PROPN NNP | 4 nmod  | 5 pobj | GPE
.        .      PUNCT .   | 2 punct |
"""

COMPOUND = """
Kenya    kenya PROPN NNP | 2 compound | | GPE
talks    talk  NOUN  NNS | 5 nsubj |
with     with  ADP   IN  | 4 case  | 2 prep |
Chad     chad  PROPN NNP | 2 nmod  | 3 pobj | GPE
failed   fail  VERB  VBD | 0 root  |
.        .     PUNCT .   | 5 punct |
"""


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (sentences.EVENT_NOUN, [("Kenyan", "attack", "Chad", "event_noun")]),
        (sentences.EVENT_POSSESSED, [("Kenya", "criticize", "Chad", "event_noun")]),
        (sentences.EVENT_BETWEEN, [("Kenya", "discuss", "Chad", "event_between")]),
        (sentences.COMPOUND_PARTICIPLE, [("Chad", "support", "rebels", "compound_participle")]),
        (BY, [("rebels", "attack", "Chad", "event_noun")]),
        (OF_SUBJECT, [("Kenya", "attack", "Chad", "event_noun_subject")]),
        (COMPOUND, [("Kenya", "discuss", "Chad", "event_noun")]),
    ],
)
def test_constructions(table: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert stated(table, labels) == relations


@both
def test_an_event_without_a_doer_states_nothing(labels: str) -> None:
    assert stated(sentences.EVENT_NOUN.replace("NORP", ""), labels) == []


@both
def test_an_event_without_a_target_states_nothing(labels: str) -> None:
    assert stated(sentences.HEADLINE, labels) == []


@both
def test_parties_of_talks_are_paired_once(labels: str) -> None:
    table = """
Talks   talk    NOUN  NNS | 8 nsubj |
between between ADP   IN  | 3 case  | 1 prep |
Kenya   kenya   PROPN NNP | 1 nmod  | 2 pobj | GPE
,       ,       PUNCT ,   | 5 punct | 3 punct |
Togo    togo    PROPN NNP | 3 conj  | | GPE
and     and     CCONJ CC  | 7 cc    | 5 cc |
Chad    chad    PROPN NNP | 3 conj  | 5 conj | GPE
failed  fail    VERB  VBD | 0 root  |
"""
    pairs = [(source, target) for source, _, target, _ in stated(table, labels)]
    assert pairs == [("Kenya", "Togo"), ("Kenya", "Chad"), ("Togo", "Chad")]
