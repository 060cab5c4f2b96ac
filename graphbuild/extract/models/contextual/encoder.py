"""Run the quantised encoder over a window of words, on one thread."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graphbuild.errors import ModelError
from graphbuild.extract.models.contextual.windows import Window

__all__ = ["OUTPUTS", "Encoder"]

INPUTS = ("pieces", "mask", "shapes", "gaps", "first")
OUTPUTS = ("names", "tags", "morphs", "starts", "queries", "keys", "dependents", "heads", "words")
_CLS, _SEP = 101, 102


@dataclass
class Encoder:
    """An ONNX model and the session that runs it, opened in each process when first used.

    Attributes
    ----------
    model : bytes
        The model, with inputs `INPUTS` and outputs `OUTPUTS`.
    """

    model: bytes = b""
    _session: tuple[int, Any] | None = field(default=None, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self.model, "_session": None}

    def __call__(self, window: Window) -> dict[str, np.ndarray]:
        """Output name to an array with a row for each word; `keys` and `heads` have one for the root before.

        Windows are read one by one: in int8 the result of a window would else depend on its neighbours, for
        the scale of the numbers is that of the whole batch.

        Raises
        ------
        ModelError
            onnxruntime cannot be loaded on this machine.
        """
        outputs = self.session().run(OUTPUTS, _inputs(window))
        return {name: values[0] for name, values in zip(OUTPUTS, outputs, strict=True)}

    def session(self) -> Any:
        """The onnxruntime session of this process."""
        if self._session is None or self._session[0] != os.getpid():
            self._session = os.getpid(), _session(self.model)
        return self._session[1]


def _session(model: bytes) -> Any:
    try:
        import onnxruntime
    except (ImportError, OSError) as exc:
        raise ModelError(
            f"the default pipeline needs onnxruntime, which cannot be loaded here ({exc}); install it with: "
            "python -m pip install onnxruntime, or name a spaCy pipeline for English with --model"
        ) from exc
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _inputs(window: Window) -> dict[str, np.ndarray]:
    lengths = np.array([len(ids) for ids in window.pieces])
    first = 1 + np.concatenate([[0], np.cumsum(lengths)[:-1]])
    gaps = np.zeros(int(lengths.sum()) + 2, np.int64)
    gaps[first] = window.gaps
    arrays = {
        "pieces": [_CLS, *(i for ids in window.pieces for i in ids), _SEP],
        "mask": np.ones_like(gaps),
        "shapes": [0, *np.repeat(window.shapes, lengths), 0],
        "gaps": gaps,
        "first": first,
    }
    return {name: np.array([values], np.int64) for name, values in arrays.items()}
