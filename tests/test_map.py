"""The map in CONTRIBUTING.md and the tree are the same."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graphbuild"
_LINE = re.compile(r"(?P<indent> *)(?P<name>[\w.]+/?)  +(?P<what>\S.*)|graphbuild/")
_MAP = re.compile(r"^```text map\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _named(text):
    """Paths of a map, folders ending in a slash, each with the line that says what it is."""
    found, above = {}, []
    for line in text.splitlines():
        parts = _LINE.fullmatch(line)
        assert parts, f"not a line of a map: {line!r}"
        name, depth = parts["name"] or "graphbuild/", len(parts["indent"] or "") // 2
        assert depth <= len(above), f"{line!r} stands below nothing"
        above[depth:] = [name]
        found["".join(above)] = parts["what"] or ""
    return found


(MAP,) = _MAP.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
NAMED = _named(MAP)


def _in_tree():
    """Every folder of the package that holds modules, and every module at its top but the package's own."""
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    modules = {path for path in PACKAGE.glob("*.py") if path.name != "__init__.py"}
    return {f"{path.relative_to(ROOT).as_posix()}/" for path in folders} | {
        path.relative_to(ROOT).as_posix() for path in modules
    }


@pytest.mark.parametrize("name", NAMED)
def test_what_the_map_names_is_there(name):
    path = ROOT / name
    assert path.is_dir() if name.endswith("/") else path.is_file()


def test_the_map_names_every_folder_and_top_level_module():
    assert _in_tree() - NAMED.keys() == set()


def test_the_map_fits_a_screen_and_says_what_each_is():
    assert len(NAMED) <= 60
    assert max(map(len, MAP.splitlines())) <= 110
    assert [name for name, what in NAMED.items() if not what] == ["graphbuild/"]


def test_a_map_is_read_by_its_indents():
    text = "graphbuild/\n  a.py   one\n  b/     two\n    c/   three\nd/       four\n"
    assert [*_named(text)] == ["graphbuild/", "graphbuild/a.py", "graphbuild/b/", "graphbuild/b/c/", "d/"]
    with pytest.raises(AssertionError):
        _named("graphbuild/\n      a.py  too deep\n")
