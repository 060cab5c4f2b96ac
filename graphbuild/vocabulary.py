"""The words that records, tables, files and the command line share, each list of them said once.

Plain text throughout: the values stand in tables that people read, and in files of earlier builds.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ACTIONS",
    "ACTOR_TYPES",
    "AFFILIATION",
    "ANALYSES",
    "ANALYSIS",
    "ASSERTED",
    "BESIDE",
    "BY_HAND",
    "COOCCURRENCE",
    "CORRECTED",
    "COUNTED",
    "COUNTRY",
    "DRAWN",
    "FILES",
    "GRAPH_FILES",
    "GROUP",
    "INTENDED",
    "KINDS",
    "MANIFEST",
    "MENTION_KINDS",
    "MUTUAL_CLASSES",
    "NAME",
    "NEGATED",
    "NOMINAL",
    "NONE",
    "OFFICIAL",
    "ORGANIZATION",
    "PAGE",
    "PERSON",
    "PERSONS",
    "PLACE",
    "POSSIBLE",
    "PRONOUN",
    "READER",
    "REPORT",
    "ROLES",
    "RULES",
    "STATED",
    "STATIC_CLASSES",
    "STATUSES",
    "TABLES",
    "TABLE_FORMATS",
    "VERB",
    "Engine",
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


class Engine(StrEnum):
    """Where articles are read: on this machine, or on a Spark cluster."""

    local = "local"
    spark = "spark"


STATIC_CLASSES = frozenset(
    {"lead", "own", "member_of", "represent", "part_of", "located_in", "kin", "same_as"}
)
"""Classes that annotators give to what holds between two actors, not to what one does: affiliations."""

MUTUAL_CLASSES = frozenset({"discuss", "ally", "compete", "kin", "same_as", "trade"})
"""Classes that hold in both directions, whichever of the two a text names first."""


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

READER = "reader"
"""What the column says of relations that no rule proposed."""

BY_HAND, CORRECTED = "by_hand", "corrected"
"""What it says of relations that a user added, and of those whose class a user set."""

RULES: dict[str, str] = {
    BY_HAND: "Added by hand, in a corrections file: no rule read it in the sentence.",
    CORRECTED: "Read by a rule, and its class set by hand in a corrections file.",
    READER: "Read by the learned relation reader, where no rule proposed it.",
    "active": 'The subject of an active verb does it to the direct object: "Kenya attacked Chad".',
    "passive": 'The agent of a passive does it to the subject: "Chad was attacked by Kenya".',
    "indirect_object": 'What the verb does reaches its indirect object: "Kenya gave Chad aid".',
    "prepositional_object": (
        'The preposition that the verb asks for marks the target: "Kenya negotiated with Chad".'
    ),
    "adjunct": (
        'A directional phrase beside the object says whom the act concerns: "Kenya sent troops to Chad".'
    ),
    "locative": (
        "An act of force, help or protest reaches the place where it is done: "
        '"Kenya bombed a village in Chad".'
    ),
    "reciprocal": 'Coordinated subjects do it to each other: "Kenya and Chad met".',
    "predicate": 'A predicate noun or adjective relates subject and complement: "Kenya is critical of Chad".',
    "event_agent": (
        'A "by" phrase after the object is the agent of the event in it: "condemned attacks by rebels".'
    ),
    "light_verb": (
        'A light verb carries an event noun with its own target: "Kenya launched an attack on Chad".'
    ),
    "event_object": (
        'The verb starts, stops or opposes an event that has its own target: "Kenya lifted its ban on Chad".'
    ),
    "complement_object": (
        'A decision about a clause reaches the object of that clause: "Kenya refused to arm Chad".'
    ),
    "complement_subject": (
        'A demand or a judgement about a clause reaches its subject: "Kenya demanded that Chad leave".'
    ),
    "desiderative": 'Who wants a deed of another asks it of him: "Kenya wants Chad to leave".',
    "reported_obligation": (
        'Who says that another must do something demands it: "Kenya said Chad must leave".'
    ),
    "reported_charge": 'Who says that another did harm accuses him: "Kenya said Chad had shelled Togo".',
    "comitative": 'Who acts alongside another is his ally: "Kenya fights alongside Chad".',
    "adversative": 'Whatever is done against somebody opposes him: "Roe testified against Kenya".',
    "armed_engagement": 'Between those who bear arms, to engage is to fight: "troops engaged the rebels".',
    "enemy_of_beneficiary": (
        'Who helps those that fight another opposes the other: "Kenya armed rebels fighting Chad".'
    ),
    "nominalisation": (
        'An event noun with its owner as source and its phrase as target: "Kenya\'s attack on Chad".'
    ),
    "nominalisation_subject": (
        'The doer of an event noun is the subject of the verb above it: "Kenya raised criticism of Chad".'
    ),
    "nominalisation_between": (
        'Those between whom an event takes place are its parties: "talks between Kenya and Chad".'
    ),
    "nominalisation_undergone": (
        'What one faces, gets or denies is done to oneself: "Chad faced criticism from Kenya".'
    ),
    "nominalisation_against": (
        'Whose noun stands against somebody opposes him: "Kenya\'s defences against Chad".'
    ),
    "agent_noun": (
        'A noun names the doer by what is done to its owner: "Kenya\'s critics", "an ally of Chad".'
    ),
    "compound_participle": 'A participle joined to its agent by a hyphen: "Kenya-backed rebels".',
    "stance_prefix": 'Who is called anti- or pro- takes that stance: "anti-Kenyan protesters".',
    "evaluative_predicate": 'Who says that another is bad or good judges him: "Kenya said Chad was unfit".',
    "object_predicative": 'Who calls another something judges him: "Kenya called Chad a liar".',
    "title": 'The title before a name says of which body: "Kenya\'s President Ann Roe".',
    "office": 'A noun of office with the body that it is of: "Kenyan officials", "leader of the union".',
    "apposition": 'An office beside a name: "Ann Roe, head of the bank".',
    "genitive": 'A named body that is of another: "Kenya\'s Coast Guard", "the Coast Guard of Kenya".',
    "prepositional_attribute": (
        'A named person or body with a phrase that says where it belongs: "Ann Roe of the Senate".'
    ),
    "account_handle": 'An account beside its owner: "Ann Roe (@annroe)".',
    "listed_hyponym": 'Members that a collective is said to include: "the allies, including Kenya".',
    "kind_apposition": 'A collective right before the names of its members: "partners Kenya and Chad".',
    "vessel": 'Ships with the adjective of their country: "Kenyan ships Simba and Chui".',
    "unit_series": 'A unit right before the larger one: "2nd Battalion, 7th Brigade".',
    "containing_verb": 'A verb of consisting joins parts to the whole: "a force made up of volunteers".',
    "membership_verb": 'A verb of belonging, joining or sending: "troops deployed from the 9th Wing".',
    "founding_verb": 'Who founds a body belongs to it: "the party founded by Roe".',
    "part_phrase": 'A phrase with "as part of" joins doer and whole: "they fly as part of the 9th Wing".',
    "part_predicate": (
        'Part, branch or arm of a whole, as apposition or predicate: "the bureau, part of the ministry".'
    ),
    "command_phrase": 'Whom a force is under: "forces under the command of the general".',
    "held_compound": 'A place called after who holds it: "rebel-held Aleppo".',
    "stronghold": 'A seat of power with its holder: "the group\'s stronghold of Raqqa".',
    "captured_from": 'A place taken from who held it: "Kenya retook Mosul from the group".',
    "holding_verb": 'A verb of holding a place: "the city held by the group".',
    "control_noun": 'Control of a place: "the group\'s control over Mosul".',
    "incumbent": "Known from a list of office holders, where the text names person and country.",
}
"""The name of each rule, with what it reads in one sentence."""

# Corrections: what the file of a user can ask for.

ACTIONS = (
    "merge", "split", "rename", "retype", "country", "role", "ignore", "different", "relink", "drop",
    "confirm", "reclass", "add",
)  # fmt: skip

NONE = "none"
"""What a correction writes for no country, no role, no actor."""

# Files: what a build writes.

DRAWN = ("documents", "mentions", "actors", "relations", "edges")
"""Tables that the page is made of."""

BESIDE = ("merges", "titles")
"""Tables that tell more of the actors."""

TABLES = (*DRAWN, *BESIDE)
"""Tables of a network, in the order of its fields; each is written in every one of `TABLE_FORMATS`."""

TABLE_FORMATS = (".parquet", ".csv")

PAGE, MANIFEST = "graph.html", "manifest.json"

REPORT, ANALYSIS = "report.html", "analysis"
"""What is made of an output later: the report, and the folder for analyses."""

ANALYSES = (
    "measures", "ties", "edges", "associations", "triads", "timeline", "changes", "outlets", "statements",
    "discourse", "coalitions", "dna",
)  # fmt: skip
"""Analyses of a network, each a table in that folder."""

GRAPH_FILES = ("graph.gexf", "graph.graphml")
"""The graph for other programs; the endings are those of `graphbuild.exports.FORMATS`."""

FILES = frozenset(
    {f"{name}{ending}" for name in TABLES for ending in TABLE_FORMATS} | {*GRAPH_FILES, PAGE, MANIFEST}
)
"""Every file that a build writes."""
