"""Given names and the shorter or differently spelled forms of them, kept in ``nicknames.csv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.rows import listed, rows

__all__ = ["nicknames"]

_FILE = Path(__file__).with_name("nicknames.csv")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Folded given names, full and short, to the full names that they may stand for.

    Returns
    -------
    dict of str to frozenset of str
        Two names that share a full name may be one person's. Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``nicknames.csv`` has a bad row.

    Examples
    --------
    >>> sorted(nicknames()["ted"]), nicknames()["joe"] & nicknames()["joseph"]
    (['edward', 'theodore'], frozenset({'joseph'}))
    """
    found: dict[str, set[str]] = {}
    for _, row in rows(_FILE, ("name", "short")):
        name = fold(row["name"])
        for form in (name, *map(fold, listed(row["short"]))):
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}
