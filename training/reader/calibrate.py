"""How likely a claim of some score is right, from articles kept out of training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from training.reader.classes import ACTS, AFFILIATIONS, SIGNS, STATUSES, act
from training.reader.figures import Claim, Scored, affiliations, claims

__all__ = ["calibration", "isotonic", "reliability", "trust"]

_EDGES = (0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_FEWEST = 30
_WEIGHTS = tuple(k / 20 for k in range(21))
Points = list[tuple[float, float]]


def calibration(scored: Sequence[Scored]) -> dict[str, Points]:
    """Points (score, probability) for acts with their sign, and for affiliations with their class.

    Of what no rule proposes (``added``) the reader is surer than it should be.
    """
    acts = [c for one in scored for c in claims(one, least=0.01)[0]]
    ties = [c for one in scored for c in affiliations(one, least=0.01)[0]]
    points = {}
    for name, drawn, level in (("acts", acts, "signed"), ("affiliations", ties, "class")):
        points[name] = isotonic([c for c in drawn if c.proposed], level)
        points[f"added {name}"] = isotonic([c for c in drawn if not c.proposed], level)
    return points


def trust(scored: Sequence[Scored]) -> dict[str, float]:
    """What the word of a rule should add to the reader's probability of its class, and of its status.

    Of the annotated acts that a rule proposes with their sign, the most get the right class, or status.
    """
    classes: list[tuple[np.ndarray, int, int]] = []
    statuses: list[tuple[np.ndarray, int, int]] = []
    for one in scored:
        row = {pair: n for n, pair in enumerate(one.pairs)}
        for i, j, relation, sign, how, _ in one.sentence.gold:
            for told in one.sentence.proposals:
                known = (i, j) in row and (told.source, told.target) == (i, j) and told.relation in ACTS
                if not known or relation in AFFILIATIONS or SIGNS[told.relation] != sign:
                    continue
                acts = one.acts[row[i, j]] * np.array(
                    [n > 0 and SIGNS[a] == sign for n, a in enumerate(ACTS)]
                )
                classes.append((acts, ACTS.index(told.relation), ACTS.index(act(relation, sign))))
                if how:
                    status = one.status[row[i, j]]
                    statuses.append((status, STATUSES.index(told.status), STATUSES.index(how)))
    return {"class": _weight(classes), "status": _weight(statuses)}


def _weight(rows: Sequence[tuple[np.ndarray, int, int]]) -> float:
    """Of some weights the one with which most rows come out right, of equals the middle one."""
    right = [
        sum(
            int((scores + w * (np.arange(len(scores)) == told)).argmax()) == gold
            for scores, told, gold in rows
        )
        for w in _WEIGHTS
    ]
    best = [w for w, n in zip(_WEIGHTS, right, strict=True) if n == max(right)]
    return best[len(best) // 2]


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
    pools += [_pool(part)] if part else []
    merged: list[list[float]] = []
    for pool in pools:
        merged.append(pool)
        while len(merged) > 1 and merged[-2][1] / merged[-2][2] >= merged[-1][1] / merged[-1][2]:
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    points = [(round(s / n, 4), round(right / n, 4)) for s, right, n in merged]
    return [(0.0, 0.0), *points, (1.0, max([0.97, *(share for _, share in points)]))]


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
