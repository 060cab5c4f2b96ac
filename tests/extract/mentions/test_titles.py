"""Titles before names."""

from __future__ import annotations

import pytest

from graphbuild.extract.testing import described


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (
            "Deputy=deputy/JJ/amod/3 Prime=prime/JJ/amod/3 Minister=minister/NNP/nmod:desc/4 "
            "Roe/NNP/nsubj/5/PERSON left=leave/VBD/root/0",
            ["Roe: official GOV (Deputy Prime Minister)"],
        ),
        ("Critic=critic/NN/nmod:desc/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0", ["Critic: person OPP"]),
    ],
    ids=["title", "no-title"],
)
def test_a_title_gives_the_office(tokens: str, found: list[str]) -> None:
    assert described(tokens) == found
