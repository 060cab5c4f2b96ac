"""How an output came about, told in its ``manifest.json``: written by a build, read when it is loaded."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.files import origin
from graphbuild.records import Correction, Skip
from graphbuild.version import __version__
from graphbuild.vocabulary import FILES, GRAPH_FILES, MANIFEST, PAGE, TABLE_FORMATS, TABLES

__all__ = ["applied", "as_text", "built_by", "digest", "hashes", "listed", "manifest"]

_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "networkx", "pyvis", "pandas", "pyarrow", "duckdb",
             "scipy", "igraph", "rapidfuzz", "trafilatura", "pypdf", "python-docx",
             "charset-normalizer")  # fmt: skip
_ROW = {
    "file": "path",
    "line": "line",
    "action": "action",
    "subject": "subject",
    "object": "object",
    "problem": "problem",
}
_BROKEN = (OSError, ValueError, RecursionError)  # what reading JSON from a file can raise
_SHA = re.compile("[0-9a-f]{64}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def manifest(
    paths: Iterable[str],
    *,
    model: Mapping[str, object],
    options: Mapping[str, object],
    lexicon: Iterable[Path] = (),
    corrections: Iterable[Path] = (),
    rows: Iterable[Correction] = (),
    skips: Iterable[Skip] = (),
    counts: Mapping[str, int],
) -> dict[str, object]:
    """What went into a build and how it was made; no time of day, so that the same run gives the same file.

    Parameters
    ----------
    paths : iterable of str
        Of the documents, as `graphbuild.records.Document` has them.
    model : mapping
        ``lang``, ``name`` and ``version`` of the language pipeline.
    options : mapping
        What the user chose.
    lexicon, corrections : iterable of Path
        The user's own files.
    rows : iterable of Correction
        What was applied of them.
    skips : iterable of Skip
        What was left out.
    counts : mapping of str to int
        Rows of each table.

    Returns
    -------
    dict
        Ready for JSON: versions of graphbuild, Python and the packages that have a say in the result; model,
        options; path and SHA-256 of every file that was read; corrections, skips, counts.

    Examples
    --------
    >>> model = {"lang": "en", "name": "x", "version": "1.0"}
    >>> told = manifest([], model=model, options={"window": 0}, counts={"documents": 0})
    >>> told["model"], "onnxruntime" in told["packages"]
    ({'name': 'en_x', 'version': '1.0'}, True)
    """
    inputs = sorted({file for path in paths if (file := origin(path)).is_file()})
    return {
        "graphbuild": __version__,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "model": {"name": f"{model['lang']}_{model['name']}", "version": model["version"]},
        "options": dict(options),
        "inputs": _hashed(inputs),
        "lexicon": _hashed(lexicon),
        "corrections": {
            "files": _hashed(corrections),
            "rows": [{key: getattr(row, field) for key, field in _ROW.items()} for row in rows],
        },
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in skips],
        "counts": dict(counts),
    }


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
        return tuple(Correction(**{field: row[key] for key, field in _ROW.items()}) for row in rows)
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
        return _files(_read(folder / MANIFEST))
    except FileNotFoundError:
        return {}
    except _BROKEN as exc:
        raise InputError(f"{folder / MANIFEST} cannot be read: {exc}; build again") from exc


def as_text(told: Mapping[str, object]) -> str:
    """A manifest as it is written: JSON, in which a name that is no Unicode is escaped.

    Parameters
    ----------
    told : mapping

    Returns
    -------
    str

    Examples
    --------
    >>> as_text({"path": "a" + chr(0xDCE9)}).splitlines()[1].isascii()
    True
    """
    text = json.dumps(told, indent=1, ensure_ascii=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


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


def _hashed(paths: Iterable[Path]) -> list[dict[str, str]]:
    return [{"path": str(path), "sha256": digest(path)} for path in paths]
