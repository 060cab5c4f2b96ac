import csv
import json
import re
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from corpus import article, network
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS, Format
from graphbuild.exports.gexf import gexf
from graphbuild.exports.graphml import graphml
from graphbuild.exports.node_link import node_link
from graphbuild.exports.tabular import tabular
from graphbuild.network import export
from graphbuild.tables import check
from graphbuild.vocabulary import TABLES

ROOT = Path(__file__).parent.parent.parent
NET = network(
    article(
        "a",
        "[Ann] met [Ben] & [<Cem>].",
        "[Ben] struck [李文].",
        date="2020-01-01",
        relations=[(0, "Ann", "meet", "Ben", 0.3), (1, "Ben", "attack", "李文", -0.9)],
    ),
    article("b", "[Ben] struck [Ann].", date="2021-02-03", relations=[(0, "Ben", "attack", "Ann", -0.9)]),
    article("c", "[Dee] met [Eve]."),
)
XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\t\n"), max_size=12
)
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)


def _content(graph):
    nodes = {node: dict(data) for node, data in graph.nodes(data=True)}
    return nodes, {(s, t, k): dict(data) for s, t, k, data in graph.edges(keys=True, data=True)}


def _read_graphml(path):
    return nx.read_graphml(path, force_multigraph=True)


def _read_node_link(path):
    return nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")


@pytest.mark.parametrize(("write", "read"), [(graphml, _read_graphml), (node_link, _read_node_link)])
def test_a_graph_comes_back_as_it_was(tmp_path, write, read):
    write(NET.graph, tmp_path / "g")
    back = read(tmp_path / "g")
    assert isinstance(back, nx.MultiDiGraph)
    assert _content(back) == _content(NET.graph)


def test_gexf_comes_back_with_its_time(tmp_path):
    gexf(NET.graph, tmp_path / "g")
    nodes, edges = _content(nx.MultiDiGraph(nx.read_gexf(tmp_path / "g")))
    wanted_nodes, wanted_edges = _content(NET.graph)
    for found, wanted in ((nodes, wanted_nodes), (edges, wanted_edges)):
        assert found.keys() == wanted.keys()
        for key, data in wanted.items():
            times = {n: data[c] for n, c in (("start", "first_date"), ("end", "last_date")) if data[c]}
            extra = {"id": key[2]} if isinstance(key, tuple) else {}
            assert found[key] == {**data, **times, **extra}


@settings(max_examples=40, deadline=None)
@given(XML_TEXT)
def test_any_name_that_xml_can_hold_comes_back(tmp_path_factory, name):
    graph = nx.MultiDiGraph()
    graph.add_edge("A", "B", key="e", label=name, weight=2, polarity=-0.35)
    folder = tmp_path_factory.mktemp("xml")
    graphml(graph, folder / "g.graphml")
    back = _read_graphml(folder / "g.graphml").edges["A", "B", "e"]
    assert back == {"label": name, "weight": 2, "polarity": -0.35}
    gexf(graph, folder / "g.gexf")
    assert nx.read_gexf(folder / "g.gexf").edges["A", "B"]["label"] == name


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_what_xml_cannot_hold_is_left_out(tmp_path_factory, name):
    graph = nx.MultiDiGraph()
    graph.add_node("A", label="x" + name)
    path = tmp_path_factory.mktemp("xml") / "g"
    for write, read in ((graphml, nx.read_graphml), (gexf, nx.read_gexf)):
        write(graph, path)
        kept = re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", "x" + name)
        assert read(path).nodes["A"]["label"] == kept


def test_gephi_takes_no_other_column_for_a_label(tmp_path):
    # what Gephi's importers map to labels and weights: org.gephi.io.importer.plugin.file.ImporterGraphML
    graphml(NET.graph, tmp_path / "g")
    keys = re.findall(
        r'<key id="([^"]+)" for="(\w+)" attr.name="([^"]+)"', (tmp_path / "g").read_text("utf-8")
    )
    ids = [key for key, _, _ in keys]
    assert len(set(ids)) == len(ids)
    for key, scope, title in keys:
        assert key not in {"d3", "d7", "label", "id", "x", "y", "z", "r", "g", "b", "size", "weight"}
        assert title not in {
            "id",
            "edgeid",
            "edgelabel",
            "x",
            "y",
            "z",
            "r",
            "g",
            "b",
            "size",
            "xpos",
            "ypos",
        }
        assert title != "weight" or scope == "edge"


def test_gephi_gets_unique_edges_with_weights_above_zero(tmp_path):
    for write, edge in ((graphml, r'<edge id="(\w+)"'), (gexf, r'<edge id="(\w+)"')):
        write(NET.graph, tmp_path / "g")
        ids = re.findall(edge, (tmp_path / "g").read_text("utf-8"))
        assert len(set(ids)) == len(ids) == len(NET.edges)
    weights = re.findall(r' weight="([^"]+)"', (tmp_path / "g").read_text("utf-8"))
    assert len(weights) == len(NET.edges)
    assert all(float(weight) > 0 for weight in weights)


