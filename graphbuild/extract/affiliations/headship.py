"""Whether who holds an office heads the body, serves below its head, or speaks for it."""

from __future__ import annotations

from graphbuild.lexicons.en.person_nouns import (
    DEPARTMENTAL,
    ENVOYS,
    HEADS_OF_BODIES,
    MINISTERS,
    PRIME,
    SECOND,
)
from graphbuild.vocabulary import COUNTRY

__all__ = ["heads", "serves", "speaks"]


def heads(office: str, kind: str) -> bool:
    """Whether an office is the one at the head of a body.

    Parameters
    ----------
    office : str
        As the text has it.
    kind : str
        Type of the body.

    Returns
    -------
    bool

    Examples
    --------
    >>> [heads(office, "organization") for office in ("party leader", "chief executive", "vice-chair")]
    [True, True, False]
    """
    words = _words(office)
    named = [*words[-1:], " ".join(words[-2:])]
    return not HEADS_OF_BODIES.isdisjoint(named) and not serves(office, kind)


def serves(office: str, kind: str) -> bool:
    """Whether an office stands below the one at the head of a body, whatever its last word says.

    Parameters
    ----------
    office : str
    kind : str
        Type of the body.

    Returns
    -------
    bool

    Examples
    --------
    >>> serves("foreign minister", "country"), serves("prime minister", "country")
    (True, False)
    >>> serves("defence minister", "organization"), serves("deputy mayor", "place")
    (False, True)
    >>> serves("marketing director", "organization"), serves("managing director", "organization")
    (True, False)
    """
    words = _words(office)
    last = words[-1] if words else ""
    minister = last in MINISTERS and PRIME.isdisjoint(words) and (kind == COUNTRY or last == "secretary")
    of_a_part = last in HEADS_OF_BODIES and not DEPARTMENTAL.isdisjoint(words[-2:-1])
    return minister or of_a_part or not SECOND.isdisjoint(words)


def speaks(office: str) -> bool:
    """Whether an office is that of one who speaks or acts for a body or a country.

    Parameters
    ----------
    office : str

    Returns
    -------
    bool

    Examples
    --------
    >>> [speaks(office) for office in ("special envoy", "trade representatives", "attorney general")]
    [True, True, False]
    """
    return not ENVOYS.isdisjoint(_words(office)[-1:])


def _words(office: str) -> list[str]:
    return office.lower().replace(".", "").replace("-", " ").split()
