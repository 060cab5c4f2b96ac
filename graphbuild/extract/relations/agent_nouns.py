"""Relations that lie in what someone is called: "a critic of Kenya", "Iran's rivals", "US ally Jordan"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.extract.annotations import Block, Candidate, Mention, by_noun
from graphbuild.extract.relations.event_agents import owners
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import APPOSED
from graphbuild.extract.types import PLACED
from graphbuild.lexicons.en.function_words import PARTITIVE_HEADS
from graphbuild.lexicons.en.person_nouns import RECIPROCAL
from graphbuild.lexicons.en.prepositions import GENITIVE, RELATIONAL
from graphbuild.lexicons.verbs import EventNoun

__all__ = ["agent_nouns"]

_FROM_SOMEWHERE = frozenset({"attack", "kill", "abuse", "seize", "aid"})


def agent_nouns(block: Block, i: int, entries: Mapping[str, EventNoun]) -> Iterator[Candidate]:
    """A critic of Y; Iran's rivals; US ally Jordan: the noun itself, or who is called so, acts.

    >>> from graphbuild.extract.relations.nominalisations import nominalisations
    >>> from graphbuild.extract.testing import told
    >>> told("Roe/NNP/nsubj/5/PERSON is=be/VBZ/cop/5 Kenya/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    ...      "critic/NN/root/0", nominalisations)
    ['Roe -criticize-> Kenya']
    """
    parse = block.parse
    targets: list[tuple[Mention, float]] = []
    entry = next((e for e in entries.values() if e.role == "agent"), None)
    if entry is None:
        return
    for c in parse.kids(i, "nmod", "obl"):
        event = entries.get(parse.preposition(c))
        if event is not None and event.role == "agent":
            targets += actors_at(block, c)
            entry = event
    sources = list(_called(block, i))
    if not targets and any(p in RELATIONAL for p in entries):
        targets = list(_concerned(block, i, entry, sources))
    for source, share in sources:
        for target, rest in targets:
            if source is not target and source.antecedent is not target:
                yield by_noun(source, target, entry, parse.lemmas[i], i, "agent_noun", share * rest)


def _concerned(
    block: Block, i: int, entry: EventNoun, sources: list[tuple[Mention, float]]
) -> Iterator[tuple[Mention, float]]:
    """Whose critic, ally or killer someone is: the possessor, else a name before the noun.

    A country before a killer or a donor is where he comes from; so is an adjective before an ally whom
    nobody names ("Western allies", but "Russian ally Belarus").

    >>> from graphbuild.extract.relations.nominalisations import nominalisations
    >>> from graphbuild.extract.testing import told
    >>> told("Kenyan/JJ/amod/2/NORP ally/NN/nmod:desc/3 Chad/NNP/nsubj/4/GPE fled=flee/VBD/root/0",
    ...      nominalisations)
    ['Chad -ally-> Kenyan']
    >>> told("Western/JJ/amod/2/NORP allies=ally/NNS/nsubj/3/group fled=flee/VBD/root/0", nominalisations)
    []
    """
    parse = block.parse
    if owned := list(owners(block, i, ("nmod:poss",))):
        yield from owned
        return
    named = any(f is not block.by_head.get(i) or f.antecedent is not None for f, _ in sources)
    marks = ("compound", "amod") if parse.lemmas[i] in RECIPROCAL and named else ("compound",)
    for owner, share in owners(block, i, marks):
        if entry.relation not in _FROM_SOMEWHERE or owner.type not in PLACED:
            yield owner, share


def _called(block: Block, i: int) -> Iterator[tuple[Mention, float]]:
    """Who is called by an agent noun: its own mention, the names beside it, or the subject of "is"."""
    parse = block.parse
    own = block.by_head.get(i)
    if own is not None:
        yield own, 1.0
    for c in parse.kids(i, *APPOSED):
        known = (own, own.antecedent if own is not None else None)
        yield from ((f, share) for f, share in actors_at(block, c) if f not in known and f.kind == "name")
    k = i
    if parse.deps[i] == "nmod" and parse.preposition(i) == GENITIVE and _is_partitive(parse, parse.heads[i]):
        k = parse.heads[i]
    if parse.kids(k, "cop"):
        for subject in parse.kids(k, "nsubj"):
            yield from actors_at(block, subject)
    elif own is None and parse.deps[k] in ("appos", "nmod:desc"):
        yield from actors_at(block, parse.heads[k])


def _is_partitive(parse: Parse, i: int) -> bool:
    return parse.lemmas[i] in PARTITIVE_HEADS
