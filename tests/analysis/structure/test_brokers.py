import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_edges import directed, edges, undirected

from graphbuild.analysis.structure.brokers import ROLES, brokers
from graphbuild.analysis.structure.communities import communities
from graphbuild.analysis.structure.ties import ties
from graphbuild.vocabulary import KINDS


def _role(a, b, c):
    if a == b == c:
        return "coordinator"
    if b == c:
        return "gatekeeper"
    if a == b:
        return "representative"
    return "consultant" if a == c else "liaison"


@settings(max_examples=60, deadline=None)
@given(edges(most=8), st.integers(1, 4), st.randoms(use_true_random=False))
def test_constraint_is_that_of_networkx_and_roles_those_found_by_trying_all(rows, groups, random):
    made = ties(rows, kinds=KINDS)
    graph, arcs = undirected(made), directed(made)
    parts = communities(made)
    parts = parts.assign(community=[random.randrange(groups) for _ in range(len(parts))])
    of = dict(zip(parts["actor_id"], parts["community"], strict=True))
    counts = {actor: dict.fromkeys(ROLES, 0) for actor in arcs}
    for b in arcs:
        for a in arcs.predecessors(b):
            for c in arcs.successors(b):
                if a != c and not arcs.has_edge(a, c):
                    counts[b][_role(of[a], of[b], of[c])] += 1
    constraint = nx.constraint(graph, weight="weight")
    for row in brokers(made, parts).itertuples():
        assert {role: getattr(row, role) for role in ROLES} == counts[row.actor_id]
        assert row.constraint == pytest.approx(constraint[row.actor_id], abs=1e-6)
