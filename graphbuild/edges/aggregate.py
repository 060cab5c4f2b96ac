"""Relations summed to edges.

The SQL is plain enough for DuckDB and Spark alike.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pandas as pd
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from graphbuild.disk.database import Table, connection, view
from graphbuild.tables import SCHEMAS, check
from graphbuild.vocabulary import COOCCURRENCE, COUNTED

__all__ = ["aggregate", "aggregate_to"]

_COLUMNS = ("doc_id", "sentence", "date", "kind", "source", "source_name", "target", "target_name",
            "relation", "polarity", "status")  # fmt: skip
_COUNTED = """
SELECT
    doc_id, sentence, date, kind, relation, polarity,
    CASE WHEN {turned} THEN target ELSE source END AS source,
    CASE WHEN {turned} THEN target_name ELSE source_name END AS source_name,
    CASE WHEN {turned} THEN source ELSE target END AS target,
    CASE WHEN {turned} THEN source_name ELSE target_name END AS target_name
FROM relations
WHERE status IN ({statuses})
""".replace("{turned}", f"kind = '{COOCCURRENCE}' AND source > target")

# In this order, each a table for those after it, which lets memory go in between. Numbers stand for text,
# because they compare faster; sums go from sentences to documents to stories, since no memory holds so many
# distinct ones.
_STEPS = {
    "actors": """
        SELECT id, name, ROW_NUMBER() OVER (ORDER BY id) AS actor, DENSE_RANK() OVER (ORDER BY name) AS called
        FROM (
            SELECT id, MIN(name) AS name
            FROM (
                SELECT source AS id, source_name AS name FROM counted
                UNION ALL
                SELECT target AS id, target_name AS name FROM counted
            ) AS ends
            GROUP BY id
        ) AS named
    """,
    "classes": """
        SELECT kind, relation, ROW_NUMBER() OVER (ORDER BY kind, relation) AS class
        FROM counted
        GROUP BY kind, relation
    """,
    "days": """
        SELECT date, CASE WHEN date = '' THEN NULL ELSE ROW_NUMBER() OVER (ORDER BY date) END AS day
        FROM counted
        GROUP BY date
    """,
    "papers": """
        SELECT
            doc_id, ROW_NUMBER() OVER (ORDER BY doc_id) AS doc,
            DENSE_RANK() OVER (ORDER BY story_id) AS story
        FROM documents
    """,
    "summed": """
        WITH sentences AS (
            SELECT
                a.actor AS source, b.actor AS target, c.class, p.story, p.doc, r.sentence,
                COUNT(*) AS n_relations, SUM(CAST(r.polarity AS DECIMAL(9, 6))) AS polarity,
                MIN(d.day) AS first_day, MAX(d.day) AS last_day
            FROM counted AS r
            JOIN actors AS a ON a.id = r.source
            JOIN actors AS b ON b.id = r.target
            JOIN classes AS c ON c.kind = r.kind AND c.relation = r.relation
            JOIN days AS d ON d.date = r.date
            JOIN papers AS p ON p.doc_id = r.doc_id
            GROUP BY a.actor, b.actor, c.class, p.story, p.doc, r.sentence
        ),
        told AS (
            SELECT
                source, target, class, story, doc, COUNT(*) AS weight, SUM(n_relations) AS n_relations,
                SUM(polarity) AS polarity, MIN(first_day) AS first_day, MAX(last_day) AS last_day
            FROM sentences
            GROUP BY source, target, class, story, doc
        ),
        stories AS (
            SELECT
                source, target, class, story, SUM(weight) AS weight, SUM(n_relations) AS n_relations,
                COUNT(*) AS n_documents, SUM(polarity) AS polarity, MIN(first_day) AS first_day,
                MAX(last_day) AS last_day
            FROM told
            GROUP BY source, target, class, story
        )
        SELECT
            source, target, class, SUM(weight) AS weight, SUM(n_relations) AS n_relations,
            SUM(n_documents) AS n_documents, COUNT(*) AS n_stories, SUM(polarity) AS polarity,
            MIN(first_day) AS first_day, MAX(last_day) AS last_day
        FROM stories
        GROUP BY source, target, class
    """,
}
_EDGES = """
SELECT
    SUBSTR(MD5(CONCAT_WS(CHR(31), 'edge', a.id, b.id, c.kind, c.relation)), 1, 12) AS edge_id,
    a.id AS source, a.name AS source_name, b.id AS target, b.name AS target_name, c.kind, c.relation,
    CAST(s.weight AS BIGINT) AS weight, CAST(s.n_relations AS BIGINT) AS n_relations,
    CAST(s.n_documents AS BIGINT) AS n_documents, CAST(s.n_stories AS BIGINT) AS n_stories,
    ROUND(CAST(s.polarity AS DOUBLE) / s.n_relations, 6) AS polarity,
    CAST(0 AS DOUBLE) AS association, CAST(1 AS DOUBLE) AS q_value,
    COALESCE(f.date, '') AS first_date, COALESCE(l.date, '') AS last_date
