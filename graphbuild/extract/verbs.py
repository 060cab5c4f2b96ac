"""Relations that verbs state: "the coalition bombed ISIS", "was condemned by", "held talks with".

Each construction is one function from a clause to candidates; its name, or the name it gives, is what the
``rule`` column shows. Candidates come in order of trust: the first that joins two actors keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from graphbuild.extract.arguments import actors_at
from graphbuild.extract.clauses import Clause
from graphbuild.extract.complements import complements
from graphbuild.extract.found import Block, Found, Stated
from graphbuild.extract.patterns import Patterns
from graphbuild.extract.scenes import Candidate, Scene
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["acting", "candidates", "one_actor", "verbs"]

_TARGET_PREPOSITIONS = frozenset("against at on upon with to toward towards into for over from".split())
_LOCATIVE = frozenset("in inside across near around at along within".split())
_COMPANY = frozenset({"alongside", "together with"})
_BESIDE = frozenset({"shoulder", "side", "hand", "arm"})
_AMOUNTS = frozenset(
    "more million billion trillion thousand dollar euro amount total sum package share worth series wave set "
    "number lot round range variety level campaign string spate barrage flurry course kind type form act show "
    "policy program programme".split()
)
_SHARED_HEAD = ("compound", "amod", "nmod:poss")
_LOCATED = frozenset({"attack", "mobilize", "protest", "aid", "restrict"})
_MOVED = frozenset({"mobilize"})
_HELPING = frozenset({"support", "aid", "ally"})
_FIGHTING = frozenset({"attack", "kill", "defeat", "reject", "protest"})
_ARMED = frozenset({"MIL", "REB", "UAF", "COP"})
_MADE = 0.8


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
    for word, options in candidates(block, found, patterns):
        yield from _joined(block, word, options, found)


def candidates(
    block: Block, found: Mapping[int, Clause], patterns: Patterns
) -> Iterator[tuple[int, list[Candidate]]]:
    """What the rules make of each verb and predicate before it is known who stands in its places.

    Parameters
    ----------
    block : Block
    found : mapping of int to Clause
    patterns : Patterns

    Yields
    ------
    (int, list of Candidate)
        The token, and what to try in order of trust; an empty list where no rule fits.
    """
    for verb, clause in found.items():
        entries = patterns.verbs.get(clause.lemma)
        if entries is None and " " in clause.lemma:
            clause = replace(clause, lemma=block.parse.lemmas[verb])
            entries = patterns.verbs.get(clause.lemma)
        scene = Scene(block, clause, entries or {}, patterns, found)
        yield verb, [candidate for rule in _RULES for candidate in rule(scene)]
    heads, deps = block.parse.heads, block.parse.deps
    for i in sorted({heads[c] for c, dep in enumerate(deps) if dep == "cop" and heads[c] != c}):
        yield i, list(_predicate(block, i, patterns))


def _joined(
    block: Block, word: int, options: list[Candidate], found: Mapping[int, Clause]
) -> Iterator[Stated]:
    """Fill the places of the candidates with actors."""
    done: set[tuple[int, int]] = set()
    for candidate in options:
        sources = [a for s in candidate.sources for a in acting(block, s, found)]
        targets = [a for t in candidate.targets for a in actors_at(block, t)]
        for source, share in sources:
            for target, other in targets:
                pair = (id(source), id(target))
                if source is target or pair in done or one_actor(source, target):
                    continue
                done.add(pair)
                yield Stated(
                    source=source,
                    target=target,
                    kind="verb",
                    pattern=candidate.pattern,
                    words=candidate.words,
                    word=word,
                    rule=candidate.rule,
                    confidence=round(candidate.confidence * share * other, 2),
                    consumed=candidate.consumed,
                    status=candidate.status,
                )


def acting(block: Block, token: int, found: Mapping[int, Clause]) -> Iterator[tuple[Found, float]]:
    """The actors at a subject; of a thing that acts for its maker, whoever made it.

    "Kenya issued a statement condemning Chad": the statement condemns in Kenya's name.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE issued=issue/VBD/root/0 a/DT/det/4 statement/NN/obj/2 "
    ...      "condemning=condemn/VBG/acl/4 Chad/NNP/obj/5/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    inside = list(actors_at(block, token))
    parse = block.parse
    clause = found.get(parse.heads[token])
    made = parse.deps[token] == "obj" and clause is not None and not clause.passive
    if clause is None or not made or any(share >= _MADE for _, share in inside):
        yield from inside
        return
    makers = [a for subject in clause.subjects for a in actors_at(block, subject)]
    yield from ((f, _MADE * share) for f, share in makers) if makers else inside


