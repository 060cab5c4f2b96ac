"""Who and what a contrast leaves out: "rather than attack Chad", "Togo, not Chad, was attacked"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import PREDICATES
from graphbuild.lexicons.en.function_words import (
    CONTRASTING,
    CORRECTIVE,
    FORGOING,
    NEGATION,
    NOT_EXHAUSTIVE,
    OPEN_QUESTION,
)

__all__ = ["contrast", "corrected", "forgone"]

_MARKING = ("mark", "case", "cc", "cc:preconj", "advmod")
_OTHERS = frozenset({"nsubj", "nsubj:pass", "conj"})  # "Togo rather than Chad attacked"
_NOMINAL = frozenset({"nmod", "nmod:poss", "nmod:desc", "compound", "amod", "flat", "appos"})
_CLIMB = 5


def contrast(parse: Parse, party: int, word: int) -> str:
    """What a contrast says of a party to what a verb or event noun states.

    Parameters
    ----------
    parse : Parse
    party : int
        Head of the mention.
    word : int
        The verb or noun.

    Returns
    -------
    str
        ``out`` for whom it leaves out ("not Chad", "rather than Chad"), ``in`` for whom it puts in the place
        of one left out ("but Chad"), else empty.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 not/RB/advmod/4 "
    ...                 "Chad/NNP/obj/2/GPE but/CC/cc/6 Togo/NNP/conj/4/GPE").parse
    >>> [contrast(parse, party, 1) for party in (0, 3, 5)]
    ['', 'out', 'in']
    """
    first, last = parse.sentences[parse.sentence[word]]
    if CONTRASTING.isdisjoint(parse.lower[first:last]):
        return ""
    for k in _phrases(parse, party, word):
        if _left_out(parse, k):
            return "out"
        if parse.deps[k] == "conj" and parse.pos[k] not in PREDICATES and corrected(parse, k):
            return "in"
    return ""


def corrected(parse: Parse, k: int) -> bool:
    """Whether "but" joins a word to the one before, so that "not" before that one does not reach it.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/nsubj/3/GPE not/RB/advmod/3 attacked=attack/VBN/root/0 but/CC/cc/5 "
    ...                 "warned=warn/VBD/conj/3 Chad/NNP/obj/5/GPE").parse
    >>> corrected(parse, 4)
    True
    """
    joining = [parse.lower[c] for c in parse.kids(k, "cc")]
    return CORRECTIVE in joining and not _left_out(parse, k)


def forgone(parse: Parse, word: int) -> bool:
    """Whether a deed is only what was not done: "rather than attack", "instead of attacking".

    >>> from graphbuild.extract.testing import heard
    >>> heard("Rather=rather/RB/mark/3 than/IN/fixed/1 attack/VB/advcl/7 Chad/NNP/obj/3/GPE "
    ...       ",/,/punct/3 Kenya/NNP/nsubj/7/GPE waited=wait/VBD/root/0")
    ['attack: negated']
    """
    lower = parse.lower
    marks = [c for c in parse.kids(word, *_MARKING) if c < word]
    if not marks:
        return False
    for c in marks:
        after = next((k for k in (c + 2, c + 1) if tuple(lower[k - 2 : k]) in FORGOING), None)
        if after is not None:
            within = range(after, word)
            own = set(parse.subtree(word)).issuperset(within)
            return own and all(parse.deps[k] not in _OTHERS for k in within)
    return False


def _phrases(parse: Parse, party: int, word: int) -> Iterator[int]:
    """The party and the nouns above it that stand or fall with it.

    Who joins one left out by "and", "or" or "nor" is left out too.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 not/RB/advmod/4 "
    ...                 "Chad/NNP/obj/2/GPE or/CC/cc/6 Togo/NNP/conj/4/GPE").parse
    >>> contrast(parse, 5, 1)
    'out'
    """
    k = party
    for _ in range(_CLIMB):
        if k == word:
            return
        yield k
        joins = parse.deps[k] == "conj" and not parse.kids(k, "advmod")
        head = parse.heads[k]
        if not (joins or parse.deps[k] in _NOMINAL) or head == k or parse.pos[head] in PREDICATES:
            return
        k = head


def _left_out(parse: Parse, k: int) -> bool:
    """Whether "not", "rather than" or "instead of" stands right before a noun phrase.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Not=not/RB/advmod/2 Chad/NNP/nsubj/5/GPE not/RB/advmod/4 all/DT/det/5 "
    ...                 "rebels=rebel/NNS/root/0/group").parse
    >>> _left_out(parse, 1), _left_out(parse, 4)
    (True, False)
    """
    lower = parse.lower
    first = parse.left_edge(k)
    first = min((c for c in parse.kids(k, "case", "mark", "advmod", "cc") if first - 3 <= c), default=first)
    for edge in {first, parse.left_edge(k)}:
        before = edge - 1
        if lower[edge] == NEGATION and edge < k:
            before = edge
        if before < 0 or parse.sentence[before] != parse.sentence[k]:
            continue
        if lower[before] == NEGATION:
            following = lower[before + 1] if before + 1 < len(lower) else ""
            asks = before > 0 and lower[before - 1] in OPEN_QUESTION
            return following not in NOT_EXHAUSTIVE and not asks
        pairs = (tuple(lower[max(0, before - 1) : before + 1]), tuple(lower[edge : edge + 2]))
        if not FORGOING.isdisjoint(pairs):
            return True
    return False
