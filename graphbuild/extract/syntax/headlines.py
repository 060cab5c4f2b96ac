"""Headlines that a parser takes for a noun and what describes it: "Police *arrest* reporter Ada Holm".

Headlines leave out articles and forms of "be", so that their present verbs look like nouns, and the future
is an infinitive (Mårdh, Headlinese, 1980). The lists are those of a parse with Universal Dependencies, and
are changed.
"""

from __future__ import annotations

from collections.abc import Container

from graphbuild.lexicons.en.function_words import INFINITIVE_MARK
from graphbuild.lexicons.en.person_nouns import COLLECTIVE_PLURALS
from graphbuild.lexicons.roles import roles

__all__ = ["headlines"]

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PHRASE = _NOMINAL | {"ADJ", "NUM"}
_LONGEST = 25  # words
_FUTURE = "will"


def headlines(
    lemmas: list[str],
    pos: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    verbs: Container[str],
) -> None:
    """Give a sentence without a finite verb the one that its first words show it to have.

    That is a word for a deed after several ("police", "rebels", "US, UK"), or one that ends in -s after a
    name ("Turkey jails"), if somebody follows: a name, a noun for a person or body, or several of a kind.
    "Ghana *to sue* Peru" is of the future.

    Parameters
    ----------
    lemmas, pos, tags, deps : list of str
    heads : list of int
    verbs : container of str
        Words for deeds, in base form.

    Examples
    --------
    >>> lemmas, pos = ["police", "arrest", "reporter", "roe"], ["NOUN", "NOUN", "NOUN", "PROPN"]
    >>> tags = ["NN", "NN", "NN", "NNP"]
    >>> deps, heads = ["compound", "compound", "root", "flat"], [1, 2, 2, 2]
    >>> headlines(lemmas, pos, tags, deps, heads, {"arrest"})
    >>> deps, heads, tags[1]
    (['nsubj', 'root', 'nmod:desc', 'obj'], [1, 1, 3, 1], 'VBP')
    """
    _pair(pos, deps, heads)
    for root in [i for i, head in enumerate(heads) if head == i]:
        first, last = _sentence(root, heads)
        if last - first > _LONGEST or not _FINITE.isdisjoint(tags[first:last]):
            continue
        if pos[root] not in _NOMINAL:
            continue
        verb = _infinitive(root, first, lemmas, pos, deps, heads)
        if verb is not None:
            _turn(root, verb, deps, heads)
            deps[root], lemmas[verb - 1], tags[verb - 1], deps[verb - 1] = "nsubj", _FUTURE, "MD", "aux"
            pos[verb - 1] = "AUX"
            continue
        verb = _deed(first, last, lemmas, pos, tags, verbs)
        if verb is not None:
            _turn(root, verb, deps, heads)
            pos[verb], tags[verb] = "VERB", "VBZ" if tags[verb] in _PLURAL else "VBP"
            _subject(first, verb, pos, deps, heads)
            _object(verb, last, pos, deps, heads)


