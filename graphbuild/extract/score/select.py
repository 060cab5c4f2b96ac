"""The arbiter: which of the relations that rules propose are stated.

Rules know nothing of each other. Where two speak of the same thing, the one that is right more often on
annotated sentences is kept; among equals the more direct one, then the first.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from graphbuild.extract.annotations import Candidate

__all__ = ["Rejection", "Selection", "select", "voiced"]

_Claim = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was not taken, and why."""

    candidate: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What the arbiter took, in the order of the proposals, and what it did not take."""

    accepted: tuple[Candidate, ...]
    rejected: tuple[Rejection, ...]


def select(candidates: Iterable[Candidate]) -> Selection:
    """Decide between the candidates of one document.

    Parameters
    ----------
    candidates : iterable of Candidate
        With their confidence, in the order of the text.

    Returns
    -------
    Selection

    Notes
    -----
    Of candidates between the same two mentions, one is taken for each word and for each relation class; of
    affiliations one in all; a judgement only where nothing else is stated between them. An event noun is
    silent where a verb already speaks for it, but for what holds apart from the verb. Who is called
    something is judged, not called up: of the verb itself only what is hostile counts then. That someone is
    known to hold an office is taken only where the text itself does not bring person and country together.

    Examples
    --------
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> from graphbuild.extract.testing import example, in_context
    >>> context = in_context(example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE"))
    >>> select([*verbs(context), *verbs(context)]).rejected[0].reason
    '"attack" of the rule active says the same of the two, as sure or surer'
    """
    proposed = list(candidates)
    spoken = {(id(one.place), one.consumed): one for one in proposed if one.consumed >= 0}
    called = {_act(one): one for one in proposed if one.rule == "object_predicative"}
    order = sorted(range(len(proposed)), key=lambda k: _rank(proposed[k]))
    held: dict[_Claim, Candidate] = {}
    taken: set[int] = set()
    rejected: dict[int, Rejection] = {}
    for k in order:
        one = proposed[k]
        verb = None if one.apart else spoken.get((id(one.place), one.event))
        naming = None if one.performative or one.pattern.polarity < 0 else called.get(_act(one))
        rival = next((held[claim] for claim in _contested(one) if claim in held), None)
        if one.source is one.target:
            rejected[k] = Rejection(one, "source and target are one mention")
        elif verb is not None:
            rejected[k] = Rejection(one, f'the verb in "{verb.words}" speaks for it')
        elif naming is not None:
            rejected[k] = Rejection(one, f'"{naming.words}" is a judgement')
        elif rival is not None:
            reason = f'"{rival.words}" of the rule {rival.rule} says the same of the two, as sure or surer'
            rejected[k] = Rejection(one, reason)
        else:
            taken.add(k)
            held.update(dict.fromkeys(_held(one), one))
    return Selection(tuple(proposed[k] for k in sorted(taken)), tuple(rejected[k] for k in sorted(rejected)))


def voiced(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that no verb already speaks for; of an event noun below such a verb, what holds apart from it."""
    proposed = list(candidates)
    spoken = {(id(one.source.parse), one.consumed) for one in proposed if one.consumed >= 0}
    return [one for one in proposed if one.apart or (id(one.source.parse), one.event) not in spoken]


def _rank(one: Candidate) -> tuple[bool, float, float]:
    """What the text states comes before what is judged or known."""
    return one.performative or one.rule == "incumbent", -one.confidence, -one.directness


def _act(one: Candidate) -> _Claim:
    return id(one.place), id(one.source), id(one.target), one.word


def _contested(one: Candidate) -> Iterator[_Claim]:
    """What a candidate claims for itself alone."""
    pair = one.kind, id(one.place), id(one.source), id(one.target)
    if one.kind == "affiliation":
        yield pair
        if one.rule == "incumbent":
            yield "office", one.source.name, one.target.country
    elif one.performative:
        yield pair
    else:
        yield *pair, one.word
        yield *pair, one.pattern.relation


def _held(one: Candidate) -> Iterator[_Claim]:
    """What others can no longer claim once a candidate is taken."""
    pair = one.kind, id(one.place), id(one.source), id(one.target)
    yield pair
    yield *pair, one.word
    yield *pair, one.pattern.relation
    if one.kind == "affiliation" and one.rule != "incumbent":
        yield "office", one.source.name, one.target.country
