"""Groups and organizations that readers of news know: armed groups, parties, IGOs, state bodies, media.

Facts of common knowledge, kept in ``groups.csv``; role codes are PLOVER's
(https://github.com/openeventdata/PLOVER). A name or alias marked with ``~`` ("~Congress", "~Labour") is one
that several countries have: it means the body only where the text is about that body's country. One with a
year after it ("US-led coalition@2014") means the body only from that year on. One marked with ``?`` ("?Dawn",
"?Shell") is a common word, and means the body only where the text names its country or calls it by another
name; so does every acronym of two letters, unless ``!`` marks it ("!EU"). Longer acronyms, and names of
parties and bodies of a state, mean the body unless the text names other countries instead; ``!`` is for those
that are known everywhere ("!FBI").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.roles import ROLES
from graphbuild.lexicons.rows import listed, one_of, rows

__all__ = ["Known", "conditions", "groups", "local_groups", "since"]

_FILE = Path(__file__).with_name("groups.csv")
_COLUMNS = ("name", "aliases", "type", "role", "country")
_LOCAL = "~"
_FROM = "@"
_NEAR = "?"
_ALWAYS = "!"
_MARKS = f"{_LOCAL}{_NEAR}{_ALWAYS}"
_SHORTEST, _LONGEST = 2, 4
_OF_ONE_COUNTRY = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "SPY", "PTY", "OPP"})
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
    """Known groups and organizations by folded name and alias, without the ambiguous ones.

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
    for known, spelled in _bodies():
        for text in spelled:
            if not text.startswith(_LOCAL):
                (by_name if _bare(text) == known.name else by_alias).setdefault(_key(_bare(text)), known)
    return by_alias | by_name


@cache
def local_groups() -> dict[str, tuple[Known, ...]]:
    """Bodies of several countries that share a name: "congress", "supreme court", "labour".

    Returns
    -------
    dict of str to tuple of Known
        In order of the file, each country once.

    Raises
    ------
    LexiconError
        If ``groups.csv`` has a bad row.

    Examples
    --------
    >>> [known.name for known in local_groups()["congress"]]
    ['US Congress', 'Indian National Congress']
    """
    found: dict[str, dict[str, Known]] = {}
    for known, spelled in _bodies():
        for text in spelled:
            if text.startswith(_LOCAL):
                found.setdefault(_key(_bare(text)), {}).setdefault(known.country, known)
    return {key: tuple(by_country.values()) for key, by_country in found.items()}


@cache
def since() -> dict[str, int]:
    """First year in which a folded name of `groups` means its body, where others were called so before.

    Examples
    --------
    >>> since()["US led coalition"]
    2014
    """
    marked = (text.partition(_FROM) for _, spelled in _bodies() for text in spelled if _FROM in text)
    return {_key(_bare(name)): int(year) for name, _, year in marked}


@cache
def conditions() -> dict[str, bool]:
    """Folded names that do not mean their body in every text.

    Returns
    -------
    dict of str to bool
        True where the text must tell of the body besides, False where it must not tell of other countries
        only.

    Examples
    --------
    >>> conditions()["dawn"], conditions()["aap"], conditions().get("hezbollah"), conditions().get("eu")
    (True, False, None, None)
    """
    found: dict[str, bool] = {}
    everywhere = {_key(_bare(text)) for _, spelled in _bodies() for text in spelled if text[0] == _ALWAYS}
    for known, spelled in _bodies():
        for text in (text for text in spelled if _key(_bare(text)) not in everywhere):
            short = _bare(text).replace(".", "")
            acronym = short.isupper() and short.isalpha() and len(short) <= _LONGEST
            if text[0] == _NEAR or (acronym and len(short) == _SHORTEST):
                found.setdefault(_key(_bare(text)), True)
            elif text[0] not in _MARKS and known.country and _elsewhere_too(known, short, acronym):
                found.setdefault(_key(_bare(text)), False)
    return found


def _elsewhere_too(known: Known, name: str, acronym: bool) -> bool:
    """Whether another country may have a body of this name."""
    if acronym:
        return True
    return " " in name and known.role in _OF_ONE_COUNTRY and known.country != "USA"


@cache
def _bodies() -> tuple[tuple[Known, tuple[str, ...]], ...]:
    """Each row with its names as the file has them, marks included."""
    found = []
    for line, row in rows(_FILE, _COLUMNS):
        one_of(row["type"], _TYPES, _FILE, line, "type")
        one_of(row["role"], ROLES, _FILE, line, "role")
        spelled = (row["name"], *listed(row["aliases"]))
        name, *aliases = map(_bare, spelled)
        found.append((Known(name, row["type"], row["role"], row["country"], tuple(aliases)), spelled))
    return tuple(found)


def _bare(text: str) -> str:
    return text.lstrip(_MARKS).partition(_FROM)[0]


def _key(name: str) -> str:
    """Folded name; "The Hindu" and the like keep the article, without which they are common words."""
    key = fold(name)
    return key.removeprefix("the ") if key.count(" ") > 1 else key
