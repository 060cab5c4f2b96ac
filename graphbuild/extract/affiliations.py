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
    for stated in (*_title(block, patterns), *_office(block, patterns), *_branch(block, patterns)):
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
    """X, the State Department envoy; US officials; leader of the group."""
    for nominal in block.found:
        if nominal.kind != "nominal" or nominal.type not in (*_OFFICE_TYPES, "group", "organization"):
            continue
        member = (
            nominal.antecedent if nominal.antecedent and nominal.antecedent.type in _OFFICE_TYPES else nominal
        )
        if nominal.antecedent is not None and member is nominal:
            continue
        office = nominal.name
        for body in _bodies(block, nominal):
            if body.type == "country" and nominal.type not in _OFFICE_TYPES and nominal.role in ("", "CVL"):
                continue
            rule = "apposition" if member is not nominal else "office"
            yield _belongs(block, member, body, office, nominal.head, rule, 0.85, patterns)


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
    """Syria's Defence Ministry; the Northern Branch of the Islamic Movement."""
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
    persons = member.type in _OFFICE_TYPES
    relation = ("lead" if words and words[-1] in _LEADING else "member_of") if persons else "part_of"
    if not persons and member.kind == "nominal":
        relation = "member_of"
    return Stated(
        member, body, "affiliation", patterns.of_class(relation), office.lower(), word, rule, confidence
    )
