"""A module imports only from floors below its own, and spaCy only inside ``extract``."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "graphbuild"
FLOORS = {
    "version": 0,
    "vocabulary": 0,
    "errors": 0,
    "records": 0,
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
    "engines": 2,
    "store": 2,
    "views": 2,
    "report": 2,
    "manifest": 3,
    "network": 4,
    "output": 5,
    "summary": 5,
    "build": 6,
    "__init__": 7,
    "cli": 8,
    "__main__": 9,
}
SIDEWAYS = {
    ("names", "lexicons"),
    ("views", "analysis"),  # the page shows what is measured
}
MODULES = sorted(PACKAGE.rglob("*.py"))


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
    if module == "models":
        pytest.skip("code that a trained pipeline brings along")
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
        ("from graphbuild.build import explain", "report", ["graphbuild", "report"]),
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
