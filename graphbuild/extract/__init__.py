"""Documents in, mentions and relations out: the only place that knows spaCy.

``extract(documents, nlp)`` cuts each document into blocks, parses them, and asks in turn for named mentions,
nominal mentions and offices, pronouns and their antecedents, verb and event relations with their status and
speaker, and affiliations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from graphbuild.extract.coreference.scorer import scorer
from graphbuild.extract.pipeline import analysed, extraction, parsed_blocks
from graphbuild.extract.score.reader import reader as reader_of
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document, Extraction

__all__ = ["extract"]


def extract(
    documents: Iterable[Document],
    nlp: Language,
    *,
    extra_lexicon: Path | None = None,
    min_confidence: float | None = None,
) -> Iterator[Extraction]:
    """Mentions and relations of documents, one after the other.

    Parameters
    ----------
    documents : iterable of Document
    nlp : spacy.language.Language
        A pipeline with a tagger, a parser (UD or ClearNLP labels), a lemmatizer and named entities.
    extra_lexicon : Path, optional
        A user's verb patterns on top of the project's own (see `graphbuild.lexicons.verbs.lexicon`).
    min_confidence : float, optional
        What is less sure becomes no relation; 0 to 1. If not given, the threshold that the pipeline's reader
        comes with; a pipeline without a reader states all that the rules find.

    Yields
    ------
    Extraction
        In the order of the documents. Mentions in order of start, then end; offsets are characters of
        ``document.text``.

    Raises
    ------
    LexiconError
        ``extra_lexicon`` has a bad row.

    Examples
    --------
    >>> from graphbuild.extract.models.loading import load
    >>> document = Document("d", "Syrian rebels attacked Russian troops near Aleppo.")
    >>> (extraction,) = extract([document], load())
    >>> [(r.relation, r.polarity, r.status) for r in extraction.relations if r.kind == "verb"]
    [('attack', -1.0, 'asserted')]
    """
    known, judge, choose = patterns(lexicon(extra_lexicon)), reader_of(nlp), scorer(nlp)
    for document, parsed in parsed_blocks(documents, nlp, known):
        yield extraction(document, analysed(document, parsed, known, judge, min_confidence, choose))
