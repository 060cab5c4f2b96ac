"""Who stands with whom and against whom, whatever the verb: "fights alongside", "arms those who fight"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.types import COMBATANT
from graphbuild.lexicons.en.action_verbs import ENGAGING
from graphbuild.lexicons.en.prepositions import ADVERSATIVE, BESIDE, COMITATIVE, INESSIVE, SOCIATIVE
from graphbuild.lexicons.en.thing_nouns import SIDE_BY_SIDE

__all__ = ["alliances"]

_HELPING = frozenset({"support", "aid", "ally"})
_FIGHTING = frozenset({"attack", "compete", "kill", "defeat", "reject", "protest"})


def alliances(predication: Predication) -> Iterator[Construction]:
    """Whose side the subject of a verb takes.

    Parameters
    ----------
    predication : Predication

    Yields
    ------
    Construction
        In order of trust.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE marched=march/VBD/root/0 against/IN/case/4 Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -protest-> Chad']
    """
    yield from _company(predication)
    yield from _against(predication)
    yield from _engaged(predication)
    yield from _sided(predication)


def _company(predication: Predication) -> Iterator[Construction]:
    """X fights alongside Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE trains=train/VBZ/root/0 alongside/IN/case/4 Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -ally-> Chad']
    """
    ally = predication.patterns.classes["ally"]
    for preposition, place in (*predication.clause.obliques, *_side_by_side(predication)):
        if preposition in COMITATIVE:
            words = f"{predication.clause.lemma} {preposition}"
            yield Construction(ally, predication.clause.subjects, (place,), words, "comitative")


def _side_by_side(predication: Predication) -> Iterator[tuple[str, int]]:
    """X stands shoulder to shoulder with Y; X works hand in hand with Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE stands=stand/VBZ/root/0 side/NN/obl:unmarked/2 by/IN/case/5 "
    ...      "side/NN/nmod/3 with/IN/case/7 Chad/NNP/nmod/5/GPE", verbs)
    ['Kenya -ally-> Chad']
    """
    parse, verb = predication.block.parse, predication.clause.verb
    for one in (c for c in parse.children[verb] if parse.lemmas[c] in SIDE_BY_SIDE):
        for other in parse.kids(one, "nmod", "obl"):
            if parse.lemmas[one] == parse.lemmas[other]:
                beside = [c for k in (verb, one, other) for c in parse.kids(k, "nmod", "obl")]
                yield from ((BESIDE, c) for c in beside if parse.preposition(c) == SOCIATIVE and c > other)


def _against(predication: Predication) -> Iterator[Construction]:
    """X testified against Y; X united against Y: whatever is done against someone opposes them.

    Where the verb has a sense of its own with "against", alone or with its object, that is what it says.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Roe/NNP/nsubj/2/PERSON testified=testify/VBD/root/0 against/IN/case/4 "
    ...      "Kenya/NNP/obl/2/GPE", verbs)
    ['Roe -accuse-> Kenya']
    """
    things = {"", *(lemma for thing in predication.clause.objects for lemma in predication.lemmas(thing))}
    if any(noun in things and mark == ADVERSATIVE for noun, mark in predication.entries):
        return
    known = predication.entries.get(("", ""))
    pattern = known if known is not None and known.polarity < 0 else predication.patterns.classes["reject"]
    for preposition, place in predication.clause.obliques:
        if preposition == ADVERSATIVE:
            words = f"{predication.clause.lemma} {ADVERSATIVE}"
            yield Construction(pattern, predication.clause.subjects, (place,), words, "adversative")


def _engaged(predication: Predication) -> Iterator[Construction]:
    """Troops engaged the insurgents: between those who bear arms, to engage is to fight."""
    clause = predication.clause
    if clause.lemma not in ENGAGING or not clause.objects:
        return
    armed = [
        any(found.role in COMBATANT for token in tokens for found, _ in actors_at(predication.block, token))
        for tokens in (clause.subjects, clause.objects)
    ]
    if all(armed):
        attack = predication.patterns.classes["attack"]
        yield Construction(attack, clause.subjects, clause.objects, "engage", "armed_engagement")


def _sided(predication: Predication) -> Iterator[Construction]:
    """X arms rebels fighting Y; X backed Z in its war against Y: to help someone's enemies is to oppose them.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE armed=arm/VBD/root/0 rebels=rebel/NNS/obj/2/group "
    ...      "fighting=fight/VBG/acl/3 Chad/NNP/obj/4/GPE", verbs)
    ['Kenya -reject-> Chad', 'Kenya -aid-> rebels', 'rebels -attack-> Chad']
    """
    clause, parse, act = predication.clause, predication.block.parse, predication.entries.get(("", ""))
    if act is None or act.relation not in _HELPING or clause.passive:
        return
    helped = {k for thing in (*clause.objects, *clause.receivers) for k in parse.conjuncts(thing)}
    reject = predication.patterns.classes["reject"]
    below = [k for above in (clause.verb, *helped) for k in parse.children[above]]
    for inner in (predication.clauses[k] for k in sorted(below) if k in predication.clauses):
        fought = predication.patterns.verbs.get(inner.lemma, {}).get(("", ""))
        helps = not helped.isdisjoint(inner.subjects)
        if helps and fought is not None and fought.relation in _FIGHTING:
            enemies = (*inner.objects, *(place for mark, place in inner.obliques if mark == ADVERSATIVE))
            words = f"{clause.lemma} {inner.lemma}"
            yield Construction(reject, clause.subjects, enemies, words, "enemy_of_beneficiary")
    for preposition, place in clause.obliques:
        event = predication.patterns.nouns.get(parse.lemmas[place], {}).get(ADVERSATIVE)
        if preposition == INESSIVE and event is not None and event.relation in _FIGHTING and helped:
            enemies = tuple(c for c in parse.kids(place, "nmod") if parse.preposition(c) == ADVERSATIVE)
            words = f"{clause.lemma} {parse.lemmas[place]} {ADVERSATIVE}"
            yield Construction(reject, clause.subjects, enemies, words, "enemy_of_beneficiary")
