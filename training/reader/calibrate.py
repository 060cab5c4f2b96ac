"""How likely a claim of some score is right, from articles kept out of training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.reader.figures import Claim, Scored, affiliations, claims

__all__ = ["calibration", "isotonic", "reliability"]

Points = list[tuple[float, float]]


def calibration(scored: Sequence[Scored]) -> dict[str, Points]:
    """Points (score, probability) for acts with their sign, and for affiliations with their class."""
    acts = [c for one in scored for c in claims(one, least=0.01)[0]]
    ties = [c for one in scored for c in affiliations(one, least=0.01)[0]]
    return {
        "acts": isotonic(acts, "signed"),
        "affiliations": isotonic(ties, "class"),
    }


def isotonic(drawn: Sequence[Claim], name: str, bins: int = 14) -> Points:
    """Rising points: means of the scores and of what is right in bins of equal size, made monotone.

    Neighbouring bins out of order are pooled (Ayer et al. 1955); between the points runs a straight line, as
    steps would give many relations the same confidence. Each bin borrows two relations of the mean score.
    """
    ranked = sorted((c.score, name in c.right) for c in drawn)
    parts = [part for part in np.array_split(np.array(ranked, float), bins) if len(part)]
    pools = [[float(p[:, 0].sum()), float(p[:, 1].sum()) + 2 * float(p[:, 0].mean()), len(p), len(p) + 2] for p in parts]
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and merged[-2][1] / merged[-2][3] > merged[-1][1] / merged[-1][3]:
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    points = [(s / n, right / m) for s, right, n, m in merged]
    top = points[-1][1]
    return [(0.0, 0.0), *((round(s, 4), round(p, 4)) for s, p in points), (1.0, round(max(top, min(0.97, top + 0.03)), 4))]


def reliability(confidences: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean confidence, share right, and number, in each tenth."""
    values, ok = np.array(confidences), np.array(right, float)
    at = np.minimum((values * bins).astype(int), bins - 1)
    return [
        (round(float(values[at == k].mean()), 3), round(float(ok[at == k].mean()), 3), int((at == k).sum()))
        for k in range(bins)
        if (at == k).any()
    ]
