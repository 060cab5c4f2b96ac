"""Groups of dependency relations and parts of speech that the rules ask for (Universal Dependencies)."""

from __future__ import annotations

__all__ = [
    "APPOSED", "ATTRIBUTES", "CLIMB", "DESCRIBING", "INSIDE_LEFT", "MODIFIERS", "NOMINAL_MODIFIERS",
    "OWNERS", "PREDICATES", "PREMODIFIERS", "SUBJECTS",
]  # fmt: skip

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OWNERS = ("nmod:poss", "compound", "amod", "obl:unmarked", "nmod:unmarked")
"""Where the owner of a noun stands, before it."""
MODIFIERS = (*OWNERS, "nmod:desc")
APPOSED = ("appos", "flat", "nmod:desc")
"""Where a name stands beside the noun that describes it."""
DESCRIBING = (*APPOSED, "conj")
PREMODIFIERS = frozenset({"compound", "amod"})
ATTRIBUTES = frozenset({*PREMODIFIERS, "flat", "nmod:desc"})
"""Words of a noun's own name or title."""
NOMINAL_MODIFIERS = frozenset({*ATTRIBUTES, "nmod:poss", "nummod"})
INSIDE_LEFT = frozenset(
    "det amod compound nmod:poss nummod nmod:desc nmod:unmarked det:predet flat advmod case punct".split()
)
"""Inside a noun phrase, to the left of its head."""
PREDICATES = frozenset({"VERB", "AUX"})
CLIMB = 4
"""How many nouns a rule goes up in a noun phrase."""
