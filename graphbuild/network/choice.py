"""What of a network enters graph files and the page, which cannot hold all of a large one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from graphbuild.network.network import Network
from graphbuild.vocabulary import COOCCURRENCE, GRAPH_FILES, NEGATED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MOST", "STANDS_OUT", "bounded", "entered", "reduced"]

STANDS_OUT = 0.05
"""Co-occurrence stands out from chance with a q value below this."""

MOST = 100_000
"""Edges of a graph file, and actors, at most, the strongest: what programs that draw graphs still open."""

_ROWS, _ACTORS, _MENTIONS = 300_000, 20_000, 600_000  # of the page

_EDGES = f"""
SELECT * FROM read_parquet($path, file_row_number = true)
WHERE weight >= $weight AND NOT (kind = '{COOCCURRENCE}' AND (q_value >= $q OR n_stories < $stories))
ORDER BY kind = '{COOCCURRENCE}', file_row_number
LIMIT $most
"""
_LINKED = """
SELECT a.* EXCLUDE (file_row_number) FROM read_parquet($path, file_row_number = true) AS a
SEMI JOIN ends ON ends.actor_id = a.actor_id
ORDER BY a.file_row_number
"""
_BEHIND = f"""
WITH turned AS (
    SELECT *, kind = '{COOCCURRENCE}' AND source > target AS turn
    FROM read_parquet($path, file_row_number = true)
)
SELECT r.* EXCLUDE (turn, file_row_number) FROM turned AS r
LEFT JOIN edges AS e
    ON e.kind = r.kind AND e.relation = r.relation
    AND e.source = CASE WHEN r.turn THEN r.target ELSE r.source END
    AND e.target = CASE WHEN r.turn THEN r.source ELSE r.target END
WHERE e.kind IS NOT NULL
    OR (r.status = '{NEGATED}' AND r.source IN (FROM ends) AND r.target IN (FROM ends))
