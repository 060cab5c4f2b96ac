"""For whom an official says "we"."""

from __future__ import annotations

import pytest

from graphbuild.extract.coreference.entities import referents
from graphbuild.extract.coreference.first_person import side
from graphbuild.extract.testing import example

SPOKESMAN = """
Zyx/NNP/nsubj/8/PERSON ,/,/punct/4 a/DT/det/4/official spokesman/NN/appos/1/official for/IN/case/6
Yon/NNP/nmod/4/ORG ,/,/punct/1 spoke=speak/VBD/root/0 in/IN/case/10 Mali/NNP/obl/8/GPE
"""


def test_an_official_speaks_for_the_body_that_he_is_said_to_speak_for() -> None:
    block = example(SPOKESMAN)
    zyx, spokesman = (next(f for f in block.mentions if f.first == first) for first in (0, 2))
    of = referents([block])
    assert side(zyx, of) is None
    spokesman.antecedent = zyx
    found = side(zyx, of)
    assert found is not None
    assert found.name == "Yon"


@pytest.mark.parametrize(("kind", "country", "name"), [("official", "MLI", "Mali"), ("person", "MLI", "")])
def test_else_for_his_country(kind: str, country: str, name: str) -> None:
    block = example(SPOKESMAN)
    zyx, mali = (next(f for f in block.mentions if f.name == given) for given in ("Zyx", "Mali"))
    zyx.type, zyx.country, mali.country = kind, country, "MLI"
    found = side(zyx, referents([block]))
    assert (found.name if found else "") == name
