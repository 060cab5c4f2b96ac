"""What sort of actor a name stands for: country, people, known group, place, person or other body.

Facts from the word lists come first, then what most mentions of the same name say: a tagger that takes one
"Wagner" of many for a place is outvoted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from graphbuild.lexicons import countries, given_names, groups, places
from graphbuild.lexicons.en.body_nouns import LEGAL_FORMS
from graphbuild.lexicons.gazetteer.leaders import leaders
from graphbuild.lexicons.gazetteer.officials import officials
from graphbuild.names import country_of, fold, person, strip_article, strip_honours, strip_title, unswapped
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.links import Link
from graphbuild.vocabulary import COUNTRY, NAME, PERSONS, PLACE

__all__ = ["Sorted", "sorts", "surface", "votes"]

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SETTLED = frozenset({"GPE", "LOC"})
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_EDGES = ' \t,;:-–—"“”'
_ORGANIZED = frozenset(
    """
    college university school hospital ministry department army police bank company co inc corp ltd
    industries holdings group party union council committee commission association institute
    foundation agency court parliament senate congress club fc united front movement brigade
    battalion force forces
    """.split()
)
_BUILT = frozenset("street road avenue boulevard bridge airport stadium square river lake".split())
_FAILING = ("person", "body", "place")


@dataclass(slots=True)
class Sorted:
    """Links of countries, peoples and places; persons and bodies that are still to be compared."""

    links: dict[str, Link] = field(default_factory=dict)
    people: list[Mention] = field(default_factory=list)
    bodies: list[Mention] = field(default_factory=list)


def surface(mention: Mention) -> str:
    """The mention as written, on one line, without article and possessive; of a person without title.

    Examples
    --------
    >>> surface(Mention("d:0-11", "d", 0, 0, 11, "the Kremlin", "ORG", "name"))
    'Kremlin'
    """
    of_person = mention.kind == NAME and mention.type in PERSONS
    return _surface(mention.text, mention.name if of_person else None)


@lru_cache(maxsize=65536)
def _surface(text: str, of_person: str | None) -> str:
    text = _UNSEEN.sub("", text)
    if of_person is not None:
        text = strip_honours(strip_title(_UNSEEN.sub("", of_person) or text)[1])
    text = strip_article(" ".join(text.split())).strip(_EDGES) or text
    return text[:-2] if text.endswith(("'s", "’s")) else text


def votes(extraction: Extraction) -> Counter[tuple[str, str]]:
    """How often a document takes each folded name of several words for a sort of actor.

    Added up over the corpus they decide what `sorts` finds, since most mentions are right where one errs.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    Counter of (str, str)
    """
    _, undecided = _parted(extraction)
    return Counter((key, _sort_of(mention)) for mention, key in undecided if " " in key)


def sorts(extraction: Extraction, corpus: Mapping[str, Counter[str]]) -> Sorted:
    """Part the named mentions of a document by the sort of actor that they stand for.

    Parameters
    ----------
    extraction : Extraction
    corpus : mapping of str to Counter of str
        `votes` of all documents, by name.

    Returns
    -------
    Sorted
        A mention whose sort the word lists settle is linked; the rest are in ``people`` and ``bodies``.
    """
    links, undecided = _parted(extraction)
    found = Sorted(links)
    elected = _elected(undecided, corpus)
    for mention, key in undecided:
        sort = elected[key]
        if sort == "place":
            found.links[mention.mention_id] = _place(key, key) or Link(("place", key), "same name")
        elif sort == "person":
            found.people.append(mention)
        else:
            found.bodies.append(mention)
    return found


def _parted(extraction: Extraction) -> tuple[dict[str, Link], list[tuple[Mention, str]]]:
    """Links of the named mentions that the word lists settle, and the others with their folded names."""
    links: dict[str, Link] = {}
    undecided: list[tuple[Mention, str]] = []
    surnames = _surnames(extraction)
    for mention in extraction.mentions:
        if mention.kind != NAME:
            continue
        link = _settled(mention, seen := fold(surface(mention)))
        if link is None or (link.key[0] == "place" and seen in surnames):
            undecided.append((mention, seen))
        else:
            links[mention.mention_id] = link
    return links, undecided


def _surnames(extraction: Extraction) -> frozenset[str]:
    """Surnames before given ones in a document, which are no places there: "Gao" beside Gao Roe."""
    full = (m for m in extraction.mentions if m.kind == NAME and m.type in PERSONS and " " in m.name)
    return frozenset(p.surname for m in full if (p := person(fold(m.name))).family_first)


def _settled(mention: Mention, seen: str) -> Link | None:
    """What the word lists and the mention's own type leave no doubt about."""
    nations = countries()
    named = fold(strip_article(mention.name or mention.text))
    if mention.type == COUNTRY:
        iso3 = nations.by_name.get(named) or mention.country or country_of(mention.name or mention.text)
        return Link(("country", iso3), _country_rule(seen)) if iso3 else None
    if mention.type in PERSONS:
        return None
    demonym = nations.by_people.get(seen) or (
        nations.by_demonym.get(seen) if mention.label == "NORP" else None
    )
    if demonym:
        return Link(("people", demonym), "people of a country")
    if mention.type == PLACE or mention.label in _PLACES:
        if named in nations.by_name:
            return Link(("country", nations.by_name[named]), _country_rule(seen))
        if named in groups():
            return None
        town, comma, land = (mention.name or mention.text).rpartition(",")
        if comma and country_of(land):
            named = seen = fold(strip_article(town))
            return _place(named, seen) or Link(("place", named), "same name")
        return _place(named, seen) or (_misspelt(named) if mention.label in _SETTLED else None)
    return None


