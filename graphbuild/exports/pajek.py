"""Pajek's network file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.exports._tables import printable

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["pajek"]


def pajek(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph for Pajek: vertices with their names, arcs with weight and class.

    Double quotes in names become single ones, for Pajek knows no way to write them, backslashes become
    slashes, which its readers take for escapes, and line ends spaces. Two actors of one name stay two
    vertices; NetworkX's own writer makes one of them.

    Parameters
    ----------
    graph : MultiDiGraph
        As `graphbuild.graph.graph` makes it.
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> g.add_nodes_from([("A", {"label": "Ann"}), ("B", {"label": "Ben"})])
    >>> _ = g.add_edge("A", "B", label="meet", weight=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     pajek(g, Path(folder, "g.net"))
    ...     print(Path(folder, "g.net").read_text("utf-8"))
    *Vertices 2
    1 "Ann"
    2 "Ben"
    *Arcs
    1 2 2 l "meet"
    <BLANKLINE>
    """
    number = {node: n for n, node in enumerate(graph, 1)}
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"*Vertices {len(number)}\n")
        for node, data in graph.nodes(data=True):
            out.write(f"{number[node]} {_quoted(data.get('label', node))}\n")
        out.write("*Arcs\n")
        for source, target, data in graph.edges(data=True):
            label = _quoted(data.get("label", ""))
            out.write(f"{number[source]} {number[target]} {data.get('weight', 1)} l {label}\n")


def _quoted(text: object) -> str:
    plain = " ".join(printable(str(text)).translate({ord('"'): "'", ord("\\"): "/"}).split())
    return f'"{plain or "?"}"'
