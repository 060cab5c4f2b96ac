"""Relations inside hyphenated words: "US-backed rebels", "Houthi-held towns", "anti-Kremlin activists"."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.extract.relations.event_agents import doers, owners
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.clauses import Clause
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.patterns import Patterns

__all__ = ["compounds"]

_HYPHENS = frozenset({"-", "–", "‑"})
_STANCES = {"anti": "reject", "counter": "reject", "pro": "support"}
_OWN = 0.8
_HELD = frozenset({"held", "controlled", "run", "ruled", "administered"})


def compounds(block: Block, found: dict[int, Clause], patterns: Patterns) -> Iterator[Candidate]:
    """Relations that the hyphenated words of a block state.

    Parameters
    ----------
    block : Block
    found : dict of int to Clause
    patterns : Patterns

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
    words = block.parse.words
    for i, word in enumerate(words):
        if word in _HYPHENS and 0 < i < len(words) - 1:
            yield from _compound_participle(block, i + 1, patterns)
            yield from _stance(block, i + 1, patterns, found)


def _compound_participle(block: Block, i: int, patterns: Patterns) -> Iterator[Candidate]:
    """US-backed rebels; Houthi-held towns.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed=back/VBN/amod/4 "
    ...      "rebels=rebel/NNS/nsubj/5/group left=leave/VBD/root/0", compounds)
    ['Kenya -support-> rebels']
    """
    parse = block.parse
    source = block.by_token.get(i - 2) if i >= 2 and parse.tags[i] == "VBN" else None
    pattern = (patterns.verbs.get(parse.lemmas[i]) or {}).get(("", ""))
    if parse.lower[i] in _HELD:
        pattern = patterns.classes["lead"]
    if source is None or pattern is None or not pattern.relation or parse.heads[i] <= i:
        return
    if parse.ends[i - 2] != parse.starts[i - 1] or parse.ends[i - 1] != parse.starts[i]:
        return  # "Kenya - targeted raids": a dash, no hyphen
    joined = set(parse.conjuncts(parse.heads[i])) - {parse.heads[i]}
    for target, share in actors_at(block, parse.heads[i]):
        if target is not source and target.head > i and target.head not in joined:
            rule, confidence = "compound_participle", round(0.85 * share, 2)
            yield Candidate(source, target, "verb", pattern, parse.lemmas[i], i, rule, confidence)


def _stance(block: Block, i: int, patterns: Patterns, found: dict[int, Clause]) -> Iterator[Candidate]:
    """Anti-Kremlin activists; pro-Russian separatists; their anti-Trump campaign: who holds the stance.

    >>> from graphbuild.extract.testing import told
    >>> told("anti/JJ/amod/4 -/HYPH/punct/3 Kenya/NNP/compound/4/GPE "
    ...      "protesters=protester/NNS/nsubj/5/group marched=march/VBD/root/0", compounds)
    ['protesters -reject-> Kenya']
    """
    parse = block.parse
    relation = _STANCES.get(parse.lower[i - 2]) if i >= 2 else None
    target = block.by_token.get(i)
    if relation is None or target is None or target.kind != "name" or target.first < i:
        return  # "anti-aircraft batteries" oppose nobody, and "Anti-Fraud Group" is a name
    noun = _noun_after(parse, i, target)
    if noun < 0:
        return
    own = ((f, share) for f, share in actors_at(block, noun) if share >= _OWN)  # not where it is
    holders = [(f, share) for f, share in own if f is not target and f.head > i]
    holders = holders or [(f, share) for f, share in owners(block, noun) if f is not target]
    holders = holders or [(f, share) for f, share in doers(block, noun, found) if f is not target]
    words = f"{parse.lower[i - 2]}-{parse.lower[i]}"
    for holder, share in holders:
        if holder.antecedent is not target:
            confidence = round(0.7 * share, 2)
            yield Candidate(
                holder, target, "verb", patterns.classes[relation], words, i, "stance", confidence
            )


def _noun_after(parse: Parse, i: int, inside: Mention) -> int:
    """The noun that a modifier at ``i`` belongs to, or -1."""
    for k in (i, *parse.ancestors(i)):
        if k >= inside.last and parse.pos[k] in ("NOUN", "PROPN"):
            return k
        if k >= inside.last:
            break
    return -1
