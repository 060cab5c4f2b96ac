"""Single names whose bearer a document makes known by more than the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from graphbuild.records import Mention
from graphbuild.resolve.links import Link
from graphbuild.resolve.persons.forms import key_of, proper_name

__all__ = ["alike"]

_NUMBER = re.compile(r"x{0,2}(?:ix|iv|v?i{1,3}|v)|x{1,2}")


def alike(mentions: Sequence[Mention], links: Mapping[str, Link]) -> dict[str, Link]:
    """Link single names that stand for themselves to the only person of the document who must be meant.

    That is who has the same name with a ruler's number ("Roe II") or an initial ("J. Roe"), or whom a title
    beside it makes known ("President Roe" and "the Roe administration").

    Parameters
    ----------
    mentions : sequence of Mention
        Named mentions of persons, of one document.
    links : mapping of str to Link
        Of all of them.

    Returns
    -------
    dict of str to Link
        The links that change.

    Examples
    --------
    >>> names = [Mention(f"d:{i}", "d", 0, i, i + 1, name, "PERSON", "name", name=name, type="person")
    ...          for i, name in enumerate(("Roe II", "Roe", "Moran"))]
    >>> links = {m.mention_id: Link(("person", key_of(m.name)), "same name") for m in names}
    >>> alike(names, links)
    {'d:1': Link(key=('person', 'roe ii'), rule='part of name')}
    """
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key, head = key_of(proper_name(mention)), links[mention.mention_id].key[1]
        base, _, number = key.rpartition(" ")
        if base and " " not in base and _NUMBER.fullmatch(number):
            meant[base].add(head)
        elif len(base) == 1:
            meant[number].add(head)
        elif mention.title and " " not in key and head != key:
            meant[key].add(head)
    found = {}
    for mention in mentions:
        key = key_of(proper_name(mention))
        if links[mention.mention_id].key[1] == key and len(heads := meant.get(key, set())) == 1:
            found[mention.mention_id] = Link(("person", min(heads)), "part of name")
    return found
