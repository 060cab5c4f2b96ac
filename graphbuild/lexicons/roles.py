"""Nouns that head unnamed actors ("rebels", "security forces", "the ministry") and the role they give.

Kept in ``roles.csv``; the codes are those of `graphbuild.vocabulary.ROLES`, or none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild import vocabulary
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.rows import one_of, rows

__all__ = ["ROLES", "RoleNoun", "roles"]

ROLES = frozenset({*vocabulary.ROLES, ""})

_FILE = Path(__file__).with_name("roles.csv")
_COLUMNS = ("noun", "role", "type")


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
        one_of(row["type"], vocabulary.ACTOR_TYPES, _FILE, line, "type")
        found[fold(row["noun"])] = RoleNoun(row["role"], row["type"])
    return found
