"""An output that an earlier build wrote, as a network again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.network.network import Network
from graphbuild.network.unread import Unread
from graphbuild.vocabulary import FILES, MANIFEST, TABLES

__all__ = ["load", "opened"]


def load(folder: str | Path) -> Network:
    """The network that an earlier build wrote to a folder.

    Parameters
    ----------
    folder : str or Path
        The output folder of a build; its Parquet files are read.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        If the folder does not hold the output of a build, or that of an earlier version, which wrote fewer
        tables, if its tables or manifest cannot be read, or if a table is not the one that its manifest has.
    TableError
        If one of its tables has other columns or types than this version writes.

    Examples
    --------
    >>> load("nowhere")
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no documents.parquet: name the output folder of a build
    """
    folder = Path(folder)
    _settle(folder)
    return _read(folder)


def opened(folder: Path, *, notes: tuple[str, ...] = ()) -> Network:
    """The same of an output that is known to be whole; its tables are read when they are asked for.

    Parameters
    ----------
    folder : Path
    notes : tuple of str
        For `Network.notes`.

    Returns
    -------
    Network
    """
    from graphbuild.manifest.reading import applied, hashes

    known = hashes(folder)
    tables = {name: Unread(_table(folder, name), known.get(_table(folder, name).name, "")) for name in TABLES}
    return Network(**tables, corrections=applied(folder / MANIFEST), notes=notes)  # type: ignore[arg-type]


def _read(folder: Path) -> Network:
    from graphbuild.manifest.reading import built_by, hashes

    for name in TABLES:
        if not _table(folder, name).exists():
            remedy = "name the output folder of a build"
            if by := built_by(folder / MANIFEST):
                remedy = (
                    f"the output is of an earlier version (graphbuild {by}), or a file is gone; build again"
                )
            raise InputError(f"{folder} holds no {name}.parquet: {remedy}")
    known = hashes(folder)
    network = opened(folder)
    try:
        for name in TABLES:
            getattr(network, name)
    except InputError:
        if hashes(folder) != known:  # a build has just replaced them
            return _read(folder)
        raise
    return network


def _table(folder: Path, name: str) -> Path:
    return folder / f"{name}.parquet"


def _settle(folder: Path) -> None:
    """Finish what a killed build had decided, unless another is at work in the folder."""
    from graphbuild.disk.atomic import recover, remains
    from graphbuild.disk.lock import locked
    from graphbuild.manifest.reading import listed

    if remains(folder, FILES):
        with suppress(InputError, OSError), locked(folder):
            recover(folder, listed(folder), FILES)
