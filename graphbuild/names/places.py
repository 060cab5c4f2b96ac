"""Places whose name has a typing error."""

from __future__ import annotations

from functools import lru_cache

from graphbuild.lexicons import countries, fold, places

__all__ = ["unswapped"]

_SHORTEST = 5
_TOWNS = frozenset("patan nagaon tarut buram moncao renens ghanzi berga".split())
"""Towns of 15,000 and more that are spelled so (GeoNames, CC BY 4.0) and are no errors for others."""

_SETTLED = frozenset({"city", "state"})


@lru_cache(maxsize=65536)
def unswapped(name: str) -> str:
    """The only known country or town whose name this one is with two neighbouring letters swapped.

    The first letter is taken to be right: it is the one that writers and readers watch.

    Parameters
    ----------
    name : str
        Of a place, in one word, without article.

    Returns
    -------
    str
        Folded name as the word lists have it; empty if the name is known as it stands, has fewer than five
        letters, or could be two places.

    Examples
    --------
    >>> unswapped("Egpyt"), unswapped("Teheran"), unswapped("Cahd"), unswapped("Paris")
    ('egypt', '', '', '')
    """
    key = fold(name)
    if len(key) < _SHORTEST or not key.isalpha() or key in _TOWNS or key in places() or _known(key):
        return ""
    spelled = {key[:i] + key[i + 1] + key[i] + key[i + 2 :] for i in range(1, len(key) - 1)}
    meant = {_known(other): other for other in sorted(spelled) if _known(other)}
    return next(iter(meant.values())) if len(meant) == 1 else ""


def _known(key: str) -> str:
    """The country, capital or town of a folded name, empty if there is none."""
    nations = countries()
    if key in nations.by_name:
        return nations.by_name[key]
    if key in nations.capital_of:
        return nations.capital_of[key]
    place = places().get(key)
    return place.name if place and place.kind in _SETTLED else ""
