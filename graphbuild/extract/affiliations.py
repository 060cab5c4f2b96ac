"""Who belongs to whom: titles, appositions, possessors and verbs of office become affiliation relations."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.extract.patterns import Patterns

__all__ = ["affiliations"]

_LEADING = frozenset(
    """
    president premier minister chancellor king queen emir sultan leader head chief chairman chairwoman
    chair director commander boss founder governor mayor secretary ceo chair dictator ruler prime
    """.split()
)
_OFFICE_TYPES = frozenset({"official", "person"})
_BODIES = frozenset({"organization", "group", "country"})
_INCLUDING = frozenset({"including", "such as", "notably", "among them"})
_CONTAINING = {
    "include": "",
    "comprise": "",
    "contain": "",
    "consist": "of",
    "make up": "of",
    "compose": "of",
}
_BELONGING = {
    "belong": ("to",), "assign": ("to",), "attach": ("to",), "deploy": ("from", "with"),
    "serve": ("in", "with"), "work": ("for", "at"), "enlist": ("in",),
}  # fmt: skip
_OF_BODY = frozenset({"of", "from", "with", "at", "in", "within"})
_UNITS = (
    ("squad", "platoon"), ("company", "battery", "troop"), ("battalion", "squadron"),
    ("regiment", "group", "brigade", "wing"), ("division",),
    ("corps", "command", "army", "force", "fleet", "guard"),
)  # fmt: skip
_RANK = {word: rank for rank, words in enumerate(_UNITS) for word in words}
_MODIFIERS = ("compound", "amod", "nmod:poss", "nmod:desc", "obl:unmarked", "nmod:unmarked")


def affiliations(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """Affiliation relations of a block.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
    patterns : Patterns

    Yields
    ------
    Stated
        Of class ``lead``, ``member_of`` or ``part_of``, from the member to the body.
    """
    done: set[tuple[int, int]] = set()
    rules = (
        *_title(block, patterns),
        *_office(block, patterns),
        *_branch(block, patterns),
        *_unit(block, patterns),
        *_including(block, patterns),
        *_containing(block, found, patterns),
        *_belonging(block, found, patterns),
    )
    for stated in rules:
        pair = (id(stated.source), id(stated.target))
        if stated.source is not stated.target and pair not in done:
            done.add(pair)
            yield stated


def _title(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """State Department coordinator Nathan Sales; Mexico's President Enrique Peña Nieto."""
    parse = block.parse
    for person in block.found:
        if person.kind != "name" or person.type not in _OFFICE_TYPES or not person.title:
            continue
        start = parse.sentences[parse.sentence[person.head]][0]
        seen: list[Found] = []
        k = person.first - 1
        while k >= start and parse.pos[k] in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT", "ADP"):
            if parse.pos[k] == "PUNCT" and parse.words[k] not in ("-", "."):
                break
            if parse.pos[k] == "ADP" and parse.lower[k] != "of":
                break
            body = block.by_token.get(k)
            if body is not None and body.type in _BODIES and body not in seen:
                seen.append(body)
            k -= 1
        for body in seen[:2]:
            yield _belongs(block, person, body, person.title, person.first, "title", 0.9, patterns)


