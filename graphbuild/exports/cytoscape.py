"""Cytoscape: the JSON of Cytoscape.js, and CX2 for Cytoscape desktop and NDEx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.exports._tables import items, printable

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["cx2", "cyjs"]

_LISTS = ("aliases", "titles")


def cyjs(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as JSON of Cytoscape.js, which Cytoscape desktop opens too.

    Parameters
    ----------
    graph : MultiDiGraph
        ``networkx.cytoscape_graph(json.loads(path.read_text("utf-8")))`` gives it back.
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cyjs(nx.MultiDiGraph([("A", "B")]), Path(folder, "g.cyjs"))
    ...     json.loads(Path(folder, "g.cyjs").read_text("utf-8"))["elements"]["edges"][0]["data"]["target"]
    'B'
    """
    import networkx as nx

    made = nx.cytoscape_data(graph)
    for edge in made["elements"]["edges"]:
        edge["data"] |= {
            "id": str(edge["data"]["key"]),
            "interaction": edge["data"].get("label", ""),
        }
    _write(made, path)


def cx2(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as CX2 (https://cytoscape.org/cx/cx2/specification/cytoscape-exchange-format-specification-(version-2)/).

    Nodes and edges have numbers; their ids are the attributes ``actor_id`` and ``edge_id``. Titles and
    aliases are lists. ``represents`` and ``interaction`` are what Cytoscape knows of old.

    Parameters
    ----------
    graph : MultiDiGraph
        As `graphbuild.graph.graph` makes it.
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cx2(nx.MultiDiGraph([("A", "B")]), Path(folder, "g.cx2"))
    ...     [next(iter(part)) for part in json.loads(Path(folder, "g.cx2").read_text("utf-8"))]
    ['CXVersion', 'metaData', 'attributeDeclarations', 'networkAttributes', 'nodes', 'edges', 'status']
    """
    number = {node: n for n, node in enumerate(graph)}
    nodes: list[dict[str, Any]] = [
        {"id": number[node], "v": {"actor_id": node, "represents": node, **_values(data)}}
        for node, data in graph.nodes(data=True)
    ]
    edges: list[dict[str, Any]] = [
        {
            "id": n,
            "s": number[source],
            "t": number[target],
            "v": {"edge_id": str(key), "interaction": data.get("label", ""), **_values(data)},
        }
        for n, (source, target, key, data) in enumerate(graph.edges(keys=True, data=True))
    ]
    aspects: dict[str, list[Any]] = {
        "attributeDeclarations": [
            {
                "networkAttributes": {"name": {"d": "string"}},
                "nodes": _declared(one["v"] for one in nodes),
                "edges": _declared(one["v"] for one in edges),
            }
        ],
        "networkAttributes": [{"name": "graphbuild"}],
        "nodes": nodes,
        "edges": edges,
    }
    _write(
        [
            {"CXVersion": "2.0", "hasFragments": False},
            {"metaData": [{"name": name, "elementCount": len(made)} for name, made in aspects.items()]},
            *({name: made} for name, made in aspects.items()),
            {"status": [{"success": True}]},
        ],
        path,
    )


def _values(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: items(value) if name in _LISTS else value for name, value in data.items()}


def _declared(values: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """Type of every attribute."""
    found: dict[str, dict[str, str]] = {}
    for one in values:
        for name, value in one.items():
            found[name] = {"d": _type(value)}
    return found


def _type(value: object) -> str:
    if isinstance(value, list):
        return "list_of_string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    return "double" if isinstance(value, float) else "string"


def _write(made: object, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        json.dump(_clean(made), out, ensure_ascii=False, separators=(",", ":"))
        out.write("\n")


def _clean(value: Any) -> Any:
    """The same without characters that programs stumble over."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value
