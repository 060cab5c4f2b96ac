"""Relations whose event is a noun that a verb only carries: "launched an attack on", "lifted its ban on"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.lexicons.en.function_words import NOTHING
from graphbuild.lexicons.en.prepositions import ADESSIVE, AMOUNT_OF, EXCEPTIVE, LOCATIVE
from graphbuild.lexicons.en.speech_verbs import DENYING
from graphbuild.lexicons.en.thing_nouns import AMOUNTS
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["light_verbs", "turned"]

_OWN = Pattern("", "", 0.0, "same")
"""What one denies is the deed itself, not refused."""


def light_verbs(predication: Predication) -> Iterator[Construction]:
    """What a verb says together with the event noun that it takes.

    Parameters
    ----------
    predication : Predication

    Yields
    ------
    Construction
        In order of trust; ``consumed`` is the noun.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE signed=sign/VBD/root/0 a/DT/det/4 treaty/NN/obj/2 with/IN/case/6 "
    ...      "Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -ally-> Chad']
    """
    yield from _light_verb(predication)
    yield from _event_object(predication)


def _light_verb(predication: Predication) -> Iterator[Construction]:
    """X launched an attack on Y; X signed an agreement with Y; X gave aid to Y; X went to war with Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE launched=launch/VBD/root/0 an=a/DT/det/4 attack/NN/obj/2 "
    ...      "on/IN/case/6 Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -attack-> Chad']
    """
    clause = predication.clause
    completing = predication.patterns.objects.get(clause.lemma)
    if not completing:
        return
    direct_objects = _things(predication)
    aside = ADESSIVE if direct_objects else ""  # "approved a visit at the request of Chad"
    for thing in (*direct_objects, *(place for mark, place in clause.obliques if mark != aside)):
        direct = thing in direct_objects
        for noun in predication.lemmas(thing):
            if noun not in completing:
                continue
            for preposition, place in predication.places(thing):
                pattern = predication.entries.get((noun, preposition))
                if pattern is not None and pattern.relation and place != thing:
                    words = f"{clause.lemma} {noun} {preposition}"
                    yield Construction(pattern, clause.subjects, (place,), words, "light_verb", thing)
            pattern = predication.entries.get((noun, ""))
            if pattern is not None and pattern.relation:
                places = clause.receivers or ((thing,) if direct else clause.objects)
                words = f"{clause.lemma} {noun}"
                yield Construction(pattern, clause.subjects, places, words, "light_verb", thing)


def _things(predication: Predication) -> list[int]:
    """The objects, and what an object that is only a sum or an amount consists of.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE gave=give/VBD/root/0 millions=million/NNS/obj/2 in/IN/case/5 "
    ...      "aid/NN/nmod/3 to/IN/case/7 Chad/NNP/nmod/5/GPE", verbs)
    ['Kenya -aid-> Chad']
    """
    parse, things = predication.block.parse, list(predication.clause.objects)
    for thing in predication.clause.objects:
        if parse.pos[thing] in ("NUM", "SYM") or parse.lemmas[thing] in AMOUNTS:
            things += [c for c in parse.kids(thing, "nmod", "obl") if parse.preposition(c) in AMOUNT_OF]
        elif parse.lemmas[thing] == NOTHING:  # "has nothing but respect for"
            things += [c for c in parse.kids(thing, "nmod", "obl") if parse.preposition(c) == EXCEPTIVE]
    return things


def _event_object(predication: Predication) -> Iterator[Construction]:
    """X ordered an attack on Y; X lifted its ban on Y: the verb keeps or turns the sign of the event.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2 "
    ...      "on/IN/case/5 Chad/NNP/nmod/3/GPE", verbs)
    ['Kenya -yield-> Chad']
    >>> told("Kenya/NNP/nsubj/2/GPE denied=deny/VBD/root/0 a/DT/det/4 raid/NN/obj/2 on/IN/case/6 "
    ...      "Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -attack-> Chad']
    """
    clause = predication.clause
    things = [(predication.entries.get(("", "")), thing) for thing in _things(predication)]
    things += [(predication.entries.get(("", preposition)), place) for preposition, place in clause.obliques]
    for act, thing in things:
        if act is None or not act.effect:
            continue
        denies = clause.lemma in DENYING
        if denies and predication.block.parse.kids(thing, "nmod:poss"):
            continue  # who denies Chad's attack denies no deed of his own
        for noun in predication.lemmas(thing):
            events = predication.patterns.nouns.get(noun)
            if not events:
                continue
            for preposition, place in (*predication.places(thing), *_imposed(predication, thing)):
                event = events.get(preposition)
                if (
                    preposition in LOCATIVE
                    and predication.block.parse.lemmas[place] in predication.patterns.nouns
                ):
                    continue  # "conducted strikes in support of Kenya"
                if event is not None and event.role not in ("source", "agent") and place != thing:
                    pattern = turned(_OWN if denies else act, event, predication.patterns)
                    words = f"{clause.lemma} {noun} {preposition}"
                    said = "negated" if denies else "asserted"
                    yield Construction(pattern, clause.subjects, (place,), words, "event_object", thing, said)
            break


def _imposed(predication: Predication, thing: int) -> list[tuple[str, int]]:
    """Places below a participle that only repeats the event: "sanctions imposed on Y".

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2 "
    ...      "imposed=impose/VBN/acl/3 on/IN/case/6 Chad/NNP/obl/4/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    parse = predication.block.parse
    below = [c for verb in parse.kids(thing, "acl") for c in parse.kids(verb, "obl")]
    return [(parse.preposition(c), c) for c in below]


def turned(act: Pattern, event: EventNoun, patterns: Patterns) -> Pattern:
    """The pattern of an event that a verb carries out (same) or ends (flip).

    >>> from graphbuild.lexicons.patterns import patterns
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> known = patterns(lexicon())
    >>> sanctions, hold, lift = known.nouns["sanction"]["on"], known.verbs["impose"], known.verbs["lift"]
    >>> [turned(verb["", ""], sanctions, known).relation for verb in (hold, lift)]
    ['sanction', 'yield']
    """
    if act.effect == "same":
        return Pattern(event.relation, event.plover, event.polarity, "")
    if act.relation:
        sided = patterns.classes["support"] if event.polarity < 0 else act
        return Pattern(sided.relation, sided.plover, round(-event.polarity / 2, 3), "")
    return patterns.classes["yield" if event.polarity < 0 else "sanction"]
