"""Relations inside hyphenated words: "US-backed rebels", "Houthi-held towns", "anti-Kremlin activists"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Candidate, Context, Mention
from graphbuild.extract.relations.event_agents import doers, owners
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.action_verbs import HELD_COMPOUNDS
from graphbuild.lexicons.en.function_words import STANCE_PREFIXES
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS

__all__ = ["compounds"]

_OWN = 0.8


def compounds(context: Context) -> Iterator[Candidate]:
    """Relations that the hyphenated words of a block state.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Without status and speaker, in order of the text.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("pro/JJ/amod/4 -/HYPH/punct/3 Kenyan/JJ/amod/4/NORP rebels=rebel/NNS/nsubj/5/group "
    ...      "fled=flee/VBD/root/0", compounds)
    ['rebels -support-> Kenyan']
    """
    words = context.block.parse.words
    for i, word in enumerate(words):
        if word in COMPOUND_HYPHENS and 0 < i < len(words) - 1:
            yield from _compound_participle(context, i + 1)
            yield from _stance(context, i + 1)


def _compound_participle(context: Context, i: int) -> Iterator[Candidate]:
    """US-backed rebels; Houthi-held towns.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed=back/VBN/amod/4 "
    ...      "rebels=rebel/NNS/nsubj/5/group left=leave/VBD/root/0", compounds)
    ['Kenya -support-> rebels']
    """
    parse = context.block.parse
    source = context.block.by_token.get(i - 2) if i >= 2 and parse.past_participle(i) else None
    pattern = (context.patterns.verbs.get(parse.lemmas[i]) or {}).get(("", ""))
    if parse.lower[i] in HELD_COMPOUNDS:
        pattern = context.patterns.classes["lead"]
    if source is None or pattern is None or not pattern.relation or parse.heads[i] <= i:
        return
    if parse.ends[i - 2] != parse.starts[i - 1] or parse.ends[i - 1] != parse.starts[i]:
        return  # "Kenya - targeted raids": a dash, no hyphen
    joined = set(parse.conjuncts(parse.heads[i])) - {parse.heads[i]}
    for target, share in actors_at(context.block, parse.heads[i]):
        if target is not source and target.head > i and target.head not in joined:
            rule = "compound_participle"
            yield Candidate(source, target, "verb", pattern, parse.lemmas[i], i, rule, share)


def _stance(context: Context, i: int) -> Iterator[Candidate]:
    """Anti-Kremlin activists; pro-Russian separatists; their anti-Trump campaign: who holds the stance.

    >>> from graphbuild.extract.testing import told
    >>> told("anti/JJ/amod/4 -/HYPH/punct/3 Kenya/NNP/compound/4/GPE "
    ...      "protesters=protester/NNS/nsubj/5/group marched=march/VBD/root/0", compounds)
    ['protesters -reject-> Kenya']
    """
    parse = context.block.parse
    relation = STANCE_PREFIXES.get(parse.lower[i - 2]) if i >= 2 else None
    target = context.block.by_token.get(i)
    if relation is None or target is None or target.kind != "name" or target.first < i:
        return  # "anti-aircraft batteries" oppose nobody, and "Anti-Fraud Group" is a name
    noun = _noun_after(parse, i, target)
    if noun < 0:
        return
    own = ((f, share) for f, share in actors_at(context.block, noun) if share >= _OWN)  # not where it is
    holders = [(f, share) for f, share in own if f is not target and f.head > i]
    holders = holders or [(f, share) for f, share in owners(context.block, noun) if f is not target]
    holders = holders or [(f, share) for f, share in doers(context, noun) if f is not target]
    words = f"{parse.lower[i - 2]}-{parse.lower[i]}"
    for holder, share in holders:
        if holder.antecedent is not target:
            yield Candidate(
                holder, target, "verb", context.patterns.classes[relation], words, i, "stance_prefix", share
            )


def _noun_after(parse: Parse, i: int, inside: Mention) -> int:
    """The noun that a modifier at ``i`` belongs to, or -1."""
    for k in (i, *parse.ancestors(i)):
        if k >= inside.last and parse.pos[k] in ("NOUN", "PROPN"):
            return k
        if k >= inside.last:
            break
    return -1
