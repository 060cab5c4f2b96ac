import json

import pandas as pd
import pytest
from pipeline import stand_in

import graphbuild.extract
import graphbuild.resolve
from graphbuild.build import build
from graphbuild.errors import InputError
from graphbuild.network import load
from graphbuild.resolve.survey import linked
from graphbuild.update import add, check, clean, remove
from graphbuild.vocabulary import TABLES

RESOLVE = graphbuild.resolve.resolve


@pytest.fixture
def extracted(monkeypatch):
    """Ids of the documents that were extracted, in order; resolution is the real one."""
    stand_in(monkeypatch)
    monkeypatch.setattr("graphbuild.resolve.resolve", RESOLVE)
    monkeypatch.setattr("graphbuild.corpus.links.linked", linked)
    done = []
    extract = graphbuild.extract.extract

    def counting(documents, nlp, **options):
        done.extend(document.doc_id for document in documents)
        return extract(documents, nlp, **options)

    monkeypatch.setattr("graphbuild.extract.extract", counting)
    return done


@pytest.fixture
def articles(tmp_path):
    rows = tmp_path / "rows.jsonl"
    texts = ["[Ann] attacks [Ben]", "[Ben] helps [Cem]\n[Ann] attacks [Ben]", "[Dag] helps [Ann]"]
    rows.write_text("\n".join(json.dumps({"id": f"r{i}", "text": text}) for i, text in enumerate(texts)))
    for name, text in {
        "a": "[Ann] helps [Dag]",
        "b": "[Cem] attacks [Dag]",
        "c": "[Eve] helps [Ben]",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def _same(one, other):
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


def test_a_rerun_reads_only_what_is_new_or_changed(articles, extracted):
    paths = [articles / "rows.jsonl", articles / "a.txt"]
    build(paths, output=articles / "out")
    assert len(extracted) == 4
    extracted.clear()
    build(paths, output=articles / "out", window=1)
    assert extracted == []
    rows = (articles / "rows.jsonl").read_text().replace("[Dag] helps", "[Dag] attacks")
    (articles / "rows.jsonl").write_text(rows)
    net = build([*paths, articles / "b.txt"], output=articles / "out")
    assert len(extracted) == 2
    assert "r2" in extracted
    _same(net, build([*paths, articles / "b.txt"]))


def test_a_rerun_with_nothing_changed_writes_nothing(articles, extracted):
    first = build(articles / "rows.jsonl", output=articles / "out")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (articles / "out").rglob("*.*")}
    again = build(articles / "rows.jsonl", output=articles / "out")
    _same(first, again)
    assert again.notes == first.notes
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (articles / "out").rglob("*.*")}
    assert after == before
    for harmed in ("graph.html", "edges.csv"):
        (articles / "out" / harmed).write_text("changed")
        build(articles / "rows.jsonl", output=articles / "out")
        assert (articles / "out" / harmed).read_bytes() == before[articles / "out" / harmed][1]


def test_a_moved_file_is_not_read_anew_and_has_its_new_path(articles, extracted):
    build(articles / "a.txt", output=articles / "out")
    (articles / "a.txt").rename(articles / "z.txt")
    extracted.clear()
    net = build(articles / "z.txt", output=articles / "out")
    assert extracted == []
    assert list(net.documents["path"]) == [str(articles / "z.txt")]


def test_a_store_elsewhere_serves_several_outputs_and_none_is_made_where_none_is_wanted(articles, extracted):
    for name in ("one", "two"):
        build(articles / "rows.jsonl", output=articles / name, store=articles / "kept")
    assert len(extracted) == 3
    build(articles / "rows.jsonl", output=articles / "three", store=False)
    assert len(extracted) == 6
    assert not any((articles / name / "store").exists() for name in ("one", "two", "three"))


@pytest.mark.parametrize("given", [["a.txt"], ["b.txt", "a.txt"]])
def test_adding_gives_what_one_build_of_all_would_give(articles, extracted, given):
    paths = [articles / name for name in given]
    build([articles / "rows.jsonl", articles / "c.txt"], output=articles / "out", window=1)
    extracted.clear()
    net = add(articles / "out", paths)
    assert len(extracted) == len(given)
    whole = build([articles / "rows.jsonl", articles / "c.txt", *paths], output=articles / "all", window=1)
    _same(net, whole)
    _same(load(articles / "out"), whole)
    for file in (articles / "all").glob("*.*"):
        if file.name != "manifest.json":
            assert file.read_bytes() == (articles / "out" / file.name).read_bytes()
    one, other = (json.loads((articles / name / "manifest.json").read_text()) for name in ("out", "all"))
    assert one["stamp"] == other["stamp"]