def one_actor(one: Found, other: Found) -> bool:
    """Whether two mentions are one actor, or one only modifies the other ("Belgian" in "Belgian police")."""
    if one.antecedent is other or other.antecedent is one:
        return True
    outer, inner = (one, other) if one.first <= other.first and other.last <= one.last else (other, one)
    return one.parse is other.parse and outer.first <= inner.first and inner.last <= outer.head


def _reciprocal(scene: Scene) -> Iterator[Candidate]:
    """X and Y met; US and Russian officials agreed; X and Y signed a treaty.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/4/GPE and/CC/cc/3 Chad/NNP/conj/1/GPE met=meet/VBD/root/0", verbs)
    ['Kenya -discuss-> Chad']
    """
    clause, parse = scene.clause, scene.block.parse
    pattern, consumed, words = scene.entries.get(("", "and")), -1, clause.lemma
    if clause.objects and not clause.passive:
        pattern = None
        for thing in clause.objects:
            for noun in _lemmas(scene, thing):
                event = scene.patterns.nouns.get(noun, {}).get("between")
                own = scene.entries.get((noun, "and"))
                if own is None and event is not None:
                    own = Pattern(event.relation, event.plover, event.polarity, "")
                if own is not None:
                    pattern, consumed, words = own, thing, f"{clause.lemma} {noun}"
                    break
    if pattern is None or not pattern.relation or clause.inherited:
        return
    for party in clause.objects if clause.passive else clause.subjects:
        members = list(parse.conjuncts(party))
        if len(members) == 1:
            members = [k for c in parse.kids(party, *_SHARED_HEAD) for k in parse.conjuncts(c)]
        for k, one in enumerate(members):
            for other in members[k + 1 :]:
                yield Candidate(pattern, (one,), (other,), words, "reciprocal", 0.8, consumed)


def _light_verb(scene: Scene) -> Iterator[Candidate]:
    """X launched an attack on Y; X signed an agreement with Y; X gave aid to Y; X went to war with Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE launched=launch/VBD/root/0 an=a/DT/det/4 attack/NN/obj/2 "
    ...      "on/IN/case/6 Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -attack-> Chad']
    """
    clause = scene.clause
    completing = scene.patterns.objects.get(clause.lemma)
    if not completing:
        return
    direct_objects = _things(scene)
    for thing in (*direct_objects, *(place for _, place in clause.obliques)):
        direct = thing in direct_objects
        for noun in _lemmas(scene, thing):
            if noun not in completing:
                continue
            for preposition, place in _places(scene, thing):
                pattern = scene.entries.get((noun, preposition))
                if pattern is not None and pattern.relation and place != thing:
                    words = f"{clause.lemma} {noun} {preposition}"
                    yield Candidate(pattern, clause.subjects, (place,), words, "light_verb", 0.85, thing)
            pattern = scene.entries.get((noun, ""))
            if pattern is not None and pattern.relation:
                places = clause.receivers or ((thing,) if direct else clause.objects)
                words = f"{clause.lemma} {noun}"
                yield Candidate(pattern, clause.subjects, places, words, "light_verb", 0.75, thing)


def _things(scene: Scene) -> list[int]:
    """The objects, and what an object that is only a sum or an amount consists of.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE gave=give/VBD/root/0 millions=million/NNS/obj/2 in/IN/case/5 "
    ...      "aid/NN/nmod/3 to/IN/case/7 Chad/NNP/nmod/5/GPE", verbs)
    ['Kenya -aid-> Chad']
    """
    parse, things = scene.block.parse, list(scene.clause.objects)
    for thing in scene.clause.objects:
        if parse.pos[thing] in ("NUM", "SYM") or parse.lemmas[thing] in _AMOUNTS:
            things += [c for c in parse.kids(thing, "nmod", "obl") if parse.preposition(c) in ("in", "of")]
    return things


