"""What the manifest of an output tells, when it is there and can be read."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError
from graphbuild.records import Correction
from graphbuild.vocabulary import FILES, GRAPH_FILES, MANIFEST, PAGE, TABLE_FORMATS, TABLES

__all__ = [
    "ROW",
    "applied",
    "built_by",
    "digest",
    "hashes",
    "left_out",
    "listed",
    "noted",
    "read_whole",
    "up_to_date",
]

ROW = {
    "file": "path",
    "line": "line",
    "action": "action",
    "subject": "subject",
    "object": "object",
    "problem": "problem",
    "relation": "relation",
    "evidence": "evidence",
}
"""What a manifest calls the fields of a correction."""

_LATER = {"relation": "", "evidence": ""}  # fields that earlier versions did not write

_BROKEN = (OSError, ValueError, RecursionError)  # what reading JSON from a file can raise
_SHA = re.compile("[0-9a-f]{64}")


def applied(path: Path) -> tuple[Correction, ...]:
    """The corrections that a build applied.

    Parameters
    ----------
    path : Path
        Of its manifest.

    Returns
    -------
    tuple of Correction
        In order; none where the manifest is gone.

    Raises
    ------
    InputError
        If it cannot be read.

    Examples
    --------
    >>> applied(Path("nowhere.json"))
    ()
    """
    try:
        told = _read(path)
        rows: Sequence[Mapping[str, Any]] = told.get("corrections", {}).get("rows", [])
        return tuple(
            Correction(**{field: {**_LATER, **row}[key] for key, field in ROW.items()}) for row in rows
        )
    except FileNotFoundError:
        return ()
    except (*_BROKEN, KeyError, TypeError, AttributeError) as exc:
        raise InputError(f"{path} cannot be read: {exc}; build again") from exc


def built_by(path: Path) -> str:
    """The version of graphbuild that made an output.

    Parameters
    ----------
    path : Path
        Of its manifest.

    Returns
    -------
    str
        Empty where there is no manifest of graphbuild's.

    Examples
    --------
    >>> built_by(Path("nowhere.json"))
    ''
    """
    return str(_or_nothing(path).get("graphbuild", ""))


def listed(folder: Path) -> frozenset[str]:
    """Names of the files in a folder that a build wrote there, as its manifest has it.

    Parameters
    ----------
    folder : Path
        Need not be there.

    Returns
    -------
    frozenset of str
        With the manifest itself; none where there is no manifest of graphbuild's.

    Examples
    --------
    >>> sorted(listed(Path("nowhere")))
    []
    """
    told = _or_nothing(folder / MANIFEST)
    if files := _files(told):
        return frozenset({*files, MANIFEST})
    counts = told.get("counts")
    if not isinstance(counts, dict) or "graphbuild" not in told:
        return frozenset()
    tables = [f"{name}{ending}" for name in TABLES if name in counts for ending in TABLE_FORMATS]
    return frozenset({*tables, *GRAPH_FILES, PAGE, MANIFEST})  # versions before 0.3 list no files


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of the files that a build wrote, by name.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    dict
        Empty where there is no manifest, or that of an earlier version.

    Raises
    ------
    InputError
        If the manifest cannot be read.

    Examples
    --------
    >>> hashes(Path("nowhere"))
    {}
    """
    try:
        told = _read(folder / MANIFEST)
        if not isinstance(told.get("files", {}), dict):  # versions before 0.3 list none
            raise ValueError("its files are no object")
        return _files(told)
    except FileNotFoundError:
        return {}
    except _BROKEN as exc:
        raise InputError(f"{folder / MANIFEST} cannot be read: {exc}; build again") from exc


def read_whole(folder: Path) -> dict[str, Any]:
    """The manifest of an output, with what `manifest` and `completed` put there.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    dict

    Raises
    ------
    InputError
        The folder holds no output, or one of a version or kind that cannot be added to.

    Examples
    --------
    >>> read_whole(Path("nowhere"))
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no output of a build: name the output folder of one
    """
    path = folder / MANIFEST
    try:
        told = _read(path)
    except FileNotFoundError as exc:
        raise InputError(f"{folder} holds no output of a build: name the output folder of one") from exc
    except _BROKEN as exc:
        raise InputError(f"{path} cannot be read: {exc}; build again") from exc
    if told.get("graphbuild") and not told.get("store"):
        raise InputError(f"{folder} was built without a store: build again, without --no-store")
    kinds = {
        "options": dict,
        "inputs": list,
        "lexicon": list,
        "corrections": dict,
        "skipped": list,
        "store": dict,
    }
    if wrong := [name for name, kind in kinds.items() if not isinstance(told.get(name), kind)]:
        raise InputError(f"{path} cannot be read: it has no {wrong[0]}; build again")
    return told


def up_to_date(told: Mapping[str, object], folder: Path) -> bool:
    """Whether an output is what a build would make, and all of it as it was written.

    Parameters
    ----------
    told : mapping
        As `manifest` makes it.
    folder : Path

    Returns
    -------
    bool

    Examples
    --------
    >>> up_to_date({"stamp": "0"}, Path("nowhere"))
    False
    """
    there = _or_nothing(folder / MANIFEST)
    if there.get("stamp") != told["stamp"] or not (files := _files(there)):
        return False
    try:
        return files.keys() == FILES - {MANIFEST} and all(digest(folder / f) == s for f, s in files.items())
    except OSError:
        return False


def noted(folder: Path) -> tuple[str, ...]:
    """What a build told of its graph files.

    Parameters
    ----------
    folder : Path
        An output folder.

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> noted(Path("nowhere"))
    ()
    """
    told = _or_nothing(folder / MANIFEST).get("graph_files")
    return tuple(told.get("notes", ())) if isinstance(told, dict) else ()


def left_out(folder: Path) -> tuple[tuple[str, str], ...]:
    """The inputs that a build left out.

    Parameters
    ----------
    folder : Path
        An output folder.

    Returns
    -------
    tuple of (str, str)
        Path and reason, in order; none where the manifest is gone or not of this form.

    Examples
    --------
    >>> left_out(Path("nowhere"))
    ()
    """
    told = _or_nothing(folder / MANIFEST).get("skipped", [])
    try:
        return tuple((str(one["path"]), str(one["reason"])) for one in told)
    except (KeyError, TypeError):
        return ()


def digest(path: Path) -> str:
    """SHA-256 of a file.

    Parameters
    ----------
    path : Path

    Returns
    -------
    str

    Examples
    --------
    >>> digest(Path(__file__)) == digest(Path(__file__))
    True
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(path: Path) -> dict[str, Any]:
    told = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(told, dict):
        raise ValueError("it holds no object")
    return told


def _or_nothing(path: Path) -> dict[str, Any]:
    try:
        return _read(path)
    except _BROKEN:
        return {}


def _files(told: Mapping[str, Any]) -> dict[str, str]:
    files = told.get("files")
    if not isinstance(files, dict):
        return {}
    return {name: sha for name, sha in files.items() if name in FILES and _SHA.fullmatch(str(sha))}