def test_removing_gives_what_one_build_of_the_rest_would_give(articles, extracted):
    build([articles / "rows.jsonl", articles / "a.txt"], output=articles / "out")
    extracted.clear()
    net = remove(articles / "out", ["r0", "r1"])
    assert extracted == []
    lines = (articles / "rows.jsonl").read_text().splitlines()
    (articles / "rest.jsonl").write_text(lines[2])
    rest = build([articles / "rest.jsonl", articles / "a.txt"])
    for name in TABLES:
        left, right = getattr(net, name), getattr(rest, name)
        drop = [column for column in ("path",) if column in left]
        pd.testing.assert_frame_equal(left.drop(columns=drop), right.drop(columns=drop))


def test_sources_that_are_gone_need_not_be_there(articles, extracted):
    build([articles / "rows.jsonl", articles / "a.txt"], output=articles / "out")
    whole = build([articles / "rows.jsonl", articles / "a.txt", articles / "b.txt"])
    before = json.loads((articles / "out" / "manifest.json").read_text())["inputs"]
    (articles / "rows.jsonl").unlink()
    _same(add(articles / "out", articles / "b.txt"), whole)
    after = json.loads((articles / "out" / "manifest.json").read_text())["inputs"]
    assert [entry for entry in after if entry["path"] != str(articles / "b.txt")] == before


def test_corrections_and_the_lexicon_stay_in_force(articles, extracted):
    (articles / "mine.csv").write_text("action,subject,object\nrename,Ann,Anna\nignore,Nobody,\n")
    (articles / "words.csv").write_text("verb,object,preposition,relation,polarity,effect\nzap,,,attack,,\n")
    build(
        articles / "rows.jsonl",
        output=articles / "out",
        corrections=articles / "mine.csv",
        lexicon=articles / "words.csv",
    )
    for name in ("mine.csv", "words.csv"):
        (articles / name).unlink()
    for net in (add(articles / "out", articles / "a.txt"), remove(articles / "out", "r2")):
        assert net.graph.nodes["ann"]["label"] == "Anna"
        assert [(row.subject, bool(row.problem)) for row in net.corrections] == [
            ("Ann", False), ("Nobody", True)
        ]  # fmt: skip
    told = json.loads((articles / "out" / "manifest.json").read_text())
    assert [entry["path"] for entry in told["corrections"]["files"]] == [str(articles / "mine.csv")]
    assert [entry["path"] for entry in told["lexicon"]] == [str(articles / "words.csv")]


def test_a_file_that_is_given_again_is_read_as_it_is_now(articles, extracted):
    build([articles / "rows.jsonl", articles / "a.txt"], output=articles / "out")
    (articles / "a.txt").write_text("[Ann] attacks [Eve]")
    lines = (articles / "rows.jsonl").read_text().splitlines()
    (articles / "rows.jsonl").write_text("\n".join(lines[1:]))
    net = add(articles / "out", [articles / "a.txt", articles / "rows.jsonl"])
    _same(net, build([articles / "a.txt", articles / "rows.jsonl"]))


def test_what_is_there_is_not_added_twice(articles, extracted):
    build([articles / "rows.jsonl"], output=articles / "out")
    (articles / "copy.jsonl").write_text((articles / "rows.jsonl").read_text())
    told = []
    net = add(articles / "out", articles / "copy.jsonl", on_skip=told.append)
    assert len(net.documents) == 3
    assert len(told) == 3


def test_after_a_change_of_the_extractor_all_is_read_anew_from_the_store(articles, extracted, monkeypatch):
    build([articles / "rows.jsonl"], output=articles / "out")
    (articles / "rows.jsonl").unlink()
    monkeypatch.setattr("graphbuild.store.recipe.code", lambda names=(): "another version")
    extracted.clear()
    net = add(articles / "out", articles / "a.txt")
    assert len(extracted) == 4
    assert len(net.documents) == 4


def test_what_cannot_be_taken_out_is_told_and_nothing_changes(articles, extracted):
    build(articles / "rows.jsonl", output=articles / "out")
    before = (articles / "out" / "manifest.json").read_bytes()
    for ids, told in (
        (["r0", "x", "y"], 'no document "x" and 1 more'),
        (["r0", "r1", "r2"], "no document would"),
    ):
        with pytest.raises(InputError, match=told):
            remove(articles / "out", ids)
    assert (articles / "out" / "manifest.json").read_bytes() == before


