"""What grammar speaks against of what the reader draws without a rule.

The reader sees words and the way between two mentions, and takes whoever stands near for a party: the
president for the doer of what his bodyguard did, his son for the holder of his office, Kenya for the home of
"Kenya-backed rebels".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.mentions.phrases import telling
from graphbuild.extract.types import PERSONS
from graphbuild.vocabulary import AFFILIATION, VERB

__all__ = ["tenable"]

_OWNED = frozenset({"nmod", "nmod:poss"})
_BELOW = _OWNED | frozenset("compound amod nmod:desc flat appos".split())


def tenable(context: Context, one: Candidate, proposed: Sequence[Candidate]) -> bool:
    """Whether a relation that only the reader saw can be so.

    Parameters
    ----------
    context : Context
    one : Candidate
        Of the reader.
    proposed : sequence of Candidate
        What rules propose in the same sentence.

    Returns
    -------
    bool

    Examples
    --------
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> from graphbuild.extract.testing import example, in_context
    >>> from dataclasses import replace
    >>> context = in_context(example("Guards=guard/NNS/nsubj/4/group of/IN/case/3 Roe/NNP/nmod/1/PERSON "
    ...                              "shot=shoot/VBD/root/0 Doe/NNP/obj/4/PERSON"))
    >>> (ruled,), (_, roe, _) = list(verbs(context)), context.block.mentions
    >>> tenable(context, replace(ruled, source=roe, rule="reader"), [ruled])
    False
    """
    if one.kind == AFFILIATION:
        return not (_told_of_another(context, one) or _held_by_another(context, one, proposed))
    return not _done_by_another(context, one, proposed)


def _told_of_another(context: Context, one: Candidate) -> bool:
    """Whether the body stands in a word that says something else of the member: "Kenya-backed rebels"."""
    source, target = one.source, one.target
    inside = target.parse is source.parse and source.first <= target.first and target.last <= source.last
    return inside and telling(context.block.parse, target.first)


def _held_by_another(context: Context, one: Candidate, proposed: Sequence[Candidate]) -> bool:
    """Whether it is the office of another, whose relative or aide one is: "the son of Chad's president".

    A rule says that the nearest person above the body is in it, and whoever owns that person is the member.
    """
    if one.source.type not in PERSONS:
        return False
    holder = next((h for h, _ in _above(context, one.target) if h.type in PERSONS), None)
    if holder is None or not any(
        c.kind == AFFILIATION and c.source is holder and c.target is one.target for c in proposed
    ):
        return False
    member = resolved(one.source)
    return any(owned and resolved(held) is member for held, owned in _above(context, holder))


def _done_by_another(context: Context, one: Candidate, proposed: Sequence[Candidate]) -> bool:
    """Whether a rule says it of a noun that tells whose its bearer is: "the bodyguard of Roe shot Doe"."""
    for mine, others in ((one.source, True), (one.target, False)):
        if mine.kind != "name" or mine.type not in PERSONS:
            continue
        for above, owned in _above(context, mine):
            if not owned or resolved(above) is mine:
                continue
            for c in proposed:
                ends = (c.source, c.target) if others else (c.target, c.source)
                mate = one.target if others else one.source
                if c.kind == VERB and resolved(ends[0]) is resolved(above) and ends[1] is mate:
                    return True
    return False


def _above(context: Context, found: Mention) -> Iterator[tuple[Mention, bool]]:
    """The nominals in whose phrase a mention stands, nearest first, and whether that says whose they are."""
    parse, k = context.block.parse, found.head
    while parse.deps[k] in _BELOW and parse.heads[k] != k:
        owned = parse.deps[k] in _OWNED
        k = parse.heads[k]
        held = context.block.by_head.get(k)
        if held is not None and held is not found and held.kind == "nominal":
            yield held, owned
