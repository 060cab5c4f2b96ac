"""Parts and wholes: units of larger units, what a body is made up of, those sent or commanded by it.

"2nd Battalion, 7th Brigade", "a force made up of volunteers", "troops deployed from the 9th Wing", "they fly
as part of the 9th Wing", "the bureau, part of the ministry", "forces under the command of the general".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.affiliations.affiliation import affiliation
from graphbuild.extract.annotations import Block, Candidate, Clause, Context, Mention
from graphbuild.extract.syntax.arguments import heading
from graphbuild.extract.types import BODIES, COLLECTIVES, PERSONS
from graphbuild.lexicons.en.action_verbs import BELONGING, COMPOSING, CONTAINING, FOUNDING, MAKING_UP
from graphbuild.lexicons.en.body_nouns import COMMAND, MEMBERSHIP, PARTS, UNIT_RANK
from graphbuild.lexicons.en.prepositions import COMPOSITION, ESSIVE, GENITIVE, SUBORDINATE
from graphbuild.lexicons.en.pronouns import NON_RESTRICTIVE

__all__ = ["meronymy"]


def meronymy(context: Context) -> Iterator[Candidate]:
    """Affiliations of parts with their wholes.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of class ``member_of`` or ``part_of``, from the part to the whole; one pair may come by several rules.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("2nd/JJ/amod/2/ORG Battalion=battalion/NNP/nsubj/6/ORG ,/,/punct/5 "
    ...      "7th/JJ/amod/5/group Brigade=brigade/NNP/appos/2/group left=leave/VBD/root/0", meronymy)
    ['2nd Battalion -part_of-> 7th Brigade']
    """
    yield from _unit(context)
    yield from _containing(context)
    yield from _belonging(context)
    yield from _as_part(context)
    yield from _described(context)
    yield from _under(context)


def _unit(context: Context) -> Iterator[Candidate]:
    """2nd Battalion, 7th Infantry Regiment: the smaller unit, a comma, the larger one."""
    parse = context.block.parse
    units = [
        f for f in context.block.mentions if f.kind != "pronoun" and parse.lemmas[f.last - 1] in UNIT_RANK
    ]
    for small in units:
        for large in units:
            if parse.words[small.last : large.first] == [","] and _rank(small) < _rank(large):
                yield affiliation(small, large, "", small.head, "unit_series", context.patterns)


def _rank(unit: Mention) -> int:
    return UNIT_RANK[unit.parse.lemmas[unit.last - 1]]


def _containing(context: Context) -> Iterator[Candidate]:
    """The coalition includes Kenya; a force made up of volunteers; those who make up the force.

    >>> from graphbuild.extract.testing import told
    >>> told("the/DT/det/2 coalition/NN/nsubj/3/group includes=include/VBZ/root/0 "
    ...      "Kenya/NNP/obj/3/GPE", meronymy)
    ['Kenya -member_of-> coalition']
    >>> told("a/DT/det/2 force/NN/root/0/group composed=compose/VBN/acl/2 of/IN/case/5 "
    ...      "volunteers=volunteer/NNS/obl/3/group", meronymy)
    ['volunteers -member_of-> force']
    """
    for verb, clause in context.clauses.items():
        for wholes, parts in _divided(context.block, clause):
            for w in wholes:
                for whole in heading(context.block, w):
                    if whole.type in COLLECTIVES or whole.kind == "nominal":
                        for part in (p for c in parts for p in heading(context.block, c)):
                            if part is not whole and part.type != "place":
                                yield affiliation(part, whole, "", verb, "containing_verb", context.patterns)


def _divided(block: Block, clause: Clause) -> Iterator[tuple[list[int], list[int]]]:
    """What a clause says to be a whole, and what its parts."""
    if clause.passive and clause.lemma in COMPOSING:
        within = [c for p, c in clause.obliques if p in COMPOSITION]
        yield list(clause.objects), [*within, *clause.subjects]
    elif not clause.passive and clause.lemma in CONTAINING:
        preposition = CONTAINING[clause.lemma]
        parts = [c for p, c in clause.obliques if p == preposition] if preposition else list(clause.objects)
        subjects = _nearest(block, clause)
        if clause.lemma in MAKING_UP and _several(block, subjects) and not _several(block, parts):
            subjects, parts = parts, subjects
        yield subjects, parts
    elif not clause.passive and clause.lemma in MAKING_UP:
        yield list(clause.objects), _nearest(block, clause)


def _several(block: Block, tokens: list[int]) -> bool:
    return any(block.parse.plural(t) for t in tokens)


def _nearest(block: Block, clause: Clause) -> list[int]:
    """The subjects; of "the allies, the coalition, which includes" the name that the pronoun follows."""
    parse = block.parse
    if parse.deps[clause.verb] == "acl:relcl":
        for r in parse.kids(clause.verb, "nsubj"):
            before = r - 1 - (parse.words[r - 1] == ",")
            near = block.by_token.get(before) if parse.lower[r] == NON_RESTRICTIVE and before >= 0 else None
            if near is not None and near.last == before + 1 and near.type in COLLECTIVES:
                return [near.head]
    return list(clause.subjects)


def _belonging(context: Context) -> Iterator[Candidate]:
    """The captain was assigned to the 3rd Battalion; she works for the ministry; a panel set up by the UN.

    >>> from graphbuild.extract.testing import told
    >>> told("Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 assigned=assign/VBN/root/0 "
    ...      "to/IN/case/6 the/DT/det/6 Navy/NNP/obl/3/ORG", meronymy)
    ['Roe -member_of-> Navy']
    """
    for verb, clause in context.clauses.items():
        for preposition, place in clause.obliques:
            if preposition not in BELONGING.get(clause.lemma, ()):
                continue
            for m in clause.objects if clause.passive else clause.subjects:
                for member in heading(context.block, m):
                    for body in heading(context.block, place):
                        if body.type in COLLECTIVES and body is not member:
                            yield affiliation(member, body, "", verb, "membership_verb", context.patterns)
        if clause.passive and clause.lemma in FOUNDING:
            for m in clause.objects:
                made = context.block.by_head.get(m)
                if made is None or made.kind != "nominal" or made.type not in COLLECTIVES:
                    continue
                for s in clause.subjects:
                    for body in heading(context.block, s):
                        if body.type in BODIES:
                            yield affiliation(made, body, "", verb, "founding_verb", context.patterns)


def _as_part(context: Context) -> Iterator[Candidate]:
    """The squadron flies as part of the 9th Wing: who does something as part of a body belongs to it.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE fights=fight/VBZ/root/0 as/IN/case/4 part/NN/obl/2 of/IN/case/7 "
    ...      "the/DT/det/7 Coalition/NNP/nmod/4/ORG", meronymy)
    ['Kenya -member_of-> Coalition']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in MEMBERSHIP or parse.preposition(i) != ESSIVE:
            continue
        clause = next((context.clauses[k] for k in parse.ancestors(i) if k in context.clauses), None)
        if clause is None:
            continue
        members = [
            m
            for t in (clause.objects if clause.passive else clause.subjects)
            for m in heading(context.block, t)
        ]
        for c in parse.kids(i, "nmod"):
            body = context.block.by_head.get(c)
            if body is None or body.type not in COLLECTIVES or parse.preposition(c) != GENITIVE:
                continue
            for member in members:
                if member is not body and member.type != "place":
                    yield affiliation(member, body, "", i, "part_phrase", context.patterns)


