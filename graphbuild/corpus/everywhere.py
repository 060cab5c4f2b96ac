"""The actors that more than one document can know, summed up from what all their mentions tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from graphbuild.corpus.files import Rows
from graphbuild.corpus.links import ACTORS, TOLD, Links, actor_row
from graphbuild.disk.database import connection, view
from graphbuild.records import Actor, Mention
from graphbuild.resolve.actors import Told, summed
from graphbuild.resolve.ids import ids
from graphbuild.resolve.links import Key

__all__ = ["CALLED", "everywhere"]

CALLED = ("number", "alias", "rule", "count")
_Told = tuple[int, list[Told]]

_AT_ONCE = 1000  # rows
_TOLD = """
SELECT number, rule, office, kind, text, label, name, type, role, country, title, CAST(SUM(count) AS BIGINT)
FROM told
GROUP BY ALL
ORDER BY number
"""


def everywhere(found: Links) -> list[Actor]:
    """Sum up actors.

    Parameters
    ----------
    found : Links
        Beside its files go ``summed.parquet``, with ``number`` and the columns `ACTORS` but for the id,
        ``ids.parquet``, which has it, and ``called.parquet``, with the columns `CALLED`. Its ``numbers``
        are emptied.

    Returns
    -------
    list of Actor
        By their numbers, without aliases.
    """
    keys = list(found.numbers)
    known: dict[Key, Actor] = {}
    with (
        Rows(found.folder / "summed.parquet", ("number", *ACTORS[1:])) as actors,
        Rows(found.folder / "called.parquet", CALLED) as called,
    ):
        for told in _several(_told(found.folder / "told.parquet")):
            rows, others = [], []
            for number, one in told:
                actor, names = summed(keys[number], one)
                rows.append((number, *actor_row(actor)[1:]))
                others += [(number, alias, rule, n) for (alias, rule), n in names.items()]
                known[keys[number]] = replace(actor, aliases=())
            actors.add(rows)
            called.add(others)
    given = ids(known)
    with Rows(found.folder / "ids.parquet", ("number", "actor_id")) as out:
        out.add([(number, given[key]) for number, key in enumerate(keys)])
    found.numbers.clear()  # they are as many as the actors, and nobody asks for them any more
    return [replace(known.pop(key), actor_id=given.pop(key)) for key in keys]


def _several(told: Iterator[_Told]) -> Iterator[list[_Told]]:
    """Some actors at a time, as long as there are any."""
    while some := list(islice(told, _AT_ONCE)):
        yield some


def _told(path: Path) -> Iterator[_Told]:
    """What the mentions of each actor tell, each as often as it is told."""
    with connection() as made:
        view(made, "told", path, TOLD)
        batches = made.sql(_TOLD).to_arrow_reader(_AT_ONCE)
        rows = (row for batch in batches for row in zip(*(c.to_pylist() for c in batch.columns), strict=True))
        for number, group in groupby(rows, key=lambda row: row[0]):
            told: list[Told] = []
            for at, (_, rule, office, kind, text, label, *rest, count) in enumerate(group):
                name, sort, role, country, title = rest
                one = Mention(str(at), "", 0, 0, 0, text, label, kind, "", name, sort, role, country, title)
                told += [Told(one, rule, office)] * count
            yield number, told
