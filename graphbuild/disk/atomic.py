"""Files and folders written whole or not at all, whatever moment a run is killed at.

A single file is written under another name, flushed to the disk and renamed. The files of an output folder,
which may hold a user's own files besides, are made in a folder ``unfinished-...`` inside it. When all are
there, it is renamed to ``finished-...``, and that one rename decides: before it the old output stands, after
it the new one. Its files then take the places of the old; where that is cut short, `recover` goes on with
it, and where a file cannot be replaced (another program holds it open), all is put back as it was.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp, mkstemp

__all__ = ["recover", "remains", "replace_files", "whole"]

_STAGE = re.compile(r"unfinished-[a-z0-9_]{8}")
_READY = re.compile(r"finished-[a-z0-9_]{8}")
_OLD, _LIST = "replaced", ".names"  # beside the new files: the old ones, and what the new ones are called


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file beside ``path`` to write to, which takes its place at the end; an error leaves nothing behind.

    Parameters
    ----------
    path : Path

    Yields
    ------
    Path
        Hidden, with the same ending.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole(Path(folder, "a.txt")) as part:
    ...         _ = part.write_text("all of it")
    ...     [file.name for file in Path(folder).iterdir()]
    ['a.txt']
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".part-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _flush(part)
        part.replace(path)
        _flush(path.parent)
    finally:
        part.unlink(missing_ok=True)


def replace_files(folder: Path, make: Callable[[Path], object], last: str, old: Collection[str]) -> None:
    """Replace files of a folder by new ones, all or none; its other files are left alone.

    Parameters
    ----------
    folder : Path
        Must be there. No other process may do the same at the same time.
    make : callable
        Makes the new files in the folder that it is given.
    last : str
        The file that is put in its place last: the one that tells of the others.
    old : collection of str
        Names of the files that are to be gone, or replaced where there are new ones of these names.

    Raises
    ------
    OSError
        A file cannot be written or replaced; the old ones are all there then.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     folder = Path(name)
    ...     for old, text in (((), "one"), (("a.txt",), "two")):
    ...         replace_files(folder, lambda stage: (stage / "a.txt").write_text(text), "a.txt", old)
    ...     [(file.name, file.read_text()) for file in folder.iterdir()]
    [('a.txt', 'two')]
    """
    stage = Path(mkdtemp(prefix="unfinished-", dir=folder))
    ready = folder / stage.name.removeprefix("un")
    try:
        make(stage)
        new = sorted((file.name for file in stage.iterdir()), key=lambda name: (name == last, name))
        (stage / _LIST).write_text("\n".join(new), encoding="utf-8")
        for file in stage.iterdir():
            _flush(file)
        _flush(stage)
        stage.rename(ready)
        _flush(folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    try:
        _move_in(ready, folder, old)
    except OSError:
        _move_out(ready, folder, new)
        ready.rename(stage)
        shutil.rmtree(stage, ignore_errors=True)
        raise
    shutil.rmtree(ready, ignore_errors=True)
    _flush(folder)


def recover(folder: Path, old: Collection[str], names: Collection[str]) -> None:
    """Finish what a run that was killed had decided, and remove what it had not.

    Parameters
    ----------
    folder : Path
        Need not be there. No other process may be at work in it.
    old
        As for `replace_files`.
    names
        As for `remains`.

    Raises
    ------
    OSError
        A file cannot be replaced or removed.

    Examples
    --------
    >>> recover(Path("nowhere"), (), {"a.txt"})
    """
    for name in remains(folder, names):
        rest = folder / name
        if _READY.fullmatch(name):
            _move_in(rest, folder, old)
        shutil.rmtree(rest)


def remains(folder: Path, names: Collection[str]) -> list[str]:
    """Names of the folders that runs left in an output folder when they were killed.

    Parameters
    ----------
    folder : Path
        Need not be there.
    names : collection of str
        Of all files that such a folder may hold: one that holds others is a user's.

    Returns
    -------
    list of str

    Examples
    --------
    >>> remains(Path("nowhere"), {"a.txt"})
    []
    """
    try:
        found = [entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(name for name in found if _left(folder / name, names))


def _left(folder: Path, names: Collection[str]) -> bool:
    if not (_STAGE.fullmatch(folder.name) or _READY.fullmatch(folder.name)):
        return False
    return {file.name for file in folder.iterdir()} <= {*names, _OLD, _LIST}


def _move_in(ready: Path, folder: Path, old: Collection[str]) -> None:
    """Put new files in the places of old ones; each step is passed over if it is done."""
    aside = ready / _OLD
    new = (ready / _LIST).read_text(encoding="utf-8").split("\n")
    if not (ready / new[-1]).exists():  # the last
        return
    aside.mkdir(exist_ok=True)
    for name in (*sorted(set(old) - set(new)), *new):
        if name in new and not (ready / name).exists():
            continue
        if os.path.lexists(folder / name) and not os.path.lexists(aside / name):
            (folder / name).replace(aside / name)
        if name in new:
            (ready / name).replace(folder / name)


def _move_out(ready: Path, folder: Path, new: Collection[str]) -> None:
    """Put all back as it was before `_move_in`; wherever this is cut short, `_move_in` can still go on."""
    aside = ready / _OLD
    for name in new:
        if not (ready / name).exists():
            (folder / name).replace(ready / name)
    for file in sorted(aside.iterdir()) if aside.is_dir() else ():
        file.replace(folder / file.name)


def _flush(path: Path) -> None:
    """Have the disk hold it; folders only where the system can do that."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        with suppress(OSError):  # some file systems cannot
            os.fsync(handle)
    finally:
        os.close(handle)
