"""Training of the reader: labels of pairs, figures, calibration."""

import numpy as np
import pytest

pytest.importorskip("torch")
from graphbuild.extract.score.pairs import Proposal
from graphbuild.extract.testing import example
from training.reader.calibrate import calibration, isotonic, reliability, trust
from training.reader.classes import ACTS, AFFILIATIONS
from training.reader.data import blended, labels_of
from training.reader.extracted import SIGN_ONLY, Sentence
from training.reader.figures import Claim, Scored, affiliations, claims, figures


def _sentence(*gold: tuple) -> Sentence:
    block = example(
        "Kenya/NNP/nsubj/2/GPE met=meet/VBD/root/0 Togo/NNP/obj/2/GPE in/IN/case/5 Chad/NNP/obl/2/GPE"
    )
    found = sorted(block.mentions, key=lambda f: f.first)
    return Sentence(
        block.parse, found, [0, 1, 2], [Proposal(0, 2, "visit", 1, "asserted", "r")], [None], list(gold)
    )


def test_mutual_acts_count_either_way_round() -> None:
    made = labels_of(_sentence((0, 1, "discuss", 1, "asserted", None)), 3)
    column = ACTS.index("discuss")
    assert made.acts[:, column].tolist() == [1, 0, 1, 0, 0, 0]
    assert made.status.tolist() == [0, -1, 0, -1, -1, -1]
    assert made.speaker.tolist() == [3, -1, 3, -1, -1, -1]


def test_of_a_pair_with_a_sign_alone_nothing_else_is_known() -> None:
    made = labels_of(_sentence((0, 1, SIGN_ONLY, -1, "", None)), 3)
    assert made.known[:, 0].sum() == made.known[:, 1].sum() == 0
    assert made.known[:, 2].tolist() == [1, 0, 1, 0, 0, 0]
    assert made.acts[0, ACTS.index("attack")] > 0 == made.acts[0, ACTS.index("aid")]


def _scored(sentence: Sentence, **sure: tuple[int, str]) -> Scored:
    pairs = [(i, j) for i in range(3) for j in range(3) if i != j]
    acts, ties = np.zeros((6, len(ACTS))), np.zeros((6, len(AFFILIATIONS)))
    acts[:, 0] = ties[:, 0] = 1.0
    for row, name in sure.values():
        table, names = (acts, ACTS) if name in ACTS else (ties, AFFILIATIONS)
        table[row] = 0
        table[row, names.index(name)] = 0.9
    return Scored(sentence, pairs, acts, ties, np.eye(4)[[0] * 6], np.full(6, 3))


def test_a_claim_is_right_by_direction_sign_and_class() -> None:
    sentence = _sentence((0, 2, "visit", 1, "asserted", None), (1, 2, "located_in", 0, "asserted", None))
    (claim,), gold = claims(_scored(sentence, one=(1, "aid")))
    assert gold == 1
    assert claim.right == {"pair", "directed", "signed", "printable"}
    (turned,), _ = claims(_scored(sentence, one=(4, "visit")))
    assert turned.right == {"pair"}
    (tie,), gold = affiliations(_scored(sentence, one=(3, "located_in")))
    assert (gold, tie.right) == (1, {"directed", "class"})
    assert figures([_scored(sentence, one=(1, "visit"), two=(3, "located_in"))])["signed"][0] == 100.0


def test_confidence_rises_with_the_score_and_is_the_share_of_right_ones() -> None:
    chance = np.random.default_rng(0)
    scores = chance.random(3000)
    drawn = [
        Claim(float(s), frozenset({"signed"} if chance.random() < s**2 else ()), (), False, None)
        for s in scores
    ]
    points = isotonic(drawn, "signed")
    assert points == sorted(points)
    shown = np.interp(scores, *zip(*points, strict=True)).tolist()
    for mean, right, n in reliability(shown, ["signed" in c.right for c in drawn]):
        assert n < 50 or abs(mean - right) < 0.05


def test_what_rules_propose_is_calibrated_by_itself() -> None:
    sentence = _sentence((0, 2, "visit", 1, "asserted", None))
    ruled, added = _scored(sentence, one=(1, "visit")), _scored(sentence, one=(2, "attack"))
    points = calibration([ruled] * 40 + [added] * 40)
    assert np.interp(0.9, *zip(*points["acts"], strict=True)) == pytest.approx(1.0)
    assert np.interp(0.9, *zip(*points["added acts"], strict=True)) == pytest.approx(0.0)
    assert points["affiliations"] == [(0.0, 0.0), (1.0, 0.97)]  # nothing is known


def test_the_word_of_a_rule_counts_where_it_is_right() -> None:
    right = _sentence((0, 2, "visit", 1, "asserted", None))
    wrong = _sentence((0, 2, "aid", 1, "possible", None))
    low, high = (trust([_scored(s, one=(1, "aid"))] * 3) for s in (wrong, right))
    assert low["class"] < 0.9 < high["class"]
    assert high["status"] <= 1


def test_a_teachers_word_is_learned_beside_the_annotation() -> None:
    made = labels_of(_sentence((0, 1, SIGN_ONLY, -1, "", None)), 3)
    heard = np.eye(len(ACTS))[[ACTS.index("aid")] * 6], np.eye(len(AFFILIATIONS))[[0] * 6]
    both = blended(made, heard)
    assert both.known.all()
    assert both.acts[0, ACTS.index("aid")] == 1  # the class is not annotated, so the teacher's counts alone
    sure = labels_of(_sentence((0, 1, "attack", -1, "asserted", None)), 3)
    shares = blended(sure, heard).acts[0]
    assert shares.sum() == pytest.approx(1)
    assert shares[ACTS.index("aid")] > shares[ACTS.index("attack")] > 0.2
