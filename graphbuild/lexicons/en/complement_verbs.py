"""Verbs by the clauses that they govern: whose deed is told, and whether it was done."""

from __future__ import annotations

# Control: whose deed the governed clause tells
SUBJECT_CONTROL = frozenset("promise threaten vow pledge".split())
"""With an object, their infinitive is the subject's deed: "promised Chad to leave"."""
ARBITRARY_CONTROL = frozenset("mean involve entail require include".split())
"""Their infinitive or gerund is nobody's in particular."""
OBJECT_CONTROL_WITH = frozenset("charge task entrust credit".split())
"""Their gerund after "with" is the object's deed."""
OBJECT_CONTROL_THROUGH = {
    "call": ("on", "upon", "for"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"),
    "rely": ("on", "upon"), "count": ("on", "upon"), "shout": ("at", "to"), "signal": ("to",),
}  # fmt: skip
"""Their infinitive is the deed of whom the preposition marks: "called *on Chad* to leave"."""
BARE_INFINITIVE = frozenset("let make see watch hear help have".split())
EXPLETIVE_OBJECT = frozenset("make find think consider deem believe call keep leave".split())
"""Their object "it" may stand for a clause to come: "made *it* clear that"."""
EXPLETIVE_SUBJECT = frozenset("seem appear rain snow".split())

# Wish, order, fear
DESIDERATIVE = {
    **dict.fromkeys("call appeal ask beg plead push press lobby campaign argue hope wish".split(), ("for",)),
    **dict.fromkeys("demand urge request seek propose want suggest recommend".split(), ("",)),
    "advocate": ("", "for"),
}
"""What they take as object or after the preposition is asked for, not done."""
WISHING = frozenset("want expect need".split())
ORDERING = frozenset("order instruct command direct tell compel oblige".split())
FEARING = frozenset("fear worry dread".split())

# Phase and implication
PHASE = frozenset("begin start continue keep stop cease resume manage try attempt seek help go".split())
"""With the time of what they govern."""
CONATIVE = frozenset("try attempt seek".split())
IMPLYING_NOT = frozenset("cease decline fail forget hesitate neglect omit quit refuse stop".split())
"""Who does so does not do what they govern (negative implicatives, Karttunen 1971)."""
NEARING = frozenset("close near".split())
"""With "to" and a gerund, of what was nearly done: "came *close* to attacking"."""
BRINK = frozenset("verge brink cusp point threshold edge eve".split())
"""The same: "is on the *verge* of attacking"."""
MARGINS = frozenset("second minute hour day week month inch metre meter mile kilometre kilometer".split())
"""The same, after "within": "came within *hours* of attacking"."""
REACHING = frozenset("come be get".split())
"""Before the two last."""
OCCURRENCE = frozenset("happen occur begin start end erupt kill wound injure come take follow break".split())
"""With an event as subject, they are dated as it is."""
