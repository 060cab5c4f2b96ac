"""Relations that verbs state: "the coalition bombed ISIS", "was condemned by", "held talks with".

Each construction is one function from a clause to candidates; its name, or the name it gives, is what the
``rule`` column shows. What becomes of two that join the same actors is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.relations.alliances import alliances
from graphbuild.extract.relations.complements import complements, wanted_of
from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.extract.relations.direct_objects import direct_objects, done_to_persons
from graphbuild.extract.relations.directions import directed
from graphbuild.extract.relations.light_verbs import light_verbs, turned
from graphbuild.extract.relations.reaches import reaches
from graphbuild.extract.relations.transfers import transfers
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.lexicons.en.action_verbs import COPULA, SELF_MOVING
from graphbuild.lexicons.en.event_nouns import CONTESTS, PACTS
from graphbuild.lexicons.en.prepositions import (
    ABLATIVE,
    ADVERSATIVE,
    AFFECTED,
    AGENTIVE,
    AMONG_PARTIES,
    DIRECTIONAL,
    GENITIVE,
    LOCATIVE,
    OTHER_PARTY,
)
from graphbuild.lexicons.en.pronouns import COMMON_POSSESSOR
from graphbuild.lexicons.verbs import Pattern
from graphbuild.vocabulary import AFFILIATION, STATIC_CLASSES, VERB

__all__ = ["acting", "constructions", "filled", "one_actor", "verbs"]

_SHARED_HEAD = ("compound", "amod", "nmod:poss")
_LOCATED = frozenset({"attack", "mobilize", "protest", "aid", "restrict"})
_MOVED = frozenset({"mobilize"})
_ASKED = frozenset({"demand", "request"})
_CONTESTS = frozenset({"compete", "defeat"})
_MADE = 0.8
_STATIC = STATIC_CLASSES - {"lead"}
"""What a verb may say to hold; who founds a body does something."""


def verbs(context: Context) -> Iterator[Candidate]:
    """Relations that the verbs of a block state between its mentions.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        What each construction proposes, before its clause is asked for status and speaker.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE", verbs)
    ['Kenya -attack-> Chad']
    """
    for word, options in constructions(context, context.block.shared()):
        for option in options:
            yield from filled(context, word, option)


def constructions(context: Context, within: Container[int]) -> Iterator[tuple[int, list[Construction]]]:
    """What the rules make of each verb and predicate before it is known who stands in its places.

    Parameters
    ----------
    context : Context
    within : container of int
        The sentences of the block to look at.

    Yields
    ------
    (int, list of Construction)
        The token, and what to try; an empty list where no rule fits.
    """
    parse, patterns = context.block.parse, context.patterns
    for verb, clause in context.clauses.items():
        if parse.sentence[verb] not in within:
            continue
        entries = patterns.verbs.get(clause.lemma)
        if entries is None and " " in clause.lemma:
            clause = clause._replace(lemma=parse.lemmas[verb])
            entries = patterns.verbs.get(clause.lemma)
        predication = Predication(context, clause, entries or {})
        proposed = (construction for rule in _RULES for construction in rule(predication))
        yield verb, [way for construction in proposed for way in directed(predication, construction)]
    heads = parse.heads
    predicates = {heads[c] for c, dep in enumerate(parse.deps) if dep == "cop" and heads[c] != c}
    for i in sorted(i for i in predicates if parse.sentence[i] in within):
        yield i, list(_predicate(context, i))


def filled(context: Context, word: int, construction: Construction) -> Iterator[Candidate]:
    """The candidates that a construction gives with the actors in its places."""
    targets = [a for t in construction.targets for a in actors_at(context.block, t)]
    if not targets:
        return
    static = construction.pattern.relation in _STATIC
    sources = [
        a
        for s in construction.sources
        for a in (actors_at(context.block, s) if static else acting(context, s))
    ]
    for source, share in sources:
        for target, other in targets:
            if source is target or one_actor(source, target):
                continue
            if reaches(context.block, construction, target, other):
                yield Candidate(
                    source,
                    target,
                    AFFILIATION if static else VERB,
                    construction.pattern,
                    construction.words,
                    word,
                    construction.rule,
                    share * other,
                    construction.status,
                    consumed=construction.consumed,
                )


def acting(context: Context, token: int) -> Iterator[tuple[Mention, float]]:
    """The actors at a subject; of a thing that acts for its maker, whoever made it.

    "Kenya issued a statement condemning Chad": the statement condemns in Kenya's name.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE issued=issue/VBD/root/0 a/DT/det/4 statement/NN/obj/2 "
    ...      "condemning=condemn/VBG/acl/4 Chad/NNP/obj/5/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    inside = list(actors_at(context.block, token))
    parse = context.block.parse
    clause = context.clauses.get(parse.heads[token])
    made = parse.deps[token] == "obj" and clause is not None and not clause.passive
    act = context.patterns.lexicon.verbs.get((clause.lemma, "", "")) if clause is not None and made else None
    made = made and (act is None or act.polarity >= 0)  # who vetoes a resolution does not speak through it
    if clause is None or not made or any(share >= _MADE for _, share in inside):
        yield from inside
        return
    makers = [a for subject in clause.subjects for a in actors_at(context.block, subject)]
    yield from ((f, _MADE * share) for f, share in makers) if makers else inside


