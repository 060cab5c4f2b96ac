"""How likely a claim of some score is right, from articles kept out of training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.reader.figures import Claim, Scored, affiliations, claims

__all__ = ["calibration", "isotonic", "reliability"]

_EDGES = (0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_FEWEST = 30
Points = list[tuple[float, float]]


def calibration(scored: Sequence[Scored]) -> dict[str, Points]:
    """Points (score, probability) for acts with their sign, and for affiliations with their class."""
    acts = [c for one in scored for c in claims(one, least=0.01)[0]]
    ties = [c for one in scored for c in affiliations(one, least=0.01)[0]]
    return {
        "acts": isotonic(acts, "signed"),
        "affiliations": isotonic(ties, "class"),
    }


def isotonic(drawn: Sequence[Claim], name: str) -> Points:
    """Rising points: means of the scores and of what is right between `_EDGES`, made monotone.

    A stretch with fewer than `_FEWEST` claims goes with the next, neighbours out of order are pooled (Ayer et
    al. 1955). Between the points runs a straight line: steps would give many relations one confidence.
    """
    ranked = sorted((c.score, name in c.right) for c in drawn)
    pools: list[list[float]] = []
    part: list[tuple[float, bool]] = []
    edges = iter(_EDGES)
    edge = next(edges)
    for score, right in ranked:
        while score >= edge:
            edge = next(edges, 2.0)
            if len(part) >= _FEWEST:
                pools.append(_pool(part))
                part = []
        part.append((score, right))
    pools.append(_pool(part))
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and merged[-2][1] / merged[-2][2] >= merged[-1][1] / merged[-1][2]:
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    points = [(round(s / n, 4), round(right / n, 4)) for s, right, n in merged]
    return [(0.0, 0.0), *points, (1.0, max(points[-1][1], 0.97))]


def _pool(part: Sequence[tuple[float, bool]]) -> list[float]:
    return [sum(score for score, _ in part), float(sum(right for _, right in part)), float(len(part))]


def reliability(
    confidences: Sequence[float], right: Sequence[bool], bins: int = 10
) -> list[tuple[float, float, int]]:
    """Mean confidence, share right, and number, in each tenth."""
    values, ok = np.array(confidences), np.array(right, float)
    at = np.minimum((values * bins).astype(int), bins - 1)
    return [
        (round(float(values[at == k].mean()), 3), round(float(ok[at == k].mean()), 3), int((at == k).sum()))
        for k in range(bins)
        if (at == k).any()
    ]
