"""The contextual model: MiniLM, told the case of words, with heads for all annotation."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from graphbuild.extract.models.contextual.words import GAPS, SHAPES

__all__ = ["Contextual"]


class Contextual(nn.Module):
    """MiniLM with case and layout features, token heads and biaffine dependencies (Dozat and Manning 2017).

    Parameters
    ----------
    encoder
        Folder of the pretrained encoder.
    labels
        Label lists under `names`, `tags`, `morphs`, `deps`.
    layers
        Number of encoder layers kept, from the bottom.
    bfloat16
        Whether the encoder computes in bfloat16 while training; weights stay in float32.
    arc, relation
        Widths of the biaffine representations.
    attention
        Implementation of attention; "eager" for export.
    """

    def __init__(
        self,
        encoder: Path,
        labels: dict[str, list[str]],
        layers: int = 6,
        bfloat16: bool = False,
        arc: int = 192,
        relation: int = 64,
        attention: str = "sdpa",
    ) -> None:
        super().__init__()
        self.bfloat16 = bfloat16
        self.encoder = AutoModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation=attention
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.shape_in, self.gap_in = nn.Embedding(SHAPES, width), nn.Embedding(GAPS, width)
        nn.init.zeros_(self.shape_in.weight)
        nn.init.zeros_(self.gap_in.weight)
        self.shape_out, self.gap_out = nn.Embedding(SHAPES, 24), nn.Embedding(GAPS, 8)
        width += 32
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.names = nn.Sequential(_layer(width, 192), nn.Linear(192, len(labels["names"])))
        self.tags = nn.Linear(width, len(labels["tags"]))
        self.morphs = nn.Linear(width, len(labels["morphs"]))
        self.starts = nn.Linear(width, 2)
        self.arc_head, self.arc_dep = _layer(width, arc), _layer(width, arc)
        self.arc = nn.Linear(arc + 1, arc, bias=False)
        self.relation_head, self.relation_dep = _layer(width, relation), _layer(width, relation)
        self.relation = nn.Parameter(torch.randn(len(labels["deps"]), relation + 1, relation + 1) * 0.02)

    def words(self, pieces: Tensor, mask: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor) -> Tensor:
        """Vectors of words.

        Parameters
        ----------
        pieces, mask, shapes, gaps
            Piece ids, their mask, and the features of their words (windows x pieces).
        first
            Position of the first piece of each word (windows x words).

        Returns
        -------
        Tensor
            windows x words x width.
        """
        table = self.encoder.embeddings
        positions = table.position_embeddings(torch.arange(pieces.shape[1], device=pieces.device))
        embedded = table.word_embeddings(pieces) + positions + table.token_type_embeddings.weight[0]
        embedded = table.dropout(table.LayerNorm(embedded + self.shape_in(shapes) + self.gap_in(gaps)))
        barred = (1.0 - mask[:, None, None, :].to(embedded.dtype)) * -1e4
        with torch.autocast(embedded.device.type, torch.bfloat16, enabled=self.bfloat16 and self.training):
            hidden = self.encoder.encoder(embedded, attention_mask=barred).last_hidden_state.float()
        at = first[:, :, None].expand(-1, -1, hidden.shape[-1])
        features = torch.cat(
            [self.shape_out(shapes.gather(1, first)), self.gap_out(gaps.gather(1, first))], -1
        )
        return torch.cat([hidden.gather(1, at), features], -1)

    def dependencies(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Arc queries (words), arc keys (root, words), relation vectors of dependents and of heads."""
        heads = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        queries = self.arc(with_one(self.arc_dep(words)))
        return (
            queries,
            self.arc_head(heads),
            with_one(self.relation_dep(words)),
            with_one(self.relation_head(heads)),
        )

    def forward(
        self, pieces: Tensor, mask: Tensor, shapes: Tensor, gaps: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """What the run time needs: names, best tags and morphs, starts, `dependencies`, and `words`."""
        words = self.words(pieces, mask, shapes, gaps, first)
        tags, morphs = self.tags(words).argmax(-1), self.morphs(words).argmax(-1)
        return (self.names(words), tags, morphs, self.starts(words), *self.dependencies(words), words)


def with_one(x: Tensor) -> Tensor:
    """Append a constant one to the last dimension."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _layer(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(0.1), nn.Linear(width, out), nn.GELU(), nn.Dropout(0.1))
