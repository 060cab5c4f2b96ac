"""What a verb says through the clause that it governs, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import accepted, example, in_context, told

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


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    """Source, relation, target and rule of what the verbs of a sentence state."""
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in accepted(in_context(example(table, labels), PATTERNS), verbs)
    ]


REFUSAL = """
Kenya/NNP/nsubj/2/GPE refused=refuse/VBD/root/0 to/TO/mark/4~aux admit/VB/xcomp/2
rebels=rebel/NNS/obj/4/group~dobj ././punct/2
"""


@both
def test_a_refusal_reaches_into_what_is_refused(labels: str) -> None:
    assert ("Kenya", "reject", "rebels", "complement_object") in stated(REFUSAL, labels)


MUST = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/5/GPE must/MD/aux/5 withdraw/VB/ccomp/2
at/IN/case/7~prep/5 once/NN/obl/5~pobj/6 ././punct/2
"""

DID = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/4/GPE attacked=attack/VBD/ccomp/2
rebels=rebel/NNS/obj/4/group~dobj ././punct/2
"""


@both
def test_to_say_that_someone_must_is_a_demand(labels: str) -> None:
    assert stated(MUST, labels) == [("Kenya", "demand", "Chad", "reported_obligation")]


@both
def test_to_say_that_someone_attacked_is_an_accusation(labels: str) -> None:
    assert stated(DID, labels) == [
        ("Kenya", "accuse", "Chad", "reported_charge"),
        ("Chad", "attack", "rebels", "active"),
    ]


@both
def test_who_reports_of_his_own_side_accuses_nobody(labels: str) -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 {}/JJ/amod/4/NORP jets=jet/NNS/nsubj/5 "
        "bombed=bomb/VBD/ccomp/2 Chad/NNP/obj/5/GPE~dobj"
    )
    assert told(tokens.format("Kenyan"), verbs, labels=labels) == ["Kenyan -attack-> Chad"]
    assert "Kenya -accuse-> Togolese" in told(tokens.format("Togolese"), verbs, labels=labels)


@both
def test_to_refuse_to_harm_is_no_refusal_of_whom_it_spares(labels: str) -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE refused=refuse/VBD/root/0 to/TO/mark/4~aux {}/VB/xcomp/2 "
        "Chad/NNP/obj/4/GPE~dobj"
    )
    assert "Kenya -reject-> Chad" in told(tokens.format("help"), verbs, labels=labels)
    assert "Kenya -reject-> Chad" not in told(tokens.format("attack"), verbs, labels=labels)
