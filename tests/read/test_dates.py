from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.read.dates import MONTHS, iso_date, order, stamped


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019-08-06", "2019-08-06"),
        ("2019-08-06T23:30:00-05:00", "2019-08-06"),
        ("2019/8/6", "2019-08-06"),
        ("20190806", "2019-08-06"),
        ("20190806T1200Z", "2019-08-06"),
        ("6 August 2019", "2019-08-06"),
        ("the 6th of Aug. 2019", "2019-08-06"),
        ("06-Aug-2019", "2019-08-06"),
        ("August 6, 2019", "2019-08-06"),
        ("Sept. 3 2020", "2020-09-03"),
        ("Tue, 06 Aug 2019 10:00:00 GMT", "2019-08-06"),
        ("10:30 AM EDT, Tue August 6, 2019", "2019-08-06"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("03/03/2019", "2019-03-03"),
        ("6.8.2019", "2019-08-06"),
        ("Updated 7 May 2019, published 6 May 2019", "2019-05-07"),
    ],
)
def test_full_dates(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "Tuesday",
        "May 2019",
        "6 August",
        "2019",
        "03/04/2019",
        "4-3-2019",
        "31 February 2019",
        "2019-13-01",
        "13/13/2019",
        "6 planes 2019",
        "1565049600",
        "version 1.2.2019.4",
        "120190806",
        "1,006 August 2019",
        "6 Augustus 2019",
    ],
)
def test_nothing_is_guessed(written: str) -> None:
    assert iso_date(written) == ""


@settings(deadline=None)
@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_comes_back_from_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.day} {month} {day.year}",
        f"{month[:3].upper()}. {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ):
        assert iso_date(written) == day.isoformat()


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    found = iso_date(text)
    assert not found or date.fromisoformat(found)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Wed Aug 07 09:30:00 +0000 2019", "2019-08-07"),
        ("Wed Aug  7 09:30:00 UTC 2019", "2019-08-07"),
        ("1565136000", "2019-08-07"),
        ("1565136000.0", "2019-08-07"),
        ("1565136000123", "2019-08-07"),
        ("20190807", "2019-08-07"),
        ("20190807093000", "2019-08-07"),
        ("15651360", ""),
        ("07/08/2019", ""),
    ],
)
def test_stamps_of_tables(text: str, date: str) -> None:
    assert stamped(text) == date


def test_the_order_of_a_column_is_what_its_dates_show() -> None:
    assert order(["07/08/2019", "21/08/2019", "6 August 2019", ""]) == "day"
    assert order(["07/08/2019 10:00", "08/21/2019 11:00"]) == "month"
    assert order(["21/08/2019", "08/21/2019"]) == order(["07/08/2019", "7.21.2019"]) == ""
    assert (stamped("07/08/2019", "day"), stamped("07/08/2019", "month")) == ("2019-08-07", "2019-07-08")
