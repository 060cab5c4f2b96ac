"""What denial and intention make of the polarity of an act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.qualify.polarity_shift import polarity_shift
from graphbuild.lexicons.verbs import Pattern

HELP, FORCE, TALK = (
    Pattern("aid", "AID", 1.0, ""),
    Pattern("attack", "ASSAULT", -1.0, ""),
    Pattern("say", "", 0.0, ""),
)


@pytest.mark.parametrize(
    ("pattern", "status", "own", "plover", "polarity"),
    [
        (HELP, "negated", True, "REJECT", -0.5),
        (HELP, "intended", True, "AGREE", 0.5),
        (HELP, "intended", False, "AID", 1.0),
        (FORCE, "negated", True, "ASSAULT", 0.0),
        (FORCE, "intended", True, "THREATEN", -0.5),
        (FORCE, "intended", False, "ASSAULT", -1.0),
        (Pattern("promise", "AGREE", 0.4, ""), "intended", True, "AGREE", 0.4),
        (TALK, "intended", True, "", 0.0),
    ],
)
def test_denied_help_is_refusal_and_announced_force_a_threat(
    pattern: Pattern, status: str, own: bool, plover: str, polarity: float
) -> None:
    assert polarity_shift(pattern, status, own) == Pattern(pattern.relation, plover, polarity, "")


@given(st.sampled_from([HELP, FORCE, TALK]), st.booleans())
def test_what_is_asserted_or_possible_stays_as_it_is(pattern: Pattern, own: bool) -> None:
    assert polarity_shift(pattern, "asserted", own) == polarity_shift(pattern, "possible", own) == pattern


@given(
    st.floats(-1, 1),
    st.sampled_from(["AID", "ASSAULT", "ACCUSE", ""]),
    st.sampled_from(["asserted", "possible", "intended", "negated"]),
    st.booleans(),
)
def test_no_status_makes_an_act_stronger(polarity: float, plover: str, status: str, own: bool) -> None:
    pattern = Pattern("x", plover, polarity, "same")
    read = polarity_shift(pattern, status, own)
    assert (read.relation, read.effect) == ("x", "same")
    assert abs(read.polarity) <= abs(polarity)
