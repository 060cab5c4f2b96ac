import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.output import write

NET = network(article("a", "[Ann] met [Ben].", relations=[(0, "Ann", "meet", "Ben")]))
TABLES = ["documents", "mentions", "actors", "relations", "edges", "merges", "titles"]
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
