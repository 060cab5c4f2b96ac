"""Train a slim reader on the vectors of the finished encoder, with wider ones as teachers.

The encoder is exported first, so what the reader learns from are the int8 vectors that it meets in use. Wide
heads cost as much as a sixth of the parse; a slim one learns nearly as much from their probabilities.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from graphbuild.extract.score.pairs import Rows, columns, rows
from training.reader.data import MOST, Batch, Labels, labels_of, stacked
from training.reader.extracted import Sentence, Text
from training.reader.figures import Scored
from training.reader.joint import losses, noised, speaker_scores
from training.reader.model import INPUTS, Reader

__all__ = ["Example", "examples", "fit", "heads_scored", "soft"]

_WEIGHTS = {"act": 1.0, "sign": 0.5, "tie": 1.0, "status": 0.5, "speaker": 0.5}
_PER_BATCH = 80


class Example(NamedTuple):
    """A sentence with two mentions or more, its rows and labels."""

    sentence: Sentence
    rows: Rows
    labels: Labels


def examples(texts: Sequence[Text], index: dict[str, dict[str, int]]) -> tuple[list[Example], list[Scored]]:
    """Sentences to learn from or to score, and those with fewer than two mentions, scored as empty."""
    made, rest = [], []
    empty = np.zeros((0, 1))
    for sentence in (s for text in texts for s in text.sentences):
        found = sentence.found[:MOST]
        if len(found) < 2:
            rest.append(Scored(sentence, [], empty, empty, empty, empty))
            continue
        kept = [p for p in sentence.proposals if max(p.source, p.target) < len(found)]
        made.append(
            Example(sentence, rows(sentence.parse, found, kept, index), labels_of(sentence, len(found)))
        )
    return made, rest


def _cut(made: Sequence[Example], size: int) -> Iterator[list[Example]]:
    for at in range(0, len(made), size):
        yield list(made[at : at + size])


def _batch(group: Sequence[Example]) -> Batch:
    starts, size, vectors = [], 0, []
    for one in group:
        first, last = _reach(one)
        starts.append(size - first)
        vectors.append(one.sentence.parse.vectors[first:last])
        size += last - first
    inputs = columns([one.rows for one in group], starts, size)
    table = np.concatenate([*vectors, np.zeros_like(vectors[0][:1])]).astype(np.float32)
    sizes = [(len(one.rows.tokens), len(one.rows.pairs)) for one in group]
    tensors = {name: torch.from_numpy(value) for name, value in (inputs | {"words": table}).items()}
    return Batch([], tensors, stacked([one.labels for one in group]), sizes)


def _reach(one: Example) -> tuple[int, int]:
    """The tokens of a sentence that its rows speak of."""
    used = [t for row in one.rows.tokens for t in row] + [t for way in one.rows.path for t in way if t >= 0]
    return min(used), max(used) + 1


def _out(model: Reader, batch: Batch) -> tuple[Tensor, ...]:
    return model(*(batch.inputs[name] for name in INPUTS))


def soft(teachers: Sequence[Reader], made: Sequence[Example]) -> dict[int, list[np.ndarray]]:
    """The mean probabilities of acts, affiliations and statuses by several readers, for each example."""
    known: dict[int, list[np.ndarray]] = {}
    with torch.no_grad():
        for group in _cut(made, 100):
            batch = _batch(group)
            outs = [[o.softmax(-1) for o in _out(t.eval(), batch)[:3]] for t in teachers]
            means = [
                torch.stack(parts).mean(0).numpy().astype(np.float16) for parts in zip(*outs, strict=True)
            ]
            at = 0
            for one in group:
                after = at + len(one.rows.pairs)
                known[id(one)] = [mean[at:after] for mean in means]
                at = after
    return known


def fit(
    model: Reader,
    made: Sequence[Example],
    epochs: int = 12,
    rate: float = 1.5e-3,
    seed: int = 0,
    taught: dict[int, list[np.ndarray]] | None = None,
    trust: float = 0.6,
    smooth: float = 0.0,
) -> Reader:
    """The moving average of a reader trained on examples; `trust` is the share of the teachers' say."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    steps = epochs * (1 + len(made) // _PER_BATCH)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.02, fused=True)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.995))
    began = time.time()
    for step, group in enumerate(_groups(made, epochs, chance), 1):
        for part in optimizer.param_groups:
            part["lr"] = rate * min(step / 50, max(0.01, 1 - step / steps))
        model.train()
        batch = _batch(group)
        wanted = batch.labels
        told = [taught[id(one)] for one in group] if taught else []
        batch = noised(batch, chance)
        out = _out(model, batch)
        parted = losses(out, batch, smooth)
        loss = sum(_WEIGHTS[name] * value for name, value in parted.items())
        if told:
            found = 4.0 + float((wanted["acts"][:, 0] < 1).sum() + (wanted["affiliations"][:, 0] < 1).sum())
            learned = sum(
                weight
                * -(
                    torch.from_numpy(np.concatenate([t[k] for t in told])).float() * out[k].log_softmax(-1)
                ).sum()
                for k, weight in ((0, 1.5), (1, 1.0))
            )
            loss = (
                (1 - trust) * loss
                + trust * learned / found
                + trust * sum(_WEIGHTS[name] * parted[name] for name in ("status", "speaker"))
            )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        average.update_parameters(model)
        if step % 100 == 0:
            line = {name: round(float(value.detach()), 3) for name, value in parted.items()}
            print(step, "of", steps, round(time.time() - began), "s", line, flush=True)
    return average.module.eval()


def _groups(made: Sequence[Example], epochs: int, chance: random.Random) -> Iterator[list[Example]]:
    for _ in range(epochs):
        order = list(made)
        chance.shuffle(order)
        yield from _cut(order, _PER_BATCH)


@torch.no_grad()
def heads_scored(models: Sequence[Reader], made: Sequence[Example]) -> list[Scored]:
    """Probabilities (the mean over several readers) for each example."""
    scored = []
    for group in _cut(made, 100):
        batch = _batch(group)
        outs = [_out(model.eval(), batch) for model in models]
        acts, ties, status = (torch.stack([o[k].softmax(-1) for o in outs]).mean(0).numpy() for k in range(3))
        speaker = speaker_scores(outs[0], batch, torch.arange(len(acts))).argmax(1).numpy() - 1
        at = 0
        for one in group:
            part = slice(at, at := at + len(one.rows.pairs))
            who = np.where(speaker[part] < 0, len(one.sentence.found), speaker[part])
            scored.append(Scored(one.sentence, one.rows.pairs, acts[part], ties[part], status[part], who))
    return scored
