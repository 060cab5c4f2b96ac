"""Words that stand for nobody: "people", "a man", "heads". They are mentions still, but no actors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphbuild.lexicons import countries
from graphbuild.lexicons.en.person_nouns import ANYBODY
from graphbuild.lexicons.en.thing_nouns import COMPASS, LANGUAGE, REGIONAL, SETTLEMENTS, VAGUE
from graphbuild.names import fold
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.links import Key, Link
from graphbuild.vocabulary import NAME, PRONOUN

__all__ = ["nobodies"]

_INDEFINITE = frozenset("a an any some other another many most more few no such".split())
_NEXT = re.compile(r"[ \n](\w[\w-]*)")
_PART = re.compile(
    r"(?:League|Group|Pool|Division|Category|Phase|Level|Stage|Class|Type|Tier) (?:[A-H]|\d{1,2})"
)
_LONGEST_SIDE = 8  # letters: "western", not "european"
_NOBODY = Link((), "")


def nobodies(extractions: Iterable[Extraction], links: Mapping[str, Link]) -> dict[str, Link]:
    """Take their links from words that tell nobody from anybody.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to Link
        Of all mentions.

    Returns
    -------
    dict of str to Link
        ``mention_id`` of each mention that stands for nobody, and of what refers back to it, to the empty
        key; of adjectives of parts of the world, and of what refers back to them, to these. A text that names
        nobody keeps those whom it describes.
    """
    found: dict[str, Link] = {}
    for extraction in extractions:
        by_key: defaultdict[Key, list[Mention]] = defaultdict(list)
        for mention in extraction.mentions:
            if mention.kind != NAME:
                pass
            elif _nobodys_name(mention, extraction.document.text):
                found[mention.mention_id] = _NOBODY
            elif mention.label == "NORP" and (region := REGIONAL.get(fold(mention.text))):
                found[mention.mention_id] = Link(("place", region), "place name")
            by_key[links[mention.mention_id].key].append(mention)
        found.update(_with_their_names(by_key.values(), found))
        vain = [
            key
            for key in by_key
            if key
            and key[0] == "in"
            and not any(m.kind == NAME for m in by_key[key])
            and _anybody(by_key[key])
        ]
        if any(m.kind == NAME for m in extraction.mentions):
            found.update((m.mention_id, _NOBODY) for key in vain for m in by_key[key])
    return found


def _with_their_names(actors: Iterable[list[Mention]], found: Mapping[str, Link]) -> dict[str, Link]:
    """Pronouns and descriptions go where all names went that they refer back to."""
    links: dict[str, Link] = {}
    for mentions in actors:
        names = [found.get(m.mention_id) for m in mentions if m.kind == NAME]
        keys = {link.key for link in names if link is not None}
        if len(keys) == 1 and None not in names:
            link = Link(key, "refers back") if (key := keys.pop()) else _NOBODY
            links.update((m.mention_id, link) for m in mentions if m.kind != NAME)
    return links


def _nobodys_name(mention: Mention, text: str) -> bool:
    """Whether a name stands for nobody where it is: the "*North*", the "*English* text".

    So does the first word in "*Western* part". Extraction gives no type to an adjective that says what a
    thing is like.

    >>> name = Mention("d:0-7", "d", 0, 0, 7, "English", "NORP", "name", name="English", type="group")
    >>> _nobodys_name(name, "English text"), _nobodys_name(name, "English troops")
    (True, False)
    """
    key = fold(mention.text)
    after = _NEXT.match(text, mention.end)
    if key == "west" and text.startswith(" of the ", mention.end):
        return True
    part = after is not None and key in REGIONAL and len(key) < _LONGEST_SIDE and after[1] in SETTLEMENTS
    if not mention.type or part or key in COMPASS or _PART.fullmatch(mention.text):
        return True
    if after is None:
        tongue = text[: mention.start].endswith((" in ", " into ")) and key in countries().by_demonym
        return mention.label == "NORP" and tongue and key not in countries().by_people
    return mention.label == "NORP" and (key in VAGUE or after[1] in LANGUAGE)


def _anybody(mentions: Iterable[Mention]) -> bool:
    """Whether all descriptions tell nobody from anybody: "people", "a man"; but "two men", "the man"."""
    said = [fold(m.text).split() for m in mentions if m.kind != PRONOUN]
    return bool(said) and all(
        words[-1] in ANYBODY and len(words) == 1 + (words[0] in _INDEFINITE) for words in said
    )
