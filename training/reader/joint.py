"""The contextual model and the reader as one, their losses, and what the reader scores."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, kl_div

from graphbuild.extract.models.contextual.windows import Window
from graphbuild.extract.score.pairs import MENTION
from training.contextual.model import Contextual
from training.contextual.train import _arc_scores, _relation_scores, _tensors
from training.reader.classes import ACTS, SIGNS
from training.reader.data import Batch, Item, batches, tensors
from training.reader.figures import Scored
from training.reader.model import INPUTS, Reader

__all__ = ["Joint", "kept_losses", "losses", "noised", "scored", "speaker_scores"]

_NAMELESS = torch.tensor([name not in ("label", "type", "role") for name in MENTION])
_GROUPS = [[0], *([n for n, c in enumerate(ACTS) if n and SIGNS[c] == s] for s in (-1, 0, 1))]


class Joint(nn.Module):
    """A `Contextual` model and a `Reader` on top of its words.

    The lowest layers of the encoder stay as they are and are computed without dropout.
    """

    def __init__(self, contextual: Contextual, reader: Reader, frozen: int = 2) -> None:
        super().__init__()
        self.contextual, self.reader, self.frozen = contextual, reader, frozen
        for part in (contextual.encoder.embeddings, *contextual.encoder.encoder.layer[:frozen]):
            part.requires_grad_(False)
        contextual.shape_in.requires_grad_(False)
        contextual.gap_in.requires_grad_(False)

    def forward(self, batch: Batch, rules: bool = True) -> tuple[Tensor, ...]:
        """The reader's outputs for a batch."""
        return self.read(self.words(batch.windows), batch, rules)

    def read(self, words: Tensor, batch: Batch, rules: bool = True) -> tuple[Tensor, ...]:
        """The same from the vectors of the words of its windows."""
        words = words.flatten(0, 1)
        words = torch.cat([words, torch.zeros_like(words[:1])])
        inputs = (
            batch.inputs if rules else batch.inputs | {"proposed": torch.zeros_like(batch.inputs["proposed"])}
        )
        return self.reader(words, *(inputs[name] for name in INPUTS[1:]))

    def words(self, windows: Sequence[Window]) -> Tensor:
        """Vectors of the words of windows; in training a word in twenty is not seen by the upper layers."""
        return self.words_of(*_tensors(windows, "cpu"), unseen=0.05)

    def words_of(
        self, pieces: Tensor, mask: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor, unseen: float = 0.0
    ) -> Tensor:
        """What `Contextual.words` gives: windows x words x width."""
        hidden, barred = self._below(pieces, mask, shapes, gaps)
        if self.training and unseen:
            hidden = hidden * (torch.rand(hidden.shape[:2])[:, :, None] > unseen)
        return self._above(self.contextual, hidden, barred, shapes, gaps, first)

    def words_beside(
        self, windows: Sequence[Window], before: Contextual, unseen: float = 0.05
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Vectors of words, those of `before` (a model with the same lower layers), which words were seen."""
        pieces, mask, shapes, gaps, first = _tensors(windows, "cpu")
        hidden, barred = self._below(pieces, mask, shapes, gaps)
        keep = torch.rand(hidden.shape[:2]) > unseen
        words = self._above(self.contextual, hidden * keep[:, :, None], barred, shapes, gaps, first)
        with torch.no_grad():
            old = self._above(before.eval(), hidden, barred, shapes, gaps, first)
        real = torch.arange(first.shape[1]) < torch.tensor([[len(w.pieces)] for w in windows])
        return words, old, keep.gather(1, first) & real

    def _above(
        self, model: Contextual, hidden: Tensor, barred: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor
    ) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for layer in model.encoder.encoder.layer[self.frozen :]:
                hidden = layer(hidden, attention_mask=barred)
        hidden = hidden.float()
        at = first[:, :, None].expand(-1, -1, hidden.shape[-1])
        seen = model.shape_out(shapes.gather(1, first)), model.gap_out(gaps.gather(1, first))
        return torch.cat([hidden.gather(1, at), *seen], -1)

    @torch.no_grad()
    def _below(self, pieces: Tensor, mask: Tensor, shapes: Tensor, gaps: Tensor) -> tuple[Tensor, Tensor]:
        """What the frozen layers make of windows, and the mask of attention."""
        model = self.contextual
        barred = (1.0 - mask[:, None, None, :].float()) * -1e4
        table = model.encoder.embeddings
        embedded = table.word_embeddings(pieces) + table.position_embeddings(torch.arange(pieces.shape[1]))
        embedded = (
            embedded + table.token_type_embeddings.weight[0] + model.shape_in(shapes) + model.gap_in(gaps)
        )
        hidden = table.LayerNorm(embedded)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for layer in model.encoder.encoder.layer[: self.frozen]:
                layer.eval()
                hidden = layer(hidden, attention_mask=barred)
        return hidden, barred


def kept_losses(
    model: Contextual, before: Contextual, words: Tensor, old: Tensor, seen: Tensor
) -> dict[str, Tensor]:
    """How far the answers of the encoder's other heads have moved from those of the model before training.

    Kullback-Leibler divergences by word. The annotated trees and names are learned by heart already, and hold
    the encoder too little; its own answers on news do (Li and Hoiem 2016, arXiv:1606.09282).
    """
    parted = {}
    with torch.no_grad():
        wanted = {kind: getattr(before, kind)(old) for kind in ("names", "tags", "morphs", "starts")}
        sentences = (wanted["starts"].argmax(-1) == 1).cumsum(1).masked_fill(~seen, -1)
        arcs, *old_ends = _arc_scores(before, old, sentences)
        heads = arcs.argmax(-1)[seen]
        old_ends = [part[seen] for part in old_ends[:1]] + [old_ends[1][seen.nonzero()[:, 0], heads]]
        wanted["relation"] = _relation_scores(before, *old_ends)
    for kind in ("names", "tags", "morphs", "starts"):
        parted[kind] = _apart(getattr(model, kind)(words)[seen], wanted[kind][seen])
    new, dependents, ends = _arc_scores(model, words, sentences)
    parted["arc"] = _apart(new[seen], arcs[seen])
    labels = _relation_scores(model, dependents[seen], ends[seen.nonzero()[:, 0], heads])
    parted["relation"] = _apart(labels, wanted["relation"])
    return {f"kept {name}": loss for name, loss in parted.items()}


def _apart(new: Tensor, old: Tensor) -> Tensor:
    return kl_div(new.log_softmax(-1), old.log_softmax(-1), reduction="batchmean", log_target=True)


def losses(out: Sequence[Tensor], batch: Batch, smooth: float = 0.0) -> dict[str, Tensor]:
    """Cross entropies of act, sign, affiliation, status and speaker, each by the relations in the batch."""
    acts, ties, status, *_ = out
    gold = batch.labels
    found = 4.0 + float(sum((1 - gold[kind][:, 0]).sum() for kind in ("acts", "affiliations")))
    logs = acts.log_softmax(-1)
    signs = torch.stack([logs[:, group].logsumexp(-1) for group in _GROUPS], -1)
    sign_gold = torch.stack([gold["acts"][:, group].sum(-1) for group in _GROUPS], -1)
    wanted = gold["acts"]
    if smooth:
        inside = wanted[:, 1:].sum(-1, keepdim=True)
        even = torch.zeros_like(wanted)
        for group in _GROUPS[1:]:
            even[:, group] = wanted[:, group].sum(-1, keepdim=True) / len(group)
        wanted = torch.where(inside > 0, (1 - smooth) * wanted + smooth * even, wanted)
    known = gold["known"]
    return {
        "act": -((wanted * logs).sum(-1) * known[:, 0]).sum() / found,
        "sign": -((sign_gold * signs).sum(-1) * known[:, 2]).sum() / found,
        "tie": -((gold["affiliations"] * ties.log_softmax(-1)).sum(-1) * known[:, 1]).sum() / found,
        "status": cross_entropy(status, gold["status"], ignore_index=-1, reduction="sum") / found,
        "speaker": _speaker_loss(out, batch) / found,
    }


def _speaker_loss(out: Sequence[Tensor], batch: Batch) -> Tensor:
    rows = (batch.labels["speaker"] >= 0).nonzero().squeeze(1)
    if not len(rows):
        return out[0].sum() * 0
    scores = speaker_scores(out, batch, rows)
    return cross_entropy(scores, _columns(batch, rows), reduction="sum")


def _columns(batch: Batch, rows: Tensor) -> Tensor:
    """The column of `speaker_scores` of the annotated speaker: 0 for the writer."""
    sizes = torch.tensor([m for m, p in batch.sizes for _ in range(p)])[rows]
    gold = batch.labels["speaker"][rows]
    return torch.where(gold == sizes, 0, gold + 1)


def speaker_scores(out: Sequence[Tensor], batch: Batch, rows: Tensor) -> Tensor:
    """For some pairs the scores of the writer and of each mention of their sentence as the speaker."""
    *_, asks, answers, shares = out
    first = np.repeat(np.cumsum([0] + [m for m, _ in batch.sizes])[:-1], [p for _, p in batch.sizes])
    size = np.repeat([m for m, _ in batch.sizes], [p for _, p in batch.sizes])
    first, size = torch.from_numpy(first)[rows], torch.from_numpy(size)[rows]
    reach = torch.arange(int(size.max()))
    at = torch.minimum(first[:, None] + reach, torch.tensor(len(answers) - 1))
    scores = (asks[rows][:, None] * answers[at]).sum(-1) / 8.0
    ends = batch.inputs["pairs"][rows]
    scores = scores + (at == ends[:, :1]) * shares[rows, 1:2] + (at == ends[:, 1:]) * shares[rows, 2:]
    scores = scores.masked_fill(reach >= size[:, None], -1e4)
    return torch.cat([shares[rows, :1], scores], 1)


@torch.no_grad()
def scored(model: Joint, items: Sequence[Item], rules: bool = True) -> list[Scored]:
    """The reader's probabilities for each annotated sentence with mentions."""
    model.eval()
    out = []
    for group in batches(items, 3000, random.Random(0)):
        batch = tensors(group)
        made = model(batch, rules)
        acts, ties, status = (part.softmax(-1).numpy() for part in made[:3])
        speaker = speaker_scores(made, batch, torch.arange(len(acts))).argmax(1).numpy() - 1
        out += _parted(group, batch, (acts, ties, status, speaker))
    return out


def _parted(group: Sequence[Item], batch: Batch, columns: Iterable[np.ndarray]) -> Iterator[Scored]:
    at = 0
    acts, ties, status, speaker = columns
    sentences = [(sentence, made) for item in group for sentence, made, _ in item.sentences]
    for (sentence, made), (_, pairs) in zip(sentences, batch.sizes, strict=True):
        part = slice(at, at + pairs)
        at += pairs
        who = np.where(speaker[part] < 0, len(sentence.found), speaker[part])
        yield Scored(sentence, made.pairs, acts[part], ties[part], status[part], who)


def noised(batch: Batch, chance: random.Random) -> Batch:
    """In one sentence of seven nothing is proposed; elsewhere one number of ten is left out.

    Of one mention in seven neither label, type nor role is told.
    """
    proposed = batch.inputs["proposed"]
    keep = torch.tensor([chance.random() > 0.15 for _ in batch.sizes]).repeat_interleave(
        torch.tensor([pairs for _, pairs in batch.sizes])
    )
    noise = (torch.rand(proposed.shape) > 0.1) & keep[:, None]
    mentions = batch.inputs["mentions"]
    dull = torch.rand(len(mentions), 1) > 0.15
    return Batch(
        batch.windows,
        batch.inputs | {"proposed": proposed * noise, "mentions": torch.where(_NAMELESS | dull, mentions, 0)},
        batch.labels,
        batch.sizes,
    )
