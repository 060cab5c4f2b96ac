import json
from pathlib import Path

import pandas as pd
import pytest
from corpus import article, network
from pipeline import stand_in

import graphbuild.extract
import graphbuild.resolve
from graphbuild.build import build
from graphbuild.errors import InputError, LexiconError, NothingToRead
from graphbuild.network import load
from graphbuild.records import Skip
from graphbuild.resolve.survey import linked
from graphbuild.vocabulary import TABLES


@pytest.fixture(autouse=True)
def _no_language_processing(monkeypatch):
    stand_in(monkeypatch)


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("[Ann] attacks [Ben]\n[Cem] watches", encoding="utf-8")
    (folder / "b.txt").write_text("[Ann] attacks [Ben]\n[Ben] helps [Cem]\n", encoding="utf-8")
    return folder


def test_the_tables_belong_together(articles):
    net = build(articles)
    attack = net.edges[net.edges["relation"] == "attacks"].squeeze()
    assert (attack["source_name"], attack["target_name"], attack["weight"]) == ("Ann", "Ben", 2)
    assert set(net.graph) == set(net.actors["actor_id"])
    assert set(net.mentions["actor_id"]) <= set(net.actors["actor_id"])
    assert set(net.relations["source_mention"]) <= set(net.mentions["mention_id"])
    texts = {path.read_text("utf-8") for path in articles.iterdir()}
    assert all(any(evidence in text for text in texts) for evidence in net.relations["evidence"])


