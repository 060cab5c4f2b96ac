"""Nouns for events and for what is said. Which relation an event noun states is in ``nouns.csv``."""

from __future__ import annotations

CONTESTS = frozenset(
    "appeal battle bid case championship contest district election encounter final fight game ground lawsuit "
    "majority match nomination office power primary race runoff seat semi-final territory title town village "
    "vote war".split()
)
"""What is lost and won against somebody, and what is won in it."""
PACTS = frozenset(
    "accord agreement alliance bloc coalition compact convention deal negotiation pact partnership protocol "
    "summit talk treaty union".split()
)
"""What several share, so that one can leave it."""
VOTES = frozenset("election referendum primary caucus".split())
ENDURED = frozenset(
    "abduction arrest assassination conviction death deportation detention dismissal exile expulsion "
    "extradition firing impeachment imprisonment jailing killing murder ouster ousting overthrow persecution "
    "prosecution removal sacking trial".split()
)
"""Their possessor is whom they are done to."""
NOT_OWN_DEED = frozenset(
    """
    abolition absence accusation allegation anniversary ban cancellation charge claim cut denial end fear
    freeze halt inquiry investigation lack lifting loss probe reduction removal report risk suspension
    suspicion threat trial victim withdrawal
    """.split()
)
"""Whose they are is not whose the event below them is: "Kenya's *denial* of the attack"."""
CLAIMS = frozenset(
    """
    claim allegation accusation comment remark assertion argument belief suggestion view complaint warning
    charge contention conclusion finding
    """.split()
)
"""Their clause is what somebody thinks."""
TERMS = frozenset({"term"})
"""In a set phrase between a verb and its object: "condemned *in the strongest terms*"."""
FREEING = frozenset("liberation recapture retaking capture seizure".split())
CONTROL = frozenset({"control"})
PERIODS = frozenset(
    """
    end beginning start middle half quarter spring summer autumn fall winter night morning evening afternoon
    """.split()
)
"""A date that modifies one belongs to the word above it."""
