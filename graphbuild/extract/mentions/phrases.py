"""Noun phrases: how far one reaches, what it is called, and which actors modify it."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import MODIFIERS
from graphbuild.lexicons.en.function_words import APPROXIMATING, DETERMINERS
from graphbuild.lexicons.en.prepositions import NATIONALITY
from graphbuild.lexicons.en.pronouns import POSSESSIVE_RELATIVE
from graphbuild.lexicons.roles import roles

__all__ = ["modifying", "phrase_end", "plain_name", "whose"]

_MODIFIERS = (*MODIFIERS, "flat")
_LONGEST = 8
_LEFT_OUT = frozenset({"DET", "PRON", "NUM", "PART", "PUNCT", "ADV", "CCONJ"})


def modifying(block: Block, i: int) -> Iterator[Mention]:
    """Named mentions and groups that modify the noun ``i`` from the left, nearest first.

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE government/NN/nsubj/4 left=leave/VBD/root/0")
    ['The US government: organization GOV = US']
    """
    for c in reversed(block.parse.kids(i, *_MODIFIERS)):
        if block.parse.participle(c):  # whom "French-backed" forces are backed by
            continue
        found = block.at(c)
        if found is not None and found.head != i and (found.kind == "name" or found.type == "group"):
            yield found
        if found is None or found.kind != "name":
            yield from modifying(block, c)


def whose(block: Block, i: int) -> Iterator[Mention]:
    """The actor of "Kenya, whose troops attacked", for the noun "troops".

    >>> from graphbuild.extract.testing import described
    >>> described("Kenya/NNP/nsubj/6/GPE whose/WP$/nmod:poss/3 troops=troop/NNS/nsubj/4 "
    ...           "attacked=attack/VBD/acl:relcl/1 Chad/NNP/obj/4/GPE left=leave/VBD/root/0")
    ['whose troops: group MIL']
    """
    parse = block.parse
    if any(parse.lower[c] == POSSESSIVE_RELATIVE for c in parse.kids(i, "nmod:poss", "det")):
        for k in (i, *parse.ancestors(i)):
            if parse.deps[k] == "acl:relcl" and (owner := block.by_head.get(parse.heads[k])) is not None:
                yield owner
                return


def phrase_end(block: Block, i: int, *, apart: bool = False) -> int:
    """End of the mention: after the phrases that say whose or where from ("officials in Peru").

    Where ``apart``, a noun that is an actor of its own stays outside: "the head" of "the Katiba rebels".

    >>> from graphbuild.extract.testing import described
    >>> described("Officials=official/NNS/nsubj/4 in/IN/case/3 Peru/NNP/nmod/1/GPE "
    ...           "resigned=resign/VBD/root/0")
    ['Officials in Peru: official GOV']
    """
    parse, end = block.parse, i + 1
    for c in parse.kids(i, "nmod"):
        inside = sorted(parse.subtree(c))
        if apart and c not in block.by_head and parse.lemmas[c] in roles():
            break
        if not any(k in block.by_token for k in inside):
            break
        if parse.preposition(c) not in NATIONALITY or inside[0] != end or len(inside) > _LONGEST:
            break
        if any(parse.pos[k] == "VERB" or parse.deps[k] in ("punct", "appos", "acl:relcl") for k in inside):
            break
        end = inside[-1] + 1
    return end


def plain_name(block: Block, first: int, head: int) -> str:
    """The phrase without determiners, numbers, possessors and country adjectives."""
    parse = block.parse
    kept = []
    for k in range(first, head + 1):
        inside = block.by_token.get(k)
        if inside is not None and inside.type == "country":
            continue
        counts = parse.lower[k] in APPROXIMATING and any(parse.pos[n] == "NUM" for n in range(k + 1, head))
        if parse.lower[k] in DETERMINERS or parse.pos[k] in _LEFT_OUT or counts:
            continue
        kept.append(k)
    return _joined(parse, kept) or parse.words[head]


def _joined(parse: Parse, tokens: list[int]) -> str:
    """The words of tokens, apart where the text has a space or other words between them."""
    text = ""
    for before, k in zip([-2, *tokens], tokens, strict=False):
        touching = before == k - 1 and parse.ends[before] == parse.starts[k]
        text += parse.words[k] if touching or not text else f" {parse.words[k]}"
    return text
