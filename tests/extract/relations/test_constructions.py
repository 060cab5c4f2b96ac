"""What a rule for verbs looks at."""

from __future__ import annotations

from extract import sentences
from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.relations.constructions import Predication
from graphbuild.extract.testing import example, in_context

TALKS = (
    "Kenya/NNP/nsubj/2/GPE held=hold/VBD/root/0 peace/NN/compound/4 talks=talk/NNS/obj/2~dobj "
    "and/CC/cc/6~cc/4 meetings=meeting/NNS/conj/4 with/IN/case/8~prep/6 Chad/NNP/nmod/6/GPE~pobj/7 "
    "in/IN/case/10~prep/2 Lagos/NNP/obl/2/LOC~pobj/9"
)


def predication(tokens: str, labels: str) -> Predication:
    context = in_context(example(tokens, labels), PATTERNS)
    clause = context.clauses[1]
    return Predication(context, clause, PATTERNS.verbs.get(clause.lemma, {}))


@both
def test_a_predication_shows_what_its_context_has(labels: str) -> None:
    seen = predication(sentences.ACTIVE, labels)
    assert seen.block is seen.context.block
    assert seen.clauses is seen.context.clauses
    assert seen.patterns is PATTERNS
    assert seen.entries["", ""].relation == "attack"


@both
def test_a_noun_is_looked_up_with_the_word_before_it_first(labels: str) -> None:
    seen = predication(TALKS, labels)
    assert list(seen.lemmas(3)) == ["peace talk", "talk"]
    assert list(seen.lemmas(0)) == ["kenya"]


@both
def test_the_places_of_a_thing_are_below_it_beside_it_and_at_its_verb(labels: str) -> None:
    seen = predication(TALKS, labels)
    words = seen.block.parse.words
    assert [(mark, words[place]) for mark, place in seen.places(3)] == [("with", "Chad"), ("in", "Lagos")]
