"""Time lines of pairs, drawn: how many sentences tell of two as friends or foes, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as day

from graphbuild.report.material import Bar, Chart, Material, Part, Section, cited

__all__ = ["timelines"]

_LISTED = 8
_LEAST = 3  # sentences
_DAYS, _MONTHS = 45, 60  # so many bars at most
_Rows = Mapping[tuple[str, str], tuple[int, ...]]


def timelines(material: Material, rows: _Rows) -> Section:
    """The pairs that most dated sentences tell of, each with its time line.

    Parameters
    ----------
    material : Material
    rows : mapping
        As `graphbuild.report.material.behind` makes it.

    Returns
    -------
    Section
        Without rows where nothing has a date, or all has the same. Dates before the first and after the last
        article are left out. Bars are days, months or years, as the span asks for.
    """
    papers = sorted(date for date in material.documents["date"] if len(date) == 10)
    made: list[tuple[tuple[Part, ...], ...]] = []
    intro = ""
    if papers:
        periods = _periods(papers[0], papers[-1])
        wide, known = len(periods[0]), set(periods)
        dates, polarity = material.relations["date"].tolist(), material.relations["polarity"].tolist()
        dated = {
            pair: inside
            for pair, mine in rows.items()
            if len(inside := tuple(row for row in mine if dates[row][:wide] in known)) >= _LEAST
            and len({dates[row][:wide] for row in inside}) > 1
        }
        order = sorted(dated, key=lambda pair: (-len(dated[pair]), pair))[:_LISTED]
        for pair in order:
            told = dict.fromkeys(periods, (0, 0, 0))
            for row in dated[pair]:
                period, at = dates[row][:wide], polarity[row]
                friends, neither, foes = told[period]
                told[period] = (friends + (at > 0), neither + (at == 0), foes + (at < 0))
            first = dated[pair][0]
            names = [str(material.relations[f"{end}_name"][first]) for end in ("source", "target")]
            chart = Chart(tuple(Bar(period, *counts) for period, counts in told.items()))
            made.append(((" – ".join(names),), (chart,), (cited(len(dated[pair]), dated[pair]),)))
        unit = {10: "day", 7: "month", 4: "year"}[wide]
        intro = (
            f"Sentences by {unit}, from {periods[0]} to {periods[-1]}: above the line friendly (blue), below "
            "it hostile (orange), on it neither (grey)."
        )
    return Section("Time lines", intro, columns=("Pair", "When", "Sentences"), rows=tuple(made))


def _periods(first: str, last: str) -> list[str]:
    """All days, months or years between two days."""
    begin, end = day.fromisoformat(first), day.fromisoformat(last)
    if (end - begin).days < _DAYS:
        return [day.fromordinal(n).isoformat() for n in range(begin.toordinal(), end.toordinal() + 1)]
    months = range(12 * begin.year + begin.month - 1, 12 * end.year + end.month)
    if len(months) <= _MONTHS:
        return [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
    return [f"{year:04}" for year in range(begin.year, end.year + 1)]
