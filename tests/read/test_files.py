import os
import re
from pathlib import Path

import pytest

from graphbuild.read.files import files, suffix
from graphbuild.records import Skip

KNOWN = {".txt", ".csv", ".txt.gz"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt", "A.TXT", "notes.xyz", ".hidden.txt", "~$open.txt", "c/d/e.txt", "c/f.csv", ".git/g.txt",
        "h.txt.gz", "empty/.keep",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Norland won.")
    return tmp_path


def names(folder: Path, *paths: object) -> list[object]:
    every = files([str(path) for path in paths], KNOWN)
    found = [item for item in every if not (isinstance(item, Skip) and item.passed)]
    return [item if isinstance(item, Skip) else Path(item).relative_to(folder).as_posix() for item in found]


def test_a_folder_is_walked_in_order_and_without_hidden_or_unknown_files(folder: Path) -> None:
    assert names(folder, folder) == ["A.TXT", "b.txt", "h.txt.gz", "c/f.csv", "c/d/e.txt"]


def test_other_kinds_in_a_folder_are_told_as_passed_and_hidden_ones_not(folder: Path) -> None:
    (folder / "c" / "sheet.xls").write_text("x")
    passed = [item for item in files([folder], KNOWN) if isinstance(item, Skip)]
    assert [(Path(item.path).name, item.passed) for item in passed] == [
        ("notes.xyz", True), ("sheet.xls", True),
    ]  # fmt: skip
    assert passed[0].reason == "is of an unknown kind (.xyz): name it .txt if it is plain text"
    assert passed[1].reason.endswith("save it as .xlsx")


def test_paths_come_in_the_order_given(folder: Path) -> None:
    assert names(folder, folder / "b.txt", folder / "c", folder / "A.TXT") == [
        "b.txt", "c/f.csv", "c/d/e.txt", "A.TXT",
    ]  # fmt: skip


def test_a_hidden_file_given_by_name_is_read(folder: Path) -> None:
    assert names(folder, folder / ".hidden.txt") == [".hidden.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("notes.xyz", r"unknown kind \(.xyz\).*known are .csv, .txt$"),
        ("none.txt", "does not exist"),
        ("report.doc", "save it as .docx"),
        ("mail.msg", "as .eml"),
        ("README", r"unknown kind \(no suffix\).*name it .txt"),
        ("empty", r"holds no file of a known kind \(.csv, .txt\)"),
        ("link.txt", "broken link"),
        ("x" * 5000, "cannot be reached: File name too long"),
    ],
)
def test_a_path_that_gives_no_file_says_why_and_the_rest_goes_on(
    folder: Path, name: str, reason: str
) -> None:
    for made in ("report.doc", "mail.msg", "README"):
        (folder / made).write_text("x")
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    skip, rest = files([folder / name, folder / "b.txt"], KNOWN)
    assert isinstance(skip, Skip)
    assert skip.path == str(folder / name)
    assert re.search(reason, skip.reason)
    assert rest == str(folder / "b.txt")


def test_a_folder_that_may_not_be_listed_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "c":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(folder, folder) == [
        "A.TXT", "b.txt", "h.txt.gz", Skip(str(folder / "c"), "cannot be listed: Permission denied"),
    ]  # fmt: skip


def test_standard_input_stands_for_itself() -> None:
    assert list(files(["-"], KNOWN)) == ["-"]


def test_links_to_folders_are_not_followed_in_circles(folder: Path) -> None:
    (folder / "c" / "round").symlink_to(folder)
    assert names(folder, folder / "c") == ["c/f.csv", "c/d/e.txt"]


def test_suffixes() -> None:
    assert [suffix(name) for name in ("a.Txt", "a.b.csv", "a.txt.GZ", "a.gz", ".txt", "a")] == [
        ".txt", ".csv", ".txt.gz", ".gz", "", "",
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_pipes_devices_and_broken_links_in_a_folder_are_told_and_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.csv").symlink_to(os.devnull)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "round").symlink_to(folder)
    told = {Path(i.path).name: (i.reason, i.passed) for i in files([folder], KNOWN) if isinstance(i, Skip)}
    assert told["pipe.txt"][0].startswith("is a pipe")
    assert told["device.csv"][0].startswith("is a device")
    assert told["gone.txt"] == ("is a broken link", False)
    assert told["round"] == ("is a link to a folder: give that by its own path", True)
    assert "A.TXT" in names(folder, folder)


def test_a_folder_that_may_not_be_searched_loses_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.stat

    def refuse(path: Path, **options: bool) -> os.stat_result:
        if path.parent.name == "d":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", refuse)
    assert names(folder, folder) == [
        "A.TXT", "b.txt", "h.txt.gz", "c/f.csv",
        Skip(str(folder / "c/d/e.txt"), "cannot be reached: Permission denied"),
    ]  # fmt: skip
