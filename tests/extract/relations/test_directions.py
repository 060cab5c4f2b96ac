"""Acts that go another way than the places of their verb say, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told


@both
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "Norway/NNP/nsubj/2/GPE fell=fall/VBD/root/0 to/IN/case/4~prep/2 Iceland/NNP/obl/2/GPE~pobj/3",
            "Iceland -defeat-> Norway",
        ),
        (
            "Roe/NNP/nsubj/2/PERSON lost=lose/VBD/root/0 her/PRP$/nmod:poss/4~poss seat/NN/obj/2~dobj "
            "to/IN/case/6~prep/2 Doe/NNP/obl/2/PERSON~pobj/5",
            "Doe -defeat-> Roe",
        ),
        (
            "Peru/NNP/nsubj/2/GPE lost=lose/VBD/root/0 its/PRP$/nmod:poss/4~poss appeal/NN/obj/2~dobj "
            "against/IN/case/6~prep/4 Chile/NNP/nmod/4/GPE~pobj/5",
            "Chile -defeat-> Peru",
        ),
        (
            "Roe/NNP/nsubj/2/PERSON conceded=concede/VBD/root/0 defeat/NN/obj/2~dobj to/IN/case/5~prep/2 "
            "Doe/NNP/obl/2/PERSON~pobj/4",
            "Doe -defeat-> Roe",
        ),
    ],
)
def test_who_loses_is_beaten_by_the_other(tokens: str, expected: str, labels: str) -> None:
    assert expected in told(tokens, verbs, labels=labels)


def test_who_wins_beats_the_other() -> None:
    tokens = "Peru/NNP/nsubj/2/GPE won=win/VBD/root/0 against/IN/case/4 Chile/NNP/obl/2/GPE"
    assert told(tokens, verbs) == ["Peru -defeat-> Chile"]


EACH = (
    "Peru/NNP/nsubj/4/GPE and/CC/cc/3~cc/1 Chile/NNP/conj/1/GPE {verb}/VBD/root/0 {first}/DT/obj/4 "
    "{second}/JJ/fixed/5"
)


@pytest.mark.parametrize(
    ("verb", "first", "second", "relation"),
    [
        ("accused=accuse", "each", "other", "accuse"),
        ("shelled=shell", "one", "another", "attack"),
        ("praised=praise", "each", "other", "support"),
    ],
)
def test_each_other_is_both_ways(verb: str, first: str, second: str, relation: str) -> None:
    said = told(EACH.format(verb=verb, first=first, second=second), verbs)
    assert said == [f"Peru -{relation}-> Chile", f"Chile -{relation}-> Peru"]


def test_the_other_is_one_party() -> None:
    assert told(EACH.format(verb="accused=accuse", first="the", second="other"), verbs) == []
