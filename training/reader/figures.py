"""Figures close to those of `evaluate/score.py`, from the reader's scores: to choose and calibrate by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from training.reader.classes import ACTS, AFFILIATIONS, MUTUAL, SIGNS, STATUSES, act
from training.reader.extracted import Sentence

__all__ = ["Claim", "Scored", "affiliations", "claims", "figures"]

_BY_SIGN = {s: np.array([n for n, c in enumerate(ACTS) if n and SIGNS[c] == s]) for s in (-1, 0, 1)}
_THRESHOLDS = np.arange(0.05, 0.96, 0.01)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence and the probabilities of its pairs; `speaker` has a place of a mention, or their number."""

    sentence: Sentence
    pairs: list[tuple[int, int]]
    acts: np.ndarray
    affiliations: np.ndarray
    status: np.ndarray
    speaker: np.ndarray


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation drawn: its score, what is right of it, which annotated ones it meets, its raw features."""

    score: float
    right: frozenset[str]
    hits: tuple[tuple[str, int], ...]
    proposed: bool
    speaker: bool | None


def claims(scored: Scored, least: float = 0.05, only_proposed: bool = False) -> tuple[list[Claim], int]:
    """Acts that the reader draws from a sentence, and how many are annotated.

    For each pair the sign whose classes have most together, then the best class of that sign. Of the two
    directions of a mutual class, and of pairs of the same actors, the likelier stays.
    """
    sentence = scored.sentence
    actors = sentence.actors
    gold = [
        (i, j, act(r, sign), how, speaks)
        for i, j, r, sign, how, speaks in sentence.gold
        if r not in AFFILIATIONS
    ]
    same = {
        frozenset((actors[i], actors[j]))
        for i, j, r, *_ in sentence.gold
        if r == "same_as" and i >= 0 and j >= 0
    }
    told = {(p.source, p.target) for p in sentence.proposals if p.relation not in AFFILIATIONS}
    drawn = []
    for n, (i, j) in enumerate(scored.pairs):
        if only_proposed and (i, j) not in told:
            continue
        sums = {s: float(scored.acts[n, where].sum()) for s, where in _BY_SIGN.items()}
        sign = max(sums, key=sums.__getitem__)
        if sums[sign] < least or actors[i] == actors[j] or frozenset((actors[i], actors[j])) in same:
            continue
        best = ACTS[_BY_SIGN[sign][scored.acts[n, _BY_SIGN[sign]].argmax()]]
        drawn.append((sums[sign], n, i, j, best))
    out, taken = [], set()
    for score, n, i, j, best in sorted(drawn, key=lambda d: -d[0]):
        key = (actors[i], actors[j])
        if key in taken or (best in MUTUAL and (key[1], key[0], best) in taken):
            continue
        taken |= {key, (*key, best)}
        right, hits, speaker = set(), [], None
        for k, (a, b, wanted, how, speaks) in enumerate(gold):
            if a < 0 or b < 0:
                continue
            straight = (actors[a], actors[b]) == key
            turned = (actors[b], actors[a]) == key
            if not straight and not turned:
                continue
            level = {"pair"}
            if straight or wanted in MUTUAL:
                level.add("directed")
                if wanted == best or (wanted[:5] == best[:5] == "other"):
                    level.add("class")
                if SIGNS[wanted] == SIGNS[best]:
                    level.add("signed")
                    if STATUSES[int(scored.status[n].argmax())] == how:
                        level.add("printable")
                        guess = int(scored.speaker[n])
                        guess_actor = actors[guess] if guess < len(actors) else None
                        if speaks is not None or guess_actor is not None:
                            speaker = speaks is not None and speaks >= 0 and guess_actor == actors[speaks]
            right |= level
            hits += [(name, k) for name in level]
        out.append(Claim(score, frozenset(right), tuple(hits), (i, j) in told, speaker))
    return out, len(gold)


def affiliations(scored: Scored, least: float = 0.05) -> tuple[list[Claim], int]:
    """The same of affiliations; `directed` is the figure, `class` the stricter one."""
    sentence = scored.sentence
    actors = sentence.actors
    gold = [(i, j, r) for i, j, r, *_ in sentence.gold if r in AFFILIATIONS and r != "same_as"]
    same = {
        frozenset((actors[i], actors[j]))
        for i, j, r, *_ in sentence.gold
        if r == "same_as" and i >= 0 and j >= 0
    }
    told = {(p.source, p.target) for p in sentence.proposals if p.relation in AFFILIATIONS}
    drawn = []
    for n, (i, j) in enumerate(scored.pairs):
        best = int(scored.affiliations[n, 1:-1].argmax()) + 1
        score = float(scored.affiliations[n, 1:-1].sum())
        if score >= least and actors[i] != actors[j] and frozenset((actors[i], actors[j])) not in same:
            drawn.append((score, i, j, AFFILIATIONS[best]))
    out, taken = [], set()
    for score, i, j, best in sorted(drawn, key=lambda d: -d[0]):
        key = (actors[i], actors[j])
        if key in taken or (best == "kin" and key[::-1] in taken):
            continue
        taken.add(key)
        right, hits = set(), []
        for k, (a, b, wanted) in enumerate(gold):
            if a < 0 or b < 0:
                continue
            if (actors[a], actors[b]) == key or (wanted == "kin" and (actors[b], actors[a]) == key):
                level = {"directed"} | ({"class"} if wanted == best else set())
                right |= level
                hits += [(name, k) for name in level]
        out.append(Claim(score, frozenset(right), tuple(hits), (i, j) in told, None))
    return out, len(gold)


def figures(scored: Sequence[Scored], rules: float | None = None) -> dict[str, object]:
    """The figures of `score_relations` at the best threshold of each, and along the thresholds.

    `rules`: draw only what the rules propose, from this score on.
    """
    drawn = [claims(one, only_proposed=rules is not None) for one in scored]
    ties = [affiliations(one) for one in scored]
    out: dict[str, object] = {}
    for name in ("signed", "printable", "class", "directed", "pair"):
        curve = list(_curve(drawn, name))
        out[name] = _best(curve)
        if name == "signed":
            out["at"] = {str(t): c for t, *c in curve if t in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)}
            for least in (80, 90):
                out[f"R@{least}"] = max((r for _, p, r, _ in curve if p >= least), default=0.0)
    made = [c for part, _ in drawn for c in part if c.score >= 0.2]
    out["auc"] = _auc([(c.score, "signed" in c.right) for c in made])
    said = [c.speaker for c in made if c.speaker is not None and c.score >= 0.4]
    out["speaker"] = round(100 * sum(said) / max(1, len(said)), 1)
    for name in ("directed", "class"):
        out[f"ties {name}"] = _best(list(_curve(ties, name)))
    return out


def _curve(
    drawn: Sequence[tuple[list[Claim], int]], name: str
) -> Iterable[tuple[float, float, float, float]]:
    """Threshold, precision, recall, F1."""
    gold = sum(n for _, n in drawn)
    every = [
        (c.score, name in c.right, [(s, k) for level, k in c.hits if level == name])
        for s, (part, _) in enumerate(drawn)
        for c in part
    ]
    for threshold in _THRESHOLDS.round(2).tolist():
        kept = [one for one in every if one[0] >= threshold]
        p = sum(ok for _, ok, _ in kept) / max(1, len(kept))
        r = len({hit for *_, hits in kept for hit in hits}) / max(1, gold)
        yield threshold, *(round(100 * x, 1) for x in (p, r, 2 * p * r / max(1e-9, p + r)))


def _best(curve: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    """F1 first, then precision, recall, threshold."""
    t, p, r, f = max(curve, key=lambda c: c[3])
    return f, p, r, t


def _auc(ranked: Sequence[tuple[float, bool]]) -> float:
    good = np.array([s for s, ok in ranked if ok])
    bad = np.sort([s for s, ok in ranked if not ok])
    if not len(good) or not len(bad):
        return 0.5
    below, upto = np.searchsorted(bad, good, "left"), np.searchsorted(bad, good, "right")
    return round(float((below + upto).mean() / 2 / len(bad)), 3)


def count(scored: Iterable[Scored]) -> Counter[str]:
    """How many relations are annotated, and of how many both ends are mentions."""
    n: Counter[str] = Counter()
    for one in scored:
        for i, j, relation, *_ in one.sentence.gold:
            kind = "tie" if relation in AFFILIATIONS else "act"
            n[kind] += 1
            n[f"{kind} with ends"] += i >= 0 and j >= 0 and i != j
    return n
