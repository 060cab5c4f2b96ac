"""The country that a phrase speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.lexicons import countries, fold, groups, places
from graphbuild.lexicons.en.body_nouns import LEGAL_FORMS
from graphbuild.lexicons.gazetteer.groups import conditions
from graphbuild.names.titles import strip_article

__all__ = ["country_of"]

_CLOSING_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_FROM = re.compile(r"-(?:based|born)$", re.I)
_NOT_OF_COUNTRY = frozenset("to for against with on at versus vs over toward towards near".split())
_REGIONAL = frozenset("latin north south central pan native african asian west".split())
_LONGEST_PLACE = 5


@lru_cache(maxsize=65536)
def country_of(text: str) -> str:
    """The country of a phrase: of the first nation in it, else of the first place or known body.

    Parameters
    ----------
    text : str
        Not a person's name: "Jordan Peterson" would be Jordanian.

    Returns
    -------
    str
        ISO 3166-1 alpha-3, or empty.

    Examples
    --------
    >>> country_of("Syrian"), country_of("the Kremlin"), country_of("Shanghai police"), country_of("us")
    ('SYR', 'RUS', 'CHN', '')
    >>> country_of("Parliament of the Republic of Serbia"), country_of("Russia's ambassador to Poland")
    ('SRB', 'RUS')
    >>> country_of("Chilean Copper Plc"), country_of("Tidal Mills Inc.")
    ('CHL', '')
    """
    words = [_CLOSING_POSSESSIVE.sub("", _FROM.sub("", w)) for w in strip_article(text).split()]
    while len(words) > 1 and fold(words[-1]).lower() in LEGAL_FORMS:
        words.pop()  # "Plc" after a name is no acronym
    keys = [
        fold(" ".join(words[begin:end]))
        for begin, word in enumerate(words)
        if not begin or not (word.islower() or _misleads(words[begin - 1], word))
        for end in range(min(len(words), begin + _LONGEST_PLACE), begin, -1)
    ]
    return next(filter(None, (look_up(key) for look_up in (_nation, _place, _body) for key in keys)), "")


def _misleads(before: str, word: str) -> bool:
    """Whether the word before shows that no country is meant or another's: "Latin American", "to Peru"."""
    return before.lower() in _NOT_OF_COUNTRY or (
        before.lower() in _REGIONAL and word.lower() in ("american", "americans", "indian", "indians")
    )


def _nation(key: str) -> str:
    nations = countries()
    return nations.by_name.get(key) or nations.by_demonym.get(key) or nations.by_seat.get(key, "")


def _place(key: str) -> str:
    return countries().by_capital.get(key) or (places()[key].iso3 if key in places() else "")


def _body(key: str) -> str:
    return groups()[key].country if key in groups() and key not in conditions() else ""
