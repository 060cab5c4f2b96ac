"""Groups and organizations that readers of news know: armed groups, parties, IGOs, state bodies, media.

Facts of common knowledge, kept in ``groups.csv``; role codes are PLOVER's
(https://github.com/openeventdata/PLOVER).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.roles import ROLES
from graphbuild.lexicons.rows import listed, one_of, rows

__all__ = ["Known", "groups"]

_FILE = Path(__file__).with_name("groups.csv")
_COLUMNS = ("name", "aliases", "type", "role", "country")
_TYPES = frozenset({"group", "organization", "place"})


@dataclass(frozen=True, slots=True)
class Known:
    """A row of ``groups.csv``: canonical name, type, PLOVER role, ISO country (EUR and UNO for EU and UN)."""

    name: str
    type: str
    role: str
    country: str
    aliases: tuple[str, ...]


@cache
def groups() -> dict[str, Known]:
    """Known groups and organizations by folded name and alias.

    Where two rows claim one alias ("PDP"), the first in the file keeps it.

    Returns
    -------
    dict of str to Known
        Keys as `graphbuild.names.fold` gives them, without a leading "the". Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``groups.csv`` has a bad row.

    Examples
    --------
    >>> groups()["daesh"].name, groups()["WHO"].name, groups()["pentagon"].country
    ('Islamic State', 'World Health Organization', 'USA')
    """
    by_name: dict[str, Known] = {}
    by_alias: dict[str, Known] = {}
    for line, row in rows(_FILE, _COLUMNS):
        one_of(row["type"], _TYPES, _FILE, line, "type")
        one_of(row["role"], ROLES, _FILE, line, "role")
        known = Known(row["name"], row["type"], row["role"], row["country"], listed(row["aliases"]))
        by_name.setdefault(fold(known.name).removeprefix("the "), known)
        for alias in known.aliases:
            by_alias.setdefault(fold(alias).removeprefix("the "), known)
    return by_alias | by_name
