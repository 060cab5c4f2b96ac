"""Train the reader together with the encoder's other tasks, resumably."""

from __future__ import annotations

import json
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.contextual.data import windows
from training.contextual.train import _endless, _losses, _scores
from training.reader.classes import ACTS, AFFILIATIONS, STATUSES
from training.reader.data import (
    Item,
    Told,
    batches,
    endless,
    held_out,
    index_of,
    items,
    names_of,
    renamed,
    tensors,
)
from training.reader.figures import Scored, figures
from training.reader.joint import Joint, kept_losses, losses, noised, scored
from training.reader.model import Reader
from training.reader.restore import restored

__all__ = ["NEWS", "SLIM", "corpus", "joint", "learned_from", "train"]

NEWS = "news_train"  # of this file one article in ten is held out

SLIM = {"hidden": 128, "path": 64, "product": 32, "drop": 0.25}
_KEPT = {"kept names": 4.0, "kept arc": 0.5, "kept relation": 1.0}
_KEPT |= {"kept tags": 1.0, "kept morphs": 0.5, "kept starts": 2.0}
_RENAMED = 0.35  # share of windows with other names in the place of names
_LIGHT = ("tags", "morphs", "starts")
_WEIGHTS = {"act": 1.0, "sign": 0.5, "tie": 1.0, "status": 0.5, "speaker": 0.5}


def corpus(
    path: Path, index: dict[str, dict[str, int]], kept: bool = False
) -> tuple[list[Item], list[Scored]]:
    """The items of an extracted file, and the sentences that have none, as if nothing was read in them.

    `kept`: of the articles kept out of training alone.
    """
    texts = [text for text in pickle.loads(path.read_bytes()) if not kept or held_out(text.doc_id)]
    made = [item for text in texts for item in items(text, index)]
    within = {id(sentence) for item in made for sentence, *_ in item.sentences}
    rest = [s for text in texts for s in text.sentences if id(s) not in within]
    empty = torch.zeros(0, 1).numpy()
    return made, [Scored(s, [], empty, empty, empty, empty) for s in rest]


def joint(
    index: dict[str, dict[str, int]], bundled: Path, encoder: Path, **widths: Any
) -> tuple[Joint, dict[str, list[str]]]:
    """The restored model with a fresh reader. Attention is not dropped out: it costs a third of the time."""
    contextual, labels = restored(bundled, encoder, bfloat16=True)
    for layer in contextual.encoder.encoder.layer:
        layer.attention.self.dropout.p = 0.0
    return Joint(contextual, Reader(index, len(ACTS), len(AFFILIATIONS), len(STATUSES), **widths)), labels


def learned_from(
    extracted: Path, index: dict[str, dict[str, int]], names: Sequence[str], told: Told | None = None
) -> list[Item]:
    """The items of some extracted files; of the running news those of the articles that are not held out."""
    made = []
    for name in names:
        for text in pickle.loads((extracted / f"{name}.pkl").read_bytes()):
            if name != NEWS or not held_out(text.doc_id):
                made += items(text, index, told)
    return made


