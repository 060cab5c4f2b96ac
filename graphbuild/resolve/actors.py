"""What an actor is, summed up from its mentions: name, type, role, country, titles, aliases, id."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.lexicons import countries, groups, places
from graphbuild.names import country_of, fold, person, strip_article
from graphbuild.records import Actor, Extraction, Mention, Merge, content_id
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.people import known_leader
from graphbuild.resolve.sorts import surface

__all__ = ["actors"]

_ORDER = ("country", "official", "person", "organization", "group", "place", "")
_SORT_TYPES = {"country": "country", "people": "group", "place": "place", "person": "person"}
_LONGEST_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[\W_]+")
_NUMBERED = re.compile(
    r"^(?:(?:\d[\d,.]*|an?|the|this|that|these|those|some|several|many|two|three|four|five|six|seven|eight|nine|ten|"
    r"at least|about|more than|dozens of|hundreds of|thousands of)\s+)+(?=\S)",
    re.I,
)


def actors(
    extractions: Iterable[Extraction], links: Mapping[str, Link]
) -> tuple[tuple[Actor, ...], dict[str, str], tuple[Merge, ...]]:
    """Sum up each actor from the mentions that are linked to it.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to Link
        ``mention_id`` to actor key and rule, the empty key for nobody.

    Returns
    -------
    tuple of (tuple of Actor, dict of str to str, tuple of Merge)
        Actors by id, ``mention_id`` to ``actor_id``, merges by actor, alias and rule.
    """
    mentions: defaultdict[Key, list[Mention]] = defaultdict(list)
    for extraction in extractions:
        for mention in extraction.mentions:
            if key := links[mention.mention_id].key:
                mentions[key].append(mention)
    known = {
        key: _actor(key, [m for m in found if links[m.mention_id].rule != "refers back"] or found)
        for key, found in mentions.items()
    }
    ids = _ids(known)
    made = tuple(sorted((_with_id(known[key], ids[key]) for key in known), key=lambda actor: actor.actor_id))
    linked = {mention_id: ids.get(link.key, "") for mention_id, link in links.items()}
    return made, linked, _merges(mentions, links, known, ids)


def _actor(key: Key, mentions: Sequence[Mention]) -> Actor:
    sort, body = key[0], groups().get(fold(strip_article(key[1]))) if key[0] == "known" else None
    names = [m for m in mentions if m.kind == "name"] or list(mentions)
    leader = known_leader(key)
    surfaces = Counter(_shown(m) for m in mentions if m.kind != "pronoun")
    name = leader.name if leader else _name(key, surfaces, names)
    kind = body.type if body else _type(sort, names)
    titles = Counter(" ".join(m.title.split()) for m in mentions if m.title)
    country = body.country if body else _country(key, names, titles)
    if leader and not country:
        country = leader.iso3
    if leader and kind == "person":
        kind = "official"
    role = body.role if body else _most(Counter(m.role for m in names if m.role))
    if leader:
        role = role or "GOV"
    return Actor(
        actor_id="",
        name=name,
        type=kind,
        role="" if sort in ("country", "people", "place") else role,
        country=country,
        titles=_by_count(titles),
        aliases=_by_count(Counter({alias: n for alias, n in surfaces.items() if alias != name})),
    )


def _with_id(actor: Actor, actor_id: str) -> Actor:
    return Actor(actor_id, actor.name, actor.type, actor.role, actor.country, actor.titles, actor.aliases)


def _shown(mention: Mention) -> str:
    """The mention's words as they go among the aliases."""
    text = surface(mention)
    return _NUMBERED.sub("", text) if mention.kind == "nominal" else text


def _by_count(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda text: (-counts[text], text)))


def _most(counts: Counter[str]) -> str:
    return _by_count(counts)[0] if counts else ""


