"""Nouns for quantities, means of war, vessels, places and documents."""

from __future__ import annotations

# Quantities: the noun below them is meant
QUANTITIES = frozenset(
    """
    number thousand hundred dozen million lot majority score group series one some most many member
    part all several both half rest couple handful each none wave team pair
    """.split()
)
"""Of persons and bodies."""
AMOUNTS = frozenset(
    "more million billion trillion thousand dollar euro amount total sum package share worth series wave set "
    "number lot round range variety level campaign string spate barrage flurry course kind type form act "
    "show policy program programme".split()
)
"""Of acts and things."""

# War and the sea
MEANS_OF_WAR = frozenset(
    "airstrike strike raid missile rocket artillery drone tank aircraft warplane jet bomber".split()
)
"""They act for whose they are."""
FIRE = frozenset("airstrike strike missile rocket shelling bombing raid bomb mortar".split())
"""They act only where they hit somebody."""
FOR_THE_PRESS = frozenset(
    "release contact conference inquiry enquiry query briefing relation office kit pack pass card".split()
)
"""After "press" or "media", which then are those whom it is for, and do nothing."""
VESSELS = frozenset(
    "ship warship frigate destroyer carrier submarine vessel cruiser corvette tanker freighter boat".split()
)
AT_SEA = frozenset(
    """
    ship warship vessel navy naval maritime sea fleet frigate destroyer corvette cruiser carrier submarine
    tanker freighter sail dock port crew sailor captain pirate sink torpedo
    """.split()
)
"""A text with one of these speaks of the sea."""
HANDS = frozenset({"hand"})
"""Those at whose they are done did it: "at the *hands* of"."""
SIDE_BY_SIDE = frozenset("shoulder side hand arm".split())
"""Twice, they mean together: "*shoulder* to *shoulder*"."""

# Places
SEATS = frozenset("stronghold bastion capital redoubt heartland enclave headquarters".split())
"""A place is one to whoever holds it."""
SETTLEMENTS = frozenset(
    """
    city town village district neighbourhood neighborhood suburb province region area part quarter enclave
    island port camp valley territory outskirts centre center half side east west north south
    """.split()
)
REGIONS = frozenset(
    "province prefecture county district municipality village town region canton governorate oblast taluk "
    "upazila tehsil parish borough suburb neighbourhood neighborhood island peninsula".split()
)
"""Right behind a place's name."""
NAMED_THINGS = frozenset(
    """
    project programme program initiative extension plan scheme act law bill code treaty accord pact protocol
    award prize medal trophy cup festival championship tournament league derby marathon variant subvariant
    virus species disease syndrome film movie album song single novel book play drama series sitcom poem
    opera painting game app software model aircraft missile rocket satellite test exam diploma degree
    """.split()
)
"""Beside a name, what is called so is no body: "the *film* Zyx", "the Zyx *project*"."""

# Documents
DOCUMENTS = frozenset(
    "resolution agreement treaty charter convention protocol declaration directive regulation report".split()
)
"""After the name of the body that made them."""
FAITHS = frozenset(
    "islam quran koran bible torah talmud gospel gospels sharia shariah hadith scripture".split()
)
"""Faiths and what is holy to them, in small letters; others end in -ism or -ity."""
LANGUAGE = frozenset(
    "language languages dialect version versions edition immersion translation translations word words "
    "subtitles lessons teacher speaker speakers dictionary grammar text literature alphabet accent".split()
)
"""After the adjective of a people these tell of a language: "the *English* version"."""
REGIONAL = {
    "african": "africa", "asian": "asia", "european": "europe", "western": "west",
    "latin american": "latin america", "south american": "south america", "north american": "north america",
    "central american": "central america", "north african": "north africa", "west african": "west africa",
    "east african": "east africa", "southern african": "southern africa", "central african": "central africa",
    "pan african": "africa", "sub saharan african": "sub saharan africa", "south asian": "south asia",
    "southeast asian": "southeast asia", "east asian": "east asia", "central asian": "central asia",
    "eastern european": "eastern europe", "western european": "western europe",
    "central european": "central europe", "middle eastern": "middle east", "scandinavian": "scandinavia",
    "balkan": "balkans", "baltic": "baltics", "caribbean": "caribbean", "nordic": "nordic countries",
}  # fmt: skip
"""Folded adjectives of parts of the world, and the folded name of the part."""
VAGUE = frozenset("eastern northern southern central mediterranean arabic".split()) | {
    "sub saharan",
    "asia pacific",
}
"""Folded adjectives that before a noun name nobody."""
COMPASS = frozenset("north south east northeast northwest southeast southwest".split())
"""Alone these are no place in particular; "the West" is."""
