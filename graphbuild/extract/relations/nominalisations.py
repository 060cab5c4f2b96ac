"""Relations that nouns and participles state.

"The US attack on Syria", "talks between Iran and the EU", "US-backed rebels".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graphbuild.extract.annotations import Candidate, Clause, Context, Mention, by_noun
from graphbuild.extract.relations.agent_nouns import agent_nouns
from graphbuild.extract.relations.compounds import compounds
from graphbuild.extract.relations.event_agents import doers, owners
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.action_verbs import (
    AIMING,
    COMING_UNDER,
    GAINING,
    GOING_OUT,
    RESPONDING,
    UNDERGOING,
)
from graphbuild.lexicons.en.prepositions import (
    ADESSIVE,
    ADVERSATIVE,
    ADVERSE,
    AGENTIVE,
    AIMED,
    ESSIVE,
    EVENT_SETTING,
    FAVOURABLE,
    GENITIVE,
    SEPARATIVE,
)
from graphbuild.lexicons.en.thing_nouns import HANDS
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.verbs import EventNoun

__all__ = ["entries_of", "nominalisations"]

_FELT = frozenset({"criticize", "accuse", "threaten", "demand", "request", "attack", "protest"})
_HELP = frozenset({"support", "aid"})
_ADJUNCTS = {**dict.fromkeys(ADVERSE, _FELT), **dict.fromkeys(FAVOURABLE, _HELP)}
_DEEDS = frozenset({"abuse", "attack", "detain", "kill", "seize"})
_WON = frozenset({"defeat"})
_MEETINGS = frozenset({"ally", "discuss", "trade"})


def nominalisations(context: Context) -> Iterator[Candidate]:
    """Relations that event nouns and compound participles of a block state between its mentions.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of event nouns for which a verb may speak as well: ``event`` names the noun, ``apart`` those that
        hold beside what the verb says.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 war/NN/nsubj/6 on/IN/case/5 Chad/NNP/nmod/3/GPE "
    ...      "failed=fail/VBD/root/0", nominalisations)
    ['Kenya -attack-> Chad']
    """
    parse, shared = context.block.parse, context.block.shared()
    opposing = ADVERSATIVE in parse.lower
    for i, pos in enumerate(parse.pos):
        if parse.sentence[i] not in shared:
            continue
        if pos == "NOUN" or (pos == "ADJ" and parse.kids(i, "cop")):
            entries = entries_of(context, i)
            if entries:
                for one in _event_noun(context, i, entries):
                    yield replace(one, event=i, apart=_apart(context, i, one))
            if opposing and pos == "NOUN" and (entries is None or ADVERSATIVE not in entries):
                for one in _noun_against(context, i):
                    yield replace(one, event=i)
    yield from compounds(context)


def _apart(context: Context, i: int, one: Candidate) -> bool:
    """Kenya condemned Togo's attack on Chad: the verb speaks for the event, yet Togo attacked Chad.

    >>> from graphbuild.extract.relations.verbs import verbs
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 Togo/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "attack/NN/obj/2 on/IN/case/7 Chad/NNP/nmod/5/GPE", verbs, nominalisations)
    ['Kenya -support-> Chad', 'Kenya -criticize-> Togo', 'Togo -attack-> Chad']
    """
    parse = context.block.parse
    if context.patterns.lexicon.status.get((parse.lemmas[parse.heads[i]], "VERB")) == "negated":
        return False  # "Kenya averted Togo's attack on Chad"
    owned = one.source.kind == "name" or parse.deps[one.source.head] == "nmod:poss"
    return one.rule == "nominalisation" and one.source.kind != "pronoun" and owned


def entries_of(context: Context, i: int) -> Mapping[str, EventNoun] | None:
    """What the lexicon has for a noun: for two words, for one, or for what it is a part or means of.

    "Strike missions against Y", "attack planes over Y": where the head noun says nothing, its modifier does.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenyan/JJ/amod/3/NORP attack/NN/compound/3 planes=plane/NNS/nsubj/6 against/IN/case/5 "
    ...      "Chad/NNP/nmod/3/GPE failed=fail/VBD/root/0", nominalisations)
    ['Kenyan -attack-> Chad']
    """
    parse = context.block.parse
    tried = [f"{parse.lemmas[i - 1]} {parse.lemmas[i]}"] if i else []
    tried.append(parse.lemmas[i])
    actor = context.block.by_head.get(i)
    if actor is None or actor.role == "MIL":  # "riot police" do not riot, "attack planes" do attack
        tried += [parse.lemmas[c] for c in reversed(parse.kids(i, "compound")) if parse.pos[c] == "NOUN"]
    return next((context.patterns.nouns[words] for words in tried if words in context.patterns.nouns), None)


def _event_noun(context: Context, i: int, entries: Mapping[str, EventNoun]) -> Iterator[Candidate]:
    """The US attack on Syria; talks between Iran and the EU; an attack by rebels on the town.

    >>> from graphbuild.extract.testing import told
    >>> told("The=the/DT/det/3 Kenyan/JJ/amod/3/NORP attack/NN/nsubj/6 on/IN/case/5 "
    ...      "Chad/NNP/nmod/3/GPE failed=fail/VBD/root/0", nominalisations)
    ['Kenyan -attack-> Chad']
    """
    parse = context.block.parse
    targets: list[tuple[Mention, float]] = []
    sources: list[tuple[Mention, float]] = []
    event: EventNoun | None = None
    words = parse.lemmas[i]
    for c in parse.kids(i, "nmod", "obl"):
        preposition = parse.preposition(c)
        entry = entries.get(preposition)
        if entry is None:
            if preposition == AGENTIVE:
                sources += actors_at(context.block, c)
            continue
        inside = list(actors_at(context.block, c))
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
        aimed = [a for c in reached for a in actors_at(context.block, c)]
        event = next((e for e in entries.values() if e.role == "target"), None) if aimed else event
        targets += aimed
    yield from agent_nouns(context.block, i, entries)
    if not targets:
        yield from _undergone(context, i, entries, sources or list(owners(context.block, i)))
    if not targets or event is None:
        return
    if not sources:
        sources = list(owners(context.block, i))
    rule = "nominalisation"
    if not sources and _undertaken(parse, i, event, context.clauses, context.patterns):
        sources, rule = list(doers(context, i)), "nominalisation_subject"
    for source, share in sources:
        for target, rest in targets:
            itself = source.head == i and not source.role  # "a campaign against Chad" is no actor
            if source is not target and not itself:
                yield by_noun(source, target, event, words, i, rule, share * rest)


def _undertaken(
    parse: Parse, i: int, event: EventNoun, found: Mapping[int, Clause], patterns: Patterns
) -> bool:
    """Whether the verb of an event without owner leaves room for its subject to be the doer.

    Who suspends aid gives none, who recalls a massacre committed none, and what is a defeat defeats nobody.

    >>> from graphbuild.extract.testing import told
    >>> tokens = ("Kenya/NNP/nsubj/2/GPE {}/VBD/root/0 {}/{}/obj/2 {}/IN/case/5 Chad/NNP/nmod/3/GPE")
    >>> told(tokens.format("suspended=suspend", "aid", "NN", "to"), nominalisations)
    []
    >>> told(tokens.format("recalled=recall", "massacres=massacre", "NNS", "of"), nominalisations)
    []
    >>> told(tokens.format("raised=raise", "criticism", "NN", "of"), nominalisations)
    ['Kenya -criticize-> Chad']
    """
    deed = event.relation in _DEEDS
    if event.relation == "protest" and parse.preposition(i) in EVENT_SETTING:
        return False  # who speaks at a rally need not protest
    if parse.kids(i, "cop"):
        return bool(parse.preposition(i)) or not (deed or event.relation in _MEETINGS)
    clause = found.get(parse.heads[i])
    if clause is None:
        return True
    act = patterns.verbs.get(clause.lemma, {}).get(("", ""))
    effect = "" if act is None else act.effect
    if parse.deps[i] == "obj":
        return effect == "same" or not (deed or effect)
    return not (deed and clause.objects and parse.preposition(i) == ESSIVE)


def _undergone(
    context: Context, i: int, entries: Mapping[str, EventNoun], sources: list[tuple[Mention, float]]
) -> Iterator[Candidate]:
    """Chad faced criticism from Kenya; Chad denied Kenya's accusations; Chad fled under fire from Kenya.

    What one faces, gets, denies or answers is done to oneself, if nothing says to whom else.

    >>> from graphbuild.extract.testing import told
    >>> told("Chad/NNP/nsubj/2/GPE denied=deny/VBD/root/0 Kenya/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "accusations=accusation/NNS/obj/2", nominalisations)
    ['Kenya -accuse-> Chad']
    """
    parse = context.block.parse
    won = next((e for e in entries.values() if e.role == "source" and e.relation in _WON), None)
    event = next((e for e in entries.values() if e.role == "target"), won)
    directed = event is not None and any(e.role == "source" for e in entries.values())
    verb, preposition = parse.heads[i], parse.preposition(i)
    clause = context.clauses.get(verb)
    if event is None or not directed or clause is None or context.block.by_head.get(i) is not None:
        return
    acted_on = parse.deps[i] == "obj"
    if acted_on and clause.lemma in GAINING:
        makers = [c for c in parse.kids(i, "nmod") if parse.preposition(c) == GENITIVE]
        makers += [c for preposition, c in clause.obliques if preposition == SEPARATIVE]
        sources = [*sources, *(a for c in makers for a in actors_at(context.block, c))]
    elif (clause.lemma, preposition) == COMING_UNDER:
        makers = [c for mark, c in clause.obliques if mark == SEPARATIVE]
        sources = [*sources, *(a for c in makers for a in actors_at(context.block, c))]
    elif not (
        (acted_on and clause.lemma in UNDERGOING)
        or (clause.lemma, preposition) in RESPONDING
        or (parse.deps[i] == "obl" and event.relation in _ADJUNCTS.get(preposition, ()))
    ):
        return
    if acted_on:
        hands = [c for c in (*parse.kids(i, "nmod"), *(c for _, c in clause.obliques)) if _hands(parse, c)]
        below = [k for c in hands for k in parse.kids(c, "nmod") if parse.preposition(k) == GENITIVE]
        sources = [*sources, *(a for k in below for a in actors_at(context.block, k))]
        event = won or event
    word = verb if acted_on else i
    for subject in clause.objects if clause.passive else clause.subjects:
        for target, share in actors_at(context.block, subject):
            for source, rest in sources:
                if source is not target and target.antecedent is not source:
                    words = f"{clause.lemma} {parse.lemmas[i]}"
                    yield by_noun(
                        source, target, event, words, word, "nominalisation_undergone", share * rest
                    )


def _hands(parse: Parse, k: int) -> bool:
    """Whether a phrase is "at the hands", after which the doer stands.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE suffered=suffer/VBD/root/0 defeat/NN/obj/2 at/IN/case/6 the/DT/det/6 "
    ...      "hands=hand/NNS/obl/2 of/IN/case/8 Chad/NNP/nmod/6/GPE", nominalisations)
    ['Chad -defeat-> Kenya']
    """
    return parse.preposition(k) == ADESSIVE and parse.lemmas[k] in HANDS and parse.plural(k)


def _aimed(parse: Parse, i: int) -> Iterator[int]:
    """At whom an event is aimed: "criticism aimed at Y", "the sanctions were directed against Y".

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 criticism/NN/nsubj:pass/5 "
    ...      "was=be/VBD/aux:pass/5 aimed=aim/VBN/root/0 at/IN/case/7 Roe/NNP/obl/5/PERSON", nominalisations)
    ['Kenya -criticize-> Roe']
    """
    verbs = parse.kids(i, "acl")
    if parse.deps[i] == "nsubj:pass":
        verbs = [*verbs, parse.heads[i]]
    for verb in verbs:
        if parse.lemmas[verb] in AIMING:
            yield from (c for c in parse.kids(verb, "obl") if parse.preposition(c) in AIMED)


def _sent(parse: Parse, i: int, entries: Mapping[str, EventNoun]) -> Iterator[int]:
    """To whom a feeling goes: "Kenya's condolences go out to Chad", "our thoughts are with Chad".

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 sympathy/NN/nsubj/4 goes=go/VBZ/root/0 to/IN/case/6 "
    ...      "Chad/NNP/obl/4/GPE", nominalisations)
    ['Kenya -support-> Chad']
    """
    head = parse.heads[i]
    if parse.deps[i] != "nsubj":
        return
    places = parse.kids(head, "obl") if parse.lemmas[head] in GOING_OUT else []
    if parse.kids(head, "cop") and parse.pos[head] in ("NOUN", "PROPN"):
        places = [head]
    for c in places:
        event = entries.get(parse.preposition(c))
        if event is not None and event.role == "target" and event.relation == "support":
            yield c


def _noun_against(context: Context, i: int) -> Iterator[Candidate]:
    """Kenya's defences against Chad: whose noun it is stands against the other, whatever the noun.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nmod:poss/3/GPE 's/POS/case/1 hand/NN/nsubj/6 against/IN/case/5 "
    ...      "Chad/NNP/nmod/3/GPE grew=grow/VBD/root/0", nominalisations)
    ['Kenya -reject-> Chad']
    """
    parse = context.block.parse
    places = [c for c in parse.kids(i, "nmod", "obl") if parse.preposition(c) == ADVERSATIVE]
    if not places or context.block.by_head.get(i) is not None:
        return
    pattern = context.patterns.classes["reject"]
    sources = list(owners(context.block, i)) or list(doers(context, i))
    for source, share in sources:
        for target, rest in (a for c in places for a in actors_at(context.block, c)):
            if source is not target:
                words = f"{parse.lemmas[i]} {ADVERSATIVE}"
                yield Candidate(
                    source, target, "verb", pattern, words, i, "nominalisation_against", share * rest
                )


def _parties(
    inside: list[tuple[Mention, float]], entry: EventNoun, words: str, i: int
) -> Iterator[Candidate]:
    """Talks between Iran and the EU: every two of those named are parties.

    >>> from graphbuild.extract.testing import told
    >>> told("Talks=talk/NNS/nsubj/6 between/IN/case/3 Kenya/NNP/nmod/1/GPE and/CC/cc/5 "
    ...      "Chad/NNP/conj/3/GPE failed=fail/VBD/root/0", nominalisations)
    ['Kenya -discuss-> Chad']
    """
    for k, (one, share) in enumerate(inside):
        for other, rest in inside[k + 1 :]:
            if one is not other:
                yield by_noun(one, other, entry, words, i, "nominalisation_between", share * rest)
