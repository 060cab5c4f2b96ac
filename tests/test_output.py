import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.output import heading, made_here, usable, within, write
from graphbuild.vocabulary import TABLES

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
    (tmp_path / "edges.csv").write_text("old")
    write(NET, tmp_path, title="", manifest={})
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert "Ann" in (tmp_path / "edges.csv").read_text("utf-8-sig")


@pytest.mark.parametrize("error", [OSError(28, "No space left"), RuntimeError("a bug"), KeyboardInterrupt()])
def test_a_failing_run_keeps_the_earlier_output_and_what_it_made(tmp_path, monkeypatch, error):
    write(NET, tmp_path, title="", manifest={"run": 1})
    before = _state(tmp_path)

    def fail(*, title, **tables):
        raise error

    monkeypatch.setattr("graphbuild.views.explorer.explorer", fail)
    with pytest.raises(InputError if isinstance(error, OSError) else type(error)) as told:
        write(NET, tmp_path, title="", manifest={"run": 2})
    (rest,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert {path.name for path in rest.iterdir()} == FILES - {"graph.html"}
    assert any(str(rest) in note for note in told.value.__notes__)
    assert before == {name: (tmp_path / name).read_bytes() for name in before}


def test_the_title_reaches_the_page_as_text(tmp_path):
    write(NET, tmp_path, title="</title><script>alert(1)</script>", manifest={})
    page = (tmp_path / "graph.html").read_text("utf-8")
    assert "<script>alert(1)" not in page


def test_only_files_that_a_build_writes_are_made_here(tmp_path):
    for name in FILES:
        assert made_here(str(tmp_path / name), tmp_path) == (
            name in ("graph.html", "manifest.json", *(f"{t}.csv" for t in TABLES))
        )
    assert made_here(str(tmp_path / "edges.csv:12"), tmp_path)
    assert not made_here(str(tmp_path / "mine.csv"), tmp_path)
    assert not made_here(str(tmp_path / "deep" / "edges.csv"), tmp_path)


def test_within_is_however_deep_and_never_the_folder_itself(tmp_path):
    assert within(str(tmp_path / "a" / "b.txt"), tmp_path)
    assert not within(str(tmp_path), tmp_path)
    assert not within(str(tmp_path / "a.txt"), None)


def test_a_folder_that_is_still_to_be_made_is_usable(tmp_path):
    usable(tmp_path / "deep" / "out")
    assert not (tmp_path / "deep").exists()
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match="cannot be the output folder"):
        usable(tmp_path / "file" / "out")


@pytest.mark.parametrize(
    ("paths", "title"),
    [("a.txt", "a"), (["-", "b.csv"], "b"), (["a.txt", "b", "c.md"], "a and 2 more"), ([], "graphbuild")],
)
def test_the_page_is_headed_by_what_was_read(paths, title):
    assert heading(paths) == title
