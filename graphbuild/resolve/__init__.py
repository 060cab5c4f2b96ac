"""From mentions to actors: who is meant, over the whole corpus.

The way: ``survey`` finds out what the corpus as a whole says of names. Then, document by document, ``sorts``
tells what kind of actor each named mention stands for; ``people`` and ``bodies`` find out which names are one
person's or one organization's; ``references`` lets nominals and pronouns follow. ``actors`` sums up each
actor from its mentions; and ``corrections`` sets right what the user says is wrong, whereupon they are summed
up again. Every link carries the name of the rule that made it, and every rule compares a mention with a full
name or a fact, never with another doubtful mention, so that no chain of weak matches can join two actors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graphbuild.records import Actor, Correction, Extraction, Merge, uncollected
from graphbuild.resolve.actors import actors
from graphbuild.resolve.corrections import corrections as corrected
from graphbuild.resolve.links import Link
from graphbuild.resolve.survey import linked, survey

__all__ = ["Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who.

    Attributes
    ----------
    actors : tuple of Actor
        By ``actor_id``.
    links : mapping of str to str
        ``mention_id`` to ``actor_id`` for every mention; empty for a pronoun that stands for nobody known.
    merges : tuple of Merge
        Why each alias belongs to its actor, by actor, alias and rule; to none (``""``) if it is ignored.
    corrections : tuple of Correction
        What was applied, in order, each with the ``problem`` that kept it from having an effect.
    added : mapping of int to (str, str)
        By the place in ``corrections`` of a row that adds a relation: ids of the two actors, empty of one
        that is no more.
    """

    actors: tuple[Actor, ...]
    links: Mapping[str, str]
    merges: tuple[Merge, ...]
    corrections: tuple[Correction, ...] = ()
    added: Mapping[int, tuple[str, str]] = field(default_factory=dict)


@uncollected()
def resolve(extractions: Iterable[Extraction], *, corrections: Iterable[Correction] = ()) -> Resolution:
    """Link mentions to actors.

    Countries meet by ISO code, known groups by alias, organizations by name and by acronyms that the texts
    define, persons by full name and by the surname that follows it in the same document (or that only one
    full name of the corpus has). Demonym nouns ("Russians") are the people, a group of that country, not the
    country. Nominals with a country ("Syrian rebels") are one actor throughout, bare ones ("the rebels")
    one in each document. What stays ambiguous stays apart.

    Parameters
    ----------
    extractions : iterable of Extraction
        In any order: the result does not depend on it.
    corrections : iterable of Correction
        Applied to what was found, top to bottom (see `graphbuild.read.corrections`). Actors that they do not
        speak of keep their ids.

    Returns
    -------
    Resolution

    Examples
    --------
    >>> from graphbuild.records import Document, Mention
    >>> text = "Ada Lovelace met Charles Babbage. Lovelace wrote."
    >>> spans = [(0, 12, 0), (17, 32, 0), (34, 42, 1)]
    >>> mentions = tuple(Mention(f"d:{a}-{b}", "d", s, a, b, text[a:b], "PERSON", "name", name=text[a:b],
    ...                          type="person") for a, b, s in spans)
    >>> found = resolve([Extraction(Document("d", text), ((0, 33), (34, 49)), mentions, ())])
    >>> [actor.actor_id for actor in found.actors], found.links["d:34-42"]
    (['ada-lovelace', 'charles-babbage'], 'ada-lovelace')
    >>> found.merges
    (Merge(alias='Lovelace', actor_id='ada-lovelace', rule='surname', count=1),)
    """
    articles = sorted(extractions, key=lambda e: e.document.doc_id)
    known = survey(articles)
    links: dict[str, Link] = {}
    for article in articles:
        links.update(linked(article, known))
    found = actors(articles, links)
    if not (rows := tuple(corrections)):
        return Resolution(*found)
    right = corrected(rows, articles, links, *found[:2])
    made, meant, merges = actors(articles, right.links, right.settled)
    living = {actor.actor_id for actor in made}
    ids = {key: actor.actor_id for key, actor in right.settled.items() if actor.actor_id in living}
    added = {at: (ids.get(one, ""), ids.get(other, "")) for at, (one, other) in right.added.items()}
    merges = tuple(sorted((*right.merges, *merges), key=_order))
    return Resolution(made, meant, merges, right.rows, added)


def _order(merge: Merge) -> tuple[str, str, str]:
    return merge.actor_id, merge.alias, merge.rule
