"""Relations that nouns and participles state.

"The US attack on Syria", "talks between Iran and the EU", "US-backed rebels".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.extract.patterns import Patterns
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["events"]

_OWNERS = ("nmod:poss", "compound", "amod", "obl:unmarked", "nmod:unmarked")
_HYPHENS = frozenset({"-", "–", "‑"})


def events(
    block: Block, found: dict[int, Clause], patterns: Patterns, consumed: frozenset[int] = frozenset()
) -> Iterator[Stated]:
    """Relations that event nouns and compound participles of a block state between its mentions.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
    patterns : Patterns
    consumed : frozenset of int
        Event nouns that a verb already speaks for.

    Yields
    ------
    Stated
        Without status and speaker.
    """
    parse = block.parse
    for i, pos in enumerate(parse.pos):
        if i not in consumed and (pos == "NOUN" or (pos == "ADJ" and parse.kids(i, "cop"))):
            entries = _entries(block, i, patterns)
            if entries:
                yield from _event_noun(block, i, entries, found)
        if parse.tags[i] == "VBN" and i and parse.words[i - 1] in _HYPHENS:
            yield from _compound_participle(block, i, patterns)


def _entries(block: Block, i: int, patterns: Patterns) -> dict[str, EventNoun] | None:
    parse = block.parse
    if i and f"{parse.lemmas[i - 1]} {parse.lemmas[i]}" in patterns.nouns:
        return dict(patterns.nouns[f"{parse.lemmas[i - 1]} {parse.lemmas[i]}"])
    return dict(patterns.nouns[parse.lemmas[i]]) if parse.lemmas[i] in patterns.nouns else None


def _event_noun(
    block: Block, i: int, entries: dict[str, EventNoun], found: dict[int, Clause]
) -> Iterator[Stated]:
    """The US attack on Syria; talks between Iran and the EU; an attack by rebels on the town."""
    parse = block.parse
    targets: list[tuple[Found, float]] = []
    sources: list[tuple[Found, float]] = []
    event: EventNoun | None = None
    words = parse.lemmas[i]
    for c in parse.kids(i, "nmod", "obl"):
        preposition = parse.preposition(c)
        entry = entries.get(preposition)
        if entry is None:
            if preposition == "by":
                sources += actors_at(block, c)
            continue
        inside = list(actors_at(block, c))
        if entry.role == "both":
            pairs = [(a, b) for k, a in enumerate(inside) for b in inside[k + 1 :]]
            for (one, share), (other, rest) in pairs:
                yield _stated(
                    one, other, entry, f"{words} {preposition}", i, "event_between", 0.75 * share * rest
                )
        elif entry.role == "source":
            sources += inside
            event = event or entry
        elif entry.role == "agent":
            yield from _agent_noun(block, i, inside, entry)
        else:
            targets += inside
            event, words = entry, f"{parse.lemmas[i]} {preposition}"
    if not targets or event is None:
        return
    if not sources:
        sources = list(_owners(block, i))
    rule, confidence = "event_noun", 0.75
    if not sources:
        sources, rule, confidence = list(_doers(block, i, found)), "event_noun_subject", 0.5
    for source, share in sources:
        for target, rest in targets:
            if source is not target:
                yield _stated(source, target, event, words, i, rule, confidence * share * rest)


def _agent_noun(
    block: Block, i: int, targets: list[tuple[Found, float]], entry: EventNoun
) -> Iterator[Stated]:
    """A critic of the president; X is an ally of Y: the noun itself, or its subject, acts."""
    parse = block.parse
    own = block.by_head.get(i)
    sources = [(own, 1.0)] if own is not None else list(_doers(block, i, {}))
    if not sources and parse.deps[i] == "appos":
        sources = list(actors_at(block, parse.heads[i]))
    for source, share in sources:
        for target, rest in targets:
            if source is not target:
                yield _stated(source, target, entry, parse.lemmas[i], i, "agent_noun", 0.6 * share * rest)


def _owners(block: Block, i: int) -> Iterator[tuple[Found, float]]:
    """Whose event it is: the possessor, or the country or group that modifies it."""
    for c in reversed(block.parse.kids(i, *_OWNERS)):
        for k in block.parse.conjuncts(c):
            owner = block.by_head.get(k) or block.by_token.get(k)
            if owner is not None:
                yield owner, 1.0


def _doers(block: Block, i: int, found: dict[int, Clause]) -> Iterator[tuple[Found, float]]:
    """Subject of the verb that has the event noun as its object, or of which the noun is the predicate."""
    parse = block.parse
    if parse.kids(i, "cop"):
        for subject in parse.kids(i, "nsubj"):
            yield from actors_at(block, subject)
        return
    clause = found.get(parse.heads[i])
    if clause is not None and parse.deps[i] == "obj" and not clause.passive:
        for subject in clause.subjects:
            yield from actors_at(block, subject)


def _compound_participle(block: Block, i: int, patterns: Patterns) -> Iterator[Stated]:
    """US-backed rebels; Houthi-held towns."""
    parse = block.parse
    source = block.by_token.get(i - 2) if i >= 2 else None
    pattern = (patterns.verbs.get(parse.lemmas[i]) or {}).get(("", ""))
    noun = parse.heads[i]
    if source is None or pattern is None or not pattern.relation or noun <= i:
        return
    for target, share in actors_at(block, noun):
        if target is not source and target.head > i:
            yield Stated(
                source,
                target,
                "verb",
                pattern,
                parse.lemmas[i],
                i,
                "compound_participle",
                round(0.85 * share, 2),
            )


def _stated(
    source: Found, target: Found, event: EventNoun, words: str, i: int, rule: str, confidence: float
) -> Stated:
    pattern = Pattern(event.relation, event.plover, event.polarity, "")
    return Stated(source, target, "verb", pattern, words, i, rule, round(confidence, 2))
