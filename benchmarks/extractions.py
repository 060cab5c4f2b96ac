"""As many extractions as one wants out of few: each repeated under other names, at the same places."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.records import Extraction, Mention, content_id

__all__ = ["extractions"]

_RENAMED = frozenset({"PERSON", "ORG"})
_SHARE = 0.7  # of the words of names that are other ones in a copy; the rest are the same throughout
_LETTERS = "bcdfghjklmnprstvwz"
_WORD = re.compile(r"\w+")


def extractions(number: int, found: Sequence[Extraction], *, seed: int = 0) -> Iterator[Extraction]:
    """Extractions in which persons and bodies have other names, of the same length, in each round of `found`.

    Most words of names get other consonants in every round, the rest, countries and places stay: actors grow
    with the articles, though more slowly, as they do in news. Texts differ, so that no article is a copy.

    Parameters
    ----------
    number : int
    found : sequence of Extraction
        Of real articles, the more the better.
    seed : int

    Yields
    ------
    Extraction
        With ids of its own; the first round is `found` itself.
    """
    for i in range(number):
        copy, one = divmod(i, len(found))
        yield _renamed(found[one], copy, random.Random(f"{seed} {copy}")) if copy else found[one]


def _renamed(extraction: Extraction, copy: int, chance: random.Random) -> Extraction:
    shuffled = chance.sample(_LETTERS, len(_LETTERS))
    turned = str.maketrans(_LETTERS + _LETTERS.upper(), "".join(shuffled) + "".join(shuffled).upper())
    words = {
        word
        for m in extraction.mentions
        if m.kind == "name" and m.label in _RENAMED
        for word in _WORD.findall(m.name)
        if word[:1].isupper() and int(content_id(word, copy)[:4], 16) < _SHARE * 0x10000
    }

    def other(text: str) -> str:
        return _WORD.sub(lambda at: at[0].translate(turned) if at[0] in words else at[0], text)

    doc_id = f"{extraction.document.doc_id}-{copy}"

    def place(mention_id: str) -> str:
        return f"{doc_id}:{mention_id.rpartition(':')[2]}" if mention_id else ""

    def mention(m: Mention) -> Mention:
        return replace(
            m, mention_id=place(m.mention_id), doc_id=doc_id, antecedent=place(m.antecedent),
            text=other(m.text), name=other(m.name), title=other(m.title),
        )  # fmt: skip

    document = extraction.document
    return replace(
        extraction,
        document=replace(document, doc_id=doc_id, text=other(document.text), title=other(document.title)),
        mentions=tuple(map(mention, extraction.mentions)),
        relations=tuple(
            replace(
                r, relation_id=content_id(r.relation_id, copy), doc_id=doc_id, source=place(r.source),
                target=place(r.target), speaker=place(r.speaker),
            )
            for r in extraction.relations
        ),
    )  # fmt: skip
