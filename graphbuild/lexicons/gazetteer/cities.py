"""Towns of 15,000 people and more -> the countries that have one of the name.

From GeoNames (https://www.geonames.org, CC BY 4.0), written by ``training/cities.py``. A name alone does not
tell a town, and many towns share theirs: the list says where one that a text names may lie.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from graphbuild.lexicons.rows import listed, rows

__all__ = ["cities"]

_FILE = Path(__file__).with_name("cities.csv")


@cache
def cities() -> dict[str, frozenset[str]]:
    """Countries by the folded name of a town; names of countries are left out.

    Returns
    -------
    dict of str to frozenset of str
        ISO 3166-1 alpha-3. Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``cities.csv`` has a bad row.

    Examples
    --------
    >>> sorted(cities()["gusau"]), sorted(cities()["cordoba"])
    (['NGA'], ['ARG', 'ESP', 'MEX'])
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, row in rows(_FILE, ("iso3", "names")):
        for name in listed(row["names"]):
            found[name].add(row["iso3"])
    return {name: frozenset(lands) for name, lands in found.items()}
