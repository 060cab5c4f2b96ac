"""What has to be known of a whole corpus before the mentions of one document can be linked.

It grows with the names, not with the mentions, and documents are looked at one after the other, so that they
need not all be in memory.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.records import Extraction
from graphbuild.resolve import bodies, sorts
from graphbuild.resolve.links import Link
from graphbuild.resolve.nobodies import nobodies
from graphbuild.resolve.persons import people
from graphbuild.resolve.references import references

__all__ = ["Survey", "linked", "survey"]


@dataclass(frozen=True, slots=True)
class Survey:
    """What the documents of a corpus say together.

    Attributes
    ----------
    votes : mapping of str to Counter of str
        For what sorts of actor they take a name of several words.
    people : graphbuild.resolve.persons.people.Known
    bodies : graphbuild.resolve.bodies.Said
    """

    votes: Mapping[str, Counter[str]]
    people: people.Known
    bodies: bodies.Said


def survey(extractions: Iterable[Extraction]) -> Survey:
    """Look through a corpus, twice.

    Parameters
    ----------
    extractions : iterable of Extraction
        Can be gone through more than once; in any order.

    Returns
    -------
    Survey

    Examples
    --------
    >>> survey([]).people.chosen
    {}
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for extraction in extractions:
        for (name, sort), n in sorts.votes(extraction).items():
            votes[name][sort] += n
    names: Counter[str] = Counter()
    called, told = [], bodies.Agreed()
    for extraction in extractions:
        here = sorts.sorts(extraction, votes)
        names.update(people.full_names(here.people))
        if further := people.said(here.people, extraction):
            called.append(further)
        told.add(bodies.said(here.bodies, extraction))
    return Survey(votes, people.agreed(names, called), told.said())


def linked(extraction: Extraction, known: Survey) -> dict[str, Link]:
    """Link the mentions of a document.

    Parameters
    ----------
    extraction : Extraction
    known : Survey
        Of its corpus.

    Returns
    -------
    dict of str to Link
        Of every mention, by ``mention_id``; with the empty key what stands for nobody.
    """
    here = sorts.sorts(extraction, known.votes)
    links = {
        **here.links,
        **people.people(here.people, extraction, known.people),
        **bodies.bodies(here.bodies, extraction, known.bodies),
    }
    links.update(references([extraction], links))
    links.update(nobodies([extraction], links))
    return links
