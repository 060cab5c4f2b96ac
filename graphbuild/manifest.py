"""How an output came about, told in its ``manifest.json``: written by a build, read when it is loaded."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.files import origin
from graphbuild.records import Correction, Skip
from graphbuild.version import __version__

__all__ = ["applied", "built_by", "left_out", "manifest"]

_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "networkx", "pyvis", "pandas", "pyarrow", "duckdb",
             "scipy", "igraph", "rapidfuzz", "datasketch", "trafilatura", "pypdf", "python-docx",
             "openpyxl", "striprtf", "lxml", "charset-normalizer")  # fmt: skip
_ROW = {
    "file": "path",
    "line": "line",
    "action": "action",
    "subject": "subject",
    "object": "object",
    "problem": "problem",
}


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
        told = json.loads(path.read_text(encoding="utf-8"))
        rows: Sequence[Mapping[str, Any]] = told.get("corrections", {}).get("rows", [])
        return tuple(Correction(**{field: row[key] for key, field in _ROW.items()}) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as exc:
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
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("graphbuild", "")) if isinstance(told, dict) else ""


def left_out(path: Path) -> tuple[tuple[str, str], ...]:
    """The inputs that a build left out.

    Parameters
    ----------
    path : Path
        Of its manifest.

    Returns
    -------
    tuple of (str, str)
        Path and reason, in order; none where the manifest is gone or not of this form.

    Examples
    --------
    >>> left_out(Path("nowhere.json"))
    ()
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return tuple((str(one["path"]), str(one["reason"])) for one in told["skipped"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _hashed(paths: Iterable[Path]) -> list[dict[str, str]]:
    return [{"path": str(path), "sha256": _digest(path)} for path in paths]


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
