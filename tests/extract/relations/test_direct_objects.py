"""Which objects an act is done to, and whose side it takes, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told


def stated(tokens: str, labels: str) -> list[str]:
    return [line.replace(" -", " ").replace("-> ", " ") for line in told(tokens, verbs, labels=labels)]


JOINED = """
Kenya/NNP/nsubj/2/GPE joined=join/VBD/root/0 forces=force/NNS/obj/2~dobj with/IN/case/5~prep/2
Chad/NNP/obl/2/GPE~pobj/4
"""


@both
def test_a_noun_that_belongs_to_its_verb_is_no_party(labels: str) -> None:
    assert stated(JOINED, labels) == ["Kenya ally Chad"]


ENDURED = """
Kenya/NNP/nsubj/2/GPE {verb}/VBD/root/0 Chad/NNP/nmod:poss/5/GPE~poss 's/POS/case/3 {thing}/NN/obj/2~dobj
"""


@both
@pytest.mark.parametrize(
    ("verb", "thing", "relation"),
    [
        ("condemned=condemn", "persecution", "support"),
        ("condemned=condemn", "policies=policy", "criticize"),
        ("praised=praise", "policies=policy", "support"),
    ],
)
def test_who_condemns_what_one_endures_stands_by_him(
    verb: str, thing: str, relation: str, labels: str
) -> None:
    table = ENDURED.format(verb=verb, thing=thing)
    assert stated(table, labels) == [f"Kenya {relation} Chad"]


@both
def test_who_leads_somebody_to_act_does_not_lead_him(labels: str) -> None:
    tokens = "Kenya/NNP/nsubj/2/GPE led=lead/VBD/root/0 Chad/NNP/obj/2/GPE~dobj to/TO/mark/5~aux act/VB/{}/2"
    assert stated(tokens.format("xcomp"), labels) == []
    assert stated(tokens.format("advcl"), labels) == ["Kenya lead Chad"]


@both
@pytest.mark.parametrize(("preposition", "expected"), [("against", []), ("by", ["Kenya support Chad"])])
def test_to_welcome_what_is_against_somebody_is_no_support(
    preposition: str, expected: list[str], labels: str
) -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE welcomed=welcome/VBD/root/0 the/DT/det/4 bill/NN/obj/2~dobj "
        "{}/IN/case/6~prep/4 Chad/NNP/nmod/4/GPE~pobj/5"
    )
    assert stated(tokens.format(preposition), labels) == expected
