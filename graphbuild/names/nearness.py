"""Whether a text has what must be near for a name to mean the body that the word lists know by it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

from graphbuild.lexicons import countries, fold, groups, local_groups
from graphbuild.lexicons.gazetteer.cities import cities
from graphbuild.lexicons.gazetteer.groups import conditions

__all__ = ["meant", "nations_named", "town"]

_LONGEST = 4
_WORDS = re.compile(r"[^\W\d_][\w.'’&-]*")


@lru_cache(maxsize=1024)
def meant(key: str, text: str) -> bool:
    """Whether a text means by a name the body that the word lists know by it.

    Parameters
    ----------
    key : str
        Folded name of `graphbuild.lexicons.groups`.
    text : str
        All of the document's text.

    Returns
    -------
    bool

    Examples
    --------
    >>> meant("hezbollah", "Hezbollah left."), meant("dawn", "Dawn broke."), meant("dawn", "Pakistan's Dawn")
    (True, False, True)
    >>> meant("npp", "The NPP won."), meant("npp", "Chad's NPP won."), meant("npp", "In Ghana the NPP won.")
    (True, False, True)
    """
    must = conditions().get(key)
    if must is None:
        return True
    known, named = groups()[key], nations_named(text)
    if known.country in named or (not must and not named):
        return True
    names = {fold(name) for name in (known.name, *known.aliases)}
    doubtful = {name for name, always in conditions().items() if always}
    others = names - {key} - doubtful - local_groups().keys()
    return any(f" {other} " in _folded(text) for other in others)


def town(name: str, text: str) -> str:
    """The country of a town: of those that have one of the name, the only one that the text names.

    Parameters
    ----------
    name : str
        Of a place.
    text : str
        All of the document's text.

    Returns
    -------
    str
        ISO 3166-1 alpha-3, or empty.

    Examples
    --------
    >>> town("Gusau", "In Gusau, Nigeria"), town("Gusau", "Gusau"), town("Córdoba", "In Córdoba, Spain")
    ('NGA', '', 'ESP')
    >>> town("Santiago", "In Santiago, Mexico"), town("Santiago", "In Santiago")
    ('MEX', '')
    """
    lands = cities().get(fold(name))
    near = lands & nations_named(text, capitals=False) if lands else frozenset()
    return next(iter(near)) if len(near) == 1 else ""


@lru_cache(maxsize=16)
def nations_named(text: str, *, capitals: bool = True) -> frozenset[str]:
    """The countries that a text names: themselves, their people, capital or seat of government.

    Parameters
    ----------
    text : str
    capitals : bool
        Whether a capital counts as well, of whose name there may be other towns.

    Returns
    -------
    frozenset of str
        ISO 3166-1 alpha-3.

    Examples
    --------
    >>> sorted(nations_named("Ghanaian envoys left Kyiv for New Zealand; let us see."))
    ['GHA', 'NZL', 'UKR']
    """
    words = _folded(text).split()
    known, first = _nations(capitals)
    found: set[str] = set()
    for begin, word in enumerate(words):
        if word in first:
            for size in range(1, _LONGEST + 1):
                found.update(known.get(" ".join(words[begin : begin + size]), ()))
    return frozenset(found)


@cache
def _nations(capitals: bool) -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """What names a country, with the countries that it names, and with what words these names begin."""
    nations = countries()
    tables = [nations.by_name, nations.by_demonym, nations.by_seat]
    tables += [nations.by_capital] if capitals else []
    known = {key: frozenset(table[key] for table in tables if key in table) for key in chain(*tables)}
    return known, frozenset(key.partition(" ")[0] for key in known)


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return f" {' '.join(fold(word) for word in _WORDS.findall(text))} "
