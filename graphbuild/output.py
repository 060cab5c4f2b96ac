"""The output folder: what may be it, what in it is ours, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from graphbuild.disk.atomic import recover, remains, replace_files
from graphbuild.disk.lock import locked
from graphbuild.errors import InputError
from graphbuild.exports import FORMATS
from graphbuild.exports.tabular import tabular
from graphbuild.manifest import as_text
from graphbuild.manifest.reading import digest, listed
from graphbuild.network import Network
from graphbuild.read.files import given
from graphbuild.store import is_store
from graphbuild.vocabulary import (
    ANALYSIS,
    BESIDE,
    DRAWN,
    FILES,
    GRAPH_FILES,
    MANIFEST,
    PAGE,
    REPORT,
    TABLE_FORMATS,
    TABLES,
)

__all__ = ["at_work", "heading", "made_here", "seen_from", "usable", "within", "write"]


def write(
    network: Network,
    folder: str | Path,
    *,
    title: str,
    manifest: Mapping[str, object],
    profile: Mapping[str, object] | None = None,
    graphs: Network | None = None,
    page: Network | None = None,
    language: str = "en",
    texts: Mapping[str, str] | None = None,
    embed: bool = False,
) -> list[Path]:
    """Write the tables, the graph, the page and the manifest of a network.

    All of them take the place of an earlier output at once (see `graphbuild.disk.atomic`): a run that fails
    or is killed leaves an earlier output as it was. Other files in the folder are never touched.

    Parameters
    ----------
    network : Network
    folder : str or Path
        Made if need be.
    title : str
        Heading of the page.
    manifest : mapping
        What goes to ``manifest.json``, as `graphbuild.manifest.manifest` makes it; ``files``, the hashes of
        all others, are added.
    profile : mapping, optional
        What the build took until now, for ``profile`` in ``manifest.json``: the one thing there that the same
        run gives otherwise each time, so that comparisons leave it out.
    graphs, page : Network, optional
        What of the network enters the graph files and the page (see `graphbuild.network.reduced`); all of it
        if not given.
    language : str
        Of the page's own texts.
    texts : mapping of str to str, optional
        The text of each document, to be read in the page.
    embed : bool
        Whether the page is to stand in another.

    Returns
    -------
    list of Path
        The files, the page first.

    Raises
    ------
    InputError
        If a file cannot be written, or would take the place of one that no build made.

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
    steps = _steps(
        network,
        graphs or network,
        page or network,
        partial(_explorer, title=title, language=language, texts=texts, embed=embed),
    )

    def make(stage: Path) -> None:
        for name, step in steps.items():
            step(stage / name)
        files = {name: digest(stage / name) for name in sorted(steps)}
        told = {**manifest, "files": files, **({"profile": profile} if profile else {})}
        _text(stage / MANIFEST, as_text(told))

    usable(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_files(folder, make, MANIFEST, listed(folder))
    except OSError as exc:
        raise InputError(
            f"{exc.filename or folder} cannot be written: {exc.strerror or exc}; "
            "close it elsewhere, free some space, or choose another output folder"
        ) from exc
    return [folder / name for name in (*reversed(steps), MANIFEST)]


@contextmanager
def at_work(output: str | Path | None) -> Iterator[None]:
    """Have an output folder alone, after what may be wrong with it is told.

    Parameters
    ----------
    output : str or Path, optional
        Nothing is done where there is none.

    Raises
    ------
    InputError
        It cannot be the output folder, or another process is at work in it.
    """
    with locked(output) if output is not None else nullcontext():
        if output is not None:
            usable(output)
        yield


def usable(folder: str | Path) -> None:
    """Refuse what cannot be an output folder, before any work is done; finish what a killed run left.

    Parameters
    ----------
    folder : str or Path
        Need not be there.

    Raises
    ------
    InputError
        If it, or the nearest folder above that is there, is no folder or cannot be written to, or if it holds
        a file of a name that a build writes and that no build made.

    Examples
    --------
    >>> usable(__file__)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: ...output.py cannot be the output folder: ...
    """
    folder = Path(folder)
    try:
        str(folder.absolute()).encode("utf-8")  # Parquet's library opens no others
        nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
            raise InputError(
                f"{folder} cannot be the output folder: {nearest} is no folder that can be written to"
            )
        recover(folder, listed(folder), FILES)
        alien = sorted(name for name in FILES - listed(folder) if os.path.lexists(folder / name))
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or exc
        raise InputError(f"{folder} cannot be the output folder: {reason}; choose another one") from exc
    if alien:
        more = f" and {len(alien) - 1} more" if len(alien) > 1 else ""
        raise InputError(
            f"{folder / alien[0]}{more}: no manifest tells that a build made it, so it is not replaced; "
            "move it away, or choose another output folder"
        )


def made_here(folder: Path) -> Collection[str]:
    """Names in a folder that are the output of a build, or what is left of one, and so no articles.

    Parameters
    ----------
    folder : Path
        Any folder, the output folder or another.

    Returns
    -------
    collection of str
        Of files and folders.

    Examples
    --------
    >>> sorted(made_here(Path("nowhere")))
    []
    """
    if is_store(folder):
        return os.listdir(folder)  # noqa: PTH208
    ours = {*listed(folder), *remains(folder, FILES)}
    return {*ours, REPORT, ANALYSIS} if ours else ours


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


def seen_from(output: str | Path, folder: Path) -> str:
    """What a manifest calls a folder: as seen from that of the output where it lies there, to move with it.

    Examples
    --------
    >>> seen_from("out", Path("out/store"))
    'store'
    """
    inside = folder.resolve().is_relative_to(Path(output).resolve())
    return (
        folder.resolve().relative_to(Path(output).resolve()).as_posix() if inside else str(folder.resolve())
    )


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
    network: Network, graphs: Network, page: Network, explorer: Callable[..., str]
) -> dict[str, Callable[[Path], object]]:
    tables = {name: network.source(name) for name in TABLES}
    steps: dict[str, Callable[[Path], object]] = {}
    for name in (*reversed(BESIDE), *DRAWN):  # the most read last, so that they are the first to be told
        for ending in TABLE_FORMATS:
            steps[f"{name}{ending}"] = partial(tabular, tables[name])
    for name in GRAPH_FILES:
        steps[name] = partial(FORMATS[Path(name).suffix].write, graphs)
    drawn = {name: getattr(page, name) for name in DRAWN}
    steps[PAGE] = lambda path: _text(path, explorer(**drawn, positions=page.positions))
    return steps


def _text(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


def _explorer(*tables: Any, **options: Any) -> str:
    from graphbuild.views.explorer import explorer

    return explorer(*tables, **options)
