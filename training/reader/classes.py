"""The classes of the annotation guide, in the order of the reader's outputs."""

from __future__ import annotations

__all__ = ["ACTS", "AFFILIATIONS", "MUTUAL", "SIGNS", "STATUSES", "act"]

_AGAINST = (
    "attack kill abuse detain seize restrict expel dismiss sanction mobilize protest threaten accuse reject "
    "investigate criticize defeat compete demand other-"
).split()
_NEUTRAL = "request say other0".split()
_FOR = "appoint discuss visit promise support yield trade ally aid other+".split()

ACTS = ("none", *_AGAINST, *_NEUTRAL, *_FOR)
AFFILIATIONS = (
    "none", "lead", "own", "member_of", "represent", "part_of", "located_in", "kin", "same_as",
)  # fmt: skip
STATUSES = ("asserted", "negated", "possible", "intended")
SIGNS = {**dict.fromkeys(_AGAINST, -1), **dict.fromkeys(_NEUTRAL, 0), **dict.fromkeys(_FOR, 1)}
MUTUAL = frozenset({"discuss", "ally", "compete", "kin", "same_as", "trade"})


def act(relation: str, sign: int) -> str:
    """The class of an act; `other` is split by its sign.

    Examples
    --------
    >>> act("aid", 1), act("other", -1)
    ('aid', 'other-')
    """
    return relation if relation != "other" else {-1: "other-", 0: "other0", 1: "other+"}[sign]
