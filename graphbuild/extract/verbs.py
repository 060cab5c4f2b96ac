"""Relations that verbs state: "the coalition bombed ISIS", "was condemned by", "held talks with".

Each construction is one function from a clause to candidates; its name is what the ``rule`` column shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.lexicons.verbs import EventNoun, Lexicon, Pattern

__all__ = ["Patterns", "compile_patterns", "verbs"]

_TARGET_PREPOSITIONS = frozenset("against at on upon with to toward towards into for over from".split())
_LOCATIVE = frozenset({"in", "inside", "across", "near", "around", "at", "along", "within"})
_COMPANY = frozenset({"alongside", "together with"})
_SHARED_HEAD = ("compound", "amod", "nmod:poss")
_LOCATED = frozenset({"attack", "mobilize", "protest", "aid", "restrict"})
_MOVED = frozenset({"mobilize"})
_REACHING = frozenset(
    "demand request reject promise threaten accuse criticize restrict support yield protest".split()
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The lexicon by verb: ``verbs[lemma]`` maps (object, preposition) to its pattern."""

    lexicon: Lexicon
    verbs: Mapping[str, Mapping[tuple[str, str], Pattern]]
    nouns: Mapping[str, Mapping[str, EventNoun]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A pattern with the tokens of its two places."""

    pattern: Pattern
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    words: str
    rule: str
    confidence: float


def compile_patterns(lexicon: Lexicon) -> Patterns:
    """Index a lexicon by its verbs and event nouns.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    Patterns

    Examples
    --------
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> compile_patterns(lexicon()).verbs["attack"]["", ""].relation
    'attack'
    """
    verbs: dict[str, dict[tuple[str, str], Pattern]] = {}
    for (verb, noun, preposition), pattern in lexicon.verbs.items():
        verbs.setdefault(verb, {})[noun, preposition] = pattern
    nouns: dict[str, dict[str, EventNoun]] = {}
    for (noun, preposition), event in lexicon.nouns.items():
        nouns.setdefault(noun, {})[preposition] = event
    return Patterns(lexicon, verbs, nouns)


def verbs(block: Block, found: Mapping[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """Relations that the verbs of a block state between its mentions.

    Parameters
    ----------
    block : Block
    found : mapping of int to Clause
    patterns : Patterns

    Yields
    ------
    Stated
        Without status and speaker.
    """
    for verb, clause in found.items():
        entries = patterns.verbs.get(clause.lemma)
        if entries is None and " " in clause.lemma:
            clause = replace(clause, lemma=block.parse.lemmas[verb])
            entries = patterns.verbs.get(clause.lemma)
        candidates = [c for rule in _RULES for c in rule(block, clause, entries or {}, patterns)]
        candidates += _complement(block, clause, entries or {}, found)
        yield from _joined(block, verb, candidates)


def _joined(block: Block, verb: int, candidates: list[_Candidate]) -> Iterator[Stated]:
    """Fill the places of the candidates; the first candidate that joins two actors keeps them."""
    done: set[tuple[int, int]] = set()
    for candidate in candidates:
        sources = [a for s in candidate.sources for a in actors_at(block, s)]
        targets = [a for t in candidate.targets for a in actors_at(block, t)]
        for source, share in sources:
            for target, other in targets:
                pair = (id(source), id(target))
                if source is target or pair in done or _one_actor(source, target):
                    continue
                done.add(pair)
                yield Stated(
                    source=source,
                    target=target,
                    kind="verb",
                    pattern=candidate.pattern,
                    words=candidate.words,
                    word=verb,
                    rule=candidate.rule,
                    confidence=round(candidate.confidence * share * other, 2),
                )


def _one_actor(one: Found, other: Found) -> bool:
    return one.antecedent is other or other.antecedent is one


_Entries = Mapping[tuple[str, str], Pattern]


def _reciprocal(block: Block, clause: Clause, entries: _Entries, patterns: Patterns) -> Iterator[_Candidate]:
    """X and Y met; US and Russian officials agreed."""
    pattern = entries.get(("", "and"))
    if pattern is None or clause.inherited or (clause.objects and not clause.passive):
        return
    for party in clause.objects if clause.passive else clause.subjects:
        members = list(block.parse.conjuncts(party))
        if len(members) == 1:
            members = [k for c in block.parse.kids(party, *_SHARED_HEAD) for k in block.parse.conjuncts(c)]
        for k, one in enumerate(members):
            for other in members[k + 1 :]:
                yield _Candidate(pattern, (one,), (other,), clause.lemma, "reciprocal", 0.8)


def _light_verb(block: Block, clause: Clause, entries: _Entries, patterns: Patterns) -> Iterator[_Candidate]:
    """X launched an attack on Y; X signed an agreement with Y; X gave aid to Y."""
    if not entries:
        return
    parse = block.parse
    for thing in clause.objects:
        for noun in _lemmas(parse.lemmas, parse, thing):
            places = _places(block, clause, thing)
            for preposition, place in places:
                pattern = entries.get((noun, preposition))
                if pattern is not None and pattern.relation:
                    words = f"{clause.lemma} {noun} {preposition}"
                    yield _Candidate(pattern, clause.subjects, (place,), words, "light_verb", 0.85)
            pattern = entries.get((noun, ""))
            if pattern is not None and pattern.relation:
                places_ = clause.receivers or (thing,)
                yield _Candidate(
                    pattern, clause.subjects, places_, f"{clause.lemma} {noun}", "light_verb", 0.75
                )


def _event_object(
    block: Block, clause: Clause, entries: _Entries, patterns: Patterns
) -> Iterator[_Candidate]:
    """X ordered an attack on Y; X lifted its ban on Y: the verb keeps or turns the sign of the event."""
    act = entries.get(("", ""))
    if act is None or not act.effect:
        return
    turn = -1.0 if act.effect == "flip" else 1.0
    parse = block.parse
    for thing in clause.objects:
        for noun in _lemmas(parse.lemmas, parse, thing):
            events = patterns.nouns.get(noun)
            if not events:
                continue
            for preposition, place in _places(block, clause, thing):
                event = events.get(preposition)
                if event is None or event.role == "source":
                    continue
                pattern = _turned(act, event, turn, patterns)
                words = f"{clause.lemma} {noun} {preposition}"
                yield _Candidate(pattern, clause.subjects, (place,), words, "event_object", 0.75)
            break


def _turned(act: Pattern, event: EventNoun, turn: float, patterns: Patterns) -> Pattern:
    """The pattern of an event that a verb orders (same) or ends (flip)."""
    if turn > 0:
        return Pattern(event.relation, event.plover, event.polarity, "")
    ending = patterns.lexicon.classes["yield" if event.polarity < 0 else "sanction"]
    if act.relation:
        return Pattern(act.relation, act.plover, round(-event.polarity / 2, 3), "")
    return Pattern(ending.relation, ending.plover, ending.polarity, "")


def _prepositional_object(
    block: Block, clause: Clause, entries: _Entries, patterns: Patterns
) -> Iterator[_Candidate]:
    """X negotiated with Y; X called on Y."""
    below = [place for thing in clause.objects for place in _places(block, clause, thing)]
    for preposition, place in below or clause.obliques:
        pattern = entries.get(("", preposition)) or entries.get(("", preposition.split(" ")[-1]))
        if pattern is not None and pattern.relation:
            words = f"{clause.lemma} {preposition}"
            yield _Candidate(pattern, clause.subjects, (place,), words, "prepositional_object", 0.8)


def _direct_object(
    block: Block, clause: Clause, entries: _Entries, patterns: Patterns
) -> Iterator[_Candidate]:
    """X attacked Y; Y was attacked by X; X gave Y money."""
    pattern = entries.get(("", ""))
    if pattern is None or not pattern.relation:
        return
    rule = "passive" if clause.passive else "active"
    if clause.receivers:
        yield _Candidate(pattern, clause.subjects, clause.receivers, clause.lemma, "indirect_object", 0.8)
    if clause.objects:
        confidence = 0.9 if not clause.inherited else 0.8
        yield _Candidate(pattern, clause.subjects, clause.objects, clause.lemma, rule, confidence)
    for preposition, place in clause.obliques:
        if preposition == "by" and clause.objects and not clause.passive:
            words = f"{clause.lemma} {block.parse.lemmas[clause.objects[0]]} by"
            yield _Candidate(pattern, clause.subjects, (place,), words, "event_agent", 0.7)
    doers = clause.subjects or (clause.objects if pattern.relation in _MOVED else ())
    for preposition, place in clause.obliques:
        if preposition in _TARGET_PREPOSITIONS:
            words = f"{clause.lemma} {preposition}"
            yield _Candidate(pattern, doers, (place,), words, "adjunct", 0.5)
    if not any(True for t in (*clause.objects, *clause.receivers) for _ in actors_at(block, t)):
        for preposition, place in clause.obliques:
            if preposition in _LOCATIVE and pattern.relation in _LOCATED:
                words = f"{clause.lemma} {preposition}"
                yield _Candidate(pattern, doers, (place,), words, "place_of_act", 0.4)


def _company(block: Block, clause: Clause, entries: _Entries, patterns: Patterns) -> Iterator[_Candidate]:
    """X fights alongside Y."""
    pattern = patterns.lexicon.classes["ally"]
    for preposition, place in clause.obliques:
        if preposition in _COMPANY:
            ally = Pattern(pattern.relation, pattern.plover, pattern.polarity, "")
            words = f"{clause.lemma} {preposition}"
            yield _Candidate(ally, clause.subjects, (place,), words, "company", 0.7)


_RULES: tuple[Callable[[Block, Clause, _Entries, Patterns], Iterator[_Candidate]], ...] = (
    _reciprocal,
    _light_verb,
    _event_object,
    _company,
    _prepositional_object,
    _direct_object,
)


def _lemmas(lemmas: list[str], parse: object, token: int) -> Iterator[str]:
    """Lemma of a noun, after its two-word form with the word before it ("peace talk")."""
    if token:
        yield f"{lemmas[token - 1]} {lemmas[token]}"
    yield lemmas[token]


def _places(block: Block, clause: Clause, thing: int) -> list[tuple[str, int]]:
    """Prepositions and their objects below a noun, those coordinated with it, and the verb above."""
    parse = block.parse
    below = [c for k in parse.conjuncts(thing) for c in parse.kids(k, "nmod", "obl")]
    return [*((parse.preposition(c), c) for c in below if parse.preposition(c)), *clause.obliques]


def _complement(
    block: Block, clause: Clause, entries: _Entries, found: Mapping[int, Clause]
) -> Iterator[_Candidate]:
    """X demanded that Y resign; X refused to admit Y; X agreed to work with Y."""
    pattern = entries.get(("", ""))
    if pattern is None or pattern.relation not in _REACHING or (clause.objects and not clause.passive):
        return
    for verb in clause.complements:
        inner = found.get(verb)
        if inner is None:
            continue
        words = f"{clause.lemma} {inner.lemma}"
        if block.parse.deps[verb] == "ccomp":
            own = inner.objects if inner.passive else inner.subjects
            if not inner.inherited:
                yield _Candidate(pattern, clause.subjects, own, words, "complement_subject", 0.6)
            continue
        reached = (*inner.receivers, *inner.objects, *(place for _, place in inner.obliques))
        yield _Candidate(pattern, clause.subjects, reached, words, "complement_object", 0.6)
