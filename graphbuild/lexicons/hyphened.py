"""Words of the relation lexicon that writers part with a hyphen."""

from __future__ import annotations

from functools import cache

from graphbuild.lexicons.verbs import lexicon

__all__ = ["hyphened"]


def hyphened(first: str, last: str, pos: str) -> str | None:
    """The entry that two parts of a word make, as pipelines part "stand-off" in three.

    Parameters
    ----------
    first, last : str
        What stands before the hyphen, and the lemma of what stands after it.
    pos : str
        Universal part of speech of the word.

    Returns
    -------
    str or None
        The lemma under which the lexicon has it, with or without a hyphen.

    Examples
    --------
    >>> hyphened("stand", "off", "NOUN"), hyphened("re", "elect", "VERB"), hyphened("rebel", "hold", "VERB")
    ('stand-off', 're-elect', None)
    """
    known = _verbs() if pos == "VERB" else _nouns()
    spellings = (f"{first}-{last}", f"{first}{last}")
    return next((spelling for spelling in spellings if spelling in known), None)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for verb, _, _ in lexicon().verbs)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for noun, _ in lexicon().nouns) | {noun for _, noun, _ in lexicon().verbs}
