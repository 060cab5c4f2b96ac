"""The bundled contextual component as a model in float32 to train on from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import NodeProto, numpy_helper

from training.contextual.model import Contextual

__all__ = ["restored"]

_THROUGH = ("Cast", "Mul", "MatMulInteger", "MatMul")


def restored(bundled: Path, encoder: Path, bfloat16: bool = False) -> tuple[Contextual, dict[str, list[str]]]:
    """The model whose export `bundled` holds, and its labels.

    Weights in int8 become what they stand for; the rest, heads included, is stored in float32.

    Parameters
    ----------
    bundled
        Folder with `encoder.onnx`, `labels.json` and `relations.npy`.
    encoder
        Folder of the pretrained encoder, for its configuration.
    bfloat16
        Whether the encoder computes in bfloat16 while training.
    """
    labels = json.loads((bundled / "labels.json").read_text(encoding="utf-8"))
    model = Contextual(encoder, labels, bfloat16=bfloat16, attention="eager")
    graph = onnx.load(bundled / "encoder.onnx").graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = {name: torch.tensor(value) for name, value in stored.items() if name in model.state_dict()}
    makers = {output: node for node in graph.node for output in node.output}
    for node in graph.node:
        biases = [name for name in node.input if name.endswith(".bias") and name in stored]
        others = [name for name in node.input if name not in stored]
        if node.op_type == "Add" and biases and others:
            state[biases[0].removesuffix("bias") + "weight"] = _weight(others[0], makers, stored)
    table = "encoder.embeddings.word_embeddings"
    state[f"{table}.weight"] = torch.tensor(stored[f"{table}.rows"] * stored[f"{table}.scale"])
    state["arc.weight"] = _weight("queries", makers, stored)
    state["relation"] = torch.tensor(np.load(bundled / "relations.npy").astype(np.float32))
    kinds = "encoder.embeddings.token_type_embeddings.weight"
    state[kinds] = model.state_dict()[kinds].clone()
    state[kinds][0] = torch.tensor(_constant(graph.node, stored, makers))
    buffers = {name: value for name, value in model.state_dict().items() if "position_ids" in name}
    model.load_state_dict(buffers | state)
    return model, labels


def _weight(output: str, makers: Mapping[str, NodeProto], stored: Mapping[str, np.ndarray]) -> torch.Tensor:
    """The weight of the matrix product that `output` comes from."""
    node = makers[output]
    while node.op_type not in ("MatMul", "MatMulInteger"):
        made = [makers[name] for name in node.input if name in makers and makers[name].op_type in _THROUGH]
        node = min(made, key=lambda n: n.op_type == "Mul")
    name = next(name for name in node.input if name in stored)
    if name.endswith("_quantized"):
        base = name.removesuffix("_quantized")
        value = (stored[name].astype(np.float32) - stored[f"{base}_zero_point"]) * stored[f"{base}_scale"]
    else:
        value = stored[name]
    return torch.tensor(value.T.astype(np.float32).copy())


def _constant(
    nodes: list[NodeProto], stored: Mapping[str, np.ndarray], makers: Mapping[str, NodeProto]
) -> np.ndarray:
    """The token type embedding: the one vector of the encoder's width that is added before the layers."""
    width = stored["encoder.embeddings.LayerNorm.weight"].shape
    for node in nodes:
        if node.op_type == "Add":
            for name in node.input:
                if name in stored and name.startswith("onnx::Add") and stored[name].shape == width:
                    return stored[name]
    raise ValueError("no token type embedding in the model")
