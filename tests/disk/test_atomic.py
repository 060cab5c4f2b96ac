from pathlib import Path

import pytest

from graphbuild.disk.atomic import recover, remains, replace_files, whole

OLD = {"a.txt": "old a", "b.txt": "old b", "gone.txt": "old", "last.json": "old"}
NEW = {"a.txt": "new a", "b.txt": "new b", "fresh.txt": "new", "last.json": "new"}
NAMES = {*OLD, *NEW}


class Killed(BaseException):
    """Stands for a process that is gone at once: nothing after it runs."""


def _make(stage: Path) -> None:
    for name, text in NEW.items():
        (stage / name).write_text(text)


def _state(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def folder(tmp_path):
    for name, text in {**OLD, "mine.txt": "mine"}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _interrupt(monkeypatch, method, nth, error):
    """The nth call of a method of Path, and for a kill every later call of anything, fails."""
    calls = 0
    real = getattr(Path, method)

    def failing(self, *args, **kwargs):
        nonlocal calls
        calls += 1
        if calls == nth or (calls > nth and isinstance(error, Killed)):
            raise error
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, method, failing)
    if isinstance(error, Killed):
        monkeypatch.setattr("shutil.rmtree", lambda *args, **kwargs: None)


def test_files_are_replaced_and_others_left_alone(folder):
    replace_files(folder, _make, "last.json", OLD)
    assert _state(folder) == {**NEW, "mine.txt": "mine"}
    assert remains(folder, NAMES) == []


@pytest.mark.parametrize("nth", range(1, 8))
def test_what_cannot_be_replaced_leaves_the_old_files(folder, monkeypatch, nth):
    """Such as a file that another program holds open, on Windows."""
    _interrupt(monkeypatch, "replace", nth, PermissionError(13, "in use"))
    with pytest.raises(PermissionError):
        replace_files(folder, _make, "last.json", OLD)
    assert _state(folder) == {**OLD, "mine.txt": "mine"}
    assert [path for path in folder.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("nth", range(1, 9))
def test_a_kill_between_renames_is_made_good(folder, monkeypatch, nth):
    with monkeypatch.context() as patch:
        _interrupt(patch, "replace", nth, Killed())
        with pytest.raises(Killed):
            replace_files(folder, _make, "last.json", OLD)
    assert len(remains(folder, NAMES)) == 1
    recover(folder, OLD, NAMES)
    assert _state(folder) == {**NEW, "mine.txt": "mine"}
    assert remains(folder, NAMES) == []


@pytest.mark.parametrize(("nth", "then"), [(4, 1), (5, 2), (6, 3), (7, 1)])
def test_a_kill_while_all_is_put_back_is_made_good(folder, monkeypatch, nth, then):
    with monkeypatch.context() as patch:
        calls = iter(range(1, 100))
        real = Path.replace

        def failing(self, target):
            call = next(calls)
            if call == nth:
                raise PermissionError(13, "in use")
            if call >= nth + then:
                raise Killed
            return real(self, target)

        patch.setattr(Path, "replace", failing)
        with pytest.raises(Killed):
            replace_files(folder, _make, "last.json", OLD)
    recover(folder, OLD, NAMES)
    assert _state(folder) == {**NEW, "mine.txt": "mine"}


def test_a_kill_before_all_is_there_leaves_the_old_files(folder, monkeypatch):
    def half(stage):
        (stage / "a.txt").write_text("new a")
        monkeypatch.setattr("shutil.rmtree", lambda *args, **kwargs: None)
        raise Killed

    with monkeypatch.context() as patch:
        monkeypatch = patch
        with pytest.raises(Killed):
            replace_files(folder, half, "last.json", OLD)
    recover(folder, OLD, NAMES)
    assert _state(folder) == {**OLD, "mine.txt": "mine"}
    assert remains(folder, NAMES) == []


@pytest.mark.parametrize(
    "name", ["unfinished-novel", "unfinished-business", "finished-projects", "unfinished"]
)
def test_folders_of_a_user_are_none_of_ours(tmp_path, name):
    (tmp_path / name).mkdir()
    (tmp_path / name / "chapter").write_text("mine")
    recover(tmp_path, (), NAMES)
    assert (tmp_path / name / "chapter").exists()
    assert remains(tmp_path, NAMES) == []


def test_a_file_that_was_missing_is_none_of_the_old_when_a_kill_is_made_good(folder, monkeypatch):
    (folder / "a.txt").unlink()
    test_a_kill_between_renames_is_made_good(folder, monkeypatch, 4)


def test_a_file_is_whole_or_not_there(tmp_path):
    path = tmp_path / "deep" / "a.txt"

    def fail():
        with whole(path) as part:
            part.write_text("half")
            raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert list(path.parent.iterdir()) == []
    with whole(path) as part:
        part.write_text("all of it")
    assert path.read_text() == "all of it"
