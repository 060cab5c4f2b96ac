"""Mentions and relations on their way from the parse to records."""

from __future__ import annotations

from extract import sentences
from extract.words import PATTERNS
from graphbuild.extract.annotations import Candidate, Mention
from graphbuild.extract.recording import mention, relation
from graphbuild.extract.testing import example

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


def test_records_count_characters_and_sentences_of_the_document() -> None:
    before, text = "Talks failed. ", "Talks failed. Kenya attacked Chad."
    block = example(sentences.ACTIVE, before=1, offset=len(before))
    kenya, chad = block.mentions
    stated = Candidate(
        kenya, chad, "verb", PATTERNS.classes["attack"], "attack", 1, "active", 0.9, speaker=chad
    )
    subject, said = mention(kenya, "d", text), relation(stated, block, "d")
    assert (subject.mention_id, subject.sentence, subject.text) == ("d:14-19", 1, "Kenya")
    assert (said.sentence, text[said.start : said.end]) == (1, "Kenya attacked Chad.")
    assert text[said.verb_start : said.verb_end] == "attacked"
    assert (said.source, said.target, said.speaker) == ("d:14-19", "d:29-33", "d:29-33")


def test_the_text_of_a_mention_is_the_documents_not_the_parsers() -> None:
    block = example(sentences.ACTIVE.replace("Kenya/", "Kenya-X=kenya/"))
    assert mention(block.mentions[0], "d", "Kenya\nX attacked Chad.").text == "Kenya\nX"


def test_antecedents_are_named_by_id() -> None:
    block = example(sentences.ACTIVE)
    kenya, chad = block.mentions
    chad.antecedent = kenya
    assert mention(chad, "d", "Kenya attacked Chad.").antecedent == "d:0-5"


def test_an_id_depends_on_what_is_stated() -> None:
    block = example(sentences.ACTIVE)
    kenya, chad = block.mentions
    attack, visit = PATTERNS.classes["attack"], PATTERNS.classes["visit"]
    one, same, other, back = (
        relation(Candidate(a, b, "verb", pattern, "x", 1, "active", 0.9), block, "d").relation_id
        for a, b, pattern in (
            (kenya, chad, attack), (kenya, chad, attack), (kenya, chad, visit), (chad, kenya, attack)
        )
    )  # fmt: skip
    assert one == same
    assert len({one, other, back}) == 3
