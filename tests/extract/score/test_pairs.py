"""Rows of pairs: the way through the tree, what rules propose, and where neighbours stand."""

import numpy as np

from graphbuild.extract.score.pairs import LONGEST, Proposal, columns, rows
from graphbuild.extract.testing import example

_INDEX = {
    "kind": {"name": 1},
    "label": {"GPE": 1},
    "type": {"country": 1},
    "role": {},
    "number": {"s": 1},
    "dep": {"nsubj": 1, "obl": 2},
    "preposition": {"in": 1},
    "step": {"top": 1, "up nsubj": 2, "down obl": 3, "up obl": 4, "down nsubj": 5},
    "proposed": {"visit": 1, "asserted": 2, "sign 1": 3, "turned visit": 4},
}
_SENTENCE = "Kenya/NNP/nsubj/2/GPE met=meet/VBD/root/0 Togo/NNP/obj/2/GPE in/IN/case/5 Chad/NNP/obl/2/GPE"


def _rows(*proposals: Proposal):
    block = example(_SENTENCE)
    return rows(block.parse, sorted(block.mentions, key=lambda f: f.first), proposals, _INDEX)


def test_the_way_goes_over_the_lowest_common_word() -> None:
    made = _rows()
    table = columns([made], [0], 5)
    at = made.pairs.index((0, 2))
    assert table["path"][at].tolist() == [0, 1, 4] + [5] * (LONGEST - 3)
    assert table["labels"][at][:4].tolist() == [2, 1, 3, 0]
    back = made.pairs.index((2, 0))
    assert table["path"][back][:3].tolist() == [4, 1, 0]
    assert table["labels"][back][:3].tolist() == [4, 1, 5]
    assert table["relative"][:, 1].tolist() == [3] * 6


def test_mentions_have_their_features_and_words() -> None:
    made = _rows()
    assert made.tokens[2] == (4, 4, 4, 1)
    assert made.mentions[2] == [1, 1, 1, 0, 1, 2, 1]


def test_a_proposal_is_told_to_both_directions() -> None:
    made = _rows(Proposal(0, 2, "visit", 1, "asserted", "unheard_of"))
    told = columns([made], [0], 5)["proposed"]
    assert sorted(n for n in told[made.pairs.index((0, 2))] if n) == [1, 2, 3]
    assert [n for n in told[made.pairs.index((2, 0))] if n] == [4]
    assert not told[made.pairs.index((0, 1))].any()


def test_sentences_stand_one_after_the_other() -> None:
    made = _rows()
    table = columns([made, made], [0, 7], 14)
    assert table["tokens"][3:].tolist() == (table["tokens"][:3] + 7).tolist()
    assert table["pairs"][6:].tolist() == (table["pairs"][:6] + 3).tolist()
    assert table["path"].max() == 14
    for n, (first, end, turned) in enumerate(table["beside"].tolist()):
        assert table["pairs"][turned].tolist() == table["pairs"][n][::-1].tolist()
        assert {int(i) for i in table["pairs"][first:end, 0]} == {int(table["pairs"][n][0])}
        assert end - first == 2
    assert np.array_equal(table["beside"][:6, 0] // 2 * 2, table["beside"][:6, 0])
