"""Noun phrases: how far one reaches, what it is called, and which actors modify it."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import MODIFIERS
from graphbuild.lexicons.en.function_words import APPROXIMATING, DETERMINERS, STANCE_PREFIXES
from graphbuild.lexicons.en.prepositions import NATIONALITY
from graphbuild.lexicons.en.pronouns import POSSESSIVE_RELATIVE
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS
from graphbuild.lexicons.roles import roles

__all__ = ["modifying", "phrase_end", "plain_name", "prefixed", "telling", "whose", "word_begin"]

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
        if found is not None and prefixed(block.parse, found.first):
            continue  # "anti-Kenyan" rebels are none of Kenya's
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
        joined = telling(parse, k)
        if inside is not None and inside.type == "country" and not joined:
            continue
        counts = parse.lower[k] in APPROXIMATING and any(parse.pos[n] == "NUM" for n in range(k + 1, head))
        if not joined and (parse.lower[k] in DETERMINERS or parse.pos[k] in _LEFT_OUT or counts):
            continue
        kept.append(k)
    return _joined(parse, kept) or parse.words[head]


def prefixed(parse: Parse, token: int) -> bool:
    """Whether a prefix says where one stands towards the actor at a token: "pro-Kenyan", "anti-Kenyan".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("pro/JJ/amod/4 -/HYPH/punct/3 Kenyan/JJ/amod/4/NORP rebels=rebel/NNS/root/0").parse
    >>> prefixed(parse, 2), prefixed(parse, 3)
    (True, False)
    """
    hyphen = token >= 2 and parse.words[token - 1] in COMPOUND_HYPHENS
    return hyphen and parse.lower[token - 2] in STANCE_PREFIXES


def word_begin(parse: Parse, k: int) -> int:
    """Where the hyphened word begins that a token is part of, if it tells of another: "Kenya-backed".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed/VBN/amod/4 rebels/NNS/root/0").parse
    >>> word_begin(parse, 2), word_begin(parse, 3)
    (0, 3)
    """
    return _hyphened(parse, k)[0] if telling(parse, k) else k


def telling(parse: Parse, k: int) -> bool:
    """Whether a token is part of a hyphened word that tells of another: "Kenya-backed", "anti-Kenyan".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed/VBN/amod/4 rebels/NNS/root/0").parse
    >>> telling(parse, 0), telling(parse, 3)
    (True, False)
    """
    first, last = _hyphened(parse, k)
    if last - first < 3:
        return False
    return parse.lower[first] in STANCE_PREFIXES or parse.participle(last - 1)


def _hyphened(parse: Parse, k: int) -> tuple[int, int]:
    """First token of the word that hyphens without spaces make of a token and its neighbours, and the end."""
    first, last, size = k, k + 1, len(parse.words)
    while first > 0 and _touching(parse, first - 1) and _either(parse, first - 1):
        first -= 1
    while last < size and _touching(parse, last - 1) and _either(parse, last - 1):
        last += 1
    return first, last


def _touching(parse: Parse, k: int) -> bool:
    return parse.ends[k] == parse.starts[k + 1]


def _either(parse: Parse, k: int) -> bool:
    return not COMPOUND_HYPHENS.isdisjoint(parse.words[k : k + 2])


def _joined(parse: Parse, tokens: list[int]) -> str:
    """The words of tokens, apart where the text has a space or other words between them."""
    text = ""
    for before, k in zip([-2, *tokens], tokens, strict=False):
        touching = before == k - 1 and parse.ends[before] == parse.starts[k]
        text += parse.words[k] if touching or not text else f" {parse.words[k]}"
    return text
