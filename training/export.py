"""Export a contextual checkpoint to ONNX, float32 and int8, with the files its run time reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.contextual_model import Contextual

__all__ = ["export"]

_INPUTS = ("pieces", "mask", "shapes", "gaps", "first")
_OUTPUTS = ("names", "tags", "morphs", "starts", "queries", "keys", "dependents", "heads")


def export(run: Path, encoder: Path, output: Path, layers: int = 4) -> dict[str, float]:
    """Write `model.onnx` (int8), `model.float32.onnx`, `relation.npy`, `labels.json` and `tokenizer.json`.

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

    Returns
    -------
    dict
        Size in MB (10**6 bytes) of both encoders.
    """
    output.mkdir(parents=True, exist_ok=True)
    labels = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    model = Contextual(encoder, labels, layers, attention="eager").eval()
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)["model"]
    model.load_state_dict(state)
    exact, small = output / "model.float32.onnx", output / "model.onnx"
    example = (
        torch.full((2, 9), 1000),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.arange(1, 8).repeat(2, 1),
    )
    axes = {name: {0: "windows", 1: "pieces"} for name in _INPUTS[:4]} | {"first": {0: "windows", 1: "words"}}
    axes |= {name: {0: "windows", 1: "words"} for name in _OUTPUTS if name not in ("keys", "heads")}
    axes |= {name: {0: "windows", 1: "root_and_words"} for name in ("keys", "heads")}
    torch.onnx.export(
        model,
        example,
        str(exact),
        input_names=list(_INPUTS),
        output_names=list(_OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(exact, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    np.save(output / "relation.npy", model.relation.detach().numpy())
    (output / "labels.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
    shutil.copy(encoder / "tokenizer.json", output / "tokenizer.json")
    return {path.name: round(path.stat().st_size / 1e6, 1) for path in (exact, small)}
