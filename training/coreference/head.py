"""The network that `graphbuild.extract.coreference.scorer` runs, and its training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from graphbuild.extract.coreference.scorer import KINDS, PAIRED, SLOTS
from training.coreference.questions import Question

__all__ = ["Head", "shares", "trained", "weights"]

_WIDTH, _HIDDEN, _KIND, _NONE = 32, 64, 8, 16
_DROP, _DROP_WORDS = 0.5, 0.3
_RATE, _DECAY, _BATCH = 2e-3, 0.02, 64


class Head(nn.Module):
    """Scores of the candidates of some questions, and of "none of these"; in training with dropout.

    Parameters
    ----------
    size : int
        Of the encoder's vectors.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self.phrase, self.words = nn.Linear(size, _WIDTH), nn.Linear(size, _WIDTH)
        self.kinds = nn.Embedding(len(KINDS), _KIND)
        self.plain = nn.Parameter(torch.zeros(len(KINDS), len(PAIRED)))
        self.hidden = nn.Linear(_WIDTH * (SLOTS + 3) + len(PAIRED) + _KIND, _HIDDEN)
        self.score = nn.Linear(_HIDDEN, 1, bias=False)
        self.none = nn.Linear(_WIDTH + _KIND, _NONE)
        self.none_score = nn.Linear(_NONE, 1, bias=False)
        self.drop, self.drop_words = nn.Dropout(_DROP), nn.Dropout(_DROP_WORDS)
        for last in (self.score, self.none_score):
            nn.init.zeros_(last.weight)

    def forward(
        self, kind: Tensor, phrase: Tensor, words: Tensor, pairs: Tensor, of: Tensor
    ) -> tuple[Tensor, Tensor]:
        """``of`` says which question each candidate belongs to."""
        phrase = torch.tanh(self.phrase(self.drop_words(phrase)))
        words = torch.tanh(self.words(self.drop_words(words)))
        each, kinds = phrase[of], self.kinds(kind)
        seen = [each, words.flatten(1), each * words[:, 1], each * words[:, 3]]
        table = torch.cat([self.drop(torch.cat(seen, 1)), pairs, kinds[of]], 1)
        hidden = self.drop(torch.relu(self.hidden(table)))
        scores = self.score(hidden).squeeze(1) + (pairs * self.plain[kind[of]]).sum(1)
        alone = torch.relu(self.none(torch.cat([self.drop(phrase), kinds], 1)))
        return scores, self.none_score(self.drop(alone)).squeeze(1)


def trained(asked: Sequence[Question], epochs: int, seed: int) -> Head:
    """A head that makes the annotators' answers likeliest, "none of these" among them.

    Parameters
    ----------
    asked : sequence of Question
    epochs : int
        Passes over the questions.
    seed : int

    Returns
    -------
    Head
    """
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    head = Head(len(asked[0].asked.phrase))
    decayed = [p for name, p in head.named_parameters() if name != "plain"]
    groups = [{"params": decayed, "weight_decay": _DECAY}, {"params": [head.plain], "lr": 5 * _RATE}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE)
    steps = epochs * -(-len(asked) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [_RATE, 5 * _RATE], total_steps=steps)
    for _ in range(epochs):
        mixed = order.permutation(len(asked))
        for begin in range(0, len(asked), _BATCH):
            batch = [asked[k] for k in mixed[begin : begin + _BATCH]]
            optimizer.zero_grad()
            _loss(head, batch).backward()
            optimizer.step()
            schedule.step()
    return head.eval()


def shares(head: Head, asked: Sequence[Question]) -> list[np.ndarray]:
    """The probabilities of the candidates of each question; what is left is that of none."""
    found = []
    with torch.no_grad():
        for begin in range(0, len(asked), 512):
            batch = asked[begin : begin + 512]
            scores, none = head(*_tensors(batch))
            cuts = np.cumsum([len(q.right) for q in batch])[:-1]
            for one, rest in zip(np.split(scores.numpy(), cuts), none.numpy(), strict=True):
                powers = np.exp(np.append(one, rest) - max(one.max(), rest))
                found.append((powers / powers.sum())[:-1])
    return found


def weights(head: Head, least: Sequence[float]) -> dict[str, np.ndarray]:
    """The arrays that `Scorer` reads, with the least probability of a link for each kind."""
    linear = {"phrase": head.phrase, "words": head.words, "hidden": head.hidden, "none": head.none}
    table = {name: one.weight.T for name, one in linear.items()}
    table |= {f"{name} bias": one.bias for name, one in linear.items()}
    table |= {"score": head.score.weight[0], "none score": head.none_score.weight[0]}
    table |= {"kinds": head.kinds.weight, "plain": head.plain}
    made = {name: one.detach().numpy().astype(np.float16) for name, one in sorted(table.items())}
    return made | {"least": np.array(least, np.float32)}


def _loss(head: Head, batch: Sequence[Question]) -> Tensor:
    tensors = _tensors(batch)
    scores, none = head(*tensors)
    of, size = tensors[-1], len(batch)
    right = torch.tensor(np.concatenate([q.right for q in batch]))
    answered = torch.tensor([bool(q.right.any()) for q in batch])
    most = none.detach().scatter_reduce(0, of, scores.detach(), "amax")
    powers, rest = torch.exp(scores - most[of]), torch.exp(none - most)
    empty = torch.zeros(size)
    every = empty.scatter_add(0, of, powers) + rest
    good = torch.where(answered, empty.scatter_add(0, of, powers * right), rest)
    return (torch.log(every) - torch.log(good + 1e-9)).mean()


def _tensors(batch: Sequence[Question]) -> tuple[Tensor, ...]:
    told = [q.asked for q in batch]
    of = np.repeat(np.arange(len(told)), [len(one.pairs) for one in told])
    return (
        torch.tensor([one.kind for one in told]),
        torch.tensor(np.stack([one.phrase for one in told])),
        torch.tensor(np.concatenate([one.words for one in told])),
        torch.tensor(np.concatenate([one.pairs for one in told])),
        torch.tensor(of),
    )