def _name(key: Key, surfaces: Counter[str], names: Sequence[Mention]) -> str:
    """The name as properly written: the word lists' own, a full name rather than a short one, the usual one."""
    sort = key[0]
    if sort == "country":
        return countries().name_of.get(key[1], key[1])
    if sort == "people":
        return countries().people_of.get(key[1], key[1])
    if sort == "known":
        return key[1]
    if sort == "place" and key[1] in places():
        return places()[key[1]].name
    written = Counter(_shown(m) for m in names if m.kind != "pronoun") or surfaces
    if sort == "person":
        full = person(key[1])
        whole = Counter(
            {name: n for name, n in written.items() if len(person(name).words) == len(full.words)}
        )
        written = whole or written
    return min(written, key=lambda name: (_miscased(name), -written[name], -len(name), name))


def _miscased(name: str) -> bool:
    """All capitals over several words, or no capital at all: how a headline or a careless writer has it."""
    return name.islower() or (name.isupper() and " " in name)


def _type(sort: str, names: Sequence[Mention]) -> str:
    if sort in _SORT_TYPES and sort != "person":
        return _SORT_TYPES[sort]
    votes = Counter(m.type for m in names)
    if sort == "person":
        return "official" if votes["official"] else "person"
    if sort == "body":
        votes = Counter({kind: n for kind, n in votes.items() if kind in ("organization", "group")})
    return min(votes, key=lambda kind: (-votes[kind], _ORDER.index(kind))) if votes else "organization"


def _country(key: Key, names: Sequence[Mention], titles: Counter[str]) -> str:
    """Where the actor belongs: its key, else what its mentions say, its titles, or its own name."""
    if key[0] in ("country", "people", "of"):
        return key[1]
    if key[0] == "body" and len(key) > 2:
        return key[2]
    said = Counter(m.country for m in names if m.country)
    if said:
        return _most(said)
    if key[0] == "place":
        nations = countries()
        return nations.by_capital.get(key[1]) or (places()[key[1]].iso3 if key[1] in places() else "")
    if key[0] == "person":
        return _most(Counter({iso3: n for title, n in titles.items() if (iso3 := country_of(title))}))
    return country_of(key[1]) if key[0] == "body" else ""


def _ids(known: Mapping[Key, Actor]) -> dict[Key, str]:
    """A readable id for each actor: its name, with type, country or a digest where names are alike."""
    slugs: defaultdict[str, list[Key]] = defaultdict(list)
    for key, actor in known.items():
        slugs[_slug(actor.name)].append(key)
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    for slug in sorted(slugs):
        for key in sorted(slugs[slug], key=lambda k: (k[0] == "in", _ORDER.index(known[k].type), k)):
            actor = known[key]
            forms = (
                [slug, f"{slug}-{actor.type}", f"{slug}-{actor.country.lower()}"] if key[0] != "in" else []
            )
            forms.append(f"{slug}-{content_id(*key)[:8]}")
            ids[key] = next(
                (form for form in forms if form not in taken and not form.endswith("-")), forms[-1]
            )
            taken.add(ids[key])
    return ids


def _slug(name: str) -> str:
    text = unicodedata.normalize("NFC", name.casefold())
    slug = _NOT_IN_SLUG.sub("-", text.replace("'", "").replace("’", "")).strip("-")
    return slug[:_LONGEST_SLUG].strip("-") or "actor"


def _merges(
    mentions: Mapping[Key, Sequence[Mention]],
    links: Mapping[str, Link],
    known: Mapping[Key, Actor],
    ids: Mapping[Key, str],
) -> tuple[Merge, ...]:
    rows = Counter(
        (ids[key], _shown(mention), links[mention.mention_id].rule)
        for key, found in mentions.items()
        for mention in found
        if mention.kind != "pronoun" and _shown(mention) != known[key].name
    )
    return tuple(
        Merge(alias, actor_id, rule, rows[actor_id, alias, rule]) for actor_id, alias, rule in sorted(rows)
    )
