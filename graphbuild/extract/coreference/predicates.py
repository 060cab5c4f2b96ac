"""What a text says that somebody is: "Roe was *a gifted painter*", "Zyx, *the oldest port of the island*".

These name no second actor. Nouns that are actors by themselves ("the envoy") are mentions before the rules
for relations run; these here only say what kind of thing a name stands for, and are added after them.
"""

from __future__ import annotations

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.lexicons.en.function_words import (
    DEFINITE,
    DEFINITE_ARTICLE,
    PARTITIVE_HEADS,
    PREDICATE_NEGATORS,
)
from graphbuild.lexicons.en.prepositions import GENITIVE

__all__ = ["predicates", "said_of"]

_AFTER = frozenset("nmod acl acl:relcl flat".split())
_BECOMING = frozenset("become remain".split())
_SERVING = frozenset("serve work act double".split())
_KNOWN = frozenset("know recognize recognise remember".split())


def predicates(block: Block) -> None:
    """Add the predicates, appositions and descriptions of names, of whatever noun, as mentions of these.

    Such as are mentions already, nouns for actors, get the words after them that belong to them.

    Parameters
    ----------
    block : Block
        With antecedents.
    """
    parse = block.parse
    for found in block.mentions:
        apart = found.kind == "nominal" and found.number == "s" and resolved(found).kind == "name"
        if apart and said_of(block, found.head) is not None:
            found.last = max(found.last, _span(parse, found.head)[1])
    for i in range(len(parse.words)):
        if parse.plural(i) or not (_common(parse, i) or _one_of_several(parse, i)) or _mentioned(block, i):
            continue
        described = said_of(block, i) or _ahead(block, i)
        name = resolved(described) if described is not None else None
        if name is None or name.kind != "name" or name.number != "s":
            continue
        first, last = _span(parse, i)
        text = parse.slice(i, i + 1)
        block.add(
            Mention(
                parse, first, last, i, "nominal", name.type, name.type, text,
                number="s", gender="n", antecedent=name,
            )
        )  # fmt: skip


def _mentioned(block: Block, i: int) -> bool:
    """Whether a word is in a mention: the title before a name is not."""
    held = block.by_token.get(i)
    return held is not None and held.first <= i < held.last


def _common(parse: Parse, i: int) -> bool:
    return parse.noun(i) and parse.pos[i] != "PROPN"


def _one_of_several(parse: Parse, i: int) -> bool:
    """Whether a word picks out one: "*one* of the founders", "the *youngest* of five"."""
    if parse.lemmas[i] in PARTITIVE_HEADS and parse.pos[i] == "NUM":
        return any(parse.preposition(c) == GENITIVE for c in parse.kids(i, "nmod", "obl"))
    superlative = parse.tags[i] == "JJS"
    return superlative and any(parse.lower[c] == DEFINITE_ARTICLE for c in parse.kids(i, "det"))


def _ahead(block: Block, i: int) -> Mention | None:
    """The name right after a description that says of whom or which it is: "*the painter* Ann Lee".

    >>> from graphbuild.extract.testing import example
    >>> block = example("Her=her/PRP$/nmod:poss/2 neighbour/NN/nsubj/4 Roe/NNP/appos/2/PERSON "
    ...                 "left=leave/VBD/root/0")
    >>> _ahead(block, 1).name
    'Roe'
    """
    parse = block.parse
    pointed = any(parse.lower[c] in DEFINITE for c in parse.kids(i, "det")) or parse.kids(i, "nmod:poss")
    if not pointed or parse.kids(i, "conj"):
        return None
    named = (block.by_head.get(c) for c in parse.kids(i, "appos", "flat"))
    return next((f for f in named if f is not None and f.kind == "name" and f.first == i + 1), None)


def said_of(block: Block, i: int) -> Mention | None:
    """Whom a noun is said of, as a predicate or an apposition; nobody where that is denied or only possible.

    >>> from graphbuild.extract.testing import example
    >>> block = example("Roe/NNP/nsubj/4/PERSON was=be/VBD/cop/4 a/DT/det/4 painter/NN/root/0")
    >>> said_of(block, 3).name
    'Roe'
    """
    parse, above = block.parse, block.parse.heads[i]
    if parse.deps[i] == "conj" and above < i and parse.noun(above):
        return said_of(block, above)
    if parse.deps[i] == "appos":
        return None if _listed(parse, i) else block.by_head.get(above)
    if parse.deps[i] == "xcomp" and (parse.lemmas[above] in _BECOMING or parse.kids(above, "nsubj:pass")):
        verb = above
    elif parse.deps[i] == "obl" and parse.preposition(i) == "as" and _as_what(parse, above):
        return _subject(block, above) if not any(_doubted(parse, c) for c in parse.children[above]) else None
    elif parse.kids(i, "cop"):
        verb = i
    else:
        return None
    if parse.kids(i, "case", "mark") or any(_doubted(parse, c) for k in {i, verb} for c in parse.children[k]):
        return None
    return _subject(block, verb)


def _as_what(parse: Parse, verb: int) -> bool:
    """Whether "as" goes with what the subject is: "she served *as* envoy", "is known *as* a poet"."""
    known = parse.lemmas[verb] in _KNOWN and bool(parse.kids(verb, "nsubj:pass"))
    return known or parse.lemmas[verb] in _SERVING


def _subject(block: Block, verb: int) -> Mention | None:
    subjects = [block.by_head[c] for c in block.parse.kids(verb, *SUBJECTS) if c in block.by_head]
    return subjects[0] if subjects else None


def _listed(parse: Parse, i: int) -> bool:
    """Whether what looks like an apposition is the next of a list: "Zyx, *a port* and a market"."""
    end = _span(parse, i)[1]
    return bool(parse.kids(i, "cc", "conj")) or parse.pos[end : end + 1] == ["CCONJ"]


def _doubted(parse: Parse, c: int) -> bool:
    """Whether a word says that something is not so, or only may be: not the tenses of "be" and "have"."""
    modal = parse.deps[c] == "aux" and parse.lemmas[c] not in ("be", "have")
    return modal or parse.lower[c] in PREDICATE_NEGATORS


def _span(parse: Parse, i: int) -> tuple[int, int]:
    """The tokens of the noun phrase that a predicate or apposition heads."""
    first, last = parse.left_edge(i), i
    for c in parse.children[i]:
        if c > i and parse.deps[c] in _AFTER:
            last = max(last, *parse.subtree(c))
    return first, last + 1
