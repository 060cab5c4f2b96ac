"""What an actor is, summed up from its mentions: name, type, role, country, titles, aliases, id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from graphbuild.lexicons import countries, groups, local_groups, places, roles
from graphbuild.lexicons.en.thing_nouns import REGIONAL
from graphbuild.names import country_of, fold, person, strip_article
from graphbuild.records import Actor, Extraction, Mention, Merge
from graphbuild.resolve.homes import Home, home
from graphbuild.resolve.ids import BY_TYPE, ids
from graphbuild.resolve.institutions import institution, of_state, only_one
from graphbuild.resolve.links import CORRECTION, Key, Link
from graphbuild.resolve.persons.holders import known_leader, known_official
from graphbuild.resolve.references import undetermined
from graphbuild.resolve.sorts import surface
from graphbuild.vocabulary import (
    COUNTRY,
    GROUP,
    NAME,
    NOMINAL,
    NONE,
    OFFICIAL,
    ORGANIZATION,
    PERSON,
    PERSONS,
    PLACE,
    PRONOUN,
)

__all__ = ["BACK", "Told", "actors", "country_of_office", "shown_as", "summed"]

_SORT_TYPES = {"country": COUNTRY, "people": GROUP, "place": PLACE, "person": PERSON}
BACK = frozenset({"refers back", "office", "short form"})
"""Rules by which a mention follows another: its words say nothing of the actor."""

_OF_STATES = frozenset(
    ("attorney general", "chief justice", "premier", "foreign secretary", "crown prince", "first lady")
)
"""Titles beside those of ministers that only states give."""

_PARTS = frozenset(REGIONAL.values())
_PLURAL = ("s", "men", "women", "people", "children")
_LONGEST_DESCRIPTION = 5
_OPEN = Actor("", "", "")


def actors(
    extractions: Iterable[Extraction],
    links: Mapping[str, Link],
    settled: Mapping[Key, Actor] = MappingProxyType({}),
) -> tuple[tuple[Actor, ...], dict[str, str], tuple[Merge, ...]]:
    """Sum up each actor from the mentions that are linked to it.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to Link
        ``mention_id`` to actor key and rule, the empty key for nobody.
    settled : mapping of Key to Actor
        What is known beforehand: the actor's id, and what is not empty of its name, type, role and country,
        the last two ``none`` where it is known that there is none.

    Returns
    -------
    tuple of (tuple of Actor, dict of str to str, tuple of Merge)
        Actors by id, ``mention_id`` to ``actor_id``, merges by actor, alias and rule.
    """
    told: defaultdict[Key, list[Told]] = defaultdict(list)
    for extraction in extractions:
        about = home(extraction)
        for mention in extraction.mentions:
            link = links[mention.mention_id]
            if link.key:
                told[link.key].append(Told(mention, link.rule, country_of_office(mention, about)))
    known: dict[Key, Actor] = {}
    called: dict[Key, Counter[tuple[str, str]]] = {}
    for key, found in told.items():
        known[key], called[key] = summed(key, found, settled)
    given = ids(known, settled)
    made = tuple(sorted((_with_id(known[key], given[key]) for key in known), key=lambda a: a.actor_id))
    linked = {mention_id: given.get(link.key, "") for mention_id, link in links.items()}
    rows = sorted((given[key], *row, n) for key, counts in called.items() for row, n in counts.items())
    return made, linked, tuple(Merge(alias, actor_id, rule, n) for actor_id, alias, rule, n in rows)


class Told(NamedTuple):
    """What a mention tells of its actor.

    Attributes
    ----------
    mention : Mention
    rule : str
        Of its link.
    country : str
        As `country_of_office` finds it.
    """

    mention: Mention
    rule: str
    country: str


def country_of_office(mention: Mention, about: Home) -> str:
    """The country whose minister a mention is, where its title names none and the text leaves no doubt.

    Parameters
    ----------
    mention : Mention
    about : Home
        Of its document.

    Returns
    -------
    str
        ISO 3166-1 alpha-3, or empty.
    """
    if not mention.title:
        return ""
    title = fold(mention.title)
    return about.of(mention) if title.rpartition(" ")[2] == "minister" or title in _OF_STATES else ""


def summed(
    key: Key, told: Sequence[Told], settled: Mapping[Key, Actor] = MappingProxyType({})
) -> tuple[Actor, Counter[tuple[str, str]]]:
    """Sum up one actor.

    Parameters
    ----------
    key : Key
    told : sequence of Told
        Of all its mentions, in any order.
    settled : mapping of Key to Actor
        As for `actors`.

    Returns
    -------
    (Actor, Counter of (str, str))
        The actor, without id, and how often each other name stands for it by each rule.
    """
    shown = {m.mention_id: shown_as(m) for m, _, _ in told if m.kind != PRONOUN}
    telling = [m for m, rule, _ in told if rule not in BACK] or [m for m, _, _ in told]
    actor = _actor(key, telling, shown, settled)
    if key[0] == "person" and not actor.country and settled.get(key, _OPEN).country != NONE:
        actor = replace(actor, country=_most([iso3 for _, _, iso3 in told if iso3]))
    called = Counter(
        (alias, rule)
        for m, rule, _ in told
        if (alias := shown.get(m.mention_id)) is not None and (alias != actor.name or rule == CORRECTION)
    )
    return actor, called


def _actor(
    key: Key, mentions: Sequence[Mention], shown: Mapping[str, str], settled: Mapping[Key, Actor]
) -> Actor:
    sort, body = key[0], groups().get(fold(strip_article(key[1]))) if key[0] == "known" else None
    names = [m for m in mentions if m.kind == NAME] or list(mentions)
    leader = known_leader(key)
    holder = None if leader else known_official(key, names)
    surfaces = Counter(shown[m.mention_id] for m in mentions if m.kind != PRONOUN)
    fixed = settled.get(key, _OPEN)
    own_name = leader.name if leader else _name(key, names, shown)
    name = fixed.name or own_name
    kind = body.type if body else _type(sort, names)
    titles = Counter([" ".join(m.title.split()) for m in mentions if m.title])
    country = body.country if body else _country(key, names, titles)
    if (held := leader or holder) and not country:
        country = held.iso3
    if (leader or (holder and holder.role)) and kind == PERSON:
        kind = OFFICIAL
    role = body.role if body else _role(sort, own_name, names)
    if leader:
        role = role or "GOV"
    elif holder:
        role = role or holder.role
    return Actor(
        actor_id="",
        name=name,
        type=fixed.type or kind,
        role=_said(fixed.role, "" if sort in ("country", "people", "place") else role),
        country=_said(fixed.country, country),
        titles=_by_count(titles),
        aliases=tuple(alias for alias in _by_count(surfaces) if alias != name),
    )


def _said(fixed: str, found: str) -> str:
    """What is known beforehand, else what was found."""
    return "" if fixed == NONE else fixed or found


def _with_id(actor: Actor, actor_id: str) -> Actor:
    return Actor(actor_id, actor.name, actor.type, actor.role, actor.country, actor.titles, actor.aliases)


def shown_as(mention: Mention) -> str:
    """The mention's words as they go among the aliases: of a nominal, those up to its head."""
    text = surface(mention)
    if mention.kind != NOMINAL:
        return text
    end = text.find(mention.name) + len(mention.name) if mention.name in text else len(text)
    return undetermined(text[:end])


