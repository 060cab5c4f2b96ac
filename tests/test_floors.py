"""The house: a module imports only from floors below its own, spaCy only in ``extract``, and none is large.

A folder that holds more modules than one takes in at a glance wants rooms, a module that is longer than a few
screens wants splitting.
"""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graphbuild"
MOST_IN_A_FOLDER = 15
LONGEST = 400  # lines
FLOORS = {
    "version": 0,
    "vocabulary": 0,
    "errors": 0,
    "records": 0,
    "disk": 1,
    "tables": 1,
    "names": 1,
    "lexicons": 1,
    "read": 2,
    "extract": 2,
    "resolve": 2,
    "edges": 2,
    "graph": 2,
    "analysis": 2,
    "exports": 2,
    "store": 2,
    "views": 2,
    "report": 2,
    "engines": 3,
    "corpus": 3,
    "manifest": 3,
    "network": 4,
    "findings": 5,
    "output": 5,
    "summary": 5,
    "console": 6,
    "build": 6,
    "explain": 6,
    "update": 7,
    "__init__": 8,
    "cli": 9,
    "__main__": 10,
}
SIDEWAYS = {
    ("names", "lexicons"),
    ("views", "analysis"),  # the page shows what is measured
    ("report", "analysis"),  # and reports tell it
}
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted(
    {
        path.parent
        for top in ("graphbuild", "tests", "training", "benchmarks")
        for path in (ROOT / top).rglob("*.py")
        if "node_modules" not in path.parts
    }
)


def _imports(source: str, package: list[str]):
    """Absolute dotted names of everything that the source imports, wherever the import stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield from ([f"{stem}.{alias.name}" for alias in node.names] if stem == "graphbuild" else [stem])


def _violations(source: str, module: str, package: list[str]):
    own = FLOORS[module]
    for name in _imports(source, package):
        top, *rest = name.split(".")
        if top == "spacy" and module != "extract":
            yield f"{module} imports spaCy"
        if top in ("training", "benchmarks", "tests"):
            yield f"{module} imports {top}, which is no part of the package"
        if top != "graphbuild" or not rest or rest[0] == module:
            continue
        if rest[0] in FLOORS and FLOORS[rest[0]] >= own and (module, rest[0]) not in SIDEWAYS:
            yield f"{module} (floor {own}) imports {rest[0]} (floor {FLOORS[rest[0]]})"


def _place(path: Path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0], ["graphbuild", *parts[:-1]]


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(PACKAGE)) for p in MODULES])
def test_imports_go_down(path):
    module, package = _place(path)
    assert module in FLOORS, f"{path.name} stands on no floor: give it one here and in the design"
    assert list(_violations(path.read_text("utf-8"), module, package)) == []


@pytest.mark.parametrize(
    ("source", "module", "package"),
    [
        ("from graphbuild.build import build", "read", ["graphbuild", "read"]),
        ("from ..extract import extract", "read", ["graphbuild", "read"]),
        ("from .. import resolve", "edges", ["graphbuild", "edges"]),
        ("from graphbuild import resolve", "edges", ["graphbuild", "edges"]),
        ("def f():\n    import graphbuild.resolve", "edges", ["graphbuild", "edges"]),
        ("from graphbuild.explain import explain", "report", ["graphbuild", "report"]),
        ("from graphbuild.views.explorer import explorer", "analysis", ["graphbuild", "analysis"]),
        ("from graphbuild.cli import app", "output", ["graphbuild"]),
        ("from graphbuild.names import fold", "lexicons", ["graphbuild", "lexicons"]),
        ("import spacy.tokens", "resolve", ["graphbuild"]),
        ("from spacy import load", "build", ["graphbuild"]),
        ("import training", "extract", ["graphbuild", "extract"]),
    ],
)
def test_a_wrong_import_is_found(source, module, package):
    assert list(_violations(source, module, package))


@pytest.mark.parametrize(
    ("source", "module", "package"),
    [
        ("from graphbuild.lexicons import countries", "names", ["graphbuild"]),
        ("from graphbuild.records import Mention", "extract", ["graphbuild", "extract"]),
        ("from .grammar import view", "extract", ["graphbuild", "extract"]),
        ("import spacy", "extract", ["graphbuild", "extract"]),
        ("import spacy_lookups_data", "resolve", ["graphbuild"]),
    ],
)
def test_a_right_import_is_let_through(source, module, package):
    assert not list(_violations(source, module, package))


def test_models_hold_data_alone():
    assert sorted((PACKAGE / "models").rglob("*.py")) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=[str(folder.relative_to(ROOT)) for folder in FOLDERS])
def test_a_folder_is_taken_in_at_a_glance(folder):
    assert len(list(folder.glob("*.py"))) <= MOST_IN_A_FOLDER


@pytest.mark.parametrize("path", MODULES, ids=[str(p.relative_to(PACKAGE)) for p in MODULES])
def test_a_module_is_read_in_one_go(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_most_modules_are_short():
    assert median(len(path.read_text("utf-8").splitlines()) for path in MODULES) < 180
