"""Which way an act goes where its verb does not say so by its places: "each other", "lost to"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.relations.constructions import Construction, Predication
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.action_verbs import LOSING
from graphbuild.lexicons.en.pronouns import RECIPROCALS

__all__ = ["directed"]


def directed(predication: Predication, one: Construction) -> Iterator[Construction]:
    """What a rule proposes, turned to whom the act comes from and reaches.

    Parameters
    ----------
    predication : Predication
    one : Construction

    Yields
    ------
    Construction
        Of one who loses, the other as the doer; of "each other" one for each of two, in both directions.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE lost=lose/VBD/root/0 to/IN/case/4 Chad/NNP/obl/2/GPE", verbs)
    ['Chad -defeat-> Kenya']
    """
    parse = predication.block.parse
    if one.pattern.relation == "defeat" and predication.clause.lemma in LOSING:
        one = one._replace(sources=one.targets, targets=one.sources)
    if not any(_each_other(parse, target) for target in one.targets):
        yield one
        return
    parties = [k for subject in one.sources for k in parse.conjuncts(subject)]
    for source in parties:
        for target in parties:
            if source != target:
                yield one._replace(sources=(source,), targets=(target,), rule="reciprocal")


def _each_other(parse: Parse, token: int) -> bool:
    """Whether a phrase is "each other" or "one another", or theirs: "each other's towns".

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/4/GPE and/CC/cc/3 Chad/NNP/conj/1/GPE shelled=shell/VBD/root/0 "
    ...      "each/DT/obj/4 other/JJ/fixed/5", verbs)
    ['Kenya -attack-> Chad', 'Chad -attack-> Kenya']
    """
    for k in (token, *parse.kids(token, "nmod:poss")):
        pairs = (tuple(parse.lower[k : k + 2]), tuple(parse.lower[max(0, k - 1) : k + 1]))
        if not RECIPROCALS.isdisjoint(pairs):
            return True
    return False
