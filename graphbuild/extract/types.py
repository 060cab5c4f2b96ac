"""Groups of actor types, roles and relation classes that several rules ask for."""

from __future__ import annotations

from graphbuild.vocabulary import PERSONS

__all__ = [
    "ACTING", "ACTORS", "BODIES", "COLLECTIVES", "COMBATANT", "FORCE", "FORCES", "HARM", "IRREGULAR",
    "LIVING", "NOT_PUBLIC", "PERSONS", "PLACED", "RULING", "STATE",
]  # fmt: skip

# Actor types
COLLECTIVES = frozenset({"group", "organization"})
ACTORS = PERSONS | COLLECTIVES
BODIES = COLLECTIVES | {"country"}
LIVING = PERSONS | {"group", "country"}
PLACED = frozenset({"place", "country"})

# Roles (PLOVER)
STATE = frozenset("GOV MIL LEG JUD COP".split())
RULING = frozenset("GOV MIL REB COP".split())
"""Organizations that can be told to act."""
FORCES = frozenset("MIL REB COP PRM SPY UAF".split())
COMBATANT = frozenset("MIL REB UAF COP".split())
IRREGULAR = frozenset("REB UAF CRM".split())
NOT_PUBLIC = frozenset("LAB CRM REL REB UAF PRM NGO".split())
"""Whoever leads a body with one of these, or speaks for it, holds no public office."""
ACTING = frozenset("GOV MIL REB OPP PTY LEG JUD COP SPY CRM UAF PRM IGO NGO JRN MED BUS".split())
"""Unnamed actors with one of these are worth a link."""

# Relation classes
HARM = frozenset("attack kill abuse".split())
FORCE = HARM | frozenset("detain seize restrict expel dismiss sanction mobilize defeat".split())
"""What takes more than words."""
