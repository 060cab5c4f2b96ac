"""The node-link JSON of NetworkX and D3."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["node_link"]


def node_link(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write a graph as node-link JSON.

    Parameters
    ----------
    graph : MultiDiGraph
        ``networkx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")`` gives it back.
    path : Path

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     node_link(nx.MultiDiGraph([("A", "B")]), Path(folder, "g.json"))
    ...     json.loads(Path(folder, "g.json").read_text("utf-8"))["edges"]
    [{'source': 'A', 'target': 'B', 'key': 0}]
    """
    import networkx as nx

    data = nx.node_link_data(graph, edges="edges")
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
