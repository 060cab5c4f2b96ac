"""Countries: names, demonyms, capitals and seats of government -> ISO 3166-1 alpha-3.

Facts of common knowledge, kept in ``countries.csv``. Kosovo has the user-assigned code XKX.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import LexiconError
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.rows import listed, rows

__all__ = ["Countries", "countries"]

_FILE = Path(__file__).with_name("countries.csv")
_SHORT_ADJECTIVES = {"USA": "US"}
_COLUMNS = ("iso3", "name", "variants", "adjectives", "people", "capital", "seats")
_NO_PLURAL = ("s", "S", "x", "z", "sh", "ch", "ese", ".", "e Island", "Zealand", "Kong", "Philippine")


@dataclass(frozen=True, slots=True)
class Countries:
    """Look-ups from a folded string (`graphbuild.names.fold`, no article) to ISO 3166-1 alpha-3.

    Attributes
    ----------
    by_name : dict of str to str
        Names and variants ("united kingdom", "UK" folded, "britain").
    by_demonym : dict of str to str
        Adjectives and nouns of people ("syrian", "syrians", "briton").
    by_people : dict of str to str
        Only the nouns that mean people in the plural ("syrians", "britons", "poles").
    by_seat : dict of str to str
        Seats that stand for the government ("kremlin", "downing street").
    by_capital : dict of str to str
        In every spelling ("kyiv", "kiev").
    capital_of : dict of str to str
        Folded capital to its usual spelling ("kiev" to "Kyiv").
    name_of : dict of str to str
        ISO code to the country's name as properly written.
    adjective_of : dict of str to str
        ISO code to the usual adjective ("Syrian", "US"), else the name.
    people_of : dict of str to str
        ISO code to the plural noun for its people ("Syrians"), else "Chinese people".
    """

    by_name: dict[str, str]
    by_demonym: dict[str, str]
    by_people: dict[str, str]
    by_seat: dict[str, str]
    by_capital: dict[str, str]
    capital_of: dict[str, str]
    name_of: dict[str, str]
    adjective_of: dict[str, str]
    people_of: dict[str, str]


@cache
def countries() -> Countries:
    """The countries of the bundled word list.

    Returns
    -------
    Countries
        Shared by all callers: read it, never write to it.

    Raises
    ------
    LexiconError
        If ``countries.csv`` has a bad row.

    Examples
    --------
    >>> known = countries()
    >>> known.by_name["burma"], known.by_demonym["britons"], known.by_seat["kremlin"]
    ('MMR', 'GBR', 'RUS')
    """
    found = Countries({}, {}, {}, {}, {}, {}, {}, {}, {})
    for line, row in rows(_FILE, _COLUMNS):
        iso3 = row["iso3"]
        if len(iso3) != 3 or not iso3.isupper() or iso3 in found.name_of or not row["name"]:
            raise LexiconError(f"{_FILE}: line {line}: iso3 must be three capitals, once each, with a name")
        adjectives, people = listed(row["adjectives"]), listed(row["people"])
        regular = [f"{word}s" for word in adjectives if not word.endswith(_NO_PLURAL)]
        plurals = [*regular, *(noun for noun in people if noun.endswith(("s", "men", " people")))]
        found.name_of[iso3] = row["name"]
        found.adjective_of[iso3] = _SHORT_ADJECTIVES.get(iso3) or (
            adjectives[0] if adjectives else row["name"]
        )
        found.people_of[iso3] = _people(row["name"], adjectives, plurals)
        _add(found.by_name, (row["name"], *listed(row["variants"])), iso3)
        _add(found.by_demonym, (*adjectives, *people, *plurals), iso3)
        _add(found.by_people, (*plurals, found.people_of[iso3]), iso3)
        _add(found.by_seat, listed(row["seats"]), iso3)
        for capital in listed(row["capital"]):
            spellings = capital.split("=")
            _add(found.by_capital, spellings, iso3)
            for spelling in spellings:
                found.capital_of.setdefault(fold(spelling).removeprefix("the "), spellings[0])
    return found


def _people(name: str, adjectives: tuple[str, ...], plurals: list[str]) -> str:
    """The plural noun that the first adjective goes with, else "Chinese people", else "People of Monaco"."""
    irregular = not adjectives or adjectives[0].endswith(_NO_PLURAL)
    if plurals and (irregular or plurals[0] == f"{adjectives[0]}s"):
        return plurals[0]
    return f"{adjectives[0]} people" if adjectives else f"People of {name}"


def _add(table: dict[str, str], words: Sequence[str], iso3: str) -> None:
    """Enter the words; where two countries claim one, the first in the file keeps it."""
    for word in words:
        table.setdefault(fold(word).removeprefix("the "), iso3)
