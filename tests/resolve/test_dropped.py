import pandas as pd
import pytest

from graphbuild.records import Correction
from graphbuild.resolve.dropped import dropped

RELATIONS = pd.DataFrame({"relation_id": ["a", "001234567890", "c"], "verb": ["meet", "hit", "help"]})
KNOWN = {*RELATIONS["relation_id"], "between an actor and itself"}


def _kept(*rows):
    rest, told = dropped(RELATIONS, rows, KNOWN)
    assert list(rest.index) == list(range(len(rest)))
    return rest["verb"].tolist(), [row.problem for row in told]


def test_only_what_is_dropped_goes():
    assert _kept(Correction("drop", "a")) == (["hit", "help"], [""])
    assert _kept(Correction("merge", "a", "c")) == (["meet", "hit", "help"], [""])


def test_a_relation_that_the_table_leaves_out_may_be_dropped_too():
    assert _kept(Correction("drop", "between an actor and itself")) == (["meet", "hit", "help"], [""])


def test_zeros_that_a_spreadsheet_took_away_are_put_back():
    assert _kept(Correction("drop", "1234567890")) == (["meet", "help"], [""])


@pytest.mark.parametrize(("subject", "rounded"), [("1.23E+11", True), ("1,2E10", True), ("zebra", False)])
def test_what_is_not_there_is_a_problem(subject, rounded):
    kept, (problem,) = _kept(Correction("drop", subject))
    assert kept == ["meet", "hit", "help"]
    assert problem.startswith(f'no relation has the id "{subject}"')
    assert ("format the column as text" in problem) == rounded
