"""All tables of a corpus, out of core: what grows with it is in files, and SQL joins and sums it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyRelation

from graphbuild.analysis.association import association_to
from graphbuild.analysis.titles import own_titles, unseen
from graphbuild.corpus.articles import Articles, Kept
from graphbuild.corpus.everywhere import CALLED, everywhere
from graphbuild.corpus.files import Rows, Tables
from graphbuild.corpus.links import ACTORS, MERGES, links
from graphbuild.corpus.tables import SEEN, tables
from graphbuild.disk.database import connection, view
from graphbuild.edges.aggregate import aggregate_to
from graphbuild.records import uncollected
from graphbuild.resolve.survey import survey
from graphbuild.vocabulary import COUNTED

__all__ = ["corpus"]

_AT_ONCE = 1 << 16  # rows
_ACTORS = """
WITH named AS (
    SELECT i.actor_id, s.name, s.type, s.role, s.country, s.titles, s.aliases
    FROM summed AS s JOIN ids AS i ON i.number = s.number
    UNION ALL
    SELECT * FROM here
),
read AS (
    SELECT m.actor_id, m.doc_id, COUNT(*) AS n FROM mentions AS m GROUP BY m.actor_id, m.doc_id
),
counted AS (
    SELECT
        r.actor_id, SUM(r.n) AS n_mentions, COUNT(*) AS n_documents, MIN(NULLIF(d.date, '')) AS first_date,
        MAX(d.date) AS last_date
    FROM read AS r JOIN documents AS d ON d.doc_id = r.doc_id
    GROUP BY r.actor_id
)
SELECT
    n.*, CAST(COALESCE(c.n_mentions, 0) AS BIGINT) AS n_mentions,
    CAST(COALESCE(c.n_documents, 0) AS BIGINT) AS n_documents, COALESCE(c.first_date, '') AS first_date,
    COALESCE(c.last_date, '') AS last_date
FROM named AS n LEFT JOIN counted AS c ON c.actor_id = n.actor_id
ORDER BY n_mentions DESC, n.name, n.actor_id
"""
_MERGES = """
SELECT c.alias, i.actor_id, c.rule, c.count FROM called AS c JOIN ids AS i ON i.number = c.number
UNION ALL
SELECT alias, actor_id, rule, count FROM here
ORDER BY actor_id, alias, rule
"""
_UNSEEN = """
WITH known AS (SELECT actor_id, LIST(DISTINCT title) AS found FROM seen GROUP BY actor_id)
SELECT a.actor_id, a.name, a.country, a.titles, k.found
FROM actors AS a LEFT JOIN known AS k ON k.actor_id = a.actor_id
WHERE a.titles <> ''
"""
_TITLES = """
SELECT
    actor_id, name, title, organization, organization_name, country,
    COALESCE(MIN(NULLIF(date, '')), '') AS first_date, COALESCE(MAX(date), '') AS last_date,
    COUNT(date) AS count
FROM seen
GROUP BY ALL
ORDER BY actor_id, first_date = '', first_date, title, organization, country
"""


@uncollected()
def corpus(
    kept: Kept,
    paths: Mapping[str, str],
    folder: Path,
    *,
    window: int = 0,
    statuses: Collection[str] = COUNTED,
) -> None:
    """Write the tables of a network as Parquet files, with the rows that `graphbuild.build.assemble` gives.

    Parameters
    ----------
    kept : Kept
        Where the extractions are.
    paths : mapping of str to str
        Path of each document by its key there.
    folder : Path
        For the files, ``documents.parquet`` and so on.
    window, statuses
        As for `graphbuild.build.build`.
    """
    with TemporaryDirectory(prefix="graphbuild-") as name:
        work = Path(name)
        articles = Articles(kept, paths, work)
        found = links(articles, survey(articles), work)
        documents = tables(articles, found, everywhere(found), folder, window=window)
        with Tables(folder / "documents.parquet", "documents") as out:
            out.add(documents)
        _small(folder, work)
        summed = work / "edges.parquet"
        aggregate_to(summed, folder / "relations.parquet", documents, statuses=statuses)
        association_to(
            folder / "edges.parquet", summed, folder / "mentions.parquet", documents, window=window
        )


def _small(folder: Path, work: Path) -> None:
    """The tables of actors, and beside them."""
    with connection() as made:
        view(made, "summed", work / "summed.parquet", ("number", *ACTORS[1:]))
        view(made, "ids", work / "ids.parquet", ("number", "actor_id"))
        view(made, "here", work / "actors-here.parquet", ACTORS)
        view(made, "mentions", folder / "mentions.parquet", ("actor_id", "doc_id"))
        view(made, "documents", folder / "documents.parquet", ("doc_id", "date"))
        _written(made.sql(_ACTORS), folder, "actors")
    with connection() as made:
        view(made, "ids", work / "ids.parquet", ("number", "actor_id"))
        view(made, "called", work / "called.parquet", CALLED)
        view(made, "here", work / "merges-here.parquet", MERGES)
        _written(made.sql(_MERGES), folder, "merges")
    with connection() as made:
        view(made, "actors", folder / "actors.parquet", ("actor_id", "name", "country", "titles"))
        view(made, "seen", work / "seen.parquet", SEEN)
        with Rows(work / "unseen.parquet", SEEN) as unseen_rows:
            for batch in made.sql(_UNSEEN).to_arrow_reader(_AT_ONCE):
                unseen_rows.add([*_never(batch.to_pylist())])
    with connection() as made:
        view(made, "seen", [work / "seen.parquet", work / "unseen.parquet"], SEEN)
        _written(made.sql(_TITLES), folder, "titles")


def _never(actors: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str | None, ...]]:
    """Titles of actors that no sentence has as they are written."""
    for actor in actors:
        found = set(actor["found"] or ())
        for title in own_titles(actor["titles"]).values():
            if title not in found:
                yield *unseen(actor, title), None


def _written(rows: DuckDBPyRelation, folder: Path, name: str) -> None:
    with Tables(folder / f"{name}.parquet", name) as out:
        for batch in rows.to_arrow_reader(_AT_ONCE):
            out.add(pa.Table.from_batches([batch]))
