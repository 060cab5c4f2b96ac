"""The output folder: written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from graphbuild.errors import InputError
from graphbuild.exports.gexf import gexf
from graphbuild.exports.graphml import graphml
from graphbuild.exports.tabular import tabular
from graphbuild.network import Network
from graphbuild.views.explorer import explorer

__all__ = ["write"]

_TABLES = ("documents", "mentions", "actors", "relations", "edges")


def write(network: Network, folder: str | Path, *, title: str, manifest: Mapping[str, object]) -> list[Path]:
    """Write the tables, the graph, the page and the manifest of a network.

    Everything is first written to a folder of its own beside the older files, which are replaced at the end:
    a run that fails leaves an earlier output as it was, and what it had made stays in ``unfinished-...``.
    Other files in the folder are never touched.

    Parameters
    ----------
    network : Network
    folder : str or Path
        Made if need be.
    title : str
        Heading of the page.
    manifest : mapping
        What goes to ``manifest.json``.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    folder = Path(folder)
    steps = _steps(network, title, manifest)
    stage = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stage = Path(mkdtemp(prefix="unfinished-", dir=folder))
        for name, step in steps.items():
            step(stage / name)
        for name in steps:
            (stage / name).replace(folder / name)
        stage.rmdir()
    except OSError as exc:
        error = InputError(
            f"{exc.filename or folder} cannot be written: {exc.strerror or exc}; "
            "close it elsewhere, free some space, or choose another output folder"
        )
        raise _with_rest(error, stage) from exc
    except BaseException as exc:
        _with_rest(exc, stage)
        raise
    return [folder / name for name in reversed(steps)]


def _steps(
    network: Network, title: str, manifest: Mapping[str, object]
) -> dict[str, Callable[[Path], object]]:
    tables = {name: getattr(network, name) for name in _TABLES}
    steps: dict[str, Callable[[Path], object]] = {
        "manifest.json": lambda path: _text(path, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    }
    for name, table in {"titles": network.titles, "merges": network.merges, **tables}.items():
        steps[f"{name}.parquet"] = partial(tabular, table)
        steps[f"{name}.csv"] = partial(tabular, table)
    steps["graph.gexf"] = partial(gexf, network.graph)
    steps["graph.graphml"] = partial(graphml, network.graph)
    steps["graph.html"] = lambda path: _text(path, explorer(**tables, title=title))
    return steps


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _with_rest(error: BaseException, stage: Path | None) -> BaseException:
    if stage and stage.exists():
        if any(stage.iterdir()):
            error.add_note(f"What was made so far is kept in {stage}.")
        else:
            stage.rmdir()
    return error
