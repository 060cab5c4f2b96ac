"""Collectives and their members side by side.

"The allies, especially Kenya", "partners Kenya and Chad", "Kenyan ships Simba and Chui".
"""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.affiliations.affiliation import affiliation
from graphbuild.extract.annotations import Block, Candidate, Context, Mention
from graphbuild.extract.syntax.arguments import heading
from graphbuild.extract.syntax.relations import MODIFIERS
from graphbuild.extract.types import BODIES, COLLECTIVES
from graphbuild.lexicons.en.function_words import FOCUS_ADVERBS, LIST_LINKS
from graphbuild.lexicons.en.person_nouns import FELLOWS
from graphbuild.lexicons.en.prepositions import LISTING, SIMILATIVE
from graphbuild.lexicons.en.thing_nouns import VESSELS

__all__ = ["enumerations"]


def enumerations(context: Context) -> Iterator[Candidate]:
    """Affiliations of members with the collective that a sentence lists them by.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of class ``member_of`` or ``part_of``, from the member to the collective.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("partners=partner/NNS/nsubj/5/group Kenya/NNP/appos/1/GPE and/CC/cc/4 Chad/NNP/conj/2/GPE "
    ...      "met=meet/VBD/root/0", enumerations)
    ['Kenya -member_of-> partners', 'Chad -member_of-> partners']
    """
    yield from _including(context)
    yield from _named_kind(context)


def _including(context: Context) -> Iterator[Candidate]:
    """The allies, including Kenya and Chad; the rebels, mainly Arabs: each is one of the group before.

    >>> from graphbuild.extract.testing import told
    >>> told("allies=ally/NNS/nsubj/4/group including/IN/case/3 Kenya/NNP/nmod/1/GPE "
    ...      "met=meet/VBD/root/0", enumerations)
    ['Kenya -member_of-> allies']
    >>> told("allies=ally/NNS/nsubj/5/group ,/,/punct/1 especially/RB/advmod/4 Kenya/NNP/appos/1/GPE "
    ...      "met=meet/VBD/root/0", enumerations)
    ['Kenya -member_of-> allies']
    """
    parse = context.block.parse
    for whole in context.block.mentions:
        if whole.kind == "pronoun" or whole.type not in COLLECTIVES:
            continue
        for c in parse.kids(whole.head, "nmod", "obl", "appos", "conj"):
            like = parse.deps[c] == "nmod" and parse.preposition(c) == SIMILATIVE and whole.number == "p"
            single_out = any(parse.lower[a] in FOCUS_ADVERBS for a in parse.kids(c, "advmod"))
            single_out = single_out and (parse.deps[c] == "appos" or not parse.preposition(c))
            if single_out or like or (parse.deps[c] != "conj" and parse.preposition(c) in LISTING):
                for part in heading(context.block, c):
                    if part is not whole and part.type != "place":
                        yield affiliation(part, whole, "", c, "listed_hyponym", context.patterns)


def _named_kind(context: Context) -> Iterator[Candidate]:
    """Kenyan ships Simba (P 12) and Chui; partners Kenya and Chad: names right after a noun for their kind.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenyan/JJ/amod/2/GPE ships=ship/NNS/nsubj/6 Simba/NNP/appos/2/ORG and/CC/cc/5 "
    ...      "Chui/NNP/conj/3/LOC sailed=sail/VBD/root/0", enumerations)
    ['Simba -part_of-> Kenyan', 'Chui -part_of-> Kenyan']
    >>> told("partners=partner/NNS/nsubj/5/group Kenya/NNP/appos/1/GPE and/CC/cc/4 Chad/NNP/conj/2/GPE "
    ...      "met=meet/VBD/root/0", enumerations)
    ['Kenya -member_of-> partners', 'Chad -member_of-> partners']
    """
    parse = context.block.parse
    for i, lemma in enumerate(parse.lemmas):
        fellows = context.block.by_head.get(i) if lemma in FELLOWS else None
        if fellows is not None and fellows.kind == "nominal" and fellows.number == "p":
            for one in _named_after(context.block, i):
                yield affiliation(one, fellows, "", i, "kind_apposition", context.patterns)
        if lemma not in VESSELS:
            continue
        owners = [context.block.at(c) for c in parse.kids(i, *MODIFIERS)]
        for owner in owners:
            if owner is None or owner.kind != "name" or owner.type not in BODIES:
                continue
            for ship in _named_after(context.block, i):
                if ship.type != "country":
                    yield affiliation(ship, owner, "", i, "vessel", context.patterns)


def _named_after(block: Block, noun: int) -> Iterator[Mention]:
    """Names that follow a noun, apart by nothing but commas, "and", and what stands in brackets."""
    parse, k = block.parse, noun + 1
    end = parse.sentences[parse.sentence[noun]][1]
    while k < end:
        found = block.by_token.get(k)
        if found is not None and found.kind == "name" and found.first == k:
            yield found
            k = found.last
        elif parse.words[k] == "(":
            while k < end and parse.words[k] != ")":
                k += 1
            k += 1
        elif k > noun + 1 and parse.lower[k] in LIST_LINKS:
            k += 1
        else:
            return
