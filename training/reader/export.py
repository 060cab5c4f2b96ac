"""Export a joint checkpoint: the contextual component's files, `reader.onnx` and `reader.json`."""

from __future__ import annotations

from pathlib import Path

import torch

from training.contextual.export import written
from training.reader.joint import Joint
from training.reader.model import INPUTS, OUTPUTS, Reader

__all__ = ["exported", "reader_file"]

_EACH = {
    "words": "words",
    "tokens": "mentions",
    "mentions": "mentions",
    "pairs": "pairs",
    "relative": "pairs",
    "path": "pairs",
    "labels": "pairs",
    "proposed": "pairs",
    "beside": "pairs",
    "acts": "pairs",
    "affiliations": "pairs",
    "status": "pairs",
    "asks": "pairs",
    "answers": "mentions",
    "shares": "pairs",
}


def exported(
    model: Joint, labels: dict[str, list[str]], encoder: Path, output: Path, int8: bool = True
) -> Path:
    """Write the encoder with its heads, and the reader, to `output`."""
    model = model.eval()
    written(model.contextual.eval(), labels, encoder, output, int8)
    reader_file(model.reader, output / "reader.onnx")
    return output


def reader_file(reader: Reader, path: Path) -> None:
    """Write the reader alone, in float32: it is small."""
    reader = reader.eval()
    one = [torch.randn(6, reader.word.in_features), torch.ones(3, 4, dtype=torch.long)]
    one += [torch.ones(3, len(reader.kinds), dtype=torch.long), torch.tensor([[0, 1], [1, 0]])]
    one += [torch.ones(2, size, dtype=torch.long) for size in (len(reader.places), 10, 10, 12)]
    one += [torch.tensor([[0, 1, 1], [1, 2, 0]])]
    torch.onnx.export(
        reader,
        tuple(one),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: {0: axis} for name, axis in _EACH.items()},
        opset_version=17,
        dynamo=False,
    )
