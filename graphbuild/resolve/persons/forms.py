"""What the form of a person's name tells."""

from __future__ import annotations

from functools import lru_cache

from graphbuild.names import person, strip_honours, strip_title
from graphbuild.records import Mention

__all__ = ["is_full", "key_of", "proper_name", "weight"]


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """Folded name without particles, with its suffix."""
    parts = person(name)
    return " ".join((*parts.words, parts.suffix)) if parts.suffix else " ".join(parts.words)


@lru_cache(maxsize=65536)
def is_full(name: str) -> bool:
    """Whether a name has more than a surname.

    >>> is_full("Ada Moran"), is_full("Moran")
    (True, False)
    """
    words = person(name).words
    if len(words[-1]) < 2:
        return False
    return (len(words) > 1 and any(len(word) > 1 for word in words[:-1])) or len(words) > 2


@lru_cache(maxsize=65536)
def weight(name: str) -> int:
    """How much a name tells: two for each word, one for an initial.

    >>> weight("ada moran"), weight("a moran")
    (4, 3)
    """
    return sum(2 if len(word) > 1 else 1 for word in person(name).words)


def proper_name(mention: Mention) -> str:
    """The name of a person without titles and honours.

    >>> proper_name(Mention("d:0-9", "d", 0, 0, 9, "Mrs Moran", "PERSON", "name", name="Mrs Moran"))
    'Moran'
    """
    return strip_honours(strip_title(" ".join((mention.name or mention.text).split()))[1])
