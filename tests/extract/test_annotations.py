"""Mentions, blocks and candidates, still tied to their parse."""

from __future__ import annotations

from extract import sentences
from graphbuild.extract.annotations import Mention, by_noun
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import EventNoun

NESTED = """
Kenyan/JJ/amod/2/NORP rebels=rebel/NNS/nsubj/3 fled=flee/VBD/root/0
"""


def test_the_narrower_mention_wins_a_token_the_wider_a_head() -> None:
    block = example(NESTED)
    (country,) = block.mentions
    rebels = block.add(Mention(block.parse, 0, 2, 1, "nominal", "group", "group", "rebels"))
    name = block.add(Mention(block.parse, 1, 2, 1, "name", "ORG", "group", "Rebels"))
    assert (block.by_token[0], block.by_token[1]) == (country, name)
    assert block.by_head[1] is rebels


def test_an_equal_mention_leaves_the_first_in_its_place() -> None:
    block = example(NESTED)
    first = block.add(Mention(block.parse, 0, 2, 1, "nominal", "group", "group", "rebels"))
    block.add(Mention(block.parse, 0, 2, 1, "nominal", "group", "group", "rebels"))
    assert block.by_token[1] is block.by_head[1] is first


def test_only_sentences_with_two_mentions_can_relate_anybody() -> None:
    tokens = "Kenya/NNP/nsubj/2/GPE left=leave/VBD/root/0\n\n" + sentences.ACTIVE
    for before in (0, 3):
        block = example(tokens, before=before)
        assert [found.sentence for found in block.mentions] == [before, before + 1, before + 1]
        assert block.shared() == {1}


def test_a_mention_stands_in_the_document_and_reads_as_parsed() -> None:
    kenya, chad = example(sentences.ACTIVE, offset=100).mentions
    assert [(found.start, found.end, found.text) for found in (kenya, chad)] == [
        (100, 105, "Kenya"),
        (115, 119, "Chad"),
    ]


def test_what_an_event_noun_states_has_the_class_of_the_noun() -> None:
    kenya, chad = example(sentences.ACTIVE).mentions
    event = EventNoun("attack", "ASSAULT", -0.9, "target")
    one = by_noun(kenya, chad, event, "attack on", 1, "nominalisation", 0.8)
    assert (one.pattern.relation, one.pattern.plover, one.pattern.polarity) == ("attack", "ASSAULT", -0.9)
    assert (one.kind, one.words, one.word, one.rule, one.directness) == (
        "verb",
        "attack on",
        1,
        "nominalisation",
        0.8,
    )
