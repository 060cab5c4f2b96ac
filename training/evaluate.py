"""Measure a pipeline: names, attachment, tags, segmentation, speed and size."""

from __future__ import annotations

import collections
import json
import re
import time
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from training.places import place_label
from training.treebank import Sentence, treebank

__all__ = ["evaluate"]

_COARSE = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}
_SCORED = ("PER", "ORG", "LOC", "NORP")
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.I)


def evaluate(model: Path | str, corpora: Path, speed: bool = True) -> dict[str, dict[str, float]]:
    """Score a pipeline on the development corpora.

    Parameters
    ----------
    model
        Pipeline folder or name.
    corpora
        Folder with `names/` and `parse/`.
    speed
        Also measure words per second on the articles of `names/worldwide_dev.jsonl`.

    Returns
    -------
    dict
        Task to figures. Names: precision, recall and F1 in per cent, exact spans; under `names/` coarse
        types, where LOC counts GPE and FAC too, under `labels/` the pipeline's own. Trees: UAS and LAS in
        per cent on gold tokens and sentences, without punctuation and subtypes; tags and parts of speech in
        per cent. Sentences: F1 of their starts from raw text. Speed: white-space words per second of
        processor time, one thread. Size in MB (10**6 bytes).
    """
    nlp = spacy.load(model)
    out: dict[str, dict[str, float]] = {}
    for name in ("worldwide_dev", "politics_dev"):
        rows = _rows(corpora / "names" / f"{name}.jsonl")
        out[f"names/{name}"] = _names(nlp, rows, with_norp=name.startswith("worldwide"))
    out["labels/worldwide_dev"] = _fine(nlp, _rows(corpora / "names" / "worldwide_dev.jsonl"))
    for name in ("ewt_dev", "ewt_test", "gum_dev"):
        out[f"parse/{name}"] = _parse(nlp, treebank(corpora / "parse" / f"{name}.conllu"))
    for name in ("ewt_test", "gum_dev"):
        out[f"sentences/{name}"] = _segmentation(nlp, list(treebank(corpora / "parse" / f"{name}.conllu")))
    if speed:
        out["speed"] = _speed(
            model, [row["text"] for row in _rows(corpora / "names" / "worldwide_dev.jsonl")]
        )
    if Path(model).is_dir():
        size = sum(f.stat().st_size for f in Path(model).rglob("*") if f.is_file())
        out["size"] = {"MB": round(size / 1e6, 1)}
    return out


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _prf(tp: int, fp: int, fn: int) -> dict[str, float]:
    p, r = tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"P": round(100 * p, 1), "R": round(100 * r, 1), "F1": round(100 * f, 1)}


def _names(nlp: Language, rows: list[dict], with_norp: bool) -> dict[str, float]:
    kept = _SCORED if with_norp else _SCORED[:3]
    tally = collections.Counter()
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        gold = {(e["start"], e["end"], _COARSE.get(e["label"], e["label"])) for e in row["entities"]}
        found = set()
        for ent in doc.ents:
            lead = _ARTICLE.match(ent.text)
            start = ent.start_char + (lead.end() if lead else 0)
            found.add((start, ent.end_char, _COARSE.get(ent.label_, ent.label_)))
        _count(tally, gold, found, kept)
    return _table(tally, kept)


def _fine(nlp: Language, rows: list[dict]) -> dict[str, float]:
    """All labels of the pipeline, places split by `place_label` on the gold side too."""
    tally, labels = collections.Counter(), set()
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        gold = set()
        for e in row["entities"]:
            label = place_label(row["text"][e["start"] : e["end"]]) if e["label"] == "LOC" else e["label"]
            gold.add((e["start"], e["end"], {"PER": "PERSON"}.get(label, label)))
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        labels |= {x[2] for x in gold | found}
        _count(tally, gold, found, labels)
    return _table(tally, sorted(labels))


