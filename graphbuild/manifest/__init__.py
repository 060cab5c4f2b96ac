"""How an output came about, told in its ``manifest.json``: written by a build, read when it is loaded."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from graphbuild.manifest.reading import ROW, digest
from graphbuild.read.files import origin
from graphbuild.records import Correction, Skip
from graphbuild.store.recipe import code
from graphbuild.version import __version__

__all__ = ["as_text", "completed", "manifest"]

_PACKAGES = ("spacy", "onnxruntime", "tokenizers", "networkx", "pyvis", "pandas", "pyarrow", "duckdb",
             "scipy", "igraph", "rapidfuzz", "datasketch", "trafilatura", "pypdf", "python-docx",
             "openpyxl", "striprtf", "lxml", "charset-normalizer")  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


def manifest(
    articles: Mapping[str, str],
    *,
    model: Mapping[str, str],
    options: Mapping[str, object],
    sources: Mapping[str, Iterable[Path | Mapping[str, str]]] = MappingProxyType({}),
    rows: Iterable[Correction] = (),
    skips: Iterable[Skip] = (),
    store: tuple[str, str, str] | None = None,
) -> dict[str, object]:
    """What goes into a build and how it is made; no time of day, so that the same run gives the same file.

    Parameters
    ----------
    articles : mapping of str to str
        Path of each document, as `graphbuild.records.Document` has it, by the key of its content.
    model : mapping
        ``name``, ``version`` and hash of the ``weights`` of the language pipeline.
    options : mapping
        What the user chose.
    sources : mapping
        The user's own files as ``lexicon``, ``corrections`` and ``positions``; as ``inputs`` those whose
        hashes are known already. Each a path, or a mapping with ``path`` and ``sha256``.
    rows : iterable of Correction
        Those that are to be applied.
    skips : iterable of Skip
        What was left out.
    store : tuple of str, optional
        Its folder, as seen from that of the output, the name of the recipe, and of the list of the articles.

    Returns
    -------
    dict
        Ready for JSON: versions of graphbuild, Python and the packages that have a say in the result; model,
        options; path and SHA-256 of every file that was read; corrections, skips. ``stamp`` is a hash of all
        that and of the articles: where it is the same, the result is. `completed` adds the counts.

    Examples
    --------
    >>> told = manifest({}, model={"name": "en_x", "version": "1.0"}, options={"window": 0})
    >>> told["model"], "onnxruntime" in told["packages"]
    ({'name': 'en_x', 'version': '1.0'}, True)
    """
    told: dict[str, object] = {
        "graphbuild": __version__,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "model": dict(model),
        "options": dict(options),
        "inputs": _inputs(articles.values(), sources.get("inputs", ())),
        "lexicon": _hashed(sources.get("lexicon", ())),
        "corrections": {"files": _hashed(sources.get("corrections", ())), "rows": _rows(rows)},
        "positions": _hashed(sources.get("positions", ())),
        "skipped": [{"path": skip.path, "reason": skip.reason} for skip in skips],
        "store": dict(zip(("folder", "recipe", "articles"), store, strict=True)) if store else None,
    }
    stamp = hashlib.sha256(as_text({**told, "store": store and store[1:]}).encode())
    for part in (code(), *map(repr, sorted(articles.items()))):
        stamp.update(part.encode("utf-8", "backslashreplace"))
    return {**told, "stamp": stamp.hexdigest(), "counts": {}}


def completed(
    told: Mapping[str, Any], rows: Iterable[Correction], counts: Mapping[str, int]
) -> dict[str, object]:
    """A manifest with what is known at the end of a build.

    Parameters
    ----------
    told : mapping
        As `manifest` makes it.
    rows : iterable of Correction
        What was applied, with what kept it from having an effect.
    counts : mapping of str to int
        Rows of each table.

    Returns
    -------
    dict

    Examples
    --------
    >>> told = manifest({}, model={"name": "en_x", "version": "1.0"}, options={})
    >>> completed(told, [], {"documents": 0})["counts"]
    {'documents': 0}
    """
    return {**told, "corrections": {**told["corrections"], "rows": _rows(rows)}, "counts": dict(counts)}


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


def _rows(rows: Iterable[Correction]) -> list[dict[str, object]]:
    return [{key: getattr(row, field) for key, field in ROW.items()} for row in rows]


def _hashed(found: Iterable[Path | Mapping[str, str]]) -> list[dict[str, str]]:
    return [
        {"path": str(one), "sha256": digest(one)} if isinstance(one, Path) else dict(one) for one in found
    ]


def _inputs(paths: Iterable[str], known: Iterable[Path | Mapping[str, str]]) -> list[dict[str, str]]:
    """The files that documents come from, each once; one that is gone only where its hash is known."""
    hashes = {entry["path"]: entry["sha256"] for entry in _hashed(known)}
    files: dict[str, Path] = {}
    for path in paths:
        ends = [i for i, character in enumerate(path) if character == ":"]
        stems = [path, *(path[:end] for end in reversed(ends))]
        if not any(stem in files for stem in stems):
            file = next((Path(stem) for stem in stems if stem in hashes), None) or origin(path)
            files[str(file)] = file
    return [
        {"path": name, "sha256": hashes.get(name) or digest(file)}
        for name, file in sorted(files.items(), key=lambda item: item[1])
        if name in hashes or file.is_file()
    ]
