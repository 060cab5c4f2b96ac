"""The steps from documents to mentions and relations, in order: parse, find and link, state, record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.extract.affiliations.incumbents import incumbents
from graphbuild.extract.affiliations.offices import affiliations
from graphbuild.extract.annotations import Block, Candidate, Mention, mention, once, relation
from graphbuild.extract.coreference.pronouns import Choice, antecedents, pronouns
from graphbuild.extract.mentions.names import named, repeated
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.models.lemmas import Lemmas
from graphbuild.extract.qualify.attribution import Quotes, quotes, speaker
from graphbuild.extract.qualify.contrast import contrast
from graphbuild.extract.qualify.factuality import status
from graphbuild.extract.qualify.polarity import reading
from graphbuild.extract.qualify.temporal import dates
from graphbuild.extract.relations.evaluations import judgements
from graphbuild.extract.relations.nominalisations import events
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.score.measured import confidence
from graphbuild.extract.syntax.clauses import Clause, clauses
from graphbuild.extract.syntax.parse import Parse, view
from graphbuild.extract.text.blocks import blocks
from graphbuild.lexicons.patterns import Patterns
from graphbuild import records
from graphbuild.records import Document, Extraction, Relation

__all__ = ["Linked", "extraction", "linked", "parsed_blocks", "stated"]

_BATCH = 64
_AHEAD = 32
_SMALL = 4  # blocks whose arrays the processor's cache holds
_Item = TypeVar("_Item")
Linked = tuple[Block, dict[int, Clause], Quotes]


def parsed_blocks(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, list[Parse]]]:
    """Each document with its parsed blocks; a document without prose has none."""

    def stream() -> Iterator[tuple[Doc, tuple[int, Document, int]]]:
        for number, document in enumerate(documents):
            yield nlp.make_doc(""), (number, document, -1)
            for start, text in blocks(document):
                doc = nlp.make_doc(text)
                doc.user_data["part_of"] = number
                yield doc, (number, document, start)

    small = {"tok2vec": {"batch_size": _SMALL}} if "tok2vec" in nlp.pipe_names else {}
    lemmas = Lemmas(nlp)
    piped = nlp.pipe(stream(), as_tuples=True, batch_size=_BATCH, component_cfg=small, disable=lemmas.names)
    pairs = _ahead(piped)
    parses = ((number, document, start, view(lemmas(doc), start)) for doc, (number, document, start) in pairs)
    for _, group in groupby(parses, key=lambda item: item[0]):
        (_, document, _, _), *rest = group
        yield document, [parse for _, _, _, parse in rest]


def _ahead(items: Iterable[_Item]) -> Iterator[_Item]:
    """Items in turn, fetched some at a time: parsing and rules would take the cache from each other."""
    items = iter(items)
    while fetched := list(islice(items, _AHEAD)):
        yield from fetched


def extraction(document: Document, parsed: Sequence[Parse], known: Patterns) -> Extraction:
    """Mentions and relations of one document from its parsed blocks."""
    mentions: dict[str, records.Mention] = {}
    relations: dict[str, Relation] = {}
    read = linked(parsed, known)
    told: set[tuple[str, str]] = set()
    for block, parts, marks in read:
        for found in block.mentions:
            record = mention(found, document.doc_id, document.text)
            mentions.setdefault(record.mention_id, record)
        said = list(stated(block, parts, marks, known))
        dates(block.parse, said, document.date, known.nouns)
        for one in said:
            if one.kind == "affiliation":
                told.add((one.source.name, one.target.country))
            made = relation(one, block, document.doc_id)
            if made.source != made.target:
                relations.setdefault(made.relation_id, made)
    for block, held in incumbents([block for block, _, _ in read], document.date, known, told):
        made = relation(held, block, document.doc_id)
        relations.setdefault(made.relation_id, made)
    return Extraction(
        document=document,
        sentences=tuple((p.starts[a], p.ends[b - 1]) for p in parsed for a, b in p.sentences),
        mentions=tuple(sorted(mentions.values(), key=lambda m: (m.start, m.end))),
        relations=tuple(sorted(relations.values(), key=lambda r: (r.sentence, r.verb_start, r.relation_id))),
    )


def linked(parsed: Sequence[Parse], known: Patterns, choose: Choice | None = None) -> list[Linked]:
    """The blocks of a document with their mentions, clauses and quotes, antecedents linked."""
    found: list[Block] = []
    before = 0
    for parse in parsed:
        found.append(Block(parse, before=before))
        before += len(parse.sentences)
        named(found[-1])
    repeated(found, known.lexicon.speech)
    read: list[Linked] = []
    for block in found:
        nominals(block)
        parts = clauses(block.parse)
        marks = quotes(block, parts, known.lexicon)
        pronouns(block, marks)
        if any(marks.inside):  # "he told reporters": a pronoun may be the speaker
            marks = quotes(block, parts, known.lexicon)
        read.append((block, parts, marks))
    antecedents([(block, marks) for block, _, marks in read], choose)
    return read


def stated(block: Block, parts: dict[int, Clause], marks: Quotes, known: Patterns) -> Iterator[Candidate]:
    """The relations of a block with their status and speaker, read as a reader would."""
    if not block.mentions:
        return
    judged = list(once(judgements(block, parts, marks, known)))
    named = {(id(one.source), id(one.target), one.word) for one in judged if one.rule == "called"}
    found = [  # "called Chad a liar" is a judgement, no call
        one
        for one in verbs(block, parts, known)
        if (id(one.source), id(one.target), one.word) not in named or one.pattern.polarity < 0
    ]
    found += events(block, parts, known, frozenset(one.consumed for one in found))
    for one in (*once(found), *affiliations(block, parts, known)):
        here = [party for party in (one.source, one.target) if party.parse is block.parse]
        sides = {contrast(block.parse, party.head, one.word) for party in here}
        side = "out" if "out" in sides else "in" if "in" in sides else ""
        one.status = status(block.parse, one.word, known.lexicon, one.status, side)
        clause = parts.get(one.word)
        if side == "out":
            one.pattern = replace(one.pattern, polarity=0.0)  # who is only not meant refuses nothing
        else:
            one.pattern = reading(one.pattern, one.status, clause is None or not clause.urged)
        one.speaker = speaker(block, one.word, parts, marks, known.lexicon)
        one.confidence = confidence(one, clause)
        one.source, one.target = _spelled_out(one.source), _spelled_out(one.target)
        yield one
    known_pairs = {(id(one.source), id(one.target)) for one in found}
    for one in judged:
        one.confidence = confidence(one, parts.get(one.word))
        one.source, one.target = _spelled_out(one.source), _spelled_out(one.target)
        if (id(one.source), id(one.target)) not in known_pairs:
            yield one


def _spelled_out(found: Mention) -> Mention:
    """The name in the same sentence that a pronoun stands for or that stands beside a description.

    "Her brother, John Roe" is John Roe; but "ISIS militants" stay as they are, for the name is inside.
    """
    other = found.antecedent
    if other is None or other.sentence != found.sentence or other.kind == "pronoun":
        return found
    apart = other.first >= found.last or other.last <= found.first
    return other if found.kind == "pronoun" or (found.kind == "nominal" and apart) else found
