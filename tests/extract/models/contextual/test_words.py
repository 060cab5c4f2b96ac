"""What the encoder is told beside the pieces of a word."""

from __future__ import annotations

import pytest

from graphbuild.extract.models.contextual.words import GAPS, SHAPES, gap, plain, shape


@pytest.mark.parametrize(
    ("before", "kind"), [("", 0), (" ", 1), ("\xa0", 1), ("\n", 2), (" \n ", 2), ("\n \n", 3)]
)
def test_white_space_has_four_kinds(before: str, kind: int) -> None:
    assert gap(before) == kind


def test_case_is_told() -> None:
    assert [shape(w) for w in ("ISIS", "x", "B", "naïve", "Élysée", "الرئيس")] == [2, 1, 3, 1, 4, 9]


def test_typographic_marks_read_like_plain_ones() -> None:
    assert plain("“don’t”—") == '"don\'t"-'


def test_there_are_as_many_classes_as_the_encoder_knows() -> None:
    words = "said US A Iraq McCain 2019 F-16 , iPhone".split()
    assert sorted({shape(word) for word in words}) == list(range(1, SHAPES))
    assert sorted({gap(before) for before in ("", " ", "\n", "\n\n", "\n\n\n\n")}) == list(range(GAPS))