def _described(context: Context) -> Iterator[Candidate]:
    """Kenya, a member of the Union; the bureau, which is part of the ministry: bodies of larger ones.

    >>> from graphbuild.extract.testing import told
    >>> told("the/DT/det/2 Bureau/NNP/nsubj/8/ORG ,/,/punct/4 part/NN/appos/2 of/IN/case/7 the/DT/det/7 "
    ...      "Ministry/NNP/nmod/4/ORG met=meet/VBD/root/0", meronymy)
    ['Bureau -part_of-> Ministry']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in PARTS or parse.preposition(i):
            continue
        part = _subject_of(context.block, i)
        if part is None or part.kind == "pronoun" or part.type not in BODIES:
            continue
        for c in parse.kids(i, "nmod"):
            body = context.block.by_head.get(c)
            if body is not None and body.type in COLLECTIVES and parse.preposition(c) == GENITIVE:
                yield affiliation(part, body, "", i, "part_predicate", context.patterns)


def _subject_of(block: Block, i: int) -> Mention | None:
    """Whom a noun describes, as its apposition, its subject or by a relative clause."""
    parse = block.parse
    if parse.deps[i] in ("appos", "acl:relcl"):
        return block.by_head.get(parse.heads[i])
    subjects = parse.kids(i, "nsubj") if parse.kids(i, "cop") else []
    return block.by_head.get(subjects[0]) if subjects else None


def _under(context: Context) -> Iterator[Candidate]:
    """Troops under the command of General Roe; they fight under the group's banner.

    >>> from graphbuild.extract.testing import told
    >>> told("troops=troop/NNS/nsubj/7/group under/IN/case/4 the/DT/det/4 command/NN/nmod/1 of/IN/case/6 "
    ...      "Roe/NNP/nmod/4/PERSON left=leave/VBD/root/0", meronymy)
    ['Roe -lead-> troops']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in COMMAND or parse.preposition(i) != SUBORDINATE:
            continue
        above = parse.heads[i]
        clause = context.clauses.get(above)
        lower = [above] if clause is None else clause.objects if clause.passive else clause.subjects
        upper = [c for c in parse.kids(i, "nmod") if parse.preposition(c) == GENITIVE]
        upper += parse.kids(i, "nmod:poss", "compound")
        for u in upper:
            for chief in heading(context.block, u):
                for low in lower:
                    for force in heading(context.block, low):
                        if force is not chief and force.type in COLLECTIVES:
                            if chief.type in PERSONS:
                                lead = context.patterns.classes["lead"]
                                yield Candidate(chief, force, "affiliation", lead, lemma, i, "command_phrase")
                            elif chief.type in BODIES:
                                yield affiliation(force, chief, "", i, "command_phrase", context.patterns)
