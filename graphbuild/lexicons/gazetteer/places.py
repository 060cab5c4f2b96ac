"""Cities, states, provinces and world regions -> ISO 3166-1 alpha-3 where they lie in one country.

Facts of common knowledge, kept in ``places.csv``, where ``=`` joins the spellings of one place, the usual one
first. Capitals and countries are in ``countries.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import LexiconError
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.rows import listed, one_of, rows

__all__ = ["Place", "places"]

_FILE = Path(__file__).with_name("places.csv")
_KINDS = frozenset({"city", "state", "region", "continent", "water", "disputed"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place as properly written, its kind (one of those in ``places.csv``), its country or empty."""

    name: str
    kind: str
    iso3: str


@cache
def places() -> dict[str, Place]:
    """Places by folded name.

    Returns
    -------
    dict of str to Place
        Without a leading "the". Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``places.csv`` has a bad row.

    Examples
    --------
    >>> places()["dallas"], places()["middle east"].iso3
    (Place(name='Dallas', kind='city', iso3='USA'), '')
    """
    found: dict[str, Place] = {}
    for line, row in rows(_FILE, ("kind", "iso3", "names")):
        kind = one_of(row["kind"], _KINDS, _FILE, line, "kind")
        if row["iso3"] and (len(row["iso3"]) != 3 or not row["iso3"].isupper()):
            raise LexiconError(f"{_FILE}: line {line}: iso3 must be three capitals or empty")
        for name in listed(row["names"]):
            spellings = name.split("=")
            place = Place(spellings[0].removeprefix("the "), kind, row["iso3"])
            for spelling in spellings:
                found.setdefault(fold(spelling).removeprefix("the "), place)
    return found