def _count(tally, gold: set, found: set, kept: Iterable[str]) -> None:
    for label in kept:
        g, f = {x for x in gold if x[2] == label}, {x for x in found if x[2] == label}
        tally[label, "tp"] += len(g & f)
        tally[label, "fp"] += len(f - g)
        tally[label, "fn"] += len(g - f)


def _table(tally, kept: Iterable[str]) -> dict[str, float]:
    kept = list(kept)
    out = {label: _prf(*(tally[label, k] for k in ("tp", "fp", "fn"))) for label in kept}
    out["all"] = _prf(*(sum(tally[label, k] for label in kept) for k in ("tp", "fp", "fn")))
    return out


def _parse(nlp: Language, sentences: Iterable[Sentence], batch: int = 200) -> dict[str, float]:
    n = collections.Counter()
    pipes = [pipe for name, pipe in nlp.pipeline if name not in ("ner", "lemmatizer")]
    sentences = list(sentences)
    for start in range(0, len(sentences), batch):
        part = sentences[start : start + batch]
        docs: Iterable[Doc] = [_gold_tokens(nlp, sentence) for sentence in part]
        for pipe in pipes:
            docs = pipe.pipe(docs, batch_size=batch)
        for sentence, doc in zip(part, docs, strict=True):
            for w, token in zip(sentence.words, doc, strict=True):
                n["tag"] += w.tag == token.tag_
                n["pos"] += w.pos == token.pos_
                n["words"] += 1
                if w.pos == "PUNCT":
                    continue
                n["scored"] += 1
                right = w.head == token.head.i
                n["head"] += right
                n["label"] += right and w.dep.lower().split(":")[0] == token.dep_.lower().split(":")[0]
                n["subtype"] += right and w.dep.lower() == token.dep_.lower()
    share = lambda a, b: round(100 * n[a] / n[b], 2)  # noqa: E731
    return {
        "UAS": share("head", "scored"),
        "LAS": share("label", "scored"),
        "LAS_subtypes": share("subtype", "scored"),
        "tag": share("tag", "words"),
        "pos": share("pos", "words"),
    }


def _gold_tokens(nlp: Language, sentence: Sentence) -> Doc:
    words = sentence.words
    doc = Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _segmentation(nlp: Language, sentences: list[Sentence], size: int = 20) -> dict[str, float]:
    """Sentence starts found in raw text, paragraphs parted by an empty line."""
    tp = fp = fn = 0
    texts, starts = [], []
    for at in range(0, len(sentences), size):
        text, gold = "", set()
        part = sentences[at : at + size]
        for before, sentence in zip([part[0], *part], part, strict=False):
            if before.paragraph != sentence.paragraph:
                text = text.rstrip(" ") + "\n\n"
            gold.add(len(text))
            text += "".join(w.form + " " * w.space for w in sentence.words)
            text += "" if text.endswith(" ") else " "
        texts.append(text)
        starts.append(gold)
    for doc, gold in zip(nlp.pipe(texts), starts, strict=True):
        found = {next((t.idx for t in s if not t.is_space), None) for s in doc.sents} - {None}
        tp, fp, fn = tp + len(gold & found), fp + len(found - gold), fn + len(gold - found)
    return _prf(tp, fp, fn)


def _speed(model: Path | str, texts: list[str], repeats: int = 3) -> dict[str, int]:
    """Words per second of processor time, one thread: stock spaCy, and NumPy's product with small batches."""
    words, out = sum(len(text.split()) for text in texts), {}
    before = get_current_ops()
    for name, blis, tuned in (
        ("stock", True, {}),
        (
            "with NumPy's matrix product and small batches",
            False,
            {"component_cfg": {"tok2vec": {"batch_size": 4}}},
        ),
    ):
        set_current_ops(NumpyOps(use_blis=blis))
        nlp = spacy.load(model)
        best = float("inf")
        for _ in range(repeats):
            began = time.process_time()
            for _ in nlp.pipe(texts, **tuned):
                pass
            best = min(best, time.process_time() - began)
        out[name] = int(words / best)
    set_current_ops(before)
    return out
