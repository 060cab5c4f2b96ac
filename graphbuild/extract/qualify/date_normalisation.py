"""From the words of an expression of time to an ISO date, counted from the day of the article.

This is what the field calls the normalisation of temporal expressions (Strötgen and Gertz 2013, Language
Resources and Evaluation 47, 269-298, doi:10.1007/s10579-012-9179-y).
"""

from __future__ import annotations

from datetime import date, timedelta

from graphbuild.lexicons.en.calendar import (
    AHEAD,
    CALENDAR_UNITS,
    DEICTIC,
    MONTH_ENDINGS,
    MONTHS,
    NEIGHBOURING_DAYS,
    NUMBERS,
    SAME_DAY,
    STEPS,
    WEEKDAYS,
)

__all__ = ["date_normalisation"]


def date_normalisation(words: tuple[str, ...], published: str, *, future: bool = False) -> str | None:
    """The date that an expression means.

    Parameters
    ----------
    words : tuple of str
        Words and numbers of the expression in lower case, without its preposition.
    published : str
        ISO date of the article; if it is none, only what has a year counts.
    future : bool
        Whether a weekday, month or day without a year lies ahead, not behind.

    Returns
    -------
    str or None
        A day, or ``2019-03`` for a month and ``2019`` for a year; of a week or weekend the first day; empty
        for what holds the article's own day and says no more ("this week"); None where there is no such date.

    Examples
    --------
    >>> date_normalisation(("monday",), "2019-08-06")
    '2019-08-05'
    >>> date_normalisation(("monday",), "2019-08-06", future=True)
    '2019-08-12'
    >>> date_normalisation(("two", "weeks", "ago"), "2019-08-06")
    '2019-07-23'
    """
    try:
        return _dated(words, _day(published), future)
    except (OverflowError, ValueError):  # 31 June; before the year 1
        return None


def _dated(words: tuple[str, ...], anchor: date | None, future: bool) -> str | None:
    numbers = [int(word) for word in words if word.isdigit()]
    year = next((n for n in numbers if n >= 1500), 0)
    month = next((MONTHS.index(w[:3]) + 1 for w in words if w.isalpha() and _is_month(w)), 0)
    if len(numbers) == 3:
        return _iso(*numbers)
    if year and not month:
        return str(year)
    if year:
        number = next((n for n in numbers if n < 32), 0)
        return _iso(year, month, number)
    if anchor is None:
        return None
    which = next((w for w in words if w in DEICTIC), "")
    if month:
        return _nearest(month, numbers[0] if numbers else 0, which, future, anchor)
    weekday = next((WEEKDAYS.index(w[:3]) for w in words if w.endswith("day") and w[:3] in WEEKDAYS), None)
    if weekday is not None:
        return _weekday(weekday, which, future, anchor)
    if words[-1] == "ago":
        return _away(-_count(words), words[1].rstrip("s"), anchor)
    if _count(words):  # "in two weeks", which of what is past is a duration
        return _away(_count(words), words[1].rstrip("s"), anchor) if future else None
    return _relative(words, which, future, anchor)


def _count(words: tuple[str, ...]) -> int:
    return int(words[0]) if words[0].isdigit() else NUMBERS.get(words[0], 0)


def _is_month(word: str) -> bool:
    return word[:3] in MONTHS and (len(word) < 5 or word.endswith(MONTH_ENDINGS))


def _nearest(month: int, number: int, which: str, future: bool, anchor: date) -> str:
    """A month or day of a month without its year."""
    given, here = (month, number), (anchor.month, anchor.day if number else 0)
    if which == "last":
        year = anchor.year - (given >= here)
    elif which in AHEAD:
        year = anchor.year + (given <= here)
    elif which == "this":
        year = anchor.year
    else:
        year = anchor.year + (given < here) if future else anchor.year - (given > here)
    return _iso(year, month, number)


def _weekday(weekday: int, which: str, future: bool, anchor: date) -> str:
    past, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if which == "last":
        days = -(past or 7)
    elif which == "next":
        days = ahead or 7
    else:
        days = ahead if future or which == "coming" else -past
    return (anchor + timedelta(days)).isoformat()


def _away(count: int, unit: str, anchor: date) -> str:
    if unit == "year":
        return date(anchor.year + count, 1, 1).isoformat()[:4]
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + count, 12)
        return _iso(year, month + 1)
    return (anchor + timedelta(count * (7 if unit == "week" else 1))).isoformat()


def _relative(words: tuple[str, ...], which: str, future: bool, anchor: date) -> str | None:
    unit = words[-1]
    step = STEPS.get(which, 0)
    if unit in NEIGHBOURING_DAYS or (unit == "night" and which == "last"):
        return (anchor + timedelta(NEIGHBOURING_DAYS.get(unit, -1))).isoformat()
    if unit in SAME_DAY:
        return anchor.isoformat()
    if unit == "weekend":
        saturday = anchor - timedelta((anchor.weekday() - 5) % 7)
        if which == "next" or (future and which != "last"):
            saturday += timedelta(7) if anchor.weekday() < 5 or which == "next" else timedelta(0)
        return saturday.isoformat()
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday())
        return (monday + timedelta(7 * step)).isoformat() if step else ""
    return _away(step, unit, anchor) if unit in CALENDAR_UNITS else None


def _iso(year: int, month: int, day: int = 0) -> str:
    """A day or, without its number, a month; a ValueError if there is no such."""
    return date(year, month, day).isoformat() if day else date(year, month, 1).isoformat()[:7]


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published)
    except ValueError:
        return None
