import json

import pandas as pd
import pytest
from corpus import article, network

import graphbuild as gb
from graphbuild.errors import InputError
from graphbuild.findings.analyses import ANALYSES, analyze, compare, diff, write
from graphbuild.output import made_here
from graphbuild.output import write as write_output
from graphbuild.vocabulary import ANALYSES as NAMES
from graphbuild.vocabulary import ANALYSIS

NET = network(
    *(
        article(
            f"d{i}",
            "[Ann] attacked [Ben].",
            "[Cem] praised [Ann].",
            "[Ben] met [Cem].",
            f"Report {i} ended.",  # else they were copies of one story
            date=f"2020-{1 + i // 20:02}-{1 + i % 20:02}",
            relations=[
                (0, "Ann", "attack", "Ben", -1.0),
                (1, "Cem", "support", "Ann", 0.5),
                *([(2, "Ben", "discuss", "Cem", 0.25)] if i >= 40 else []),
            ],
        )
        for i in range(80)
    )
)
NOTHING = network(article("d", "Rain fell."))


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_gives_a_table_of_a_network_and_the_same_columns_of_nothing(name):
    table = analyze(NET, name)
    assert isinstance(table, pd.DataFrame)
    assert list(analyze(NOTHING, name).columns) == list(table.columns)
    assert not table.isna().any().any()
    pd.testing.assert_frame_equal(table, analyze(NET, name))


def test_measures_and_ties_have_what_they_are_made_of():
    measures = gb.analyze(NET, "measures").set_index("name")
    assert measures.loc[["Ann", "Ben", "Cem"], "degree"].tolist() == [2, 2, 2]
    assert measures.loc["Ann", "camp"] == measures.loc["Cem", "camp"] != measures.loc["Ben", "camp"]
    ties = analyze(NET, "ties")
    assert len(ties) == 3
    assert (ties["weight_low"] <= ties["weight"]).all()
    assert (ties["confidence"] > 0.99).all()
    edges = analyze(NET, "edges")
    assert edges["edge_id"].tolist() == NET.edges["edge_id"].tolist()
    assert edges["weight"].tolist() == NET.edges["weight"].tolist()


def test_analyses_are_written_beside_the_output(tmp_path):
    files = write(NET, tmp_path, ["measures", "ties"])
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        f"{ANALYSIS}/measures.csv",
        f"{ANALYSIS}/ties.csv",
    ]
    assert len(pd.read_parquet(tmp_path / ANALYSIS / "measures.parquet")) == 3
    assert {file.suffix for file in (tmp_path / ANALYSIS).iterdir()} == {".csv", ".parquet"}
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        write(NET, tmp_path / "file", ["ties"])


def test_two_periods_of_one_output_are_compared(tmp_path):
    write_output(NET, tmp_path, title="", manifest={})
    found = compare(tmp_path, None, at="2020-03-01", csv=tmp_path / "changes.csv")
    assert found[["change", "what", "first_name", "second_name"]].values.tolist() == [
        ["added", "link", "Ben", "Cem"]
    ]
    assert found["sentence_b"].item() == "Ben met Cem."
    assert len(pd.read_csv(tmp_path / "changes.csv")) == 1
    assert compare(tmp_path, tmp_path).empty
    assert diff(NET, NET).empty


@pytest.mark.parametrize(
    "wanted", [{}, {"at": "2020", "outlets": ["a", "b"]}, {"outlets": ["a"]}, {"b": "x", "at": "2020"}]
)
def test_it_must_be_said_what_to_compare(tmp_path, wanted):
    write_output(NET, tmp_path, title="", manifest={})
    with pytest.raises(InputError, match="name a second output"):
        compare(tmp_path, wanted.pop("b", None), **wanted)
    with pytest.raises(InputError, match="no document is of outlet Post"):
        compare(tmp_path, None, outlets=["Post", "Times"])


def test_an_unknown_analysis_names_those_that_there_are():
    with pytest.raises(InputError, match="only measures, ties, edges"):
        analyze(NET, "astrology")


def test_tables_survive_being_written_as_json():
    for name in ANALYSES:
        json.loads(analyze(NET, name).head(2).to_json(orient="records"))


def test_no_analysis_is_read_as_an_article(tmp_path):
    assert tuple(ANALYSES) == NAMES
    write_output(NET, tmp_path, title="", manifest={})
    write(NET, tmp_path, ["dna"])
    (tmp_path / "report.html").write_text("a report")
    (tmp_path / "mine.txt").write_text("mine")
    assert {path.name for path in tmp_path.iterdir()} - {*made_here(tmp_path)} == {"mine.txt"}


def test_measures_and_bands_stand_beside_the_columns_of_actors_and_edges():
    measures, edges = gb.analyze(NET, "measures"), gb.analyze(NET, "edges")
    pd.testing.assert_frame_equal(measures[NET.actors.columns], NET.actors)
    alone = NET.but(edges=NET.edges[:0], relations=NET.relations[:0])
    nobody = gb.analyze(alone, "measures")
    assert len(nobody) == len(NET.actors)
    assert set(nobody["degree"]) == {0}
    assert set(nobody["community"]) == set(nobody["camp"]) == {-1}
    columns = ["edge_id", "weight", "polarity", "n_stories", "first_date"]
    pd.testing.assert_frame_equal(
        edges[columns].set_index("edge_id").sort_index(), NET.edges[columns].set_index("edge_id").sort_index()
    )
    assert {"weight_low", "weight_high", "polarity_low", "rank", "confidence"} <= set(edges.columns)
