"""Ligatures and soft hyphens: words as the parser gets them, and their places in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.text.spelling import spelled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The \ufb01rst o\ufb03cer", "The first officer"),
        ("Ra\ufb04es and \ufb02oods", "Raffles and floods"),
        ("Nor\u00adland", "Norland"),
        ("Nor\u00ad land", "Norland"),
        ("Ölfjord, ﷲ, ½ Æ", "Ölfjord, ﷲ, ½ Æ"),
    ],
)
def test_words_are_spelled_out(text: str, words: str) -> None:
    assert spelled(text)[0] == words


@given(st.text(st.sampled_from("ab \ufb00\ufb01\ufb03\u00adé")))
def test_every_character_has_its_place(text: str) -> None:
    words, places = spelled(text)
    if places is None:
        assert words == text
    else:
        assert len(places) == len(words)
        assert places == sorted(places)
        assert all(
            text[at] == letter or text[at] > "\ufaff" for letter, at in zip(words, places, strict=True)
        )
