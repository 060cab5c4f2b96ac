"""Export a contextual checkpoint to the files of the run-time component, in float32 or int8."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from graphbuild.extract.models.contextual.encoder import INPUTS, OUTPUTS
from training.contextual.model import Contextual

__all__ = ["export", "written"]


def export(run: Path, encoder: Path, output: Path, layers: int = 6, int8: bool = True) -> Path:
    """Write `encoder.onnx`, `relations.npy`, `labels.json` and `tokenizer.json`.

    Of the encoder's layers the weights are quantised by channel, to seven of the eight bits, because the
    products of eight overflow on processors without VNNI instructions; word embeddings by row. The heads
    stay in float32.

    Parameters
    ----------
    run
        Folder with `checkpoint.pt` and `labels.json`.
    encoder
        Folder of the pretrained encoder.
    output
        Folder to write to.
    layers
        Encoder layers of the checkpoint.
    int8
        Whether to quantise.

    Returns
    -------
    Path
        `output`.
    """
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    model = Contextual(encoder, labels, layers, attention="eager").eval()
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)["average"]
    model.load_state_dict(
        {name.removeprefix("module."): value for name, value in state.items() if name.startswith("module.")}
    )
    return written(model, labels, encoder, output, int8)


def written(
    model: Contextual, labels: dict[str, list[str]], encoder: Path, output: Path, int8: bool = True
) -> Path:
    """The same of a model in memory, its attention "eager"; its word embeddings are changed in place."""
    output.mkdir(parents=True, exist_ok=True)
    if int8:
        model.encoder.embeddings.word_embeddings = _ByRow(model.encoder.embeddings.word_embeddings.weight)
    exact, final = output / "encoder.float32.onnx", output / "encoder.onnx"
    one = torch.ones(2, 9, dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in INPUTS[:4]} | {"first": {0: "windows", 1: "words"}}
    axes |= {name: {0: "windows", 1: "words"} for name in OUTPUTS if name not in ("keys", "heads")}
    axes |= {name: {0: "windows", 1: "root_and_words"} for name in ("keys", "heads")}
    torch.onnx.export(
        model,
        (torch.full((2, 9), 1000), one, one, one, torch.arange(1, 8).repeat(2, 1)),
        str(exact),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    if int8:
        quantize_dynamic(
            exact,
            final,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=_heads(exact),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )
        exact.unlink()
    else:
        exact.replace(final)
    np.save(output / "relations.npy", model.relation.detach().numpy().astype(np.float16))
    (output / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    shutil.copy(encoder / "tokenizer.json", output / "tokenizer.json")
    return output


class _ByRow(torch.nn.Module):
    """Word embeddings in int8 with a scale for each word."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        scale = weight.detach().abs().amax(1, keepdim=True) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight.detach() / scale).round().to(torch.int8))

    def forward(self, pieces: torch.Tensor) -> torch.Tensor:
        return self.rows[pieces].float() * self.scale[pieces]


def _heads(path: Path) -> list[str]:
    """Names of the matrix products outside the encoder's layers."""
    nodes = onnx.load(path).graph.node
    return [n.name for n in nodes if n.op_type in ("MatMul", "Gemm") and "/encoder/layer" not in n.name]
