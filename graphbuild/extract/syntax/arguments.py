"""Which actors stand in a place of a clause.

A place is filled by the actor that heads its noun phrase, by those coordinated with it, or, where the head
is a mere thing or quantity ("US interests", "thousands of fighters"), by the actor that it belongs to.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import MODIFIERS
from graphbuild.lexicons.en.action_verbs import OWNED_BY, SIDING
from graphbuild.lexicons.en.body_nouns import STATES
from graphbuild.lexicons.en.function_words import OPPOSING_PREFIXES
from graphbuild.lexicons.en.prepositions import AGENTIVE, EXEMPLIFYING, PARTITIVE, POSSESSOR_OR_PLACE
from graphbuild.lexicons.en.pronouns import RELATIVE
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS
from graphbuild.lexicons.en.thing_nouns import MEANS_OF_WAR, QUANTITIES

__all__ = ["actors_at", "heading", "holders", "opposed"]

_NAMED = 0.9
_OWNED = 0.8
_LOCATED = 0.6


def actors_at(block: Block, token: int) -> Iterator[tuple[Mention, float]]:
    """The actors that fill the place headed by a token.

    Parameters
    ----------
    block : Block
    token : int
        Head of the noun phrase.

    Yields
    ------
    (Mention, float)
        A mention, and how directly it fills the place: 1 if it heads the phrase, less if it only owns it.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> block = example("Kenyan/JJ/amod/2/NORP interests=interest/NNS/nsubj/5 and/CC/cc/4 "
    ...                 "Chad/NNP/conj/2/GPE lost=lose/VBD/root/0")
    >>> [(found.name, share) for found, share in actors_at(block, 1)]
    [('Kenyan', 0.8), ('Chad', 1.0)]
    """
    for k in block.parse.conjuncts(token):
        yield from _actor(block, k)
        yield from _among(block, k)


def heading(block: Block, token: int) -> Iterator[Mention]:
    """The actors that fill the place headed by a token themselves, not by owning what stands there.

    >>> from graphbuild.extract.testing import example
    >>> block = example("Kenyan/JJ/amod/2/NORP interests=interest/NNS/nsubj/5 and/CC/cc/4 "
    ...                 "Chad/NNP/conj/2/GPE lost=lose/VBD/root/0")
    >>> [found.name for found in heading(block, 1)]
    ['Chad']
    """
    return (found for found, share in actors_at(block, token) if share == 1.0)


def _among(block: Block, token: int) -> Iterator[tuple[Mention, float]]:
    """Whom a plural names as part of it: "critics, including *Roe*, said", "groups such as *Hamas*".

    >>> from graphbuild.extract.testing import example
    >>> block = example("Groups=group/NNS/nsubj/5 such/JJ/case/4 as/IN/fixed/2 Hamas/NNP/nmod/1/ORG "
    ...                 "fled=flee/VBD/root/0")
    >>> [(found.name, share) for found, share in actors_at(block, 0)]
    [('Hamas', 0.9)]
    """
    parse = block.parse
    if not parse.several(token):
        return
    for c in parse.kids(token, "nmod", "acl"):
        if parse.preposition(c) in EXEMPLIFYING:
            named = (f for f in heading(block, c) if f.kind == "name")
            yield from ((f, _NAMED) for f in named if f.type != "place")


def _actor(block: Block, token: int) -> Iterator[tuple[Mention, float]]:
    parse = block.parse
    found = block.at(token)
    partitive = parse.lemmas[token] in QUANTITIES
    if found is not None and not (partitive and found.kind == "nominal" and _of(block, token)):
        yield found, 1.0
        if found.kind == "nominal" and parse.lemmas[token] in MEANS_OF_WAR:
            yield from _wielders(block, token)
        return
    if partitive:
        for marks in PARTITIVE:
            parts = [a for inside in _of(block, token, marks) for a in actors_at(block, inside)]
            if parts:
                yield from parts
                return
        return
    if parse.lemmas[token] in STATES and parse.kids(token, "cop"):  # "they are states that"
        for c in parse.kids(token, "nsubj"):
            yield from actors_at(block, c)
        return
    named = [
        f for c in parse.kids(token, "appos", "flat") if (f := block.by_head.get(c)) and f.kind == "name"
    ]
    if named:  # "her partner, John Roe"
        yield named[0], 1.0
        return
    for c in reversed(parse.kids(token, *MODIFIERS)):
        owners = list(_owner(block, c))
        if owners:
            yield from ((f, _OWNED) for f in owners)
            return
    if held := [a for k in holders(parse, token) for a in actors_at(block, k)]:
        yield from ((f, _LOCATED * share) for f, share in held)
        return
    below = parse.kids(token, "nmod", "acl")
    for c in sorted(
        below, key=lambda c: parse.preposition(c) != AGENTIVE
    ):  # who did it, before what it is of
        if parse.deps[c] == "acl":
            within = [a for k in parse.kids(c, "obl:agent") for a in actors_at(block, k)]
        else:
            within = list(actors_at(block, c)) if parse.preposition(c) in POSSESSOR_OR_PLACE else []
        if within:
            yield from ((f, _LOCATED * share) for f, share in within)
            return


def holders(parse: Parse, token: int) -> Iterator[int]:
    """Tokens of those to whom a thing belongs by what a clause after it says: "farms that belong to *Chad*".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Farms=farm/NNS/nsubj/5 belonging=belong/VBG/acl/1 to/IN/case/4 Chad/NNP/obl/2/GPE "
    ...                 "burned=burn/VBD/root/0").parse
    >>> list(holders(parse, 0))
    [3]
    """
    for verb in parse.kids(token, "acl", "acl:relcl"):
        subjects = parse.kids(verb, "nsubj", "nsubj:pass")
        if all(parse.lower[s] in RELATIVE for s in subjects):
            below = parse.kids(verb, "obl", "obl:agent")
            yield from (k for k in below if parse.lemmas[verb] in OWNED_BY.get(parse.preposition(k), ()))


def _wielders(block: Block, token: int) -> Iterator[tuple[Mention, float]]:
    """Whose means of war it is: "US airstrikes killed", "the coalition's jets bombed".

    >>> from graphbuild.extract.testing import example
    >>> block = example("US/NNP/compound/2/GPE airstrikes=airstrike/NNS/nsubj/3/group killed=kill/VBD/root/0")
    >>> [(found.name, share) for found, share in actors_at(block, 1)]
    [('airstrikes', 1.0), ('US', 0.8)]
    """
    for c in reversed(block.parse.kids(token, *MODIFIERS)):
        yield from ((f, _OWNED) for f in _owner(block, c))


def opposed(block: Block, token: int) -> bool:
    """Whether a modifier is what its noun is against: in "anti-Kenyan protests" the protests are not Kenya's.

    >>> from graphbuild.extract.testing import example
    >>> block = example("anti/JJ/amod/4 -/HYPH/punct/3 Kenyan/JJ/amod/4/NORP protests=protest/NNS/root/0")
    >>> opposed(block, 2)
    True
    """
    lower = block.parse.lower
    return token >= 2 and lower[token - 1] in COMPOUND_HYPHENS and lower[token - 2] in OPPOSING_PREFIXES


def _owner(block: Block, token: int) -> Iterator[Mention]:
    if opposed(block, token) or _sided_with(block.parse, token):
        return
    for k in block.parse.conjuncts(token):
        found = block.at(k)
        if found is not None:
            yield found
        else:
            for c in reversed(block.parse.kids(k, *MODIFIERS)):
                yield from _owner(block, c)


def _sided_with(parse: Parse, token: int) -> bool:
    """Whether a modifier is only whom its noun sides with: "a *Kremlin*-aligned channel", not "Kremlin-led".

    >>> from graphbuild.extract.testing import example
    >>> tokens = "Kenya/NNP/compound/4/GPE -/HYPH/punct/3 {}/VBN/amod/4 paper/NN/root/0"
    >>> [_sided_with(example(tokens.format(word)).parse, 0) for word in ("backed", "owned")]
    [True, False]
    """
    return parse.words[token + 1 : token + 2] == ["-"] and bool(
        SIDING & {*parse.lower[token + 2 : token + 3]}
    )


def _of(block: Block, token: int, marks: Container[str] = PARTITIVE[0]) -> list[int]:
    parse = block.parse
    return [c for c in parse.kids(token, "nmod") if parse.preposition(c) in marks]
