"""What resolution says of one mention."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CORRECTION", "Key", "Link"]

CORRECTION = "correction"
"""The rule of a link that the user's corrections made."""

Key = tuple[str, ...]
"""Identity of an actor, its first word the sort:

``("country", iso3)``, ``("people", iso3)``, ``("known", canonical name)``, ``("place", folded name)``,
``("person", folded name)``, ``("body", folded name)``, ``("of", iso3, phrase)`` for institutions and unnamed
actors of a country, ``("in", doc_id, phrase)`` for those that are known in one document only,
``("split", actor_id, folded alias)`` for what a correction takes out of an actor.
"""


class Link(NamedTuple):
    """The actor that a mention stands for, and the rule that says so."""

    key: Key
    rule: str