def _pair(pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Join two names that are both subjects of one verb: "India, *China* hold talks"."""
    for k in range(2, len(heads)):
        both = deps[k] == deps[k - 2] == "nsubj" and heads[k] == heads[k - 2] and heads[k] > k
        if both and pos[k] == pos[k - 2] == "PROPN" and pos[k - 1] in ("PUNCT", "CCONJ"):
            deps[k], heads[k], heads[k - 1] = "conj", k - 2, k


def _sentence(root: int, heads: list[int]) -> tuple[int, int]:
    """The tokens around a root that hang on it."""

    def under(k: int) -> bool:
        for _ in heads:
            if heads[k] == k:
                return k == root
            k = heads[k]
        return False

    first = last = root
    while first and under(first - 1):
        first -= 1
    while last + 1 < len(heads) and under(last + 1):
        last += 1
    return first, last + 1


def _infinitive(
    root: int, first: int, lemmas: list[str], pos: list[str], deps: list[str], heads: list[int]
) -> int | None:
    """The verb of "Ghana *to sue* Peru", where "to" follows the phrase that begins the sentence."""
    if any(pos[k] not in _PHRASE for k in range(first, root + 1)):
        return None
    mark, verb = root + 1, root + 2
    follows = verb < len(heads) and lemmas[mark] == INFINITIVE_MARK and heads[verb] == root
    return verb if follows and deps[verb] == "acl" and pos[verb] == "VERB" else None


def _deed(
    first: int, last: int, lemmas: list[str], pos: list[str], tags: list[str], verbs: Container[str]
) -> int | None:
    """The noun that must be a verb."""
    for k in range(first + 1, last - 1):
        several = tags[k - 1] in _PLURAL or lemmas[k - 1] in COLLECTIVE_PLURALS or _joined(first, k, pos)
        one = pos[k - 1] == "PROPN" and tags[k - 1] == "NNP" and tags[k] == "NNS"
        bare = pos[k] == "NOUN" and tags[k] == "NN"
        if (one or (several and bare)) and lemmas[k] in verbs and _somebody(k + 1, last, lemmas, pos, tags):
            return k
        if pos[k - 1] not in _PHRASE and not (pos[k - 1] in ("PUNCT", "CCONJ") and pos[k] == "PROPN"):
            return None
    return None


def _joined(first: int, verb: int, pos: list[str]) -> bool:
    """Whether names are joined by commas or "and" up to a verb: "US, UK *strike*"."""
    shape = pos[first:verb]
    return len(shape) > 2 and shape[-1] == "PROPN" and shape[-2] in ("PUNCT", "CCONJ") and shape[0] == "PROPN"


def _somebody(first: int, last: int, lemmas: list[str], pos: list[str], tags: list[str]) -> bool:
    """Whether a phrase begins that names somebody, or several: "reporter Roe", "ten villagers", "mayor"."""
    end = _end(first, last, pos)
    if end == first or pos[end - 1] not in _NOMINAL:
        return False
    return pos[end - 1] == "PROPN" or tags[end - 1] in _PLURAL or lemmas[end - 1] in roles()


def _end(first: int, last: int, pos: list[str]) -> int:
    while first < last and pos[first] in _PHRASE:
        first += 1
    return first


def _turn(root: int, verb: int, deps: list[str], heads: list[int]) -> None:
    """Hang on the verb what hung on the root."""
    for k, head in enumerate(heads):
        if head == root and k > verb and deps[k] in ("punct", "nmod", "obl", "advmod", "list"):
            heads[k] = verb
            deps[k] = "obl" if deps[k] == "nmod" else deps[k]
    heads[root], heads[verb], deps[verb] = verb, verb, "root"


def _subject(first: int, verb: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    parts = [k for k in range(first, verb) if pos[k] in _NOMINAL]
    joined = any(pos[k] in ("PUNCT", "CCONJ") for k in range(first, verb))
    subject = parts[0] if joined else parts[-1]
    for k in range(first, verb):
        if k == subject:
            deps[k], heads[k] = "nsubj", verb
        elif joined and pos[k] == "PROPN":
            deps[k], heads[k] = "conj", subject
        elif joined:
            after = min((part for part in parts if part > k), default=subject)
            deps[k], heads[k] = "punct" if pos[k] == "PUNCT" else "cc", after
        else:
            deps[k], heads[k] = "amod" if pos[k] == "ADJ" else "compound", subject


def _object(verb: int, last: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    start, end = verb + 1, _end(verb + 1, last, pos)
    head = end - 1
    while head > start and pos[head] == "PROPN" and pos[head - 1] == "PROPN":
        head -= 1
    for k in range(start, end):
        if k > head:
            deps[k], heads[k] = "flat", head
        elif k < head:
            described = pos[head] == "PROPN" and k == head - 1 and pos[k] == "NOUN"
            above = head if described or pos[head] != "PROPN" or pos[head - 1] != "NOUN" else head - 1
            deps[k] = "nmod:desc" if described else "amod" if pos[k] == "ADJ" else "compound"
            heads[k] = above
        else:
            deps[k], heads[k] = "obj", verb
    for k in range(end, last):
        if start <= heads[k] < end and heads[k] != head and deps[k] in ("nmod", "obl"):
            deps[k], heads[k] = "obl", verb
