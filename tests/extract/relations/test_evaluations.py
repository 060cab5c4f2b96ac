"""Relations that lie in what someone says of another, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.relations.evaluations import evaluations
from graphbuild.extract.testing import example, in_context

SAID_UNFIT = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/5/GPE~nsubj/4 was=be/VBD/cop/5~ccomp/2
unfit/JJ/ccomp/2~acomp/4 ././punct/2
"""

SAID_NOT_UNFIT = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/6/GPE~nsubj/4 was=be/VBD/cop/6~ccomp/2
not/RB+PART/advmod/6~neg/4 unfit/JJ/ccomp/2~acomp/4 ././punct/2
"""

WRITER_SAYS = """
Chad/NNP/nsubj/3/GPE~nsubj/2 was=be/VBD/cop/3~root/0 unfit/JJ/root/0~acomp/2 ././punct/3~punct/2
"""

SAID_LIED = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/5/GPE had=have/VBD/aux/5 lied=lie/VBN/ccomp/2
././punct/2
"""

MADE_FALSE_CLAIMS = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 Chad/NNP/nsubj/4/GPE made=make/VBD/ccomp/2 false/JJ/amod/6
claims=claim/NNS/obj/4~dobj ././punct/2
"""

CALLED = """
Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 Chad/NNP/obj/2/GPE~dobj a/DT/det/5 hero/NN/xcomp/2~oprd
././punct/2
"""

HAILED_AS = """
Chad/NNP/nsubj:pass/3/GPE~nsubjpass was=be/VBD/aux:pass/3~auxpass hailed=hail/VBN/root/0
by/IN/case/5~agent/3 Kenya/NNP/obl:agent/3/GPE~pobj/4 as/IN/case/8~prep/3 a/DT/det/8
hero/NN/obl/3~pobj/6 ././punct/3
"""


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in evaluations(in_context(example(table, labels), PATTERNS))
    ]


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (SAID_UNFIT, [("Kenya", "criticize", "Chad", "evaluative_predicate")]),
        (SAID_NOT_UNFIT, [("Kenya", "support", "Chad", "evaluative_predicate")]),
        (SAID_LIED, [("Kenya", "accuse", "Chad", "evaluative_predicate")]),
        (MADE_FALSE_CLAIMS, [("Kenya", "criticize", "Chad", "evaluative_predicate")]),
        (CALLED, [("Kenya", "support", "Chad", "object_predicative")]),
        (HAILED_AS, [("Kenya", "support", "Chad", "object_predicative")]),
        (WRITER_SAYS, []),
    ],
    ids=["adjective", "negated", "verb", "object", "called", "hailed as", "the writer judges"],
)
def test_who_judges_whom(table: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert stated(table, labels) == relations