def _place(key: str, seen: str) -> Link | None:
    """A place that the word lists know, by its usual spelling: also before its country, "Aleppo, Syria"."""
    capital = countries().capital_of.get(key)
    usual = capital or (places()[key].name if key in places() else "")
    if not usual:
        return None
    return Link(("place", fold(usual)), "same name" if fold(usual) == seen else "place name")


def _misspelt(key: str) -> Link | None:
    """The country or town that an unknown place is when two letters of its name change places."""
    meant = unswapped(key)
    if iso3 := countries().by_name.get(meant):
        return Link(("country", iso3), "letters swapped")
    link = _place(meant, meant) if meant else None
    return Link(link.key, "letters swapped") if link else None


def _country_rule(seen: str) -> str:
    nations = countries()
    if seen in nations.by_seat or seen in nations.by_capital:
        return "seat of government"
    return "demonym" if seen in nations.by_demonym and seen not in nations.by_name else "country name"


def _elected(mentions: Sequence[tuple[Mention, str]], corpus: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Sort of each folded name of a document: a surname of the document, or else what most mentions say.

    The vote on a name of several words is held in the corpus, on a single word in its document.
    """
    surnames: set[str] = set()
    document: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention, key in mentions:
        sort = _sort_of(mention)
        document[key][sort] += 1
        if sort == "person" and len(words := person(key).words) > 1:
            surnames.update((words[-1], person(key).surname))
            surnames.update(words[-2:-1] if len(words) > 2 else ())
    called = _called_by_first_word(mentions)
    formed: set[str] = set()
    for _, key in mentions:
        head, _, last = key.rpartition(" ")
        if " " in head and last in LEGAL_FORMS:
            formed.add(head)
    elected = {}
    for key, said in document.items():
        if key in countries().by_seat or (key in groups() and " " in key) or key in formed:
            elected[key] = "body"
        elif key in surnames and key not in groups():
            elected[key] = "person"
        elif (key in groups() and not said["person"]) or key in called:
            elected[key] = "body"
        elif _place(key, key) and key not in given_names():
            elected[key] = "place"
        else:
            elected[key] = _majority(corpus[key] if " " in key else said)
    return elected


def _called_by_first_word(mentions: Sequence[tuple[Mention, str]]) -> set[str]:
    """Words that begin the name of a body in a document and are no person's: "Acme" of Acme Mining.

    A title, a given name or the surname of somebody known speaks for a person.
    """
    leading: set[str] = set()
    persons: set[str] = set()
    for mention, key in mentions:
        if " " in key and _sort_of(mention) == "body" and key not in groups():
            leading.add(key.partition(" ")[0])
        elif _sort_of(mention) == "person" and (mention.title or " " in key):
            persons.update(key.split())
    return {
        word for word in leading - persons - _famous() if word not in given_names() and not country_of(word)
    }


@cache
def _famous() -> frozenset[str]:
    """Surnames of those who are known."""
    known = (*(held.name for held in leaders()), *(held.name for held in officials()))
    return frozenset(person(name).surname for name in known)


def _sort_of(mention: Mention) -> str:
    last = fold(mention.text).rpartition(" ")
    if last[0] and last[2] in _BUILT:
        return "place"
    if last[0] and last[2] in _ORGANIZED:
        return "body"
    if mention.type in PERSONS:
        return "person"
    return "place" if mention.type == PLACE else "body"


def _majority(votes: Counter[str]) -> str:
    return min(votes, key=lambda sort: (-votes[sort], _FAILING.index(sort)))
