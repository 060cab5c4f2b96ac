"""From the paths that a user gives to the files behind them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from graphbuild.records import Skip

__all__ = ["files", "given", "origin", "suffix"]

_Made = Callable[[Path], Collection[str]]
_Path = TypeVar("_Path", bound=str | os.PathLike[str])

_REMEDIES = {
    ".doc": "save it as .docx",
    ".rtf": "save it as .docx",
    ".odt": "save it as .docx",
    ".xls": "save it as .csv",
    ".xlsx": "save it as .csv",
    ".ods": "save it as .csv",
    ".json": "write one object per line and name it .jsonl",
    ".zip": "unpack it",
}


def files(
    paths: Iterable[str | os.PathLike[str]], suffixes: Collection[str], made: _Made = lambda folder: ()
) -> Iterator[str | Skip]:
    """List the files behind paths, folders in and out.

    A folder gives its files of a known kind, then those of its folders, both in order of their names;
    hidden ones (``.name``, and Word's ``~$name``) are passed over, links to folders are not followed. Each
    file of another kind is a Skip that is ``passed``.

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
    """The file of a document's path, which for a row of a table ends in its number.

    Parameters
    ----------
    path : str

    Returns
    -------
    Path

    Examples
    --------
    >>> origin("news.csv:7").name, origin("news.txt").name
    ('news.csv', 'news.txt')
    """
    return Path(path) if Path(path).exists() else Path(re.sub(r":\d+$", "", path))


def _behind(path: Path, suffixes: Collection[str], made: _Made) -> Iterator[str | Skip]:
    if path.is_dir():
        yield from _within(path, suffixes, made)
    elif not os.path.lexists(path):
        yield Skip(str(path), "does not exist: check the spelling and the folder")
    elif not path.is_file():
        yield Skip(str(path), "is neither a file nor a folder (a broken link?)")
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
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith((".", "~$")) or name in output or not path.is_file():
                continue
            if suffix(name) in suffixes:
                empty = ""
                yield str(path)
            else:
                yield Skip(str(path), _unknown(path), passed=True)
        yield from _unreachable(failed)
    yield from _unreachable(failed)
    if empty:
        yield Skip(str(folder), f"{empty} ({_listed(suffixes)})")


def _unknown(path: Path) -> str:
    kind = suffix(path)
    remedy = _REMEDIES.get(kind, "name it .txt if it is plain text")
    return f"is of an unknown kind ({kind or 'no suffix'}): {remedy}"


def _listed(suffixes: Collection[str]) -> str:
    return ", ".join(sorted(kind for kind in suffixes if not kind.endswith(".gz")))


def _unreachable(failed: list[OSError]) -> Iterator[Skip]:
    while failed:
        error = failed.pop()
        yield Skip(str(error.filename), f"cannot be listed: {error.strerror}")
