"""Objects that parsers attach to the wrong word."""

from __future__ import annotations

from graphbuild.extract.testing import acted


def test_a_subject_after_its_mark_stays_the_subject() -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE waited=wait/VBD/root/0 for/IN/mark/5 Chad/NNP/nsubj/5/GPE "
        "leaving=leave/VBG/advcl/2"
    )
    assert acted(tokens) == ["Kenya wait -", "Chad leave -"]


def test_an_apposition_with_a_comma_is_no_object() -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE spoke=speak/VBD/root/0 in/IN/case/4 terms=term/NNS/obl/2 ,/,/punct/7 "
        "plain/JJ/amod/7 words=word/NNS/appos/4"
    )
    assert acted(tokens) == ["Kenya speak -"]
