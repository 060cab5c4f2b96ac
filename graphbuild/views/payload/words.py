"""The words of the tables that the page is told, each list in the order in which the page shows it.

The page's scripts have no such list of their own, but for what each word looks like and is called there;
`tests/views/payload/test_words.py` holds these to the lists here, and the lists to those of the package.
"""

from __future__ import annotations

from graphbuild.lexicons.verbs import lexicon
from graphbuild.views.payload.days import NO_DAY
from graphbuild.vocabulary import (
    ACTIONS,
    AFFILIATION,
    COOCCURRENCE,
    COUNTED,
    COUNTRY,
    GROUP,
    KINDS,
    NEGATED,
    OFFICIAL,
    ORGANIZATION,
    PERSON,
    PLACE,
    ROLES,
    RULES,
    STATIC_CLASSES,
    VERB,
)

__all__ = ["ACTIONS", "COOCCURRENCE", "KINDS", "NEGATED", "STATE_ROLES", "STATUSES", "TYPES", "WORDS"]

STATUSES = (*COUNTED, NEGATED)
TYPES = (COUNTRY, ORGANIZATION, GROUP, OFFICIAL, PERSON, PLACE)
STATE_ROLES = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")


WORDS: dict[str, object] = {
    "kinds": KINDS,
    "statuses": STATUSES,
    "types": TYPES,
    "stateRoles": STATE_ROLES,
    "actions": ACTIONS,
    "roles": ROLES,
    "classes": {
        name: (round(100 * one.polarity), KINDS.index(AFFILIATION if name in STATIC_CLASSES else VERB))
        for name, one in lexicon().classes.items()
    },
    "rules": RULES,
    "phrases": {name: one.phrase for name, one in lexicon().classes.items() if one.phrase},
    "noDay": NO_DAY,
}
"""The lists as the page reads them; ``classes`` has the polarity, in hundredths, and the kind of each,
``rules`` tells in a sentence what a rule reads, where that is known, and ``phrases`` what stands for a class
of relation between source and target."""
