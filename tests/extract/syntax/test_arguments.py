"""Which actors fill a place of a clause, and how directly."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.testing import example

BARRACKS = """
Kenya/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 barracks/NNS/root/0 burned=burn/VBN/acl/3
"""

IN_COUNTRY = """
barracks/NNS/root/0 in/IN/case/3~prep/1 Kenya/NNP/nmod/1/GPE~pobj/2
"""

THOUSANDS = """
thousands=thousand/NNS/root/0 of/IN/case/3~prep/1 rebels=rebel/NNS/nmod/1/group~pobj/2
"""

HELD_BY = """
towns=town/NNS/root/0 held=hold/VBN/acl/1 by/IN/case/4~agent/2 rebels=rebel/NNS/obl:agent/2/group~pobj/3
"""

CHAIN = """
with/IN/case/2~root/0 Kenya/NNP/root/0/GPE~pobj/1 ,/,/punct/4~punct/2 Togo/NNP/conj/2/GPE
and/CC/cc/6~cc/4 Chad/NNP/conj/2/GPE~conj/4
"""

NOBODY = """
heavy/JJ/amod/2 rain/NN/root/0 in/IN/case/4~prep/2 June/NNP/nmod/2~pobj/3
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
    block = example(table, labels)
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
    block = example(table, labels)
    ((found, share),) = actors_at(block, block.parse.words.index(word))
    assert found.name == actor
    assert 0 < share < 1
