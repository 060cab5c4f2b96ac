"""The words of the tables that the page is told, each list in the order in which the page shows it.

The page's scripts have no such list of their own, but for what each word looks like and is called there;
`tests/views/test_words.py` holds these to the lists here, and the lists to those of the package.
"""

from __future__ import annotations

from graphbuild.views.payload.days import NO_DAY

__all__ = ["ACTIONS", "COOCCURRENCE", "KINDS", "NEGATED", "STATE_ROLES", "STATUSES", "TYPES", "WORDS"]

COOCCURRENCE, NEGATED = "cooccurrence", "negated"
KINDS = ("verb", "affiliation", COOCCURRENCE)
STATUSES = ("asserted", "possible", "intended", NEGATED)
RULES: dict[str, str] = {}
TYPES = ("country", "organization", "group", "official", "person", "place")
ACTIONS = ("merge", "split", "rename", "retype", "ignore", "drop")
STATE_ROLES = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")


WORDS: dict[str, object] = {
    "kinds": KINDS,
    "statuses": STATUSES,
    "types": TYPES,
    "stateRoles": STATE_ROLES,
    "actions": ACTIONS,
    "rules": RULES,
    "noDay": NO_DAY,
}
"""The lists as the page reads them; ``rules`` tells in a sentence what a rule reads, where that is known."""
