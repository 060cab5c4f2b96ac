"""The learned reader in use: a reading for each passage, the same alone and among others, or None."""

from dataclasses import replace

import numpy as np
import pytest
import spacy

from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import contexts, parsed_blocks
from graphbuild.extract.score.pairs import Proposal
from graphbuild.extract.score.reader import Passage, Reader, reader
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

_TEXT = (
    "Kenya condemned the army of Chad on Monday. It rained.\n\n"
    "President Jane Roe of Togo met Kenyan officials, and Chad attacked the rebels, John Doe said."
)


@pytest.fixture(scope="module")
def read() -> Reader:
    found = reader(load(""))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def passages() -> list[Passage]:
    known = patterns(lexicon())
    ((_, parsed),) = parsed_blocks([Document("d", _TEXT)], load(""), known)
    out = []
    for block in (context.block for context in contexts(parsed, known)):
        for number in sorted({f.sentence for f in block.mentions}):
            here = sorted(
                (f for f in block.mentions if f.sentence == number), key=lambda f: (f.first, -f.last)
            )
            out.append(Passage(block.parse, here))
    return out


def _place(passage: Passage, text: str) -> int:
    return next(
        n for n, party in enumerate(passage.parties) if party.parse.slice(party.first, party.last) == text
    )


def test_it_reads_who_did_what_to_whom(read: Reader, passages: list[Passage]) -> None:
    first, second = read(passages)
    assert first is not None
    assert second is not None
    kenya, army = _place(passages[0], "Kenya"), _place(passages[0], "the army of Chad")
    assert first.sign(kenya, army) == -1
    assert first.act(kenya, army, -1) in ("criticize", "accuse")
    assert (kenya, army) in first.acting(0.4)
    assert first.confidence(kenya, army, -1) > first.confidence(army, kenya, -1)
    assert first.factuality(kenya, army) == "asserted"
    assert first.knows(kenya, army)
    assert not first.knows(kenya, kenya)
    assert not first.knows(kenya, 99)


def test_a_passage_is_read_alike_alone_and_among_others(read: Reader, passages: list[Passage]) -> None:
    together = list(read(passages))
    alone = [next(iter(read([passage]))) for passage in passages]
    for one, other in zip(together, alone, strict=True):
        assert one is not None
        assert other is not None
        assert np.allclose(one.acts, other.acts, atol=1e-5)
        assert one.speaker(0, 1) == other.speaker(0, 1)


def test_nothing_is_read_without_vectors_or_pairs(read: Reader, passages: list[Passage]) -> None:
    bare = replace(passages[0].parse, vectors=None)
    nothing = [Passage(bare, passages[0].parties), Passage(passages[0].parse, passages[0].parties[:1])]
    assert list(read(nothing)) == [None, None]
    assert list(read([])) == []


def test_a_rule_that_it_does_not_know_does_no_harm(read: Reader, passages: list[Passage]) -> None:
    told = replace(passages[0], proposals=[Proposal(0, 1, "no class", 0, "no status", "no rule")])
    (plain,), (other,) = read([passages[0]]), read([told])
    assert plain is not None
    assert other is not None
    assert np.allclose(plain.acts[:1], other.acts[:1], atol=0.5)


def test_there_is_no_reader_in_a_pipeline_without_one() -> None:
    assert reader(spacy.blank("en")) is None
