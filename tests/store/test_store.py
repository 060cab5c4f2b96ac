from dataclasses import fields, replace

import pyarrow as pa
import pytest
from corpus import article

from graphbuild.errors import InputError
from graphbuild.records import Document
from graphbuild.store import Store, is_store
from graphbuild.store.codec import encode
from graphbuild.store.recipe import Recipe, key

RECIPE = Recipe({"pipeline": "x"})
FOUND = {str(n): article(str(n), f"[Ann] met [Ben {n}].") for n in range(6)}


def _filled(folder, names="012345", recipe=RECIPE):
    store = Store(folder, recipe)
    for name in names:
        store.put(encode([(name, FOUND[name])]))
    store.flush()
    return store


def _part(folder):
    (part,) = folder.rglob("part-*.parquet")
    return part


def test_what_is_put_is_found_by_the_next_run(tmp_path):
    _filled(tmp_path / "store", "012")
    _filled(tmp_path / "store", "345")
    again = Store(tmp_path / "store", RECIPE)
    assert len(again) == 6
    assert "6" not in again
    assert dict(again.get(["0", "4", "5"])) == {name: FOUND[name] for name in "045"}
    assert dict(again.documents("12")) == {name: FOUND[name].document for name in "12"}
    assert is_store(tmp_path / "store")
    assert not is_store(tmp_path)


def test_another_recipe_finds_nothing(tmp_path):
    _filled(tmp_path)
    assert len(Store(tmp_path, Recipe({"pipeline": "y"}))) == 0


def test_a_recipe_depends_on_all_that_extracts():
    base = {"name": "x", "version": "1", "weights": "w"}
    names = {
        Recipe.of(base).name, Recipe.of(base, b"").name, Recipe.of(base, b"words").name,
        Recipe.of(base, min_confidence=0.5).name, *(Recipe.of({**base, k: "other"}).name for k in base),
    }  # fmt: skip
    assert len(names) == 7
    assert Recipe.of(dict(reversed(base.items()))).name == Recipe.of(base).name


def test_the_key_depends_on_all_of_a_document_but_its_path():
    document = Document("a", "Rain.", furniture=((0, 1),))
    others = {
        field.name: replace(document, **{field.name: ((1, 2),) if field.name == "furniture" else "other"})
        for field in fields(Document)
    }
    same = {name for name, other in others.items() if key(other) == key(document)}
    assert same == {"path"}
    assert key(Document("a", "bc")) != key(Document("ab", "c"))


@pytest.mark.parametrize("harm", [lambda b: b[:100], lambda b: b"", lambda b: b[:50] + b"!" + b[51:]])
def test_a_broken_part_is_as_good_as_none(tmp_path, caplog, harm):
    _filled(tmp_path, "012")
    part = _part(tmp_path)
    part.write_bytes(harm(part.read_bytes()))
    assert len(Store(tmp_path, RECIPE)) == 0
    assert "its articles are read anew" in caplog.text
    assert dict(_filled(tmp_path, "012").get("012")) == {name: FOUND[name] for name in "012"}


def test_what_is_no_part_is_passed_over(tmp_path):
    _filled(tmp_path, "0")
    home = _part(tmp_path).parent
    (home / ".part-abc.parquet").write_bytes(b"half")
    (home / "part-mine.parquet").write_bytes(b"mine")
    assert len(Store(tmp_path, RECIPE)) == 1


def test_two_runs_at_once_keep_what_both_found(tmp_path):
    one, other = Store(tmp_path, RECIPE), Store(tmp_path, RECIPE)
    for store, names in ((one, "012"), (other, "123")):
        for name in names:
            store.put(encode([(name, FOUND[name])]))
    one.flush()
    other.flush()
    assert dict(Store(tmp_path, RECIPE).get("0123")) == {name: FOUND[name] for name in "0123"}


def test_a_part_that_goes_during_a_run_is_told(tmp_path):
    store = _filled(tmp_path, "0")
    _part(tmp_path).unlink()
    with pytest.raises(InputError, match=r"cannot be read .*: build again"):
        list(store.get("0"))


def test_a_part_that_is_put_together_with_others_during_a_run_is_found(tmp_path):
    from graphbuild.store.upkeep import clean

    store = _filled(tmp_path, "012")
    _filled(tmp_path, "345")
    clean(tmp_path)
    assert dict(store.get("02")) == {name: FOUND[name] for name in "02"}


def test_a_full_disk_is_told_and_leaves_no_half_part(tmp_path, monkeypatch):
    store = _filled(tmp_path, "0")
    store.put(encode([("1", FOUND["1"])]))

    def full(path, content):
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(InputError, match="No space left on device"):
        store.flush()
    monkeypatch.undo()
    assert [path.name for path in tmp_path.rglob("*") if path.name.startswith(".")] == []
    store.flush()
    assert len(Store(tmp_path, RECIPE)) == 2


def test_a_folder_of_something_else_is_no_store(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(InputError, match="is no store"):
        Store(tmp_path, RECIPE)
    with pytest.raises(InputError, match="store"):
        Store(tmp_path / "letter.txt", RECIPE)


def test_a_part_is_written_once_it_is_large_or_waits_long(tmp_path, monkeypatch):
    monkeypatch.setattr("graphbuild.store.store._MOST", 2)
    store = Store(tmp_path, RECIPE)
    store.put(encode([("0", FOUND["0"])]))
    assert not tmp_path.exists() or not list(tmp_path.rglob("part-*"))
    store.put(encode([("1", FOUND["1"])]))
    assert len(list(tmp_path.rglob("part-*"))) == 1
    monkeypatch.setattr("graphbuild.store.store._WAIT", 0)
    store.put(pa.concat_tables([encode([("2", FOUND["2"])])]))
    assert len(list(tmp_path.rglob("part-*"))) == 2


def test_a_folder_that_is_no_utf_8_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be the store"):
        Store(tmp_path / "st\udcff", RECIPE)
