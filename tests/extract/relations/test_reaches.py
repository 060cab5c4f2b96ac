"""Whom an act reaches, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import example, in_context, told
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

KNOWN = patterns(lexicon())


def stated(table: str, labels: str) -> list[str]:
    block = example(table, labels)
    found = verbs(in_context(block, KNOWN))
    return [f"{one.source.name} {one.pattern.relation} {one.target.name}" for one in found]


OWNED = """
Kenya/NNP/nsubj/2/GPE {verb}/VBD/root/0 Chad/NNP/nmod:poss/5/GPE~poss 's/POS/case/3 {thing}/NNS/obj/2~dobj
"""


@both
@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [
        ("met=meet", "needs=need", []),
        ("led=lead", "exports=export", []),
        ("discussed=discuss", "exports=export", []),
        ("held=hold", "shares=share", []),
        ("attacked=attack", "convoys=convoy", ["Kenya attack Chad"]),
        ("praised=praise", "efforts=effort", ["Kenya support Chad"]),
        ("rejected=reject", "proposals=proposal", ["Kenya reject Chad"]),
    ],
)
def test_only_some_acts_reach_whose_thing_it_is(
    verb: str, thing: str, expected: list[str], labels: str
) -> None:
    table = OWNED.format(verb=verb, thing=thing)
    assert stated(table, labels) == expected


OWN = """
Kenya/NNP/nsubj/2/GPE praised=praise/VBD/root/0 its/PRP$/nmod:poss/4~poss troops=troop/NNS/obj/2~dobj
"""


@both
def test_an_own_thing_is_no_other_party(labels: str) -> None:
    assert stated(OWN, labels) == []


LOST = """
Kenya/NNP/nsubj/2/GPE lost=lose/VBD/root/0 {thing}/NN/obj/2~dobj to/IN/case/5~prep/2 Chad/NNP/obl/2/GPE~pobj/4
"""


@both
@pytest.mark.parametrize(("thing", "stating"), [("final", ["Chad defeat Kenya"]), ("access", [])])
def test_only_in_a_contest_is_one_beaten(thing: str, stating: list[str], labels: str) -> None:
    assert stated(LOST.format(thing=thing), labels) == stating


def test_a_title_is_nobody_whom_one_serves() -> None:
    tokens = (
        "Roe/NNP/nsubj/2/PERSON served=serve/VBD/root/0 as/IN/case/5 the/DT/det/5 {}/NN/obl/2/official "
        "of/IN/case/7 Chad/NNP/nmod/5/GPE"
    )
    assert told(tokens.format("president"), verbs) == []
