"""From which confidence on a relation is stated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.score.select import Selection
from graphbuild.extract.score.thresholds import CHARGED, above, thresholds
from graphbuild.extract.testing import example, in_context
from graphbuild.vocabulary import READER

ACT = "Roe/NNP/nsubj/2/{} {}/VBD/root/0 Chad/NNP/obj/2/GPE"


def act(confidence: float, verb: str = "attacked=attack", label: str = "PERSON") -> Candidate:
    (one,) = verbs(in_context(example(ACT.format(label, verb))))
    return replace(one, confidence=confidence)


def test_what_is_less_sure_is_refused_with_its_confidence() -> None:
    selection = above(Selection((act(0.3), act(0.9)), ()), thresholds(None, 0.5))
    assert [one.confidence for one in selection.accepted] == [0.9]
    assert [one.reason for one in selection.rejected] == ["confidence 0.30 is below 0.50"]


def test_either_kind_has_a_threshold_of_its_own() -> None:
    one = replace(act(0.4), kind="affiliation")
    kept = above(
        Selection((one,), ()), {"ruled": 0.5, "added": 0.5, "affiliation": 0.3, "added affiliation": 0.3}
    )
    assert [c.kind for c in kept.accepted] == ["affiliation"]


@pytest.mark.parametrize(
    ("one", "status"),
    [
        (act(CHARGED - 0.01), "possible"),
        (act(CHARGED), "asserted"),
        (act(0.5, "praised=praise"), "asserted"),
        (act(0.5, label="GPE"), "asserted"),
        (act(0.5, label="group"), "asserted"),
    ],
)
def test_that_somebody_named_did_harm_is_asserted_only_where_it_is_very_sure(
    one: Candidate, status: str
) -> None:
    (kept,) = above(Selection((one,), ()), thresholds(None, 0.1)).accepted
    assert kept.status == status


def test_what_the_reader_alone_saw_must_be_surer() -> None:
    ruled, added = act(0.4), replace(act(0.4), rule=READER)
    kept = above(
        Selection((ruled, added), ()),
        {"ruled": 0.2, "added": 0.5, "affiliation": 0.3, "added affiliation": 0.3},
    )
    assert [one.rule for one in kept.accepted] == [ruled.rule]
