"""Tables of edges at random, for measures that are held against another implementation."""

from __future__ import annotations

import networkx as nx
import pandas as pd
from hypothesis import strategies as st

from graphbuild.tables import SCHEMAS

COLUMNS = list(SCHEMAS["edges"])


@st.composite
def edges(draw, most=9, polarities=(-1.0, -0.3, 0.0, 0.02, 0.5, 1.0)):
    """Edges between actors a, b, c ..., with parallels and both directions."""
    size = draw(st.integers(2, most))
    pair = st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda p: p[0] != p[1])
    kind = st.sampled_from(["verb", "verb", "affiliation", "cooccurrence"])
    row = st.tuples(
        pair, kind, st.integers(1, 9), st.sampled_from(polarities), st.sampled_from(["", "2020", "2021-03"])
    )
    rows = draw(st.lists(row, min_size=1, max_size=40))
    return table(
        [
            ("abcdefghijklmnop"[a], "abcdefghijklmnop"[b], kind, weight, polarity, date)
            for (a, b), kind, weight, polarity, date in rows
        ]
    )


def table(rows):
    """Edges from tuples of source, target, kind, weight, polarity, date."""
    full = [
        {
            **{name: "" if kind == "str" else 0 for name, kind in SCHEMAS["edges"].items()},
            **{"edge_id": str(number), "source": a, "source_name": a.upper(), "target": b},
            **{"target_name": b.upper(), "kind": kind, "polarity": polarity if kind == "verb" else 0.0},
            **dict.fromkeys(("weight", "n_relations", "n_documents", "n_stories"), weight),
            **{"q_value": 1.0, "first_date": date, "last_date": date},
        }
        for number, (a, b, kind, weight, polarity, date) in enumerate(rows)
    ]
    return pd.DataFrame(full, columns=COLUMNS)


def undirected(ties):
    """Ties as a graph of NetworkX."""
    made = nx.Graph()
    for tie in ties.itertuples():
        made.add_edge(tie.source, tie.target, weight=tie.weight, sign=tie.sign)
    return made


def directed(ties):
    """Ties as a directed graph of NetworkX."""
    made = nx.DiGraph()
    made.add_nodes_from(sorted({*ties["source"], *ties["target"]}))
    for tie in ties.itertuples():
        if tie.forth:
            made.add_edge(tie.source, tie.target, weight=tie.forth)
        if tie.back:
            made.add_edge(tie.target, tie.source, weight=tie.back)
    return made
