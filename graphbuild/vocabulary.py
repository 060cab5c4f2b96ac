"""The words that records, tables, files and the command line share, each said once.

Plain text throughout: the values stand in tables that people read, and in files of earlier builds.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ACTIONS",
    "ACTOR_TYPES",
    "AFFILIATION",
    "ASSERTED",
    "BESIDE",
    "COOCCURRENCE",
    "COUNTED",
    "COUNTRY",
    "DRAWN",
    "GRAPH_FILES",
    "GROUP",
    "INTENDED",
    "KINDS",
    "MANIFEST",
    "MENTION_KINDS",
    "NAME",
    "NEGATED",
    "NOMINAL",
    "OFFICIAL",
    "ORGANIZATION",
    "PAGE",
    "PERSON",
    "PERSONS",
    "PLACE",
    "POSSIBLE",
    "PRONOUN",
    "ROLES",
    "RULES",
    "STATED",
    "STATUSES",
    "TABLES",
    "TABLE_FORMATS",
    "VERB",
    "Status",
]

# Relations: what kind they are of, and whether the text says that they are so.

VERB, AFFILIATION, COOCCURRENCE = "verb", "affiliation", "cooccurrence"

STATED = (VERB, AFFILIATION)
"""Kinds of relation that a sentence states; co-occurrence only tells that two stand together."""

KINDS = (*STATED, COOCCURRENCE)

ASSERTED, NEGATED, POSSIBLE, INTENDED = "asserted", "negated", "possible", "intended"

STATUSES = (ASSERTED, NEGATED, POSSIBLE, INTENDED)

COUNTED = (ASSERTED, POSSIBLE, INTENDED)
"""Statuses that may count into an edge: what a text denies never does."""


class Status(StrEnum):
    """`COUNTED`, as the command line needs it."""

    asserted = ASSERTED
    possible = POSSIBLE
    intended = INTENDED


# Mentions: how a text speaks of an actor.

NAME, NOMINAL, PRONOUN = "name", "nominal", "pronoun"

MENTION_KINDS = (NAME, NOMINAL, PRONOUN)

# Actors: what they are, and what part they play.

OFFICIAL, PERSON, COUNTRY = "official", "person", "country"
ORGANIZATION, GROUP, PLACE = "organization", "group", "place"

ACTOR_TYPES = (OFFICIAL, PERSON, COUNTRY, ORGANIZATION, GROUP, PLACE)

PERSONS = frozenset({OFFICIAL, PERSON})
"""Types of somebody who is one human being."""

ROLES = (
    "GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "CRM", "UAF", "PRM", "CVL", "REF", "BUS",
    "MED", "NGO", "IGO", "REL", "EDU", "LAB", "JRN", "AGR", "UNK",
)  # fmt: skip
"""Codes of PLOVER (https://github.com/openeventdata/PLOVER), with AGR (agriculture), PRM (militias and
paramilitaries) and UNK (people of whom a text tells no more than that they are)."""

# Rules: what made a relation, as its column ``rule`` names it.

RULES: dict[str, str] = {}
"""The name of each rule, with what it reads in one sentence."""

# Corrections: what the file of a user can ask for.

ACTIONS = ("merge", "split", "rename", "retype", "ignore", "drop")

# Files: what a build writes.

DRAWN = ("documents", "mentions", "actors", "relations", "edges")
"""Tables that the page is made of."""

BESIDE = ("merges", "titles")
"""Tables that tell more of the actors."""

TABLES = (*DRAWN, *BESIDE)
"""Tables of a network, in the order of its fields; each is written in every one of `TABLE_FORMATS`."""

TABLE_FORMATS = (".parquet", ".csv")

PAGE, MANIFEST = "graph.html", "manifest.json"

GRAPH_FILES = ("graph.gexf", "graph.graphml")
"""The graph for other programs; the endings are those of `graphbuild.exports.FORMATS`."""
