import json

import networkx as nx
import pandas as pd
import pytest
from corpus import article, network

import graphbuild as gb
from graphbuild.errors import InputError, TableError
from graphbuild.network import STANDS_OUT, entered, load, reduced
from graphbuild.output import write
from graphbuild.vocabulary import TABLES

NET = network(article("a", "[Ann] met [Ben].", date="2020-01-01", relations=[(0, "Ann", "meet", "Ben")]))


def test_a_network_comes_back_from_its_folder(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    back = load(tmp_path)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(back, name), getattr(NET, name))
    assert dict(back.graph.nodes(data=True)) == dict(NET.graph.nodes(data=True))
    assert list(back.graph.edges(data=True, keys=True)) == list(NET.graph.edges(data=True, keys=True))


def test_the_corrections_come_back_with_it(tmp_path):
    (tmp_path / "mine.csv").write_text("action,subject,object\nrename,Kenya,Zyx\nignore,Nobody,\n")
    (tmp_path / "text.txt").write_text("Kenya attacked Chad.")
    built = gb.build(tmp_path / "text.txt", output=tmp_path / "out", corrections=tmp_path / "mine.csv")
    assert [row.problem for row in built.corrections] == ["", 'no actor is called "Nobody"']
    assert load(tmp_path / "out").corrections == built.corrections
    (tmp_path / "out" / "manifest.json").write_text('{"corrections": {"rows": [{"action": "merge"}]}}')
    with pytest.raises(InputError, match=r"manifest\.json cannot be read"):
        load(tmp_path / "out")
    (tmp_path / "out" / "manifest.json").unlink()
    assert load(tmp_path / "out").corrections == ()


def test_what_is_no_more_than_chance_enters_tables_but_no_graph(tmp_path):
    together = NET.edges[NET.edges["kind"] == "cooccurrence"]
    assert len(together) == 1
    assert (together["q_value"] > STANDS_OUT).all()
    whole, some = tmp_path / "whole.graphml", tmp_path / "some.graphml"
    gb.export(NET, whole, max_q=1)
    gb.export(NET, some)
    gb.export(NET, tmp_path / "edges.csv")
    assert nx.read_graphml(whole, force_multigraph=True).size() == len(NET.edges) == 2
    assert nx.read_graphml(some, force_multigraph=True).size() == 1
    assert len(pd.read_csv(tmp_path / "edges.csv")) == 2


def test_a_reduced_network_has_the_tables_that_its_edges_rest_on():
    least = reduced(NET, min_weight=2)
    assert (len(least.edges), len(least.actors), least.graph.size()) == (0, 0, 0)
    assert least.relations is NET.relations
    assert NET.graph.size() == 2
    with pytest.raises(InputError, match="top must be 1"):
        reduced(NET, top=0)


def test_what_is_left_out_of_graph_files_is_told():
    assert entered(NET, NET, 1.0) == ()
    (told,) = entered(NET, reduced(NET, max_q=0.05), 0.05)
    assert "graph.graphml have 1 of 2 edges, of co-occurrence only what stands out" in told
    assert "0 of 2 actors" in entered(NET, reduced(NET, min_weight=9), 1.0)[0]


def test_a_build_says_what_entered(tmp_path):
    (tmp_path / "text.txt").write_text("Kenya attacked Chad. Togo and Chad and Kenya wept.")
    out = tmp_path / "out"
    built = gb.build(tmp_path / "text.txt", output=out, top=2)
    manifest = json.loads((out / "manifest.json").read_text())
    assert {name: manifest["options"][name] for name in ("top", "backbone", "min_weight", "max_q")} == {
        "top": 2, "backbone": None, "min_weight": 1, "max_q": 0.05,
    }  # fmt: skip
    written = nx.read_graphml(out / "graph.graphml", force_multigraph=True)
    told = manifest["graph_files"]
    assert (told["actors"], told["edges"]) == (len(written), written.size())
    assert {*told["notes"]} <= {*built.notes}
    assert len(written) == 2 < len(built.actors)
    assert any("of 3 actors" in note for note in built.notes)
    with pytest.raises(InputError, match="backbone"):
        gb.build(tmp_path / "text.txt", output=out, backbone=-1)


