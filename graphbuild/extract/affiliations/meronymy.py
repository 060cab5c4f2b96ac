"""Parts and wholes: units of larger units, what a body is made up of, those sent or commanded by it.

"2nd Battalion, 7th Brigade", "a force made up of volunteers", "troops deployed from the 9th Wing", "they fly
as part of the 9th Wing", "the bureau, part of the ministry", "forces under the command of the general".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.affiliations.classes import belongs
from graphbuild.extract.annotations import Block, Candidate, Clause, Context, Mention
from graphbuild.extract.syntax.arguments import actors_at

__all__ = ["meronymy"]

_PERSONS = frozenset({"official", "person"})
_COLLECTIVES = frozenset({"group", "organization"})
_CONTAINING = {"include": "", "comprise": "", "contain": "", "consist": "of"}
_COMPOSED = frozenset({"make up", "compose", "comprise", "form", "constitute"})
_COMPOSED_OF = frozenset({"of", "from", "by"})
_MAKING_UP = frozenset({"make up", "comprise", "constitute"})
_BELONGING = {
    "belong": ("to",), "assign": ("to",), "attach": ("to",), "deploy": ("from", "with"),
    "serve": ("in", "with", "at", "on"), "work": ("for", "at"), "enlist": ("in",),
}  # fmt: skip
_COMMAND = frozenset({"command", "control", "leadership", "authority", "banner", "umbrella", "auspices"})
_FOUNDED = frozenset({"establish", "create", "appoint", "set up", "convene"})
_UNITS = (
    ("squad", "platoon"), ("company", "battery", "troop"), ("battalion", "squadron"),
    ("regiment", "group", "brigade", "wing"), ("division",),
    ("corps", "command", "army", "force", "fleet", "guard"),
)  # fmt: skip
_RANK = {word: rank for rank, words in enumerate(_UNITS) for word in words}
_PARTS = frozenset(
    "part member branch arm wing division unit subsidiary affiliate offshoot component".split()
)


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
    units = [f for f in context.block.mentions if f.kind != "pronoun" and parse.lemmas[f.last - 1] in _RANK]
    for small in units:
        for large in units:
            if parse.words[small.last : large.first] == [","] and _rank(small) < _rank(large):
                yield belongs(small, large, "", small.head, "unit", context.patterns)


def _rank(unit: Mention) -> int:
    return _RANK[unit.parse.lemmas[unit.last - 1]]


def _parts(block: Block, token: int, whole: Mention) -> Iterator[Mention]:
    """Actors that stand at a token themselves and may be members of something."""
    for part, share in actors_at(block, token):
        if share == 1.0 and part is not whole and part.type != "place":
            yield part


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
                for whole, share in actors_at(context.block, w):
                    if share == 1.0 and (whole.type in _COLLECTIVES or whole.kind == "nominal"):
                        for c in parts:
                            for part in _parts(context.block, c, whole):
                                yield belongs(part, whole, "", verb, "containing", context.patterns)


def _divided(block: Block, clause: Clause) -> Iterator[tuple[list[int], list[int]]]:
    """What a clause says to be a whole, and what its parts."""
    if clause.passive and clause.lemma in _COMPOSED:
        within = [c for p, c in clause.obliques if p in _COMPOSED_OF]
        yield list(clause.objects), [*within, *clause.subjects]
    elif not clause.passive and clause.lemma in _CONTAINING:
        preposition = _CONTAINING[clause.lemma]
        parts = [c for p, c in clause.obliques if p == preposition] if preposition else list(clause.objects)
        subjects = _nearest(block, clause)
        if clause.lemma in _MAKING_UP and _several(block, subjects) and not _several(block, parts):
            subjects, parts = parts, subjects
        yield subjects, parts
    elif not clause.passive and clause.lemma in _MAKING_UP:
        yield list(clause.objects), _nearest(block, clause)


def _several(block: Block, tokens: list[int]) -> bool:
    return any(block.parse.tags[t] in ("NNS", "NNPS") for t in tokens)


def _nearest(block: Block, clause: Clause) -> list[int]:
    """The subjects; of "the allies, the coalition, which includes" the name that the pronoun follows."""
    parse = block.parse
    if parse.deps[clause.verb] == "acl:relcl":
        for r in parse.kids(clause.verb, "nsubj"):
            before = r - 1 - (parse.words[r - 1] == ",")
            near = block.by_token.get(before) if parse.lower[r] == "which" and before >= 0 else None
            if near is not None and near.last == before + 1 and near.type in _COLLECTIVES:
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
            if preposition not in _BELONGING.get(clause.lemma, ()):
                continue
            for m in clause.objects if clause.passive else clause.subjects:
                for member, share in actors_at(context.block, m):
                    for body, rest in actors_at(context.block, place):
                        whole = body.type in _COLLECTIVES and body is not member
                        if whole and share == rest == 1.0:
                            yield belongs(member, body, "", verb, "belonging", context.patterns)
        if clause.passive and clause.lemma in _FOUNDED:
            for m in clause.objects:
                made = context.block.by_head.get(m)
                if made is None or made.kind != "nominal" or made.type not in _COLLECTIVES:
                    continue
                for s in clause.subjects:
                    for body, share in actors_at(context.block, s):
                        if share == 1.0 and body.type in (*_COLLECTIVES, "country"):
                            yield belongs(made, body, "", verb, "founded_by", context.patterns)


def _as_part(context: Context) -> Iterator[Candidate]:
    """The squadron flies as part of the 9th Wing: who does something as part of a body belongs to it.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE fights=fight/VBZ/root/0 as/IN/case/4 part/NN/obl/2 of/IN/case/7 "
    ...      "the/DT/det/7 Coalition/NNP/nmod/4/ORG", meronymy)
    ['Kenya -member_of-> Coalition']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in ("part", "member") or parse.preposition(i) != "as":
            continue
        clause = next((context.clauses[k] for k in parse.ancestors(i) if k in context.clauses), None)
        if clause is None:
            continue
        members = [
            m
            for t in (clause.objects if clause.passive else clause.subjects)
            for m in actors_at(context.block, t)
        ]
        for c in parse.kids(i, "nmod"):
            body = context.block.by_head.get(c)
            if body is None or body.type not in _COLLECTIVES or parse.preposition(c) != "of":
                continue
            for member, share in members:
                if share == 1.0 and member is not body and member.type != "place":
                    yield belongs(member, body, "", i, "as_part", context.patterns)