def one_actor(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one actor, or one only modifies the other ("Belgian" in "Belgian police").

    >>> from graphbuild.extract.testing import example
    >>> chad, togo = example("Chad/NNP/nsubj/2/GPE met=meet/VBD/root/0 Togo/NNP/obj/2/GPE").mentions
    >>> before = one_actor(chad, togo)
    >>> togo.antecedent = chad
    >>> before, one_actor(chad, togo)
    (False, True)
    """
    if one.antecedent is other or other.antecedent is one:
        return True
    outer, inner = (one, other) if one.first <= other.first and other.last <= one.last else (other, one)
    return one.parse is other.parse and outer.first <= inner.first and inner.last <= outer.head


def _reciprocal(predication: Predication) -> Iterator[Construction]:
    """X and Y met; US and Russian officials agreed; X and Y signed a treaty.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/4/GPE and/CC/cc/3 Chad/NNP/conj/1/GPE met=meet/VBD/root/0", verbs)
    ['Kenya -discuss-> Chad']
    """
    clause, parse = predication.clause, predication.block.parse
    pattern, consumed, words = predication.entries.get(("", "and")), -1, clause.lemma
    if clause.objects and not clause.passive:
        # A verb that is mutual by itself makes what it takes: to agree a deal is to have one.
        act = predication.entries.get(("", "")) if pattern is None else Pattern("", "", 0.0, "same")
        pattern = None
        for thing in clause.objects:
            for noun in predication.lemmas(thing):
                event = predication.patterns.nouns.get(noun, {}).get(AMONG_PARTIES)
                own = predication.entries.get((noun, "and"))
                if own is None and event is not None and act is not None:
                    theirs = any(parse.lower[c] == COMMON_POSSESSOR for c in parse.kids(thing, "nmod:poss"))
                    if act.effect == "same" or (act.effect and theirs):  # who shuns talks holds none
                        own = turned(act, event, predication.patterns)
                if own is not None:
                    pattern, consumed, words = own, thing, f"{clause.lemma} {noun}"
                    break
    if pattern is None or not pattern.relation or clause.inherited:
        return
    if pattern.polarity < 0 and any(preposition in OTHER_PARTY for preposition, _ in clause.obliques):
        return  # "broke with Togo": the others are whom both left
    for party in clause.objects if clause.passive else clause.subjects:
        members = list(parse.conjuncts(party))
        if len(members) == 1:
            members = [k for c in parse.kids(party, *_SHARED_HEAD) for k in parse.conjuncts(c)]
        for k, one in enumerate(members):
            for other in members[k + 1 :]:
                yield Construction(pattern, (one,), (other,), words, "reciprocal", consumed)


def _prepositional_object(predication: Predication) -> Iterator[Construction]:
    """X negotiated with Y; X called on Y.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE negotiated=negotiate/VBD/root/0 with/IN/case/4 "
    ...      "Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -discuss-> Chad']
    """
    clause = predication.clause
    around = clause.obliques  # what "of" marks below an object belongs to that, not to the verb
    below = [
        at
        for thing in clause.objects
        for at in predication.places(thing)
        if at[0] != GENITIVE or at in around
    ]
    for preposition, place in below or around:
        pattern = predication.entries.get(("", preposition))
        if pattern is not None and pattern.relation:
            if pattern.relation == "visit" and clause.passive:
                continue  # who is flown somewhere goes there, not who flies him
            if pattern.relation in _CONTESTS and clause.objects and not _contested(predication):
                continue  # who loses access to a market is not beaten by it
            if pattern.relation in _ASKED and _aims(predication, place):
                continue  # who calls for sanctions against Y asks nothing of Y
            if clause.lemma in SELF_MOVING and not clause.objects:
                pattern = predication.patterns.classes["visit"]  # who returns to Chad gives it nothing
            leaves = pattern.relation == "yield" and preposition in ABLATIVE
            if leaves and not clause.objects and _joint(predication, place):
                pattern = predication.patterns.classes["reject"]
            words = f"{clause.lemma} {preposition}"
            yield Construction(pattern, clause.subjects, (place,), words, "prepositional_object")


def _contested(predication: Predication) -> bool:
    """Whether what one loses or wins is a contest or what is won in it."""
    return any(predication.block.parse.lemmas[thing] in CONTESTS for thing in predication.clause.objects)


def _aims(predication: Predication, noun: int) -> bool:
    """Whether a noun is a hostile act with its own target: "sanctions against Chad".

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 for/IN/case/4 sanctions=sanction/NNS/obl/2 "
    ...      "against/IN/case/6 Chad/NNP/nmod/4/GPE", verbs)
    []
    """
    parse = predication.block.parse
    events = predication.patterns.nouns.get(parse.lemmas[noun], {})
    marks = [parse.preposition(c) for c in parse.kids(noun, "nmod")]
    aimed = [events[mark] for mark in marks if mark in events]
    return ADVERSATIVE in marks or any(event.role == "target" and event.polarity < 0 for event in aimed)


def _joint(predication: Predication, place: int) -> bool:
    """Whether one withdraws from what one shares with others, a body or a pact, rather than from territory.

    >>> from graphbuild.extract.testing import told
    >>> tokens = "Kenya/NNP/nsubj/2/GPE withdrew=withdraw/VBD/root/0 from/IN/case/4 {}/obl/2/{}"
    >>> told(tokens.format("OPEC/NNP", "ORG"), verbs), told(tokens.format("Chad/NNP", "GPE"), verbs)
    (['Kenya -reject-> OPEC'], ['Kenya -yield-> Chad'])
    """
    if predication.block.parse.lemmas[place] in PACTS:
        return True
    found = predication.block.by_head.get(place)
    return found is not None and found.type == "organization" and found.kind == "name"


def _direct_object(predication: Predication) -> Iterator[Construction]:
    """X attacked Y; Y was attacked by X; X gave Y money.

    >>> from graphbuild.extract.testing import told
    >>> told("Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 condemned=condemn/VBN/root/0 "
    ...      "by/IN/case/5 Kenya/NNP/obl:agent/3/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    clause, pattern = predication.clause, predication.entries.get(("", ""))
    if pattern is None or not pattern.relation:
        return
    if clause.receivers:
        yield Construction(pattern, clause.subjects, clause.receivers, clause.lemma, "indirect_object")
    if clause.objects:
        rule = "passive" if clause.passive else "active"
        reached, endured = direct_objects(predication, pattern)
        for places, said in ((endured, predication.patterns.classes["support"]), (reached, pattern)):
            if said is pattern and (other := done_to_persons(predication)):
                said = predication.patterns.classes[other]
            if places:
                yield Construction(said, clause.subjects, places, clause.lemma, rule)
        if not clause.passive:
            noun = predication.block.parse.lemmas[clause.objects[0]]
            for preposition, place in clause.obliques:
                if preposition == AGENTIVE:
                    words = f"{clause.lemma} {noun} {AGENTIVE}"
                    yield Construction(pattern, clause.subjects, (place,), words, "event_agent")
    yield from _adjuncts(predication, pattern)


def _adjuncts(predication: Predication, pattern: Pattern) -> Iterator[Construction]:
    """X sent troops to Y; troops were deployed in Y; X bombed a village in Y.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE sent=send/VBD/root/0 troops=troop/NNS/obj/2 to/IN/case/5 "
    ...      "Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -mobilize-> Chad']
    """
    clause = predication.clause
    doers = clause.subjects or (clause.objects if pattern.relation in _MOVED else ())
    reached = any(True for t in (*clause.objects, *clause.receivers) for _ in actors_at(predication.block, t))
    moved = pattern.relation in _MOVED
    for preposition, place in clause.obliques:
        words = f"{clause.lemma} {preposition}"
        if ("", preposition) in predication.entries:
            continue  # which has a sense of its own with the verb
        if preposition in (DIRECTIONAL if moved else AFFECTED.get(pattern.relation, ())):
            if moved or (clause.objects and not reached):
                yield Construction(pattern, doers, (place,), words, "adjunct")
        elif not reached and preposition in LOCATIVE and pattern.relation in _LOCATED:
            yield Construction(pattern, doers, (place,), words, "locative")


def _predicate(context: Context, i: int) -> Iterator[Construction]:
    """X is critical of Y; X is at war with Y.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/3/GPE is=be/VBZ/cop/3 critical/JJ/root/0 of/IN/case/5 "
    ...      "Chad/NNP/obl/3/GPE", verbs)
    ['Kenya -criticize-> Chad']
    """
    parse, entries = context.block.parse, context.patterns.verbs.get(COPULA, {})
    subjects = tuple(parse.kids(i, "nsubj"))
    for c in parse.kids(i, "nmod", "obl"):
        preposition = parse.preposition(c)
        pattern = entries.get((parse.lemmas[i], preposition))
        if pattern is not None and pattern.relation:
            words = f"{COPULA} {parse.lemmas[i]} {preposition}"
            yield Construction(pattern, subjects, (c,), words, "predicate", i)


_RULES: tuple[Callable[[Predication], Iterator[Construction]], ...] = (
    _reciprocal,
    light_verbs,
    _prepositional_object,
    alliances,
    wanted_of,
    transfers,
    _direct_object,
    complements,
)
