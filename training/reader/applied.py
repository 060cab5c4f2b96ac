"""The reader on the vectors that it meets in use: those of the encoder in int8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch

from graphbuild.extract.score.pairs import Rows, columns, rows
from training.reader.data import MOST, Batch, Labels, labels_of, stacked
from training.reader.extracted import Sentence, Text
from training.reader.figures import Scored
from training.reader.joint import speaker_scores
from training.reader.model import INPUTS, Reader

__all__ = ["Example", "applied", "examples"]


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
    used = [t for part in (one.rows.tokens, one.rows.chains) for row in part for t in row]
    return min(used), max(used) + 1


@torch.no_grad()
def applied(model: Reader, made: Sequence[Example]) -> list[Scored]:
    """Probabilities for each example."""
    scored = []
    model = model.eval()
    for group in _cut(made, 100):
        batch = _batch(group)
        out = model(*(batch.inputs[name] for name in INPUTS))
        acts, ties, status = (scores.softmax(-1).numpy() for scores in out[:3])
        speaker = speaker_scores(out, batch, torch.arange(len(acts))).argmax(1).numpy() - 1
        at = 0
        for one in group:
            part = slice(at, at := at + len(one.rows.pairs))
            who = np.where(speaker[part] < 0, len(one.sentence.found), speaker[part])
            scored.append(Scored(one.sentence, one.rows.pairs, acts[part], ties[part], status[part], who))
    return scored
