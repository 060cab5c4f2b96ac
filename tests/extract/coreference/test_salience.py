"""The properties by which candidates are told apart, and the shares that come of them."""

from __future__ import annotations

import pytest

from graphbuild.extract.annotations import Mention, Quotes
from graphbuild.extract.coreference.entities import referents
from graphbuild.extract.coreference.salience import Antecedent, features, salience
from graphbuild.extract.testing import example
from graphbuild.lexicons.salience import FEATURES

TEXT = """
Zyx/NNP/nsubj/2/PERSON met=meet/VBD/root/0 Yon/NNP/obj/2/PERSON~dobj ././punct/2

She/PRP/nsubj/2 left=leave/VBD/root/0 ././punct/2
"""


def _rows(**genders: str) -> tuple[Mention, list[dict[str, float]]]:
    block = example(TEXT)
    for name in block.mentions:
        name.gender = genders.get(name.text, "")
    of = referents([block])
    pronoun = block.add(Mention(block.parse, 4, 5, 4, "pronoun", "pronoun", "", "She", gender="f"))
    names = [f for f in block.mentions if f.kind == "name"]
    for name in names:
        of[name].mentions.append(name)
    marks = Quotes([False] * len(block.parse.words), {})
    rows = features(block, marks, pronoun, [Antecedent(of[name], name) for name in names], None)
    assert all(FEATURES.count(name) == 1 for row in rows for name in row)
    return pronoun, [{k: v for k, v in row.items() if v} for row in rows]


def test_role_recency_and_parallelism_are_seen() -> None:
    _, (zyx, yon) = _rows()
    assert zyx.keys() - yon.keys() == {"subject", "same role", "first in sentence", "others since"}
    assert yon.keys() - zyx.keys() == {"object"}
    assert {"always", "sentence before", "prominent", "mentions so far"} <= zyx.keys() & yon.keys()


def test_shares_leave_room_for_none() -> None:
    pronoun, rows = _rows()
    shares, least = salience(pronoun, rows)
    assert 0 < sum(shares) < 1
    assert 0 < least < 1
    assert shares[0] > shares[1]


@pytest.mark.parametrize("name", ["Zyx", "Yon"])
def test_a_gender_that_is_known_counts_more_than_a_role(name: str) -> None:
    pronoun, rows = _rows(**{name: "f"})
    place = ["Zyx", "Yon"].index(name)
    assert rows[place]["gender known"] == 1.0
    shares, _ = salience(pronoun, rows)
    assert max(shares) == shares[place]


@pytest.mark.parametrize(("mark", "apart"), [("?", False), (".", True)])
def test_an_answer_goes_on_from_its_question(mark: str, apart: bool) -> None:
    asked = example(f"Did=do/VBD/aux/3 Yon/NNP/nsubj/3/PERSON leave/VB/root/0 {mark}/./punct/3")
    answer = example("She/PRP/nsubj/2 left=leave/VBD/root/0 ././punct/2", before=1)
    of = referents([asked, answer])
    pronoun = answer.add(Mention(answer.parse, 0, 1, 0, "pronoun", "pronoun", "", "She", gender="f"))
    (yon,) = asked.mentions
    of[yon].mentions.append(yon)
    marks = Quotes([False] * len(answer.parse.words), {})
    (row,) = features(answer, marks, pronoun, [Antecedent(of[yon], yon)], None)
    assert ("other paragraph" in row) == apart
