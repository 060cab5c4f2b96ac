"""Parts and wholes."""

from __future__ import annotations

import pytest

from graphbuild.extract.affiliations.meronymy import meronymy
from graphbuild.extract.testing import told

CASES = {
    "unit": (
        "2nd/JJ/amod/2/ORG Battalion=battalion/NNP/nsubj/6/ORG ,/,/punct/5 "
        "7th/JJ/amod/5/group Brigade=brigade/NNP/appos/2/group left=leave/VBD/root/0",
        ["2nd Battalion -part_of-> 7th Brigade"],
    ),
    "larger unit first": (
        "7th/JJ/amod/2/ORG Brigade=brigade/NNP/nsubj/6/ORG ,/,/punct/5 "
        "2nd/JJ/amod/5/group Battalion=battalion/NNP/appos/2/group left=leave/VBD/root/0",
        [],
    ),
    "made up of": (
        "a/DT/det/2 force/NN/nsubj/7/group made=make/VBN/acl/2 up/IN/compound:prt/3 of/IN/case/6 "
        "volunteers=volunteer/NNS/obl/3/group left=leave/VBD/root/0",
        ["volunteers -member_of-> force"],
    ),
    "made up by": (
        "a/DT/det/2 force/NN/nsubj/7/group made=make/VBN/acl/2 up/IN/compound:prt/3 by/IN/case/6 "
        "volunteers=volunteer/NNS/obl:agent/3/group left=leave/VBD/root/0",
        ["volunteers -member_of-> force"],
    ),
    "those who make it up": (
        "volunteers=volunteer/NNS/nsubj/2/group comprise=comprise/VBP/root/0 the/DT/det/4 "
        "Brigade/NNP/obj/2/ORG",
        ["volunteers -member_of-> Brigade"],
    ),
    "what it comprises": (
        "the/DT/det/2 Brigade/NNP/nsubj/3/ORG comprises=comprise/VBZ/root/0 "
        "volunteers=volunteer/NNS/obj/3/group",
        ["volunteers -member_of-> Brigade"],
    ),
    "which is the nearest": (
        "the/DT/det/2 Coalition/NNP/nsubj/10/ORG ,/,/punct/5 the/DT/det/5 Front/NNP/appos/2/ORG ,/,/punct/8 "
        "which/WDT/nsubj/8 includes=include/VBZ/acl:relcl/2 Zyx/NNP/obj/8/ORG left=leave/VBD/root/0",
        ["Zyx -part_of-> Front"],
    ),
    "sent from": (
        "soldiers=soldier/NNS/nsubj/6/group deployed=deploy/VBN/acl/1 from/IN/case/5 the/DT/det/5 "
        "Wing/NNP/obl/2/ORG left=leave/VBD/root/0",
        ["soldiers -member_of-> Wing"],
    ),
    "sent to": (
        "soldiers=soldier/NNS/nsubj/6/group deployed=deploy/VBN/acl/1 to/IN/case/5 the/DT/det/5 "
        "Wing/NNP/obl/2/ORG left=leave/VBD/root/0",
        [],
    ),
    "founded by": (
        "a/DT/det/2 panel/NN/nsubj/6/group appointed=appoint/VBN/acl/2 by/IN/case/5 "
        "Kenya/NNP/obl:agent/3/GPE met=meet/VBD/root/0",
        ["panel -member_of-> Kenya"],
    ),
    "as part of": (
        "Kenya/NNP/nsubj/2/GPE fights=fight/VBZ/root/0 as/IN/case/4 part/NN/obl/2 of/IN/case/6 "
        "Zyx/NNP/nmod/4/ORG",
        ["Kenya -member_of-> Zyx"],
    ),
    "in part of": (
        "Kenya/NNP/nsubj/2/GPE fights=fight/VBZ/root/0 in/IN/case/4 part/NN/obl/2 of/IN/case/6 "
        "Zyx/NNP/nmod/4/ORG",
        [],
    ),
    "described": (
        "the/DT/det/2 Bureau/NNP/nsubj/8/ORG ,/,/punct/4 part/NN/appos/2 of/IN/case/7 the/DT/det/7 "
        "Ministry/NNP/nmod/4/ORG met=meet/VBD/root/0",
        ["Bureau -part_of-> Ministry"],
    ),
    "described by a copula": (
        "Zyx/NNP/nsubj/4/ORG is=be/VBZ/cop/4 a/DT/det/4 branch/NN/root/0 of/IN/case/6 Ubu/NNP/nmod/4/ORG",
        ["Zyx -part_of-> Ubu"],
    ),
    "a part without apposition": (
        "Zyx/NNP/nsubj/2/ORG left=leave/VBD/root/0 part/NN/obj/2 of/IN/case/5 Ubu/NNP/nmod/3/ORG",
        [],
    ),
    "under a person": (
        "troops=troop/NNS/nsubj/7/group under/IN/case/4 the/DT/det/4 command/NN/nmod/1 of/IN/case/6 "
        "Roe/NNP/nmod/4/PERSON left=leave/VBD/root/0",
        ["Roe -lead-> troops"],
    ),
    "under a body": (
        "troops=troop/NNS/nsubj/2/group fought=fight/VBD/root/0 under/IN/case/6 the/DT/det/6 "
        "Zyx/NNP/compound/6/ORG "
        "banner/NN/obl/2",
        ["troops -member_of-> Zyx"],
    ),
    "under attack": (
        "troops=troop/NNS/nsubj/5/group under/IN/case/4 Zyx/NNP/compound/4/ORG attack/NN/nmod/1 "
        "left=leave/VBD/root/0",
        [],
    ),
}


@pytest.mark.parametrize(("tokens", "expected"), CASES.values(), ids=CASES)
def test_a_part_belongs_to_its_whole(tokens: str, expected: list[str]) -> None:
    assert told(tokens, meronymy) == expected
