"""Where a report was filed, which stands before its first sentence: "MANILA, Philippines -- The army"."""

from __future__ import annotations

from collections.abc import Sequence

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.gazetteer.countries import countries

__all__ = ["SET_APART", "dateline", "set_apart"]

SET_APART = "dislocated"
"""The relation of a dateline to the sentence that it stands before."""

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_PLACES = frozenset({"GPE", "LOC"})
_LONGEST = 14
_SHORTEST = 4  # letters of a name in capitals that is no abbreviation


def dateline(words: Sequence[str], entities: Sequence[tuple[int, int, str]]) -> int:
    """How many tokens at the beginning of a block tell only where it was written.

    A place, then perhaps its country, an agency or a date, then a dash or a colon before a capital. A country
    before a colon may be who speaks in a headline, so it must be written in capitals.

    Parameters
    ----------
    words : sequence of str
        The tokens of the block.
    entities : sequence of (int, int, str)
        Tokens of each named entity, half open, and its label; in order.

    Returns
    -------
    int
        The token after the dash or colon; 0 where there is no dateline.

    Examples
    --------
    >>> words = "MANILA , Philippines -- The president left".split()
    >>> dateline(words, [(0, 1, "GPE"), (2, 3, "GPE")])
    4
    >>> dateline("Kenya : We will leave".split(), [(0, 1, "GPE")])
    0
    """
    first = next(((i, j, label) for i, j, label in entities if i == 0), None)
    if first is None or first[2] not in _PLACES:
        return 0
    place = " ".join(words[: first[1]])
    if place[-1] in _DASHES:
        return first[1]  # "ALGIERS- The president"
    capitals = place.isupper() and sum(map(str.isalpha, place)) >= _SHORTEST
    inside = {k for i, j, _ in entities for k in range(i, j)}
    for k in range(first[1], min(len(words) - 1, _LONGEST)):
        if words[k] in _DASHES or words[k] == ":":
            named = words[k] in _DASHES or capitals or fold(place) not in countries().by_name
            begins = words[k + 1][0].isupper() or not words[k + 1][0].isalpha()
            return k + 1 if begins and named else 0
        if k not in inside and words[k].strip() not in {"", ",", "(", ")", "/", "."}:
            return 0
    return 0


def set_apart(until: int, pos: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Take a dateline out of the sentence that it stands before, in place.

    Parameters
    ----------
    until : int
        The token after it.
    pos : sequence of str
        Universal part of speech of every token.
    deps, heads : list of str, list of int
        Relation and head of every token.

    Examples
    --------
    >>> deps, heads = ["nsubj", "punct", "nsubj", "root"], [3, 0, 3, 3]
    >>> set_apart(2, ["PROPN", "PUNCT", "PROPN", "VERB"], deps, heads)
    >>> deps
    ['dislocated', 'punct', 'nsubj', 'root']
    """
    outside = [k for k in range(until) if heads[k] >= until]
    astray = [k for k in range(until, len(deps)) if heads[k] < until]
    if not outside and not astray:
        return
    verbs = [k for k in astray if pos[k] == "VERB"]
    root = heads[outside[0]] if outside else (verbs or astray)[0]
    while until <= heads[root] != root:
        root = heads[root]
    subject = any(deps[k].startswith("nsubj") and heads[k] == root for k in outside)
    for k in astray:  # the parser took the place for their head
        heads[k] = root
        if k == root:
            deps[k] = "root"
        elif k < root and subject and pos[k] in ("NOUN", "PROPN", "PRON"):
            deps[k] = "nsubj"
        elif deps[k] in ("root", "appos", "flat"):
            deps[k] = "parataxis"
    for k in range(until):
        if heads[k] >= until or heads[k] == k:
            heads[k], deps[k] = root, SET_APART
