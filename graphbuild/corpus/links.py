"""Which actor each mention of a corpus stands for, document by document.

Actors that only one document can know ("the rebels") are summed up with it. All others have a number, by
which what their mentions tell is collected; `graphbuild.corpus.everywhere` sums it up.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphbuild.corpus.articles import Articles
from graphbuild.corpus.files import Rows
from graphbuild.records import Actor, Extraction, Mention
from graphbuild.resolve.actors import Told, country_of_office, summed
from graphbuild.resolve.homes import home
from graphbuild.resolve.ids import ids
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.survey import Survey, linked
from graphbuild.tables import LIST
from graphbuild.vocabulary import NAME

__all__ = ["ACTORS", "MERGES", "NOBODY", "TOLD", "Batch", "Links", "actor_row", "links"]

NOBODY = -1
"""The number of what stands for no actor; those of actors of one document begin below."""

TOLD = (
    *("number", "rule", "office", "kind", "text", "label", "name", "type", "role", "country", "title"),
    "count",
)
ACTORS = ("actor_id", "name", "type", "role", "country", "titles", "aliases")
MERGES = ("alias", "actor_id", "rule", "count")
_HELD = 4  # batches that stay in memory


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents and who is in them.

    Attributes
    ----------
    numbers : list of int
        Of the actor of each mention, in the order of documents and mentions.
    here : list of Actor
        Those that only one document knows: the first has the number -2, the next -3.
    """

    numbers: list[int]
    here: list[Actor]


class Links:
    """The links of a corpus.

    Attributes
    ----------
    numbers : dict of Key to int
        Of actors that more than one document can know, from 0.
    heard : set of int
        Of these, who has a name or a part in a stated relation.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers: dict[Key, int] = {}
        self.heard: set[int] = set()
        self._held: list[Batch] = []
        self._number = 0

    def add(self, batch: Batch) -> None:
        """Keep what `batches` is to give."""
        if self._number < _HELD:
            self._held.append(batch)
        else:
            with self._file(self._number).open("wb") as out:
                pickle.dump(batch, out, protocol=pickle.HIGHEST_PROTOCOL)
        self._number += 1

    def batches(self) -> Iterator[Batch]:
        """Who is in the documents of each batch, in their order."""
        yield from self._held
        for number in range(len(self._held), self._number):
            with self._file(number).open("rb") as kept:
                yield pickle.load(kept)

    def _file(self, number: int) -> Path:
        return self.folder / f"links-{number}.pickle"


def links(
    articles: Articles,
    known: Survey,
    folder: Path,
) -> Links:
    """Link all mentions.

    Parameters
    ----------
    articles : Articles
    known : Survey
        Of them.
    folder : Path
        For what does not stay in memory: ``told.parquet`` with the columns `TOLD`, ``actors-here.parquet``
        and ``merges-here.parquet`` with `ACTORS` and `MERGES` of those that one document knows.

    Returns
    -------
    Links
    """
    found = Links(folder)
    with (
        Rows(folder / "told.parquet", TOLD) as told,
        Rows(folder / "actors-here.parquet", ACTORS) as actors,
        Rows(folder / "merges-here.parquet", MERGES) as merges,
    ):
        for batch in articles.batches():
            one = _Batch(found)
            for extraction in batch:
                one.take(extraction, linked(extraction, known))
            told.add([(*row, n) for row, n in one.told.items()])
            made, rows = one.here()
            actors.add([actor_row(actor) for actor in made])
            merges.add(rows)
            found.add(Batch(one.numbers, [replace(actor, aliases=()) for actor in made]))
    return found


def actor_row(actor: Actor) -> tuple[str, ...]:
    """An actor with the columns of `ACTORS`."""
    titles, aliases = LIST.join(actor.titles), LIST.join(actor.aliases)
    return actor.actor_id, actor.name, actor.type, actor.role, actor.country, titles, aliases


class _Batch:
    """What comes together of some documents."""

    def __init__(self, found: Links) -> None:
        self._known, self._heard = found.numbers, found.heard
        self._here: defaultdict[Key, list[Told]] = defaultdict(list)
        self._place: dict[Key, int] = {}
        self.numbers: list[int] = []
        self.told: Counter[tuple[object, ...]] = Counter()

    def take(self, extraction: Extraction, own: Mapping[str, Link]) -> None:
        about = home(extraction)
        number_of: dict[str, int] = {}
        for m in extraction.mentions:
            key, rule = own[m.mention_id]
            if not key:
                number = NOBODY
            elif key[0] == "in":
                number = self._place.setdefault(key, NOBODY - 1 - len(self._place))
                self._here[key].append(Told(m, rule, country_of_office(m, about)))
            else:
                number = self._known.setdefault(key, len(self._known))
                office = country_of_office(m, about) if key[0] == "person" else ""
                self.told[number, rule, office, *_says(m)] += 1
                if m.kind == NAME:
                    self._heard.add(number)
            number_of[m.mention_id] = number
        self.numbers += [number_of[m.mention_id] for m in extraction.mentions]
        for relation in extraction.relations:
            source, target = number_of.get(relation.source, NOBODY), number_of.get(relation.target, NOBODY)
            if NOBODY not in (source, target) and source != target:
                speaker = number_of.get(relation.speaker, NOBODY)
                self._heard.update(number for number in (source, target, speaker) if number > NOBODY)

    def here(self) -> tuple[list[Actor], list[tuple[object, ...]]]:
        """The actors that only one document knows, in order of their numbers, and rows of `MERGES`."""
        parts = {key: summed(key, told) for key, told in self._here.items()}
        given = ids({key: actor for key, (actor, _) in parts.items()})
        made = [replace(parts[key][0], actor_id=given[key]) for key in self._place]
        rows: list[tuple[object, ...]] = [
            (alias, given[key], rule, n)
            for key, (_, called) in parts.items()
            for (alias, rule), n in called.items()
        ]
        return made, rows


def _says(m: Mention) -> Sequence[str]:
    return m.kind, m.text, m.label, m.name, m.type, m.role, m.country, m.title
