"""The graph of actors and edges; the only place that names its attributes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

import networkx as nx
import pandas as pd

from graphbuild.errors import TableError
from graphbuild.records import uncollected
from graphbuild.tables import check
from graphbuild.vocabulary import COOCCURRENCE, KINDS

__all__ = ["graph", "simple"]


@uncollected()
def graph(actors: pd.DataFrame, edges: pd.DataFrame) -> nx.MultiDiGraph:
    """The tables of actors and edges as a directed graph with parallel edges.

    Parameters
    ----------
    actors, edges : DataFrame
        See `graphbuild.tables.SCHEMAS`.

    Returns
    -------
    MultiDiGraph
        Nodes are actor ids, edge keys are edge ids. Every column of the tables is an attribute under its own
        name, next to a ``label`` for people: the actor's name; the edge's relation class, or
        ``cooccurrence``. Attributes are ``str``, ``int`` or ``float``, never missing. Co-occurrence has no
        direction: its edges run from the smaller id to the larger.

    Raises
    ------
    TableError
        If a table lacks a column, or an edge leads to an actor that the table does not have.

    Examples
    --------
    >>> from graphbuild.tables import SCHEMAS
    >>> actors = pd.DataFrame([{**{c: "" if t == "str" else 0 for c, t in SCHEMAS["actors"].items()},
    ...                         "actor_id": i, "name": n} for i, n in (("A", "Ann"), ("B", "Ben"))])
    >>> edges = pd.DataFrame([{**{c: "" if t == "str" else 1 for c, t in SCHEMAS["edges"].items()},
    ...                        "edge_id": "e", "source": "A", "target": "B", "relation": "meet"}])
    >>> g = graph(actors, edges)
    >>> g.nodes["A"]["label"], g.edges["A", "B", "e"]["label"]
    ('Ann', 'meet')
    """
    actors, edges = check(actors, "actors"), check(edges, "edges")
    if lost := sorted(
        {*edges["source"].unique(), *edges["target"].unique()} - set(actors["actor_id"].tolist())
    ):
        raise TableError(
            f"edges lead to {len(lost)} actors that the table of actors lacks, {lost[0]} for one"
        )
    made = nx.MultiDiGraph()
    made.add_nodes_from((row.pop("actor_id"), {"label": row["name"], **row}) for row in _rows(actors))
    made.add_edges_from(
        (
            row.pop("source"),
            row.pop("target"),
            row.pop("edge_id"),
            {"label": row["relation"] or row["kind"], **row},
        )
        for row in _rows(edges)
    )
    return made


def _rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row as plain Python values; twice as fast as ``to_dict("records")``."""
    names = list(table.columns)
    columns = (table[name].tolist() for name in names)
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def simple(graph: nx.MultiDiGraph, *, kinds: Collection[str] = KINDS) -> nx.Graph:
    """The graph without direction and parallels, for measures that need it so.

    Parameters
    ----------
    graph : MultiDiGraph
        As `graph` makes it.
    kinds : collection of str
        The kinds of edges to count. A sentence that states a relation is behind a verb edge and a
        co-occurrence edge alike, so that ``("cooccurrence",)`` counts every sentence once.

    Returns
    -------
    Graph
        All the nodes with their attributes; between two actors at most one edge with ``weight``, the sum over
        the edges between them, and ``polarity``, their mean by weight over the edges that can have one (those
        of co-occurrence have none; 0.0 where there is no other).

    Examples
    --------
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("A", "B", weight=3, polarity=-1.0, kind="verb")
    >>> _ = g.add_edge("B", "A", weight=1, polarity=1.0, kind="verb")
    >>> simple(g).edges["A", "B"]
    {'weight': 4, 'polarity': -0.5}
    """
    weights: dict[tuple[str, str], int] = {}
    signed: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for source, target, data in graph.edges(data=True):
        if data["kind"] in kinds:
            pair = (source, target) if source < target else (target, source)
            weights[pair] = weights.get(pair, 0) + data["weight"]
            if data["kind"] != COOCCURRENCE:
                signed.setdefault(pair, []).append((data["weight"], data["polarity"]))
    made = nx.Graph()
    made.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True))
    for pair, weight in weights.items():
        parts = signed.get(pair, [])
        polarity = sum(w * p for w, p in parts) / sum(w for w, _ in parts) if parts else 0.0
        made.add_edge(*pair, weight=weight, polarity=polarity)
    return made
