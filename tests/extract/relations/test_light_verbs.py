"""Relations whose event is a noun that a verb only carries."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told


@pytest.mark.parametrize(
    ("tokens", "relations"),
    [
        (
            "Kenya/NNP/nsubj/2/GPE launched=launch/VBD/root/0 a/DT/det/4 series/NN/obj/2 of/IN/case/6 "
            "attacks=attack/NNS/nmod/4 on/IN/case/8 Chad/NNP/nmod/6/GPE",
            "Kenya -attack-> Chad",
        ),
        (
            "Kenya/NNP/nsubj/2/GPE joined=join/VBD/root/0 the/DT/det/4 fight/NN/obj/2 against/IN/case/6 "
            "Chad/NNP/nmod/4/GPE",
            "Kenya -attack-> Chad",
        ),
        (
            "Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2 on/IN/case/5 "
            "Chad/NNP/nmod/3/GPE",
            "Kenya -yield-> Chad",
        ),
    ],
    ids=["series", "joined", "ended"],
)
def test_the_noun_says_what_is_done(tokens: str, relations: str) -> None:
    assert told(tokens, verbs) == [relations]
