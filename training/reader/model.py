"""The reader: from the vectors of words and rows of features to scores for each ordered pair of mentions."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from graphbuild.extract.score.pairs import MENTION, PAIR

__all__ = ["INPUTS", "OUTPUTS", "Reader"]

INPUTS = ("words", "tokens", "mentions", "pairs", "relative", "path", "labels", "proposed", "beside")
OUTPUTS = ("acts", "affiliations", "status", "asks", "answers", "shares")
_DISTANCES, _LENGTHS, _NESTINGS = 26, 12, 3


class Reader(nn.Module):
    """Scores of pairs, the first layer factorised: each mention is projected once, as source and as target.

    Parameters
    ----------
    index
        Feature to value to number, as in `reader.json`.
    acts, affiliations, statuses
        Number of classes, "none" included for the first two.
    width
        Width of a word's vector.
    hidden, path, product
        Widths of a pair, of its way through the tree, and of the product of its ends.
    heads
        Ways of weighing the words on the way.
    drop
        Share of inputs dropped out.
    exchange
        Whether a pair hears of the pairs with the same source or target.
    """

    def __init__(
        self,
        index: dict[str, dict[str, int]],
        acts: int,
        affiliations: int,
        statuses: int,
        width: int = 416,
        hidden: int = 256,
        path: int = 128,
        heads: int = 4,
        product: int = 64,
        drop: float = 0.2,
        exchange: bool = True,
    ) -> None:
        super().__init__()
        self.heads, self.exchange = heads, exchange
        self.kinds = nn.ModuleList(nn.Embedding(len(index[name]) + 1, 16) for name in MENTION)
        self.places = nn.ModuleList(nn.Embedding(n, 32) for n in (_DISTANCES, _LENGTHS, _NESTINGS))
        self.drop = nn.Dropout(drop)
        mention = 4 * width + 16 * len(MENTION)
        self.source, self.target = nn.Linear(mention, hidden), nn.Linear(mention, hidden)
        self.one, self.other = nn.Linear(mention, product), nn.Linear(mention, product)
        self.word, self.step = nn.Linear(width, path), nn.Embedding(len(index["step"]) + 1, path)
        self.from_source, self.from_target = nn.Linear(mention, path), nn.Linear(mention, path)
        self.weigh = nn.Linear(path, heads)
        self.proposed = nn.Embedding(len(index["proposed"]) + 1, 64, padding_idx=0)
        self.pair = nn.Linear(2 * path + product + 32 * len(PAIR) + 64, hidden)
        self.second = nn.Linear(hidden, hidden)
        if exchange:
            self.beside = nn.Linear(3 * hidden, hidden)
        self.acts, self.affiliations = nn.Linear(hidden, acts), nn.Linear(hidden, affiliations)
        self.status = nn.Linear(hidden, statuses)
        self.asks, self.answers, self.shares = (
            nn.Linear(hidden, 64),
            nn.Linear(mention, 64),
            nn.Linear(hidden, 3),
        )
        for layer in (*self.kinds, *self.places, self.step, self.proposed):
            nn.init.normal_(layer.weight, std=0.1)
        with torch.no_grad():
            self.proposed.weight[0] = 0
            self.acts.bias[0] = self.affiliations.bias[0] = 4.0  # most pairs are not related

    def forward(
        self,
        words: Tensor,
        tokens: Tensor,
        mentions: Tensor,
        pairs: Tensor,
        relative: Tensor,
        path: Tensor,
        labels: Tensor,
        proposed: Tensor,
        beside: Tensor,
    ) -> tuple[Tensor, ...]:
        """Scores of the classes of acts and affiliations and of the statuses; what speakers are found by.

        Parameters
        ----------
        words
            words + 1 x width; the last row stands for no word.
        tokens, mentions
            mentions x 4 and mentions x `MENTION`: see `graphbuild.extract.score.pairs.Rows`.
        pairs, relative, path, labels, proposed, beside
            pairs x 2, x `PAIR`, x steps, x steps, x proposals, x 3.
        """
        features = [layer(mentions[:, k]) for k, layer in enumerate(self.kinds)]
        party = self.drop(torch.cat([words[tokens].flatten(1), *features], 1))
        i, j = pairs[:, 0], pairs[:, 1]
        way = self._way(words, party, i, j, path, labels)
        product = self.one(party)[i] * self.other(party)[j]
        places = [layer(relative[:, k]) for k, layer in enumerate(self.places)]
        told = self.proposed(proposed).sum(1)
        hidden = self.pair(self.drop(torch.cat([way, product, *places, told], 1)))
        hidden = self.drop(torch.relu(hidden + self.source(party)[i] + self.target(party)[j]))
        hidden = torch.relu(self.second(hidden)) + hidden
        if self.exchange:
            hidden = hidden + torch.relu(self.beside(self.drop(_beside(hidden, beside))))
        hidden = self.drop(hidden)
        return (
            self.acts(hidden),
            self.affiliations(hidden),
            self.status(hidden),
            self.asks(hidden),
            self.answers(party),
            self.shares(hidden),
        )

    def _way(
        self, words: Tensor, party: Tensor, i: Tensor, j: Tensor, path: Tensor, labels: Tensor
    ) -> Tensor:
        """The words on the way from source to target, summed by attention and at their highest."""
        steps = self.word(words)[path] + self.step(labels)
        asked = self.from_source(party)[i] + self.from_target(party)[j]
        steps = torch.relu(steps + asked[:, None])
        barred = (path == words.shape[0] - 1)[:, :, None]
        weights = self.weigh(steps).masked_fill(barred, -1e4).softmax(1)
        parts = steps.unflatten(2, (self.heads, -1))
        summed = (parts * weights[:, :, :, None]).sum(1).flatten(1)
        return torch.cat([summed, steps.masked_fill(barred, 0.0).amax(1)], 1)


def _beside(hidden: Tensor, beside: Tensor) -> Tensor:
    """Means over the pairs with the same source, and with the same target, and of the pair turned round."""
    first, end, turned = beside.unbind(1)
    size = (end - first)[:, None].to(hidden.dtype)
    blank = torch.zeros_like(hidden[:1])
    by_source = torch.cat([blank, hidden.cumsum(0)])
    by_target = torch.cat([blank, hidden[turned].cumsum(0)])
    sources = (by_source[end] - by_source[first]) / size
    targets = (by_target[end] - by_target[first]) / size
    return torch.cat([sources, targets[turned], sources[turned] + targets], 1)
