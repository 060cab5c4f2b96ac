"""The steps from documents to mentions and relations, in order: parse, find and link, state, record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild import records
from graphbuild.extract.affiliations.enumerations import enumerations
from graphbuild.extract.affiliations.incumbents import incumbents
from graphbuild.extract.affiliations.meronymy import meronymy
from graphbuild.extract.affiliations.offices import offices
from graphbuild.extract.affiliations.territory import territory
from graphbuild.extract.annotations import Block, Candidate, Context
from graphbuild.extract.coreference.antecedents import Choice, antecedents
from graphbuild.extract.coreference.distribution import distributed
from graphbuild.extract.coreference.predicates import predicates
from graphbuild.extract.coreference.pronouns import pronouns
from graphbuild.extract.mentions.consistent import consistent
from graphbuild.extract.mentions.names import named
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.mentions.repeated import repeated
from graphbuild.extract.mentions.tongues import tongues
from graphbuild.extract.models.lemmas import Lemmas
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.qualify.dates import dates
from graphbuild.extract.qualify.qualified import qualified
from graphbuild.extract.qualify.turns import spoken, turns
from graphbuild.extract.recording import mention, relation
from graphbuild.extract.relations.evaluations import evaluations
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.score.measured import measured
from graphbuild.extract.score.reader import Reader
from graphbuild.extract.score.select import Selection, select
from graphbuild.extract.score.thresholds import above, thresholds
from graphbuild.extract.score.weigh import weigh
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.syntax.parse import Parse, view
from graphbuild.extract.text.blocks import blocks
from graphbuild.extract.text.spelling import spelled
from graphbuild.lexicons.patterns import Patterns
from graphbuild.names import abbreviated, acronyms, fold
from graphbuild.records import Document, Extraction, Relation

__all__ = ["FAMILIES", "Analysis", "analysed", "contexts", "extraction", "parsed_blocks", "proposals"]

_BATCH = 64
_AHEAD = 32
_SMALL = 4  # blocks whose arrays the processor's cache holds
_Item = TypeVar("_Item")

FAMILIES: tuple[Callable[[Context], Iterator[Candidate]], ...] = (
    verbs,
    nominalisations,
    evaluations,
    offices,
    enumerations,
    meronymy,
    territory,
)
"""The families of rules; between equals the arbiter keeps what an earlier one proposed."""


def parsed_blocks(
    documents: Iterable[Document], nlp: Language, patterns: Patterns
) -> Iterator[tuple[Document, list[Parse]]]:
    """Each document with its parsed blocks; a document without prose has none."""

    def stream() -> Iterator[tuple[Doc, tuple[int, Document, int, list[int] | None]]]:
        for number, document in enumerate(documents):
            yield nlp.make_doc(""), (number, document, -1, None)
            for start, text in blocks(document):
                words, places = spelled(text)
                doc = nlp.make_doc(words)
                doc.user_data["part_of"] = number
                yield doc, (number, document, start, places)

    small = {"tok2vec": {"batch_size": _SMALL}} if "tok2vec" in nlp.pipe_names else {}
    lemmas = Lemmas(nlp)
    piped = nlp.pipe(stream(), as_tuples=True, batch_size=_BATCH, component_cfg=small, disable=lemmas.names)
    pairs = _ahead(piped)
    parses = (
        (number, document, start, view(lemmas(doc), start, patterns, places))
        for doc, (number, document, start, places) in pairs
    )
    for _, group in groupby(parses, key=lambda item: item[0]):
        (_, document, _, _), *rest = group
        yield document, [parse for _, _, _, parse in rest]


def _ahead(items: Iterable[_Item]) -> Iterator[_Item]:
    """Items in turn, fetched some at a time: parsing and rules would take the cache from each other."""
    items = iter(items)
    while fetched := list(islice(items, _AHEAD)):
        yield from fetched


@dataclass(frozen=True, slots=True)
class Analysis:
    """How one document was read: its contexts, in order, and what became of the proposals."""

    contexts: tuple[Context, ...]
    selection: Selection


def analysed(
    document: Document,
    parsed: Sequence[Parse],
    patterns: Patterns,
    reader: Reader | None = None,
    least: float | None = None,
    choose: Choice | None = None,
) -> Analysis:
    """Read a document from its parsed blocks: link its mentions, let the rules propose, decide.

    ``reader`` is that of the pipeline, where it has one; ``least`` the confidence below which nothing is
    stated, that of the reader if not given; ``choose`` the scorer of antecedents that the pipeline has.
    """
    read = contexts(parsed, patterns, choose)
    proposed = [one for context in read for one in proposals(context, document.date)]
    proposed += map(measured, incumbents([context.block for context in read], document.date, patterns))
    enough = thresholds(reader, least)
    selection = select(proposed) if reader is None else weigh(read, proposed, reader, enough)
    for context in read:
        predicates(context.block)
    sure = above(selection, enough)
    return Analysis(tuple(read), replace(sure, accepted=tuple(distributed(sure.accepted))))


def extraction(document: Document, analysis: Analysis) -> Extraction:
    """The records of a document that was read."""
    mentions: dict[str, records.Mention] = {}
    relations: dict[str, Relation] = {}
    blocks = {id(context.block.parse): context.block for context in analysis.contexts}
    for block in blocks.values():
        for found in block.mentions:
            record = mention(found, document.doc_id, document.text)
            mentions.setdefault(record.mention_id, record)
    for one in analysis.selection.accepted:
        made = relation(one, blocks[id(one.place)], document.doc_id)
        if made.source != made.target:
            relations.setdefault(made.relation_id, made)
    parses = [block.parse for block in blocks.values()]
    return Extraction(
        document=document,
        sentences=tuple((p.begin(a), p.end(b - 1)) for p in parses for a, b in p.sentences),
        mentions=tuple(sorted(mentions.values(), key=lambda m: (m.start, m.end))),
        relations=tuple(sorted(relations.values(), key=lambda r: (r.sentence, r.verb_start, r.relation_id))),
    )


def contexts(parsed: Sequence[Parse], patterns: Patterns, choose: Choice | None = None) -> list[Context]:
    """The blocks of a document with their mentions, clauses and quotes, antecedents linked."""
    lexicon = patterns.lexicon
    found: list[Block] = []
    sentences = 0
    own = {fold(short): long for parse in parsed for short, long in acronyms(parse.text) if "(" in parse.text}
    text = "\n".join(parse.text for parse in parsed)
    for parse in parsed:
        found.append(Block(parse, before=sentences))
        sentences += len(parse.sentences)
        named(found[-1], own, text)
    consistent(found, own, abbreviated(text) if "(" in text else ())
    repeated(found, lexicon.speech)
    for block in found:
        tongues(block, patterns.nouns)
    read: list[Context] = []
    for block, turn in zip(found, turns(found), strict=True):
        nominals(block, patterns)
        parts = clauses(block.parse, lexicon)
        before = read[-1].quotes if read else None
        marks = spoken(quotes(block, parts, lexicon, before), block, turn)
        pronouns(block, marks)
        if any(marks.inside):  # "he told reporters": a pronoun may be the speaker
            marks = spoken(quotes(block, parts, lexicon, before), block, turn)
        read.append(Context(block, parts, marks, patterns))
    antecedents([(context.block, context.quotes) for context in read], lexicon, choose)
    return read


def proposals(context: Context, published: str = "") -> Iterator[Candidate]:
    """What the rules propose for a block, each with its status, speaker, date and confidence."""
    if len(context.block.mentions) < 2:
        return
    said = [qualified(context, one) for family in FAMILIES for one in family(context)]
    for one in dates(context.block.parse, said, published, context.patterns.nouns):
        yield measured(one, context.clauses.get(one.word))
