"""The table of salience weights: what it must hold, and what a user is told who breaks it."""

from pathlib import Path

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicons.salience import CLASSES, FEATURES, salience_weights

ROWS = [["feature", *CLASSES], ["threshold", "0.3", "0.4", "0.5"], *([f, "1", "2", "3"] for f in FEATURES)]


def _written(folder: Path, rows: list[list[str]]) -> Path:
    path = folder / "salience.csv"
    path.write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")
    return path


def test_each_class_has_its_own_column(tmp_path):
    found = salience_weights(_written(tmp_path, ROWS))
    assert {name: (set(w.values.values()), w.threshold) for name, w in found.items()} == {
        "person": ({1.0}, 0.3),
        "it": ({2.0}, 0.4),
        "they": ({3.0}, 0.5),
    }


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (ROWS[:-1], f"no row for {FEATURES[-1]}"),
        ([*ROWS, ["luck", "1", "1", "1"]], "line 37: 'luck' is no feature"),
        ([*ROWS[:-1], [FEATURES[-1], "1", "much", "1"]], "line 36: a weight is no number"),
    ],
)
def test_what_is_wrong_is_named(rows, message, tmp_path):
    with pytest.raises(LexiconError, match=message):
        salience_weights(_written(tmp_path, rows))


def test_known_gender_and_recency_speak_for_a_person():
    weights = salience_weights()["person"].values
    assert weights["gender known"] > 0 > weights["others since"]
    assert weights["sentence before"] > weights["two before"] > weights["far before"]
