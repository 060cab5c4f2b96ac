import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from graphbuild.analysis.selection import selection
from graphbuild.errors import InputError

IDS = list("ABCDEFG")
ACTORS = pd.DataFrame({"actor_id": IDS, "name": IDS})
EDGES = st.lists(
    st.tuples(
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(["verb", "affiliation", "cooccurrence"]),
        st.integers(1, 30),
        st.sampled_from([0.001, 0.04, 0.05, 0.5, 1.0]),
    ).filter(lambda row: row[0] != row[1]),
    max_size=25,
)


def _table(rows):
    columns = ["source", "target", "kind", "weight", "q_value"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"source": "str", "target": "str", "kind": "str", "weight": "int64"})


def _of(edges):
    return list(edges[["source", "target", "kind", "weight", "q_value"]].itertuples(index=False, name=None))


def _disparity(rows, level):
    """Pairs of the backbone, by the integral that the filter is defined by, over a NetworkX graph."""
    links = nx.Graph()
    links.add_nodes_from(IDS)
    for source, target, _, weight, _ in rows:
        before = links.get_edge_data(source, target, {"weight": 0})["weight"]
        links.add_edge(source, target, weight=before + weight)
    strength = dict(links.degree(weight="weight"))
    kept = set()
    for one, other, weight in links.edges(data="weight"):
        for end in (one, other):
            k, p = links.degree(end), weight / strength[end]
            if k > 1 and 1 - (k - 1) * quad(lambda x, k=k: (1 - x) ** (k - 2), 0, p)[0] < level:
                kept.add(frozenset((one, other)))
    return kept


@settings(max_examples=60, deadline=None)
@given(EDGES, st.sampled_from([0.013, 0.11, 0.34, 0.77]))
def test_the_backbone_is_that_of_the_definition(rows, level):
    _, edges = selection(ACTORS, _table(rows), backbone=level)
    kept = _disparity(rows, level)
    assert _of(edges) == [row for row in rows if frozenset(row[:2]) in kept]


@settings(max_examples=60, deadline=None)
@given(EDGES, st.integers(1, 40), st.sampled_from([0.05, 0.5, 1.0]))
def test_weight_and_chance_leave_out_edges_one_by_one(rows, least, most):
    actors, edges = selection(ACTORS, _table(rows), min_weight=least, max_q=most)
    kept = [r for r in rows if r[3] >= least and (r[2] != "cooccurrence" or r[4] < most or most == 1)]
    assert _of(edges) == kept
    linked = {end for row in kept for end in row[:2]}
    assert list(actors["actor_id"]) == [i for i in IDS if i in linked or least == 1]


@settings(max_examples=60, deadline=None)
@given(EDGES, st.integers(1, 8))
def test_the_most_linked_are_those_of_most_stated_sentences(rows, top):
    actors, edges = selection(ACTORS, _table(rows), top=top)
    graph = nx.MultiGraph()
    graph.add_nodes_from(IDS)
    stated = [row for row in rows if row[2] != "cooccurrence"] or rows
    graph.add_weighted_edges_from((*row[:2], row[3]) for row in stated)
    degree = dict(graph.degree(weight="weight"))
    chosen = set(sorted(IDS, key=lambda i: (-degree[i], i))[:top])
    assert _of(edges) == [row for row in rows if chosen.issuperset(row[:2])]
    assert set(actors["actor_id"]) == {end for row in _of(edges) for end in row[:2]}


def test_nothing_asked_nothing_left_out():
    rows = [("A", "B", "verb", 1, 1.0), ("B", "C", "cooccurrence", 1, 1.0)]
    actors, edges = selection(ACTORS, _table(rows))
    assert (_of(edges), len(actors)) == (rows, len(ACTORS))
    assert _of(selection(ACTORS, _table(rows), backbone=1.0)[1]) == rows


@pytest.mark.parametrize("wrong", [{"top": 0}, {"backbone": 0.0}, {"backbone": float("nan")}])
def test_what_can_be_no_choice_is_refused(wrong):
    with pytest.raises(InputError, match=next(iter(wrong))):
        selection(ACTORS, _table([]), **wrong)
