"""Relations that lie in what someone says of another, in both label sets."""

from __future__ import annotations

import pytest

from extract.docs import both, marked
from extract.words import PATTERNS
from graphbuild.extract.relations.evaluations import evaluations
from graphbuild.extract.testing import in_context

SAID_UNFIT = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
said  say   VERB  VBD | 0 root  |
Chad  chad  PROPN NNP | 5 nsubj | 4 nsubj | GPE
was   be    AUX   VBD | 5 cop   | 2 ccomp |
unfit unfit ADJ   JJ  | 2 ccomp | 4 acomp |
.     .     PUNCT .   | 2 punct |
"""

SAID_NOT_UNFIT = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
said  say   VERB  VBD | 0 root  |
Chad  chad  PROPN NNP | 6 nsubj | 4 nsubj | GPE
was   be    AUX   VBD | 6 cop   | 2 ccomp |
not   not   PART  RB  | 6 advmod | 4 neg |
unfit unfit ADJ   JJ  | 2 ccomp | 4 acomp |
.     .     PUNCT .   | 2 punct |
"""

WRITER_SAYS = """
Chad  chad  PROPN NNP | 3 nsubj | 2 nsubj | GPE
was   be    AUX   VBD | 3 cop   | 0 ROOT |
unfit unfit ADJ   JJ  | 0 root  | 2 acomp |
.     .     PUNCT .   | 3 punct | 2 punct |
"""

SAID_LIED = """
Kenya kenya PROPN NNP | 2 nsubj | | GPE
said  say   VERB  VBD | 0 root  |
Chad  chad  PROPN NNP | 5 nsubj | | GPE
had   have  AUX   VBD | 5 aux   |
lied  lie   VERB  VBN | 2 ccomp |
.     .     PUNCT .   | 2 punct |
"""

MADE_FALSE_CLAIMS = """
Kenya  kenya PROPN NNP | 2 nsubj | | GPE
said   say   VERB  VBD | 0 root  |
Chad   chad  PROPN NNP | 4 nsubj | | GPE
made   make  VERB  VBD | 2 ccomp |
false  false ADJ   JJ  | 6 amod  |
claims claim NOUN  NNS | 4 obj   | 4 dobj |
.      .     PUNCT .   | 2 punct |
"""

CALLED = """
Kenya  kenya PROPN NNP | 2 nsubj | | GPE
called call  VERB  VBD | 0 root  |
Chad   chad  PROPN NNP | 2 obj   | 2 dobj | GPE
a      a     DET   DT  | 5 det   |
hero   hero  NOUN  NN  | 2 xcomp | 2 oprd |
.      .     PUNCT .   | 2 punct |
"""

HAILED_AS = """
Chad   chad  PROPN NNP | 3 nsubj:pass | 3 nsubjpass | GPE
was    be    AUX   VBD | 3 aux:pass | 3 auxpass |
hailed hail  VERB  VBN | 0 root     |
by     by    ADP   IN  | 5 case     | 3 agent |
Kenya  kenya PROPN NNP | 3 obl:agent | 4 pobj | GPE
as     as    ADP   IN  | 8 case     | 3 prep |
a      a     DET   DT  | 8 det      |
hero   hero  NOUN  NN  | 3 obl      | 6 pobj |
.      .     PUNCT .   | 3 punct    |
"""


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in evaluations(in_context(marked(table, labels), PATTERNS))
    ]


@both
@pytest.mark.parametrize(
    ("table", "relations"),
    [
        (SAID_UNFIT, [("Kenya", "criticize", "Chad", "judgement")]),
        (SAID_NOT_UNFIT, [("Kenya", "support", "Chad", "judgement")]),
        (SAID_LIED, [("Kenya", "accuse", "Chad", "judgement")]),
        (MADE_FALSE_CLAIMS, [("Kenya", "criticize", "Chad", "judgement")]),
        (CALLED, [("Kenya", "support", "Chad", "called")]),
        (HAILED_AS, [("Kenya", "support", "Chad", "called")]),
        (WRITER_SAYS, []),
    ],
    ids=["adjective", "negated", "verb", "object", "called", "hailed as", "the writer judges"],
)
def test_who_judges_whom(table: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert stated(table, labels) == relations
