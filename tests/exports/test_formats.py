"""Every format read again by a program that is not ours, with nothing lost, whatever stands in the names."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import sys
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS
from graphbuild.exports._tables import printable
from graphbuild.lexicons.gazetteer.codes import alpha2
from graphbuild.network import Network, export
from graphbuild.vocabulary import STATED, TABLES

MESSY = (
    "Ann",
    'Ben "the Axe" O\'Neil',
    "محمد",
    "🦊 & <script>",
    "=cmd|' /c x'!A0",
    "back\\slash\\",
    "semi;colon",
    "con",
    "ann",
)


def _net() -> Network:
    sentences = [f"[{MESSY[0]}] met [{name}]." for name in MESSY[1:]]
    relations = [
        (n, MESSY[0], relation, name, polarity, status)
        for n, name in enumerate(MESSY[1:])
        for relation, polarity, status in (("discuss", 0.25, "asserted"), ("attack", -1.0, "negated"))
    ]
    relations.append((0, MESSY[1], "support", MESSY[0], 0.5, "possible"))
    return network(
        article("a", *sentences, date="2020-01-02", relations=relations),
        article("b", "[Ann] met [Cem].", date="2021-03", relations=[(0, "Ann", "discuss", "Cem")]),
    )


NET = _net()
STATEMENTS = NET.relations[NET.relations["kind"].isin(STATED)]
KNOWN = STATEMENTS[STATEMENTS["status"] != "negated"]


def test_a_workbook_has_every_table_as_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(export(NET, tmp_path / "g.xlsx"))
    assert book.sheetnames == ["actors", "edges", "relations", "documents", "mentions", "titles", "merges"]
    head, *rows = book["actors"].iter_rows(values_only=True)
    assert list(head) == list(NET.actors.columns)
    assert [row[1] for row in rows] == NET.actors["name"].tolist()
    assert all(cell.data_type in "sn" for sheet in book for row in sheet.iter_rows() for cell in row)
    head, *rows = book["edges"].iter_rows(values_only=True)
    weight = list(head).index("weight")
    assert [row[weight] for row in rows] == NET.edges["weight"].tolist()
    assert book["relations"].max_row == len(STATEMENTS) + 1


def test_a_workbook_cuts_what_no_cell_holds_and_leaves_out_what_no_file_holds(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    net = network(article("a", f"[Ann] met [Ben]{'!' * 40_000}", relations=[(0, "Ann", "discuss", "Ben")]))
    head, row = load_workbook(export(net, tmp_path / "g.xlsx"))["relations"].iter_rows(values_only=True)
    evidence = row[list(head).index("evidence")]
    assert len(evidence) == 32_767
    assert evidence.endswith("!…")
    assert printable("a\x00\x0b\ud800b\n") == "ab\n"


def test_what_is_longer_than_a_sheet_goes_on_in_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    monkeypatch.setattr(sys.modules["graphbuild.exports.xlsx"], "_MOST_ROWS", 4)
    book = load_workbook(export(NET, tmp_path / "g.xlsx"))
    sheets = [name for name in book.sheetnames if name.startswith("actors")]
    assert sheets == ["actors", "actors 2", "actors 3"]
    names = [row[1] for name in sheets for row in list(book[name].iter_rows(values_only=True))[1:]]
    assert names == NET.actors["name"].tolist()


def test_a_database_has_every_table(tmp_path: Path) -> None:
    with sqlite3.connect(export(NET, tmp_path / "g.sqlite")) as database:
        for name in TABLES:
            found = pd.read_sql(f'SELECT * FROM "{name}"', database)
            assert found.to_dict("list") == getattr(NET, name).to_dict("list")
        sums = database.execute(
            "SELECT source_name, SUM(weight) FROM edges WHERE kind = 'verb' GROUP BY source ORDER BY 2 DESC"
        ).fetchall()
    assert sums[0] == ("Ann", 9)


def test_pajek_keeps_actors_arcs_and_classes(tmp_path: Path) -> None:
    import igraph

    path = export(NET, tmp_path / "g.net")
    read = igraph.Graph.Read_Pajek(str(path))
    assert (read.vcount(), read.ecount()) == (len(NET.actors), len(NET.edges))
    assert sorted(read.es["weight"]) == sorted(map(float, NET.edges["weight"]))
    told = [name.replace('"', "'").replace("\\", "/") for name in NET.actors["name"]]
    assert read.vs["name"] == told
    assert {*read.es["label"]} == {"cooccurrence", "discuss", "support"}
    assert nx.read_pajek(path).number_of_edges() == len(NET.edges)


def test_cytoscape_js_comes_back_as_it_was(tmp_path: Path) -> None:
    data = json.loads(export(NET, tmp_path / "g.cyjs").read_text("utf-8"))
    back = nx.cytoscape_graph(data)
    assert {n: d["name"] for n, d in back.nodes(data=True)} == dict(
        zip(NET.actors["actor_id"], NET.actors["name"], strict=True)
    )
    edges = {key: d["weight"] for *_, key, d in back.edges(keys=True, data=True)}
    assert edges == dict(zip(NET.edges["edge_id"], NET.edges["weight"], strict=True))
    ids = [one["data"]["id"] for part in data["elements"].values() for one in part]
    assert len(set(ids)) == len(ids)


def test_cx2_comes_back_as_it_was(tmp_path: Path) -> None:
    from ndex2.cx2 import RawCX2NetworkFactory

    read = RawCX2NetworkFactory().get_cx2network(str(export(NET, tmp_path / "g.cx2")))
    names = {one["v"]["actor_id"]: one["v"]["name"] for one in read.get_nodes().values()}
    assert names == dict(zip(NET.actors["actor_id"], NET.actors["name"], strict=True))
    edges = {one["v"]["edge_id"]: one["v"]["polarity"] for one in read.get_edges().values()}
    assert edges == dict(zip(NET.edges["edge_id"], NET.edges["polarity"], strict=True))
    assert read.get_attribute_declarations()["nodes"]["aliases"] == {"d": "list_of_string"}
    assert all(isinstance(one["v"]["aliases"], list) for one in read.get_nodes().values())


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_neo4j_files_hang_together(tmp_path: Path) -> None:
    folder = export(NET, tmp_path / "g.neo4j")
    ids = {
        space: {row[f"{key}:ID({space})"] for row in _table(folder / f"{name}.csv")}
        for name, key, space in (
            ("actors", "actor_id", "Actor"),
            ("documents", "doc_id", "Document"),
            ("statements", "relation_id", "Statement"),
        )
    }
    assert [len(ids[k]) for k in ("Actor", "Document", "Statement")] == [len(NET.actors), 2, len(STATEMENTS)]
    for name in ("edges", "parts", "places"):
        for row in _table(folder / f"{name}.csv"):
            for column, value in row.items():
                if space := re.fullmatch(r":(?:START|END)_ID\((\w+)\)", column):
                    assert value in ids[space[1]]
                if column == ":TYPE":
                    assert re.fullmatch(r"[A-Z_]+", value)
    assert len(_table(folder / "edges.csv")) == len(NET.edges)
    assert len(_table(folder / "places.csv")) == len(STATEMENTS)
    labels = {row[":LABEL"] for row in _table(folder / "actors.csv")}
    assert labels == {"Actor;Person"}
    names = {row["name"] for row in _table(folder / "actors.csv")}
    assert names == {*NET.actors["name"]} - {"back\\slash\\"} | {"back\\slash\\ "}
    assert {row["aliases:string[]"] for row in _table(folder / "actors.csv")} >= {"semi,colon"}


def test_no_backslash_of_a_cell_escapes_a_quotation_mark(tmp_path: Path) -> None:
    for path in export(NET, tmp_path / "g.neo4j").glob("*.csv"):
        assert '\\"' not in path.read_text("utf-8")


def test_the_cypher_script_reads_columns_that_are_there(tmp_path: Path) -> None:
    folder = export(NET, tmp_path / "g.neo4j")
    script = (folder / "load.cypher").read_text("utf-8")
    assert script.count("(") == script.count(")")
    for line in script.splitlines():
        assert line.endswith(";")
        if file := re.search(r"file:///(\w+\.csv)", line):
            head = (folder / file[1]).read_text("utf-8").splitlines()[0]
            wanted = re.findall(r"row\['([^']+)'\]", line)
            assert wanted
            assert all(f'"{column}"' in head for column in wanted)
    assert {*re.findall(r"\[r:(\w+)", script)} == {row[":TYPE"] for row in _table(folder / "edges.csv")}


def test_follow_the_money_knows_every_entity_and_property(tmp_path: Path) -> None:
    if os.environ.get("GRAPHBUILD_REQUIRE_FTM") != "1":
        pytest.importorskip(
            "followthemoney", reason="followthemoney is not installed: it compiles against ICU"
        )
    from followthemoney import model

    made = [json.loads(line) for line in export(NET, tmp_path / "g.ftm").read_text("utf-8").splitlines()]
    ids = {one["id"] for one in made}
    assert len(ids) == len(made)
    kept = 0
    for one in made:
        schema = model.get(one["schema"])
        assert schema is not None
        entity = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            assert name in schema.properties, (one["schema"], name)
            assert len(entity.get(name)) == len({*values}), (name, values)
            if schema.properties[name].type.name == "entity":
                assert set(values) <= ids
        kept += one["schema"] == "UnknownLink"
    assert kept == len(KNOWN)
    people = {one["properties"]["name"][0] for one in made if one["schema"] == "Person"}
    assert people == {*NET.actors["name"]}


@pytest.mark.parametrize(("ending", "syntax"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
def test_rdf_leads_from_statements_to_sentences(tmp_path: Path, ending: str, syntax: str) -> None:
    from pyshacl import validate
    from rdflib import Graph
    from rdflib.namespace import SDO

    read = Graph().parse(export(NET, tmp_path / f"g{ending}"), format=syntax)
    assert {str(name) for name in read.objects(None, SDO.name)} == {*NET.actors["name"]}
    told = read.query(
        """
        PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX gb: <urn:graphbuild:term:>
        SELECT ?status ?sentence ?title WHERE {
            ?s a rdf:Statement ; gb:status ?status ; prov:qualifiedQuotation ?q .
            ?q prov:value ?sentence ; prov:entity ?article .
        }
        """
    )
    assert sorted((str(row.status), str(row.sentence)) for row in told) == sorted(
        zip(STATEMENTS["status"], STATEMENTS["evidence"], strict=True)
    )
    shapes = Graph().parse(
        data="""
        @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix prov: <http://www.w3.org/ns/prov#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix schema: <https://schema.org/> .
        [] a sh:NodeShape ; sh:targetClass rdf:Statement ;
           sh:property [ sh:path rdf:subject ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
           sh:property [ sh:path rdf:predicate ; sh:minCount 1 ; sh:maxCount 1 ] ;
           sh:property [ sh:path rdf:object ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
           sh:property [ sh:path prov:qualifiedQuotation ; sh:minCount 1 ] .
        [] a sh:NodeShape ; sh:targetClass schema:Person ;
           sh:property [ sh:path schema:name ; sh:minCount 1 ] .
        """,
        format="turtle",
    )
    conforms, _, text = validate(read, shacl_graph=shapes)
    assert conforms, text


def test_stix_is_a_bundle_that_its_own_library_reads(tmp_path: Path) -> None:
    import stix2

    bundle = stix2.parse(export(NET, tmp_path / "g.stix").read_text("utf-8"), allow_custom=False)
    by_type: dict[str, list] = {}
    for one in bundle.objects:
        by_type.setdefault(one.type, []).append(one)
    assert {one.name for one in by_type["identity"]} == {*NET.actors["name"]}
    assert len(by_type["relationship"]) == len(KNOWN)
    ids = {one.id for one in bundle.objects}
    assert all({one.source_ref, one.target_ref} <= ids for one in by_type["relationship"])
    assert sorted(one.description for one in by_type["relationship"]) == sorted(KNOWN["evidence"])
    assert {one.published.date().isoformat() for one in by_type["report"]} == {"2020-01-02", "2021-03-01"}


def test_obsidian_has_the_graph_in_its_links(tmp_path: Path) -> None:
    import obsidiantools.api as otools

    vault = otools.Vault(export(NET, tmp_path / "vault", format="obsidian")).connect()
    notes = {note: path for note, path in vault.md_file_index.items() if path.parts[0] == "Actors"}
    assert len(notes) == len(NET.actors)
    assert len({str(path).casefold() for path in notes.values()}) == len(NET.actors)
    linked = {frozenset(pair) for pair in zip(STATEMENTS["source"], STATEMENTS["target"], strict=True)}
    found = {
        frozenset((one, other))
        for one, other in vault.graph.edges()
        if {one, other} <= notes.keys() and one != other
    }
    assert len(found) == len(linked)
    front = [vault.get_front_matter(note) for note in notes]
    assert {alias for one in front for alias in one["aliases"]} == {*NET.actors["name"]}


def test_text_of_articles_is_no_markup_of_notes(tmp_path: Path) -> None:
    folder = export(NET, tmp_path / "v.obsidian")
    (note,) = (path for path in (folder / "Actors").glob("*.md") if "script" in path.name)
    body = note.read_text("utf-8").split("---", 2)[2]
    assert "<script" not in body.replace("\\<script", "")


def test_an_export_replaces_no_folder_that_is_not_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    export(NET, folder, format="obsidian")
    export(NET, folder, format="obsidian")
    assert (folder / "Actors").is_dir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "note.md").write_text("mine")
    with pytest.raises(InputError, match="no export of ours"):
        export(NET, tmp_path / "mine", format="obsidian")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note.md"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "vault"]


@pytest.mark.parametrize(
    ("ending", "library", "extra"), [(".ttl", "rdflib", "rdf"), (".jsonld", "rdflib", "rdf")]
)
def test_a_library_that_is_missing_is_said_with_what_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, library: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError, match=re.escape(f'pip install "graphbuild[{extra}]"')):
        export(NET, tmp_path / f"g{ending}")
    assert not list(tmp_path.iterdir())


def test_countries_have_two_letters() -> None:
    from graphbuild.lexicons.gazetteer.countries import countries

    assert all(re.fullmatch("[A-Z]{2}", alpha2(code)) for code in countries().name_of)


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_network_can_be_written_too(tmp_path: Path, ending: str) -> None:
    assert export(network(), tmp_path / f"g{ending}").exists()
