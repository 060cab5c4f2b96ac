"""Chains read off CoNLL-U, and weights that follow from answers."""

import numpy as np
import pytest

from graphbuild.lexicons.salience import CLASSES, FEATURES, salience_weights
from training.coreference.chains import chained
from training.coreference.fitted import fit, write
from training.coreference.questions import Question

ROWS = """# newdoc id = one
# newpar
1	Ann	_	_	_	_	_	_	_	Entity=(1-person-new-nnnnn-cf1-1,2-coref
2	Lee	_	_	_	_	_	_	_	Entity=1)
3	did	_	_	_	_	_	_	_	_
4-5	n't	_	_	_	_	_	_	_	SpaceAfter=No
4	n	_	_	_	_	_	_	_	_
5	't	_	_	_	_	_	_	_	_
6	.	_	_	_	_	_	_	_	_

1	Her	_	_	_	_	_	_	_	Entity=(2-object-new-nnnnn-cf2-2-coref(1-person-giv:act-nnnnn-cf1-1-ana)
2	dog	_	_	_	_	_	_	_	Entity=2)|SpaceAfter=No
3	.	_	_	_	_	_	_	_	_

# newdoc id = two
# newpar
1	It	_	_	_	_	_	_	_	Entity=(1-object-new-nnnnn-cf1-1-sgl)

# newpar
1	Rain	_	_	_	_	_	_	_	_
"""


@pytest.fixture
def documents(tmp_path):
    path = tmp_path / "gum.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return list(chained(path))


def test_text_keeps_spaces_words_and_paragraphs(documents):
    assert [(c.document.doc_id, c.document.text) for c in documents] == [
        ("one", "Ann Lee did n't. Her dog."),
        ("two", "It\n\nRain"),
    ]


def test_mentions_stand_in_the_text_with_head_and_chain(documents):
    text = documents[0].document.text
    assert [
        (text[a:b], sorted(text[h:][:3] for h in heads), chain)
        for a, b, heads, chain in documents[0].mentions
    ] == [
        ("Ann Lee", ["Ann", "Lee"], "1"),
        ("Her", ["Her"], "1"),
        ("Her dog", ["dog"], "2"),
    ]


def _question(right: int | None) -> Question:
    """Two candidates that differ in the first two features; the ``right`` one, or none, is meant."""
    rows = np.zeros((2, len(FEATURES)))
    rows[0, 0] = rows[1, 1] = 1.0
    return Question("one", "it", rows, np.array([k == right for k in range(2)]))


def test_weights_follow_the_answers():
    weights = fit([_question(0)] * 60 + [_question(1)] * 20 + [_question(None)] * 20, penalty=0.01)
    strengths = np.exp([weights[0], weights[1], 0.0])
    assert strengths / strengths.sum() == pytest.approx([0.6, 0.2, 0.2], abs=0.02)
    assert np.allclose(weights[2:], 0.0)


def test_what_is_written_is_what_extraction_reads(tmp_path):
    weights = {name: np.full(len(FEATURES), k + 0.25) for k, name in enumerate(CLASSES)}
    write(weights, tmp_path / "salience.csv")
    found = salience_weights(tmp_path / "salience.csv")
    assert [set(found[name].values.values()) for name in CLASSES] == [{0.25}, {1.25}, {2.25}]