def _event_object(scene: Scene) -> Iterator[Candidate]:
    """X ordered an attack on Y; X lifted its ban on Y: the verb keeps or turns the sign of the event.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2 "
    ...      "on/IN/case/5 Chad/NNP/nmod/3/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    clause = scene.clause
    things = [(scene.entries.get(("", "")), thing) for thing in _things(scene)]
    things += [(scene.entries.get(("", preposition)), place) for preposition, place in clause.obliques]
    for act, thing in things:
        if act is None or not act.effect:
            continue
        for noun in _lemmas(scene, thing):
            events = scene.patterns.nouns.get(noun)
            if not events:
                continue
            for preposition, place in (*_places(scene, thing), *_imposed(scene, thing)):
                event = events.get(preposition)
                if preposition in _LOCATIVE and scene.block.parse.lemmas[place] in scene.patterns.nouns:
                    continue  # "conducted strikes in support of Kenya"
                if event is not None and event.role not in ("source", "agent") and place != thing:
                    pattern = _turned(act, event, scene.patterns)
                    words = f"{clause.lemma} {noun} {preposition}"
                    yield Candidate(pattern, clause.subjects, (place,), words, "event_object", 0.75, thing)
            break


def _imposed(scene: Scene, thing: int) -> list[tuple[str, int]]:
    """Places below a participle that only repeats the event: "sanctions imposed on Y".

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2 "
    ...      "imposed=impose/VBN/acl/3 on/IN/case/6 Chad/NNP/obl/4/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    parse = scene.block.parse
    below = [c for verb in parse.kids(thing, "acl") for c in parse.kids(verb, "obl")]
    return [(parse.preposition(c), c) for c in below]


def _turned(act: Pattern, event: EventNoun, patterns: Patterns) -> Pattern:
    """The pattern of an event that a verb carries out (same) or ends (flip)."""
    if act.effect == "same":
        return Pattern(event.relation, event.plover, event.polarity, "")
    if act.relation:
        sided = patterns.of_class("support") if event.polarity < 0 else act
        return Pattern(sided.relation, sided.plover, round(-event.polarity / 2, 3), "")
    return patterns.of_class("yield" if event.polarity < 0 else "sanction")


def _prepositional_object(scene: Scene) -> Iterator[Candidate]:
    """X negotiated with Y; X called on Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE negotiated=negotiate/VBD/root/0 with/IN/case/4 "
    ...      "Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -discuss-> Chad']
    """
    clause = scene.clause
    below = [place for thing in clause.objects for place in _places(scene, thing)]
    for preposition, place in below or clause.obliques:
        pattern = scene.entries.get(("", preposition))
        if pattern is not None and pattern.relation:
            words = f"{clause.lemma} {preposition}"
            yield Candidate(pattern, clause.subjects, (place,), words, "prepositional_object", 0.8)


