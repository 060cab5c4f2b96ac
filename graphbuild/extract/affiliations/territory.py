"""Who holds which place: "rebel-held Aleppo", "the group's stronghold of Raqqa", "retook Mosul from ISIS".

A place held becomes a static relation of class ``lead`` (heads, commands, controls), as where the text says
that somebody controls it. Only what the words say counts: no country holds its own towns in this sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuild.extract.annotations import Block, Candidate, Context, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.syntax.arguments import heading
from graphbuild.extract.syntax.relations import APPOSED, MODIFIERS
from graphbuild.extract.types import BODIES, COLLECTIVES
from graphbuild.lexicons.en.action_verbs import HELD, HOLDING, PLAIN_HOLDING, TAKING
from graphbuild.lexicons.en.event_nouns import CONTROL, FREEING
from graphbuild.lexicons.en.prepositions import CONTROL_OVER, GENITIVE, PLACE_NAME, SEPARATIVE
from graphbuild.lexicons.en.punctuation import WORD_HYPHENS
from graphbuild.lexicons.en.thing_nouns import SEATS, SETTLEMENTS
from graphbuild.lexicons.patterns import Patterns

__all__ = ["territory"]


def territory(context: Context) -> Iterator[Candidate]:
    """Affiliations of places with those who hold them.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of class ``lead``, from the holder to the place; one pair may come by several rules.
    """
    yield from _compound(context)
    yield from _seat(context)
    yield from _taken(context)
    yield from _control(context)


def _compound(context: Context) -> Iterator[Candidate]:
    """Rebel-held Aleppo; the Houthi-controlled port of Hodeidah.

    >>> from graphbuild.extract.testing import told
    >>> told("Zyx/NNP/compound/3/group -/HYPH/punct/3 held=hold/VBN/amod/4 Aleppo/NNP/nsubj/5/LOC "
    ...      "fell=fall/VBD/root/0", territory)
    ['Zyx -lead-> Aleppo']
    """
    parse = context.block.parse
    for i, word in enumerate(parse.lower):
        if word not in HELD or i < 2 or parse.words[i - 1] not in WORD_HYPHENS:
            continue
        holder, head = context.block.by_token.get(i - 2), parse.heads[i]
        if holder is None or resolved(holder).type not in BODIES or head <= i:
            continue
        for place in _places(context.block, head):
            yield _holds(holder, place, i, "held_compound", context.patterns)


def _places(block: Block, token: int) -> Iterator[Mention]:
    """The place that a token names: itself, or the name of "the city of X", "the parts of X"."""
    parse = block.parse
    for k in parse.conjuncts(token):
        found = block.at(k)
        if found is not None and found.type == "place" and found.kind == "name":
            yield found
        elif parse.lemmas[k] in SETTLEMENTS or parse.lemmas[k] in SEATS:
            for c in parse.kids(k, "nmod", *APPOSED, "compound"):
                named = block.by_head.get(c)
                near = parse.deps[c] != "nmod" or parse.preposition(c) in PLACE_NAME
                if near and c > k and named is not None and named.type == "place" and named.kind == "name":
                    yield named


def _seat(context: Context) -> Iterator[Candidate]:
    """The group's stronghold of Raqqa; Raqqa, the militants' self-proclaimed capital; rebel bastion Idlib.

    >>> from graphbuild.extract.testing import told
    >>> told("the/DT/det/3 Zyx/NNP/compound/3/group bastion/NN/nsubj/6 of/IN/case/5 Idlib/NNP/nmod/3/LOC "
    ...      "fell=fall/VBD/root/0", territory)
    ['Zyx -lead-> Idlib']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in SEATS:
            continue
        holders = [context.block.at(c) for c in parse.kids(i, *MODIFIERS)]
        places = list(_places(context.block, i))
        if parse.deps[i] == "appos":
            places += _places(context.block, parse.heads[i])
        if parse.kids(i, "cop"):
            places += [p for c in parse.kids(i, "nsubj") for p in _places(context.block, c)]
        for holder in holders:
            if holder is not None and resolved(holder).type in COLLECTIVES:
                for place in places:
                    if place is not holder:
                        yield _holds(holder, place, i, "stronghold", context.patterns)


def _taken(context: Context) -> Iterator[Candidate]:
    """They retook Mosul from the group; the liberation of the city of Mosul from the group; ISIS holds Mosul.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/nsubj/2/GPE retook=retake/VBD/root/0 Mosul/NNP/obj/2/LOC from/IN/case/5 "
    ...      "Zyx/NNP/obl/2/group", territory)
    ['Zyx -lead-> Mosul']
    """
    parse = context.block.parse
    for verb, clause in context.clauses.items():
        if clause.lemma in TAKING:
            holders = [c for p, c in clause.obliques if p == SEPARATIVE]
            holders += _from(context.block, clause.objects)
            yield from _held(context, holders, clause.objects, verb, "captured_from")
        elif clause.passive and clause.lemma in HOLDING and parse.deps[verb] == "acl":
            described = [d for o in clause.objects for d in _described(context.block, o)]
            yield from _held(context, clause.subjects, described, verb, "holding_verb")
        elif clause.lemma in PLAIN_HOLDING:
            yield from _held(context, clause.subjects, clause.objects, verb, "holding_verb")
    for i, lemma in enumerate(parse.lemmas):
        if lemma in FREEING:
            places = [c for c in parse.kids(i, "nmod") if parse.preposition(c) == GENITIVE]
            yield from _held(context, _from(context.block, [i, *places]), places, i, "captured_from")


def _described(block: Block, noun: int) -> list[int]:
    """What a noun for a place describes: "Mosul is a city held by them", "Mosul, a city held by them"."""
    parse = block.parse
    if parse.lemmas[noun] not in SETTLEMENTS:
        return []
    above = [parse.heads[noun]] if parse.deps[noun] == "appos" else []
    return above + (parse.kids(noun, "nsubj") if parse.kids(noun, "cop") else [])


def _from(block: Block, nouns: Iterable[int]) -> list[int]:
    """What stands after "from" with one of the nouns, or with the name inside it."""
    parse = block.parse
    within = [c for noun in nouns for c in parse.kids(noun, "nmod")]
    deeper = [d for c in within for d in parse.kids(c, "nmod")]
    return [c for c in (*within, *deeper) if parse.preposition(c) == SEPARATIVE]


def _control(context: Context) -> Iterator[Candidate]:
    """The group's control of Mosul; rebel control over parts of Aleppo.

    >>> from graphbuild.extract.testing import told
    >>> told("Zyx/NNP/compound/2/group control/NN/nsubj/5 over/IN/case/4 Mosul/NNP/nmod/2/LOC "
    ...      "ended=end/VBD/root/0", territory)
    ['Zyx -lead-> Mosul']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        if lemma in CONTROL and parse.pos[i] == "NOUN":
            places = [c for c in parse.kids(i, "nmod") if parse.preposition(c) in CONTROL_OVER]
            yield from _held(context, parse.kids(i, *MODIFIERS), places, i, "control_noun")


def _held(
    context: Context, holders: Iterable[int], places: Iterable[int], word: int, rule: str
) -> Iterator[Candidate]:
    for h in holders:
        for holder in heading(context.block, h):
            if resolved(holder).type in BODIES:
                for p in places:
                    for place in _places(context.block, p):
                        yield _holds(holder, place, word, rule, context.patterns)


def _holds(holder: Mention, place: Mention, word: int, rule: str, patterns: Patterns) -> Candidate:
    return Candidate(holder, place, "affiliation", patterns.classes["lead"], "", word, rule)
