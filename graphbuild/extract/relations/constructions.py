"""What a rule for verbs looks at, and what it proposes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graphbuild.extract.annotations import Block, Clause, Context
from graphbuild.extract.syntax.arguments import holders
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.verbs import Pattern

__all__ = ["Construction", "Predication"]


class Predication(NamedTuple):
    """A clause with all that a rule may look at; ``entries`` are the lexicon's patterns for its verb."""

    context: Context
    clause: Clause
    entries: Mapping[tuple[str, str], Pattern]

    @property
    def block(self) -> Block:
        return self.context.block

    @property
    def clauses(self) -> Mapping[int, Clause]:
        return self.context.clauses

    @property
    def patterns(self) -> Patterns:
        return self.context.patterns

    def lemmas(self, token: int) -> Iterator[str]:
        """Lemma of a noun, after its two-word form with the word before it ("peace talk")."""
        lemmas = self.block.parse.lemmas
        if token:
            yield f"{lemmas[token - 1]} {lemmas[token]}"
        yield lemmas[token]

    def places(self, thing: int) -> list[tuple[str, int]]:
        """Prepositions and their objects below a noun, those coordinated with it, and the verb above.

        Whoever a clause says it belongs to stands there as after "of".
        """
        parse = self.block.parse
        things = list(parse.conjuncts(thing))
        below = [(parse.preposition(c), c) for k in things for c in parse.kids(k, "nmod", "obl")]
        below += [(GENITIVE, c) for k in things for c in holders(parse, k)]
        return [*(at for at in below if at[0]), *self.clause.obliques]


class Construction(NamedTuple):
    """A pattern, the tokens of its two places, and the event noun that it already speaks for, or -1."""

    pattern: Pattern
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    words: str
    rule: str
    consumed: int = -1
    status: str = "asserted"
