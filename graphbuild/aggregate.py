"""Relations summed to edges.

The SQL is plain enough for DuckDB and Spark alike.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb
import pandas as pd

from graphbuild.records import content_id
from graphbuild.tables import check

__all__ = ["aggregate"]

_EDGES = """
WITH counted AS (
    SELECT
        r.doc_id, r.sentence, r.date, r.kind, r.relation, r.polarity, d.story_id,
        CASE WHEN {turned} THEN r.target ELSE r.source END AS source,
        CASE WHEN {turned} THEN r.target_name ELSE r.source_name END AS source_name,
        CASE WHEN {turned} THEN r.source ELSE r.target END AS target,
        CASE WHEN {turned} THEN r.source_name ELSE r.target_name END AS target_name
    FROM relations AS r
    JOIN documents AS d ON d.doc_id = r.doc_id
    WHERE r.status IN (SELECT status FROM statuses)
)
SELECT
    source, MIN(source_name) AS source_name, target, MIN(target_name) AS target_name, kind, relation,
    COUNT(DISTINCT CONCAT(doc_id, ':', sentence)) AS weight,
    COUNT(*) AS n_relations,
    COUNT(DISTINCT doc_id) AS n_documents,
    COUNT(DISTINCT story_id) AS n_stories,
    ROUND(CAST(SUM(CAST(polarity AS DECIMAL(9, 6))) AS DOUBLE) / COUNT(*), 6) AS polarity,
    COALESCE(MIN(NULLIF(date, '')), '') AS first_date,
    COALESCE(MAX(NULLIF(date, '')), '') AS last_date
FROM counted
GROUP BY source, target, kind, relation
ORDER BY weight DESC, source_name, target_name, kind, relation, source, target
""".replace("{turned}", "r.kind = 'cooccurrence' AND r.source > r.target")


def aggregate(
    relations: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    statuses: Collection[str] = ("asserted", "possible", "intended"),
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
    if unknown := set(statuses) - {"asserted", "possible", "intended"}:
        raise ValueError(
            f"an edge cannot count {', '.join(sorted(unknown))}: only asserted, possible, intended"
        )
    needed = [
        "doc_id",
        "sentence",
        "date",
        "kind",
        "source",
        "source_name",
        "target",
        "target_name",
        "relation",
    ]
    with duckdb.connect() as connection:
        connection.register("relations", relations[[*needed, "polarity", "status"]])
        connection.register("documents", documents[["doc_id", "story_id"]])
        connection.register("statuses", pd.DataFrame({"status": sorted(statuses)}, dtype="str"))
        edges = connection.sql(_EDGES).df()
    keys = zip(*(edges[c].tolist() for c in ("source", "target", "kind", "relation")), strict=True)
    edge_ids = pd.Series([content_id("edge", *key) for key in keys], dtype="str")
    return check(edges.assign(edge_id=edge_ids, association=0.0, q_value=1.0), "edges")
