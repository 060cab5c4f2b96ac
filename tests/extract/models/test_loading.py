"""Loading a language pipeline, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from graphbuild.disk.pipelines import described
from graphbuild.errors import ModelError
from graphbuild.extract.models.loading import load
from graphbuild.extract.score.reader import reader


def test_the_bundled_pipeline_offers_what_rules_need(nlp: spacy.Language) -> None:
    doc = nlp("Jane Roe went to Kenya on Monday.")
    assert doc.has_annotation("DEP")
    assert all(token.pos_ and token.tag_ for token in doc)
    assert doc[2].lemma_ == "go"


def test_a_folder_is_loaded(tmp_path: Path) -> None:
    made = spacy.blank("en")
    made.add_pipe("parser").add_label("nsubj")
    made.add_pipe("ner").add_label("GPE")
    made.initialize()
    made.to_disk(tmp_path / "mine")
    assert load(str(tmp_path / "mine")).pipe_names == ["parser", "ner"]


def test_a_missing_pipeline_comes_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="python -m spacy download en_core_nothing_sm"):
        load("en_core_nothing_sm")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no folder .*nowhere") as caught:
        load(str(tmp_path / "nowhere"))
    assert "spacy download" not in str(caught.value)


def test_a_folder_of_something_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Talks failed.", "utf-8")
    with pytest.raises(ModelError, match=r"meta\.json") as caught:
        load(str(tmp_path))
    assert str(tmp_path) in str(caught.value)


def test_a_broken_pipeline_is_named(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "mine")
    config = tmp_path / "mine" / "config.cfg"
    config.write_text(config.read_text("utf-8").replace('lang = "en"', 'lang = "zyx"'), "utf-8")
    with pytest.raises(ModelError, match="mine"):
        load(str(tmp_path / "mine"))


def test_a_pipeline_without_parser_and_names_does_not_fit(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "mine")
    with pytest.raises(ModelError, match="no parser and no named entities"):
        load(str(tmp_path / "mine"))


@pytest.mark.parametrize("name", ["", "en_graphbuild_md"])
def test_a_lost_bundled_pipeline_means_a_broken_installation(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphbuild.disk.pipelines._MODELS", tmp_path)
    with pytest.raises(ModelError, match="install graphbuild again"):
        load(name)


@pytest.mark.parametrize("own", [False, True])
def test_a_pipeline_is_described_as_it_is_once_loaded(own: bool, readerless: Path) -> None:
    model = str(readerless) if own else ""
    told, nlp = described(model), load(model)
    assert told.reader != own
    assert told.name == f"{nlp.meta['lang']}_{nlp.meta['name']}"
    assert (told.version, told.folder) == (nlp.meta["version"], nlp.path)
    assert told.reader == (reader(nlp) is not None)


def test_what_cannot_be_described_is_told_as_what_cannot_be_loaded(tmp_path: Path) -> None:
    for model in ("no_such_model", str(tmp_path), "no/such/folder"):
        with pytest.raises(ModelError) as loading:
            load(model)
        with pytest.raises(ModelError) as describing:
            described(model)
        assert str(describing.value) == str(loading.value)


def test_words_are_looked_up_in_tables_and_lemmas_are_the_same(nlp: spacy.Language) -> None:
    lookups = nlp.get_pipe("lemmatizer").lookups
    assert all(isinstance(words, dict) for words in lookups.get_table("lemma_index").values())
    plain = spacy.load(described().folder)
    text = "The rebels fled; ministers were meeting in better offices and axes lay about."
    assert [token.lemma_ for token in nlp(text)] == [token.lemma_ for token in plain(text)]