def _by_count(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def _most(said: Sequence[str]) -> str:
    """What is said most often, the first by letter among equals; empty where nothing is."""
    if len(set(said)) < 2:
        return said[0] if said else ""
    return _by_count(Counter(said))[0]


def _name(key: Key, names: Sequence[Mention], shown: Mapping[str, str]) -> str:
    """The name as properly written: the word lists' own, else the usual full one."""
    sort = key[0]
    if sort == "country":
        return countries().name_of.get(key[1], key[1])
    if sort == "people":
        return countries().people_of.get(key[1], key[1])
    if sort == "known":
        return key[1]
    if sort == "place" and (usual := countries().capital_of.get(key[1])):
        return usual
    if sort == "place" and key[1] in places():
        return places()[key[1]].name
    written = Counter(shown.get(m.mention_id, m.text) for m in names)
    if not any(m.kind == NAME for m in names):
        return _described(key, written, Counter(undetermined(surface(m)) for m in names))
    if sort == "in" and key[2] not in local_groups():
        return _bracketed(_usual(written), key, named=True)
    if sort == "body":
        whole = Counter({name: n for name, n in written.items() if fold(name).startswith(key[1])})
        written = whole or written
    if sort == "person":
        full, number = person(key[1]).words, person(key[1]).suffix
        forms = {name: person(name) for name in written}
        same = Counter({name: n for name, n in written.items() if forms[name].words == full})
        same = Counter({name: n for name, n in same.items() if forms[name].suffix == number}) or same
        whole = Counter({name: n for name, n in written.items() if len(person(name).words) == len(full)})
        written = same or whole or written
    return _of_country(_usual(written), key[1]) if sort == "of" else _usual(written)


def _usual(written: Counter[str]) -> str:
    return min(written, key=lambda name: (_miscased(name), -written[name], -len(name), name))


def _described(key: Key, written: Counter[str], whole: Counter[str]) -> str:
    """Name of an actor that has none: its usual description, with its country where it has one."""
    if key[0] == "of" and only_one(key[2]):
        bare = Counter({text: n for text, n in written.items() if not country_of(text)})
        return f"{_lowered(_usual(bare)) if bare else key[2]} ({countries().name_of.get(key[1], key[1])})"
    if key[0] == "of":
        telling = Counter({text: n for text, n in whole.items() if _tells(text, key[1])})
        written = telling or written
    usual = min(written, key=lambda name: (-written[name], name.istitle(), len(name), name))
    if key[0] == "of":
        return _of_country(usual, key[1])
    alone = key[0] == "in" and len(key) > 2 and of_state(key[2])
    return _bracketed(_lowered(usual) if alone else usual, key)


def _bracketed(name: str, key: Key, *, named: bool = False) -> str:
    """The name of a body that every country has, with whose it is: that no other of its name is meant.

    >>> _bracketed("police", ("in", "d", "police")), _bracketed("ministry", ("in", "d", "ministry", "TCD"))
    ('police (country unclear)', 'ministry (Chad)')
    """
    if key[0] != "in" or not ((named and institution(key[2])) or of_state(key[2])):
        return name
    return f"{name} ({countries().name_of[key[3]] if len(key) > 3 else 'country unclear'})"


def _lowered(text: str) -> str:
    """A description without the capital of a sentence's first word."""
    return text[:1].lower() + text[1:] if text[1:].islower() else text


def _tells(text: str, iso3: str) -> bool:
    return len(text.split()) <= _LONGEST_DESCRIPTION and country_of(text) == iso3


def _of_country(name: str, iso3: str) -> str:
    """The name with the country's adjective before it, unless it names the country itself."""
    adjective = countries().adjective_of.get(iso3)
    return f"{adjective} {name}" if adjective and country_of(name) != iso3 else name


def _miscased(name: str) -> int:
    """How much a name looks like a headline's (all capitals), a careless writer's (none) or an acronym."""
    return 2 if name.islower() or (name.isupper() and " " in name) else int(name.isupper() and len(name) < 9)


def _type(sort: str, names: Sequence[Mention]) -> str:
    if sort in _SORT_TYPES and sort != "person":
        return _SORT_TYPES[sort]
    kinds = [GROUP if _several(m) else m.type for m in names]
    if sort == "person":
        return OFFICIAL if OFFICIAL in kinds else PERSON
    if sort == "body":
        kinds = [kind for kind in kinds if kind in (ORGANIZATION, GROUP)]
    return min(set(kinds), key=lambda kind: (-kinds.count(kind), BY_TYPE.index(kind)), default=ORGANIZATION)


def _several(mention: Mention) -> bool:
    """Whether a nominal for persons means more than one of them ("US officials")."""
    return (
        mention.kind == NOMINAL
        and mention.type in PERSONS
        and (mention.name or mention.text).lower().endswith(_PLURAL)
        and not (mention.name or mention.text).lower().endswith("ss")
    )


def _role(sort: str, name: str, names: Sequence[Mention]) -> str:
    """What most mentions say; of a body, else, what its name says that it is ("Madras High Court")."""
    said = _most([m.role for m in names if m.role])
    if said or sort not in ("body", "of", "in") or {m.label for m in names} == {"NORP"}:
        return said
    words = fold(name.split(" of ")[0]).split()
    parts = [" ".join(words[begin:]) for begin in range(len(words))]
    known = (roles().get(part) or roles().get(part.removesuffix("s")) for part in parts)
    return next((noun.role for noun in known if noun), "")


def _country(key: Key, names: Sequence[Mention], titles: Counter[str]) -> str:
    """Where the actor belongs: its key, else what its mentions say, its titles, or its own name."""
    if key[0] in ("country", "people", "of"):
        return key[1]
    if key[0] == "body" and len(key) > 2:
        return key[2]
    if key[0] == "in" and len(key) > 3:
        return key[3]
    if key[0] == "place" and key[1] in _PARTS:
        return ""
    if said := _most([m.country for m in names if m.country]):
        return said
    if key[0] == "place":
        capital = countries().by_capital.get(key[1])
        return capital or (places()[key[1]].iso3 if key[1] in places() else "")
    if key[0] == "person":
        return _most([iso3 for title in titles.elements() if (iso3 := country_of(title))])
    if key[0] != "body":
        return ""
    whole = [seen for m in names if " " in (seen := surface(m)) or fold(seen) == key[1]]
    return _most([iso3 for seen in whole if (iso3 := country_of(seen))])
