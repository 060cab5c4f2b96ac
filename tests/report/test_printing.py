import json

import pandas as pd

from graphbuild.report.answers import Answer
from graphbuild.report.printing import as_json, as_text, changes_text

SENTENCE = "Ann hit\nBen. " + "x" * 400
ROW = {"link": "Ann\x1b[31m attacks Ben", "sentences": 2, "polarity": -0.98765, "sentence": SENTENCE}
ROW |= {"document": "News"}


def test_text_is_on_one_line_short_and_harmless():
    told = as_text(Answer("A\x1b[31m", {"aliases": "[bold]B[/bold]"}, {"Links": pd.DataFrame([ROW])})).plain
    assert "\x1b" not in told
    assert "aliases: [bold]B[/bold]" in told
    assert "polarity -0.988" in told
    (sentence,) = [line for line in told.splitlines() if "hit Ben" in line]
    assert len(sentence) < 330
    assert sentence.endswith("… [News]")


def test_tables_without_sentences_stand_in_columns():
    table = pd.DataFrame({"name": ["Ann", "Ben Roe"], "n": [1200, 3], "share": [0.5, float("nan")]})
    lines = as_text(Answer("Top", {}, {"Actors": table, "None": table.iloc[:0]})).plain.splitlines()
    assert lines[4:6] == ["  Ann      1,200    0.5", "  Ben Roe      3      –"]
    assert lines[-1] == "  none"


def test_json_is_whole_and_has_no_nan():
    told = json.loads(
        as_json(Answer("Top", {"a": "b"}, {"T": pd.DataFrame([ROW, {**ROW, "polarity": float("nan")}])}))
    )
    assert told["tables"]["T"][0]["sentence"] == ROW["sentence"]
    assert told["tables"]["T"][1]["polarity"] is None


def test_changes_are_counted_and_told_with_both_sides():
    row = {"change": "turned", "first_name": "Ann", "second": "b", "second_name": "Ben", "q_value": 0.001}
    before = {"stories_a": 3, "of_a": 30, "share_a_low": 0.1, "share_a_high": 0.2, "polarity_a": -0.5}
    after = {"stories_b": 7, "of_b": 20, "share_b_low": 0.3, "share_b_high": 0.4, "polarity_b": 0.4}
    row |= {**before, **after, "sentence_a": "Ann hit Ben.", "doc_a": "x", "sentence_b": "", "doc_b": ""}
    told = changes_text(pd.DataFrame([row] * 3), limit=2).plain
    assert told.startswith("3 turned\n")
    assert "turned  Ann – Ben: 3 of 30 stories (10.0 to 20.0 %), then 7 of 20" in told
    assert "polarity -0.50, then 0.40, q 0.001\n    Ann hit Ben. [x]\n" in told
    assert told.endswith("and 1 more\n")
