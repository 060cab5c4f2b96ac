"""Small corpora made by hand: actors in square brackets, relations by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphbuild.build import assemble
from graphbuild.network import Network
from graphbuild.records import Actor, Correction, Document, Extraction, Mention, Merge, Relation, content_id

_MARK = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True)
class Resolved:
    actors: tuple[Actor, ...]
    links: dict[str, str]
    merges: tuple[Merge, ...]
    corrections: tuple[Correction, ...] = ()
    added: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def article(
    doc_id: str, *sentences: str, date: str = "", relations: Iterable[tuple[object, ...]] = ()
) -> Extraction:
    """An article whose sentences mark its actors, as in ``"[Ann] met [Ben]."``.

    Relations are tuples of sentence, source, relation, target, and if need be polarity and status.
    """
    text, spans, mentions = "", [], []
    for number, marked in enumerate(sentences):
        text += "\n" if text else ""
        begin = len(text)
        for i, part in enumerate(_MARK.split(marked)):
            if i % 2:
                start, end = len(text), len(text) + len(part)
                mentions.append(
                    Mention(
                        f"{doc_id}:{start}-{end}",
                        doc_id,
                        number,
                        start,
                        end,
                        part,
                        "PERSON",
                        "name",
                        name=part,
                    )
                )
            text += part
        spans.append((begin, len(text)))
    at = {(m.sentence, m.text): m.mention_id for m in reversed(mentions)}
    made = []
    for sentence, source, relation, target, *rest in relations:
        polarity, status = [*rest, *(0.5, "asserted")[len(rest) :]]
        start, end = spans[sentence]
        made.append(
            Relation(content_id(doc_id, sentence, source, relation, target, status), doc_id, sentence, "verb",
                     at[sentence, source], at[sentence, target], relation, relation, "", polarity, status, "",
                     "by_hand", 1.0, start, end, start, start)
        )  # fmt: skip
    return Extraction(Document(doc_id, text, date=date), tuple(spans), tuple(mentions), tuple(made))


def resolved(extractions: Iterable[Extraction], corrections: Iterable[Correction] = ()) -> Resolved:
    """One actor per name; corrections are passed on."""
    mentions = [m for e in extractions for m in e.mentions]
    names = sorted({m.text for m in mentions})
    actors = tuple(Actor(_id(name), name, "person", aliases=(name,)) for name in names)
    merges = tuple(
        Merge(name, _id(name), "same_name", sum(m.text == name for m in mentions)) for name in names
    )
    return Resolved(actors, {m.mention_id: _id(m.text) for m in mentions}, merges, tuple(corrections))


def network(*extractions: Extraction, **options: object) -> Network:
    return assemble(extractions, resolved(extractions), **options)


def _id(name: str) -> str:
    return content_id("actor", name)
