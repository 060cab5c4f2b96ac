"""A wider reader, too slow to ship, whose probabilities the shipped one learns besides the annotation.

MPNet (Song et al. 2020, arXiv:2004.09297) has the word pieces of the bundled encoder under other numbers, so
that it reads the same windows. What a large model makes of a sentence tells a small one more than the one
class annotated (Hinton et al. 2015, arXiv:1503.02531).
"""

from __future__ import annotations

import json
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import AutoModel

from graphbuild.extract.models.contextual.windows import Window
from graphbuild.extract.models.contextual.words import GAPS, SHAPES
from training.contextual.train import _tensors
from training.reader.classes import ACTS, AFFILIATIONS, STATUSES
from training.reader.data import Batch, Told, batches, endless, items, names_of, renamed, tensors
from training.reader.figures import figures
from training.reader.joint import losses, noised, scored
from training.reader.model import INPUTS, Reader
from training.reader.train import NEWS, corpus, learned_from

__all__ = ["Teacher", "taught", "told"]

_SHIFT = 4  # MPNet's number of a piece less BERT's
_CLS, _SEP = 101, 102
_RENAMED = 0.25
_WEIGHTS = {"act": 1.0, "sign": 0.5, "tie": 1.0, "status": 0.5, "speaker": 0.5}


class Teacher(nn.Module):
    """MPNet, told the case of words, and a wide reader; the lowest layers stay as they are."""

    def __init__(self, folder: Path, index: dict[str, dict[str, int]], frozen: int = 2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.shape_in, self.gap_in = nn.Embedding(SHAPES, width), nn.Embedding(GAPS, width)
        nn.init.zeros_(self.shape_in.weight)
        nn.init.zeros_(self.gap_in.weight)
        self.shape_out, self.gap_out = nn.Embedding(SHAPES, 24), nn.Embedding(GAPS, 8)
        self.reader = Reader(
            index, len(ACTS), len(AFFILIATIONS), len(STATUSES), width=width + 32, hidden=256, path=128
        )
        self.encoder.embeddings.requires_grad_(False)
        for layer in self.encoder.encoder.layer:
            layer.attention.attn.dropout.p = 0.0
        for layer in self.encoder.encoder.layer[:frozen]:
            layer.requires_grad_(False)

    def forward(self, batch: Batch, rules: bool = True) -> tuple[Tensor, ...]:
        """The reader's outputs for a batch."""
        words = self.words(batch.windows).flatten(0, 1)
        words = torch.cat([words, torch.zeros_like(words[:1])])
        return self.reader(words, *(batch.inputs[name] for name in INPUTS[1:]))

    def words(self, windows: Sequence[Window]) -> Tensor:
        """Vectors of the words of windows."""
        pieces, mask, shapes, gaps, first = _tensors(list(windows), "cpu")
        ids = torch.where(pieces == _CLS, 0, torch.where(pieces == _SEP, 2, pieces + _SHIFT))
        ids = torch.where(mask > 0, ids, 1)
        table = self.encoder.embeddings
        at = torch.arange(ids.shape[1]) + table.padding_idx + 1
        embedded = table.word_embeddings(ids) + table.position_embeddings(at)
        hidden = table.LayerNorm(embedded + self.shape_in(shapes) + self.gap_in(gaps))
        if self.training:
            hidden = hidden * (torch.rand(hidden.shape[:2])[:, :, None] > 0.05)
        barred = (1.0 - mask[:, None, None, :].float()) * -1e4
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.encoder.encoder(hidden, attention_mask=barred)[0]
        hidden = hidden.float()
        seen = self.shape_out(shapes.gather(1, first)), self.gap_out(gaps.gather(1, first))
        return torch.cat([hidden.gather(1, first[:, :, None].expand(-1, -1, hidden.shape[-1])), *seen], -1)


def taught(
    extracted: Path,
    names: Sequence[str],
    folder: Path,
    index: dict[str, dict[str, int]],
    output: Path,
    minutes: float,
    words: int = 1500,
    rate: float = 5e-5,
    seed: int = 0,
    save_every: int = 50,
) -> Path:
    """Train a teacher for so many minutes, or go on from `output/teacher.pt` where there is one.

    The articles held out are not learned from. The rates fall to nothing over the minutes.
    """
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    output.mkdir(parents=True, exist_ok=True)
    learned = learned_from(extracted, index, names)
    kept, rest = corpus(extracted / f"{NEWS}.pkl", index, kept=True)
    pool, model = names_of(learned), Teacher(folder, index)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.99), use_buffers=True)
    encoder = [p for n, p in model.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    others = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    rates = (rate, 20 * rate)
    groups = [{"params": p, "lr": r} for p, r in zip((encoder, others), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    checkpoint, step, spent = output / "teacher.pt", 0, 0.0
    parts = {"model": model, "average": average, "optimizer": optimizer}
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        step, spent = state["step"], state["seconds"]
    began, chance, total = time.time() - spent, random.Random(seed + step), {}
    length = len(batches(learned, words, random.Random(0)))
    print(len(learned), "items,", length, "steps an epoch", flush=True)
    model.train()
    for chosen in endless(learned, words, seed, step):
        step += 1
        left = 1 - (time.time() - began) / (60 * minutes)
        last = left <= 0
        for group, full in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = full * min(step / 100, max(0.0, left))
        optimizer.zero_grad()
        chosen = [renamed(item, pool, chance) if chance.random() < _RENAMED else item for item in chosen]
        batch = noised(tensors(chosen), chance)
        made = losses(model(batch), batch, 0.05)
        sum(_WEIGHTS[name] * loss for name, loss in made.items()).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        average.update_parameters(model)
        for name, loss in made.items():
            total.setdefault(name, []).append(float(loss.detach()))
        if step % 25 == 0:
            means = {name: round(sum(values) / len(values), 3) for name, values in total.items()}
            print(json.dumps({"step": step, "seconds": round(time.time() - began)} | means), flush=True)
            total = {}
        if step % save_every == 0 or last:
            state = {name: part.state_dict() for name, part in parts.items()}
            torch.save(state | {"step": step, "seconds": time.time() - began}, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
        if step % length == 0 or last:
            print(json.dumps(figures([*scored(average.module, kept), *rest])), flush=True)
            average.module.train()
        if last:
            return checkpoint
    raise AssertionError("the feed does not end")


def told(
    extracted: Path, names: Sequence[str], folder: Path, index: dict[str, dict[str, int]], checkpoint: Path
) -> Told:
    """What a teacher says of the sentences that are learned from."""
    model = Teacher(folder, index)
    state = torch.load(checkpoint, weights_only=True)["average"]
    model.load_state_dict(
        {name.removeprefix("module."): value for name, value in state.items() if name.startswith("module.")}
    )
    out: Told = {}
    for name in names:
        for text in pickle.loads((extracted / f"{name}.pkl").read_bytes()):
            for one in scored(model.eval(), list(items(text, index))):
                key = text.doc_id, one.sentence.found[0].start
                out[key] = one.acts.astype(np.float16), one.affiliations.astype(np.float16)
    return out
