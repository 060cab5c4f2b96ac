"""GraphML, as Gephi, yEd, Cytoscape, igraph and NetworkX read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.exports._xml import attribute, columns, content
from graphbuild.records import Drawing

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["graphml"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(graph: nx.MultiDiGraph, path: Path, drawing: Drawing | None = None) -> None:
    """Write a graph as GraphML.

    Keys have ids such as ``node-label``, because Gephi takes any key whose id is ``d3`` or ``d7``, which
    counting writers give to some attribute, for the label. Characters that XML cannot hold are left out.
    NetworkX's own writer needs four times as long and numbers its keys.

    Parameters
    ----------
    graph : MultiDiGraph
        As `graphbuild.graph.graph` makes it. ``networkx.read_graphml(path, force_multigraph=True)`` gives it
        back.
    path : Path
    drawing : Drawing, optional
        Where actors stand, how large, and all colours: ``x, y, size, r, g, b``, which Gephi knows by these
        names.

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("A", "B", key="e", label="meet", weight=2)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     graphml(g, Path(folder, "g.graphml"))
    ...     nx.read_graphml(Path(folder, "g.graphml"), force_multigraph=True).edges["A", "B", "e"]
    {'label': 'meet', 'weight': 2}
    """
    node_columns = columns(_with(data, _node(node, drawing)) for node, data in graph.nodes(data=True))
    edge_columns = columns(
        _with(data, _colour(key, drawing)) for *_, key, data in graph.edges(data=True, keys=True)
    )
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(_HEAD)
        for scope, kinds in (("node", node_columns), ("edge", edge_columns)):
            for name, kind in kinds.items():
                title = attribute(name)
                out.write(
                    f'  <key id="{scope}-{name}" for="{scope}" attr.name={title} attr.type="{kind}"/>\n'
                )
        out.write('  <graph edgedefault="directed">\n')
        for node, data in graph.nodes(data=True):
            told = _data("node", _with(data, _node(node, drawing)))
            out.write(f"    <node id={attribute(node)}>\n{told}    </node>\n")
        for source, target, key, data in graph.edges(data=True, keys=True):
            ends = f"id={attribute(key)} source={attribute(source)} target={attribute(target)}"
            out.write(f"    <edge {ends}>\n{_data('edge', _with(data, _colour(key, drawing)))}    </edge>\n")
        out.write("  </graph>\n</graphml>\n")


def _with(data: Mapping[str, object], looks: Mapping[str, object]) -> Mapping[str, object]:
    return {**data, **looks} if looks else data


def _node(node: str, drawing: Drawing | None) -> Mapping[str, object]:
    if drawing is None or node not in drawing.places:
        return {}
    x, y = drawing.places[node]
    return {"x": x, "y": y, "size": drawing.sizes[node], **_colour(node, drawing)}


def _colour(key: str, drawing: Drawing | None) -> Mapping[str, object]:
    if drawing is None or key not in drawing.colours:
        return {}
    return dict(zip("rgb", drawing.colours[key], strict=True))


def _data(scope: str, data: Mapping[str, object]) -> str:
    return "".join(
        f'      <data key="{scope}-{name}">{content(value)}</data>\n' for name, value in data.items()
    )
