"""Nouns that head unnamed actors ("rebels", "security forces", "the ministry") and the role they give.

Role codes are PLOVER's (https://github.com/openeventdata/PLOVER), with AGR (agriculture), PRM (militias and
paramilitaries) and UNK (people of whom the noun tells no more than that they are);
kept in ``roles.csv``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.rows import one_of, rows

__all__ = ["ROLES", "RoleNoun", "roles"]

ROLES = frozenset(
    "GOV MIL REB OPP PTY LEG JUD COP SPY CRM UAF PRM CVL REF BUS MED NGO IGO REL EDU LAB JRN AGR UNK".split()
) | {""}

_FILE = Path(__file__).with_name("roles.csv")
_COLUMNS = ("noun", "role", "type")
_TYPES = frozenset({"official", "person", "country", "group", "organization", "place"})


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What a role noun says of the actor that it heads: PLOVER role (or empty) and actor type."""

    role: str
    type: str


@cache
def roles() -> dict[str, RoleNoun]:
    """Role nouns by folded singular: one word or a short phrase ("prime minister", "security force").

    Returns
    -------
    dict of str to RoleNoun
        Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``roles.csv`` has a bad row or one noun twice.

    Examples
    --------
    >>> roles()["rebel"], roles()["prime minister"].type
    (RoleNoun(role='REB', type='group'), 'official')
    """
    found: dict[str, RoleNoun] = {}
    for line, row in rows(_FILE, _COLUMNS):
        one_of(row["role"], ROLES, _FILE, line, "role")
        one_of(row["type"], _TYPES, _FILE, line, "type")
        found[fold(row["noun"])] = RoleNoun(row["role"], row["type"])
    return found
