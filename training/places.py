"""Tell countries, states and cities (GPE) from other places (LOC) and buildings (FAC)."""

from __future__ import annotations

import re

__all__ = ["place_label"]


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).replace("| ", "|").split("|"))


_REGIONS = frozenset(
    """
    africa americas amazon amazonia andes antarctica arabia arctic asia atlantic balkans baltic
    caribbean caucasus earth eurasia europe golan gulf himalaya himalayas kalahari latam levant maghreb
    mediterranean mena mesoamerica moon nile oceania pacific patagonia sahara sahel scandinavia siberia
    galilee negev sinai orient east west north south central western eastern northern southern schengen
    rockies alps danube rhine euphrates tigris ganges mekong congo-basin simiens gobi mars
    """.split()
)
_REGION_PHRASES = _phrases(
    """
    middle east|latin america|near east|far east|global south|global north|third world|horn of africa|
    west bank|sub-saharan africa|asia pacific|asia-pacific|indo-pacific|latin america and the caribbean|
    rift valley|great lakes|golan heights|middle east and north africa|southeast asia|persian gulf region|
    holy land|gulf countries|west coast|east coast|north coast|south coast|gulf states|arab world|
    greater china|world
    """
)
_CONTINENTS = frozenset("africa america americas asia europe eurasia oceania pacific atlantic".split())
_COMPASS = re.compile(r"(?:north|south|east|west|central|sub-saharan|latin|mid|upper|lower)", re.I)
_LANDSCAPE = frozenset(
    """
    archipelago basin bay bays beach beaches canyon cape cave caves coast coastline continent cove creek
    delta desert falls fjord fjords forest forests glacier gulf headland heights highlands hill hills
    island islands isle isles lagoon lake lakes lowlands massif mount mountain mountains mt mt. ocean
    passage peninsula plain plains plateau prairie reef ridge river rivers sea seas shore sierra sound
    steppe strait straits stream summit valley valleys volcano volcán waterfall wetlands range reserve
    sanctuary park parks trail block zone zones frontier hemisphere belt rainforest jungle savanna
    savannah bahía río cayo cerro wadi shoal shoals atoll seamount hinterland territories
    """.split()
)
_BUILT = frozenset(
    """
    airbase airport arena avenue ave boulevard bridge building bypass camp castle cathedral cemetery
    center centre chowk church clinic college court crossing dam drive embassy expressway farm gallery
    garden gardens gate hall highway hospital hospitals hotel house junction lane library lounge mall
    market memorial mine monastery monument mosque museum office palace pier plant plaza port precinct
    prison pyramid pyramids resort restaurant road roundabout school shipyard shrine square stadium
    station street substation synagogue temple terminal theatre theater tower tunnel university zoo
    bistro café cafe shopping lab laboratory capitol kaaba kremlin airfield motorway quay souq
    """.split()
)
_GOVERNED_DESPITE_WORDS = _phrases(
    """
    baker lake|british virgin islands|cape coast|cape verde|cayman islands|college station|cook islands|
    eastern cape|falkland islands|falls church|faroe islands|green bay|high river|iowa falls|long beach|
    marshall islands|montego bay|niagara falls|north bay|northern cape|northern mariana islands|
    northwest territories|occupied palestinian territories|occupied territories|palestinian territories|
    palm beach|port of spain|prince edward island|rhode island|sioux falls|solomon islands|thunder bay|
    turks and caicos islands|u.s. virgin islands|us virgin islands|virgin islands|walvis bay|
    west palm beach|western cape|wichita falls
    """
)
_GOVERNED = frozenset(
    """
    city county province state district prefecture republic kingdom municipality town township village
    department emirate governorate parish sub-county upazila region regions oblast canton commune
    borough territory federation emirates
    """.split()
)


def place_label(text: str) -> str:
    """Label a place name by its wording alone.

    Parameters
    ----------
    text
        The name as written.

    Returns
    -------
    str
        GPE for places with a government of their own (countries, states, provinces, cities, towns,
        districts), FAC for things people built (roads, bridges, hospitals), LOC for the rest of the map
        (continents, regions, seas, rivers, mountains, islands, parks).

    Examples
    --------
    >>> names = ("Mary River", "northern Panama", "Mombasa Road", "Red Sea", "Solomon Islands")
    >>> [place_label(name) for name in names]
    ['LOC', 'LOC', 'FAC', 'LOC', 'GPE']
    >>> [place_label(name) for name in ("South Korea", "Southeast Asia", "Nairobi", "Miaoli County", "West")]
    ['GPE', 'LOC', 'GPE', 'GPE', 'LOC']
    """
    folded = re.sub(r"\s+", " ", text.replace("’", "'")).strip().lower()
    folded = folded.removeprefix("the ")
    if folded in _GOVERNED_DESPITE_WORDS:
        return "GPE"
    if folded in _REGIONS or folded in _REGION_PHRASES:
        return "LOC"
    words = folded.split(",")[0].split()
    if not words:
        return "GPE"
    if words[-1] in _GOVERNED:
        return "GPE"
    if words[-1] in _BUILT or (words[0] == "port" and len(words) > 2 and words[1] == "of"):
        return "FAC"
    if words[-1] in _LANDSCAPE or words[0] in (
        "lake",
        "mount",
        "mt",
        "mt.",
        "cerro",
        "volcán",
        "cape",
        "cayo",
    ):
        return "LOC"
    if len(words) > 2 and words[0] in ("gulf", "bay", "strait", "sea", "river", "bahía", "isle", "rio"):
        return "LOC"
    if len(words) > 1 and words[-1] in _CONTINENTS and _COMPASS.match(words[0]) and folded != "south africa":
        return "LOC"
    if len(words) > 1 and text[0].islower() and _COMPASS.match(words[0]):
        return "LOC"
    return "GPE"
