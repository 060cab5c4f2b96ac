"""Trees put right where grammar leaves no doubt: charges, offices named after the noun, subjects.

All change the lists that they are given, which are those of a parse with Universal Dependencies.
"""

from __future__ import annotations

from graphbuild.lexicons.en.function_words import POSTPOSED
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.en.speech_verbs import CHARGING
from graphbuild.lexicons.roles import roles

__all__ = ["charges", "joined_subjects", "postposed", "rootless", "subjects"]

_CLAUSES = frozenset({"ccomp", "parataxis"})
_JOINED = frozenset({"conj", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ASIDE = frozenset({"parataxis", "acl", "amod"})
_AFTER = frozenset({"punct", "parataxis", "conj", "advcl"})


def charges(lemmas: list[str], pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a charge on its verb where the parser hung it on the accused: "accused the army of *war crimes*".

    What follows "of" is the charge if it is a common noun that no actor has ("accused the head of police"),
    and if nothing else is one. ``deps`` and ``heads`` are changed.

    >>> deps, heads = ["root", "obj", "case", "nmod"], [0, 0, 3, 1]
    >>> charges(["accuse", "army", "of", "torture"], ["VERB", "NOUN", "ADP", "NOUN"], deps, heads)
    >>> deps[3], heads[3]
    ('obl', 0)
    """
    if CHARGING.isdisjoint(lemmas):
        return
    for case, lemma in enumerate(lemmas):
        charge = heads[case]
        if lemma != GENITIVE or deps[case] != "case" or deps[charge] != "nmod" or charge < case:
            continue
        accused = heads[charge]
        verb = heads[accused]
        hung = lemmas[verb] in CHARGING and deps[accused] in ("obj", "iobj", "nsubj:pass")
        if hung and pos[charge] == "NOUN" and lemmas[charge] not in roles():
            deps[charge], heads[charge] = "obl", verb


def postposed(lemmas: list[str], pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one office of a noun and the adjective after it: "Chad's *attorney general*, meanwhile, has".

    The second word heads it, as in "the attorney general of Chad", with the number of the first. All but
    ``lemmas`` are changed.

    >>> deps, heads = ["nsubj", "appos", "root"], [2, 0, 2]
    >>> pos, tags = ["NOUN", "NOUN", "VERB"], ["NN", "NN", "VBD"]
    >>> postposed(["attorney", "general", "resign"], pos, tags, deps, heads)
    >>> deps, heads
    (['compound', 'nsubj', 'root'], [1, 2, 2])
    """
    for after in [i for i, lemma in enumerate(lemmas) if i and lemma in POSTPOSED]:
        noun = after - 1
        if heads[after] not in (noun, heads[noun]) or heads[noun] == after:
            continue
        if f"{lemmas[noun]} {lemmas[after]}" not in roles():
            continue
        root = heads[noun] == noun
        deps[after], heads[after] = deps[noun], after if root else heads[noun]
        pos[after], tags[after] = pos[noun], tags[noun]
        for k, head in enumerate(heads):
            if head == noun and k != after:
                heads[k] = after
        deps[noun], heads[noun] = "compound", after


def subjects(pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Give each verb one subject: a second one belongs to another verb, or only says who the first is.

    "The army fled," *said* the rebels' *spokesman*; "The army fled, two *people* *said*"; "said the *envoy*,
    *Jane Roe*". A parser may hang such subjects on a verb that has its own. ``deps`` and ``heads`` are
    changed.

    >>> heads = [1, 2, 2, 1]
    >>> subjects(["NOUN", "VERB", "VERB", "NOUN"], ["nsubj", "ccomp", "root", "nsubj"], heads)
    >>> heads
    [1, 2, 2, 2]
    >>> deps, heads = ["root", "nsubj", "punct", "nsubj"], [0, 0, 3, 0]
    >>> subjects(["VERB", "NOUN", "PUNCT", "PROPN"], deps, heads)
    >>> deps[3], heads[3]
    ('appos', 1)
    """
    owned = {heads[i] for i, dep in enumerate(deps) if dep in _SUBJECTS}
    first: dict[int, int] = {}
    for i, dep in enumerate(deps):
        if dep != "nsubj":
            continue
        verb = _unowned(i, deps, heads, owned, heads[i] in first)
        if verb >= 0:
            heads[i] = verb
            owned.add(verb)
        elif heads[i] in first:
            _one(first[heads[i]], i, pos, deps, heads)
        first.setdefault(heads[i], i)


def _unowned(i: int, deps: list[str], heads: list[int], owned: set[int], second: bool) -> int:
    """The verb without a subject that the noun after another verb is the subject of, or -1.

    Before the noun it is a verb of speech after what is said; after it that, or the next main verb, for a
    noun that would be the second subject of its own.
    """
    told = heads[i]
    if told >= i:
        return -1
    for verb in range(i - 1, told, -1):
        below = heads[told] == verb and deps[told] in _CLAUSES
        above = heads[verb] == told and deps[verb] == "parataxis"
        if (below or above) and verb not in owned:
            return verb
    above_it = heads[told]
    if second and above_it > i and deps[told] in _CLAUSES and above_it not in owned:
        return above_it
    later = (v for v in range(i + 1, len(heads)) if heads[v] == told and deps[v] in _JOINED)
    verb = next(later, -1)
    free = second and verb >= 0 and verb not in owned
    return verb if free and not any(deps[k] == "cc" and heads[k] == verb for k in range(i, verb)) else -1


def _one(subject: int, name: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a second subject on what it stands beside, where one of the two is a name and no list goes on."""
    if deps[name + 1 : name + 2] == ["cc"]:
        return
    k = name
    while k > subject + 1 and _under(k - 1, name, heads):
        k -= 1
    comma = pos[k - 1] == "PUNCT" and k - 2 >= subject
    k -= 2 if comma else 1
    described = subject if comma else k
    kinds = {pos[described], pos[name]} == {"NOUN", "PROPN"} and (comma or pos[name] == "PROPN")
    if kinds and _under(k, subject, heads):
        deps[name], heads[name] = "appos", described


def _under(k: int, above: int, heads: list[int]) -> bool:
    """Whether a token is another or hangs below it."""
    while k != above and heads[k] != k:
        k = heads[k]
    return k == above


def joined_subjects(pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Give a verb the subject that a parser joined to the object before: "Kenya fled Chad, and *Togo* *won*".

    The "and" before the noun belongs to the verb after it, which has no other subject.

    >>> deps = ["nsubj", "root", "obj", "cc", "conj", "conj"]
    >>> heads = [1, 1, 1, 5, 2, 1]
    >>> joined_subjects(["PROPN", "VERB", "PROPN", "CCONJ", "PROPN", "VERB"], deps, heads)
    >>> deps[4], heads[4]
    ('nsubj', 5)
    """
    for mark, dep in enumerate(deps):
        verb = heads[mark]
        if dep != "cc" or pos[verb] != "VERB" or deps[verb] != "conj" or verb < mark + 2:
            continue
        below = [deps[k] for k, head in enumerate(heads) if head == verb]
        nouns = [k for k in range(mark + 1, verb) if deps[k] == "conj" and heads[k] < mark]
        if len(nouns) == 1 and pos[nouns[0]] in ("NOUN", "PROPN") and _SUBJECTS.isdisjoint(below):
            passive = "aux:pass" in below
            deps[nouns[0]], heads[nouns[0]] = "nsubj:pass" if passive else "nsubj", verb


def rootless(pos: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a finite verb the root where the parser took its subject for that: "*Acme* (ACM) *said* that".

    >>> deps, heads = ["root", "parataxis", "obj"], [0, 0, 1]
    >>> rootless(["PROPN", "VERB", "NOUN"], ["NNP", "VBD", "NN"], deps, heads)
    >>> deps, heads
    (['nsubj', 'root', 'obj'], [1, 1, 1])
    """
    for root in [i for i, dep in enumerate(deps) if dep == "root" and pos[i] in ("NOUN", "PROPN")]:
        below = [k for k, head in enumerate(heads) if head == root and k != root]
        if any(deps[k] in ("cop", *_SUBJECTS) for k in below):
            continue
        verbs = [k for k in below if k > root and deps[k] in _ASIDE and tags[k] in _FINITE]
        if not verbs or any(
            heads[k] == verbs[0] and deps[k] in (*_SUBJECTS, "mark") for k in range(len(deps))
        ):
            continue
        verb = verbs[0]
        deps[verb], heads[verb], deps[root], heads[root] = "root", verb, "nsubj", verb
        for k in below:
            if k > verb and deps[k] in _AFTER:
                heads[k] = verb
