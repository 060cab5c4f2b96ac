"""What a reader remembers of a document so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.entities import Referent

__all__ = ["Memory"]


@dataclass(slots=True)
class Memory:
    """The referents of a document, and those that a reader has passed.

    ``of`` leads from a mention to its referent, ``recent`` holds the referents by their last mention (the
    latest last), ``known`` those of them that are actors, ``before`` what the pronouns of each kind stood
    for last. ``chief`` are the names that the document names most, by type, ``tellers`` who says "I" in a
    block, by its ``id``.
    """

    of: dict[Mention, Referent]
    earlier: list[Mention] = field(default_factory=list)
    recent: dict[Referent, None] = field(default_factory=dict)
    known: dict[Referent, None] = field(default_factory=dict)
    before: dict[tuple[str, str], Referent] = field(default_factory=dict)
    tellers: dict[int, Referent] = field(default_factory=dict)
    chief: dict[str, Referent] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for referent in self.of.values():
            most = self.chief.get(referent.type)
            if referent.kind == "name" and (most is None or referent.total > most.total):
                self.chief[referent.type] = referent

    def pass_by(self, found: Mention, referent: Referent) -> None:
        """Remember a mention that has just been read; a name inside its own description adds nothing."""
        last = referent.mentions[-1] if referent.mentions else None
        if last is not None and last.parse is found.parse and last.first <= found.first < last.last:
            return
        referent.mentions.append(found)
        self.recent.pop(referent, None)
        self.recent[referent] = None
        if referent.kind in ("name", "nominal"):
            self.known.pop(referent, None)
            self.known[referent] = None
        self.earlier.append(found)
