"""The graph and its edges in the formats of other programs: a module a format, and here the one list of them.

Whoever adds one writes its module and a line here; the command line, its help and the messages follow, and
CONTRIBUTING.md says what else. The libraries load when something is written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.exports.gexf import gexf
from graphbuild.exports.graphml import graphml
from graphbuild.exports.node_link import node_link
from graphbuild.exports.tabular import tabular

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["FORMATS", "Format"]

Format = Callable[["nx.MultiDiGraph", "pd.DataFrame", Path], None]

FORMATS: dict[str, Format] = {
    ".graphml": lambda graph, edges, path: graphml(graph, path),
    ".gexf": lambda graph, edges, path: gexf(graph, path),
    ".json": lambda graph, edges, path: node_link(graph, path),
    ".csv": lambda graph, edges, path: tabular(edges, path),
    ".parquet": lambda graph, edges, path: tabular(edges, path),
}
"""What writes a graph, or its table of edges, to a file with a name that ends so."""
