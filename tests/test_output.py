import hashlib
import json

import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.output import heading, made_here, usable, within, write
from graphbuild.vocabulary import ANALYSIS, REPORT, TABLES

NET = network(article("a", "[Ann] met [Ben].", relations=[(0, "Ann", "meet", "Ben")]))
FILES = {f"{t}.{s}" for t in TABLES for s in ("csv", "parquet")} | {
    "graph.graphml", "graph.gexf", "graph.html", "manifest.json",
}  # fmt: skip


def _state(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_file_is_written_and_the_page_named_first(tmp_path):
    files = write(NET, tmp_path / "deep" / "out", title="", manifest={"a": 1})
    assert {path.name for path in files} == FILES == set(_state(tmp_path / "deep" / "out"))
    assert files[0].name == "graph.html"


def test_other_files_are_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    for text in ("one", "two"):
        write(NET, tmp_path, title=text, manifest={})
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert f"<title>{text}" in (tmp_path / "graph.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["documents.csv", "graph.html", "manifest.json"])
@pytest.mark.parametrize(
    "manifest", [None, "{", "[" * 100_000, '{"files": ["documents.csv"]}', '{"counts": {}}']
)
def test_what_no_build_made_is_not_replaced(tmp_path, name, manifest):
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)
    (tmp_path / name).write_text("mine")
    before = _state(tmp_path)
    for act in (usable, lambda folder: write(NET, folder, title="", manifest={})):
        with pytest.raises(InputError, match=r"no manifest tells that a build made it"):
            act(tmp_path)
    assert _state(tmp_path) == before


def test_the_output_of_an_earlier_version_is_replaced(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    (tmp_path / "titles.csv").unlink()
    counts = {name: 1 for name in TABLES if name != "titles"}
    (tmp_path / "titles.parquet").unlink()
    (tmp_path / "manifest.json").write_text(json.dumps({"graphbuild": "0.2.0", "counts": counts}))
    write(NET, tmp_path, title="", manifest={})
    assert set(_state(tmp_path)) == FILES
    (tmp_path / "manifest.json").write_text(json.dumps({"graphbuild": "0.2.0", "counts": counts}))
    with pytest.raises(InputError, match=r"titles\.csv and 1 more: no manifest"):
        usable(tmp_path)


@pytest.mark.parametrize("error", [OSError(28, "No space left"), RuntimeError("a bug"), KeyboardInterrupt()])
def test_a_failing_run_keeps_the_earlier_output_and_leaves_nothing(tmp_path, monkeypatch, error):
    write(NET, tmp_path, title="", manifest={"run": 1})
    before = _state(tmp_path)

    def fail(*, title, **tables):
        raise error

    monkeypatch.setattr("graphbuild.views.explorer.explorer", fail)
    with pytest.raises(InputError if isinstance(error, OSError) else type(error)):
        write(NET, tmp_path, title="", manifest={"run": 2})
    assert _state(tmp_path) == before


def test_what_a_killed_run_left_is_removed(tmp_path):
    write(NET, tmp_path, title="", manifest={"run": 1})
    before = _state(tmp_path)
    for name in ("unfinished-abcdefgh", "unfinished-business"):
        (tmp_path / name).mkdir()
    (tmp_path / "unfinished-abcdefgh" / "edges.csv").write_text("half")
    (tmp_path / "unfinished-business" / "plan.txt").write_text("mine")
    usable(tmp_path)
    assert (tmp_path / "unfinished-business" / "plan.txt").read_text() == "mine"
    (tmp_path / "unfinished-business" / "plan.txt").unlink()
    (tmp_path / "unfinished-business").rmdir()
    assert _state(tmp_path) == before


def test_the_manifest_has_the_hash_of_every_other_file(tmp_path):
    write(NET, tmp_path, title="", manifest={"a": 1})
    told = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert told["a"] == 1
    assert told["files"] == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in sorted(_state(tmp_path).items())
        if name != "manifest.json"
    }


def test_names_that_are_no_unicode_can_be_written(tmp_path):
    write(NET, tmp_path, title="caf\udce9", manifest={"path": "caf\udce9"})
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8"))["path"] == "caf\udce9"
    assert "<title>caf" in (tmp_path / "graph.html").read_text("utf-8")


def test_the_title_reaches_the_page_as_text(tmp_path):
    write(NET, tmp_path, title="</title><script>alert(1)</script>", manifest={})
    page = (tmp_path / "graph.html").read_text("utf-8")
    assert "<script>alert(1)" not in page


def test_only_files_that_a_build_wrote_are_made_here(tmp_path):
    assert made_here(tmp_path) == set()
    write(NET, tmp_path / "out", title="", manifest={})
    (tmp_path / "out" / "mine.csv").write_text("mine")
    (tmp_path / "out" / "unfinished-abcdefgh").mkdir()
    assert made_here(tmp_path / "out") == FILES | {"unfinished-abcdefgh", REPORT, ANALYSIS}
    assert made_here(tmp_path) == set()


def test_within_is_however_deep_and_never_the_folder_itself(tmp_path):
    assert within(str(tmp_path / "a" / "b.txt"), tmp_path)
    assert not within(str(tmp_path), tmp_path)
    assert not within(str(tmp_path / "a.txt"), None)


def test_a_folder_that_is_still_to_be_made_is_usable(tmp_path):
    usable(tmp_path / "deep" / "out")
    assert not (tmp_path / "deep").exists()
    (tmp_path / "file").write_text("mine")
    for name in ("file/out", "a" * 300, "nul\0", "caf\udce9"):
        with pytest.raises(InputError, match="cannot be the output folder"):
            usable(tmp_path / name)


def test_a_working_folder_that_is_gone_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(InputError, match="cannot be the output folder"):
        usable("out")


@pytest.mark.parametrize(
    ("paths", "title"),
    [("a.txt", "a"), (["-", "b.csv"], "b"), (["a.txt", "b", "c.md"], "a and 2 more"), ([], "graphbuild")],
)
def test_the_page_is_headed_by_what_was_read(paths, title):
    assert heading(paths) == title
