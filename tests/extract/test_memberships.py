"""Parts and wholes."""

from __future__ import annotations

import pytest

from graphbuild.extract.examples import told
from graphbuild.extract.memberships import memberships

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
    "singled out": (
        "rebels=rebel/NNS/nsubj/5/group ,/,/punct/4 mainly/RB/advmod/4 Tuaregs/NNPS/appos/1/group "
        "fled=flee/VBD/root/0",
        ["Tuaregs -member_of-> rebels"],
    ),
    "apposition alone": (
        "rebels=rebel/NNS/nsubj/4/group ,/,/punct/3 Tuaregs/NNPS/appos/1/group fled=flee/VBD/root/0",
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
    "the two": (
        "Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Doe/NNP/obj/2/PERSON and/CC/cc/8 the/DT/det/7 "
        "two/CD/nummod/7 leaders=leader/NNS/nsubj/8/official agreed=agree/VBD/conj/2",
        ["Roe -member_of-> leaders", "Doe -member_of-> leaders"],
    ),
    "which two": (
        "Roe/NNP/nsubj/4/PERSON and/CC/cc/3 Poe/NNP/conj/1/PERSON met=meet/VBD/root/0 Doe/NNP/obj/4/PERSON "
        "and/CC/cc/10 the/DT/det/9 two/CD/nummod/9 leaders=leader/NNS/nsubj/10/official "
        "agreed=agree/VBD/conj/4",
        [],
    ),
    "ships": (
        "Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/9 Simba/NNP/appos/2/ORG (/,/punct/5 P/NNP/appos/3 "
        ")/,/punct/5 and/CC/cc/8 Chui/NNP/conj/3/LOC sailed=sail/VBD/root/0",
        ["Simba -part_of-> Kenyan", "Chui -part_of-> Kenyan"],
    ),
    "ships that met others": (
        "Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/3 met=meet/VBD/root/0 Chui/NNP/obj/3/LOC",
        [],
    ),
}


@pytest.mark.parametrize(("tokens", "expected"), CASES.values(), ids=CASES)
def test_a_part_belongs_to_its_whole(tokens: str, expected: list[str]) -> None:
    assert told(tokens, memberships) == expected
