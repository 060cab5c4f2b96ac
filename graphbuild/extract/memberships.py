"""Parts and wholes: units of larger units, members that a sentence lists, those sent or lent by a body.

"2nd Battalion, 7th Brigade", "the allies, especially Kenya", "a force made up of volunteers", "troops
deployed from the 9th Wing", "they fly as part of the 9th Wing", "the two leaders".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.belongs import belongs
from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.extract.grammar import Parse
from graphbuild.extract.patterns import Patterns
from graphbuild.extract.referents import resolved

__all__ = ["memberships"]

_PERSONS = frozenset({"official", "person"})
_COLLECTIVES = frozenset({"group", "organization"})
_INCLUDING = frozenset({"including", "such as", "notably", "among them"})
_SINGLING_OUT = frozenset(
    "especially particularly notably primarily mainly mostly chiefly largely principally".split()
)
_CONTAINING = {"include": "", "comprise": "", "contain": "", "consist": "of"}
_COMPOSED = frozenset({"make up", "compose", "comprise", "form", "constitute"})
_COMPOSED_OF = frozenset({"of", "from", "by"})
_MAKING_UP = frozenset({"make up", "comprise", "constitute"})
_BELONGING = {
    "belong": ("to",), "assign": ("to",), "attach": ("to",), "deploy": ("from", "with"),
    "serve": ("in", "with"), "work": ("for", "at"), "enlist": ("in",),
}  # fmt: skip
_FOUNDED = frozenset({"establish", "create", "appoint", "set up", "convene"})
_UNITS = (
    ("squad", "platoon"), ("company", "battery", "troop"), ("battalion", "squadron"),
    ("regiment", "group", "brigade", "wing"), ("division",),
    ("corps", "command", "army", "force", "fleet", "guard"),
)  # fmt: skip
_RANK = {word: rank for rank, words in enumerate(_UNITS) for word in words}
_VESSELS = frozenset(
    "ship warship frigate destroyer carrier submarine vessel cruiser corvette tanker freighter boat".split()
)
_OWNERS = ("compound", "amod", "nmod:poss", "nmod:desc", "nmod:unmarked", "obl:unmarked")


def memberships(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """Affiliations of parts with their wholes.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
    patterns : Patterns

    Yields
    ------
    Stated
        Of class ``member_of`` or ``part_of``, from the part to the whole; one pair may come by several rules.

    Examples
    --------
    >>> from graphbuild.extract.examples import told
    >>> told("2nd/JJ/amod/2/ORG Battalion=battalion/NNP/nsubj/6/ORG ,/,/punct/5 "
    ...      "7th/JJ/amod/5/group Brigade=brigade/NNP/appos/2/group left=leave/VBD/root/0", memberships)
    ['2nd Battalion -part_of-> 7th Brigade']
    """
    yield from _unit(block, patterns)
    yield from _including(block, patterns)
    yield from _containing(block, found, patterns)
    yield from _belonging(block, found, patterns)
    yield from _as_part(block, found, patterns)
    yield from _two(block, patterns)
    yield from _ships(block, patterns)


def _unit(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """2nd Battalion, 7th Infantry Regiment: the smaller unit, a comma, the larger one."""
    parse = block.parse
    units = [f for f in block.found if f.kind != "pronoun" and parse.lemmas[f.last - 1] in _RANK]
    for small in units:
        for large in units:
            if parse.words[small.last : large.first] == [","] and _rank(small) < _rank(large):
                yield belongs(small, large, "", small.head, "unit", 0.8, patterns)


def _rank(unit: Found) -> int:
    return _RANK[unit.parse.lemmas[unit.last - 1]]


def _including(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """The allies, including Kenya and Chad; the rebels, mainly Arabs: each is one of the group before.

    >>> from graphbuild.extract.examples import told
    >>> told("allies=ally/NNS/nsubj/4/group including/IN/case/3 Kenya/NNP/nmod/1/GPE "
    ...      "met=meet/VBD/root/0", memberships)
    ['Kenya -member_of-> allies']
    >>> told("allies=ally/NNS/nsubj/5/group ,/,/punct/1 especially/RB/advmod/4 Kenya/NNP/appos/1/GPE "
    ...      "met=meet/VBD/root/0", memberships)
    ['Kenya -member_of-> allies']
    """
    parse = block.parse
    for whole in block.found:
        if whole.kind == "pronoun" or whole.type not in _COLLECTIVES:
            continue
        for c in parse.kids(whole.head, "nmod", "obl", "appos", "conj"):
            single_out = any(parse.lower[a] in _SINGLING_OUT for a in parse.kids(c, "advmod"))
            if (single_out and (parse.deps[c] == "appos" or not parse.preposition(c))) or (
                parse.deps[c] != "conj" and parse.preposition(c) in _INCLUDING
            ):
                for part in _parts(block, c, whole):
                    yield belongs(part, whole, "", c, "including", 0.7, patterns)


def _parts(block: Block, token: int, whole: Found) -> Iterator[Found]:
    """Actors that stand at a token themselves and may be members of something."""
    for part, share in actors_at(block, token):
        if share == 1.0 and part is not whole and part.type != "place":
            yield part


def _containing(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """The coalition includes Kenya; a force made up of volunteers; those who make up the force.

    >>> from graphbuild.extract.examples import told
    >>> told("the/DT/det/2 coalition/NN/nsubj/3/group includes=include/VBZ/root/0 "
    ...      "Kenya/NNP/obj/3/GPE", memberships)
    ['Kenya -member_of-> coalition']
    >>> told("a/DT/det/2 force/NN/root/0/group composed=compose/VBN/acl/2 of/IN/case/5 "
    ...      "volunteers=volunteer/NNS/obl/3/group", memberships)
    ['volunteers -member_of-> force']
    """
    for verb, clause in found.items():
        for wholes, parts in _divided(block, clause):
            for w in wholes:
                for whole, _ in actors_at(block, w):
                    if whole.type in _COLLECTIVES or whole.kind == "nominal":
                        for c in parts:
                            for part in _parts(block, c, whole):
                                yield belongs(part, whole, "", verb, "containing", 0.75, patterns)


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


def _belonging(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """The captain was assigned to the 3rd Battalion; she works for the ministry; a panel set up by the UN.

    >>> from graphbuild.extract.examples import told
    >>> told("Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 assigned=assign/VBN/root/0 "
    ...      "to/IN/case/6 the/DT/det/6 Navy/NNP/obl/3/ORG", memberships)
    ['Roe -member_of-> Navy']
    """
    for verb, clause in found.items():
        for preposition, place in clause.obliques:
            if preposition not in _BELONGING.get(clause.lemma, ()):
                continue
            for m in clause.objects if clause.passive else clause.subjects:
                for member, share in actors_at(block, m):
                    for body, rest in actors_at(block, place):
                        whole = body.type in _COLLECTIVES and body is not member
                        if whole and share == rest == 1.0:
                            yield belongs(member, body, "", verb, "belonging", 0.75, patterns)
        if clause.passive and clause.lemma in _FOUNDED:
            for m in clause.objects:
                made = block.by_head.get(m)
                if made is None or made.kind != "nominal" or made.type not in _COLLECTIVES:
                    continue
                for s in clause.subjects:
                    for body, share in actors_at(block, s):
                        if share == 1.0 and body.type in (*_COLLECTIVES, "country"):
                            yield belongs(made, body, "", verb, "founded_by", 0.65, patterns)


def _as_part(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """The squadron flies as part of the 9th Wing: who does something as part of a body belongs to it.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE fights=fight/VBZ/root/0 as/IN/case/4 part/NN/obl/2 of/IN/case/7 "
    ...      "the/DT/det/7 Coalition/NNP/nmod/4/ORG", memberships)
    ['Kenya -member_of-> Coalition']
    """
    parse = block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in ("part", "member") or parse.preposition(i) != "as":
            continue
        clause = next((found[k] for k in parse.ancestors(i) if k in found), None)
        if clause is None:
            continue
        members = [
            m for t in (clause.objects if clause.passive else clause.subjects) for m in actors_at(block, t)
        ]
        for c in parse.kids(i, "nmod"):
            body = block.by_head.get(c)
            if body is None or body.type not in _COLLECTIVES or parse.preposition(c) != "of":
                continue
            for member, share in members:
                if share == 1.0 and member is not body and member.type != "place":
                    yield belongs(member, body, "", i, "as_part", 0.7, patterns)


def _two(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """Roe met Doe, and the two leaders agreed: the two persons, or countries, that alone come before.

    >>> from graphbuild.extract.examples import told
    >>> told("Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Doe/NNP/obj/2/PERSON and/CC/cc/8 the/DT/det/7 "
    ...      "two/CD/nummod/7 leaders=leader/NNS/nsubj/8/official agreed=agree/VBD/conj/2", memberships)
    ['Roe -member_of-> leaders', 'Doe -member_of-> leaders']
    """
    parse = block.parse
    for both in block.found:
        if both.kind != "nominal" or both.number != "p" or not _counts_two(parse, both.head):
            continue
        kinds = {"country"} if both.type == "country" else _PERSONS
        sentence = both.sentence
        known: dict[object, Found] = {}
        for one in block.found:
            near = one.kind == "name" and one.type in kinds and one.last <= both.first
            if near and sentence - one.sentence <= 1:
                end = resolved(one)
                known.setdefault(end.country if end.type == "country" else end.name, one)
        if len(known) == 2:
            for one in known.values():
                yield belongs(one, both, "", both.head, "two", 0.65, patterns)


def _counts_two(parse: Parse, head: int) -> bool:
    """Whether a plural is of exactly two that the text has named: "the two leaders", "both leaders"."""
    words = {parse.lower[c] for c in parse.children[head] if c < head}
    return "both" in words or ("two" in words and not words.isdisjoint(("the", "these", "those")))


def _ships(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """Kenyan ships Simba (P 12) and Chui: those named right after the noun are of whom it says.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/6 Simba/NNP/appos/2/ORG and/CC/cc/5 "
    ...      "Chui/NNP/conj/3/LOC sailed=sail/VBD/root/0", memberships)
    ['Simba -part_of-> Kenyan', 'Chui -part_of-> Kenyan']
    """
    parse = block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in _VESSELS:
            continue
        owners = [block.by_head.get(c) or block.by_token.get(c) for c in parse.kids(i, *_OWNERS)]
        for owner in owners:
            if owner is None or owner.kind != "name" or owner.type not in (*_COLLECTIVES, "country"):
                continue
            for ship in _named_after(block, i):
                yield belongs(ship, owner, "", i, "ship", 0.75, patterns)


def _named_after(block: Block, noun: int) -> Iterator[Found]:
    """Names that follow a noun, apart by nothing but commas, "and", and what stands in brackets."""
    parse, k = block.parse, noun + 1
    end = parse.sentences[parse.sentence[noun]][1]
    while k < end:
        found = block.by_token.get(k)
        if found is not None and found.kind == "name" and found.first == k and found.type != "country":
            yield found
            k = found.last
        elif parse.words[k] == "(":
            while k < end and parse.words[k] != ")":
                k += 1
            k += 1
        elif k > noun + 1 and parse.lower[k] in (",", "and"):
            k += 1
        else:
            return
