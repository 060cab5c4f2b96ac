"""What one is charged with, acquitted of, or denies, is no fact."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.qualify.qualified import qualified
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import example, heard, in_context

GERUND = (
    "Roe/NNP/nsubj:pass/3/PERSON~nsubjpass was=be/VBD/aux:pass/3~auxpass {verb}/VBN/root/0 "
    "{mark}/IN/mark/5~prep/3 shooting=shoot/VBG/advcl/3~pcomp/4 Doe/NNP/obj/5/PERSON~dobj"
)
DENIED = (
    "Peru/NNP/nsubj/2/GPE {verb}/VBD/root/0 {first}/DT/det/4 {noun}/NN/obj/2~dobj on/IN/case/6~prep/4 "
    "Chile/NNP/nmod/4/GPE~pobj/5"
)


@both
@pytest.mark.parametrize(
    ("verb", "mark", "status"),
    [
        ("charged=charge", "with", "possible"),
        ("credited=credit", "with", "asserted"),
        ("acquitted=acquit", "of", "negated"),
        ("cleared=clear", "of", "negated"),
        ("absolved=absolve", "of", "negated"),
        ("convicted=convict", "of", "asserted"),
    ],
)
def test_a_gerund_after_a_charge(verb: str, mark: str, status: str, labels: str) -> None:
    assert heard(GERUND.format(verb=verb, mark=mark), labels) == [f"shoot: {status}"]


@both
@pytest.mark.parametrize(("first", "noun"), [("an", "attack"), ("any", "raid"), ("a", "threat")])
def test_an_event_that_one_denies(first: str, noun: str, labels: str) -> None:
    tokens = DENIED.format(verb="denied=deny", first=first, noun=noun).replace("on/IN", "against/IN")
    context = in_context(example(tokens, labels))
    assert {qualified(context, one).status for one in verbs(context)} == {"negated"}


def test_to_reject_is_not_to_deny() -> None:
    context = in_context(example(DENIED.format(verb="rejected=reject", first="an", noun="attack")))
    assert {qualified(context, one).status for one in verbs(context)} == {"asserted"}
