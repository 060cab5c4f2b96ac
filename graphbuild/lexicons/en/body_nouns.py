"""Nouns for bodies, collectives and their parts."""

from __future__ import annotations

COUNTRIES = frozenset("country nation".split())
STATES = COUNTRIES | frozenset("state power superpower republic kingdom monarchy".split())
"""As a predicate or beside a name these describe a country."""
GOVERNMENT = frozenset("government administration regime".split())
"""After a country's name, the country itself."""
PLAIN_GOVERNMENT = "government"
GOVERNMENT_OF = "government of "
OF_STATES = frozenset(
    "ambassador envoy diplomat minister negotiator ministry government regime military army navy troop "
    "force warplane jet diplomacy embassy ally allegation accusation denial sanction".split()
)
"""What a country has and a city has not, so that a capital before it is its government."""
ANY_BODY = frozenset("group organization organisation movement network outfit".split())
"""Any body may be called so."""
BODY_ROLES = {"company": "BUS", "firm": "BUS", "party": "PTY", "militia": "REB"}
SORTS = frozenset("group organization organisation company firm movement party".split())
"""After an organization's name, the organization itself."""
IDENTIFIED_BY_GROUP = frozenset(
    """
    group organization organisation movement militia network gang cartel party faction outfit army
    force militant fighter rebel insurgent jihadist terrorist extremist gunman guerrilla member branch
    cell wing affiliate leader commander operative supporter financier recruiter loyalist leadership
    """.split()
)
"""After an armed group's name, the group or those who act for it."""
NAMED_BODIES = frozenset(
    """
    battalion brigade regiment squadron division corps battery platoon committee council commission ministry
    agency party front movement union association federation coalition alliance congress parliament
    academy institute foundation airlines airways studios
    """.split()
)
"""The last word of a body's name."""
NAMED_BODY_ENDINGS = ("news", "media", "corp")
"""Ends of a body's name in one word: "Zyxnews"."""
UNFINISHED = frozenset(
    "high supreme constituent constitutional legislative electoral prime vice deputy".split()
)
"""Adjectives that end no body's name."""
BANK = "bank"
"""Alone, a bank is one of many that an article may speak of."""
LEGAL_FORMS = frozenset(
    "inc ltd llc llp plc corp corporation co company gmbh ag se sa nv bv spa ab asa oyj limited "
    "incorporated bhd sdn pty pte kg kgaa oy ltda sarl srl jsc pjsc ojsc ooo pao kft zrt tbk pvt lp".split()
)
"""After a company's name, in any case: "Acme Plc"."""
EXCHANGES = frozenset("nasdaq euronext xetra otc otcqx otcqb börse aim".split())
"""Stock exchanges whose names are not, or not always, written in capitals."""
PUBLIC_BODIES = frozenset(
    """
    office authority agency commission ministry department court council committee tribunal parliament police
    service bureau administration inspectorate directorate treasury
    """.split()
)
"""The last word of the name of a body that is no company."""
UNITS_BY_SIZE = (
    ("squad", "platoon"), ("company", "battery", "troop"), ("battalion", "squadron"),
    ("regiment", "group", "brigade", "wing"), ("division",),
    ("corps", "command", "army", "force", "fleet", "guard"),
)  # fmt: skip
UNIT_RANK = {word: rank for rank, words in enumerate(UNITS_BY_SIZE) for word in words}
PARTS = frozenset("part member branch arm wing division unit subsidiary affiliate offshoot component".split())
"""With "of", a part of the body named after it."""
MEMBERSHIP = frozenset("part member".split())
"""After "as": "fly *as part* of"."""
COMMAND = frozenset("command control leadership authority banner umbrella auspices".split())
"""After "under"."""
CORPSES = "bodies"
"""With "of" and persons, these are no bodies that act."""
NETWORKS = frozenset("twitter x facebook instagram telegram youtube mastodon bluesky".split())
"""Sites on which people have accounts."""
