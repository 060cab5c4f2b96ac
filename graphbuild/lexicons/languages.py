"""Function words by which a language is known, kept in ``languages.csv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.lexicons.rows import rows

__all__ = ["languages"]

_FILE = Path(__file__).with_name("languages.csv")


@cache
def languages() -> dict[str, frozenset[str]]:
    """Each word with the languages that have it.

    Returns
    -------
    dict of str to frozenset of str
        English names of languages.

    Examples
    --------
    >>> sorted(languages()["nicht"]), sorted(languages()["og"])
    (['German'], ['Danish', 'Norwegian'])
    """
    found: dict[str, set[str]] = {}
    for _, row in rows(_FILE, ["language", "words"]):
        for word in row["words"].split():
            found.setdefault(word, set()).add(row["language"])
    return {word: frozenset(names) for word, names in found.items()}
