"""The crossing from what extraction works with to records."""

from __future__ import annotations

from graphbuild import records
from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.records import Relation, content_id

__all__ = ["mention", "relation"]


def mention(found: Mention, doc_id: str, text: str) -> records.Mention:
    """The record of a mention; ``text`` is the document's."""
    antecedent = found.antecedent
    return records.Mention(
        mention_id=_identifier(found, doc_id),
        doc_id=doc_id,
        sentence=found.sentence,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        label=found.label,
        kind=found.kind,
        antecedent=_identifier(antecedent, doc_id) if antecedent else "",
        name=found.name,
        type=found.type,
        role=found.role,
        country=found.country,
        title=found.title,
    )


def relation(stated: Candidate, block: Block, doc_id: str) -> Relation:
    """The record of a stated relation, with the sentence around its verb as evidence."""
    parse, word, pattern = block.parse, stated.word, stated.pattern
    first, last = parse.sentences[parse.sentence[word]]
    source, target = _identifier(stated.source, doc_id), _identifier(stated.target, doc_id)
    return Relation(
        relation_id=content_id(source, target, stated.kind, pattern.relation, parse.begin(word), stated.rule),
        doc_id=doc_id,
        sentence=block.before + parse.sentence[word],
        kind=stated.kind,
        source=source,
        target=target,
        relation=pattern.relation,
        verb=stated.words,
        plover=pattern.plover,
        polarity=pattern.polarity,
        status=stated.status,
        speaker=_identifier(stated.speaker, doc_id) if stated.speaker else "",
        rule=stated.rule,
        confidence=stated.confidence,
        start=parse.begin(first),
        end=parse.end(last - 1),
        verb_start=parse.begin(word),
        verb_end=parse.end(word),
        date=stated.date,
    )


def _identifier(found: Mention, doc_id: str) -> str:
    return f"{doc_id}:{found.start}-{found.end}"
