"""Relations that lie in what someone is called."""

from __future__ import annotations

import pytest

from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.testing import told

FLED = "fled=flee/VBD/root/0"


@pytest.mark.parametrize(
    ("tokens", "relations"),
    [
        (
            f"Togo/NNP/nmod:poss/3/GPE 's/POS/case/1 allies=ally/NNS/nsubj/4/group {FLED}",
            ["allies -ally-> Togo"],
        ),
        (f"Togo/NNP/compound/2/GPE critics=critic/NNS/nsubj/3/group {FLED}", ["critics -criticize-> Togo"]),
        (f"Western/JJ/amod/2/NORP allies=ally/NNS/nsubj/3/group {FLED}", []),
        (f"Togo/NNP/compound/2/GPE killers=killer/NNS/nsubj/3/group {FLED}", []),
        (
            f"Roe/NNP/nmod:poss/3/PERSON 's/POS/case/1 killers=killer/NNS/nsubj/4/group {FLED}",
            ["killers -kill-> Roe"],
        ),
        (f"Roe/NNP/nmod:poss/3/PERSON 's/POS/case/1 wife/NN/nsubj/4/person {FLED}", []),
        (f"Togo/NNP/compound/2/GPE negotiators=negotiator/NNS/nsubj/3/group {FLED}", []),
    ],
    ids=["possessed", "named", "adjective", "from-there", "of-him", "kin", "sent"],
)
def test_whom_an_agent_noun_concerns(tokens: str, relations: list[str]) -> None:
    assert told(tokens, nominalisations) == relations
