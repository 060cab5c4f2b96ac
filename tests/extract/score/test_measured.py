"""Confidence is what was counted for the rule, else for all rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graphbuild.extract
from graphbuild.extract import extract
from graphbuild.extract.annotations import Candidate, Clause
from graphbuild.extract.models.loading import load
from graphbuild.extract.score.measured import ALL, COLUMNS, FILE, confidence, measured, subject
from graphbuild.lexicons.rows import rows
from graphbuild.lexicons.verbs import Pattern
from graphbuild.records import Document

CELLS = [row for _, row in rows(FILE, COLUMNS)]


def stated(rule: str, status: str = "asserted") -> Candidate:
    pattern = Pattern("attack", "ASSAULT", -1.0, "")
    return Candidate(None, None, "verb", pattern, "attack", 0, rule, status=status)


def clause(inherited: bool) -> Clause:
    return Clause(0, "attack", False, (), (), (), (), (), inherited, False)


def test_the_table_has_a_row_for_every_rule_with_cells_and_each_share_is_one() -> None:
    rules = {row["rule"] for row in CELLS if not row["status"]}
    assert {row["rule"] for row in CELLS} == rules
    assert all(0 < float(row["confidence"]) < 1 and int(row["n"]) > 0 for row in CELLS)
    keys = [(row["rule"], row["status"], row["subject"]) for row in CELLS]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    "row", [row for row in CELLS if row["status"]], ids=lambda row: "-".join(row.values())
)
def test_a_cell_goes_before_its_rule(row: dict[str, str]) -> None:
    assert confidence(row["rule"], row["status"], row["subject"]) == float(row["confidence"])
    one = measured(stated(row["rule"], row["status"]), clause(row["subject"] == "shared"))
    assert one.confidence == float(row["confidence"])


def test_where_there_is_no_cell_the_rule_counts_and_where_there_is_no_rule_the_mean_of_all() -> None:
    (whole,) = [row for row in CELLS if (row["rule"], row["status"]) == ("active", "")]
    (every,) = [row for row in CELLS if row["rule"] == ALL]
    assert confidence("active", "no such status", "own") == float(whole["confidence"])
    assert confidence("no such rule", "asserted", "own") == float(every["confidence"])
    assert measured(stated("no such rule")).confidence == float(every["confidence"])


def test_the_subject_is_shared_where_the_clause_took_it_over() -> None:
    assert [subject(None), subject(clause(False)), subject(clause(True))] == ["own", "own", "shared"]


def test_every_counted_rule_is_one_that_extraction_has() -> None:
    source = "".join(
        path.read_text("utf-8") for path in Path(graphbuild.extract.__file__).parent.rglob("*.py")
    )
    named = set(re.findall(r'"(\w+)"', source))
    assert {row["rule"] for row in CELLS} - {ALL} <= named


def test_extraction_gives_what_was_counted_where_there_is_no_reader(readerless: Path) -> None:
    (found,) = extract([Document("d", "Togo launched an attack on Kenya.")], load(str(readerless)))
    (one,) = [r for r in found.relations if r.rule == "light_verb"]
    assert one.confidence == confidence("light_verb", "asserted", "own")
