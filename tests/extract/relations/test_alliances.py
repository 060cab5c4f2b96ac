"""Who stands with whom and against whom."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told


@pytest.mark.parametrize(
    ("tokens", "relations"),
    [
        (
            "Kenya/NNP/nsubj/2/GPE backed=back/VBD/root/0 Togo/NNP/obj/2/GPE in/IN/case/6 "
            "its/PRP$/nmod:poss/6 war/NN/obl/2 against/IN/case/8 Chad/NNP/nmod/6/GPE",
            ["Kenya -reject-> Chad", "Kenya -support-> Togo"],
        ),
        (
            "Kenya/NNP/nsubj/2/GPE bombed=bomb/VBD/root/0 rebels=rebel/NNS/obj/2/group "
            "fighting=fight/VBG/acl/3 Chad/NNP/obj/4/GPE",
            ["Kenya -attack-> rebels", "rebels -attack-> Chad"],
        ),
        (
            "Kenya/NNP/nsubj/2/GPE works=work/VBZ/root/0 hand/NN/obl:unmarked/2 in/IN/case/5 hand/NN/nmod/3 "
            "with/IN/case/7 Chad/NNP/nmod/5/GPE",
            ["Kenya -ally-> Chad"],
        ),
        (
            "Kenya/NNP/nsubj/2/GPE went=go/VBD/root/0 hand/NN/obl:unmarked/2 in/IN/case/5 glove/NN/nmod/3 "
            "with/IN/case/7 Chad/NNP/nmod/5/GPE",
            [],
        ),
    ],
    ids=["backed-in-war", "no-help", "hand-in-hand", "no-pair"],
)
def test_sides_are_taken(tokens: str, relations: list[str]) -> None:
    assert told(tokens, verbs) == relations
