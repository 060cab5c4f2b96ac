"""Fit the dependency heads anew to an encoder that has moved a little; nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.contextual.data import windows
from training.contextual.model import Contextual
from training.contextual.train import _endless, _losses

__all__ = ["refit"]

_WORDS = 900


def refit(
    model: Contextual,
    labels: dict[str, list[str]],
    trees: Path,
    encoder: Path,
    steps: int = 250,
    rate: float = 3e-4,
) -> None:
    """Train the heads of arcs and their labels, the encoder as it is; they become their moving average.

    Parameters
    ----------
    model
        Changed in place.
    labels
        Its labels.
    trees
        `train.spacy`.
    encoder
        Folder with `tokenizer.json`.
    steps, rate
        Of the schedule.
    """
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    number = {kind: {label: i for i, label in enumerate(values)} for kind, values in labels.items()}
    heads = [p for n, p in model.named_parameters() if n.startswith(("arc", "relation")) or n == "root"]
    optimizer = torch.optim.AdamW(heads, lr=rate, weight_decay=0.01)
    average = [head.detach().clone() for head in heads]
    feed = _endless([w for w in windows(trees, tokenizer) if w.heads], _WORDS, 5, 0)
    with _only(model, heads):
        for step in range(1, steps + 1):
            for group in optimizer.param_groups:
                group["lr"] = rate * min(step / 20, 1 - step / (steps + 1))
            losses = _losses(model, next(feed), number, "cpu")
            optimizer.zero_grad()
            (losses["arc"] + losses["relation"]).backward()
            optimizer.step()
            for mean, head in zip(average, heads, strict=True):
                mean.lerp_(head.detach(), 0.02)
    with torch.no_grad():
        for mean, head in zip(average, heads, strict=True):
            head.copy_(mean)


@contextmanager
def _only(model: Contextual, heads: list[torch.nn.Parameter]) -> Iterator[None]:
    """Gradients for some parameters alone; only their layers drop out."""
    learning = [p.requires_grad for p in model.parameters()]
    model.requires_grad_(False).eval()
    for head in heads:
        head.requires_grad_(True)
    for layer in (model.arc_head, model.arc_dep, model.relation_head, model.relation_dep):
        layer.train()
    yield
    for parameter, learns in zip(model.parameters(), learning, strict=True):
        parameter.requires_grad_(learns)
    model.eval()