def test_a_broken_table_is_named(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    (tmp_path / "edges.parquet").write_bytes(b"no parquet")
    with pytest.raises(InputError, match=r"edges\.parquet cannot be read"):
        load(tmp_path)
    (tmp_path / "manifest.json").unlink()
    NET.edges.drop(columns="weight").to_parquet(tmp_path / "edges.parquet")
    with pytest.raises(TableError, match="weight"):
        load(tmp_path)


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_two_builds_are_told(tmp_path, name):
    write(NET, tmp_path / "a", title="", manifest={})
    both = article(
        "b", "[Cem] met [Dag], [Eve] met [Fay].", date="2021-01-01", relations=[(0, "Cem", "see", "Dag")]
    )
    write(network(both), tmp_path / "b", title="", manifest={})
    path = tmp_path / "a" / f"{name}.parquet"
    if path.read_bytes() != (tmp_path / "b" / path.name).read_bytes():
        (tmp_path / "b" / path.name).replace(path)
        with pytest.raises(InputError, match=rf"{name}\.parquet cannot be read: it is not the one"):
            load(tmp_path / "a")


def test_what_a_killed_build_had_decided_is_what_is_loaded(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    other = network(article("b", "[Cem] met [Dag]."))
    write(other, tmp_path / "new", title="", manifest={})
    (tmp_path / "new").rename(tmp_path / "finished-abcdefgh")
    names = sorted(path.name for path in (tmp_path / "finished-abcdefgh").iterdir())
    (tmp_path / "finished-abcdefgh" / ".names").write_text("\n".join(names))
    (tmp_path / "finished-abcdefgh" / "edges.parquet").replace(tmp_path / "edges.parquet")
    assert list(load(tmp_path).documents["doc_id"]) == ["b"]
    assert [path for path in tmp_path.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        "\udce9",
        '{"corrections": 1}',
        '{"corrections": {"rows": {"a": 1}}}',
        '{"files": [1]}',
    ],
)
def test_a_broken_manifest_is_named(tmp_path, text):
    write(NET, tmp_path, title="", manifest={})
    (tmp_path / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match=r"manifest\.json cannot be read: .*; build again"):
        load(tmp_path)


@pytest.mark.parametrize("name", TABLES)
def test_an_output_of_an_earlier_version_is_told_from_a_folder_of_something_else(tmp_path, name):
    write(NET, tmp_path, title="", manifest={"graphbuild": "0.1.0"})
    (tmp_path / f"{name}.parquet").unlink()
    with pytest.raises(
        InputError, match=rf"{name}\.parquet: .* earlier version \(graphbuild 0\.1\.0\).*build again"
    ):
        load(tmp_path)
    for other in ('{"name": "a web page"}', '["graphbuild"]', "no JSON"):
        (tmp_path / "manifest.json").write_text(other)
        with pytest.raises(InputError, match=rf"{name}\.parquet: name the output folder of a build"):
            load(tmp_path)


def test_it_says_what_it_holds():
    together = f", {NET.counts['cooccurrences']} times two actors together"
    parts = (f"{NET.counts[name]} {name}{together if name == 'relations' else ''}" for name in TABLES)
    assert repr(NET) == f"<Network: {', '.join(parts)}>"
    assert [NET.counts[name] for name in TABLES if name != "relations"] == [
        len(getattr(NET, name)) for name in TABLES if name != "relations"
    ]
    kinds = NET.relations["kind"].value_counts()
    assert (NET.counts["relations"], NET.counts["cooccurrences"]) == (kinds["verb"], kinds["cooccurrence"])


def test_a_cell_shows_the_page_and_drops_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "<iframe" in NET._repr_html_()
    shown = NET.show(height=321)
    assert 'height="321"' in shown._repr_html_()
    assert "Ann" in shown.html
    assert len(repr(shown)) < 100
    assert list(tmp_path.iterdir()) == []


def test_the_package_offers_functions_not_modules():

    assert {name for name in gb.__all__ if not hasattr(gb, name)} == set()
    assert callable(gb.build)
    assert callable(gb.export)
    with pytest.raises(AttributeError, match="nothing"):
        _ = gb.nothing


def test_the_page_opens_on_an_actor(tmp_path):
    page = gb.explorer(NET, tmp_path / "page.html", title="Two people", ego="ann")
    text = page.read_text(encoding="utf-8")
    assert "<title>Two people</title>" in text
    ann = NET.actors.set_index("name").loc["Ann", "actor_id"]
    assert f'data-start="ego={ann}+1&amp;actor={ann}"' in text
    assert 'data-start=""' in gb.explorer(NET, tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"ego={ann}+1" in NET.show(ego=ann).html


def test_what_cannot_be_shown_or_written_is_said(tmp_path):
    with pytest.raises(InputError, match="no actor is called 'Anne'; the nearest names are Ann"):
        NET.show(ego="Anne")
    with pytest.raises(InputError, match=r"cannot be written .*: name a file in a folder that is there"):
        gb.explorer(NET, tmp_path / "nowhere" / "page.html")
    assert list(tmp_path.iterdir()) == []
