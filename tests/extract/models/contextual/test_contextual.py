"""The contextual component inside an ordinary spaCy pipeline."""

from __future__ import annotations

import pickle
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.errors import ModelError
from graphbuild.extract.models.contextual import Contextual
from graphbuild.extract.models.contextual.encoder import Encoder
from graphbuild.extract.models.loading import load

_TEXT = (
    "Minister visits Oslo\n\nBy Jane Roe\n\nThe foreign minister of Kenya, Amina Otieno, met U.S. officials "
    "in Oslo on Monday. “We agreed on a plan,” she said. It won't be easy.\n"
    "- Troops leave Marsabit\n- Talks go on\n"
)


@pytest.fixture(scope="module")
def md() -> spacy.Language:
    return load()


def _read(text: str) -> list[tuple[str, str, int, str]]:
    """In a worker process: load by name and read."""
    return _table(load()(text))


def _table(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(t.text, t.dep_, t.head.i, t.ent_type_) for t in doc]


def test_everything_that_rules_need_is_there(md: spacy.Language) -> None:
    doc = md(_TEXT)
    assert doc.has_annotation("DEP")
    assert all(t.tag_ and t.pos_ for t in doc)
    assert {"Amina Otieno", "Kenya", "Oslo"} <= {e.text for e in doc.ents}
    assert {t.lemma_ for t in doc} >= {"meet", "agree", "leave"}
    assert doc[[t.text for t in doc].index("Otieno")].ent_type_ == "PERSON"


def test_sentences_end_at_empty_lines_and_white_space_is_no_word(md: spacy.Language) -> None:
    doc = md(_TEXT)
    starts = {s.text.split()[0] for s in doc.sents}
    assert {"Minister", "By", "The", "It"} <= starts
    for token in doc:
        if token.is_space:
            assert token.dep_ == "dep"
            assert not token.ent_type_
            assert not list(token.children)


def test_each_sentence_is_one_tree(md: spacy.Language) -> None:
    for sentence in md(_TEXT).sents:
        roots = [t for t in sentence if t.head.i == t.i]
        assert [t.dep_ for t in roots] == ["ROOT"]
        assert all(t.head.sent == sentence for t in sentence)


def test_bounds_that_a_document_has_are_kept(md: spacy.Language) -> None:
    doc = Doc(md.vocab, words=["He", "left", "She", "stayed"], sent_starts=[True, False, True, False])
    assert [s.text for s in md.get_pipe("contextual")(doc).sents] == ["He left", "She stayed"]


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "!", "\n\n\n.", "😀 مرحبا 你好", "a" * 5_000, "\u202e\u0000x"]
)
def test_odd_texts_are_read(md: spacy.Language, text: str) -> None:
    assert md(text).text == text


def test_words_without_end_are_cut(md: spacy.Language) -> None:
    doc = md("and " * 1_000)
    assert max(len(s) for s in doc.sents) <= 300


def test_a_name_goes_on_over_a_double_blank(md: spacy.Language) -> None:
    doc = md("She met the United  Nations envoy.")
    assert [e.text for e in doc.ents] == ["United  Nations"]


def test_a_long_text_is_read_like_its_parts_far_from_the_cuts(md: spacy.Language) -> None:
    sentence = "Kenyan police arrested three men in Nairobi on Friday. "
    doc = md(sentence * 60)
    assert len(list(doc.sents)) == 60
    assert sum(e.text == "Nairobi" for e in doc.ents) == 60


def test_a_batch_is_read_like_single_documents(md: spacy.Language) -> None:
    texts = [_TEXT, "", "Rebels shelled Homs.", "The bank said so.\n\nNo one else did."]
    for one, many in zip(map(md, texts), md.pipe(texts, batch_size=3), strict=True):
        assert [(t.tag_, t.dep_) for t in one] == [(t.tag_, t.dep_) for t in many]
        assert [e.text for e in one.ents] == [e.text for e in many.ents]


_PARAGRAPHS = ["Mary Kerr heads the bank.", "She met Kenyan officials.", "and " * 300, "", "It said so."]


def _parts(md: spacy.Language, texts: list[str], whole: object) -> list[Doc]:
    docs = [md.make_doc(text) for text in texts]
    for doc in docs:
        doc.user_data["part_of"] = whole
    return docs


def test_parts_of_a_text_share_windows(md: spacy.Language, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    call = Encoder.__call__
    monkeypatch.setattr(
        Encoder, "__call__", lambda self, window: (read.append(len(window.pieces)), call(self, window))[1]
    )
    first, second, *_ = md.pipe(_parts(md, _PARAGRAPHS, 1))
    assert read[0] == len(first) + len(second)
    assert max(read) <= 110
    assert [t.head.text for t in first if t.dep_ == "nsubj"] == ["heads"]
    assert [e.text for e in first.ents] == ["Mary Kerr"]
    assert first[0].is_sent_start
    assert second[0].is_sent_start


def test_a_text_is_read_alike_whatever_stands_before(md: spacy.Language) -> None:
    alone = [_table(doc) for doc in md.pipe(_parts(md, _PARAGRAPHS, 1))]
    after = [
        _table(doc) for doc in md.pipe(_parts(md, ["A flood hit Lima."], 0) + _parts(md, _PARAGRAPHS, 1))
    ]
    assert after[1:] == alone
    assert len(alone) == len(_PARAGRAPHS)


def test_it_is_written_and_read_again(md: spacy.Language, tmp_path: Path) -> None:
    md.to_disk(tmp_path / "mine")
    again = spacy.load(tmp_path / "mine")
    assert _table(again(_TEXT)) == _table(md(_TEXT))
    from_bytes = spacy.blank("en")
    from_bytes.add_pipe("graphbuild_contextual", name="contextual")
    from_bytes.get_pipe("contextual").from_bytes(md.get_pipe("contextual").to_bytes())
    assert _table(from_bytes(_TEXT)) == _table(md(_TEXT))


def test_it_can_be_pickled(md: spacy.Language) -> None:
    component: Contextual = pickle.loads(pickle.dumps(md.get_pipe("contextual")))
    assert component.labels == md.get_pipe("contextual").labels


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_worker_processes_read_alike(md: spacy.Language, way: str) -> None:
    if way == "fork" and sys.platform == "win32":
        pytest.skip("Windows has no fork")
    md(_TEXT)
    with ProcessPoolExecutor(1, mp_context=get_context(way)) as pool:
        assert pool.submit(_read, _TEXT).result() == _table(md(_TEXT))


def test_spacy_processes_read_alike(md: spacy.Language) -> None:
    texts = [_TEXT, "Rebels shelled Homs."] * 2
    for one, other in zip(md.pipe(texts), md.pipe(texts, n_process=2), strict=True):
        assert _table(one) == _table(other)


def test_without_onnxruntime_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"pip install onnxruntime.* with --model"):
        load()


def test_no_sentence_starts_after_a_comma_before_who_is_quoted(nlp: spacy.Language) -> None:
    text = '"Togo shelled our lorries by the lake," Mayor Jane Roe said. "Chad warned our crews."'
    assert [sentence.text[:9] for sentence in nlp(text).sents] == ['"Togo she', '"Chad war']
