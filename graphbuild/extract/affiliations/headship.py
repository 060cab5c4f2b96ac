"""Whether who holds an office heads the body: not its deputies, and of a country not its ministers."""

from __future__ import annotations

from graphbuild.lexicons.en.person_nouns import HEADS_OF_BODIES, MINISTERS, PRIME, SECOND
from graphbuild.vocabulary import COUNTRY

__all__ = ["heads", "serves"]


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
    """
    words = _words(office)
    minister = kind == COUNTRY and words[-1:] != [] and words[-1] in MINISTERS and PRIME.isdisjoint(words)
    return minister or not SECOND.isdisjoint(words)


def _words(office: str) -> list[str]:
    return office.lower().replace(".", "").replace("-", " ").split()
