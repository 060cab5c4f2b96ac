"""Descriptions that stand for nobody: "people", "heads", "a member", of whom the text states no act.

They are mentions still, but no actors: in a graph they would be one node an article that says nothing. A
description stays an actor if it has a country or is a body that states have, if something is done, said or
suffered by it, or if it is a body that somebody belongs to or leads. "People" and "a man" are nobody even so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphbuild.lexicons import roles
from graphbuild.lexicons.en.person_nouns import ANYBODY
from graphbuild.names import fold
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.institutions import of_state
from graphbuild.resolve.links import Key, Link
from graphbuild.vocabulary import GROUP, NAME, NOMINAL, ORGANIZATION, VERB

__all__ = ["nobodies"]

_INDEFINITE = frozenset("a an any some other another many most more few no such".split())
_NOBODY = Link((), "")


def nobodies(extractions: Iterable[Extraction], links: Mapping[str, Link]) -> dict[str, Link]:
    """Take the links of those away who stand for nobody.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to Link
        Of all mentions.

    Returns
    -------
    dict of str to Link
        ``mention_id`` of each mention that stands for nobody to the empty key. A text that names nobody
        keeps those whom it describes.
    """
    found: dict[str, Link] = {}
    for extraction in extractions:
        mentions = {m.mention_id: m for m in extraction.mentions}
        by_key: defaultdict[Key, list[Mention]] = defaultdict(list)
        for mention in mentions.values():
            if key := links[mention.mention_id].key:
                by_key[key].append(mention)
        doing = _doing(extraction, mentions, links)
        vain = [k for k in by_key if _vain(k) and (k not in doing or all(map(_anybody, by_key[k])))]
        if any(m.kind == NAME for key in by_key for m in by_key[key]):
            found.update((m.mention_id, _NOBODY) for key in vain for m in by_key[key])
    return found


def _vain(key: Key) -> bool:
    """Whether a description alone is no reason for an actor: it is known in one text, and no body of a state."""
    return key[0] == "in" and not of_state(key[2])


def _anybody(mention: Mention) -> bool:
    """Whether a description tells nobody from anybody: "people", "a man"; but "two men", "the man"."""
    words = fold(mention.text).split()
    return mention.kind == NOMINAL and words[-1] in ANYBODY and len(words) == 1 + (words[0] in _INDEFINITE)


def _doing(
    extraction: Extraction, mentions: Mapping[str, Mention], links: Mapping[str, Link]
) -> frozenset[Key]:
    """Actors of whom an act is stated, and bodies to which or to whose somebody is said to belong."""
    found: set[Key] = set()
    for relation in extraction.relations:
        ends = (relation.source, relation.target)
        keys = [links[end].key for end in ends if end in links]
        if relation.kind == VERB:
            found.update(keys)
            if relation.speaker:
                found.add(links[relation.speaker].key)
        else:
            found.update(key for end, key in zip(ends, keys, strict=False) if _body(mentions[end]))
    found.update(links[m.mention_id].key for m in mentions.values() if m.kind == NAME)
    return frozenset(found)


def _body(mention: Mention) -> bool:
    """Whether a description is of a body, "the union", "rebels", and not of persons one by one, "members"."""
    last = fold(mention.name).rpartition(" ")[2]
    noun = roles().get(last) or roles().get(last.removesuffix("s"))
    return mention.type == ORGANIZATION or (mention.type == GROUP and noun is not None and noun.type == GROUP)
