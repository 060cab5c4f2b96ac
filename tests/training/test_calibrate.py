"""Shares of right candidates, counted on sentences whose relations are all annotated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from graphbuild.extract.score.measured import ALL
from training.calibrate import Counted, calibrate, judged, reliability


def counted(
    right: int, wrong: int, rule: str = "active", status: str = "asserted", subject: str = "own"
) -> list[Counted]:
    return [
        Counted(rule, status, subject, answer)
        for answer, n in ((True, right), (False, wrong))
        for _ in range(n)
    ]


def test_many_candidates_give_their_share() -> None:
    shares = calibrate(counted(800, 200))
    assert shares[ALL, "", ""] == (0.8, 1000)
    assert shares["active", "", ""] == (0.8, 1000)
    assert shares["active", "asserted", "own"] == (0.8, 1000)


def test_a_rule_with_few_is_drawn_to_the_mean_of_all() -> None:
    few = calibrate(counted(800, 200) + counted(0, 3, "adjunct"))["adjunct", "", ""][0]
    more = calibrate(counted(800, 200) + counted(0, 300, "adjunct"))["adjunct", "", ""][0]
    assert 0.5 < few < 0.8
    assert more < 0.05


def test_a_cell_is_drawn_to_its_rule_and_not_to_the_mean_of_all() -> None:
    shares = calibrate(counted(900, 100) + counted(0, 400, "adjunct") + counted(13, 12, "adjunct", "negated"))
    assert shares["adjunct", "negated", "own"][0] < 0.4 < 0.5 < shares[ALL, "", ""][0]


def test_a_cell_has_a_row_only_if_it_has_enough_candidates() -> None:
    shares = calibrate(counted(200, 50) + counted(5, 5, subject="shared") + counted(20, 80, status="negated"))
    assert set(shares) == {
        (ALL, "", ""), ("active", "", ""), ("active", "asserted", "own"), ("active", "negated", "own")
    }  # fmt: skip
    assert shares["active", "negated", "own"][0] < shares["active", "", ""][0]
    assert shares["active", "", ""][0] < shares["active", "asserted", "own"][0]


def test_reliability_sets_what_was_foretold_beside_what_held() -> None:
    shares = {(ALL, "", ""): (0.5, 200), ("active", "", ""): (0.85, 100), ("adjunct", "", ""): (0.35, 100)}
    told = reliability(counted(75, 25) + counted(35, 65, "adjunct"), shares)
    assert "| 0.3 to 0.4 | 100 | 0.35 | 0.35 |" in told
    assert "| 0.8 to 0.9 | 100 | 0.85 | 0.75 |" in told
    assert told.endswith("0.050 (n = 200)")


def test_a_rule_that_was_never_counted_is_foretold_the_mean_of_all() -> None:
    told = reliability(counted(9, 9, "unseen"), calibrate(counted(80, 20)))
    assert "| 0.8 to 0.9 | 18 | 0.80 | 0.50 |" in told


def test_nothing_annotated_is_no_reason_to_fail() -> None:
    assert calibrate([]) == {(ALL, "", ""): (0.0, 0)}
    assert reliability([], {}).endswith("0.000 (n = 0)")


ANSWERS = st.builds(
    Counted,
    st.sampled_from(["active", "adjunct"]),
    st.sampled_from(["asserted", "negated"]),
    st.sampled_from(["own", "shared"]),
    st.booleans(),
)


@given(st.lists(ANSWERS, max_size=80), st.randoms(use_true_random=False))
def test_the_order_of_candidates_does_not_matter_and_shares_are_shares(
    answers: list[Counted], random: Any
) -> None:
    shares = calibrate(answers)
    assert calibrate(random.sample(answers, len(answers))) == shares
    assert all(0 <= share <= 1 for share, _ in shares.values())
    assert shares[ALL, "", ""][1] == len(answers)


TEXT = "Kenya attacked Chad. Togo may praise Mali."


def relation(source: str, target: str, name: str, sign: int) -> dict[str, Any]:
    spans = {
        key: [TEXT.index(word), TEXT.index(word) + len(word)]
        for key, word in (("source", source), ("target", target))
    }
    return {**spans, "relation": name, "sign": sign}


def answers(
    nlp: Language, *annotated: dict[str, Any], sentences: Iterable[int] = (0, 1)
) -> Iterator[Counted]:
    spans = [(0, 20), (21, len(TEXT))]
    parts = [
        {"start": a, "end": b, "relations": [r for r in annotated if a <= r["source"][0] < b]}
        for a, b in (spans[k] for k in sentences)
    ]
    (article,) = judged([{"id": "d", "text": TEXT, "sentences": parts}], nlp)
    return article


@pytest.mark.parametrize(
    ("annotated", "right"),
    [
        (relation("Kenya", "Chad", "attack", -1), True),
        (relation("Kenya", "Chad", "accuse", -1), True),
        (relation("Kenya", "Chad", "aid", 1), False),
        (relation("Chad", "Kenya", "attack", -1), False),
        (relation("Kenya", "Chad", "member_of", 0), False),
        (None, False),
    ],
    ids=["same", "same sign", "other sign", "turned round", "affiliation", "not annotated"],
)
def test_a_candidate_is_right_if_direction_and_sign_are_annotated(
    annotated: dict[str, Any] | None, right: bool, nlp: Language
) -> None:
    found = answers(nlp, *[annotated] if annotated else [], sentences=[0])
    assert {(one.rule, one.status, one.subject, one.right) for one in found} == {
        ("active", "asserted", "own", right)
    }


def test_only_annotated_sentences_are_counted(nlp: Language) -> None:
    found = answers(nlp, relation("Togo", "Mali", "praise", 1), sentences=[1])
    assert {(one.status, one.right) for one in found} == {("possible", True)}
    assert answers(nlp, sentences=[]) == []
