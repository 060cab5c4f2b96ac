"""Ministers, commanders, speakers, governors and other holders of public office, kept in ``officials.csv``.

Facts of public record, compiled by hand: whom an office makes known, and to which country it belongs. They go
on where ``leaders.csv`` ends, which has the years of the highest offices; nobody is in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import LexiconError
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.roles import ROLES
from graphbuild.lexicons.rows import listed, one_of, rows

__all__ = ["Official", "officials"]

_FILE = Path(__file__).with_name("officials.csv")
_COLUMNS = ("name", "aliases", "office", "role", "country")


@dataclass(frozen=True, slots=True)
class Official:
    """A person who holds or held an office.

    Attributes
    ----------
    name : str
        In full, of two words at least.
    aliases : tuple of str
        Other spellings and fuller or shorter forms.
    office : str
        The one that the person is best known for.
    role : str
        PLOVER role that goes with it; empty where the person's offices differ in it.
    iso3 : str
        ISO 3166-1 alpha-3 of the country; EUR and UNO for the EU and the UN.
    """

    name: str
    aliases: tuple[str, ...]
    office: str
    role: str
    iso3: str


@cache
def officials() -> tuple[Official, ...]:
    """Holders of office in the order of the file, by country and name; each person once.

    Raises
    ------
    LexiconError
        If ``officials.csv`` has a bad row, a name of one word, or one name or alias twice.

    Examples
    --------
    >>> [(known.office, known.role, known.iso3) for known in officials() if known.name == "Valery Gerasimov"]
    [('Chief of the armed forces', 'MIL', 'RUS')]
    """
    found = []
    taken: set[str] = set()
    for line, row in rows(_FILE, _COLUMNS):
        one_of(row["role"], ROLES, _FILE, line, "role")
        names = (row["name"], *listed(row["aliases"]))
        for name in names:
            if " " not in fold(name) or fold(name) in taken:
                raise LexiconError(
                    f"{_FILE}: line {line}: {name!r} must have several words, and be there once"
                )
            taken.add(fold(name))
        if len(row["country"]) != 3 or not row["country"].isupper():
            raise LexiconError(f"{_FILE}: line {line}: country must be three capitals")
        found.append(Official(row["name"], names[1:], row["office"], row["role"], row["country"]))
    return tuple(found)
