"""Which objects of a verb its act is done to, and which it takes the side of."""

from __future__ import annotations

from graphbuild.extract.annotations import Mention
from graphbuild.extract.relations.constructions import Predication
from graphbuild.extract.relations.transfers import recipient
from graphbuild.extract.syntax.arguments import actors_at, heading
from graphbuild.extract.types import COMBATANT, FORCES, LIVING, PERSONS
from graphbuild.lexicons.en.action_verbs import BEATING, BOARDING, DISMISSING, FIRING, HELD
from graphbuild.lexicons.en.event_nouns import CONTESTS, ENDURED
from graphbuild.lexicons.en.prepositions import ADVERSATIVE, BOUND, ESSIVE, RECIPIENT
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS
from graphbuild.lexicons.en.speech_verbs import DENYING
from graphbuild.lexicons.en.thing_nouns import MEANS_OF_WAR, VESSELS
from graphbuild.lexicons.verbs import Pattern

__all__ = ["direct_objects", "done_to_persons"]

_ROUGH = frozenset("CRM CVL UNK".split())
_MATCHED = COMBATANT | {"PTY"}
_PEOPLE = LIVING - {"country"}


def direct_objects(predication: Predication, pattern: Pattern) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The objects that an act reaches, and those whose owners it stands by.

    Parameters
    ----------
    predication : Predication
    pattern : Pattern
        What the verb alone says.

    Returns
    -------
    tuple of int, tuple of int
        Tokens.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> tokens = "Kenya/NNP/nsubj/2/GPE led=lead/VBD/root/0 Chad/NNP/obj/2/GPE to/TO/mark/5 act/VB/{}/2"
    >>> told(tokens.format("xcomp"), verbs), told(tokens.format("advcl"), verbs)
    ([], ['Kenya -lead-> Chad'])
    """
    parse, helps = predication.block.parse, pattern.polarity > 0
    if pattern.relation == "lead" and parse.kids(predication.clause.verb, "xcomp"):
        return (), ()  # who leads Chad to act does not lead Chad
    if recipient(predication) >= 0 or _departs(predication) or _fired(predication):
        return (), ()
    if pattern.relation == "yield" and _handed_over(predication):
        return (), ()
    reached = [t for t in predication.clause.objects if not _completes(predication, t)]
    if predication.clause.lemma in DENYING:  # "denied an attack on Chad" refuses Chad nothing
        events = predication.patterns.nouns
        reached = [t for t in reached if parse.lemmas[t] not in events or parse.kids(t, "nmod:poss")]
    reached = [t for t in reached if not (helps and (_opposes(predication, t) or _held(predication, t)))]
    endured = [t for t in reached if pattern.polarity < 0 and _endured(predication, t)]
    return tuple(t for t in reached if t not in endured), tuple(endured)


def _handed_over(predication: Predication) -> bool:
    """Whether an actor receives what is given up: who hands rebels over to Chad yields to Chad, not to them.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE released=release/VBD/root/0 rebels=rebel/NNS/obj/2/group to/IN/case/5 "
    ...      "Chad/NNP/obl/2/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    clause, block = predication.clause, predication.block
    places = [*clause.obliques, *(at for thing in clause.objects for at in predication.places(thing))]
    return ("", RECIPIENT) in predication.entries and any(
        preposition == RECIPIENT and any(True for _ in heading(block, place)) for preposition, place in places
    )


def _departs(predication: Predication) -> bool:
    """Whether one only goes aboard: who boards a ship seizes it, but not a flight, or a ship to Chad.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Roe/NNP/nsubj/2/PERSON boarded=board/VBD/root/0 a/DT/det/4 flight/NN/obj/2 to/IN/case/6 "
    ...      "Chad/NNP/nmod/4/GPE", verbs)
    []
    """
    clause, parse = predication.clause, predication.block.parse
    if clause.lemma not in BOARDING:
        return False
    bound = [preposition for thing in clause.objects for preposition, _ in predication.places(thing)]
    return not BOUND.isdisjoint(bound) or all(parse.lemmas[t] not in VESSELS for t in clause.objects)


