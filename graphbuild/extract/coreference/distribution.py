"""Whom a plural stands for one by one: "both", "they" after "Kenya and Togo", "the two countries".

What a sentence says of such a plural it says of each of its members.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import COLLECTIVES, PERSONS
from graphbuild.lexicons.en.body_nouns import ANY_BODY, BODY_ROLES, PLAIN_GOVERNMENT
from graphbuild.lexicons.en.function_words import BOTH, DEFINITE_PLURAL, TWO
from graphbuild.lexicons.roles import roles
from graphbuild.vocabulary import VERB

__all__ = ["distributed", "two_named"]


def distributed(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Acts of and on several, as one of and on each of them.

    Parameters
    ----------
    candidates : iterable of Candidate

    Yields
    ------
    Candidate
        In order; affiliations, and acts of single actors, as they are.
    """
    for one in candidates:
        sources, targets = (_each(end) if one.kind == VERB else (end,) for end in (one.source, one.target))
        if len(sources) == len(targets) == 1:
            yield one
            continue
        for source in sources:
            for target in targets:
                if _who(source) != _who(target):
                    yield replace(one, source=source, target=target, parse=one.place)


def _each(found: Mention) -> tuple[Mention, ...]:
    return resolved(found).members or (found,)


def _who(found: Mention) -> object:
    """The same for two mentions of one name or country."""
    end = resolved(found)
    return (end.country if end.type == "country" else end.name) if end.kind == "name" else end


def two_named(block: Block, both: Mention) -> tuple[Mention, ...]:
    """The two of its kind that alone are named in the sentence of "the two leaders" or the one before.

    >>> from graphbuild.extract.testing import example
    >>> block = example("Roe/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Doe/NNP/obj/2/PERSON and/CC/cc/8 "
    ...                 "the/DT/det/7 two/CD/nummod/7 leaders=leader/NNS/nsubj/8/official "
    ...                 "agreed=agree/VBD/conj/2")
    >>> [one.name for one in two_named(block, block.mentions[-1])]
    ['Roe', 'Doe']
    """
    if both.kind != "nominal" or both.number != "p" or not _counts_two(block.parse, both.head):
        return ()
    kinds = _kinds(both)
    known: dict[object, Mention] = {}
    for one in block.mentions:
        near = one.kind == "name" and one.type in kinds and one.last <= both.first
        if near and both.sentence - one.sentence <= 1:
            known.setdefault(_who(one), one)
    return tuple(known.values()) if len(known) == 2 else ()


def _kinds(both: Mention) -> frozenset[str]:
    """What two of this noun are: countries, persons (also "the two men"), bodies."""
    lemma = both.parse.lemmas[both.head]
    noun = roles().get(lemma)
    if both.type == "country" or lemma == PLAIN_GOVERNMENT:
        return frozenset({"country"})
    if lemma in ANY_BODY or lemma in BODY_ROLES:
        return COLLECTIVES
    return PERSONS if both.type in PERSONS or (noun is not None and noun.type in PERSONS) else frozenset()


def _counts_two(parse: Parse, head: int) -> bool:
    """Whether a plural is of exactly two that the text has named: "the two leaders", "both leaders"."""
    words = {parse.lower[c] for c in parse.children[head] if c < head}
    return BOTH in words or (TWO in words and not words.isdisjoint(DEFINITE_PLURAL))
