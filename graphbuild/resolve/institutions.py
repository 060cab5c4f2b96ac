"""Bodies and offices that every country has: which phrases name one, and whose it is.

"Iraqi Ministry of Interior" and "Iraq's Interior Ministry" are one. What a text calls "police" or "the
government" is its country's, where `graphbuild.resolve.homes` finds that the text leaves no doubt which
country that is; else it is of that text alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graphbuild.lexicons import countries
from graphbuild.lexicons.en.body_nouns import GOVERNMENT
from graphbuild.lexicons.en.state_bodies import (
    FIELDS,
    MANY_A_COUNTRY,
    MINISTRIES,
    OF_SOME_RANK,
    OFFICES_ONE_A_COUNTRY,
    ONE_A_COUNTRY,
    STATE_BODIES,
    SUBNATIONAL,
    WORLDWIDE,
)
from graphbuild.names import country_of, fold
from graphbuild.resolve.links import Key

__all__ = ["institution", "national", "of_state", "only_one", "owned", "shared"]

_SMALL = frozenset("of the for and on in s its".split())
_SPELLED = {
    "defense": "defence",
    "affairs": "",
    "organisation": "organization",
    "centre": "center",
    "labor": "labour",
}
_OFFICE = frozenset("attorney auditor solicitor prosecutor inspector surgeon comptroller justice".split())


@lru_cache(maxsize=65536)
def institution(name: str) -> bool:
    """Whether a name is that of an institution or office which every country has, such as a ministry.

    Examples
    --------
    >>> institution("Ministry of Interior"), institution("Iraqi army"), institution("Atlantic Council")
    (True, True, False)
    >>> institution("Meteorological Department"), institution("Attorney General")
    (True, True)
    """
    plain = fold(name)
    key = national(name)
    words = set((key[2] if key else plain).split()) - _SMALL
    if not words.isdisjoint(WORLDWIDE):
        return False
    if not words.isdisjoint(MINISTRIES):
        return True
    if words <= {"general", "chief", "public", *_OFFICE}:
        return len(words) > 1 and not words.isdisjoint(_OFFICE)
    return not words.isdisjoint(STATE_BODIES) and words <= STATE_BODIES | FIELDS | set(_SPELLED.values())


def only_one(phrase: str) -> str:
    """What a folded phrase calls a body or office of which a country has but one; empty where it does not.

    Examples
    --------
    >>> only_one("federal government"), only_one("police"), only_one("attorney general"), only_one("ministry")
    ('government', 'police', 'attorney general', '')
    """
    words = phrase.split()
    while len(words) > 1 and words[0] in OF_SOME_RANK and phrase not in ONE_A_COUNTRY:
        words.pop(0)
        phrase = " ".join(words)
    ministry = len(words) == 2 and words[1] == "ministry" and words[0] in FIELDS
    return phrase if ministry or phrase in ONE_A_COUNTRY | OFFICES_ONE_A_COUNTRY else ""


def of_state(phrase: str) -> bool:
    """Whether a folded description is of a body of a state, or of an office that each has one of.

    >>> of_state("police"), of_state("city police"), of_state("ministry"), of_state("mission")
    (True, True, True, False)
    """
    return bool(only_one(phrase)) or (institution(phrase) and phrase.split()[-1] in MANY_A_COUNTRY)


def shared(plain: str) -> bool:
    """Whether a folded name of an institution is that of one body in a country, not in each of its districts.

    >>> shared("high court"), shared("district court"), shared("ministry"), shared("ministry of hajj")
    (True, False, False, True)
    """
    words = set(plain.split()) - _SMALL
    return bool(only_one(plain)) or (len(words) > 1 and words.isdisjoint(SUBNATIONAL))


def owned(phrase: str, iso3: str) -> Key:
    """The body of a country that a phrase without the country names; its government is the country itself.

    >>> owned("government", "OMN"), owned("police", "NGA")
    (('country', 'OMN'), ('of', 'NGA', 'police'))
    """
    if phrase in GOVERNMENT:
        return ("country", iso3)
    return national(phrase, iso3) or ("of", iso3, phrase)


def national(phrase: str, iso3: str = "") -> Key | None:
    """Identity of an institution or unnamed actor of a country: the country and the other words.

    Parameters
    ----------
    phrase : str
        Such as "Iraqi Ministry of Interior".
    iso3 : str
        The country, if it is known; else it is read off the phrase.

    Returns
    -------
    tuple of str or None
        None without a country, or where nothing but the country is left of the phrase.

    Examples
    --------
    >>> national("Iraqi Ministry of Interior") == national("Iraq's Interior Ministry")
    True
    >>> national("Syrian rebels"), national("the rebels")
    (('of', 'SYR', 'rebels'), None)
    """
    iso3 = iso3 or country_of(phrase)
    if not iso3:
        return None
    nations = countries()
    words = fold(re.sub(r"['’]s?\b", " ", phrase)).split()
    for size in (4, 3, 2, 1):
        for begin in range(len(words) - size, -1, -1):
            part = " ".join(words[begin : begin + size])
            if iso3 in (nations.by_name.get(part), nations.by_demonym.get(part)):
                del words[begin : begin + size]
    kept = sorted(word for w in words if (word := _SPELLED.get(w, w)) and word not in _SMALL)
    return ("of", iso3, " ".join(kept)) if kept else None
