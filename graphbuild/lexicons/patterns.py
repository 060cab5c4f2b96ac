"""The relation lexicon, indexed by the word that a rule starts from."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from graphbuild.lexicons.titles import titles
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
    events : set of str
        Nouns of events that are done to somebody ("attack").
    event_words : set of str
        All nouns of the lexicon, those that only complete a verb among them.
    relational : set of str
        Nouns that say what someone is to another ("rival", "ally"), and so are nobody's title.
    """

    lexicon: Lexicon
    verbs: Mapping[str, Mapping[tuple[str, str], Pattern]]
    objects: Mapping[str, Set[str]]
    nouns: Mapping[str, Mapping[str, EventNoun]]
    classes: Mapping[str, Pattern]
    events: Set[str]
    event_words: Set[str]
    relational: Set[str]

    def hyphened(self, first: str, last: str, pos: str) -> str | None:
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
        >>> from graphbuild.lexicons.verbs import lexicon
        >>> known = patterns(lexicon())
        >>> known.hyphened("stand", "off", "NOUN"), known.hyphened("re", "elect", "VERB")
        ('stand-off', 're-elect')
        >>> known.hyphened("rebel", "hold", "VERB")
        """
        for spelling in (f"{first}-{last}", f"{first}{last}"):
            if spelling in (self.verbs if pos == "VERB" else self.event_words):
                return spelling
        return None


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
    by_role = {
        role: {n for (n, _), e in lexicon.nouns.items() if e.role == role} for role in ("target", "agent")
    }
    relational = frozenset(by_role["agent"] - titles().keys())
    return Patterns(
        lexicon,
        verbs,
        objects,
        nouns,
        classes,
        events=frozenset(by_role["target"]),
        event_words=frozenset(nouns).union(*objects.values()),
        relational=relational,
    )
