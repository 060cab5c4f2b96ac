"""Graph files look like the page, whoever reads them, and places made elsewhere come back."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import igraph
import networkx as nx
import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.network import Network, explorer, export, placed
from graphbuild.views.payload import payload
from graphbuild.vocabulary import DRAWN

READER = Path(__file__).parents[1] / "js" / "graphs.js"
NAMES = (
    "Ann",
    'Ben "the Axe"',
    "محمد",
    "🦊 & <script>",
    "two\nlines",
    "tab\there",
    "bell\x07",
    "next\x85line",
    "it's",
)
PRINTED = tuple(name.replace("\x07", "") for name in NAMES)  # as XML can hold them


def _net() -> Network:
    relations = [
        (n, NAMES[0], relation, name, polarity, "asserted")
        for n, name in enumerate(NAMES[1:])
        for relation, polarity in (("discuss", 0.0), ("attack", -1.0), ("support", 1.0))
    ]
    sentences = [f"[{NAMES[0]}] met [{name}]." for name in NAMES[1:]]
    return network(
        article("a", *sentences, date="2020-01-02", relations=relations),
        article("b", "[Ann] met [Cem].", "[Dee] met [Eve].", date="2021-03"),
    )


NET = _net()
GRAPH, DRAWING = NET.graph, NET.drawing


def _css(name: str) -> tuple[int, int, int]:
    import graphbuild.views as views

    style = (Path(views.__file__).parent / "assets" / "explorer.css").read_text("utf-8")
    code = re.search(rf"--{name}: #(\w+);", style)[1]  # type: ignore[index]
    return tuple(bytes.fromhex(code))  # type: ignore[return-value]


def _gephi_lite(path: Path) -> dict:
    node = shutil.which("node")
    if not node or not (READER.parent / "node_modules" / "graphology").is_dir():
        assert os.environ.get("GRAPHBUILD_REQUIRE_BROWSER") != "1", "npm ci in tests/js brings graphology"
        pytest.skip("graphology is not installed: npm ci in tests/js brings it")
    ran = subprocess.run(
        [node, str(READER), str(path)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return json.loads(ran.stdout)


def test_the_first_view_stands_as_in_the_page() -> None:
    page = explorer_nodes(NET)
    assert len(page) == len(NAMES)
    larger = max(abs(DRAWING.places[actor][0]) / abs(x) for actor, (x, _) in page.items())
    assert larger >= 1
    for actor, (x, y) in page.items():
        assert DRAWING.places[actor] == pytest.approx((x * larger, -y * larger), abs=0.01)


def explorer_nodes(net: Network) -> dict[str, tuple[float, float]]:
    """Where the page has its actors at first."""
    from graphbuild.views.explorer import explorer as page

    tables = {name: getattr(net, name) for name in DRAWN}
    html = page(**tables, positions=net.positions)
    opening = json.loads(re.search(r'id="data-opening">(.*?)</script>', html)[1])  # type: ignore[index]
    ids = payload(**tables).actors["actor_id"].tolist()
    return {ids[node["id"]]: (node["x"], node["y"]) for node in opening["nodes"]}


def test_colours_and_sizes_are_those_of_the_page() -> None:
    people = payload(**{name: getattr(NET, name) for name in DRAWN}).actors
    assert dict(zip(people["actor_id"], people["radius"], strict=True)) == DRAWING.sizes
    assert {DRAWING.colours[actor] for actor in NET.actors["actor_id"]} == {_css("type-person")}
    wanted = {"attack": "conflict", "support": "cooperation", "discuss": "neutral", "": "together"}
    for edge, relation in zip(NET.edges["edge_id"], NET.edges["relation"], strict=True):
        assert DRAWING.colours[edge] == _css(wanted[relation])


def test_networkx_reads_the_looks_of_gexf(tmp_path: Path) -> None:
    back = nx.read_gexf(export(NET, tmp_path / "g.gexf", max_q=1))
    assert (back.number_of_nodes(), back.number_of_edges()) == (len(GRAPH), GRAPH.number_of_edges())
    for node, data in back.nodes(data=True):
        x, y = DRAWING.places[node]
        viz, (r, g, b) = data["viz"], DRAWING.colours[node]
        assert (viz["position"], viz["size"]) == ({"x": x, "y": y, "z": 0.0}, DRAWING.sizes[node])
        assert viz["color"] == {"r": r, "g": g, "b": b, "a": 1.0}
    assert sorted(data["label"] for _, data in back.nodes(data=True)) == sorted(
        {*PRINTED, "Cem", "Dee", "Eve"}
    )


@pytest.mark.parametrize("reader", ["networkx", "igraph"])
def test_graphml_has_typed_columns_and_looks(tmp_path: Path, reader: str) -> None:
    path = export(NET, tmp_path / "g.graphml", max_q=1)
    if reader == "networkx":
        graph = nx.read_graphml(path, force_multigraph=True)
        nodes = dict(graph.nodes(data=True))
        edges = {(s, t, d["relation"]): d for s, t, d in graph.edges(data=True)}
    else:
        read = igraph.Graph.Read_GraphML(str(path))
        ids, nodes = read.vs["id"], {one["id"]: one.attributes() for one in read.vs}
        edges = {(ids[e.source], ids[e.target], e["relation"]): e.attributes() for e in read.es}
    assert nodes.keys() == {*GRAPH}
    assert len(edges) == GRAPH.number_of_edges()
    for node, data in nodes.items():
        own = GRAPH.nodes[node]
        assert (data["x"], data["y"]) == DRAWING.places[node]
        assert tuple(data[part] for part in "rgb") == DRAWING.colours[node]
        assert data["size"] == DRAWING.sizes[node]
        assert (data["n_mentions"], data["name"]) == (own["n_mentions"], own["name"].replace("\x07", ""))
    for source, target, key, own in GRAPH.edges(keys=True, data=True):
        data = edges[source, target, own["relation"]]
        assert (data["weight"], data["polarity"]) == (own["weight"], own["polarity"])
        assert tuple(data[part] for part in "rgb") == DRAWING.colours[key]


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_gephi_lite_reads_all_of_it(tmp_path: Path, ending: str) -> None:
    back = _gephi_lite(export(NET, tmp_path / f"g.{ending}", max_q=1))
    assert back["nodes"].keys() == {*GRAPH}
    assert len(back["edges"]) == GRAPH.number_of_edges()
    for node, data in back["nodes"].items():
        own = GRAPH.nodes[node]
        r, g, b = DRAWING.colours[node]
        assert (data["x"], data["y"]) == DRAWING.places[node]
        assert data["size"] == DRAWING.sizes[node]
        assert data["color"] in (f"rgba({r},{g},{b},1)", f"#{r:02x}{g:02x}{b:02x}")
        told = {
            name: value.replace("\x07", "") if isinstance(value, str) else value
            for name, value in own.items()
        }
        assert {name: data[name] for name in told} == told  # dates too, though spells are dropped
    for edge in back["edges"]:
        own = GRAPH.edges[edge["source"], edge["target"], edge["key"]]
        assert edge["data"]["weight"] == own["weight"]
        assert edge["data"]["relation"] == own["relation"]
        assert edge["data"]["first_date"] == own["first_date"]


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_places_made_elsewhere_come_back_in_files_and_page(tmp_path: Path, ending: str) -> None:
    file = export(NET, tmp_path / f"g.{ending}", max_q=1)
    read = nx.read_gexf(file) if ending == "gexf" else nx.read_graphml(file, force_multigraph=True)
    moved = {}
    for turn, (node, data) in enumerate(sorted(read.nodes(data=True))):
        moved[node] = (turn * 3.5 - 7, (turn * 5) % 11 * 1.25)
        place = dict(zip("xy", moved[node], strict=True))
        data.update(place) if ending == "graphml" else data["viz"]["position"].update(place)
    alone = sorted(explorer_nodes(NET))[4]
    del moved[alone]
    read.remove_node(alone)
    again = tmp_path / f"gephi.{ending}"
    nx.write_gexf(read, again) if ending == "gexf" else nx.write_graphml(read, again)
    net = placed(NET, again)
    assert {node: net.drawing.places[node] for node in moved} == moved
    assert len(set(net.drawing.places.values())) == len(NET.actors)
    written = nx.read_graphml(export(net, tmp_path / "out.graphml", max_q=1), force_multigraph=True)
    assert {node: (written.nodes[node]["x"], written.nodes[node]["y"]) for node in moved} == moved
    seen = explorer_nodes(net)
    first, second, third = sorted(node for node in moved if node in seen)[:3]
    for one, other in ((first, second), (second, third)):
        wide = [abs(seen[one][axis] - seen[other][axis]) for axis in (0, 1)]
        own = [abs(moved[one][axis] - moved[other][axis]) for axis in (0, 1)]
        assert wide[0] * own[1] == pytest.approx(wide[1] * own[0], abs=25)
    assert (seen[first][1] < seen[second][1]) == (moved[first][1] > moved[second][1])
    assert alone in seen
    assert "data-opening" in explorer(net, tmp_path / "p.html").read_text("utf-8")


def test_places_of_other_graphs_are_refused(tmp_path: Path) -> None:
    other = nx.Graph()
    other.add_node("stranger", viz={"position": {"x": 1.0, "y": 2.0, "z": 0.0}})
    nx.write_gexf(other, tmp_path / "other.gexf")
    with pytest.raises(InputError, match="none of which is an actor"):
        placed(NET, tmp_path / "other.gexf")
