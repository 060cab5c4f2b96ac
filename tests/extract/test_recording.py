"""Mentions and relations become records, with places and ids in the document."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.words import PATTERNS
from graphbuild.extract.annotations import Candidate
from graphbuild.extract.recording import mention, relation
from graphbuild.extract.testing import example

ATTACK, VISIT = PATTERNS.classes["attack"], PATTERNS.classes["visit"]


def test_records_count_characters_and_sentences_of_the_document() -> None:
    before, text = "Talks failed. ", "Talks failed. Kenya attacked Chad."
    block = example(sentences.ACTIVE, before=1, offset=len(before))
    kenya, chad = block.mentions
    stated = Candidate(kenya, chad, "verb", ATTACK, "attack", 1, "active", speaker=chad)
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
    assert mention(kenya, "d", "Kenya attacked Chad.").antecedent == ""


def test_what_is_known_of_a_mention_is_kept() -> None:
    block = example(sentences.ACTIVE)
    kenya = block.mentions[0]
    kenya.role, kenya.title = "GOV", "President"
    record = mention(kenya, "d", "Kenya attacked Chad.")
    assert (record.label, record.kind, record.name, record.type) == ("GPE", "name", "Kenya", "country")
    assert (record.role, record.country, record.title) == ("GOV", "KEN", "President")


def test_what_was_decided_of_a_relation_is_kept() -> None:
    block = example(sentences.ACTIVE)
    kenya, chad = block.mentions
    stated = Candidate(
        kenya, chad, "verb", ATTACK, "raid", 1, "active", 0.4, "possible", date="2019-08", confidence=0.7
    )
    made = relation(stated, block, "d")
    assert (made.kind, made.relation, made.verb, made.rule) == ("verb", "attack", "raid", "active")
    assert (made.plover, made.polarity) == (ATTACK.plover, ATTACK.polarity)
    assert (made.status, made.speaker, made.date, made.confidence) == ("possible", "", "2019-08", 0.7)


@pytest.mark.parametrize(
    ("turned", "pattern", "word", "rule", "doc_id"),
    [
        (True, ATTACK, 1, "active", "d"),
        (False, VISIT, 1, "active", "d"),
        (False, ATTACK, 0, "active", "d"),
        (False, ATTACK, 1, "passive", "d"),
        (False, ATTACK, 1, "active", "e"),
    ],
    ids=["direction", "class", "word", "rule", "document"],
)
def test_an_id_depends_on_what_is_stated_where_and_by_which_rule(
    turned: bool, pattern, word: int, rule: str, doc_id: str
) -> None:
    block = example(sentences.ACTIVE)
    pair = block.mentions
    plain = [
        relation(
            Candidate(*pair, "verb", ATTACK, words, 1, "active", confidence=sure), block, "d"
        ).relation_id
        for words, sure in (("x", 0.9), ("y", 0.2))
    ]
    source, target = reversed(pair) if turned else pair
    other = relation(Candidate(source, target, "verb", pattern, "x", word, rule), block, doc_id)
    assert plain[0] == plain[1] != other.relation_id
