import networkx as nx
import pandas as pd
import pytest
from corpus import article, network

from graphbuild.errors import TableError
from graphbuild.graph import graph, simple

NET = network(
    article(
        "a",
        "[Ann] met [Ben].",
        "[Ben] struck [Ann].",
        "[Cem] slept.",
        date="2020-01-01",
        relations=[(0, "Ann", "meet", "Ben", 0.3), (1, "Ben", "attack", "Ann", -0.9)],
    ),
    article("b", "[Ben] struck [Ann].", relations=[(0, "Ben", "attack", "Ann", -0.9)]),
)


def _id(name):
    return NET.actors.set_index("name")["actor_id"][name]


def test_the_graph_holds_the_tables_whole():
    nodes = pd.DataFrame(dict(NET.graph.nodes(data=True))).T
    assert nodes.index.tolist() == NET.actors["actor_id"].tolist()
    assert nodes["aliases"].tolist() == NET.actors["aliases"].tolist()
    assert nodes["label"].tolist() == NET.actors["name"].tolist()
    found = {(s, t, k): d for s, t, k, d in NET.graph.edges(keys=True, data=True)}
    assert len(found) == len(NET.edges)
    for edge in NET.edges.to_dict("records"):
        data = found[edge["source"], edge["target"], edge["edge_id"]]
        assert data["label"] == (edge["relation"] or "cooccurrence")
        assert {name: data[name] for name in data if name != "label"} == {
            name: edge[name] for name in edge if name not in ("edge_id", "source", "target")
        }


def test_attributes_are_plain_values():
    data = [d for _, d in NET.graph.nodes(data=True)] + [d for *_, d in NET.graph.edges(data=True)]
    assert {type(value) for d in data for value in d.values()} == {str, int, float}


def test_an_edge_to_nowhere_is_refused():
    with pytest.raises(TableError, match="lacks"):
        graph(NET.actors[NET.actors["name"] != "Ann"], NET.edges)


def test_simple_sums_both_directions():
    flat = simple(NET.graph)
    edge = flat.edges[_id("Ann"), _id("Ben")]
    assert edge["weight"] == 1 + 2 + 3  # meet, attack, together
    assert edge["polarity"] == pytest.approx((0.3 * 1 - 0.9 * 2) / 3)
    assert set(flat) == set(NET.graph)
    assert nx.degree(flat, _id("Cem")) == 0


def test_simple_counts_the_kinds_that_are_asked_for():
    flat = simple(NET.graph, kinds=("cooccurrence",))
    assert flat.edges[_id("Ann"), _id("Ben")] == {"weight": 3, "polarity": 0.0}


def test_simple_leaves_the_graph_alone():
    flat = simple(NET.graph)
    flat.nodes[_id("Ann")]["name"] = "Changed"
    assert NET.graph.nodes[_id("Ann")]["name"] == "Ann"
