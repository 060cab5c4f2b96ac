"""Shares of right relations: counted where the annotation judges, inferred where it does not."""

import pytest

from training.calibrate import READ, RIGHT, Made, calibrate, reliability


def made(right, wrong, unknown, rule="active", status="asserted", subject="own"):
    counts = (True, right), (False, wrong), (None, unknown)
    return [Made(rule, status, subject, answer) for answer, n in counts for _ in range(n)]


def test_many_judged_relations_give_their_share():
    shares = calibrate(made(800, 200, 0))
    assert shares["active", "", ""] == (0.8, 1000)
    assert shares["active", "asserted", "own"] == (0.8, 1000)


def test_a_rule_with_few_is_drawn_to_the_mean_of_all():
    few = calibrate(made(800, 200, 0) + made(0, 3, 0, "adjunct"))["adjunct", "", ""][0]
    more = calibrate(made(800, 200, 0) + made(0, 300, 0, "adjunct"))["adjunct", "", ""][0]
    assert 0.5 < few < 0.8
    assert more < 0.05


def test_relations_that_nobody_annotated_count_as_right_less_often_than_annotated_ones():
    with_unknown = calibrate(made(90, 10, 900))["active", "", ""][0]
    assert RIGHT / READ - 0.03 < with_unknown < RIGHT / READ + 0.1 < 0.9


def test_a_rule_that_is_wrong_where_judged_is_thought_wrong_elsewhere():
    shares = calibrate(made(500, 50, 500) + made(5, 200, 500, "event_noun"))
    assert shares["event_noun", "", ""][0] < 0.1 < 0.5 < shares["active", "", ""][0]


def test_a_rule_whose_relations_were_read_goes_by_the_reading():
    shares = calibrate(made(500, 50, 500) + made(0, 200, 500, "agent_noun"))
    assert shares["agent_noun", "", ""][0] > 0.7
    assert ("agent_noun", "asserted", "own") not in shares


def test_a_cell_has_a_row_only_if_it_has_enough_relations():
    shares = calibrate(made(200, 50, 0) + made(5, 5, 0, subject="shared") + made(20, 80, 0, status="negated"))
    assert set(shares) == {("active", "", ""), ("active", "asserted", "own"), ("active", "negated", "own")}
    assert shares["active", "negated", "own"][0] < shares["active", "", ""][0]
    assert shares["active", "", ""][0] < shares["active", "asserted", "own"][0]


def test_reliability_sets_what_was_foretold_beside_what_held():
    shares = {("active", "", ""): (0.8, 100), ("adjunct", "", ""): (0.3, 100)}
    told = reliability(made(70, 30, 0) + made(30, 70, 0, "adjunct") + made(9, 9, 9, "unseen"), shares, 0.5)
    assert "| 0.0 to 0.4 | 100 | 0.30 | 0.30 | 100 | 0.30 |" in told
    assert "| 0.8 to 1.0 | 100 | 0.80 | 0.70 | 100 | 0.70 |" in told
    assert told.endswith("0.050 (n = 200)")


def test_nothing_annotated_is_no_reason_to_fail():
    assert calibrate(made(0, 0, 40))["active", "", ""][1] == 40
    assert calibrate([]) == {}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_relations_does_not_matter(order):
    relations = made(30, 10, 5) + made(3, 40, 5, "adjunct")
    assert calibrate(relations[::order]) == calibrate(relations)
