"""Some of a network's relations, and the edges that these make."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from corpus import article, network
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.edges.aggregate import aggregate
from graphbuild.errors import InputError
from graphbuild.findings.analyses import analyze
from graphbuild.network import narrowed
from graphbuild.vocabulary import COOCCURRENCE, KINDS, NEGATED

NET = network(
    article("a", "[Ann] met [Ben].", "[Ann] saw [Cem].", date="2020-01-05",
            relations=[(0, "Ann", "meet", "Ben"), (1, "Ann", "see", "Cem", 0.5, "negated")]),
    article("b", "[Ben] sued [Ann].", date="2020-03-01", relations=[(0, "Ben", "sue", "Ann", -0.5)]),
    article("c", "[Ben] sued [Ann] again.", date="2020-03-31", relations=[(0, "Ben", "sue", "Ann", -0.5)]),
    article("d", "[Dan] met [Cem].", relations=[(0, "Dan", "meet", "Cem")]),
)  # fmt: skip


def _stated(net):
    rows = net.edges[net.edges["kind"] != COOCCURRENCE]
    return {(row.source_name, row.relation, row.target_name): row.weight for row in rows.itertuples()}


def test_all_that_passes_is_the_network_itself():
    assert narrowed(NET) is NET


def test_the_graph_as_of_a_day_has_what_was_told_until_then():
    then = narrowed(NET, until="2020-02")
    assert _stated(then) == {("Ann", "meet", "Ben"): 1}
    assert set(then.actors["name"]) == {"Ann", "Ben", "Cem"}  # Ann and Cem stand together
    assert set(then.graph) == set(then.actors["actor_id"])
    march = narrowed(NET, until="2020-03")
    assert _stated(march)[("Ben", "sue", "Ann")] == 2
    assert _stated(narrowed(NET, since="2020-03-15")) == {("Ben", "sue", "Ann"): 1}


def test_what_is_against_chance_is_so_among_the_articles_of_that_time():
    then = narrowed(NET, until="2020-02")
    few = network(
        article("a", "[Ann] met [Ben].", "[Ann] saw [Cem].", date="2020-01-05",
                relations=[(0, "Ann", "meet", "Ben"), (1, "Ann", "see", "Cem", 0.5, "negated")])
    )  # fmt: skip
    columns = ["source", "target", "kind", "weight", "association", "q_value"]
    pd.testing.assert_frame_equal(then.edges[columns], few.edges[columns])
    whole = NET.edges.set_index("edge_id")["q_value"]
    sure = narrowed(NET, kinds=[COOCCURRENCE]).edges.set_index("edge_id")["q_value"]
    assert (sure == whole.reindex(sure.index)).all()


def test_an_edge_weighs_as_many_stories_as_it_has():
    said = [(n, "Ann", "meet", "Ben") for n in (0, 1)]
    text = ("[Ann] met [Ben].", "[Ann] met [Ben].")
    copies = network(*[article(name, *text, relations=said) for name in "abc"])
    assert _stated(copies) == {("Ann", "meet", "Ben"): 6}
    assert _stated(narrowed(copies, weight="stories")) == {("Ann", "meet", "Ben"): 1}
    assert analyze(narrowed(copies, weight="stories"), "ties")["weight"].tolist() == [1]


@given(
    kinds=st.sets(st.sampled_from(KINDS), min_size=1),
    least=st.sampled_from([0.0, 0.5, 0.9]),
    since=st.sampled_from(["", "2020", "2020-03-01"]),
    until=st.sampled_from(["", "2020-01", "2020-03-30", "2021"]),
    sure=st.lists(st.sampled_from([0.2, 0.6, 0.95]), min_size=20, max_size=20),
)
def test_the_edges_are_those_of_the_relations_that_pass(kinds, least, since, until, sure):
    net = replace(NET, relations=NET.relations.assign(confidence=sure[: len(NET.relations)]))
    some = narrowed(net, kinds=kinds, min_confidence=least, since=since, until=until)
    rows = [
        row
        for row in net.relations.to_dict("records")
        if row["kind"] in kinds
        and row["confidence"] >= least
        and (not since or row["date"] >= since)
        and (not until or (row["date"] and (row["date"] <= until or row["date"].startswith(until))))
    ]
    assert some.relations.to_dict("records") == rows
    counted = pd.DataFrame(rows, columns=net.relations.columns)
    told = aggregate(counted[counted["status"] != NEGATED], net.documents)
    columns = ["edge_id", "weight", "polarity", "n_documents"]
    assert some.edges[columns].values.tolist() == told[columns].values.tolist()


def test_what_there_is_not_is_said():
    with pytest.raises(InputError, match='no kind "hearsay", only verb'):
        narrowed(NET, kinds=["hearsay"])
    with pytest.raises(InputError, match='cannot weigh "words", only sentences or stories'):
        narrowed(NET, weight="words")


def test_the_command_line_takes_the_same_choices(tmp_path):
    (tmp_path / "news.csv").write_text(
        "date,text\n2020-01-05,Kenya attacked Togo on the coast.\n2020-06-07,Kenya praised Togo in the end.\n"
    )
    run = CliRunner().invoke
    assert run(app, ["build", str(tmp_path / "news.csv"), "--output", str(tmp_path / "out")]).exit_code == 0
    for choice, relations in (("--until=2020-03", {"attack"}), ("--since=2020-03", {"support", "praise"})):
        file = tmp_path / "edges.csv"
        told = run(app, ["export", str(tmp_path / "out"), str(file), "--kind=verb", choice])
        assert told.exit_code == 0, told.output
        found = set(pd.read_csv(file)["relation"])
        assert found
        assert found <= relations
    told = run(app, ["analyze", str(tmp_path / "out"), "--only=ties", "--weight=stories", "--until=2020-03"])
    assert told.exit_code == 0, told.output
    wrong = run(app, ["export", str(tmp_path / "out"), str(file), "--kind=hearsay"])
    assert wrong.exit_code != 0
