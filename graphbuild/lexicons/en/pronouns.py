"""Pronouns with what they say of number (``s``, ``p``) and gender (``m``, ``f``, ``n``)."""

from __future__ import annotations

THIRD_PERSON = {
    **dict.fromkeys("he him his himself".split(), ("s", "m")),
    **dict.fromkeys("she her hers herself".split(), ("s", "f")),
    **dict.fromkeys("it its itself".split(), ("s", "n")),
    **dict.fromkeys("they them their theirs themselves".split(), ("p", "")),
}
FIRST_PERSON = {
    **dict.fromkeys("i me my mine myself".split(), "s"),
    **dict.fromkeys("we us our ours ourselves".split(), "p"),
}
REFLEXIVE_ENDINGS = ("self", "selves")
POSSESSIVE = frozenset("his her its their".split())
SECOND_PERSON = dict.fromkeys("you your yours yourself".split(), "s")
OWNERS = POSSESSIVE | {"my", "our"}
EMPHATIC = frozenset({"own"})
"""After a possessive, the owner is the subject: "its *own*"."""
EXPLETIVE = "it"
RECIPROCALS = frozenset({("each", "other"), ("one", "another")})
"""Pairs of words."""
COMMON_POSSESSOR = "their"
FUSED_RELATIVE = "what"
POSSESSIVE_RELATIVE = "whose"
NON_RESTRICTIVE = "which"
RELATIVE = frozenset("who whom which that whose".split())
RELATIVE_ADVERBS = frozenset("where when why".split())
CLAUSE_OPENERS = frozenset("that to for how why whether when".split())
"""What opens the clause that an empty "it" stands for: "made it clear *that*"."""
