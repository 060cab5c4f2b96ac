"""The output folder: what may be it, what in it is ours, and written whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS
from graphbuild.exports.tabular import tabular
from graphbuild.network import Network
from graphbuild.read.files import given, origin
from graphbuild.vocabulary import (
    ANALYSES,
    ANALYSIS,
    BESIDE,
    DRAWN,
    GRAPH_FILES,
    MANIFEST,
    PAGE,
    REPORT,
    TABLE_FORMATS,
    TABLES,
)

__all__ = ["heading", "made_here", "usable", "within", "write"]


def write(
    network: Network,
    folder: str | Path,
    *,
    title: str,
    manifest: Mapping[str, object],
    graphs: Network | None = None,
    page: Network | None = None,
) -> list[Path]:
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
        What goes to ``manifest.json``, as `graphbuild.manifest.manifest` makes it.
    graphs, page : Network, optional
        What of the network enters the graph files and the page (see `graphbuild.network.reduced`); all of it
        if not given.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    InputError
        If a file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(assemble([], resolve([])), folder, title="Nothing", manifest={})[0].name
    'graph.html'
    """
    folder = Path(folder)
    steps = _steps(network, graphs or network, page or network, title, manifest)
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


def usable(folder: str | Path) -> None:
    """Refuse what cannot be an output folder, before any work is done.

    Parameters
    ----------
    folder : str or Path
        Need not be there.

    Raises
    ------
    InputError
        If it, or the nearest folder above that is there, is no folder or cannot be written to.

    Examples
    --------
    >>> usable(__file__)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: ...output.py cannot be the output folder: ...
    """
    folder = Path(folder)
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise InputError(
            f"{folder} cannot be the output folder: {nearest} is no folder that can be written to"
        )


def made_here(path: str, folder: str | Path | None) -> bool:
    """Whether a file is of an earlier run: the output folder may lie in the folder that is read.

    Parameters
    ----------
    path : str
        Of a document, with or without ``:row``.
    folder : str or Path, optional
        The output folder; nothing is made in none.

    Returns
    -------
    bool

    Examples
    --------
    >>> made_here("out/edges.csv:7", "out"), made_here("out/analysis/dna.csv:2", "out")
    (True, True)
    >>> made_here("out/mine.csv", "out"), made_here("edges.csv", None)
    (False, False)
    """
    if folder is None:
        return False
    names = {
        PAGE,
        MANIFEST,
        REPORT,
        *(f"{name}.csv" for name in TABLES),
        *(f"{ANALYSIS}/{name}.csv" for name in ANALYSES),
    }
    file, place = origin(path).resolve(), Path(folder).resolve()
    return file.is_relative_to(place) and file.relative_to(place).as_posix() in names


def within(path: str, folder: str | Path | None) -> bool:
    """Whether a file lies in the output folder, however deep.

    Parameters
    ----------
    path : str
    folder : str or Path, optional
        The output folder; nothing lies in none.

    Returns
    -------
    bool

    Examples
    --------
    >>> within("out/deep/graph.gexf", "out"), within("articles/a.txt", "out"), within("a.txt", None)
    (True, False, False)
    """
    return folder is not None and Path(folder).resolve() in Path(path).resolve().parents


def heading(paths: str | Path | Sequence[str | Path]) -> str:
    """What the page is headed with if nothing else is said: the first file or folder, and how many follow.

    Parameters
    ----------
    paths : str, Path or sequence of them
        As `graphbuild.build.build` takes them.

    Returns
    -------
    str

    Examples
    --------
    >>> heading(["news/peace.csv", "more.txt"]), heading("-")
    ('peace and 1 more', 'graphbuild')
    """
    found = [Path(path).resolve() for path in given(paths) if str(path) != "-"]
    names = [path.name if path.is_dir() else path.stem for path in found]
    first = next(filter(None, names), "graphbuild")
    return first if len(names) < 2 else f"{first} and {len(names) - 1} more"


def _steps(
    network: Network, graphs: Network, page: Network, title: str, manifest: Mapping[str, object]
) -> dict[str, Callable[[Path], object]]:
    from graphbuild.views.explorer import explorer

    tables = {name: getattr(network, name) for name in TABLES}
    steps: dict[str, Callable[[Path], object]] = {
        MANIFEST: lambda path: _text(path, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    }
    for name in (*reversed(BESIDE), *DRAWN):  # the most read last, so that they are the first to be told
        for ending in TABLE_FORMATS:
            steps[f"{name}{ending}"] = partial(tabular, tables[name])
    for name in GRAPH_FILES:
        steps[name] = partial(FORMATS[Path(name).suffix].write, graphs)
    drawn = {name: getattr(page, name) for name in DRAWN}
    steps[PAGE] = lambda path: _text(path, explorer(**drawn, title=title))
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