def _direct_object(scene: Scene) -> Iterator[Candidate]:
    """X attacked Y; Y was attacked by X; X gave Y money.

    >>> from graphbuild.extract.examples import told
    >>> told("Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 condemned=condemn/VBN/root/0 "
    ...      "by/IN/case/5 Kenya/NNP/obl:agent/3/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    clause, pattern = scene.clause, scene.entries.get(("", ""))
    if pattern is None or not pattern.relation:
        return
    if clause.receivers:
        yield Candidate(pattern, clause.subjects, clause.receivers, clause.lemma, "indirect_object", 0.8)
    if clause.objects:
        rule, confidence = "passive" if clause.passive else "active", 0.8 if clause.inherited else 0.9
        reached = tuple(t for t in clause.objects if pattern.polarity <= 0 or not _opposes(scene, t))
        yield Candidate(pattern, clause.subjects, reached, clause.lemma, rule, confidence)
        if not clause.passive:
            noun = scene.block.parse.lemmas[clause.objects[0]]
            for preposition, place in clause.obliques:
                if preposition == "by":
                    words = f"{clause.lemma} {noun} by"
                    yield Candidate(pattern, clause.subjects, (place,), words, "event_agent", 0.7)
    yield from _adjuncts(scene, pattern)


def _opposes(scene: Scene, thing: int) -> bool:
    """Whether a thing only leads to whom it is against: to join a fight against Y is no help to Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE welcomed=welcome/VBD/root/0 the/DT/det/4 bill/NN/obj/2 "
    ...      "against/IN/case/6 Chad/NNP/nmod/4/GPE", verbs)
    []
    """
    parse = scene.block.parse
    first = next((found for found, _ in actors_at(scene.block, thing)), None)
    between = () if first is None else (first.head, *parse.ancestors(first.head))
    return thing in between and any(parse.preposition(k) == "against" for k in between[: between.index(thing)])


def _adjuncts(scene: Scene, pattern: Pattern) -> Iterator[Candidate]:
    """X sent troops to Y; troops were deployed in Y; X bombed a village in Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE sent=send/VBD/root/0 troops=troop/NNS/obj/2 to/IN/case/5 "
    ...      "Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -mobilize-> Chad']
    """
    clause = scene.clause
    doers = clause.subjects or (clause.objects if pattern.relation in _MOVED else ())
    reached = any(True for t in (*clause.objects, *clause.receivers) for _ in actors_at(scene.block, t))
    for preposition, place in clause.obliques:
        words = f"{clause.lemma} {preposition}"
        if preposition in _TARGET_PREPOSITIONS:
            yield Candidate(pattern, doers, (place,), words, "adjunct", 0.5)
        elif not reached and preposition in _LOCATIVE and pattern.relation in _LOCATED:
            yield Candidate(pattern, doers, (place,), words, "place_of_act", 0.4)


def _engaged(scene: Scene) -> Iterator[Candidate]:
    """Troops engaged the insurgents: between those who bear arms, to engage is to fight."""
    clause = scene.clause
    if clause.lemma != "engage" or not clause.objects:
        return
    armed = [
        any(found.role in _ARMED for token in tokens for found, _ in actors_at(scene.block, token))
        for tokens in (clause.subjects, clause.objects)
    ]
    if all(armed):
        attack = scene.patterns.of_class("attack")
        yield Candidate(attack, clause.subjects, clause.objects, "engage", "engaged", 0.8)


def _against(scene: Scene) -> Iterator[Candidate]:
    """X testified against Y; X united against Y: whatever is done against someone opposes them.

    >>> from graphbuild.extract.examples import told
    >>> told("Roe/NNP/nsubj/2/PERSON testified=testify/VBD/root/0 against/IN/case/4 "
    ...      "Kenya/NNP/obl/2/GPE", verbs)
    ['Roe -accuse-> Kenya']
    """
    known = scene.entries.get(("", ""))
    pattern = known if known is not None and known.polarity < 0 else scene.patterns.of_class("reject")
    for preposition, place in scene.clause.obliques:
        if preposition == "against":
            words = f"{scene.clause.lemma} against"
            yield Candidate(pattern, scene.clause.subjects, (place,), words, "against", 0.45)


def _company(scene: Scene) -> Iterator[Candidate]:
    """X fights alongside Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE trains=train/VBZ/root/0 alongside/IN/case/4 Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -ally-> Chad']
    """
    ally = scene.patterns.of_class("ally")
    for preposition, place in (*scene.clause.obliques, *_side_by_side(scene)):
        if preposition in _COMPANY:
            words = f"{scene.clause.lemma} {preposition}"
            yield Candidate(ally, scene.clause.subjects, (place,), words, "company", 0.7)


def _side_by_side(scene: Scene) -> Iterator[tuple[str, int]]:
    """X stands shoulder to shoulder with Y; X works hand in hand with Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE stands=stand/VBZ/root/0 side/NN/obl:unmarked/2 by/IN/case/5 "
    ...      "side/NN/nmod/3 with/IN/case/7 Chad/NNP/nmod/5/GPE", verbs)
    ['Kenya -ally-> Chad']
    """
    parse, verb = scene.block.parse, scene.clause.verb
    for one in parse.children[verb]:
        for other in parse.kids(one, "nmod", "obl"):
            if parse.lemmas[one] == parse.lemmas[other] and parse.lemmas[one] in _BESIDE:
                beside = [c for k in (verb, one, other) for c in parse.kids(k, "nmod", "obl")]
                yield from (("alongside", c) for c in beside if parse.preposition(c) == "with" and c > other)


def _sided(scene: Scene) -> Iterator[Candidate]:
    """X arms rebels fighting Y; X backed Z in its war against Y: to help someone's enemies is to oppose them.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/2/GPE armed=arm/VBD/root/0 rebels=rebel/NNS/obj/2/group "
    ...      "fighting=fight/VBG/acl/3 Chad/NNP/obj/4/GPE", verbs)
    ['Kenya -aid-> rebels', 'Kenya -reject-> Chad', 'rebels -attack-> Chad']
    """
    clause, parse, act = scene.clause, scene.block.parse, scene.entries.get(("", ""))
    if act is None or act.relation not in _HELPING or clause.passive:
        return
    helped = {k for thing in (*clause.objects, *clause.receivers) for k in parse.conjuncts(thing)}
    reject = scene.patterns.of_class("reject")
    for inner in scene.clauses.values():
        fought = scene.patterns.verbs.get(inner.lemma, {}).get(("", ""))
        below = parse.heads[inner.verb] in (clause.verb, *helped) and not helped.isdisjoint(inner.subjects)
        if below and fought is not None and fought.relation in _FIGHTING:
            enemies = (*inner.objects, *(place for mark, place in inner.obliques if mark == "against"))
            words = f"{clause.lemma} {inner.lemma}"
            yield Candidate(reject, clause.subjects, enemies, words, "sided", 0.6)
    for preposition, place in clause.obliques:
        event = scene.patterns.nouns.get(parse.lemmas[place], {}).get("against")
        if preposition == "in" and event is not None and event.relation in _FIGHTING and helped:
            enemies = tuple(c for c in parse.kids(place, "nmod") if parse.preposition(c) == "against")
            words = f"{clause.lemma} {parse.lemmas[place]} against"
            yield Candidate(reject, clause.subjects, enemies, words, "sided", 0.6)


def _predicate(block: Block, i: int, patterns: Patterns) -> Iterator[Candidate]:
    """X is critical of Y; X is at war with Y.

    >>> from graphbuild.extract.examples import told
    >>> told("Kenya/NNP/nsubj/3/GPE is=be/VBZ/cop/3 critical/JJ/root/0 of/IN/case/5 "
    ...      "Chad/NNP/obl/3/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    parse, entries = block.parse, patterns.verbs.get("be", {})
    subjects = tuple(parse.kids(i, "nsubj"))
    for c in parse.kids(i, "nmod", "obl"):
        preposition = parse.preposition(c)
        pattern = entries.get((parse.lemmas[i], preposition))
        if pattern is not None and pattern.relation:
            words = f"be {parse.lemmas[i]} {preposition}"
            yield Candidate(pattern, subjects, (c,), words, "predicate", 0.75, i)


_RULES: tuple[Callable[[Scene], Iterator[Candidate]], ...] = (
    _reciprocal,
    _light_verb,
    _event_object,
    _company,
    _prepositional_object,
    _against,
    _engaged,
    _direct_object,
    complements,
    _sided,
)


def _lemmas(scene: Scene, token: int) -> Iterator[str]:
    """Lemma of a noun, after its two-word form with the word before it ("peace talk")."""
    lemmas = scene.block.parse.lemmas
    if token:
        yield f"{lemmas[token - 1]} {lemmas[token]}"
    yield lemmas[token]


def _places(scene: Scene, thing: int) -> list[tuple[str, int]]:
    """Prepositions and their objects below a noun, those coordinated with it, and the verb above."""
    parse = scene.block.parse
    below = [c for k in parse.conjuncts(thing) for c in parse.kids(k, "nmod", "obl")]
    return [*((parse.preposition(c), c) for c in below if parse.preposition(c)), *scene.clause.obliques]
