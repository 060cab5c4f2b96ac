"""Trees put right where grammar leaves no doubt: charges, offices named after the noun, inverted subjects.

The three change the lists that they are given, which are those of a parse with Universal Dependencies.
"""

from __future__ import annotations

from graphbuild.lexicons.en.function_words import POSTPOSED
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.en.speech_verbs import CHARGING
from graphbuild.lexicons.roles import roles

__all__ = ["charges", "inverted_subjects", "postposed"]

_CLAUSES = frozenset({"ccomp", "parataxis"})


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


def inverted_subjects(deps: list[str], heads: list[int]) -> None:
    """Give a verb of speech the subject after it: "The army fled," *said* the rebels' *spokesman*.

    A parser may hang it on the verb of what is said, which has come before and has its own subject. ``heads``
    is changed.

    >>> heads = [1, 2, 2, 1]
    >>> inverted_subjects(["nsubj", "ccomp", "root", "nsubj"], heads)
    >>> heads
    [1, 2, 2, 2]
    """
    owned = {heads[i] for i, dep in enumerate(deps) if dep in ("nsubj", "nsubj:pass", "csubj")}
    for i, dep in enumerate(deps):
        told = heads[i]
        if dep != "nsubj" or told >= i:
            continue
        for verb in range(i - 1, told, -1):
            below = heads[told] == verb and deps[told] in _CLAUSES
            above = heads[verb] == told and deps[verb] == "parataxis"
            if (below or above) and verb not in owned:
                heads[i] = verb
                break