FROM summed AS s
JOIN actors AS a ON a.actor = s.source
JOIN actors AS b ON b.actor = s.target
JOIN classes AS c ON c.class = s.class
LEFT JOIN days AS f ON f.day = s.first_day
LEFT JOIN days AS l ON l.day = s.last_day
ORDER BY s.weight DESC, a.called, b.called, s.class, s.source, s.target
"""


def aggregate(relations: Table, documents: Table, *, statuses: Collection[str] = COUNTED) -> pd.DataFrame:
    """Edges, one per source, target, kind and relation class, strongest first.

    Parameters
    ----------
    relations, documents : DataFrame, or Path of a Parquet file, or sequence of such
        Tables of one build (see `graphbuild.tables`). Files may be larger than memory.
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
    with connection() as made:
        return check(_edges(made, relations, documents, statuses).df(), "edges")


def aggregate_to(
    path: Path, relations: Table, documents: Table, *, statuses: Collection[str] = COUNTED
) -> None:
    """Write the edges to a Parquet file, without that relations or edges have to fit into memory.

    Parameters
    ----------
    path : Path
        The file; one that is there is replaced.
    relations, documents, statuses
        As for `aggregate`, whose rows and order the file has.

    Raises
    ------
    ValueError
        As for `aggregate`.

    Examples
    --------
    >>> import tempfile
    >>> documents = pd.DataFrame({"doc_id": ["d"], "story_id": ["s"]})
    >>> relations = pd.DataFrame({"doc_id": "d", "sentence": [0], "date": "", "kind": "verb",
    ...     "source": "A", "source_name": "Ann", "target": "B", "target_name": "Ben", "relation": "meet",
    ...     "polarity": 0.5, "status": "asserted"})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     aggregate_to(Path(folder, "edges.parquet"), relations, documents)
    ...     pd.read_parquet(Path(folder, "edges.parquet"))["weight"].tolist()
    [1]
    """
    with connection() as made:
        ordered = ", ".join(SCHEMAS["edges"])
        _edges(made, relations, documents, statuses).select(ordered).write_parquet(str(path))


def _edges(
    made: DuckDBPyConnection, relations: Table, documents: Table, statuses: Collection[str]
) -> DuckDBPyRelation:
    if unknown := set(statuses) - set(COUNTED):
        raise ValueError(f"an edge cannot count {', '.join(sorted(unknown))}: only {', '.join(COUNTED)}")
    listed = ", ".join(f"'{status}'" for status in sorted(statuses)) or "NULL"
    view(made, "relations", relations, _COLUMNS)
    view(made, "documents", documents, ("doc_id", "story_id"))
    made.sql(_COUNTED.replace("{statuses}", listed)).create_view("counted")
    for name, step in _STEPS.items():
        made.sql(step).create(name)
    return made.sql(_EDGES)
