"""What a rule for verbs looks at, and what it proposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.extract.clauses import Clause
from graphbuild.extract.found import Block
from graphbuild.extract.patterns import Patterns
from graphbuild.lexicons.verbs import Pattern

__all__ = ["Candidate", "Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with all that a rule may look at; ``entries`` are the lexicon's patterns for its verb."""

    block: Block
    clause: Clause
    entries: Mapping[tuple[str, str], Pattern]
    patterns: Patterns
    clauses: Mapping[int, Clause]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern, the tokens of its two places, and the event noun that it already speaks for, or -1."""

    pattern: Pattern
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    words: str
    rule: str
    confidence: float
    consumed: int = -1
    status: str = "asserted"
