"""A stand-in for language processing: actors in square brackets, a line is a sentence."""

from __future__ import annotations

import re

import pytest
from corpus import resolved

from graphbuild.disk.pipelines import Described
from graphbuild.records import Document, Extraction, Mention, Relation, content_id
from graphbuild.resolve.links import Link

_MARK = re.compile(r"\[([^\]\n]+)\]")
_LINE = re.compile(r"[^\n]+")


def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-in where `graphbuild.build.build` looks for the real stages."""
    known = Described("en_stand_in", "1.0", None, False)
    monkeypatch.setattr("graphbuild.disk.pipelines.described", lambda model="": known)
    monkeypatch.setattr("graphbuild.extract.models.loading.load", lambda model="": None)
    monkeypatch.setattr(
        "graphbuild.extract.extract",
        lambda documents, nlp, extra_lexicon, min_confidence: map(_extraction, documents),
    )
    monkeypatch.setattr("graphbuild.resolve.resolve", resolved)  # where there are corrections
    monkeypatch.setattr("graphbuild.corpus.links.linked", _linked)


def _linked(extraction: Extraction, known: object) -> dict[str, Link]:
    """One actor per name."""
    return {m.mention_id: Link(("person", m.text), "same_name") for m in extraction.mentions}


def _extraction(document: Document) -> Extraction:
    """``[Ann] attacks [Ben]`` relates the first two actors of a line by what stands between them."""
    spans, mentions, relations = [], [], []
    for number, line in enumerate(_LINE.finditer(document.text)):
        spans.append(line.span())
        here = []
        for mark in _MARK.finditer(document.text, *line.span()):
            start, end = mark.span(1)
            span = f"{document.doc_id}:{start}-{end}"
            here.append(
                Mention(span, document.doc_id, number, start, end, mark[1], "PERSON", "name", type="person")
            )
        mentions += here
        if len(here) > 1:
            verb = document.text[here[0].end + 1 : here[1].start - 1].strip()
            relations.append(
                Relation(content_id(here[0].mention_id, here[1].mention_id), document.doc_id, number, "verb",
                         here[0].mention_id, here[1].mention_id, verb, verb, "", -0.5, "asserted", "",
                         "by_hand", 1.0, *line.span(), here[0].end + 1, here[1].start - 1)
            )  # fmt: skip
    return Extraction(document, tuple(spans), tuple(mentions), tuple(relations))
