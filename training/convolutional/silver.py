"""Complete training documents with the annotation that the contextual pipeline gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

__all__ = ["silver"]


def silver(documents: Path, teacher: Path | str, output: Path, limit: int = 0) -> dict[str, int]:
    """Give documents with trees names, and documents with names trees, as a better pipeline sees them.

    What people annotated stays; a smaller pipeline then learns names from the treebanks' domains too, and
    trees from the news of the name corpus.

    Parameters
    ----------
    documents
        A DocBin file whose documents have either trees or names.
    teacher
        The better pipeline: folder or name.
    output
        DocBin file to write.
    limit
        Number of documents to read; 0 for all.

    Returns
    -------
    dict
        How many documents got `names` and how many got `trees`.
    """
    nlp = spacy.load(teacher)
    known = list(DocBin().from_disk(documents).get_docs(nlp.vocab))[: limit or None]
    bin_, counts = DocBin(store_user_data=False), {"names": 0, "trees": 0}
    for doc, read in zip(known, _read(nlp, known), strict=True):
        has_trees = doc.has_annotation("DEP")
        counts["names" if has_trees else "trees"] += 1
        bin_.add(_with_names(doc, read) if has_trees else _with_trees(doc, read))
    output.parent.mkdir(parents=True, exist_ok=True)
    bin_.to_disk(output)
    return counts


def _read(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    """The same tokens, read by the pipeline; sentence bounds are given where people drew them."""
    stream: Iterable[Doc] = map(_bare, docs)
    for _, component in nlp.pipeline:
        stream = component.pipe(stream, batch_size=32)
    return iter(stream)


def _bare(doc: Doc) -> Doc:
    bare = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    if doc.has_annotation("DEP"):
        for token in bare:
            token.is_sent_start = bool(doc[token.i].is_sent_start)
    return bare


def _with_names(doc: Doc, read: Doc) -> Doc:
    doc.set_ents([Span(doc, e.start, e.end, e.label_) for e in read.ents], default="outside")
    return doc


def _with_trees(doc: Doc, read: Doc) -> Doc:
    read.set_ents([Span(read, e.start, e.end, e.label_) for e in doc.ents], default="outside")
    return read
