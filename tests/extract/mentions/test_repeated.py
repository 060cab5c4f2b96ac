"""Surnames alone that the pipeline took for something else, or missed."""

from __future__ import annotations

import pytest

from graphbuild.extract.annotations import Block
from graphbuild.extract.mentions.names import named
from graphbuild.extract.mentions.repeated import repeated
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import parsed


def _second(full: str, alone: str, label: str, verb: str = "won=win") -> tuple[str, str]:
    """Name and type of one word alone after a full name."""
    words = full.split()
    tokens = [f"{words[0]}/NNP/nsubj/{len(words) + 1}/PERSON"]
    tokens += [f"{word}/NNP/flat/1/PERSON" for word in words[1:]]
    sentences = (
        " ".join([*tokens, "left=leave/VBD/root/0"]),
        f"{alone}/NNP/nsubj/2/{label} {verb}/VBD/root/0",
    )
    blocks = [Block(view(parsed(sentence)), k) for k, sentence in enumerate(sentences)]
    for block in blocks:
        named(block)
    repeated(blocks, {"say"})
    (found,) = blocks[1].mentions
    return found.name, found.type


@pytest.mark.parametrize(
    ("full", "alone", "label", "kind"),
    [
        ("Ada Zorn", "Zorn", "ORG", "person"),
        ("Ana Rosa Mendoza Tapia", "Mendoza", "PERSON", "person"),
        ("Luis Valencia Brun", "Valencia", "PERSON", "person"),
        ("Ana Rosa Mendoza Tapia", "Mendoza", "GPE", "place"),
        ("Ada Zorn", "Yon", "ORG", "organization"),
        ("Ada Kenya", "Kenya", "GPE", "country"),
    ],
)
def test_one_word_is_the_person_of_that_surname(full: str, alone: str, label: str, kind: str) -> None:
    assert _second(full, alone, label)[1] == kind


@pytest.mark.parametrize(
    ("full", "alone", "kind"),
    [
        ("Ana Rosa Mendoza Tapia", "Mendoza", "person"),
        ("Ada London", "London", "person"),
        ("Ada Kenya", "Kenya", "country"),
        ("Ada Zorn", "London", "country"),
    ],
)
def test_a_town_that_speaks_is_the_person_of_that_surname(full: str, alone: str, kind: str) -> None:
    assert _second(full, alone, "GPE", "said=say")[1] == kind
