"""Dates as newspapers and spreadsheets write them, to ISO 8601; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

__all__ = ["MONTHS", "dated", "iso_date", "order", "stamped"]

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|2[01])\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}([-/.])(?P<number>\d\d?)\2(?P<day>\d\d?)(?![-/.]?\d)",
        rf"(?<![\d.,]){_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}\s+\d\d?:\d\d(?::\d\d)?(?:\s+[+-]\d{{4}}|\s+[a-z]{{1,5}})?\s+{_YEAR}(?!\d)",
        rf"\A{_YEAR}(?P<number>\d\d)(?P<day>\d\d)(?:T?\d+Z?)?\Z",
    )
)
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<number>\d\d)(?P<day>\d\d)(?!\d)")
_PLACE = re.compile(rf"/{_YEAR}/(?P<number>\d\d?|[a-z]{{3}})/(?P<day>\d\d?)(?=/)", re.IGNORECASE)
_NUMERIC = re.compile(rf"(?<![\d./-])(?P<a>\d\d?)(?P<mark>[./-])(?P<b>\d\d?)(?P=mark){_YEAR}(?![./-]?\d)")
# Seconds, milli- or microseconds since 1970, of the years 1985 to 2030
_EPOCH = re.compile(r"\s*(?P<seconds>1[0-8]\d{8}|[5-9]\d{8})(?:\d{3}|\d{6})?(?:\.\d+)?\s*")


def dated(url: str, path: str, first: str = "") -> str:
    """The date in an address, else in the name of a file or the three folders above it.

    Parameters
    ----------
    url, path : str
        Either may be empty.
    first : str
        As for `iso_date`.

    Returns
    -------
    str
        ``YYYY-MM-DD``, or empty.

    Examples
    --------
    >>> dated("", "press/20240305_statement.txt"), dated("https://n.example/2024/03/05/norland-wins", "")
    ('2024-03-05', '2024-03-05')
    >>> dated("", "a/2024/03/05/index.html"), dated("", "report 5 March 2024.docx"), dated("", "20240399.md")
    ('2024-03-05', '2024-03-05', '')
    """
    name = re.split(r"[/\\]", path)[-1].rpartition(".")[0].replace("_", " ")
    places = [match for text in (url, path.replace("\\", "/")) for match in _PLACE.finditer(text)]
    names = [*(iso for match in places if (iso := _written(match))), iso_date(name, first)]
    names += [iso for match in _COMPACT.finditer(name) if (iso := _written(match))]
    return next(filter(None, names), "")


def order(texts: Iterable[str]) -> str:
    """Whether a column of numeric dates has the day or the month first, where some say it.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    str
        ``day``, ``month``, or empty where nothing tells or the texts contradict each other.

    Examples
    --------
    >>> order(["05/03/2024", "13/03/2024"]), order(["05/03/2024"])
    ('day', '')
    """
    found = set()
    for text in texts:
        match = _NUMERIC.fullmatch(text.strip().partition(" ")[0])
        if match and match["mark"] != ".":
            a, b = int(match["a"]), int(match["b"])
            found |= {"day"} if b <= 12 < a else {"month"} if a <= 12 < b else set()
    return found.pop() if len(found) == 1 else ""


def stamped(text: str, first: str = "") -> str:
    """The date of a cell in a table: as `iso_date`, or counted from 1970 (UTC).

    Parameters
    ----------
    text : str
    first : str
        What stands first in numeric dates, as `order` says of the column.

    Returns
    -------
    str
        ``YYYY-MM-DD``, or empty.

    Examples
    --------
    >>> stamped("1709596800"), stamped("1709596800000"), stamped("05/03/2024", "day")
    ('2024-03-05', '2024-03-05', '2024-03-05')
    """
    counted = _EPOCH.fullmatch(text)
    if counted:
        return datetime.fromtimestamp(int(counted["seconds"]), UTC).date().isoformat()
    return iso_date(text, first)


def iso_date(text: str, first: str = "") -> str:
    """The first full date in a text, as ``YYYY-MM-DD``.

    Knows ``2019-08-06`` (with or without a time, which is dropped and not converted to another zone),
    ``2019/8/6``, ``20190806`` alone, ``6 August 2019``, ``6th of Aug. 2019``, ``August 6, 2019`` and
    ``Tue, 06 Aug 2019 10:00 GMT``, ``Tue Aug 06 10:00:00 +0000 2019``. Of numeric dates only those that can
    be read in one way count, if nobody says what is ``first``:
    ``25/12/2019``, ``12/25/2019``, ``3/3/2019``, and ``6.8.2019``, which is always day first.

    Parameters
    ----------
    text : str
    first : str
        ``day`` or ``month`` where it is known which of them numeric dates have first.

    Returns
    -------
    str
        Empty where there is no full date, where it does not exist, or where day and month could be
        exchanged (``03/04/2019``).

    Examples
    --------
    >>> iso_date("Published: Tuesday, 6 August 2019, 10:30"), iso_date("03/04/2019"), iso_date("May 2019")
    ('2019-08-06', '', '')
    """
    found = [(m.start(), iso) for form in _FORMS for m in form.finditer(text) if (iso := _written(m))]
    found += [(m.start(), iso) for m in _NUMERIC.finditer(text) if (iso := _numeric(m, first))]
    return min(found, default=(0, ""))[1]


def _written(match: re.Match[str]) -> str:
    parts = match.groupdict()
    number = parts.get("number") or parts["month"]
    month = int(number) if number.isdecimal() else _month(number)
    return _iso(int(parts["year"]), month, int(parts["day"]))


def _numeric(match: re.Match[str], first: str) -> str:
    a, b = int(match["a"]), int(match["b"])
    if match["mark"] == "." or a > 12 or a == b:
        return _iso(int(match["year"]), b, a)
    if b > 12 or first == "month":
        return _iso(int(match["year"]), a, b)
    return _iso(int(match["year"]), b, a) if first == "day" else ""


def _month(word: str) -> int:
    word = "sep" if word.lower() == "sept" else word.lower()
    return next((n for n, name in enumerate(MONTHS, 1) if word in (name, name[:3])), 0)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
