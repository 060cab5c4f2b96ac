"""Who holds which place."""

from __future__ import annotations

import pytest

from graphbuild.extract.affiliations.territory import territory
from graphbuild.extract.testing import told

CASES = {
    "held": (
        "Zyx/NNP/compound/3/group -/HYPH/punct/3 held=hold/VBN/amod/4 Aleppo/NNP/nsubj/5/LOC "
        "fell=fall/VBD/root/0",
        ["Zyx -lead-> Aleppo"],
    ),
    "held parts": (
        "rebel/NN/compound/3/group -/HYPH/punct/3 controlled=control/VBN/amod/4 "
        "parts=part/NNS/nsubj/7 of/IN/case/6 "
        "Aleppo/NNP/nmod/4/LOC fell=fall/VBD/root/0",
        ["rebel -lead-> Aleppo"],
    ),
    "backed": (
        "Zyx/NNP/compound/3/group -/HYPH/punct/3 backed=back/VBN/amod/4 Aleppo/NNP/nsubj/5/LOC "
        "fell=fall/VBD/root/0",
        [],
    ),
    "seat of a name": (
        "the/DT/det/3 Zyx/NNP/compound/3/group bastion/NN/nsubj/6 of/IN/case/5 Idlib/NNP/nmod/3/LOC "
        "fell=fall/VBD/root/0",
        ["Zyx -lead-> Idlib"],
    ),
    "name and seat": (
        "Idlib/NNP/nsubj/7/LOC ,/,/punct/6 a/DT/det/6 Zyx/NNP/compound/6/group -/HYPH/punct/6 "
        "stronghold/NN/appos/1 fell=fall/VBD/root/0",
        ["Zyx -lead-> Idlib"],
    ),
    "a country's capital": (
        "Nairobi/NNP/nsubj/6/LOC ,/,/punct/5 Kenya/NNP/nmod:poss/5/GPE 's/POS/case/3 capital/NN/appos/1 "
        "slept=sleep/VBD/root/0",
        [],
    ),
    "taken from": (
        "Kenya/NNP/nsubj/2/GPE retook=retake/VBD/root/0 Mosul/NNP/obj/2/LOC from/IN/case/5 "
        "Zyx/NNP/obl/2/group",
        ["Zyx -lead-> Mosul"],
    ),
    "taken from, inside the noun phrase": (
        "Kenya/NNP/nsubj/2/GPE retook=retake/VBD/root/0 the/DT/det/4 city/NN/obj/2 of/IN/case/6 "
        "Mosul/NNP/nmod/4/LOC from/IN/case/8 Zyx/NNP/nmod/4/group",
        ["Zyx -lead-> Mosul"],
    ),
    "reached from": (
        "Kenya/NNP/nsubj/2/GPE reached=reach/VBD/root/0 Mosul/NNP/obj/2/LOC from/IN/case/5 "
        "Zyx/NNP/obl/2/group",
        [],
    ),
    "liberation": (
        "the/DT/det/2 liberation/NN/nsubj/7 of/IN/case/4 Mosul/NNP/nmod/2/LOC from/IN/case/6 "
        "Zyx/NNP/nmod/2/group "
        "began=begin/VBD/root/0",
        ["Zyx -lead-> Mosul"],
    ),
    "control over": (
        "Zyx/NNP/nmod:poss/3/group 's/POS/case/1 control/NN/nsubj/8 over/IN/case/5 parts=part/NNS/nmod/3 "
        "of/IN/case/7 Mosul/NNP/nmod/5/LOC ended=end/VBD/root/0",
        ["Zyx -lead-> Mosul"],
    ),
    "control of no place": (
        "Zyx/NNP/nmod:poss/3/group 's/POS/case/1 control/NN/nsubj/6 of/IN/case/5 Roe/NNP/nmod/3/PERSON "
        "ended=end/VBD/root/0",
        [],
    ),
    "a city held": (
        "Mosul/NNP/nsubj/4/LOC is=be/VBZ/cop/4 a/DT/det/4 city/NN/root/0 held=hold/VBN/acl/4 by/IN/case/7 "
        "Zyx/NNP/obl:agent/5/group",
        ["Zyx -lead-> Mosul"],
    ),
    "a city seen": (
        "Mosul/NNP/nsubj/4/LOC is=be/VBZ/cop/4 a/DT/det/4 city/NN/root/0 seen=see/VBN/acl/4 by/IN/case/7 "
        "Zyx/NNP/obl:agent/5/group",
        [],
    ),
    "holds": (
        "Zyx/NNP/nsubj/2/group holds=hold/VBZ/root/0 Mosul/NNP/obj/2/LOC",
        ["Zyx -lead-> Mosul"],
    ),
    "holds a person": (
        "Zyx/NNP/nsubj/2/group holds=hold/VBZ/root/0 Roe/NNP/obj/2/PERSON",
        [],
    ),
}


@pytest.mark.parametrize(("tokens", "expected"), CASES.values(), ids=CASES)
def test_who_holds_a_place(tokens: str, expected: list[str]) -> None:
    assert told(tokens, territory) == expected
