"""Who is asked not to do something is asked, whoever the deed would reach is not."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told

DEED = "not/RB/advmod/{n} to/TO/mark/{n} help/VB/{dep}/{verb} Chile/NNP/obj/{n}/GPE"


@pytest.mark.parametrize(
    "tokens",
    [
        "Peru/NNP/nsubj/2/GPE urged=urge/VBD/root/0 Togo/NNP/obj/2/GPE "
        + DEED.format(n=6, verb=2, dep="xcomp"),
        "Peru/NNP/nsubj/2/GPE pleaded=plead/VBD/root/0 with/IN/case/4 Togo/NNP/obl/2/GPE "
        + DEED.format(n=7, verb=2, dep="advcl"),
        "Togo/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 urged=urge/VBN/root/0 by/IN/case/5 "
        "Peru/NNP/obl:agent/3/GPE " + DEED.format(n=8, verb=3, dep="xcomp"),
    ],
)
def test_nobody_but_the_one_asked_is_asked(tokens: str) -> None:
    said = told(tokens, verbs)
    assert any(one in said for one in ("Peru -request-> Togo", "Peru -demand-> Togo"))
    assert not any(one.startswith("Peru") and one.endswith("Chile") for one in said)


def test_who_refuses_to_help_refuses_the_other() -> None:
    tokens = "Peru/NNP/nsubj/2/GPE refused=refuse/VBD/root/0 to/TO/mark/4 help/VB/xcomp/2 Chile/NNP/obj/4/GPE"
    assert "Peru -reject-> Chile" in told(tokens, verbs)
