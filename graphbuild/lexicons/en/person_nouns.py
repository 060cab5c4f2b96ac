"""Nouns for persons. What office or role a noun names is in ``roles.csv`` and ``titles.csv``."""

from __future__ import annotations

HEADS_OF_STATE = frozenset(
    "president premier minister chancellor king queen emir sultan pope leader secretary ruler".split()
)
"""The last word of an office at the head of a state."""
HEADS_OF_BODIES = frozenset(
    """
    president premier minister chancellor king queen emir sultan leader head chief chairman chairwoman
    chair director commander boss founder governor mayor secretary ceo dictator ruler prime coach rector
    bishop archbishop
    """.split()
) | {"chief executive", "director general", "secretary general", "chief justice", "chief judge"}
"""The last word, or the last two, of an office at the head of any body."""
MINISTERS = frozenset({"minister", "secretary"})
"""In a government, which another heads."""
PRIME = frozenset({"prime", "first", "general"})
"""Before or after those, of the one who heads it: "*first* minister", "*general* secretary"."""
SECOND = frozenset("deputy vice assistant associate under".split())
"""Before the name of an office, of whoever does not head the body: "*vice* president"."""
DEPARTMENTAL = frozenset(
    """
    administrative advertising area artistic budget campaign commercial communication communications creative
    development digital diplomatic editorial education engineering finance financial hr information investment
    legal logistics marketing media medical operating operations personnel planning policy press procurement
    product production program programme project publicity recruitment regional relations research resources
    sales science scientific sporting sports strategy tax technical technology training
    """.split()
)
"""Before the name of an office, of who heads a part of the body: "*marketing* director"."""
OF_ANY_BODY = HEADS_OF_BODIES - frozenset(
    "premier minister chancellor king queen emir sultan mayor prime coach rector bishop archbishop".split()
) | frozenset("spokesman spokeswoman spokesperson deputy treasurer".split())
"""Offices that a union or a gang has as well as a state, whose role is then the body's."""
DIRECTING = frozenset({"director", "manager"})
"""In a company, if nothing else is said."""
SERVANTS = frozenset({"officer"})
"""Soldiers, but in a bank or a club they serve that."""
LOCAL_HEADS = frozenset("governor mayor vice-mayor sheriff prefect".split())
"""Over a place, not a country."""
RANKS = frozenset("officer agent chief head director official commander deputy operative".split())
"""After a body's name, they take its role."""
AMBIGUOUS_OFFICES = frozenset({"justice"})
"""Bare, they are a matter, not a person."""
GENDER = {
    **dict.fromkeys(
        "man boy father son brother husband uncle grandfather gentleman king prince emir sultan spokesman "
        "chairman businessman policeman congressman bishop priest monk imam".split(),
        "m",
    ),
    **dict.fromkeys(
        "woman girl mother daughter sister wife aunt grandmother lady queen princess spokeswoman chairwoman "
        "businesswoman policewoman congresswoman actress nun".split(),
        "f",
    ),
}
REPRESENTATIVES = frozenset(
    "lawyer attorney solicitor barrister counsel advocate spokesman spokeswoman spokesperson aide adviser "
    "advisor assistant secretary representative agent publicist supporter relative family wife husband son "
    "daughter mother father brother sister friend colleague doctor".split()
)
"""Who often say how somebody fares: "*lawyers* for Roe said that he had been beaten"."""
COLLECTIVE_PLURALS = frozenset("police people".split())
"""Forms that are several without an ending."""
RESULTATIVE = frozenset({"dead"})
"""Before a phrase these belong to the verb: "shot *dead* two men"."""
KIN = frozenset(
    """
    son daughter child brother sister sibling twin father mother parent husband wife spouse widow widower
    uncle aunt nephew niece cousin grandson granddaughter grandchild grandfather grandmother stepson
    stepdaughter stepbrother stepsister half-brother half-sister brother-in-law sister-in-law son-in-law
    daughter-in-law father-in-law mother-in-law relative fiance fiancee fiancé fiancée
    """.split()
)
GENDER_OF_OFFICE = {
    noun: gender
    for noun, gender in GENDER.items()
    if noun not in KIN and noun not in frozenset("man woman boy girl gentleman lady".split())
}
"""Of nouns that may be somebody's title."""
ADVOCATES = frozenset(
    "lawyer attorney counsel solicitor barrister spokesman spokeswoman spokesperson agent envoy emissary "
    "representative publicist".split()
)
"""Whoever is one speaks or acts for a person."""
ENVOYS = frozenset(
    """
    ambassador ambassadors envoy envoys emissary emissaries consul consuls delegate delegates delegation
    delegations negotiator negotiators representative representatives spokesman spokesmen spokeswoman
    spokeswomen spokesperson spokespersons spokespeople lawyer lawyers solicitor solicitors barrister
    barristers counsel
    """.split()
)
"""Whoever is one speaks or acts for a country or a body."""
OWNERS_OF_BODIES = frozenset("owner co-owner shareholder stakeholder proprietor".split())
RECIPROCAL = frozenset("ally partner enemy adversary rival foe archrival arch-rival competitor".split())
"""Who is one to somebody has one in them."""
FELLOWS = frozenset("partner ally member".split())
"""In the plural, right before the names of those who are."""
TO_ANOTHER = RECIPROCAL | FELLOWS | {"neighbour", "neighbor"}
"""Persons, bodies and countries alike are called so by what they are to another."""
COMPANIONS = frozenset(
    "compatriot countryman namesake teammate colleague counterpart successor predecessor classmate".split()
)
"""Who is one is so to somebody; it is no title."""
MILITANTS = frozenset("militant terrorist extremist jihadist insurgent guerrilla rebel".split())
FIGHTING = MILITANTS | {"armed"}
"""Before a noun, for those who fight a government."""
WITHOUT_OFFICE = frozenset(
    """
    striker midfielder defender goalkeeper winger forward batsman batter bowler pitcher quarterback sprinter
    swimmer boxer golfer cyclist wrestler jockey runner champion skater skier gymnast rapper pianist drummer
    guitarist violinist conductor composer novelist poet painter sculptor filmmaker photographer comedian
    model chef architect astronaut mathematician physicist chemist biologist
    """.split()
)
"""Walks of life of which nobody is known as the holder of a public office."""
ANYBODY = frozenset(
    """
    people person persons individual individuals man men woman women guy guys adult adults member members head
    heads power powers side sides business businesses country countries nation nations state states
    figure figures body bodies personality personalities institution institutions
    """.split()
)
"""Alone or with an indefinite article these tell nobody from anybody."""
RULERS = frozenset("king queen emperor empress tsar czar pope shah sultan emir prince kaiser".split())
"""Those of one name have numbers."""
