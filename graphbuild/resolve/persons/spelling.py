"""Spellings of one name in other alphabets' transliterations fall together in its skeleton."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from graphbuild.names import person

__all__ = ["skeleton", "sounds"]

_LEAST = 80.0
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|sh|ch|tch", "s"),
        ("kh|gh|q|ck|c", "k"),
        ("ph", "f"),
        ("dh|dd|th", "d"),
        ("zh|dj|dzh", "j"),
        ("w", "v"),
        ("x", "ks"),
        ("[aeiouyj]+", ""),
        (r"(.)\1+", r"\1"),
        ("^g", "k"),
    )
]


@lru_cache(maxsize=65536)
def skeleton(name: str) -> tuple[str, ...]:
    """Consonants of a person's given name and surname, alike for usual transliterations.

    Parameters
    ----------
    name : str
        A full name without title.

    Returns
    -------
    tuple of str
        The skeleton of each word, and the suffix ("jr").

    Examples
    --------
    >>> skeleton("Volodymyr Zelenskyy") == skeleton("Volodimir Zelensky")
    True
    >>> skeleton("Muammar Gaddafi") == skeleton("Moammar Qadhafi"), skeleton("Ann Lee") == skeleton("Ian Low")
    (True, False)
    """
    parts = person(name)
    return (*map(_bones, parts.words), parts.suffix)


def sounds(one: str, other: str) -> bool:
    """Whether two names, or surnames, are transliterations of one.

    >>> sounds("zelensky", "zelenskyy"), sounds("lee", "low")
    (True, False)
    """
    return skeleton(one) == skeleton(other) and fuzz.ratio(one, other) >= _LEAST


def _bones(word: str) -> str:
    bones = word[1:] if word[0] in "aeiouy" else word
    lead = word[0] if word[0] in "aeiouy" else ""
    for pattern, sound in _SOUNDS:
        bones = pattern.sub(sound, bones)
    return lead + bones or word
