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

__all__ = ["ROLES", "RoleNoun", "hyphened", "roles"]

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

    Those that may have a hyphen are there with it, too.

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
    return found | {noun: found[fold(noun)] for noun in _spelled()}


@cache
def hyphened() -> tuple[str, ...]:
    """Role nouns that are written with a hyphen, or may be, as they stand in texts: "Director-General".

    Returns
    -------
    tuple of str
        Each in lower case, with a capital, and with all of them.

    Examples
    --------
    >>> [form for form in hyphened() if form.casefold() == "director-general"]
    ['director-general', 'Director-general', 'Director-General', 'DIRECTOR-GENERAL']
    """
    forms = ((noun, noun.capitalize(), _titled(noun), noun.upper()) for noun in _spelled())
    return tuple(form for four in forms for form in four)


@cache
def _spelled() -> tuple[str, ...]:
    nouns = [row["noun"] for _, row in rows(_FILE, _COLUMNS)]
    spelled = [noun for noun in nouns if "-" in noun and " " not in noun]
    spelled += [noun.replace(" ", "-") for noun in nouns if noun.endswith(" general")]
    return tuple(dict.fromkeys(spelled))


def _titled(noun: str) -> str:
    return "-".join(part if part in ("in", "of") else part.capitalize() for part in noun.split("-"))
