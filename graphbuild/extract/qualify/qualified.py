"""What a candidate amounts to in its clause: status, sign, speaker, and the names of its parties."""

from __future__ import annotations

from dataclasses import replace

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.qualify.attribution import speaker
from graphbuild.extract.qualify.contrast import contrast
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.qualify.polarity_shift import polarity_shift

__all__ = ["qualified"]


def qualified(context: Context, one: Candidate) -> Candidate:
    """A candidate as a reader would take it.

    Parameters
    ----------
    context : Context
    one : Candidate
        As a rule proposed it.

    Returns
    -------
    Candidate
        With its final status, the polarity that goes with it, who says so, and the names that stand in the
        same sentence for its pronouns and descriptions.

    Examples
    --------
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> from graphbuild.extract.testing import example, in_context
    >>> context = in_context(example("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 hit/VB/root/0 Chad/NNP/obj/3/GPE"))
    >>> [qualified(context, one).status for one in verbs(context)]
    ['possible']
    """
    source, target = _spelled_out(one.source), _spelled_out(one.target)
    if one.performative:
        return replace(one, source=source, target=target, parse=context.block.parse)
    parse, clause = context.block.parse, context.clauses.get(one.word)
    sides = {contrast(parse, p.head, one.word) for p in (one.source, one.target) if p.parse is parse}
    side = "out" if "out" in sides else "in" if "in" in sides else ""
    least = one.status
    if one.rule == "nominalisation_subject" and parse.deps[one.word] == "obj":
        least = factuality(parse, parse.heads[one.word], context.patterns.lexicon, least, side)
    said = factuality(parse, one.word, context.patterns.lexicon, least, side)
    if side == "out":
        pattern = replace(one.pattern, polarity=0.0)  # who is only not meant refuses nothing
    else:
        pattern = polarity_shift(one.pattern, said, clause is None or not clause.urged)
    return replace(
        one,
        source=source,
        target=target,
        pattern=pattern,
        status=said,
        speaker=speaker(context, one.word),
        parse=context.block.parse,
    )


def _spelled_out(found: Mention) -> Mention:
    """The name in the same sentence that a pronoun stands for or that stands beside a description.

    "Her brother, John Roe" is John Roe; but "ISIS militants" stay as they are, for the name is inside.
    """
    other = found.antecedent
    if other is None or other.sentence != found.sentence or other.kind == "pronoun":
        return found
    apart = other.first >= found.last or other.last <= found.first
    return other if found.kind == "pronoun" or (found.kind == "nominal" and apart) else found
