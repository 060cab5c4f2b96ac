"""What resolution says of one mention."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Key", "Link"]

Key = tuple[str, ...]
"""Identity of an actor, its first word the sort:

``("country", iso3)``, ``("people", iso3)``, ``("known", canonical name)``, ``("place", folded name)``,
``("person", folded name)``, ``("body", folded name)``, ``("of", iso3, phrase)`` for institutions and unnamed
actors of a country, ``("in", doc_id, phrase)`` for those that are known in one document only.
"""


class Link(NamedTuple):
    """The actor that a mention stands for, and the rule that says so."""

    key: Key
    rule: str