def _fired(predication: Predication) -> bool:
    """Whether what is fired is a means of war and nobody's office: "a rocket fired by Kenya".

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> tokens = "Kenya/NNP/nsubj/2/GPE fired=fire/VBD/root/0 the/DT/det/4 {}/NN/obj/2/group"
    >>> told(tokens.format("rocket"), verbs), told(tokens.format("chief"), verbs)
    ([], ['Kenya -dismiss-> chief'])
    """
    lemmas, clause = predication.block.parse.lemmas, predication.clause
    return clause.lemma in FIRING and any(lemmas[t] in MEANS_OF_WAR for t in clause.objects)


def _completes(predication: Predication, thing: int) -> bool:
    """Whether a bare noun belongs to its verb: who joins forces joins no forces.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE joined=join/VBD/root/0 forces=force/NNS/obj/2/group", verbs)
    []
    """
    parse = predication.block.parse
    known = parse.lemmas[thing] in predication.patterns.objects.get(predication.clause.lemma, ())
    bare = not any(c < thing for c in parse.children[thing])
    return known and bare and thing in predication.block.by_head


def _endured(predication: Predication, thing: int) -> bool:
    """Whether an act is against what was done to whose it is: who condemns Roe's arrest stands by Roe.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 Roe/NNP/nmod:poss/5/PERSON 's/POS/case/3 "
    ...      "arrest/NN/obj/2", verbs)
    ['Kenya -support-> Roe']
    """
    parse = predication.block.parse
    return parse.lemmas[thing] in ENDURED and bool(parse.kids(thing, "nmod:poss"))


def _opposes(predication: Predication, thing: int) -> bool:
    """Whether a thing only leads to whom it is against: to join a fight against Y is no help to Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE welcomed=welcome/VBD/root/0 the/DT/det/4 bill/NN/obj/2 "
    ...      "against/IN/case/6 Chad/NNP/nmod/4/GPE", verbs)
    []
    """
    parse = predication.block.parse
    first = next((found for found, _ in actors_at(predication.block, thing)), None)
    path = [] if first is None else [first.head, *parse.ancestors(first.head)]
    return thing in path and any(parse.preposition(k) == ADVERSATIVE for k in path[: path.index(thing)])


def _held(predication: Predication, thing: int) -> bool:
    """Whether a thing is only held by whom it leads to: who frees rebel-held towns does rebels no good.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE freed=free/VBD/root/0 Chad/NNP/compound/5/GPE -/HYPH/punct/5 "
    ...      "held=hold/VBN/amod/6 towns=town/NNS/obj/2", verbs)
    []
    """
    parse = predication.block.parse
    return any(
        parse.lower[c] in HELD and parse.lower[c - 1] in COMPOUND_HYPHENS for c in parse.kids(thing, "amod")
    )


def done_to_persons(predication: Predication) -> str:
    """The class of what a verb does to people, where that is another than what it does to things; else empty.

    Whoever dismisses a person takes his post, and men with force, or without a name, beat with blows.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> tokens = "Kenya/NNP/nsubj/2/GPE dismissed=dismiss/VBD/root/0 {}/NNP/obj/2/{}"
    >>> told(tokens.format("Roe", "PERSON"), verbs), told(tokens.format("Chad", "GPE"), verbs)
    (['Kenya -dismiss-> Roe'], ['Kenya -reject-> Chad'])
    """
    clause, block = predication.clause, predication.block
    if clause.lemma not in BEATING | DISMISSING:
        return ""
    people = [a for t in clause.objects for a in heading(block, t)]
    if clause.lemma in DISMISSING:
        persons = bool(people) and all(p.type in PERSONS and p.number == "s" for p in people)
        return "dismiss" if persons and not any(mark == ESSIVE for mark, _ in clause.obliques) else ""
    places = [*clause.objects, *(place for _, place in clause.obliques)]
    doers = [a for s in clause.subjects for a in heading(block, s)]
    if not doers or not people or any(block.parse.lemmas[k] in CONTESTS for k in places):
        return ""
    rough = all(d.role in FORCES or (d.kind == "nominal" and d.role in _ROUGH) for d in doers)
    return "abuse" if rough and all(_suffers(p) for p in people) else ""


def _suffers(found: Mention) -> bool:
    """Whether somebody is no match for those who beat him: a person, or people without arms or a party."""
    people = found.type in _PEOPLE and found.role not in _MATCHED
    return found.kind == "pronoun" or found.type in PERSONS or people
