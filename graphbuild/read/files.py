"""From the paths that a user gives to the files behind them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from graphbuild.read.source import cut
from graphbuild.records import Skip

__all__ = ["files", "given", "origin", "suffix"]

_Made = Callable[[Path], Collection[str]]
_Path = TypeVar("_Path", bound=str | os.PathLike[str])
_PART = re.compile(r":\d+(?::[^/\\]*)?\Z")

_REMEDIES = {
    ".doc": "save it as .docx",
    ".docm": "save it as .docx",
    ".pages": "save it as .docx",
    ".wpd": "save it as .docx",
    ".numbers": "save it as .xlsx",
    ".xls": "save it as .xlsx",
    ".xlsb": "save it as .xlsx",
    ".ods": "save it as .xlsx",
    ".msg": "save it in Outlook as .eml, or drag it there to a folder",
    ".pst": "export it to .mbox or .eml, for example with readpst",
    ".mobi": "turn it into .epub, for example with Calibre",
    ".azw3": "turn it into .epub, for example with Calibre",
    ".warc": "take the pages out as .html",
    ".mht": "save it in the browser as .html",
    ".mhtml": "save it in the browser as .html",
    ".parquet": "save it as .csv or .jsonl",
    ".sqlite": "save the table as .csv",
    ".db": "save the table as .csv",
    ".pptx": "save it as .pdf",
    ".ppt": "save it as .pdf",
    ".odp": "save it as .pdf",
    ".png": "read the words in it by OCR, and save them as .txt",
    ".jpg": "read the words in it by OCR, and save them as .txt",
    ".jpeg": "read the words in it by OCR, and save them as .txt",
    ".tif": "read the words in it by OCR, and save them as .txt",
    ".tiff": "read the words in it by OCR, and save them as .txt",
    ".mp3": "write down what is said in it, and save it as .txt",
    ".mp4": "write down what is said in it, and save it as .txt",
    ".zip": "unpack it",
    ".tar": "unpack it",
    ".tgz": "unpack it",
    ".7z": "unpack it",
    ".rar": "unpack it",
    ".bz2": "unpack it",
    ".xz": "unpack it",
}
_SPECIAL = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def files(
    paths: Iterable[str | os.PathLike[str]], suffixes: Collection[str], made: _Made = lambda folder: ()
) -> Iterator[str | Skip]:
    """List the files behind paths, folders in and out.

    A folder gives its files of a known kind, then those of its folders, both in order of their names;
    hidden ones (``.name``, and Word's ``~$name``) are passed over, links to folders are not followed. Each
    file of another kind is a Skip that is ``passed``, and so is such a link. Pipes, sockets, devices, broken
    links and folders that may not be searched are Skips.

    Parameters
    ----------
    paths : iterable of str or path
        Files, folders, or ``-`` for the standard input.
    suffixes : collection of str
        The known kinds, as `suffix` gives them.
    made : callable, optional
        Tells of a folder which names in it are no articles but the output of a build, which is passed over.

    Yields
    ------
    str or Skip
        A file, or the reason why a path gives none, in the order of ``paths``.

    Examples
    --------
    >>> standard_input, missing = files(["-", "no/such.txt"], {".txt"})
    >>> standard_input, missing.reason
    ('-', 'does not exist: check the spelling and the folder')
    """
    for given in paths:
        name = os.fspath(given)
        try:
            yield from ["-"] if name == "-" else _behind(Path(name), suffixes, made)
        except OSError as error:
            yield Skip(name, f"cannot be reached: {error.strerror}")


def suffix(path: str | os.PathLike[str]) -> str:
    """The kind of a file, from its name: ``.txt``, or ``.txt.gz`` for a packed one.

    Parameters
    ----------
    path : str or path

    Returns
    -------
    str
        In lower case, with its dot; empty where the name has none.

    Examples
    --------
    >>> suffix("a/News.TXT"), suffix("rows.v2.jsonl.gz"), suffix("README")
    ('.txt', '.jsonl.gz', '')
    """
    ends = [end.lower() for end in Path(path).suffixes]
    return "".join(ends[-2:] if ends[-1:] == [".gz"] else ends[-1:])


def given(paths: _Path | Iterable[_Path]) -> list[_Path]:
    """The paths that a user gave, of whom one may stand alone.

    Parameters
    ----------
    paths : path or iterable of paths

    Returns
    -------
    list of path

    Examples
    --------
    >>> given("a.txt"), given(("a.txt", "b.txt"))
    (['a.txt'], ['a.txt', 'b.txt'])
    """
    return [paths] if isinstance(paths, str | os.PathLike) else list(paths)


def origin(path: str) -> Path:
    """The file of a document's path, which for a part of a file ends in what tells the part.

    Parameters
    ----------
    path : str

    Returns
    -------
    Path

    Examples
    --------
    >>> origin("news.csv:7").name, origin("news.txt").name, origin("a.mbox:7:release.pdf").name
    ('news.csv', 'news.txt', 'a.mbox')
    """
    rest = path
    while not _exists(rest) and ":" in rest:
        rest = rest.rpartition(":")[0]
    return Path(rest if _exists(rest) else _PART.sub("", path))


def _exists(path: str) -> bool:
    try:
        return bool(path) and Path(path).exists()
    except (OSError, ValueError):
        return False


def _behind(path: Path, suffixes: Collection[str], made: _Made) -> Iterator[str | Skip]:
    if path.is_dir():
        yield from _within(path, suffixes, made)
    elif not os.path.lexists(path):
        yield Skip(str(path), "does not exist: check the spelling and the folder")
    elif wrong := _no_file(path):
        yield Skip(str(path), wrong)
    elif suffix(path) not in suffixes:
        yield Skip(str(path), f"{_unknown(path)}; known are {_listed(suffixes)}")
    elif path.name in made(path.parent):
        yield Skip(str(path), "is the output of an earlier run, no article")
    else:
        yield str(path)


def _within(folder: Path, suffixes: Collection[str], made: _Made) -> Iterator[str | Skip]:
    failed: list[OSError] = []
    empty = "holds no file of a known kind"
    for root, folders, names in os.walk(folder, onerror=failed.append):
        output = made(Path(root))
        if output and empty:
            empty = "holds nothing to read but the output of an earlier run"
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in output)
        yield from _links(Path(root), folders)
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith((".", "~$")) or name in output:
                continue
            known = suffix(name) in suffixes
            wrong = _no_file(path)
            if wrong or not known:
                yield Skip(str(path), wrong or _unknown(path), passed=not known)
            else:
                empty = ""
                yield str(path)
        yield from _unreachable(failed)
    yield from _unreachable(failed)
    if empty:
        yield Skip(str(folder), f"{empty} ({_listed(suffixes)})")


def _links(root: Path, folders: Iterable[str]) -> Iterator[Skip]:
    for name in folders:
        if os.path.islink(root / name):  # noqa: PTH114  (which raises nothing)
            yield Skip(str(root / name), "is a link to a folder: give that by its own path", passed=True)


def _no_file(path: Path) -> str:
    """Why there is no file to read at a path of a listing; empty where there is one."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        link = os.path.islink(path)  # noqa: PTH114  (which raises nothing)
        return "is a broken link" if link else f"cannot be reached: {error.strerror or error}"
    if stat.S_ISREG(mode):
        return ""
    kind = next((name for test, name in _SPECIAL if test(mode)), "a folder or something else")
    return f"is {kind}, no file: copy what comes out of it to a file"


def _unknown(path: Path) -> str:
    kind = suffix(path)
    remedy = _REMEDIES.get(kind, "name it .txt if it is plain text")
    return f"is of an unknown kind ({cut(kind)[1:-1] or 'no suffix'}): {remedy}"


def _listed(suffixes: Collection[str]) -> str:
    return ", ".join(sorted(kind for kind in suffixes if not kind.endswith(".gz")))


def _unreachable(failed: list[OSError]) -> Iterator[Skip]:
    while failed:
        error = failed.pop()
        yield Skip(str(error.filename), f"cannot be listed: {error.strerror}")
