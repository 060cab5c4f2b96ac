"""Relations summed to edges.

The SQL is plain enough for DuckDB and Spark alike.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb
import pandas as pd

from graphbuild.records import content_id
from graphbuild.tables import check
from graphbuild.vocabulary import COOCCURRENCE, COUNTED

__all__ = ["aggregate"]

_EDGES = """
WITH counted AS (
    SELECT
        passage, doc, story, date, kind, relation, polarity,
        CASE WHEN {turned} THEN target ELSE source END AS source,
        CASE WHEN {turned} THEN source ELSE target END AS target
    FROM relations
),
summed AS (
    SELECT
        source, target, kind, relation,
        COUNT(DISTINCT passage) AS weight,
        COUNT(*) AS n_relations,
        COUNT(DISTINCT doc) AS n_documents,
        COUNT(DISTINCT story) AS n_stories,
        ROUND(CAST(SUM(CAST(polarity AS DECIMAL(9, 6))) AS DOUBLE) / COUNT(*), 6) AS polarity,
        COALESCE(MIN(NULLIF(date, '')), '') AS first_date,
        COALESCE(MAX(NULLIF(date, '')), '') AS last_date
    FROM counted
    GROUP BY source, target, kind, relation
)
SELECT
    a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, s.kind, s.relation,
    s.weight, s.n_relations, s.n_documents, s.n_stories, s.polarity, s.first_date, s.last_date
FROM summed AS s
JOIN actors AS a ON a.actor = s.source
JOIN actors AS b ON b.actor = s.target
ORDER BY weight DESC, source_name, target_name, kind, relation, source, target
""".replace("{turned}", f"kind = '{COOCCURRENCE}' AND source > target")


def aggregate(
    relations: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    statuses: Collection[str] = COUNTED,
) -> pd.DataFrame:
    """Edges, one per source, target, kind and relation class, strongest first.

    Parameters
    ----------
    relations, documents : DataFrame
        Tables of one build (see `graphbuild.tables`).
    statuses : collection of str
        The statuses that count: of ``asserted``, ``possible`` and ``intended``. What a text denies counts
        neither for nor against an edge, and an edge that is only ever denied does not exist.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["edges"]``. ``weight`` is the number of sentences behind the edge,
        ``n_relations`` of relations (a sentence may state two), ``n_documents`` of documents, ``n_stories``
        of documents that are no copies of each other; ``polarity`` the mean over the relations, -1 conflict
        to 1 cooperation. ``association`` is 0 and ``q_value`` 1 until `graphbuild.analysis.association`
        fills them in. Co-occurrence has no direction: its ``source`` is the smaller id. By weight, the
        strongest first, then by name.

    Raises
    ------
    ValueError
        If ``statuses`` holds anything else.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["d"], "story_id": ["s"]})
    >>> relations = pd.DataFrame({"doc_id": "d", "sentence": [0, 1, 2], "date": "2020-01-01", "kind": "verb",
    ...     "source": "A", "source_name": "Ann", "target": "B", "target_name": "Ben", "relation": "meet",
    ...     "polarity": [0.5, 0.1, -1.0], "status": ["asserted", "intended", "negated"]})
    >>> aggregate(relations, documents)[["weight", "polarity"]].values.tolist()
    [[2.0, 0.3]]
    """
    if unknown := set(statuses) - set(COUNTED):
        raise ValueError(f"an edge cannot count {', '.join(sorted(unknown))}: only {', '.join(COUNTED)}")
    counted = relations[relations["status"].isin(statuses)]
    with duckdb.default_connection().cursor() as connection:
        for name, table in _numbered(counted, documents).items():
            connection.register(name, table)
        edges = connection.sql(_EDGES).df()
    keys = zip(*(edges[c].tolist() for c in ("source", "target", "kind", "relation")), strict=True)
    edge_ids = pd.Series([content_id("edge", *key) for key in keys], dtype="str")
    return check(edges.assign(edge_id=edge_ids, association=0.0, q_value=1.0), "edges")


def _numbered(relations: pd.DataFrame, documents: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Relations with numbers for actors, documents and sentences, which compare faster than text."""
    ends = pd.concat(
        [relations[["source", "source_name"]].set_axis(["id", "name"], axis=1),
         relations[["target", "target_name"]].set_axis(["id", "name"], axis=1)]
    ).drop_duplicates("id")  # fmt: skip
    actors = ends.sort_values("id", ignore_index=True)
    ids, doc_ids = pd.Index(actors["id"]), pd.Index(documents["doc_id"])
    doc = doc_ids.get_indexer(relations["doc_id"])
    story = documents["story_id"].factorize()[0][doc]
    sentence = relations["sentence"].to_numpy()
    numbered = pd.DataFrame(
        {
            "source": ids.get_indexer(relations["source"]),
            "target": ids.get_indexer(relations["target"]),
            "doc": doc,
            "story": story,
            "passage": doc * (sentence.max(initial=0) + 1) + sentence,
            **{column: relations[column].array for column in ("date", "kind", "relation", "polarity")},
        }
    )
    return {"relations": numbered, "actors": actors.assign(actor=range(len(actors)))}
