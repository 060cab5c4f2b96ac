"""Titles and offices that precede names ("President", "Lt. Gen.", "Mr"), kept in ``titles.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.roles import ROLES
from graphbuild.lexicons.rows import one_of, rows

__all__ = ["Title", "given_names", "titles"]

_TITLES = Path(__file__).with_name("titles.csv")
_GIVEN = Path(__file__).with_name("given_names.csv")
_GENDERS = frozenset({"m", "f", ""})


@dataclass(frozen=True, slots=True)
class Title:
    """PLOVER role, ``official`` (a public office) or ``person``, and gender: ``m``, ``f`` or empty."""

    role: str
    type: str
    gender: str


@cache
def titles() -> dict[str, Title]:
    """Titles by folded form; abbreviations are entries of their own ("lt gen").

    Returns
    -------
    dict of str to Title
        Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``titles.csv`` has a bad row.

    Examples
    --------
    >>> titles()["prime minister"], titles()["mrs"].gender
    (Title(role='GOV', type='official', gender=''), 'f')
    """
    found: dict[str, Title] = {}
    for line, row in rows(_TITLES, ("title", "role", "type", "gender")):
        one_of(row["role"], ROLES, _TITLES, line, "role")
        one_of(row["type"], frozenset({"official", "person"}), _TITLES, line, "type")
        one_of(row["gender"], _GENDERS, _TITLES, line, "gender")
        found.setdefault(fold(row["title"]), Title(row["role"], row["type"], row["gender"]))
    return found


@cache
def given_names() -> dict[str, str]:
    """Very common given names that tell a person's gender without doubt: folded name to ``m`` or ``f``.

    Raises
    ------
    LexiconError
        If ``given_names.csv`` has a bad row.

    Examples
    --------
    >>> given_names()["mohammed"], given_names()["olena"]
    ('m', 'f')
    """
    found: dict[str, str] = {}
    for line, row in rows(_GIVEN, ("gender", "names")):
        gender = one_of(row["gender"], frozenset({"m", "f"}), _GIVEN, line, "gender")
        for name in row["names"].split():
            found.setdefault(fold(name), gender)
    return found
