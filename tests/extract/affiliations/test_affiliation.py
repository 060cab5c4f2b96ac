"""Classes of affiliations."""

from __future__ import annotations

import pytest

from graphbuild.extract.affiliations.affiliation import affiliation
from graphbuild.extract.testing import example
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


def test_one_of_several_is_a_member() -> None:
    member, body = example("Zyx/NNP/root/0/ORG agencies=agency/NNS/dep/1/organization").mentions
    made = affiliation(member, body, "", 0, "including", patterns(lexicon()))
    assert made.pattern.relation == "member_of"


@pytest.mark.parametrize(
    ("label", "office", "relation"),
    [
        ("PERSON", "prime minister", "lead"),
        ("PERSON", "deputy prime minister", "member_of"),
        ("PERSON", "vice-president", "member_of"),
        ("PERSON", "minister's clerk", "member_of"),
        ("PERSON", "chief press secretary", "member_of"),
        ("PERSON", "general secretary", "lead"),
        ("PERSON", "regional director", "member_of"),
        ("PERSON", "acting director", "lead"),
        ("PERSON", "special envoy", "represent"),
        ("group", "negotiators", "represent"),
        ("PERSON", "", "member_of"),
        ("pronoun", "Leader", "lead"),
        ("ORG", "", "part_of"),
        ("ORG", "leader", "part_of"),
        ("group", "", "member_of"),
        ("GPE", "", "member_of"),
    ],
)
def test_persons_lead_or_join_and_bodies_are_parts(label: str, office: str, relation: str) -> None:
    block = example(f"Zyx/NNP/root/0/{label} Senate/NNP/dep/1/{'ORG' if label != 'ORG' else 'NORP'}")
    member, body = block.mentions
    made = affiliation(member, body, office, 0, "title", patterns(lexicon()))
    assert (made.pattern.relation, made.words, made.kind) == (relation, office.lower(), "affiliation")
    assert (made.source, made.target, made.rule, made.directness) == (member, body, "title", 1.0)
