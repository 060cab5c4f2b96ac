"""Whom an act reaches, in both label sets."""

from __future__ import annotations

import pytest

from extract.docs import both, marked
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import in_context, told
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

KNOWN = patterns(lexicon())


def stated(table: str, labels: str) -> list[str]:
    block = marked(table, labels)
    found = verbs(in_context(block, KNOWN))
    return [f"{one.source.name} {one.pattern.relation} {one.target.name}" for one in found]


OWNED = """
Kenya   kenya   PROPN NNP | 2 nsubj    | | GPE
{verb}
Chad    chad    PROPN NNP | 5 nmod:poss | 5 poss | GPE
's      's      PART  POS | 3 case |
{thing}
"""


@both
@pytest.mark.parametrize(
    ("verb", "thing", "expected"),
    [
        ("met meet", "needs need", []),
        ("led lead", "exports export", []),
        ("discussed discuss", "exports export", []),
        ("held hold", "shares share", []),
        ("attacked attack", "convoys convoy", ["Kenya attack Chad"]),
        ("praised praise", "efforts effort", ["Kenya support Chad"]),
        ("rejected reject", "proposals proposal", ["Kenya reject Chad"]),
    ],
)
def test_only_some_acts_reach_whose_thing_it_is(
    verb: str, thing: str, expected: list[str], labels: str
) -> None:
    table = OWNED.format(verb=f"{verb} VERB VBD | 0 root |", thing=f"{thing} NOUN NNS | 2 obj | 2 dobj |")
    assert stated(table, labels) == expected


OWN = """
Kenya   kenya   PROPN NNP  | 2 nsubj    | | GPE
praised praise  VERB  VBD  | 0 root     |
its     its     PRON  PRP$ | 4 nmod:poss | 4 poss |
troops  troop   NOUN  NNS  | 2 obj      | 2 dobj |
"""


@both
def test_an_own_thing_is_no_other_party(labels: str) -> None:
    assert stated(OWN, labels) == []


JOINED = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
joined join   VERB  VBD | 0 root  |
forces force  NOUN  NNS | 2 obj   | 2 dobj |
with   with   ADP   IN  | 5 case  | 2 prep |
Chad   chad   PROPN NNP | 2 obl   | 4 pobj | GPE
"""


@both
def test_a_noun_that_belongs_to_its_verb_is_no_party(labels: str) -> None:
    assert stated(JOINED, labels) == ["Kenya ally Chad"]


ENDURED = """
Kenya     kenya   PROPN NNP | 2 nsubj | | GPE
{verb}
Chad      chad    PROPN NNP | 5 nmod:poss | 5 poss | GPE
's        's      PART  POS | 3 case |
{thing}
"""


@both
@pytest.mark.parametrize(
    ("verb", "thing", "relation"),
    [
        ("condemned condemn", "persecution persecution", "support"),
        ("condemned condemn", "policies policy", "criticize"),
        ("praised praise", "policies policy", "support"),
    ],
)
def test_who_condemns_what_one_endures_stands_by_him(
    verb: str, thing: str, relation: str, labels: str
) -> None:
    table = ENDURED.format(verb=f"{verb} VERB VBD | 0 root |", thing=f"{thing} NOUN NN | 2 obj | 2 dobj |")
    assert stated(table, labels) == [f"Kenya {relation} Chad"]


LOST = """
Kenya  kenya  PROPN NNP | 2 nsubj | | GPE
lost   lose   VERB  VBD | 0 root  |
{thing}
to     to     ADP   IN  | 5 case  | 2 prep |
Chad   chad   PROPN NNP | 2 obl   | 4 pobj | GPE
"""


@both
@pytest.mark.parametrize(
    ("thing", "stating"), [("final final", ["Kenya defeat Chad"]), ("access access", [])]
)
def test_only_in_a_contest_is_one_beaten(thing: str, stating: list[str], labels: str) -> None:
    assert stated(LOST.format(thing=f"{thing} NOUN NN | 2 obj | 2 dobj |"), labels) == stating


def test_a_title_is_nobody_whom_one_serves() -> None:
    tokens = (
        "Roe/NNP/nsubj/2/PERSON served=serve/VBD/root/0 as/IN/case/5 the/DT/det/5 {}/NN/obl/2/official "
        "of/IN/case/7 Chad/NNP/nmod/5/GPE"
    )
    assert told(tokens.format("president"), verbs) == []
