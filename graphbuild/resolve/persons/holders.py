"""Leaders and holders of office that the word lists know, by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from graphbuild.lexicons.en.person_nouns import WITHOUT_OFFICE
from graphbuild.lexicons.gazetteer.leaders import Leader, leaders
from graphbuild.lexicons.gazetteer.officials import Official, officials
from graphbuild.names import fold, person
from graphbuild.records import Mention
from graphbuild.resolve.links import Key
from graphbuild.resolve.persons.forms import key_of, proper_name

__all__ = [
    "known_leader",
    "known_official",
    "leader_keys",
    "leaders_by_key",
    "leaders_by_surname",
    "officials_by_key",
]

_PUBLIC = frozenset("GOV MIL LEG JUD COP SPY PTY OPP IGO REB PRM UNK".split())


@cache
def leader_keys() -> dict[str, str]:
    """Names and aliases of leaders, as keys, to the key of the canonical name."""
    keys: dict[str, str] = {}
    for leader in leaders():
        keys[key_of(leader.name)] = key_of(leader.name)
    for leader in leaders():
        for name in leader.aliases:
            keys.setdefault(key_of(name), key_of(leader.name))
    return keys


@cache
def leaders_by_key() -> dict[str, Leader]:
    """Leaders by key; the office in a state goes before one in an organization of states."""
    found: dict[str, Leader] = {}
    for leader in sorted(leaders(), key=lambda held: held.iso3 in ("EUR", "UNO")):
        found.setdefault(key_of(leader.name), leader)
    return found


def known_leader(key: Key) -> Leader | None:
    """The leader, if any, whose canonical name is that of a person's key."""
    return leaders_by_key().get(key[1]) if key[0] == "person" else None


@cache
def officials_by_key() -> dict[str, Official]:
    """Holders of office by the keys of their names and aliases."""
    return {key_of(name): held for held in officials() for name in (held.name, *held.aliases)}


def known_official(key: Key, mentions: Iterable[Mention]) -> Official | None:
    """The only holder of office, no leader, whose full name a person's mentions give, if nothing speaks
    against it.

    Parameters
    ----------
    key : Key
        Of an actor.
    mentions : iterable of Mention
        Its named mentions. A namesake is whom they give a walk of life without public office, or a country
        other than the office's, unless that is one in a union of states.

    Returns
    -------
    Official or None
    """
    if key[0] != "person":
        return None
    known, said = officials_by_key(), list(mentions)
    names = {key_of(form) for m in said if (name := proper_name(m)) for form in (name, f"{m.title} {name}")}
    found = {known[name] for name in {key[1], *names} if name in known}
    if len(found) != 1:
        return None
    held = found.pop()
    walks = {word for m in said for word in fold(m.title).split()[-1:]}
    countries = {m.country for m in said if m.country}
    at_home = not countries or held.iso3 in countries or held.iso3 in ("EUR", "UNO")
    walked = _PUBLIC.issuperset(m.role for m in said if m.role) and WITHOUT_OFFICE.isdisjoint(walks)
    return held if at_home and walked else None


@cache
def leaders_by_surname() -> dict[str, tuple[Leader, ...]]:
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    for leader in leaders():
        found[person(leader.name).surname].append(leader)
    return {surname: tuple(held) for surname, held in found.items()}
