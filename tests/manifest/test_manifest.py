import json
from dataclasses import fields
from pathlib import Path

import pytest

from graphbuild.errors import InputError
from graphbuild.manifest import manifest
from graphbuild.manifest.reading import applied
from graphbuild.records import Correction, Skip

MODEL = {"name": "en_x", "version": "1.0"}
ROWS = (
    Correction("rename", "Ann", "Anna", "mine.csv", 2),
    Correction("ignore", "Cem", "", "mine.csv", 3, "nobody is called so"),
)


def _told(paths=(), **given):
    articles = {str(key): path for key, path in enumerate(paths)}
    return manifest(articles, model=MODEL, options={"window": 0}, **given)


def test_it_names_the_libraries_that_run_the_default_model():
    told = _told()["packages"]
    assert {"spacy", "onnxruntime", "tokenizers", "duckdb"} <= told.keys()
    assert all(version[0].isdigit() for version in told.values())


def test_each_file_is_named_once_with_its_hash_whatever_the_order(tmp_path):
    for name in ("b.csv", "a.csv"):
        (tmp_path / name).write_text(name)
    rows = [f"{tmp_path / name}:{row}" for name in ("b.csv", "a.csv") for row in (2, 3)]
    inputs = _told([*rows, "-", "gone.txt"])["inputs"]
    assert [Path(entry["path"]).name for entry in inputs] == ["a.csv", "b.csv"]
    assert {len(entry["sha256"]) for entry in inputs} == {64}
    assert inputs == _told(reversed(rows))["inputs"]
    gone = {"path": "gone.txt", "sha256": "0" * 64}
    assert gone in _told([*rows, "gone.txt"], sources={"inputs": [gone]})["inputs"]


def test_the_same_run_tells_the_same():
    assert json.dumps(_told(skips=[Skip("a", "is empty")])) == json.dumps(
        _told(skips=[Skip("a", "is empty")])
    )


def test_corrections_come_back_whole(tmp_path):
    assert [field.name for field in fields(Correction)] == [
        "action", "subject", "object", "path", "line", "problem", "relation", "evidence",
    ]  # fmt: skip
    (tmp_path / "manifest.json").write_text(json.dumps(_told(rows=ROWS)), encoding="utf-8")
    assert applied(tmp_path / "manifest.json") == ROWS


def test_the_stamp_depends_on_all_that_goes_in(tmp_path):
    def stamp(paths=("a",), **given):
        return _told(paths, **given)["stamp"]

    assert stamp() == stamp()
    assert stamp(store=("here", "r", "a")) == stamp(store=("there", "r", "a"))
    others = [
        stamp(("b",)), stamp(rows=ROWS), stamp(skips=[Skip("c", "is empty")]),
        stamp(store=("here", "s", "a")),
        manifest({"1": "a"}, model=MODEL, options={"window": 0})["stamp"],
    ]  # fmt: skip
    assert len({stamp(), *others}) == len(others) + 1


@pytest.mark.parametrize(
    "text", ["", "[]", '{"corrections": {"rows": [{"action": "merge"}]}}', '{"corrections": 1}']
)
def test_a_manifest_that_cannot_be_understood_is_named(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(InputError, match=r"manifest\.json cannot be read: .*; build again"):
        applied(tmp_path / "manifest.json")