def test_an_output_that_cannot_be_added_to_is_told(articles, extracted):
    build(articles / "rows.jsonl", output=articles / "out", store=False)
    with pytest.raises(InputError, match="without a store"):
        add(articles / "out", articles / "a.txt")
    with pytest.raises(InputError, match="holds no output"):
        add(articles / "nowhere", articles / "a.txt")
    assert not (articles / "nowhere").exists()
    build(articles / "rows.jsonl", output=articles / "out")
    for harmed in ("store/lists", "store"):
        for path in (articles / "out" / harmed).rglob("*.parquet"):
            path.unlink()
        with pytest.raises(InputError, match="build again"):
            remove(articles / "out", "r0")
    (articles / "out" / "manifest.json").write_text("{")
    with pytest.raises(InputError, match=r"manifest\.json cannot be read"):
        remove(articles / "out", "r0")


def test_a_store_is_checked_and_cleaned(articles, extracted):
    build([articles / "rows.jsonl", articles / "a.txt"], output=articles / "out")
    add(articles / "out", articles / "b.txt")
    build(articles / "rows.jsonl", output=articles / "out", min_confidence=0.5)
    net = build([articles / "rows.jsonl", articles / "b.txt"], output=articles / "out")
    store = articles / "out" / "store"
    (store / ".part-half.parquet").write_text("half")
    found = check(articles / "out")
    assert (found.documents, found.broken) == (8, ())
    gone = clean(articles / "out")
    assert gone.documents == 4
    assert gone.size > 0
    assert (check(store).documents, check(store).parts) == (4, 1)
    extracted.clear()
    _same(add(articles / "out", articles / "b.txt"), net)
    assert extracted == []
    (part,) = store.rglob("part-*")
    part.write_bytes(part.read_bytes()[:-1])
    assert [path for path, _ in check(articles / "out").broken] == [part]
    clean(store)
    assert check(store).parts == 0


def test_a_store_that_others_may_use_keeps_all_that_is_whole(articles, extracted):
    for name, paths in (("one", ["rows.jsonl"]), ("two", ["rows.jsonl", "a.txt"])):
        build([articles / path for path in paths], output=articles / name, store=articles / "kept")
    clean(articles / "one")
    assert check(articles / "two").documents == 4
    assert len(remove(articles / "two", "r0").documents) == 3


def test_an_interrupted_run_goes_on_where_it_was(articles, extracted, monkeypatch):
    build(articles / "c.txt", output=articles / "out")
    before = {path: path.read_bytes() for path in (articles / "out").glob("*.*")}
    monkeypatch.setattr("graphbuild.engines.batches._MOST", 1)

    def interrupt(done, total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(articles / "rows.jsonl", output=articles / "out", progress=interrupt)
    assert {path: path.read_bytes() for path in (articles / "out").glob("*.*")} == before
    extracted.clear()
    _same(
        build(articles / "rows.jsonl", output=articles / "out"), build(articles / "rows.jsonl", store=False)
    )
    assert len(extracted) == 1 + 3


def test_a_document_at_which_the_pipeline_fails_is_left_out(articles, extracted, monkeypatch):
    extract = graphbuild.extract.extract

    def failing(documents, nlp, **options):
        for document in documents:
            if document.doc_id == "r1":
                raise ValueError("no such head")
            yield from extract([document], nlp, **options)

    monkeypatch.setattr("graphbuild.extract.extract", failing)
    told = []
    net = build(articles / "rows.jsonl", output=articles / "out", on_skip=told.append)
    assert list(net.documents["doc_id"]) == ["r0", "r2"]
    assert [(skip.path, skip.reason) for skip in told] == [
        (f"{articles / 'rows.jsonl'}:2", "the language pipeline fails at it (ValueError: no such head)")
    ]
    assert json.loads((articles / "out" / "manifest.json").read_text())["skipped"][0]["path"] == told[0].path


def test_a_document_that_is_too_long_is_left_out(articles, extracted):
    told = []
    net = build(articles / "rows.jsonl", max_characters=20, on_skip=told.append)
    assert len(net.documents) == 2
    assert told[0].reason == "has 37 characters, more than 20"


def test_an_id_that_comes_to_stand_for_two_contents_is_what_one_build_of_all_makes_of_it(articles, extracted):
    (articles / "more.jsonl").write_text(json.dumps({"id": "r0", "text": "[Cem] attacks [Eve]"}))
    build(articles / "rows.jsonl", output=articles / "out")
    net = add(articles / "out", articles / "more.jsonl")
    _same(net, build([articles / "rows.jsonl", articles / "more.jsonl"]))
    two = [doc_id for doc_id in net.documents["doc_id"] if doc_id.startswith("r0~")]
    assert len(two) == 2
    (new,) = net.documents.loc[net.documents["path"] == f"{articles / 'more.jsonl'}:1", "doc_id"]
    _same(remove(articles / "out", new), build(articles / "rows.jsonl"))
