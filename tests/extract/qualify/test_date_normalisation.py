"""Dates counted from the day of the article."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.qualify.date_normalisation import date_normalisation

TUESDAY = "2019-08-06"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
EXPRESSIONS = st.one_of(
    st.sampled_from(WEEKDAYS).map(lambda day: (day,)),
    st.tuples(
        st.sampled_from(["last", "next", "this"]), st.sampled_from([*WEEKDAYS, "week", "month", "year"])
    ),
    st.tuples(
        st.integers(0, 999).map(str), st.sampled_from(["days", "weeks", "months", "years"]), st.just("ago")
    ),
    st.tuples(st.integers(1, 31).map(str), st.sampled_from(["february", "june", "december"])),
    st.sampled_from([("yesterday",), ("tomorrow",), ("weekend",), ("march",), ("may", "2020"), ("1999",)]),
)


@pytest.mark.parametrize(
    ("words", "past", "future"),
    [
        ("tuesday", "2019-08-06", "2019-08-06"),
        ("last tuesday", "2019-07-30", "2019-07-30"),
        ("next tuesday", "2019-08-13", "2019-08-13"),
        ("this thursday", "2019-08-01", "2019-08-08"),
        ("coming thursday", "2019-08-08", "2019-08-08"),
        ("august", "2019-08", "2019-08"),
        ("last august", "2018-08", "2018-08"),
        ("next august", "2020-08", "2020-08"),
        ("this march", "2019-03", "2019-03"),
        ("july", "2019-07", "2020-07"),
        ("september", "2018-09", "2019-09"),
        ("6 august", "2019-08-06", "2019-08-06"),
        ("5 august", "2019-08-05", "2020-08-05"),
        ("29 february 2020", "2020-02-29", "2020-02-29"),
        ("29 february 2019", None, None),
        ("2019 07 30", "2019-07-30", "2019-07-30"),
        ("seven months ago", "2019-01", "2019-01"),
        ("8 months ago", "2018-12", "2018-12"),
        ("five months", None, "2020-01"),
        ("this week", "", ""),
        ("next week", "2019-08-12", "2019-08-12"),
        ("weekend", "2019-08-03", "2019-08-10"),
        ("next weekend", "2019-08-10", "2019-08-10"),
    ],
)
def test_what_is_meant_depends_on_the_side_it_lies(words: str, past: str | None, future: str | None) -> None:
    assert date_normalisation(tuple(words.split()), TUESDAY) == past
    assert date_normalisation(tuple(words.split()), TUESDAY, future=True) == future


@pytest.mark.parametrize("published", ["", "2019", "06/08/2019"])
def test_without_a_day_to_count_from_only_a_year_counts(published: str) -> None:
    assert date_normalisation(("5", "may", "2018"), published) == "2018-05-05"
    assert date_normalisation(("2018",), published) == "2018"
    assert date_normalisation(("monday",), published) is None


@given(EXPRESSIONS, st.dates(), st.booleans())
def test_it_is_a_date_or_none_at_the_ends_of_the_calendar_too(words, day, future) -> None:
    found = date_normalisation(words, day.isoformat(), future=future)
    if found:
        datetime.date.fromisoformat(found + "-01-01"[len(found) - 10 :] if len(found) < 10 else found)


@given(st.sampled_from(WEEKDAYS), st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_a_weekday_is_that_weekday_and_within_a_week(name, day) -> None:
    for future, sign in ((False, -1), (True, 1)):
        found = datetime.date.fromisoformat(str(date_normalisation((name,), day.isoformat(), future=future)))
        assert found.weekday() == WEEKDAYS.index(name)
        assert 0 <= sign * (found - day).days <= 6
