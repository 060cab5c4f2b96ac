"""GEXF 1.3, as Gephi reads it, with the time of every actor and edge."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.exports._xml import attribute, columns
from graphbuild.records import Drawing

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["gexf"]

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


def gexf(graph: nx.MultiDiGraph, path: Path, drawing: Drawing | None = None) -> None:
    """Write a graph as GEXF.

    Actors and edges exist from their first to their last day, so that Gephi's timeline works; those without
    a date exist always. A month or year alone stands for all of its days, and an actor exists as long as its
    edges do, which may tell of what was before the first article. Each edge carries its label as its
    ``kind``, by which Gephi keeps parallel edges apart. Characters that XML cannot hold are left out.
    NetworkX's own writer writes no kinds, dates the file by the clock, needs four times as long and holds the
    whole file in memory.

    Parameters
    ----------
    graph : MultiDiGraph
        As `graphbuild.graph.graph` makes it. ``networkx.read_gexf(path)`` reads it.
    path : Path
    drawing : Drawing, optional
        Where actors stand, how large, and all colours (as r, g, b, for NetworkX cannot read any others).

    Examples
    --------
    >>> import tempfile
    >>> import networkx as nx
    >>> g = nx.MultiDiGraph()
    >>> _ = g.add_edge("A", "B", key="e", label="meet", first_date="2020-01-01", last_date="2020-02-01")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     gexf(g, Path(folder, "g.gexf"))
    ...     nx.read_gexf(Path(folder, "g.gexf")).edges["A", "B"]["end"]
    '2020-02-01'
    """
    node_columns = columns(_kept(data) for _, data in graph.nodes(data=True))
    edge_columns = columns(_kept(data) for *_, data in graph.edges(data=True))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" '
            'xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
        )
        out.write('  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" ')
        out.write('timerepresentation="interval" idtype="string">\n')
        for scope, kinds in (("node", node_columns), ("edge", edge_columns)):
            out.write(f'    <attributes class="{scope}">\n')
            for name, kind in kinds.items():
                out.write(f'      <attribute id="{name}" title={attribute(name)} type="{kind}"/>\n')
            out.write("    </attributes>\n")
        out.write("    <nodes>\n")
        for node, data in graph.nodes(data=True):
            joined = chain(graph.in_edges(node, data=True), graph.out_edges(node, data=True))
            lasting = [data, *(edge for *_, edge in joined)]
            out.write(
                f"      <node id={attribute(node)}{_head(data, lasting)}>"
                f"{_values(data)}{_node(node, drawing)}</node>\n"
            )
        out.write("    </nodes>\n    <edges>\n")
        for source, target, key, data in graph.edges(data=True, keys=True):
            ends = f"id={attribute(key)} source={attribute(source)} target={attribute(target)}"
            weight = f" weight={attribute(data['weight'])}" if "weight" in data else ""
            kind = f" kind={attribute(data.get('label', ''))}"
            out.write(
                f"      <edge {ends}{weight}{kind}{_head(data, [data])}>"
                f"{_values(data)}{_colour(key, drawing)}</edge>\n"
            )
        out.write("    </edges>\n  </graph>\n</gexf>\n")


def _kept(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if name not in ("label", "weight")}


def _head(data: dict[str, object], lasting: Iterable[dict[str, object]]) -> str:
    """The label, and from when to when it exists: the time of all that ``lasting`` has."""
    head = f" label={attribute(data.get('label', ''))}"
    for name, column in (("start", "first_date"), ("end", "last_date")):
        if str(data.get(column, "")):
            days = sorted(filter(None, (_day(str(one.get(column, "")), column) for one in lasting)))
            head += f' {name}="{days[0] if name == "start" else days[-1]}"' if days else ""
    return head


@cache
def _day(written: str, column: str) -> str:
    """The first or the last day of a day, month or year, empty for anything else."""
    if not (parts := _DATE.fullmatch(written)):
        return ""
    year, month, day = (int(part or 0) for part in parts.groups())
    if column == "first_date":
        return f"{year:04}-{month or 1:02}-{day or 1:02}"
    month = month or 12
    return f"{year:04}-{month:02}-{day or monthrange(year, month)[1]:02}"


def _values(data: dict[str, object]) -> str:
    values = (f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in _kept(data).items())
    return "<attvalues>" + "".join(values) + "</attvalues>"


def _node(node: str, drawing: Drawing | None) -> str:
    if drawing is None or node not in drawing.places:
        return ""
    x, y = drawing.places[node]
    return (
        f'{_colour(node, drawing)}<viz:position x="{x}" y="{y}" z="0"/>'
        f'<viz:size value="{drawing.sizes[node]}"/>'
    )


def _colour(key: str, drawing: Drawing | None) -> str:
    if drawing is None or key not in drawing.colours:
        return ""
    r, g, b = drawing.colours[key]
    return f'<viz:color r="{r}" g="{g}" b="{b}" a="1"/>'
