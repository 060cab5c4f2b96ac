import pytest
from hypothesis import given, settings
from random_edges import edges, table

from graphbuild.analysis.structure.ties import TONE, as_igraph, ties
from graphbuild.vocabulary import KINDS, STATED


@settings(max_examples=60, deadline=None)
@given(edges())
def test_ties_are_the_sums_of_the_definition(rows):
    made = ties(rows)
    stated = [row for row in rows.itertuples() if row.kind in STATED]
    pairs = sorted({tuple(sorted((row.source, row.target))) for row in stated})
    assert list(zip(made["source"], made["target"], strict=True)) == pairs
    for tie in made.itertuples():
        between = [row for row in stated if {row.source, row.target} == {tie.source, tie.target}]
        verbs = [row for row in between if row.kind == "verb"]
        assert tie.weight == sum(row.weight for row in between) == tie.forth + tie.back
        assert tie.forth == sum(row.weight for row in between if row.source == tie.source)
        assert tie.hostile == sum(row.weight for row in verbs if row.polarity < -TONE)
        assert tie.friendly == sum(row.weight for row in verbs if row.polarity > TONE)
        acts = sum(row.weight for row in verbs)
        mean = sum(row.weight * row.polarity for row in verbs) / acts if acts else 0.0
        assert tie.acts == acts
        assert tie.polarity == pytest.approx(mean, abs=1e-6)
        assert tie.sign == (0 if abs(tie.polarity) <= TONE else 1 if mean > 0 else -1)
        assert tie.first_date == min((row.first_date for row in between if row.first_date), default="")
        assert tie.last_date == max(row.last_date for row in between)
        assert (tie.source_name, tie.target_name) == (tie.source.upper(), tie.target.upper())


@settings(max_examples=30, deadline=None)
@given(edges())
def test_a_graph_of_igraph_has_the_same_ties(rows):
    made = ties(rows, kinds=KINDS)
    graph, arcs = as_igraph(made), as_igraph(made, directed=True)
    names = graph.vs["name"]
    assert names == sorted(names)
    assert [(names[e.source], names[e.target]) for e in graph.es] == list(
        zip(made["source"], made["target"], strict=True)
    )
    assert graph.es["weight"] == made["weight"].tolist()
    assert sum(arcs.es["weight"]) == made["weight"].sum()


def test_ties_may_count_stories_and_may_be_none():
    rows = table([("a", "b", "verb", 5, 1.0, "")]).assign(n_stories=2)
    assert ties(rows, by="n_stories")["weight"].tolist() == [2]
    none = ties(rows.iloc[:0])
    assert list(none.columns) == list(ties(rows).columns)
    assert as_igraph(none).vcount() == 0
