"""Relations inside hyphenated words."""

from __future__ import annotations

from graphbuild.extract.relations.compounds import compounds
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.testing import told

BACKED = (
    "Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed=back/VBN/amod/4 rebels=rebel/NNS/nsubj/7/group "
    "and/CC/cc/6 Togo/NNP/conj/4/GPE left=leave/VBD/root/0"
)
AGAINST = (
    "anti/JJ/amod/4 -/HYPH/punct/3 Kenyan/JJ/amod/4/NORP protests=protest/NNS/nsubj/7 in/IN/case/6 "
    "Togo/NNP/nmod/4/GPE grew=grow/VBD/root/0"
)


def test_a_participle_modifies_no_second_noun() -> None:
    assert told(BACKED, compounds) == ["Kenya -support-> rebels"]


def test_what_a_protest_is_against_does_not_protest() -> None:
    assert told(AGAINST, nominalisations) == []
