"""Which actors fill a place of a clause, and how directly."""

from __future__ import annotations

import pytest

from extract.docs import both, marked
from graphbuild.extract.syntax.arguments import actors_at

BARRACKS = """
Kenya    kenya    PROPN NNP | 3 nmod:poss | 3 poss | GPE
's       's       PART  POS | 1 case      |
barracks barracks NOUN  NNS | 0 root      |
burned   burn     VERB  VBN | 3 acl       |
"""

IN_COUNTRY = """
barracks barracks NOUN  NNS | 0 root |
in       in       ADP   IN  | 3 case | 1 prep |
Kenya    kenya    PROPN NNP | 1 nmod | 2 pobj | GPE
"""

THOUSANDS = """
thousands thousand NOUN  NNS | 0 root |
of        of       ADP   IN  | 3 case | 1 prep |
rebels    rebel    NOUN  NNS | 1 nmod | 2 pobj | group
"""

HELD_BY = """
towns  town  NOUN  NNS | 0 root      |
held   hold  VERB  VBN | 1 acl       |
by     by    ADP   IN  | 4 case      | 2 agent |
rebels rebel NOUN  NNS | 2 obl:agent | 3 pobj | group
"""

CHAIN = """
with  with  ADP   IN  | 2 case  | 0 ROOT |
Kenya kenya PROPN NNP | 0 root  | 1 pobj | GPE
,     ,     PUNCT ,   | 4 punct | 2 punct |
Togo  togo  PROPN NNP | 2 conj  | | GPE
and   and   CCONJ CC  | 6 cc    | 4 cc |
Chad  chad  PROPN NNP | 2 conj  | 4 conj | GPE
"""

NOBODY = """
heavy heavy ADJ  JJ | 2 amod |
rain  rain  NOUN NN | 0 root |
in    in    ADP  IN | 4 case | 2 prep |
June  june  PROPN NNP | 2 nmod | 3 pobj |
"""


@both
@pytest.mark.parametrize(
    ("table", "word", "actors"),
    [
        (IN_COUNTRY, "Kenya", ["Kenya"]),
        (CHAIN, "Kenya", ["Kenya", "Togo", "Chad"]),
        (CHAIN, "Togo", ["Togo"]),
        (THOUSANDS, "thousands", ["rebels"]),
        (NOBODY, "rain", []),
    ],
)
def test_heads_conjuncts_and_quantities_fill_a_place_fully(
    table: str, word: str, actors: list[str], labels: str
) -> None:
    block = marked(table, labels)
    found = list(actors_at(block, block.parse.words.index(word)))
    assert [actor.name for actor, _ in found] == actors
    assert all(share == 1 for _, share in found)


@both
@pytest.mark.parametrize(
    ("table", "word", "actor"),
    [(BARRACKS, "barracks", "Kenya"), (IN_COUNTRY, "barracks", "Kenya"), (HELD_BY, "towns", "rebels")],
)
def test_whom_a_thing_belongs_to_fills_its_place_less_directly(
    table: str, word: str, actor: str, labels: str
) -> None:
    block = marked(table, labels)
    ((found, share),) = actors_at(block, block.parse.words.index(word))
    assert found.name == actor
    assert 0 < share < 1
