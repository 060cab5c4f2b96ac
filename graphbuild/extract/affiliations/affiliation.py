"""How an affiliation is written down: who, to whom, of what class, by which rule."""

from __future__ import annotations

from graphbuild.extract.affiliations.headship import heads, speaks
from graphbuild.extract.annotations import Candidate, Mention
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.person_nouns import OWNERS_OF_BODIES
from graphbuild.lexicons.patterns import Patterns

__all__ = ["affiliation"]


def affiliation(
    member: Mention, body: Mention, office: str, word: int, rule: str, patterns: Patterns
) -> Candidate:
    """The affiliation of a member with a body.

    Parameters
    ----------
    member, body : Mention
    office : str
        What the member is to the body, as the text has it; may be empty.
    word : int
        Token of the word that says so.
    rule : str
        Name of the rule, for the ``rule`` column.
    patterns : Patterns

    Returns
    -------
    Candidate
        Of class ``own`` for owners, ``represent`` for those who speak or act for a body, ``lead`` for persons
        in an office at the head of a body, ``member_of`` for their deputies and other persons, for countries,
        for unnamed collectives and for one of several ("other agencies"), ``part_of`` for named bodies.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> from graphbuild.lexicons.patterns import patterns
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> block = example("Roe/NNP/root/0/PERSON Senate/NNP/dep/1/ORG Fleet/NNP/dep/1/group")
    >>> known, (roe, senate, fleet) = patterns(lexicon()), block.mentions
    >>> [affiliation(one, senate, office, 0, "title", known).pattern.relation
    ...  for one, office in ((roe, "party leader"), (roe, "deputy leader"), (roe, "clerk"), (fleet, ""))]
    ['lead', 'member_of', 'member_of', 'member_of']
    """
    words = office.lower().replace(".", "").replace("-", " ").split()
    persons = member.type in PERSONS or member.kind == "pronoun"
    relation = ("lead" if heads(office, body.type) else "member_of") if persons else "part_of"
    several = body.kind == "nominal" and body.number == "p"
    if words and words[-1] in OWNERS_OF_BODIES:
        relation = "own"
    elif speaks(office):
        relation = "represent"
    elif not persons and (member.kind == "nominal" or member.type == "country" or several):
        relation = "member_of"
    pattern = patterns.classes[relation]
    return Candidate(member, body, "affiliation", pattern, office.lower(), word, rule)