def train(
    extracted: Path,
    names: Sequence[str],
    data: Path,
    bundled: Path,
    encoder: Path,
    output: Path,
    epochs: int = 7,
    words: int = 1500,
    tree_words: int = 500,
    name_words: int = 600,
    rate: float = 1.5e-4,
    seed: int = 0,
    smooth: float = 0.02,
    keep: float = 6.0,
    minutes: float = 0.0,
    save_every: int = 100,
) -> Path:
    """Train from `bundled` on some extracted files, or go on from `output/checkpoint.pt` where there is one.

    Where `extracted` has what a teacher says of the sentences (`told.pkl`), they are learned from both.

    Each step takes a batch of annotated windows, and every fourth one of trees or names in turn; on the
    annotated windows the encoder's other heads are held to what they answered before. The rates fall to
    nothing over `epochs`, or over `minutes` where these are over before.
    """
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    output.mkdir(parents=True, exist_ok=True)
    index_file = output / "index.json"
    if not index_file.exists():
        texts = pickle.loads((extracted / f"{NEWS}.pkl").read_bytes())
        index_file.write_text(json.dumps(index_of(t for t in texts if not held_out(t.doc_id)), indent=1))
    index = json.loads(index_file.read_text(encoding="utf-8"))
    teacher = extracted / "told.pkl"
    told = pickle.loads(teacher.read_bytes()) if teacher.exists() else None
    learned = learned_from(extracted, index, names, told)
    kept, rest = corpus(extracted / f"{NEWS}.pkl", index, kept=True)
    pool = names_of(learned)
    model, labels = joint(index, bundled, encoder, **SLIM)
    before, _ = restored(bundled, encoder)
    before.requires_grad_(False)
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    others = windows(data / "train.spacy", tokenizer)
    dev = windows(data / "dev.spacy", tokenizer)
    number = {kind: {label: i for i, label in enumerate(values)} for kind, values in labels.items()}
    length = len(batches(learned, words, random.Random(0)))
    steps = epochs * length
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.996), use_buffers=True)
    optimizer = torch.optim.AdamW(_groups(model, rate), weight_decay=0.01, fused=True)
    checkpoint, done, spent = output / "checkpoint.pt", 0, 0.0
    rates = [group["lr"] for group in optimizer.param_groups]
    parts = {"model": model, "average": average, "optimizer": optimizer}
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        done, spent = state["step"], state["seconds"]
    trees = _endless([w for w in others if w.heads], tree_words, seed, done // 8)
    names = _endless([w for w in others if w.names], name_words, seed + 1, done // 8)
    print(len(learned), "items,", length, "steps an epoch,", steps, "steps", flush=True)
    began, total, chance = time.time() - spent, {}, random.Random(seed)
    model.train()
    for step, chosen in enumerate(endless(learned, words, seed, done), done + 1):
        left = 1 - step / steps
        if minutes:
            left = min(left, 1 - (time.time() - began) / (60 * minutes))
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(step / 80, max(0.0, left))
        last = left <= 0
        optimizer.zero_grad()
        chosen = [renamed(item, pool, chance) if chance.random() < _RENAMED else item for item in chosen]
        batch = noised(tensors(chosen), chance)
        words_now, words_before, seen = model.words_beside(batch.windows, before)
        made = losses(model.read(words_now, batch), batch, smooth)
        parted = {name: _WEIGHTS[name] * loss for name, loss in made.items()}
        held = kept_losses(model.contextual, before, words_now, words_before, seen)
        (sum(parted.values()) + sum(keep * _KEPT[name] * loss for name, loss in held.items())).backward()
        other = {}
        if step % 4 == 0:
            other = _losses(_Words(model), next(trees if step % 8 else names), number, "cpu")
            sum((0.5 if name in _LIGHT else 1.0) * loss for name, loss in other.items()).backward()
        for name, loss in (parted | held | other).items():
            total.setdefault(name, []).append(float(loss.detach()))
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        average.update_parameters(model)
        if step % 25 == 0:
            line = {name: round(sum(values) / len(values), 3) for name, values in total.items()}
            _log(output, {"step": step, "seconds": round(time.time() - began)} | line)
            total = {}
        if step % save_every == 0 or last:
            state = {"step": step, "seconds": time.time() - began} | {
                name: part.state_dict() for name, part in parts.items()
            }
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
        if step % length == 0 or last:
            _log(output, {"step": step} | figures([*scored(average.module, kept), *rest]))
            average.module.train()
        if step % (3 * length) == 0 or last:
            _log(output, {"step": step} | _scores(average.module.contextual, dev, number, labels, "cpu"))
        if last:
            return checkpoint
    raise AssertionError("the feed does not end")


class _Words:
    """The contextual model for `_losses`, its words computed as for the reader."""

    def __init__(self, model: Joint) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model.contextual, name)

    def words(self, pieces: Tensor, *rest: Tensor) -> Tensor:
        return self._model.words_of(pieces, *rest)


def _groups(model: Joint, rate: float) -> list[dict]:
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    return [
        {"params": [p for n, p in named if n.startswith("contextual.encoder.")], "lr": rate},
        {
            "params": [
                p for n, p in named if n.startswith("contextual.") and not n.startswith("contextual.encoder.")
            ],
            "lr": 3 * rate,
        },
        {"params": [p for n, p in named if n.startswith("reader.")], "lr": 10 * rate},
    ]


def _log(output: Path, line: dict) -> None:
    with (output / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    print(json.dumps(line), flush=True)
