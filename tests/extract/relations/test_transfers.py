"""Who receives what is given away."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import told

GIVEN = (
    "Peru/NNP/nsubj/2/GPE {verb}/VBD/root/0 the/DT/det/4 {thing}/NN/obj/2 for/IN/case/6 Quito/NNP/nmod/4/GPE "
    "to/IN/case/8 Chile/NNP/{place}/GPE"
)


@pytest.mark.parametrize(
    ("verb", "thing", "place"),
    [
        ("granted=grant", "permit", "nmod/4"),
        ("awarded=award", "contract", "obl/2"),
        ("handed=hand", "command", "nmod/6"),
        ("ceded=cede", "lease", "obl/2"),
    ],
)
def test_the_receiver_is_reached_not_what_the_thing_is_for(verb: str, thing: str, place: str) -> None:
    said = told(GIVEN.format(verb=verb, thing=thing, place=place), verbs)
    assert [one.rpartition(" ")[2] for one in said] == ["Chile"]


def test_without_a_receiver_the_owner_of_the_thing_is_reached() -> None:
    tokens = "Peru/NNP/nsubj/2/GPE granted=grant/VBD/root/0 Chilean/JJ/amod/4/NORP demands=demand/NNS/obj/2"
    assert told(tokens, verbs) == ["Peru -yield-> Chilean"]
