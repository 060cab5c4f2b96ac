"""The words of the tables that the page is told, each list in the order in which the page shows it.

The page's scripts have no such list of their own, but for what each word looks like and is called there;
`tests/views/test_words.py` holds these to the lists here, and the lists to those of the package.
"""

from __future__ import annotations

from graphbuild.views.payload.days import NO_DAY

__all__ = ["ACTIONS", "COOCCURRENCE", "KINDS", "NEGATED", "STATE_ROLES", "STATUSES", "TYPES", "words"]

COOCCURRENCE, NEGATED = "cooccurrence", "negated"
KINDS = ("verb", "affiliation", COOCCURRENCE)
STATUSES = ("asserted", "possible", "intended", NEGATED)
RULES: dict[str, str] = {}

TYPES = ("country", "organization", "group", "official", "person", "place")
ACTIONS = ("merge", "split", "rename", "retype", "ignore", "drop")
STATE_ROLES = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")


def words() -> dict[str, object]:
    """The lists as the page reads them.

    Returns
    -------
    dict
        JSON-ready: ``kinds`` of relations and their ``statuses``, ``types`` of actors, the roles of bodies of
        a state (``stateRoles``), what a row of corrections can do (``actions``), what each of the ``rules``
        reads in one sentence, where that is known, and the day that stands for none (``noDay``).

    Examples
    --------
    >>> words()["statuses"]
    ['asserted', 'possible', 'intended', 'negated']
    """
    return {
        "kinds": list(KINDS),
        "statuses": list(STATUSES),
        "types": list(TYPES),
        "stateRoles": list(STATE_ROLES),
        "actions": list(ACTIONS),
        "rules": dict(RULES),
        "noDay": NO_DAY,
    }
