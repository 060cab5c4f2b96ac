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
        (
            "Senators=senator/NNS/nmod:desc/2 Roe/NNP/nsubj/5/PERSON and/CC/cc/4 Doe/NNP/conj/2/PERSON- "
            "left=leave/VBD/root/0",
            ["Roe: official LEG (Senator)", "Doe: official LEG (Senator)"],
        ),
        (
            "Foreign=foreign/JJ/amod/2 ministers=minister/NNS/nsubj/8 Roe/NNP/nsubj/8/PERSON "
            "of/IN/case/5 Mali/NNP/nmod/3/GPE and/CC/cc/7 Doe/NNP/conj/3/PERSON left=leave/VBD/root/0",
            ["Roe: official GOV (Foreign minister)", "Doe: official GOV (Foreign minister)"],
        ),
        (
            "Ministers=minister/NNS/nsubj/2 told=tell/VBD/root/0 Roe/NNP/iobj/2/PERSON everything/NN/obj/2",
            ["Ministers: official GOV"],
        ),
        ("Critic=critic/NN/nmod:desc/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0", ["Critic: person OPP"]),
    ],
    ids=["title", "of-two", "of-two-apart", "beside", "no-title"],
)
def test_a_title_gives_the_office(tokens: str, found: list[str]) -> None:
    assert described(tokens) == found