ORDER BY r.file_row_number
"""


def reduced(
    network: Network,
    *,
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float = 1.0,
    min_stories: int | None = 1,
    most: int | None = None,
) -> Network:
    """The network with those of its edges and actors that pass; its other tables are the same.

    Parameters
    ----------
    network : Network
    top, backbone, min_weight, max_q
        See `graphbuild.analysis.selection.selection`.
    min_stories : int, optional
        See there; two if not given, or one where there are few.
    most : int, optional
        So many edges at most, stated relations first, the strongest; and where it leaves some out, or there
        are more actors, none of those without an edge.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        If one of them cannot be a choice.

    Examples
    --------
    >>> net = load("output")                                  # doctest: +SKIP
    >>> explorer(reduced(net, top=100), "largest.html")       # doctest: +SKIP
    PosixPath('largest.html')
    """
    from graphbuild.analysis.selection import possible, selection, stories_needed

    possible(top=top, backbone=backbone)
    stories = stories_needed(network.documents) if min_stories is None else min_stories
    narrowed = top is not None or backbone is not None
    limit = None if most is None or narrowed else most + 1  # one more tells that some are left out
    edges = _edges(network, min_weight, max_q, stories, limit)
    actors, edges = selection(
        _actors(network, edges, most), edges, top=top, backbone=backbone, min_weight=min_weight, max_q=max_q,
        min_stories=stories,
    )  # fmt: skip
    if most is not None and (len(edges) > most or len(actors) > most):
        edges = _strongest(edges)[:most].sort_index().reset_index(drop=True)
        actors = actors[actors["actor_id"].isin(_ends(edges)["actor_id"])].reset_index(drop=True)
    return network.but(actors=actors, edges=edges)


def entered(
    network: Network, graphs: Network, max_q: float = 1.0, min_stories: int | None = 1
) -> tuple[str, ...]:
    """What to tell of graph files that do not hold all of a network.

    Parameters
    ----------
    network, graphs : Network
        The whole, and what of it is in the files.
    max_q, min_stories
        With which it was `reduced`.

    Returns
    -------
    tuple of str
        A sentence, or none where they hold all.
    """
    from graphbuild.analysis.selection import stories_needed

    counts = network.counts
    parts = [
        f"{some:,} of {counts[what]:,} {what}"
        for what, some in (("edges", len(graphs.edges)), ("actors", len(graphs.actors)))
        if some < counts[what]
    ]
    if not parts:
        return ()
    stories = stories_needed(network.documents) if min_stories is None else min_stories
    told = [f"q < {max_q:g}"] if max_q < 1 else []
    told += [f"in {stories} stories or more"] if stories > 1 else []
    chance = f", of co-occurrence only what stands out ({', '.join(told)})" if told else ""
    return (f"{' and '.join(GRAPH_FILES)} have {' and '.join(parts)}{chance}; the tables have all.",)


def bounded(network: Network) -> Network:
    """What of a network that was `reduced` has room in a page, with the rows of other tables that this needs.

    Parameters
    ----------
    network : Network

    Returns
    -------
    Network
        The strongest edges, as long as their relations, actors and the mentions of these are not too many. A
        network whose tables are in memory is given back as it is.
    """
    mentions, relations = network.source("mentions"), network.source("relations")
    if not (isinstance(mentions, Path) and isinstance(relations, Path)):
        return network
    edges = _with_room(network)
    ends = _ends(edges)
    whole = len(edges) == len(network.edges) and network.actors["n_mentions"].sum() <= _MENTIONS
    actors = network.actors if whole else network.actors[network.actors["actor_id"].isin(ends["actor_id"])]
    return network.but(
        actors=actors.reset_index(drop=True),
        edges=edges,
        relations=_queried(_BEHIND, "relations", relations, edges=edges, ends=ends),
        mentions=_queried(_LINKED, "mentions", mentions, ends=actors[["actor_id"]]),
    )


def _with_room(network: Network) -> pd.DataFrame:
    """As many of the edges as a page has room for, the strongest."""
    import pandas as pd

    edges = _strongest(network.edges)
    mentions = network.actors.set_index("actor_id")["n_mentions"]
    ends = pd.concat([edges["source"], edges["target"]]).sort_index(kind="stable")  # both of an edge in turn
    new = ~ends.duplicated()
    heavy = ends.map(mentions).fillna(0).where(new, 0)
    so_far = pd.DataFrame({"actors": new.astype("int64"), "mentions": heavy}, index=ends.index)
    grown = so_far.groupby(level=0, sort=False).sum().reindex(edges.index).cumsum()
    room = (grown["actors"] <= _ACTORS) & (grown["mentions"] <= _MENTIONS)
    room &= edges["n_relations"].cumsum() <= _ROWS
    return edges[room.cummin()].sort_index().reset_index(drop=True)


def _strongest(edges: pd.DataFrame) -> pd.DataFrame:
    """Stated relations first, each in order of the table, which is that of weight."""
    return edges.iloc[(edges["kind"] == COOCCURRENCE).to_numpy().argsort(kind="stable")]


def _ends(edges: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame({"actor_id": pd.concat([edges["source"], edges["target"]]).unique()})


def _edges(network: Network, weight: int, q: float, stories: int, limit: int | None) -> pd.DataFrame:
    source = network.source("edges")
    if not isinstance(source, Path):
        return network.edges
    values = {"weight": weight, "q": q if q < 1 else 2.0, "stories": stories, "most": limit}
    found = _queried(_EDGES if limit else _EDGES.replace("LIMIT $most", ""), "", source, values)
    return found.sort_values("file_row_number", ignore_index=True).drop(columns="file_row_number")


def _actors(network: Network, edges: pd.DataFrame, most: int | None) -> pd.DataFrame:
    """All actors, or only those of the edges where they are too many."""
    source = network.source("actors")
    if not isinstance(source, Path) or most is None or network.counts["actors"] <= most:
        return network.actors
    return _queried(_LINKED, "actors", source, ends=_ends(edges))


def _queried(
    asked: str,
    name: str,
    path: Path,
    values: Mapping[str, object] = MappingProxyType({}),
    **tables: pd.DataFrame,
) -> pd.DataFrame:
    """Rows of a file, in its order where the query says so, with the types of the table of a name."""
    from graphbuild.disk.database import connection, view
    from graphbuild.tables import check

    given = {key: value for key, value in values.items() if f"${key}" in asked}
    with connection() as made:
        for called, table in tables.items():
            view(made, called, table, list(table.columns))
        found: pd.DataFrame = made.execute(asked, {"path": str(path), **given}).df()
    return check(found, name) if name else found
