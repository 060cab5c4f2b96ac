"""Prepositions, by what they mark. Several in a row are one, apart by spaces: ``out of``."""

from __future__ import annotations

# One by one, as case endings mark them elsewhere
GENITIVE = "of"
AGENTIVE = "by"
ADVERSATIVE = "against"
SEPARATIVE = "from"
SOCIATIVE = "with"
RECIPIENT = "to"
ESSIVE = "as"
INESSIVE = "in"
ADESSIVE = "at"
ON_DAY = "on"
SUBORDINATE = "under"
BESIDE = "alongside"
AMONG_PARTIES = "between"
SIMILATIVE = "like"
EXCEPTIVE = "but"
"""After a negative: "nothing *but* praise"."""
EVIDENTIAL = "according"

# Places and circumstances
LOCATIVE = frozenset("in inside across near around at along within".split())
LOCATIVE_BELOW_NOUN = frozenset("in at near outside inside across around of".split())
"""Where an event took place, as part of its noun phrase: "an attack *in* a town"."""
CIRCUMSTANTIAL = frozenset(
    "in at from near along inside outside across within under after before during by over".split()
)
"""Of time, place and circumstances, not of whom an act reaches."""
EVENT_CIRCUMSTANCE = frozenset("in on for as during at".split())
"""Before an event that only frames another: "died *in* the attack"."""
EVENT_SETTING = frozenset("in at during".split())
"""Before a noun whose time is its verb's: "condemned it *in* a statement"."""
ADVERSE = frozenset("amid despite under".split())
"""Before what the subject suffers: "resigned *amid* criticism"."""
FAVOURABLE = frozenset({"with", "thanks to"})
"""Before what helps the subject: "won *thanks to* support"."""

# Direction
DIRECTIONAL = frozenset("against at on upon with to toward towards into for over from".split())
"""From and to whom forces move."""
BOUND = frozenset("to for".split())
"""Where a ship or a flight goes."""
ABLATIVE = frozenset({"from", "out of"})
AIMED = frozenset("at against toward towards on".split())
"""After a participle of aim: "criticism directed *at*"."""
STRUCK = frozenset("at on upon against".split())
"""After a verb of attack without an object: "fired *on*"."""
AFFECTED = {
    "aid": frozenset("to for".split()),
    "attack": frozenset("against at into on over toward towards upon".split()),
    "promise": frozenset({"to"}),
    "yield": frozenset({"to"}),
}
"""By class of relation, what marks the one affected where the object is a thing."""

# Parties
COMITATIVE = frozenset({"alongside", "together with"})
COUNTERPART = frozenset("between with against".split())
"""Before the other party of a dealing: "talks *with*"."""
OTHER_PARTY = frozenset("with from against".split())
"""Before whom all subjects of a reciprocal verb turn from: "broke *with*"."""

# Nouns below nouns
PARTITIVE = (frozenset({"of", "among"}), frozenset({"from"}))
"""What a quantity is part of, the surer marks first."""
AMOUNT_OF = frozenset("in of".split())
"""What a sum consists of: "millions *in* aid"."""
NESTING = frozenset("of in for".split())
"""Between a noun and the one whose party it shares: "a hand *in* plans", "a call *for* talks"."""
CONTENT = frozenset("of for".split())
"""Before what a noun of speech or thought is about: "the threat *of*", "a call *for*"."""
POSSESSOR_OR_PLACE = frozenset(
    "of by from in at against on for to with inside within near over between about towards under into".split()
)
"""Before a noun that stands for the thing that it modifies: "a town *in* Chad", "interests *of* Kenya"."""
RELATIONAL = frozenset("of to".split())
"""Before the other side of a relational noun: "an ally *of*", "a threat *to*"."""
LOW_ATTACHING = frozenset("to for with against by".split())
"""After these a participle describes the nearer noun."""
AFFILIATION = frozenset("of from with at in within".split())
"""Between a named member and the body."""
OFFICE_OF = frozenset("of for in with from at".split())
"""Between an office and the body: "spokesman *for*"."""
SPEAKING_FOR = frozenset("of for".split())
"""Between an advocate and the client: "a lawyer *for*"."""
INSIDE = frozenset("in within".split())
ON_POINT = frozenset("on at to".split())
"""Before how near a deed is: "*on* the verge of"."""
NATIONALITY = frozenset("of in from to".split())
"""Before the country of a person or group: "rebels *in*", "ambassador *to*"."""
DOMAIN = frozenset("for of to".split())
"""Before the field of an office: "minister *for*"."""
CONTROL_OVER = frozenset("of over".split())
PLACE_NAME = frozenset({"of", "in", ""})
"""Between a noun for a place and its name: "the city *of*"."""
COMPOSITION = frozenset("of from by".split())
EXEMPLIFYING = frozenset({"including", "such as"})
LISTING = EXEMPLIFYING | {"notably", "among them"}
NAMED_AS = frozenset({"", "as"})
"""Before a predicate noun: "known *as*", "called"."""

# Gerunds and what one is held to
GERUND_OF_OBJECT = frozenset("of from for into".split())
"""Before a gerund whose doer is the object above: "accused of", "kept from", "thanked for", "talked into"."""
ADJUNCT_OF_OBJECT = GERUND_OF_OBJECT | {"against"}
GROUND = frozenset("for over of".split())
"""Of a judgement: "blamed *for*"."""
CHARGE = frozenset("of for with".split())
