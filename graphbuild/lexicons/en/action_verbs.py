"""Verbs of office, membership, holding and taking, and verbs that only carry a noun."""

from __future__ import annotations

# Office
APPOINTING = frozenset("appoint elect name nominate".split())
INSTALLING = frozenset({"appoint", "name", "elect", "reappoint", "reelect", "re-elect", "swear in"})
"""With the office as predicate: "was *sworn in* as president"."""
SERVING = frozenset({"serve", "work", "act", "retire", "resign", "step down"})
"""With the office after "as"."""
HOLDING_OFFICE = frozenset({"act as", "serve as", "work as"})
BECOMING = frozenset({"become"})
OUSTING = frozenset("oust depose topple overthrow unseat dethrone".split())
OUSTED = frozenset("ousted deposed toppled overthrown exiled".split())
"""Forms."""

# Parts and wholes
CONTAINING = {"include": "", "comprise": "", "contain": "", "consist": "of"}
"""The whole is the subject, the parts are what follows, after the preposition."""
OWNED_BY = {"to": ("belong",), "by": ("own", "hold")}
"""By preposition, participles after a thing that say whose it is: "accounts *belonging to*"."""
COMPOSING = frozenset({"make up", "compose", "comprise", "form", "constitute"})
"""In the passive the whole is the subject, the parts are marked."""
MAKING_UP = frozenset({"make up", "comprise", "constitute"})
"""In the active the parts are the subject."""
BELONGING = {
    "belong": ("to",), "assign": ("to",), "attach": ("to",), "deploy": ("from", "with"),
    "serve": ("in", "with", "at", "on"), "work": ("for", "at"), "enlist": ("in",),
}  # fmt: skip
"""The part is the subject, the whole follows after the preposition."""
FOUNDING = frozenset({"establish", "create", "appoint", "set up", "convene"})

# Territory
TAKING = frozenset({
    "liberate", "free", "retake", "recapture", "capture", "seize", "wrest", "take back", "win back",
})  # fmt: skip
HOLDING = frozenset("hold control occupy rule govern run".split())
PLAIN_HOLDING = frozenset({"hold"})
"""Of a place, in the active, said of nothing else."""
HELD = frozenset("held controlled occupied ruled governed run administered seized".split())
"""Participles, as in "rebel-*held*"."""
HELD_COMPOUNDS = frozenset("held controlled run ruled administered".split())
"""Those of them that make a compound a matter of territory, never of an act."""

SIDING = frozenset(
    "affiliated aligned allied armed backed financed friendly funded inspired leaning linked loyal sponsored "
    "supported trained".split()
)
"""After a name and a hyphen, of those who side with it or are helped by it."""
SITUATED = frozenset({"based", "born", "headquartered"})
"""Participles after a place and a hyphen, which say no more than where: "Kenya-*based*"."""

# Verbs that carry a noun
LIGHT = frozenset("make have tell spread pose show do run give provide cause commit play use be".split())
AIMING = frozenset("aim direct level target focus".split())
GOING_OUT = frozenset("go lie extend rest".split())
"""With a feeling as subject: "our thoughts *go out* to"."""
GAINING = frozenset("draw earn enjoy gain get have receive secure win attract obtain".split())
"""The subject is whom the object, an event, is done to."""
UNDERGOING = frozenset(
    """
    face suffer endure weather incur provoke prompt survive sustain withstand repel repulse deflect rebut
    refute deny dismiss reject ignore counter answer
    """.split()
)
"""The same, of what is unwelcome."""
RESPONDING = frozenset({("respond", "to"), ("react", "to"), ("reply", "to")})
"""The same, with a preposition."""
COMING_UNDER = ("come", "under")

COPULA = "be"

# Other frames
LOSING = frozenset({"lose", "lose out", "fall", "succumb", "drop", "concede", "trail", "lag"})
"""What they say of a defeat is the other's doing: "lost *to*"."""
GIVING = frozenset("grant award give hand lend offer assign cede allot allocate transfer entrust".split())
"""The receiver of what they take as object follows after "to"."""
BEATING = frozenset({"beat"})
"""With blows, or in a contest."""
DISMISSING = frozenset({"dismiss"})
"""From a post, or as untrue."""
BOARDING = frozenset({"board"})
"""A seizure of a ship, else a departure."""
FIRING = frozenset("fire launch shoot hurl lob drop".split())
"""Of means of war, these say who strikes with them."""
ENGAGING = frozenset({"engage"})
"""Between those who bear arms, to fight."""
SELF_MOVING = frozenset({"return"})
"""Without an object the subject itself moves."""
OBJECT_SENSITIVE = frozenset(
    "book capture charge execute hang harm hold hurt keep release shoot snatch try".split()
)
"""Hostile to persons, harmless with things: "*booked* a room"."""
