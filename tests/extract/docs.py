"""Hand-made parses: a sentence as a table of tokens, in both label sets that graphbuild reads.

One token a line::

    word lemma POS tag | head relation | head relation | entity

first the head (counted from 1 within the sentence, 0 for the root) and relation in Universal Dependencies,
then in ClearNLP labels; where there is no second analysis it is the same as the first. An empty line ends a
sentence. Neighbours with one entity label are one entity, except after a label that ends in ``-``.
"""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.parse import view

__all__ = ["LABELS", "both", "marked", "parsed"]

LABELS = ("ud", "clear")
both = pytest.mark.parametrize("labels", LABELS)

_NO_SPACE_BEFORE = frozenset(". , ; : ? ! ) ” ’ - n't n’t 's ’s '".split())
_NO_SPACE_AFTER = frozenset("( “ ‘ -".split())
_TYPES = {
    "PERSON": "person", "ORG": "organization", "NORP": "country", "GPE": "country", "LOC": "place",
    "FAC": "place",
}  # fmt: skip


def parsed(table: str, labels: str = "ud") -> Doc:
    """The spaCy ``Doc`` of a table, in one of the label sets."""
    words, lemmas, pos, tags, heads, deps, entities = [], [], [], [], [], [], []
    for sentence in table.strip().split("\n\n"):
        before = len(words)
        for line in sentence.strip().splitlines():
            token, universal, *rest = (part.split() for part in line.split("|"))
            head, dep = rest[0] if labels == "clear" and rest and rest[0] else universal
            for column, value in zip((words, lemmas, pos, tags), token, strict=True):
                column.append(value)
            heads.append(before + (int(head) - 1 if head != "0" else len(words) - 1 - before))
            deps.append("ROOT" if head == "0" else dep)
            entities.append(rest[1][0] if len(rest) > 1 and rest[1] else "")
    spaces = [
        after not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER
        for word, after in zip(words, [*words[1:], "."], strict=True)
    ]
    doc = Doc(
        Vocab(), words=words, spaces=spaces, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps,
        ents=_iob(entities),
    )  # fmt: skip
    return doc


def _iob(entities: list[str]) -> list[str]:
    marks, before = [], ""
    for given in entities:
        label = given.rstrip("-")
        marks.append(f"{'I' if label == before else 'B'}-{label}" if label else "O")
        before = given
    return marks


def marked(table: str, labels: str = "ud", before: int = 0, offset: int = 0) -> Block:
    """A block whose entities are its mentions: named ones, and nominals where the label is an actor type."""
    parse = view(parsed(table, labels), offset)
    block = Block(parse, before)
    for first, last, label in parse.entities:
        head = parse.head_of(first, last)
        nominal = label.islower()
        kind = label if nominal else _TYPES[label]
        block.add(
            Mention(
                parse, first, last, head, "nominal" if nominal else "name", label, kind,
                name=parse.slice(first, last),
                number="p" if parse.tags[head] in ("NNS", "NNPS") else "s",
                gender="" if kind in ("person", "official") else "n",
            )
        )  # fmt: skip
    return block
