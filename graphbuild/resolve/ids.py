"""Ids of actors: readable, and from one build to the next the same as long as the names are."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from graphbuild.records import Actor, content_id
from graphbuild.resolve.links import Key
from graphbuild.vocabulary import COUNTRY, GROUP, OFFICIAL, ORGANIZATION, PERSON, PLACE

__all__ = ["BY_TYPE", "ids", "slug"]

BY_TYPE = (COUNTRY, OFFICIAL, PERSON, ORGANIZATION, GROUP, PLACE, "")
"""Types of actors, the one first that has a name for itself."""

_LONGEST_SLUG = 60
_NOT_IN_SLUG = re.compile(r"[\W_]+")


def ids(known: Mapping[Key, Actor], settled: Mapping[Key, Actor] = MappingProxyType({})) -> dict[Key, str]:
    """A readable id for each actor: its name, with type, country or a digest where names are alike.

    That of an actor of one document always has a digest, and so depends on no other actor.

    Parameters
    ----------
    known : mapping of Key to Actor
        With name, type and country.
    settled : mapping of Key to Actor
        Those that have their ids.

    Returns
    -------
    dict of Key to str

    Examples
    --------
    >>> ann = Actor("", "Ann Lee", "person")
    >>> ids({("person", "ann lee"): ann, ("in", "d", "ann lee"): ann})
    {('person', 'ann lee'): 'ann-lee', ('in', 'd', 'ann lee'): 'ann-lee-26cdd715'}
    """
    given = {key: settled[key].actor_id for key in known if key in settled}
    taken = set(given.values())
    slugs: defaultdict[str, list[Key]] = defaultdict(list)
    alone = []
    for key in known.keys() - given.keys():
        if key[0] == "in":
            alone.append(key)
        else:
            slugs[slug(known[key].name)].append(key)
    for stem in sorted(slugs):
        for key in sorted(slugs[stem], key=lambda k: (BY_TYPE.index(known[k].type), k)):
            actor = known[key]
            forms = [stem, f"{stem}-{actor.type}", f"{stem}-{actor.country.lower()}", _digested(stem, key)]
            given[key] = next(
                (form for form in forms if form not in taken and not form.endswith("-")), forms[-1]
            )
            taken.add(given[key])
    return given | {key: _digested(slug(known[key].name), key) for key in alone}


def _digested(stem: str, key: Key) -> str:
    return f"{stem}-{content_id(*key)[:8]}"


def slug(name: str) -> str:
    """A name in the form of ids.

    Examples
    --------
    >>> slug("Müller's AG")
    'müllers-ag'
    """
    text = unicodedata.normalize("NFC", name.casefold())
    joined = _NOT_IN_SLUG.sub("-", text.replace("'", "").replace("’", "")).strip("-")
    return joined[:_LONGEST_SLUG].strip("-") or "actor"
