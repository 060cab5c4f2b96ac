"""Weights of pronoun resolution without a network: a logistic model, "none of these" among the answers."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from graphbuild.lexicons.salience import CLASSES, FEATURES
from training.coreference.questions import Question

__all__ = ["fit", "write"]

_FILE = Path(__file__).resolve().parents[2] / "graphbuild" / "lexicons" / "salience.csv"
_THRESHOLDS = {"person": 0.3, "it": 0.35, "they": 0.5}
_PENALTY = 2.0


def fit(asked: Sequence[Question], penalty: float = _PENALTY) -> np.ndarray:
    """Weights that make the right answers likeliest, "none of these" (strength 1) among the answers.

    Parameters
    ----------
    asked : sequence of Question
        Of one class.
    penalty : float
        Of squared weights.

    Returns
    -------
    numpy.ndarray
        In the order of `FEATURES`.
    """

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = penalty / 2 * float(weights @ weights), penalty * weights
        for question in asked:
            strengths = np.append(question.rows @ weights, 0.0)
            likely = np.exp(strengths - strengths.max())
            likely /= likely.sum()
            right = np.append(question.right, not question.right.any())
            mass = float(likely[right].sum())
            total -= np.log(max(mass, 1e-12))
            wanted = np.where(right, likely / max(mass, 1e-12), 0.0)
            slope = slope + question.rows.T @ (likely - wanted)[:-1]
        return total, slope

    return minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x


def write(weights: dict[str, np.ndarray], path: Path = _FILE) -> None:
    """Write the table that extraction reads."""
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["feature", *CLASSES])
        table.writerow(["threshold", *(_THRESHOLDS[kind] for kind in CLASSES)])
        for k, feature in enumerate(FEATURES):
            table.writerow([feature, *(f"{weights[kind][k] + 0.0:.2f}" for kind in CLASSES)])
