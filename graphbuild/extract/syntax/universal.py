"""Dependencies with ClearNLP labels, as spaCy's own English models give them, to Universal Dependencies.

Four differences matter to rules: a preposition heads its object (``prep``, ``pobj``), a copula heads its
predicate (``attr``, ``acomp``), conjuncts hang in a chain with the conjunction on the left one, and the
subject of an infinitive stays in its clause ("wants Iran to leave").
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from graphbuild.extract.syntax.headlines import headlines
from graphbuild.extract.syntax.repairs import charges, joined_subjects, postposed, rootless, subjects
from graphbuild.lexicons.en.action_verbs import COPULA
from graphbuild.lexicons.en.complement_verbs import BARE_INFINITIVE

__all__ = ["universal"]

_RENAMED = {
    "ROOT": "root", "dobj": "obj", "pobj": "obl", "dative": "iobj", "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass", "auxpass": "aux:pass", "relcl": "acl:relcl", "pcomp": "advcl",
    "prep": "advmod", "agent": "advmod", "neg": "advmod", "quantmod": "advmod", "npadvmod": "obl:unmarked",
    "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "prt": "compound:prt", "poss": "nmod:poss",
    "nmod": "compound", "nn": "compound", "predet": "det:predet", "preconj": "cc:preconj",
    "intj": "discourse", "meta": "dep",
}  # fmt: skip
_CLEAR_ONLY = frozenset(_RENAMED) - {"ROOT", "nmod"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})
_FUNCTION = frozenset({"ADP", "SCONJ", "PART", "ADV", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Tree:
    """A parse as given (``clear``, ``given``, ``below``) and as it becomes (``deps``, ``heads``)."""

    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    clear: list[str]
    given: list[int]
    below: list[list[int]]
    deps: list[str]
    heads: list[int]

    def kids(self, i: int, *labels: str) -> list[int]:
        """Children of token ``i`` in the parse as given that have one of the ClearNLP labels."""
        return [c for c in self.below[i] if self.clear[c] in labels]


def universal(
    lemmas: list[str],
    pos: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    verbs: Container[str] = frozenset(),
) -> tuple[list[str], list[int]]:
    """Universal relations and heads, whichever of the two label sets is given.

    Parameters
    ----------
    lemmas, pos, tags, deps : list of str
        One entry a token: lower-case lemma, universal part of speech, Penn tag, relation.
    heads : list of int
        Index of the head; a root points at itself.
    verbs : container of str
        Words for deeds, in base form, by which the verb of a headline is known.

    Returns
    -------
    (list of str, list of int)
        Relations and heads: as given, but for ``ROOT`` and what `repairs` puts right, where no relation is
        one that only ClearNLP has. A repair may also change ``pos`` and ``tags``.

    Notes
    -----
    The labels: https://github.com/clir/clearnlp-guidelines and https://universaldependencies.org/en.

    Examples
    --------
    >>> universal(["rebel", "flee", "to", "Aleppo"], ["NOUN", "VERB", "ADP", "PROPN"],
    ...           ["NNS", "VBD", "IN", "NNP"], ["nsubj", "ROOT", "prep", "pobj"], [1, 1, 1, 2])
    (['nsubj', 'root', 'case', 'obl'], [1, 1, 3, 1])
    """
    if not _CLEAR_ONLY.intersection(deps):
        given, above = ["root" if d == "ROOT" else d for d in deps], list(heads)
        _repair(lemmas, pos, tags, given, above, verbs)
        return given, above
    below: list[list[int]] = [[] for _ in heads]
    for i, h in enumerate(heads):
        if h != i:
            below[h].append(i)
    renamed = [_RENAMED.get(d, d) for d in deps]
    tree = _Tree(lemmas, pos, tags, deps, heads, below, renamed, list(heads))
    objects = _objects(tree)
    _prepositions(tree, objects)
    _coordination(tree, objects)
    _infinitives(tree)
    _copulas(tree)
    _repair(lemmas, pos, tags, tree.deps, tree.heads, verbs)
    return tree.deps, tree.heads


def _repair(
    lemmas: list[str],
    pos: list[str],
    tags: list[str],
    deps: list[str],
    heads: list[int],
    verbs: Container[str],
) -> None:
    """Put right what grammar tells to be wrong, in either label set."""
    charges(lemmas, pos, deps, heads)
    postposed(lemmas, pos, tags, deps, heads)
    rootless(pos, tags, deps, heads)
    joined_subjects(pos, deps, heads)
    subjects(pos, deps, heads)
    headlines(lemmas, pos, tags, deps, heads, verbs)


def _objects(tree: _Tree) -> dict[int, int]:
    """The noun or clause that each preposition takes, past further prepositions: "out of Aleppo"."""
    prepositions = {
        i
        for i, d in enumerate(tree.clear)
        if d in ("prep", "agent") or (tree.pos[i] in _FUNCTION and tree.kids(i, "pobj"))
    }
    objects = {}
    for first in sorted(prepositions):
        p: int | None = first
        while p is not None:
            taken = [c for c in tree.kids(p, "pobj", "pcomp") if c not in prepositions]
            if taken:
                objects[first] = taken[0]
                break
            p = next((c for c in tree.below[p] if c in prepositions), None)
    return objects


def _prepositions(tree: _Tree, objects: dict[int, int]) -> None:
    """Hang each preposition below its object, and the object on what the preposition modifies."""
    for p, o in objects.items():
        above = tree.given[p]
        joined = tree.clear[p] == "conj" and above in objects
        if joined and objects[above] == o:
            continue  # "in and around Aleppo"
        tree.heads[p] = o
        tree.deps[p] = "mark" if tree.clear[o] == "pcomp" else "case"
        for c in tree.below[p]:
            if c != o and c not in objects:
                tree.heads[c] = o
        if joined:  # "with Iran and with Iraq"
            tree.heads[o], tree.deps[o] = objects[above], "conj"
        elif above == p or objects.get(above) != o:
            _attach(tree, p, o, objects)


def _attach(tree: _Tree, preposition: int, o: int, objects: dict[int, int]) -> None:
    above = tree.given[preposition]
    while above in objects and tree.given[above] != above:
        above = tree.given[above]
    above = objects.get(above, above)
    tree.heads[o] = above
    nominal = tree.pos[above] in _NOMINAL
    if above == o:
        tree.deps[o] = "root"
    elif tree.clear[o] == "pcomp":
        tree.deps[o] = "acl" if nominal else "advcl"
    elif tree.clear[preposition] == "agent":
        tree.deps[o] = "obl:agent"
    else:
        tree.deps[o] = "nmod" if nominal else "obl"


def _coordination(tree: _Tree, objects: dict[int, int]) -> None:
    """Hang each conjunction on the conjunct after it, and each conjunct on the first."""
    for i, d in enumerate(tree.clear):
        conjuncts = [c for c in tree.kids(tree.given[i], "conj") if c > i] if d == "cc" else []
        if conjuncts:
            c = conjuncts[0]
            tree.heads[i] = c if tree.deps[c] == "conj" else objects[c]
    for i, d in enumerate(tree.deps):
        if d == "conj":
            h = tree.heads[i]
            while tree.deps[h] == "conj" and tree.heads[h] != h:
                h = tree.heads[h]
            tree.heads[i] = h


def _infinitives(tree: _Tree) -> None:
    """Raise the subject of an infinitive: in "wants Iran to leave", Iran is the object of "wants"."""
    for i, d in enumerate(tree.clear):
        if d == "aux" and tree.tags[i] == "TO":
            tree.deps[i] = "mark"
        if d != "ccomp" or tree.kids(i, "mark") or tree.kids(tree.given[i], "dobj"):
            continue
        helpers = tree.kids(i, "aux")
        bare = tree.tags[i] == "VB" and not helpers and tree.lemmas[tree.given[i]] in BARE_INFINITIVE
        if bare or any(tree.tags[a] == "TO" for a in helpers):
            for subject in tree.kids(i, "nsubj", "nsubjpass"):
                tree.deps[i] = "xcomp"
                tree.heads[subject], tree.deps[subject] = tree.heads[i], "obj"


def _copulas(tree: _Tree) -> None:
    """Put the predicate in the place of its copula; after "there is" it is the subject."""
    for be, lemma in enumerate(tree.lemmas):
        if lemma != COPULA:
            continue
        predicates = [c for c in tree.kids(be, "attr", "acomp") if tree.heads[c] == be]
        if tree.kids(be, "expl"):
            for predicate in predicates:
                tree.deps[predicate] = "nsubj"
        elif predicates:
            _promote(tree, predicates[0], be)


def _promote(tree: _Tree, predicate: int, copula: int) -> None:
    above = tree.heads[copula]
    for k, h in enumerate(tree.heads):
        if h == copula:
            tree.heads[k] = predicate
    tree.heads[predicate] = predicate if above == copula else above
    tree.deps[predicate] = tree.deps[copula]
    tree.heads[copula], tree.deps[copula] = predicate, "cop"
