import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from random_edges import edges, undirected
from scipy.integrate import quad
from scipy.stats import beta, hypergeom, norm

from graphbuild.analysis.structure.backbone import METHODS, backbone, disparity, noise_corrected
from graphbuild.analysis.structure.ties import ties
from graphbuild.vocabulary import KINDS


def _score(n, s, t, total):
    lift = total * n / (s * t)
    return (lift - 1) / (lift + 1)


def _by_the_book(n, s, t, total):
    """From the paper: moments of a hypergeometric draw, a beta prior with these, a numeric derivative."""
    prior = hypergeom(int(total), int(s), int(t))
    mean, variance = prior.mean() / total, prior.var() / total**2
    if variance == 0:
        chance = mean
    else:
        size = mean * (1 - mean) / variance - 1
        chance = beta(mean * size + n, (1 - mean) * size + total - n).mean()
    spread = np.sqrt(total * chance * (1 - chance))
    step = 1e-5
    slope = (
        _score(n + step, s + step, t + step, total + step)
        - _score(n - step, s - step, t - step, total - step)
    ) / (2 * step)
    return norm.sf(_score(n, s, t, total) / (spread * abs(slope))) if spread * abs(slope) > 0 else 0.5


@settings(max_examples=40, deadline=None)
@given(edges())
def test_both_are_those_of_the_papers(rows):
    made = ties(rows, kinds=KINDS)
    graph = undirected(made)
    strength, degree = dict(graph.degree(weight="weight")), dict(graph.degree())
    total = sum(strength.values())
    noise, uneven = noise_corrected(made), disparity(made)
    for row, mine, filtered in zip(made.itertuples(), noise, uneven, strict=True):
        expected = _by_the_book(row.weight, strength[row.source], strength[row.target], total)
        assert mine == pytest.approx(expected, abs=2e-4)
        ends = [
            1
            - (degree[end] - 1)
            * quad(lambda x, k=degree[end]: (1 - x) ** (k - 2), 0, row.weight / strength[end])[0]
            for end in (row.source, row.target)
            if degree[end] > 1
        ]
        assert filtered == pytest.approx(min(ends, default=1.0), abs=1e-9)


@pytest.mark.parametrize("method", METHODS)
def test_planted_ties_stay_and_most_of_the_noise_goes(method):
    rng = np.random.default_rng(3)
    names = [f"{i:02}" for i in range(30)]
    weights = {(a, b): int(rng.poisson(3)) for i, a in enumerate(names) for b in names[i + 1 :]}
    planted = [(names[i], names[i + 1]) for i in range(0, 30, 2)]
    weights |= dict.fromkeys(planted, 40)
    made = pd.DataFrame(
        [(a, b, n) for (a, b), n in weights.items() if n], columns=["source", "target", "weight"]
    )
    kept = backbone(made, method=method)
    pairs = set(zip(kept["source"], kept["target"], strict=True))
    assert pairs >= set(planted)
    assert len(pairs - set(planted)) < 0.1 * len(made)


@pytest.mark.parametrize("method", METHODS)
def test_no_ties_have_no_backbone(method):
    none = pd.DataFrame({"source": pd.Series(dtype="str"), "target": pd.Series(dtype="str"), "weight": []})
    assert backbone(none, method=method).empty
