import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from random_edges import directed, edges, table, undirected

from graphbuild.analysis.structure import centrality as module
from graphbuild.analysis.structure.centrality import centrality
from graphbuild.analysis.structure.ties import ties
from graphbuild.vocabulary import KINDS


@settings(max_examples=40, deadline=None)
@given(edges())
def test_networkx_says_the_same(rows):
    made = ties(rows, kinds=KINDS)
    found = centrality(made).set_index("actor_id")
    graph, arcs = undirected(made), directed(made)
    between = nx.betweenness_centrality(graph)
    rank = nx.pagerank(arcs, alpha=0.85, weight="weight", tol=1e-12, max_iter=1000)
    core = nx.core_number(graph)
    for actor, row in found.iterrows():
        assert row["degree"] == graph.degree(actor)
        assert row["in_degree"] == arcs.in_degree(actor)
        assert row["out_degree"] == arcs.out_degree(actor)
        assert row["strength"] == graph.degree(actor, weight="weight")
        assert row["betweenness"] == pytest.approx(between[actor], abs=1e-6)
        assert row["pagerank"] == pytest.approx(rank[actor], abs=1e-6)
        assert row["core"] == core[actor]
    assert len(found) == len(graph)


def test_an_estimate_of_betweenness_is_near_and_ranks_alike(monkeypatch):
    rng = np.random.default_rng(1)
    rows = {tuple(sorted(int(400 * x**2) for x in rng.random(2))) for _ in range(1500)}
    made = ties(table([(f"{a:03}", f"{b:03}", "verb", 1, 1.0, "") for a, b in rows if a != b]))
    exact = centrality(made)["betweenness"]
    monkeypatch.setattr(module, "EXACT", 300)
    estimate = centrality(made)["betweenness"]
    assert exact.corr(estimate) > 0.97
    assert estimate.sum() == pytest.approx(exact.sum(), rel=0.1)
    assert not np.allclose(exact, estimate)


def test_nobody_is_central_where_there_is_no_tie():
    assert centrality(ties(table([("a", "b", "verb", 1, 1.0, "")]).iloc[:0])).empty
