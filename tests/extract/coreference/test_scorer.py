"""The learned scorer of antecedents: what it is asked, and what it leaves to the fitted weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.entities import referents
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.extract.coreference.scorer import (
    KINDS,
    LEARNED,
    PAIRED,
    SLOTS,
    Scorer,
    asked,
    kind_of,
    scorer,
)
from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import contexts, parsed_blocks
from graphbuild.extract.testing import example
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

SIZE = 6
TEXT = """
Zyx/NNP/nsubj/2/LOC met=meet/VBD/root/0 Yon/NNP/obj/2/LOC ././punct/2

The/DT/det/2 town/NN/nsubj/3 won=win/VBD/root/0 ././punct/3
"""


def _town() -> tuple[Mention, list[Antecedent]]:
    """A description and its candidates; Zyx alone has a vector like it."""
    block = example(TEXT)
    table = np.eye(len(block.parse.words), SIZE, dtype=np.float32)
    table[5] = table[0]
    block.parse = replace(block.parse, vectors=table)
    for found in block.mentions:
        found.parse = block.parse
    of = referents([block], everywhere=True)
    names = [f for f in block.mentions if f.kind == "name"]
    for name in names:
        of[name].mentions.append(name)
    (town,) = [f for f in of if f.kind == "thing" and f.head == 5]
    return town, [Antecedent(of[name], name) for name in names]


def _scorer(least: float) -> Scorer:
    """A network that says how alike the heads of phrase and last mention are."""
    narrow, kind = SIZE, 1
    table = {
        "phrase": np.eye(SIZE) * 3,
        "words": np.eye(SIZE) * 3,
        "kinds": np.zeros((len(KINDS), kind)),
        "plain": np.zeros((len(KINDS), len(PAIRED))),
        "hidden": np.zeros((narrow * (SLOTS + 3) + len(PAIRED) + kind, 1)),
        "score": np.full(1, 3.0),
        "none": np.zeros((narrow + kind, 1)),
        "none score": np.zeros(1),
        "least": np.full(len(KINDS), least),
    }
    table["hidden"][narrow * (SLOTS + 1) : narrow * (SLOTS + 2)] = 1.0
    biases = {"phrase": narrow, "words": narrow, "hidden": 1, "none": 1}
    table |= {f"{name} bias": np.zeros(size) for name, size in biases.items()}
    return Scorer(table)


def test_the_likeliest_is_chosen_if_it_is_likely_enough() -> None:
    town, candidates = _town()
    rows = [{"always": 1.0} for _ in candidates]
    shares = _scorer(0.5).shares(asked(town, candidates, rows))
    assert shares[0] > 0.5 > shares[1]
    assert 0.0 < shares.sum() < 1.0
    assert _scorer(0.5)(town, candidates, rows) is candidates[0].referent
    assert _scorer(0.999)(town, candidates, rows) is None


def test_an_unnamed_actor_must_be_surer() -> None:
    town, candidates = _town()
    rows = [{"always": 1.0} for _ in candidates]
    share = float(_scorer(0.5).shares(asked(town, candidates, rows)).max())
    candidates[0].referent.kind = "nominal"
    found = _scorer(0.1)(town, candidates, rows)
    assert (found is candidates[0].referent) == (share >= 0.7)


def test_what_is_told_of_a_description() -> None:
    town, candidates = _town()
    told = asked(town, candidates, [{"subject": 1.0}, {"object": 1.0}])
    said = [{name for name, value in zip(PAIRED, row, strict=True) if value} for row in told.pairs]
    assert said[0] == {"subject", "the", "type place", "distance"}
    assert said[1] == {"object", "the", "type place", "distance"}
    assert told.words.shape == (2, SLOTS, SIZE)


@pytest.mark.parametrize(("gender", "kind"), [("m", "person"), ("f", "person"), ("n", "it"), ("", "they")])
def test_pronouns_are_asked_by_gender(gender: str, kind: str) -> None:
    parse = example(TEXT).parse
    assert kind_of(Mention(parse, 0, 1, 0, "pronoun", "", "", "", gender=gender)) == kind


def test_the_bundled_pipeline_has_one_that_fits_what_it_is_told() -> None:
    nlp = load("")
    found = scorer(nlp)
    assert found is not None
    assert found.weights["plain"].shape == (len(KINDS), len(PAIRED))
    assert set(KINDS) >= LEARNED
    known = patterns(lexicon())
    text = "Mombasa is a port in Kenya. Thousands fled Mombasa after the flood. The city has no clean water."
    ((_, parses),) = parsed_blocks([Document("d", text)], nlp, known)
    (context,) = contexts(parses, known, found)
    (city,) = [f for f in context.block.mentions if f.text == "The city"]
    assert city.antecedent is not None
    assert city.antecedent.text == "Mombasa"
