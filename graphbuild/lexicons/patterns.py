"""The relation lexicon, indexed by the word that a rule starts from."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from graphbuild.lexicons.verbs import EventNoun, Lexicon, Pattern

__all__ = ["Patterns", "patterns"]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The lexicon by verb and by noun.

    Attributes
    ----------
    lexicon : Lexicon
    verbs : mapping of str to mapping of (str, str) to Pattern
        By verb lemma, then (object, preposition).
    objects : mapping of str to set of str
        By verb lemma, the objects that complete it ("launch" + "attack").
    nouns : mapping of str to mapping of str to EventNoun
        By noun lemma, then preposition.
    classes : mapping of str to Pattern
        The plain pattern of each relation class.
    """

    lexicon: Lexicon
    verbs: Mapping[str, Mapping[tuple[str, str], Pattern]]
    objects: Mapping[str, Set[str]]
    nouns: Mapping[str, Mapping[str, EventNoun]]
    classes: Mapping[str, Pattern]


def patterns(lexicon: Lexicon) -> Patterns:
    """Index a lexicon by its verbs and event nouns.

    Parameters
    ----------
    lexicon : Lexicon

    Returns
    -------
    Patterns

    Examples
    --------
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> patterns(lexicon()).verbs["attack"]["", ""].relation
    'attack'
    """
    verbs: dict[str, dict[tuple[str, str], Pattern]] = {}
    objects: dict[str, set[str]] = {}
    for (verb, noun, preposition), pattern in lexicon.verbs.items():
        verbs.setdefault(verb, {})[noun, preposition] = pattern
        if noun:
            objects.setdefault(verb, set()).add(noun)
    nouns: dict[str, dict[str, EventNoun]] = {}
    for (noun, preposition), event in lexicon.nouns.items():
        nouns.setdefault(noun, {})[preposition] = event
    classes = {name: Pattern(name, c.plover, c.polarity, "") for name, c in lexicon.classes.items()}
    return Patterns(lexicon, verbs, objects, nouns, classes)
