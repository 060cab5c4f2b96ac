"""The encoder runs over one window, in the process that asks."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest

import graphbuild
from graphbuild.extract.models.contextual.encoder import INPUTS, OUTPUTS, Encoder, _inputs
from graphbuild.extract.models.contextual.windows import Window

WINDOW = Window(0, (0, 3), ((1, 2), (3,), (4, 5, 6)), (4, 1, 8), (0, 1, 1))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    (path,) = (Path(graphbuild.__file__).parent / "models").rglob("encoder.onnx")
    return Encoder(path.read_bytes())


def test_words_stand_between_marks_with_case_and_gap_at_their_first_piece() -> None:
    made = _inputs(WINDOW)
    assert tuple(made) == INPUTS
    assert {name: values[0].tolist() for name, values in made.items()} == {
        "pieces": [101, 1, 2, 3, 4, 5, 6, 102],
        "mask": [1] * 8,
        "shapes": [0, 4, 4, 1, 8, 8, 8, 0],
        "gaps": [0, 0, 0, 1, 1, 0, 0, 0],
        "first": [1, 3, 4],
    }


def test_there_is_a_row_for_each_word_and_one_more_for_the_root(encoder: Encoder) -> None:
    made = encoder(WINDOW)
    assert tuple(made) == OUTPUTS
    assert {name: len(values) for name, values in made.items()} == {
        name: 4 if name in ("keys", "heads") else 3 for name in OUTPUTS
    }
    again = encoder(WINDOW)
    assert all(np.array_equal(made[name], again[name]) for name in OUTPUTS)


def test_a_process_opens_one_session_and_none_travels(encoder: Encoder) -> None:
    assert encoder.session() is encoder.session()
    sent = pickle.loads(pickle.dumps(encoder))
    assert sent.model == encoder.model
    assert sent._session is None