def test_parallel_edges_have_kinds_for_gephi_to_tell_them_by(tmp_path):
    gexf(NET.graph, tmp_path / "g")
    kinds = re.findall(r' kind="([^"]+)"', (tmp_path / "g").read_text("utf-8"))
    assert set(kinds) == {"meet", "attack", "cooccurrence"}


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-03", "2020-02-03", "2020-02-03"),
        ("", None, None),
        ("soon", None, None),
    ],
)
def test_a_month_or_year_is_all_of_its_days_for_the_timeline(tmp_path, written, start, end):
    graph = nx.MultiDiGraph()
    graph.add_node("A", label="A", first_date=written, last_date=written)
    gexf(graph, tmp_path / "g")
    found = nx.read_gexf(tmp_path / "g").nodes["A"]
    assert (found.get("start"), found.get("end")) == (start, end)


def test_an_actor_is_there_as_long_as_its_edges(tmp_path):
    graph = nx.MultiDiGraph()
    for node in "ABC":
        graph.add_node(node, label=node, first_date="2020-03-01", last_date="2020-04-01")
    graph.add_edge("A", "B", key="e", label="meet", first_date="2015", last_date="2020-03-01")
    graph.add_edge("C", "A", key="f", label="meet", first_date="2020-03-01", last_date="2021-01")
    gexf(graph, tmp_path / "g")
    nodes = nx.read_gexf(tmp_path / "g").nodes
    times = {node: (nodes[node]["start"], nodes[node]["end"]) for node in "ABC"}
    assert times == {
        "A": ("2015-01-01", "2021-01-31"),
        "B": ("2015-01-01", "2020-04-01"),
        "C": ("2020-03-01", "2021-01-31"),
    }


def test_writing_twice_gives_the_same_bytes(tmp_path):
    for suffix in FORMATS:
        first = _bytes(export(NET, tmp_path / f"a{suffix}"))
        assert _bytes(export(NET, tmp_path / f"b{suffix}")) == first


def _bytes(path):
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
    return [one.read_bytes() for one in files]


@pytest.mark.parametrize("name", TABLES)
def test_tables_come_back_as_they_were(tmp_path, name):
    table = getattr(NET, name)
    tabular(table, tmp_path / "t.parquet")
    pd.testing.assert_frame_equal(check(pd.read_parquet(tmp_path / "t.parquet"), name), table)
    tabular(table, tmp_path / "t.csv")
    text = dict.fromkeys(table.columns[[pd.api.types.is_string_dtype(t) for t in table.dtypes]], "str")
    back = pd.read_csv(tmp_path / "t.csv", encoding="utf-8-sig", keep_default_na=False, dtype=text)
    pd.testing.assert_frame_equal(check(back, name), table)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY_TEXT, min_size=1, max_size=4))
def test_csv_cells_are_text_or_defused(tmp_path_factory, values):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    tabular(pd.DataFrame({"n": 1, "name": pd.Series(values, dtype="str")}), path)
    with path.open(encoding="utf-8-sig", newline="") as rows:
        found = [row["name"] for row in csv.DictReader(rows)]
    assert found == [f"'{value}" if value[:1] in tuple("=+-@\t\r") else value for value in values]


def test_text_of_mentions_stays_as_it_is_unless_it_could_run(tmp_path):
    values = ["-Iran", "@reuters", "=1+1", '=HYPERLINK("http://x")', "@SUM(1)", "=cmd|' /c x'!A0", "+A!B1"]
    tabular(pd.DataFrame({"text": pd.Series(values, dtype="str")}), tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as rows:
        found = [row["text"] for row in csv.DictReader(rows)]
    assert found == values[:3] + ["'" + value for value in values[3:]]


def test_spreadsheets_are_told_the_encoding(tmp_path):
    tabular(NET.actors, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_numbers_below_zero_stay_numbers(tmp_path):
    tabular(NET.edges, tmp_path / "t.csv")
    assert pd.read_csv(tmp_path / "t.csv")["polarity"].min() == -0.9


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_is_written_whole(tmp_path, suffix):
    path = export(NET, str(tmp_path / f"graph{suffix.upper()}"))
    assert any(_bytes(path))
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_unknown_format_names_those_known():
    with pytest.raises(InputError, match=re.escape(", ".join(FORMATS))):
        export(NET, "graph.nonsense")


def test_what_people_read_of_formats_is_all_of_them():
    text = (ROOT / "README.md").read_text("utf-8").partition("## In other programs")[2]
    table = re.findall(r"^\| (`\..*?) \|", text.partition("\n## ")[0], re.MULTILINE)
    assert {ending for cell in table for ending in re.findall(r"`(\.\w+)`", cell)} == {*FORMATS}


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        export(NET, tmp_path / "no" / "g.gexf")


def test_a_failing_export_leaves_the_earlier_file(tmp_path, monkeypatch):
    path = tmp_path / "g.graphml"
    path.write_text("earlier")

    def full(net, part):
        part.write_text("half of it")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, ".graphml", Format("", full))
    with pytest.raises(InputError, match="No space left"):
        export(NET, path)
    assert path.read_text() == "earlier"
    assert list(tmp_path.iterdir()) == [path]
