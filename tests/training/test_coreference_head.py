"""The network of coreference: it learns, and what is written runs without torch to the same end."""

import numpy as np
import pytest

pytest.importorskip("torch")
from graphbuild.extract.coreference.scorer import KINDS, PAIRED, SLOTS, Asked, Scorer
from graphbuild.lexicons.salience import FEATURES
from training.coreference.head import shares, trained, weights
from training.coreference.questions import Question

SIZE = 12


def _questions(count: int) -> list[Question]:
    """Questions whose right candidate has a property that no other has; to every third there is no answer."""
    random = np.random.default_rng(1)
    made = []
    for k in range(count):
        size = int(random.integers(2, 5))
        phrase = random.normal(size=SIZE).astype(np.float32)
        words = random.normal(size=(size, SLOTS, SIZE)).astype(np.float32)
        right = np.zeros(size, bool)
        pairs = np.zeros((size, len(PAIRED)), np.float32)
        if k % 3:
            right[k % size] = True
            pairs[k % size, 0] = 1.0
        asked = Asked(k % len(KINDS), phrase, words, pairs)
        rows = np.zeros((size, len(FEATURES)))
        made.append(Question(f"d{k}", KINDS[k % len(KINDS)], rows, right, asked, np.ones(size, bool)))
    return made


def test_what_tells_the_right_one_is_learned():
    known, rest = _questions(300), _questions(330)[300:]
    found = shares(trained(known, epochs=25, seed=0), rest)
    hits = 0
    for question, likely in zip(rest, found, strict=True):
        assert 0.0 < likely.sum() < 1.0
        answer = np.append(likely, 1.0 - likely.sum()).argmax()
        hits += answer == (question.right.argmax() if question.right.any() else len(likely))
    assert hits >= 0.9 * len(rest)


def test_the_same_seed_gives_the_same_network():
    known = _questions(60)
    one, other = (weights(trained(known, epochs=2, seed=0), [0.5] * len(KINDS)) for _ in range(2))
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_the_scorer_runs_what_was_learned():
    known = _questions(90)
    head = trained(known, epochs=4, seed=0)
    scorer = Scorer({name: table.astype(np.float32) for name, table in weights(head, [0.5] * 4).items()})
    for question, likely in zip(known[:12], shares(head, known[:12]), strict=True):
        assert scorer.shares(question.asked) == pytest.approx(likely, abs=0.02)