def _described(context: Context) -> Iterator[Candidate]:
    """Kenya, a member of the Union; the bureau, which is part of the ministry: bodies of larger ones.

    >>> from graphbuild.extract.testing import told
    >>> told("the/DT/det/2 Bureau/NNP/nsubj/8/ORG ,/,/punct/4 part/NN/appos/2 of/IN/case/7 the/DT/det/7 "
    ...      "Ministry/NNP/nmod/4/ORG met=meet/VBD/root/0", meronymy)
    ['Bureau -part_of-> Ministry']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in _PARTS or parse.preposition(i):
            continue
        part = _subject_of(context.block, i)
        if part is None or part.kind == "pronoun" or part.type not in (*_COLLECTIVES, "country"):
            continue
        for c in parse.kids(i, "nmod"):
            body = context.block.by_head.get(c)
            if body is not None and body.type in _COLLECTIVES and parse.preposition(c) == "of":
                yield belongs(part, body, "", i, "described_part", context.patterns)


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
        if lemma not in _COMMAND or parse.preposition(i) != "under":
            continue
        above = parse.heads[i]
        clause = context.clauses.get(above)
        lower = [above] if clause is None else clause.objects if clause.passive else clause.subjects
        upper = [c for c in parse.kids(i, "nmod") if parse.preposition(c) == "of"]
        upper += parse.kids(i, "nmod:poss", "compound")
        for u in upper:
            for chief, weight in actors_at(context.block, u):
                for low in lower:
                    for force, share in actors_at(context.block, low):
                        if share == weight == 1.0 and force is not chief and force.type in _COLLECTIVES:
                            if chief.type in _PERSONS:
                                lead = context.patterns.classes["lead"]
                                yield Candidate(chief, force, "affiliation", lead, lemma, i, "under")
                            elif chief.type in (*_COLLECTIVES, "country"):
                                yield belongs(force, chief, "", i, "under", context.patterns)
