"""Windows cover every word once, whatever the layout."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from tokenizers import Tokenizer, models

from graphbuild.extract.models.contextual.windows import Pieces, windows

_NLP = English()


def _pieces() -> Pieces:
    letters = (
        {"[UNK]": 0}
        | {chr(97 + i): i + 1 for i in range(26)}
        | {f"##{chr(97 + i)}": i + 27 for i in range(26)}
    )
    return Pieces(Tokenizer(models.WordPiece(letters, unk_token="[UNK]")))  # fmt: skip


@given(st.lists(st.sampled_from(["a", "bc", "defghij", " ", "\n\n", "x. "]), max_size=60), st.integers(1, 12))
def test_every_word_is_kept_once_and_in_order(parts: list[str], times: int) -> None:
    doc = _NLP(" ".join(parts * times))
    made, tokens, gaps = windows(doc, _pieces())
    assert tokens == [t.i for t in doc if not t.is_space]
    assert len(gaps) == len(tokens)
    kept = [w.start + i for w in made for i in range(*w.keep)]
    assert kept == list(range(len(tokens)))
    assert all(sum(map(len, w.pieces)) <= 400 and len(w.pieces) <= 110 for w in made)


def test_a_long_paragraph_is_read_with_words_on_both_sides_of_a_cut() -> None:
    made, _, _ = windows(_NLP(" ".join(["ab"] * 300)), _pieces())
    assert len(made) > 2
    first, second = made[:2]
    assert first.keep[1] < len(first.pieces)
    assert second.keep[0] > 0


def test_short_paragraphs_share_a_window_and_long_ones_do_not() -> None:
    paragraph = " ".join(["ab"] * 50)
    made, _, _ = windows(_NLP("\n\n".join([paragraph] * 3)), _pieces())
    assert [(w.start, len(w.pieces)) for w in made] == [(0, 100), (100, 50)]


def test_a_word_without_end_is_cut() -> None:
    known = _pieces()
    assert len(known["a" * 90][0]) == 12
    assert len(known["a" * 10_000][0]) == 1


def test_nothing_but_white_space() -> None:
    made, tokens, _ = windows(_NLP(" \n\n "), _pieces())
    assert made == []
    assert tokens == []
