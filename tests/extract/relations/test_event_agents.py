"""Whose an event is that a noun names."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.testing import told


@pytest.mark.parametrize(
    ("tokens", "relations"),
    [
        (
            "Kenya/NNP/nsubj/2/GPE planned=plan/VBD/root/0 a/DT/det/4 war/NN/obj/2 against/IN/case/6 "
            "Chad/NNP/nmod/4/GPE",
            ["Kenya -attack-> Chad"],
        ),
        (
            "Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 role/NN/nsubj/8 in/IN/case/5 attacks=attack/NNS/nmod/3 "
            "on/IN/case/7 Chad/NNP/nmod/5/GPE grew=grow/VBD/root/0",
            ["Kenya -attack-> Chad"],
        ),
        (
            "Kenya/NNP/nsubj/9/GPE ,/,/punct/3 others=other/NNS/conj/1 in/IN/case/5 support/NN/nmod/3 "
            "of/IN/case/7 Chad/NNP/nmod/5/GPE ,/,/punct/1 left=leave/VBD/root/0",
            ["Kenya -support-> Chad"],
        ),
        (
            "Kenya/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 shaken=shake/VBN/root/0 in/IN/case/5 "
            "attacks=attack/NNS/obl/3 on/IN/case/7 Chad/NNP/nmod/5/GPE",
            [],
        ),
    ],
    ids=["subject", "climbed", "coordinated", "passive"],
)
def test_who_does_what_a_noun_names(tokens: str, relations: list[str]) -> None:
    assert told(tokens, nominalisations) == relations
