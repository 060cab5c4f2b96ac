"""Whose an event is that a noun names: "Kenya's attack", "Kenya took part in the attack"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Context, Mention
from graphbuild.extract.qualify.accusations import answers_for
from graphbuild.extract.syntax.arguments import actors_at, opposed
from graphbuild.extract.syntax.relations import CLIMB, OWNERS
from graphbuild.lexicons.en.event_nouns import NOT_OWN_DEED
from graphbuild.lexicons.en.function_words import OTHER
from graphbuild.lexicons.en.prepositions import EVENT_CIRCUMSTANCE, NESTING

__all__ = ["doers", "owners"]

_CLIMBED = 0.7


def doers(context: Context, i: int) -> Iterator[tuple[Mention, float]]:
    """Who does what a noun names that has no owner: the subject of its verb, or whose thing it is part of.

    The noun may be the object ("X plans an attack on Y"), an adjunct ("X flew in support of Y"), the
    predicate ("X is a threat to Y"), or below another noun that has an owner ("X's role in the attack on Y").

    >>> from graphbuild.extract.relations.nominalisations import nominalisations
    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE fought=fight/VBD/root/0 in/IN/case/4 support/NN/obl/2 "
    ...      "of/IN/case/6 Chad/NNP/nmod/4/GPE", nominalisations)
    ['Kenya -support-> Chad']
    """
    parse, k = context.block.parse, i
    for _ in range(CLIMB):
        if parse.kids(k, "cop"):
            for subject in parse.kids(k, "nsubj"):
                yield from actors_at(context.block, subject)
            return
        if parse.deps[k] != "nmod" or parse.preposition(k) not in NESTING:
            break
        k = parse.heads[k]
        if parse.lemmas[k] in NOT_OWN_DEED:
            return
        above = context.block.by_head.get(k)
        held = [(above, 1.0)] if above is not None else list(owners(context.block, k))
        if not held and parse.deps[k] == "conj" and parse.lemmas[k] == OTHER:
            # "Kenya, Togo and others in support of Chad"
            while parse.deps[k] == "conj":
                k = parse.heads[k]
            held = list(actors_at(context.block, k))
        if held:
            yield from ((owner, _CLIMBED * share) for owner, share in held)
            return
    clause = context.clauses.get(parse.heads[k])
    if clause is not None and not clause.passive and answers_for(parse, k, context.patterns.lexicon):
        for whom in (*clause.objects, *clause.receivers):
            yield from actors_at(context.block, whom)
        return
    adjunct = parse.deps[k] == "obl" and parse.preposition(k) in EVENT_CIRCUMSTANCE
    if clause is not None and (parse.deps[k] == "obj" or adjunct) and not clause.passive:
        for subject in clause.subjects:
            yield from actors_at(context.block, subject)


def owners(block: Block, i: int, marks: tuple[str, ...] = OWNERS) -> Iterator[tuple[Mention, float]]:
    """Whose event it is: the possessor, or the country or group that modifies it."""
    for c in reversed(block.parse.kids(i, *marks)):
        for k in block.parse.conjuncts(c):
            owner = block.at(k)
            if owner is not None and not opposed(block, k):
                yield owner, 1.0