def test_building_twice_and_in_another_order_gives_the_same(articles):
    one = build(articles)
    other = build([articles / "b.txt", articles / "a.txt"])
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_output_is_the_same_to_the_byte(articles, tmp_path):
    build(articles, output=tmp_path / "one")
    build(articles, output=tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    names.remove("store")
    names.remove("manifest.json")
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    one, two = (json.loads((tmp_path / name / "manifest.json").read_text("utf-8")) for name in ("one", "two"))
    for profile in (one.pop("profile"), two.pop("profile")):
        assert (profile["words"], [*profile["seconds"]]) == (11, ["articles", "tables"])
        assert profile["peak_megabytes"] > 0
    assert one == two


def test_the_manifest_says_how_it_came_about(articles, tmp_path):
    (articles / "empty.txt").write_text("")
    net = build(articles, output=tmp_path / "out", window=1, title="Two wars")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    rows = {name: len(getattr(net, name)) for name in TABLES}
    together = int((net.relations["kind"] == "cooccurrence").sum())
    assert 0 < together < rows["relations"]
    assert manifest["counts"] == {
        **rows, "relations": rows["relations"] - together, "cooccurrences": together
    }  # fmt: skip
    assert manifest["model"] == {"name": "en_stand_in", "version": "1.0", "weights": ""}
    assert (manifest["options"]["window"], manifest["options"]["title"]) == (1, "Two wars")
    assert [entry["path"] for entry in manifest["inputs"]] == [str(articles / n) for n in ("a.txt", "b.txt")]
    assert all(len(entry["sha256"]) == 64 for entry in manifest["inputs"])
    assert [entry["path"] for entry in manifest["skipped"]] == [str(articles / "empty.txt")]


def test_a_row_of_a_table_leads_to_its_file_in_the_manifest(tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("id,body\n1,[Ann] attacks [Ben]\n2,[Ben] helps [Ann]\n", encoding="utf-8")
    build(rows, output=tmp_path / "out", columns={"text": "body"})
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [entry["path"] for entry in manifest["inputs"]] == [str(rows)]


def test_skips_are_told_and_the_rest_goes_on(articles):
    (articles / "empty.txt").write_text("")
    told: list[Skip] = []
    net = build([articles, "missing.txt"], on_skip=told.append)
    assert len(net.documents) == 2
    assert {skip.path for skip in told} == {str(articles / "empty.txt"), "missing.txt"}


def test_progress_counts_to_the_end(articles):
    told = []
    build(articles, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("name", ["", "out", "deep/out"])
def test_the_output_of_an_earlier_run_is_no_input(articles, name):
    first = build(articles, output=articles / name)
    for place in ("again", name):
        told: list[Skip] = []
        again = build(articles, output=articles / place, on_skip=told.append)
        pd.testing.assert_frame_equal(first.edges, again.edges)
        assert len(again.documents) == 2
        assert [skip for skip in told if not skip.passed] == []


def test_nothing_but_earlier_output_is_nothing_to_read(articles, tmp_path):
    build(articles, output=tmp_path / "out")
    for output in ("out", "other"):
        with pytest.raises(NothingToRead, match="the output of an earlier run"):
            build(tmp_path / "out", output=tmp_path / output)
    with pytest.raises(NothingToRead, match="is the output of an earlier run, no article"):
        build(tmp_path / "out" / "mentions.csv")
    assert not (tmp_path / "other").exists()


def test_a_file_of_the_user_s_in_the_output_folder_is_told_before_the_work(articles, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "documents.csv").write_text("mine")
    with pytest.raises(InputError, match=r"documents\.csv: no manifest"):
        build(articles, output=tmp_path / "out", progress=lambda done, total: pytest.fail("worked in vain"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["documents.csv"]


def test_two_builds_at_once_do_not_mix(articles, tmp_path):
    out = tmp_path / "out"

    def meanwhile(done, total):
        if done == 1:
            with pytest.raises(InputError, match="another run is at work in"):
                build(articles / "a.txt", output=out)

    build(articles, output=out, progress=meanwhile)
    assert len(load(out).documents) == 2
    build(articles / "a.txt", output=out)
    assert len(load(out).documents) == 1


def test_what_may_count_can_be_chosen(articles):
    assert set(build(articles, statuses=["intended"]).edges["kind"]) == set()


@pytest.mark.parametrize("name", ["file.txt", "file.txt/deeper"])
def test_an_output_folder_that_cannot_be_is_told_before_the_work(articles, tmp_path, name):
    (tmp_path / "file.txt").write_text("mine")
    with pytest.raises(InputError, match="cannot be the output folder"):
        build(articles, output=tmp_path / name, progress=lambda done, total: pytest.fail("worked in vain"))
    assert (tmp_path / "file.txt").read_text() == "mine"


def test_the_page_has_a_heading(articles, tmp_path):
    def heading(**options):
        build(output=tmp_path / "out", **options)
        return (tmp_path / "out" / "graph.html").read_text("utf-8").partition("<title>")[2].partition("</")[0]

    alone = tmp_path / "alone.jsonl"
    alone.write_text('{"title": "War & peace", "text": "[Ann] attacks [Ben]"}', encoding="utf-8")
    assert heading(paths=articles) == articles.name
    assert heading(paths=[articles, alone]) == f"{articles.name} and 1 more"
    assert heading(paths=alone) == "War &amp; peace"
    assert heading(paths=alone, title="Mine") == "Mine"


@pytest.fixture
def corrected(tmp_path):
    """Build with rows of a corrections file, by real resolution."""

    def run(articles, *rows, **options):
        file = tmp_path / "corrections.csv"
        file.write_text("\n".join(["action,subject,object,relation,evidence", *rows]), encoding="utf-8")
        return build(articles, corrections=file, **options)

    return run


@pytest.fixture
def _real_resolution(monkeypatch):
    monkeypatch.undo()
    resolve = graphbuild.resolve.resolve
    stand_in(monkeypatch)
    monkeypatch.setattr("graphbuild.resolve.resolve", resolve)
    monkeypatch.setattr("graphbuild.corpus.links.linked", linked)


@pytest.mark.usefixtures("_real_resolution")
def test_relations_between_an_actor_and_itself_vanish_with_a_merge(articles, corrected):
    before = build(articles)
    net = corrected(articles, "merge,Ann,Ben")
    assert {"ann", "ben"} <= set(before.actors["actor_id"])
    assert "ann" not in set(net.actors["actor_id"]) | set(net.edges["source"]) | set(net.edges["target"])
    assert "attacks" not in set(net.relations["relation"])
    assert (net.relations["source"] != net.relations["target"]).all()
    assert net.merges[["alias", "actor_id", "rule"]].values.tolist() == [["Ann", "ben", "correction"]]


@pytest.mark.usefixtures("_real_resolution")
def test_an_ignored_actor_is_in_no_table_but_its_mentions_stay_readable(articles, corrected):
    net = corrected(articles, "hide,ben,")
    assert set(net.actors["actor_id"]) == set(net.graph) == {"ann", "cem"}
    assert set(net.mentions.loc[net.mentions["text"] == "Ben", "actor_id"]) == {""}
    assert net.relations.empty


@pytest.mark.usefixtures("_real_resolution")
def test_a_renamed_actor_has_its_new_name_in_every_table(articles, corrected):
    net = corrected(articles, "rename,Ann,Ann-Marie")
    assert set(net.relations.loc[net.relations["source"] == "ann", "source_name"]) == {"Ann-Marie"}
    assert set(net.edges.loc[net.edges["source"] == "ann", "source_name"]) == {"Ann-Marie"}
    assert net.graph.nodes["ann"]["label"] == "Ann-Marie"


@pytest.mark.usefixtures("_real_resolution")
def test_a_dropped_relation_is_gone_whatever_its_kind(articles, corrected):
    before = build(articles)
    for kind in ("verb", "cooccurrence"):
        gone, *_ = before.relations.loc[before.relations["kind"] == kind, "relation_id"]
        net = corrected(articles, f"reject,{gone},")
        assert set(before.relations["relation_id"]) - set(net.relations["relation_id"]) == {gone}
        assert before.edges["n_relations"].sum() - net.edges["n_relations"].sum() == 1
        assert [row.problem for row in net.corrections] == [""]


@pytest.mark.usefixtures("_real_resolution")
def test_an_added_relation_is_in_tables_graph_page_and_told_apart(articles, corrected, tmp_path):
    doc_id = build(articles).documents["doc_id"][0]
    rows = f"add,Cem,Ann,accuse,{doc_id}:1", f"add,Cem,Ann,accuse,{doc_id}:9"
    net = corrected(articles, *rows, output=tmp_path / "out")
    (made,) = net.relations[net.relations["relation"] == "accuse"].to_dict("records")
    assert (made["source_name"], made["target_name"], made["verb"]) == ("Cem", "Ann", "")
    assert made["rule"] == "by_hand"
    assert (made["sentence"], made["evidence"]) in [(1, "[Cem] watches"), (1, "[Ben] helps [Cem]")]
    edge = net.edges[net.edges["relation"] == "accuse"].squeeze()
    assert (edge["weight"], edge["source"], edge["target"]) == (1, "cem", "ann")
    assert net.graph.has_edge("cem", "ann")
    assert [row.problem for row in net.corrections] == ["", f'no sentence is "{doc_id}:9"']
    again = load(tmp_path / "out")
    assert again.corrections == net.corrections
    assert "by_hand" in (tmp_path / "out" / "graph.html").read_text("utf-8")


@pytest.mark.usefixtures("_real_resolution")
def test_a_relation_of_another_class_and_one_that_is_added_can_be_dropped(articles, corrected):
    before = build(articles)
    one, other = before.relations.loc[before.relations["relation"] == "attacks", "relation_id"]
    net = corrected(articles, f"reclass,{one},visit", f"drop,{other},")
    edge = net.edges[net.edges["relation"] == "visit"].squeeze()
    assert (edge["weight"], edge["polarity"]) == (1, 0.4)
    assert "attacks" not in set(net.edges["relation"])
    add = f"add,Ben,Ann,kill,{before.documents['doc_id'][0]}:0"
    (made,) = corrected(articles, add).relations.query("relation == 'kill'")["relation_id"]
    net = corrected(articles, add, f"drop,{made},")
    assert "kill" not in set(net.relations["relation"])
    assert [row.problem for row in net.corrections] == ["", ""]


@pytest.mark.usefixtures("_real_resolution")
def test_a_single_mention_takes_its_relations_along(articles, corrected):
    before = build(articles)
    (helped,) = before.relations.loc[before.relations["relation"] == "helps", "target_mention"]
    net = corrected(articles, f"relink,{helped},Ann")
    told = net.relations[net.relations["relation"] == "helps"].squeeze()
    assert (told["source"], told["target"], told["target_mention"]) == ("ben", "ann", helped)
    rest = before.relations[(before.relations["kind"] == "verb") & (before.relations["relation"] != "helps")]
    kept = net.relations[(net.relations["kind"] == "verb") & (net.relations["relation"] != "helps")]
    assert kept.reset_index(drop=True).equals(rest.reset_index(drop=True))
    assert net.actors.set_index("actor_id")["n_mentions"].to_dict() == {"ann": 3, "ben": 3, "cem": 1}


def test_what_a_spreadsheet_did_to_an_id_is_undone_or_told(articles, corrected, monkeypatch):
    made = iter(["001234567890", *"abc"])
    monkeypatch.setattr("pipeline.content_id", lambda *parts: next(made))
    net = corrected(articles, "drop,1234567890,", "drop,1.23E+11,", "drop,unknown,")
    assert "001234567890" not in set(net.relations["relation_id"])
    problems = [row.problem for row in net.corrections]
    assert problems[0] == ""
    assert "format the column as text" in problems[1]
    assert problems[2] == 'no relation has the id "unknown"'


@pytest.mark.usefixtures("_real_resolution")
def test_rows_without_effect_are_warned_of_and_in_the_manifest(articles, corrected, tmp_path, caplog):
    corrected(articles, "merge,nobody,Ben", "rename,Ann,Anna", output=tmp_path / "out")
    assert [record.getMessage() for record in caplog.records] == [
        f'{tmp_path / "corrections.csv"}, line 2: merge has no effect: no actor is called "nobody"'
    ]
    told = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["corrections"]
    assert [(row["line"], row["subject"], bool(row["problem"])) for row in told["rows"]] == [
        (2, "nobody", True),
        (3, "Ann", False),
    ]
    assert [(entry["path"], len(entry["sha256"])) for entry in told["files"]] == [
        (str(tmp_path / "corrections.csv"), 64)
    ]


@pytest.mark.usefixtures("_real_resolution")
def test_several_files_count_as_one(articles, tmp_path):
    for name, row in (("a", "rename,Ann,A"), ("b", "rename,A,B")):
        (tmp_path / f"{name}.csv").write_text(f"action,subject,object\n{row}\n", encoding="utf-8")
    net = build(articles, corrections=[tmp_path / "a.csv", tmp_path / "b.csv"])
    assert net.graph.nodes["ann"]["label"] == "B"


def test_a_corrections_file_among_the_articles_is_no_article(articles):
    file = articles / "corrections.csv"
    file.write_text("action,subject,object\n", encoding="utf-8")
    skips = []
    build(articles, corrections=file, on_skip=skips.append)
    assert skips == []


def test_a_bad_corrections_file_is_told_before_the_work(articles, corrected):
    with pytest.raises(LexiconError, match="line 2"):
        corrected(articles, "marry,Ann,Ben", progress=lambda done, total: pytest.fail("worked in vain"))


@pytest.fixture
def words(tmp_path):
    def write(row):
        file = tmp_path / "words.csv"
        file.write_text(f"verb,object,preposition,relation,polarity,effect\n{row}\n", encoding="utf-8")
        return file

    return write


def test_a_lexicon_reaches_extraction_and_the_manifest(articles, words, tmp_path, monkeypatch):
    seen = []
    stages = graphbuild.extract.extract

    def extract(documents, nlp, *, extra_lexicon, min_confidence):
        seen.append(extra_lexicon)
        return stages(documents, nlp, extra_lexicon=extra_lexicon, min_confidence=min_confidence)

    monkeypatch.setattr("graphbuild.extract.extract", extract)
    build(articles)
    build(articles, lexicon=words("zap,,,attack,,"), output=tmp_path / "out")
    assert seen == [None, tmp_path / "words.csv"]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert [entry["path"] for entry in manifest["lexicon"]] == [str(tmp_path / "words.csv")]


def test_a_bad_lexicon_is_told_before_the_work(articles, words):
    with pytest.raises(LexiconError, match=r'words\.csv, line 2: relation "smite" is unknown; use one of'):
        build(articles, lexicon=words("zap,,,smite,,"), progress=lambda *_: pytest.fail("worked in vain"))


def test_that_rules_work_alone_is_noted(tmp_path):
    (tmp_path / "a.txt").write_text("Chad attacked Togo.", encoding="utf-8")
    (note,) = build(tmp_path).notes  # the tests' own pipeline has no reader
    assert note.startswith("en_stand_in has no relation reader")


def test_articles_in_other_languages_are_told_and_nothing_is_read_from_them(articles, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text("The mayor said on Monday that the town would not pay for the station.")
    (folder / "b.txt").write_text("Le maire a dit lundi que la ville ne paierait pas pour les travaux.")
    skips = []
    network = build(folder, on_skip=skips.append)
    assert [(Path(skip.path).name, skip.reason) for skip in skips] == [
        ("b.txt", "is in French, and only English is read: nothing is taken from it")
    ]
    assert len(network.documents) == 2
    read = network.documents["path"].str.endswith("a.txt")
    assert set(network.mentions["doc_id"]) <= set(network.documents["doc_id"][read])


def test_near_copies_of_a_text_count_as_one_story():
    lines = [f"[Ann] met [Ben] on day {day} in room {day * day}." for day in range(30)]
    met = [(0, "Ann", "discuss", "Ben")]
    net = network(
        article("a", *lines, relations=met),
        article("b", "By our staff.", *lines, relations=[(1, "Ann", "discuss", "Ben")]),
        article("c", "[Ann] met [Ben] again.", relations=met),
    )
    edge = net.edges[net.edges["kind"] == "verb"].squeeze()
    assert (edge["n_documents"], edge["n_stories"]) == (3, 2)


def test_the_page_of_few_articles_has_all_who_are_together(articles, tmp_path, monkeypatch):
    pages = []
    monkeypatch.setattr(
        "graphbuild.output.write", lambda *_, page, graphs, **rest: pages.append((page, graphs))
    )
    net = build(articles, output=tmp_path / "out", store=False, max_q=0.0)
    ((page, graphs),) = pages
    together = int((net.edges["kind"] == "cooccurrence").sum())
    assert together > 0
    assert int((page.edges["kind"] == "cooccurrence").sum()) == together
    assert not (graphs.edges["kind"] == "cooccurrence").any()
