"""Lemmas asked once a word form are those that the pipeline itself would give."""

from __future__ import annotations

import spacy
from spacy.language import Language

from graphbuild.extract.models.lemmas import Lemmas

TEXT = "The generals were leaving. He left the left bank; rebels rebel, and 3 talks led to further talks."


def test_lemmas_are_those_of_the_pipeline(nlp: spacy.Language) -> None:
    lemmas = Lemmas(nlp)
    assert lemmas.names == ["lemmatizer"]
    (bare,) = nlp.pipe([TEXT], disable=lemmas.names)
    assert not any(token.lemma_ for token in bare)
    for _ in range(2):
        assert [t.lemma_ for t in lemmas(bare)] == [t.lemma_ for t in nlp(TEXT)]


def test_an_empty_document_has_no_lemmas(nlp: spacy.Language) -> None:
    assert len(Lemmas(nlp)(nlp.make_doc(""))) == 0


def test_a_lemmatizer_that_something_follows_is_left_to_the_pipeline(nlp: spacy.Language) -> None:
    made = spacy.blank("en")
    made.add_pipe("lemmatizer", config={"mode": "rule"})

    @Language.component("reads_lemmas")
    def reads(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        return doc

    made.add_pipe("reads_lemmas")
    assert Lemmas(made).names == []
