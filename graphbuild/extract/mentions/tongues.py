"""Adjectives of peoples and faiths that name nobody where they are: languages, and what a thing is like."""

from __future__ import annotations

from collections.abc import Container

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.lexicons.en.function_words import DEFINITE
from graphbuild.lexicons.en.person_nouns import ANYBODY
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.en.speech_verbs import OF_TONGUES
from graphbuild.lexicons.en.thing_nouns import FAITHS, LANGUAGE, REGIONAL
from graphbuild.lexicons.gazetteer.countries import countries
from graphbuild.lexicons.roles import roles
from graphbuild.names import fold

__all__ = ["tongues"]

_INTO = frozenset({"in", "into"})
_OF_FAITHS = ("ism", "ity")


def tongues(block: Block, events: Container[str] = ()) -> None:
    """Take their type from such adjectives: they stay mentions, but stand for nobody.

    Parameters
    ----------
    block : Block
        With its named mentions.
    events : container of str
        Nouns for acts, whose doers such adjectives name: "the *Kurdish* offensive".

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> block = example("She=she/PRP/nsubj/2 learned=learn/VBD/root/0 Coptic/NNP/obj/2/NORP in/IN/case/6 "
    ...                 "a/DT/det/6 school/NN/obl/2 with/IN/case/9 Christian/JJ/amod/9/NORP "
    ...                 "pupils=pupil/NNS/nmod/6")
    >>> tongues(block)
    >>> [(found.name, found.type) for found in block.mentions]
    [('Coptic', ''), ('Christian', 'country')]
    """
    for found in block.mentions:
        if found.label != "NORP" or found.kind != "name" or _people(found):
            continue
        if _like(block, found, events) or _tongue(found) or _faith(found):
            found.type = ""


def _people(found: Mention) -> bool:
    """Whether a name is in the plural, or one by which only a people goes."""
    return found.number == "p" or fold(found.text) in countries().by_people


def _faith(found: Mention) -> bool:
    """Whether a name is a faith's or its book's, "Islam", "Hinduism", "the Quran"."""
    return found.text.lower().endswith(_OF_FAITHS) or found.text.lower() in FAITHS


def _like(block: Block, found: Mention, events: Container[str]) -> bool:
    """Whether a name that is no country's says what a thing is like: "*Christian* churches", not "voters"."""
    parse, head = found.parse, found.head
    noun = parse.heads[head]
    if (
        found.country
        or fold(found.text) in REGIONAL
        or parse.deps[head] not in PREMODIFIERS
        or noun < found.last
    ):
        return False
    lemma = parse.lemmas[noun]
    living = lemma in roles() or lemma in events or lemma in ANYBODY or parse.lower[noun] in ANYBODY
    return parse.pos[noun] == "NOUN" and not living and noun not in block.by_token


def _tongue(found: Mention) -> bool:
    """Whether a name stands alone for a language: "in *Arabic*", "speaks *French*"."""
    parse, head = found.parse, found.head
    while parse.deps[head] == "conj":
        head = parse.heads[head]
    if any(parse.lower[k] in DEFINITE for k in parse.kids(head, "det")) or found.last - found.first > 1:
        return False
    above, dep, case = parse.heads[head], parse.deps[head], parse.preposition(head)
    if dep in ("obl", "nmod") and case in _INTO:
        return fold(found.text) in countries().by_demonym or not found.country
    if dep in ("obj", "obl", "nsubj:pass"):
        return parse.lemmas[above] in OF_TONGUES
    return dep == "nmod" and case == GENITIVE and parse.lower[above] in LANGUAGE | {"knowledge"}
