"""Run the quantised encoder over windows: one thread, windows of like length together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graphbuild.errors import ModelError
from graphbuild.extract.contextual.windows import Window

__all__ = ["OUTPUTS", "Encoder"]

INPUTS = ("pieces", "mask", "shapes", "gaps", "first")
OUTPUTS = ("names", "tags", "morphs", "starts", "queries", "keys", "dependents", "heads")
_CLS, _SEP = 101, 102
_BATCH = 1500  # pieces that are encoded at once, padding counted


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

    def __call__(self, windows: Sequence[Window]) -> list[dict[str, np.ndarray]]:
        """Results for each window: output name to an array with a row for each word.

        `keys` and `heads` have a row for the root before.

        Raises
        ------
        ModelError
            onnxruntime cannot be loaded on this machine.
        """
        session = self.session()
        results: list[dict[str, np.ndarray]] = [{} for _ in windows]
        sizes = [sum(map(len, window.pieces)) + 2 for window in windows]
        batch: list[int] = []
        for n in sorted(range(len(windows)), key=sizes.__getitem__):
            if batch and (len(batch) + 1) * sizes[n] > _BATCH:
                self._run(session, windows, batch, results)
                batch = []
            batch.append(n)
        if batch:
            self._run(session, windows, batch, results)
        return results

    def _run(
        self, session: Any, windows: Sequence[Window], batch: list[int], results: list[dict[str, np.ndarray]]
    ) -> None:
        outputs = session.run(OUTPUTS, _inputs([windows[n] for n in batch]))
        for row, n in enumerate(batch):
            words = len(windows[n].shapes)
            for name, values in zip(OUTPUTS, outputs, strict=True):
                results[n][name] = values[row, : words + (name in ("keys", "heads"))]

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
            "python -m pip install onnxruntime, or use the smaller pipeline: --model fast"
        ) from exc
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _inputs(windows: list[Window]) -> dict[str, np.ndarray]:
    width = max(sum(map(len, w.pieces)) for w in windows) + 2
    words = max(len(w.shapes) for w in windows)
    arrays = {name: np.zeros((len(windows), width), np.int64) for name in INPUTS[:4]}
    arrays["first"] = np.zeros((len(windows), words), np.int64)
    for row, window in enumerate(windows):
        lengths = np.array([len(ids) for ids in window.pieces])
        firsts = 1 + np.concatenate([[0], np.cumsum(lengths)[:-1]])
        end = int(lengths.sum()) + 1
        arrays["pieces"][row, 0], arrays["pieces"][row, end] = _CLS, _SEP
        arrays["pieces"][row, 1:end] = [i for ids in window.pieces for i in ids]
        arrays["mask"][row, : end + 1] = 1
        arrays["shapes"][row, 1:end] = np.repeat(window.shapes, lengths)
        arrays["gaps"][row, firsts] = window.gaps
        arrays["first"][row, : len(lengths)] = firsts
    return arrays
