"""Annotations of our own, joined with the texts of the corpora that they belong to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["annotations"]

_FETCHED = ("masakhane_eng", "cnc_train")

_FILE = Path(__file__).resolve().parents[1] / "annotations" / "relations.jsonl"


def annotations(corpora: Path, more: Path | None = None) -> Iterator[dict[str, Any]]:
    """Documents with their annotated sentences, in the form of `corpora/relations`.

    Parameters
    ----------
    corpora
        Folder of the corpora.
    more
        Folder of further texts, `NAME.jsonl` with `id` and `text`. The annotations of a corpus that is in
        neither folder are left out.

    Yields
    ------
    dict
        `id`, `text`, `sentences`.
    """
    texts = {
        "dse_dev": _rows(corpora / "events" / "dse_dev.jsonl"),
        "gum_train": _rows(corpora / "chains" / "gum_train.jsonl"),
        "ewt_train": dict(_joined(corpora / "parse" / "ewt_train.conllu")),
    }
    for name in _FETCHED:
        path = more / f"{name}.jsonl" if more else None
        texts[name] = _rows(path) if path and path.exists() else {}
    for row in map(json.loads, _FILE.read_text(encoding="utf-8").splitlines()):
        text = texts[row["corpus"]].get(row["id"])
        if text is not None:
            yield {"id": row["id"], "text": text, "sentences": row["sentences"]}


def _rows(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}


def _joined(path: Path) -> Iterator[tuple[str, str]]:
    """The documents of a treebank: their sentences in order, joined by a blank."""
    name, sentences = "", []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id"):
                if sentences:
                    yield name, " ".join(sentences)
                name, sentences = line.split("=")[1].strip(), []
            elif line.startswith("# text ="):
                sentences.append(line.split("=", 1)[1].strip())
    if sentences:
        yield name, " ".join(sentences)
