"""Relations that nouns and participles state.

"The US attack on Syria", "talks between Iran and the EU", "US-backed rebels".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.extract.arguments import actors_at, opposed
from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.extract.grammar import Parse
from graphbuild.extract.patterns import Patterns
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["events"]

_OWNERS = ("nmod:poss", "compound", "amod", "obl:unmarked", "nmod:unmarked")
_HYPHENS = frozenset({"-", "–", "‑"})
_STANCES = {"anti": "reject", "counter": "reject", "pro": "support"}
_PARTITIVE = frozenset({"one", "some", "many", "most", "several", "two", "three", "number"})
_MUTUAL = frozenset("ally partner enemy adversary rival foe archrival arch-rival competitor".split())
_FROM_SOMEWHERE = frozenset({"attack", "kill", "abuse", "seize", "aid"})
_ADJUNCT = frozenset({"in", "on", "for", "as", "during", "at"})
_WITHIN = frozenset({"of", "in", "for"})
_HELD = frozenset({"held", "controlled", "run", "ruled", "administered"})
_AIMING = frozenset({"aim", "direct", "level", "target", "focus"})
_GOING = frozenset({"go", "lie", "extend", "rest"})
_AT = frozenset({"at", "against", "toward", "towards", "on"})
_GAINING = frozenset("draw earn enjoy gain get have receive secure win attract obtain".split())
_UNDERGOING = frozenset(
    """
    face suffer endure weather incur provoke prompt survive sustain withstand repel repulse deflect rebut
    refute deny dismiss reject ignore counter answer
    """.split()
)
_ANSWERING = frozenset({("respond", "to"), ("react", "to"), ("reply", "to"), ("come", "under")})
_FELT = frozenset({"criticize", "accuse", "threaten", "demand", "request", "attack", "protest"})
_HELP = frozenset({"support", "aid"})
_ADJUNCTS = {"amid": _FELT, "despite": _FELT, "under": _FELT, "with": _HELP, "thanks to": _HELP}
_CLIMB = 4
_CLIMBED = 0.7


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
        if i in consumed:
            yield from _owned(block, i, found, patterns)
        elif pos == "NOUN" or (pos == "ADJ" and parse.kids(i, "cop")):
            entries = _entries(block, i, patterns)
            if entries:
                yield from _event_noun(block, i, entries, found)
            if pos == "NOUN" and (entries is None or "against" not in entries):
                yield from _noun_against(block, i, found, patterns)
        if parse.words[i] in _HYPHENS and 0 < i < len(parse.words) - 1:
            yield from _compound_participle(block, i + 1, patterns)
            yield from _stance(block, i + 1, patterns, found)


def _owned(block: Block, i: int, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """Kenya condemned Togo's attack on Chad: the verb speaks for the event, yet Togo attacked Chad.

    >>> from graphbuild.extract.examples import told
    >>> from graphbuild.extract.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 Togo/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "attack/NN/obj/2 on/IN/case/7 Chad/NNP/nmod/5/GPE", verbs, events)
    ['Kenya -support-> Chad', 'Kenya -criticize-> Togo', 'Togo -attack-> Chad']
    """
    parse = block.parse
    if patterns.lexicon.status.get((parse.lemmas[parse.heads[i]], "VERB")) == "negated":
        return  # "Kenya averted Togo's attack on Chad"
    for one in _event_noun(block, i, _entries(block, i, patterns) or {}, found):
        apart = one.source.kind == "name" or parse.deps[one.source.head] == "nmod:poss"
        if one.rule == "event_noun" and one.source.kind != "pronoun" and apart:
            yield one


def _entries(block: Block, i: int, patterns: Patterns) -> Mapping[str, EventNoun] | None:
    """What the lexicon has for a noun: for two words, for one, or for what it is a part or means of.

    "Strike missions against Y", "attack planes over Y": where the head noun says nothing, its modifier does.
    """
    parse = block.parse
    tried = [f"{parse.lemmas[i - 1]} {parse.lemmas[i]}"] if i else []
    tried.append(parse.lemmas[i])
    tried += [parse.lemmas[c] for c in reversed(parse.kids(i, "compound")) if parse.pos[c] == "NOUN"]
    return next((patterns.nouns[words] for words in tried if words in patterns.nouns), None)


def _event_noun(
    block: Block, i: int, entries: Mapping[str, EventNoun], found: dict[int, Clause]
) -> Iterator[Stated]:
    """The US attack on Syria; talks between Iran and the EU; an attack by rebels on the town.

    >>> from graphbuild.extract.examples import told
    >>> told("The=the/DT/det/3 Kenyan/JJ/amod/3/NORP attack/NN/nsubj/6 on/IN/case/5 "
    ...      "Chad/NNP/nmod/3/GPE failed=fail/VBD/root/0", events)
    ['Kenyan -attack-> Chad']
    """
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
            yield from _parties(inside, entry, f"{words} {preposition}", i)
        elif entry.role == "source":
            sources += inside
            event = event or entry
        elif entry.role == "target":
            targets += inside
            event, words = entry, f"{parse.lemmas[i]} {preposition}"
    if not targets:
        reached = (*_aimed(parse, i), *_sent(parse, i, entries))
        aimed = [a for c in reached for a in actors_at(block, c)]
        event = next((e for e in entries.values() if e.role == "target"), None) if aimed else event
        targets += aimed
    yield from _agent_noun(block, i, entries)
    if not targets:
        yield from _undergone(block, i, entries, sources or list(_owners(block, i)), found)
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


def _undergone(
    block: Block,
    i: int,
    entries: Mapping[str, EventNoun],
    sources: list[tuple[Found, float]],
    found: dict[int, Clause],
) -> Iterator[Stated]:
    """Chad faced criticism from Kenya; Chad denied Kenya's accusations; Chad fled under fire from Kenya.

    What one faces, gets, denies or answers is done to oneself, if nothing says to whom else.

    >>> from graphbuild.extract.examples import told
    >>> told("Chad/NNP/nsubj/2/GPE denied=deny/VBD/root/0 Kenya/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "accusations=accusation/NNS/obj/2", events)
    ['Kenya -accuse-> Chad']
    """
    parse = block.parse
    event = next((e for e in entries.values() if e.role == "target"), None)
    directed = event is not None and any(e.role == "source" for e in entries.values())
    verb, preposition = parse.heads[i], parse.preposition(i)
    clause = found.get(verb)
    if event is None or not directed or clause is None or block.by_head.get(i) is not None:
        return
    acted_on = parse.deps[i] == "obj"
    if acted_on and clause.lemma in _GAINING:
        makers = [c for c in parse.kids(i, "nmod") if parse.preposition(c) == "of"]
        sources = [*sources, *(a for c in makers for a in actors_at(block, c))]
    elif not (
        (acted_on and clause.lemma in _UNDERGOING)
        or (clause.lemma, preposition) in _ANSWERING
        or (parse.deps[i] == "obl" and event.relation in _ADJUNCTS.get(preposition, ()))
    ):
        return
    word = verb if acted_on else i
    for subject in clause.objects if clause.passive else clause.subjects:
        for target, share in actors_at(block, subject):
            for source, rest in sources:
                if source is not target and target.antecedent is not source:
                    words = f"{clause.lemma} {parse.lemmas[i]}"
                    yield _stated(source, target, event, words, word, "undergone", 0.6 * share * rest)


def _aimed(parse: Parse, i: int) -> Iterator[int]:
    """At whom an event is aimed: "criticism aimed at Y", "the sanctions were directed against Y".

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 criticism/NN/nsubj:pass/5 "
    ...      "was=be/VBD/aux:pass/5 aimed=aim/VBN/root/0 at/IN/case/7 Roe/NNP/obl/5/PERSON", events)
    ['Kenya -criticize-> Roe']
    """
    verbs = parse.kids(i, "acl")
    if parse.deps[i] == "nsubj:pass":
        verbs = [*verbs, parse.heads[i]]
    for verb in verbs:
        if parse.lemmas[verb] in _AIMING:
            yield from (c for c in parse.kids(verb, "obl") if parse.preposition(c) in _AT)


def _sent(parse: Parse, i: int, entries: Mapping[str, EventNoun]) -> Iterator[int]:
    """To whom a feeling goes: "Kenya's condolences go out to Chad", "our thoughts are with Chad".

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 sympathy/NN/nsubj/4 goes=go/VBZ/root/0 to/IN/case/6 "
    ...      "Chad/NNP/obl/4/GPE", events)
    ['Kenya -support-> Chad']
    """
    head = parse.heads[i]
    if parse.deps[i] != "nsubj":
        return
    places = parse.kids(head, "obl") if parse.lemmas[head] in _GOING else []
    if parse.kids(head, "cop") and parse.pos[head] in ("NOUN", "PROPN"):
        places = [head]
    for c in places:
        event = entries.get(parse.preposition(c))
        if event is not None and event.role == "target" and event.relation == "support":
            yield c


def _noun_against(block: Block, i: int, found: dict[int, Clause], patterns: Patterns) -> Iterator[Stated]:
    """Kenya's defences against Chad: whose noun it is stands against the other, whatever the noun.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 hand/NN/nsubj/6 against/IN/case/5 "
    ...      "Chad/NNP/nmod/3/GPE grew=grow/VBD/root/0", events)
    ['Kenya -reject-> Chad']
    """
    parse = block.parse
    places = [c for c in parse.kids(i, "nmod", "obl") if parse.preposition(c) == "against"]
    if not places or block.by_head.get(i) is not None:
        return
    pattern = patterns.of_class("reject")
    sources = list(_owners(block, i)) or list(_doers(block, i, found))
    for source, share in sources:
        for target, rest in (a for c in places for a in actors_at(block, c)):
            if source is not target:
                confidence = round(0.45 * share * rest, 2)
                words = f"{parse.lemmas[i]} against"
                yield Stated(source, target, "verb", pattern, words, i, "noun_against", confidence)


def _parties(inside: list[tuple[Found, float]], entry: EventNoun, words: str, i: int) -> Iterator[Stated]:
    """Talks between Iran and the EU: every two of those named are parties.

    >>> from graphbuild.extract.examples import told
    >>> told("Talks=talk/NNS/nsubj/6 between/IN/case/3 Kenya/NNP/nmod/1/GPE and/CC/cc/5 "
    ...      "Chad/NNP/conj/3/GPE failed=fail/VBD/root/0", events)
    ['Kenya -discuss-> Chad']
    """
    for k, (one, share) in enumerate(inside):
        for other, rest in inside[k + 1 :]:
            if one is not other:
                yield _stated(one, other, entry, words, i, "event_between", 0.75 * share * rest)


def _agent_noun(block: Block, i: int, entries: Mapping[str, EventNoun]) -> Iterator[Stated]:
    """A critic of Y; Iran's rivals; US ally Jordan: the noun itself, or who is called so, acts.

    >>> from graphbuild.extract.examples import told
    >>> told("Roe/NNP/nsubj/5/PERSON is=be/VBZ/cop/5 Kenya/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "critic/NN/root/0", events)
    ['Roe -criticize-> Kenya']
    """
    parse = block.parse
    targets: list[tuple[Found, float]] = []
    entry = next((e for e in entries.values() if e.role == "agent"), None)
    if entry is None:
        return
    for c in parse.kids(i, "nmod", "obl"):
        event = entries.get(parse.preposition(c))
        if event is not None and event.role == "agent":
            targets += actors_at(block, c)
            entry = event
    sources = list(_called(block, i))
    if not targets and any(p in ("of", "to") for p in entries):
        targets = list(_concerned(block, i, entry, sources))
    for source, share in sources:
        for target, rest in targets:
            if source is not target and source.antecedent is not target:
                yield _stated(source, target, entry, parse.lemmas[i], i, "agent_noun", 0.6 * share * rest)


def _concerned(
    block: Block, i: int, entry: EventNoun, sources: list[tuple[Found, float]]
) -> Iterator[tuple[Found, float]]:
    """Whose critic, ally or killer someone is: the possessor, else a name before the noun.

    A country before a killer or a donor is where he comes from; so is an adjective before an ally whom
    nobody names ("Western allies", but "Russian ally Belarus").

    >>> from graphbuild.extract.examples import told
    >>> told("Kenyan/JJ/amod/2/NORP ally/NN/nmod:desc/3 Chad/NNP/nsubj/4/GPE fled=flee/VBD/root/0", events)
    ['Chad -ally-> Kenyan']
    >>> told("Western/JJ/amod/2/NORP allies=ally/NNS/nsubj/3/group fled=flee/VBD/root/0", events)
    []
    """
    parse = block.parse
    if owned := list(_owners(block, i, ("nmod:poss",))):
        yield from owned
        return
    named = any(f is not block.by_head.get(i) for f, _ in sources)
    marks = ("compound", "amod") if parse.lemmas[i] in _MUTUAL and named else ("compound",)
    for owner, share in _owners(block, i, marks):
        if entry.relation not in _FROM_SOMEWHERE or owner.type not in ("country", "place"):
            yield owner, share


def _called(block: Block, i: int) -> Iterator[tuple[Found, float]]:
    """Who is called by an agent noun: its own mention, the names beside it, or the subject of "is"."""
    parse = block.parse
    own = block.by_head.get(i)
    if own is not None:
        yield own, 1.0
    for c in parse.kids(i, "appos", "flat", "nmod:desc"):
        yield from ((f, share) for f, share in actors_at(block, c) if f is not own and f.kind == "name")
    k = i
    if parse.deps[i] == "nmod" and parse.preposition(i) == "of" and _is_partitive(parse, parse.heads[i]):
        k = parse.heads[i]
    if parse.kids(k, "cop"):
        for subject in parse.kids(k, "nsubj"):
            yield from actors_at(block, subject)
    elif own is None and parse.deps[k] in ("appos", "nmod:desc"):
        yield from actors_at(block, parse.heads[k])


def _is_partitive(parse: Parse, i: int) -> bool:
    return parse.lemmas[i] in _PARTITIVE


def _owners(block: Block, i: int, marks: tuple[str, ...] = _OWNERS) -> Iterator[tuple[Found, float]]:
    """Whose event it is: the possessor, or the country or group that modifies it."""
    for c in reversed(block.parse.kids(i, *marks)):
        for k in block.parse.conjuncts(c):
            owner = block.by_head.get(k) or block.by_token.get(k)
            if owner is not None and not opposed(block, k):
                yield owner, 1.0


def _doers(block: Block, i: int, found: dict[int, Clause]) -> Iterator[tuple[Found, float]]:
    """Who does what a noun names that has no owner: the subject of its verb, or whose thing it is part of.

    The noun may be the object ("X plans an attack on Y"), an adjunct ("X flew in support of Y"), the
    predicate ("X is a threat to Y"), or below another noun that has an owner ("X's role in the attack on Y").

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE fought=fight/VBD/root/0 in/IN/case/4 support/NN/obl/2 "
    ...      "of/IN/case/6 Chad/NNP/nmod/4/GPE", events)
    ['Kenya -support-> Chad']
    """
    parse, k = block.parse, i
    for _ in range(_CLIMB):
        if parse.kids(k, "cop"):
            for subject in parse.kids(k, "nsubj"):
                yield from actors_at(block, subject)
            return
        if parse.deps[k] != "nmod" or parse.preposition(k) not in _WITHIN:
            break
        k = parse.heads[k]
        above = block.by_head.get(k)
        owners = [(above, 1.0)] if above is not None else list(_owners(block, k))
        if not owners and parse.deps[k] == "conj" and parse.lemmas[k] == "other":
            # "Kenya, Togo and others in support of Chad"
            while parse.deps[k] == "conj":
                k = parse.heads[k]
            owners = list(actors_at(block, k))
        if owners:
            yield from ((owner, _CLIMBED * share) for owner, share in owners)
            return
    clause = found.get(parse.heads[k])
    adjunct = parse.deps[k] == "obl" and parse.preposition(k) in _ADJUNCT
    if clause is not None and (parse.deps[k] == "obj" or adjunct) and not clause.passive:
        for subject in clause.subjects:
            yield from actors_at(block, subject)


def _compound_participle(block: Block, i: int, patterns: Patterns) -> Iterator[Stated]:
    """US-backed rebels; Houthi-held towns.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed=back/VBN/amod/4 "
    ...      "rebels=rebel/NNS/nsubj/5/group left=leave/VBD/root/0", events)
    ['Kenya -support-> rebels']
    """
    parse = block.parse
    source = block.by_token.get(i - 2) if i >= 2 and parse.tags[i] == "VBN" else None
    pattern = (patterns.verbs.get(parse.lemmas[i]) or {}).get(("", ""))
    if parse.lower[i] in _HELD:
        pattern = patterns.of_class("lead")
    if source is None or pattern is None or not pattern.relation or parse.heads[i] <= i:
        return
    if parse.ends[i - 2] != parse.starts[i - 1] or parse.ends[i - 1] != parse.starts[i]:
        return  # "Kenya - targeted raids": a dash, no hyphen
    joined = set(parse.conjuncts(parse.heads[i])) - {parse.heads[i]}
    for target, share in actors_at(block, parse.heads[i]):
        if target is not source and target.head > i and target.head not in joined:
            rule, confidence = "compound_participle", round(0.85 * share, 2)
            yield Stated(source, target, "verb", pattern, parse.lemmas[i], i, rule, confidence)


def _stance(block: Block, i: int, patterns: Patterns, found: dict[int, Clause]) -> Iterator[Stated]:
    """Anti-Kremlin activists; pro-Russian separatists; their anti-Trump campaign: who holds the stance.

    >>> from graphbuild.extract.examples import told
    >>> told("anti/JJ/amod/4 -/HYPH/punct/3 Kenya/NNP/compound/4/GPE "
    ...      "protesters=protester/NNS/nsubj/5/group marched=march/VBD/root/0", events)
    ['protesters -reject-> Kenya']
    """
    parse = block.parse
    relation = _STANCES.get(parse.lower[i - 2]) if i >= 2 else None
    target = block.by_token.get(i)
    if relation is None or target is None:
        return
    noun = _noun_after(parse, i, target)
    if noun < 0:
        return
    holders = [(f, share) for f, share in actors_at(block, noun) if f is not target and f.head > i]
    holders = holders or [(f, share) for f, share in _owners(block, noun) if f is not target]
    holders = holders or [(f, share) for f, share in _doers(block, noun, found) if f is not target]
    words = f"{parse.lower[i - 2]}-{parse.lower[i]}"
    for holder, share in holders:
        if holder.antecedent is not target:
            confidence = round(0.7 * share, 2)
            yield Stated(holder, target, "verb", patterns.of_class(relation), words, i, "stance", confidence)


def _noun_after(parse: Parse, i: int, inside: Found) -> int:
    """The noun that a modifier at ``i`` belongs to, or -1."""
    for k in (i, *parse.ancestors(i)):
        if k >= inside.last and parse.pos[k] in ("NOUN", "PROPN"):
            return k
        if k >= inside.last:
            break
    return -1


def _stated(
    source: Found, target: Found, event: EventNoun, words: str, i: int, rule: str, confidence: float
) -> Stated:
    pattern = Pattern(event.relation, event.plover, event.polarity, "")
    return Stated(source, target, "verb", pattern, words, i, rule, round(confidence, 2))
