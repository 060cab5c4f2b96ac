"""Who receives what another gives away: "granted the licence for the mine to Y"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.extract.syntax.arguments import heading
from graphbuild.lexicons.en.action_verbs import GIVING
from graphbuild.lexicons.en.prepositions import RECIPIENT

__all__ = ["recipient", "transfers"]

_DEPTH = 3


def transfers(predication: Predication) -> Iterator[Construction]:
    """X granted the licence for the mine to Y; the contract for the port was awarded by X to Y.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE granted=grant/VBD/root/0 the/DT/det/4 licence/NN/obj/2 for/IN/case/6 "
    ...      "Goma/NNP/nmod/4/GPE to/IN/case/8 Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    place = recipient(predication)
    if place < 0:
        return
    clause, pattern = predication.clause, predication.entries.get(("", ""))
    if pattern is None or not pattern.relation:
        pattern = predication.patterns.classes["yield"]
    if ("", RECIPIENT) not in predication.entries:
        yield Construction(pattern, clause.subjects, (place,), f"{clause.lemma} {RECIPIENT}", "adjunct")


def recipient(predication: Predication) -> int:
    """To whom a verb of giving gives a thing that is no actor itself, or -1.

    A parser may take the receiver for a part of the thing's own phrase; the last "to" is meant.

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE granted=grant/VBD/root/0 a/DT/det/4 visa/NN/obj/2 for/IN/case/6 "
    ...      "Chad/NNP/nmod/4/GPE", verbs)
    ['Kenya -yield-> Chad']
    """
    clause, parse = predication.clause, predication.block.parse
    if clause.lemma not in GIVING or not clause.objects or clause.receivers:
        return -1
    if any(True for thing in clause.objects for _ in heading(predication.block, thing)):
        return -1
    places = [place for preposition, place in clause.obliques if preposition == RECIPIENT]
    below = list(clause.objects)
    for _ in range(_DEPTH):
        below = [c for thing in below for c in parse.kids(thing, "nmod")]
        places += [c for c in below if parse.preposition(c) == RECIPIENT]
    named = [place for place in places if any(True for _ in heading(predication.block, place))]
    return max(named, default=-1)
