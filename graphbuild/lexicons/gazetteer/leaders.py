"""Heads of state and government, foreign ministers and heads of great organizations, kept in ``leaders.csv``.

Facts of common knowledge: who held which office of which country from when to when.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import LexiconError
from graphbuild.lexicons.rows import listed, rows

__all__ = ["Leader", "leaders"]

_FILE = Path(__file__).with_name("leaders.csv")
_COLUMNS = ("name", "aliases", "office", "iso3", "first", "last")


@dataclass(frozen=True, slots=True)
class Leader:
    """A person in office: ``first`` and ``last`` are years, ``last`` 9999 for one still in office."""

    name: str
    aliases: tuple[str, ...]
    office: str
    iso3: str
    first: int
    last: int


@cache
def leaders() -> tuple[Leader, ...]:
    """Leaders in the order of the file; a person who held several offices has a row for each.

    Raises
    ------
    LexiconError
        If ``leaders.csv`` has a bad row.

    Examples
    --------
    >>> [(leader.iso3, leader.office) for leader in leaders() if leader.name == "Angela Merkel"]
    [('DEU', 'Chancellor')]
    """
    found = []
    for line, row in rows(_FILE, _COLUMNS):
        years = (row["first"], row["last"] or "9999")
        if not all(year.isdigit() and len(year) == 4 for year in years) or years[0] > years[1]:
            raise LexiconError(f"{_FILE}: line {line}: first and last must be years, last empty if in office")
        found.append(
            Leader(
                row["name"], listed(row["aliases"]), row["office"], row["iso3"], int(years[0]), int(years[1])
            )
        )
    return tuple(found)