def _office(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """X, the State Department envoy; US officials; leader of the group.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenyan/JJ/amod/2/NORP officials=official/NNS/nsubj/3/official met=meet/VBD/root/0",
    ...      affiliations)
    ['officials -member_of-> Kenyan']
    """
    for nominal in block.found:
        if nominal.kind != "nominal" or nominal.type not in (*_OFFICE_TYPES, "group", "organization"):
            continue
        member = _holder(block, nominal)
        if member is None or _takes_sides(block, nominal, patterns):
            continue
        office = nominal.name
        for body in _bodies(block, nominal):
            if body.label == "NORP" and body.type != "country":
                continue  # "Islamist militants" belong to no body
            if body.type == "country" and nominal.type not in _OFFICE_TYPES and nominal.role in ("", "CVL"):
                continue
            rule = "apposition" if member is not nominal else "office"
            yield _belongs(block, member, body, office, nominal.head, rule, 0.85, patterns)


def _holder(block: Block, nominal: Found) -> Found | None:
    """Who holds the office: the nominal's own actor, the person it describes, "he" in "he was a member".

    >>> from graphbuild.extract.examples import told
    >>> told("he/PRP/nsubj/4/pronoun was=be/VBD/cop/4 a/DT/det/4 member/NN/root/0/person "
    ...      "of/IN/case/7 the/DT/det/7 Senate/NNP/nmod/4/ORG", affiliations)
    ['he -member_of-> Senate']
    """
    parse, i = block.parse, nominal.head
    if nominal.antecedent is not None:
        return nominal.antecedent if nominal.antecedent.type in _OFFICE_TYPES else None
    if parse.kids(i, "cop"):
        for c in parse.kids(i, "nsubj"):
            subject = block.by_head.get(c)
            if subject is not None and subject.kind == "pronoun":
                return subject
    return nominal


def _takes_sides(block: Block, nominal: Found, patterns: Patterns) -> bool:
    """Whether the noun says whom the actor is for or against: "Iran's critics" do not belong to Iran."""
    entries = patterns.nouns.get(block.parse.lemmas[nominal.head], {})
    return any(entry.role == "agent" for entry in entries.values())


def _bodies(block: Block, nominal: Found) -> Iterator[Found]:
    parse, i = block.parse, nominal.head
    stack = list(parse.kids(i, *_MODIFIERS))
    while stack:
        c = stack.pop()
        for k in parse.conjuncts(c):
            body = block.by_head.get(k) or block.by_token.get(k)
            if body is not None and body is not nominal and body.type in _BODIES:
                yield body
                break
        else:
            stack += parse.kids(c, *_MODIFIERS)
    for c in parse.kids(i, "nmod"):
        if parse.preposition(c) in ("of", "for", "in", "with", "from"):
            for body, share in actors_at(block, c):
                if (
                    share == 1.0
                    and body.type in _BODIES
                    and (parse.preposition(c) == "of" or body.type != "country")
                ):
                    yield body


def _branch(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """Syria's Defence Ministry; the Northern Branch of the Islamic Movement.

    >>> from graphbuild.extract.examples import told
    >>> told("the/DT/det/3 Coast/NNP/compound/3/ORG Guard/NNP/nsubj/6/ORG of/IN/case/5 "
    ...      "Kenya/NNP/nmod/3/GPE left=leave/VBD/root/0", affiliations)
    ['Coast Guard -part_of-> Kenya']
    """
    parse = block.parse
    for part in block.found:
        if part.kind != "name" or part.type not in ("organization", "group") or part.label == "NORP":
            continue
        for c in parse.kids(part.head, "nmod:poss", "nmod"):
            if part.first <= c < part.last or (parse.deps[c] == "nmod" and parse.preposition(c) != "of"):
                continue
            body = block.by_head.get(c)
            if body is not None and body.type in _BODIES and body.kind == "name":
                yield _belongs(block, part, body, "", part.head, "branch", 0.75, patterns)
    for member in block.found:
        if member.kind != "name" or member.type not in (*_OFFICE_TYPES, "organization", "group"):
            continue
        for c in parse.kids(member.head, "nmod"):
            body = block.by_head.get(c)
            if body is None or c < member.last or body.type not in ("organization", "group"):
                continue
            if parse.preposition(c) in _OF_BODY:
                yield _belongs(block, member, body, "", member.head, "of_body", 0.65, patterns)


def _unit(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """2nd Battalion, 7th Infantry Regiment: the smaller unit, a comma, the larger one.

    >>> from graphbuild.extract.examples import told
    >>> told("2nd/JJ/amod/2/ORG Battalion=battalion/NNP/nsubj/6/ORG ,/,/punct/5 "
    ...      "7th/JJ/amod/5/group Brigade=brigade/NNP/appos/2/group left=leave/VBD/root/0", affiliations)
    ['2nd Battalion -part_of-> 7th Brigade']
    """
    parse = block.parse
    units = [f for f in block.found if f.kind != "pronoun" and parse.lemmas[f.last - 1] in _RANK]
    for small in units:
        for large in units:
            if parse.words[small.last : large.first] == [","] and _rank(small) < _rank(large):
                yield _belongs(block, small, large, "", small.head, "unit", 0.8, patterns)


def _rank(unit: Found) -> int:
    return _RANK[unit.parse.lemmas[unit.last - 1]]


def _including(block: Block, patterns: Patterns) -> Iterator[Stated]:
    """The allies, including Kenya and Chad, ...: each is one of the group before.

    >>> from graphbuild.extract.examples import told
    >>> told("allies=ally/NNS/nsubj/4/group including/IN/case/3 Kenya/NNP/nmod/1/GPE "
    ...      "met=meet/VBD/root/0", affiliations)
    ['Kenya -member_of-> allies']
    """
    parse = block.parse
    for whole in block.found:
        if whole.kind == "pronoun" or whole.type not in ("group", "organization"):
            continue
        for c in parse.kids(whole.head, "nmod", "obl", "appos"):
            if parse.preposition(c) in _INCLUDING:
                for part, share in actors_at(block, c):
                    if share == 1.0 and part is not whole and part.type != "place":
                        yield _belongs(block, part, whole, "", c, "including", 0.7, patterns)


def _containing(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """The coalition includes Kenya; a force made up of volunteers.

    >>> from graphbuild.extract.examples import told
    >>> told("the/DT/det/2 coalition/NN/nsubj/3/group includes=include/VBZ/root/0 "
    ...      "Kenya/NNP/obj/3/GPE", affiliations)
    ['Kenya -member_of-> coalition']
    """
    for verb, clause in found.items():
        if clause.lemma not in _CONTAINING:
            continue
        preposition = _CONTAINING[clause.lemma]
        parts = [c for p, c in clause.obliques if p == preposition] if preposition else list(clause.objects)
        for w in clause.objects if clause.passive else clause.subjects:
            for whole, _ in actors_at(block, w):
                collective = whole.type in ("group", "organization") or whole.kind == "nominal"
                if not collective or (preposition == "" and clause.passive):
                    continue
                for c in parts:
                    for part, share in actors_at(block, c):
                        if share == 1.0 and part is not whole and part.type != "place":
                            yield _belongs(block, part, whole, "", verb, "containing", 0.75, patterns)


def _belonging(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """The captain was assigned to the 3rd Battalion; she works for the ministry.

    >>> from graphbuild.extract.examples import told
    >>> told("Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 assigned=assign/VBN/root/0 "
    ...      "to/IN/case/6 the/DT/det/6 Navy/NNP/obl/3/ORG", affiliations)
    ['Roe -member_of-> Navy']
    """
    for verb, clause in found.items():
        for preposition, place in clause.obliques:
            if preposition not in _BELONGING.get(clause.lemma, ()):
                continue
            for m in clause.objects if clause.passive else clause.subjects:
                for member, share in actors_at(block, m):
                    for body, rest in actors_at(block, place):
                        whole = body.type in ("organization", "group") and body is not member
                        if whole and share == rest == 1.0:
                            yield _belongs(block, member, body, "", verb, "belonging", 0.75, patterns)


def _belongs(
    block: Block,
    member: Found,
    body: Found,
    office: str,
    word: int,
    rule: str,
    confidence: float,
    patterns: Patterns,
) -> Stated:
    words = office.lower().replace(".", "").split()
    persons = member.type in _OFFICE_TYPES or member.kind == "pronoun"
    relation = ("lead" if words and words[-1] in _LEADING else "member_of") if persons else "part_of"
    if not persons and (member.kind == "nominal" or member.type == "country"):
        relation = "member_of"
    return Stated(
        member, body, "affiliation", patterns.of_class(relation), office.lower(), word, rule, confidence
    )
