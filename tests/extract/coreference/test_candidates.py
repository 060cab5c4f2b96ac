"""Whom a description may stand for at all; a choice is then made among these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.antecedents import antecedents
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.coreference.pronouns import pronouns
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def asked(table: str, labels: str = "ud") -> tuple[Block, dict[str, list[str]]]:
    """A block whose questions were all answered by the first candidate, and the candidates of each."""
    told: dict[str, list[str]] = {}

    def first(
        found: Mention, options: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
    ) -> Referent | None:
        assert len(options) == len(rows)
        told[found.text.lower()] = [one.last.text for one in options]
        return options[0].referent

    block = example(table, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    pronouns(block, marks)
    antecedents([(block, marks)], LEXICON, first)
    return block, told


def described(noun: str, *names: str, label: str = "") -> str:
    """ "Zyx met Yon. The town won": names with labels, and a description as subject."""
    (one, kind), (other, sort) = (name.split(":") for name in names)
    mark = f"/{label}" if label else ""
    return f"""
{one}/NNP/nsubj/2/{kind} met=meet/VBD/root/0 {other}/NNP/obj/2/{sort}~dobj ././punct/2

The=the/DT/det/2{mark} {noun}/NN/nsubj/3{mark} won=win/VBD/root/0 ././punct/3
"""


@both
@pytest.mark.parametrize(
    ("noun", "wanted"),
    [("town", ["Yon"]), ("country", ["Zyx"]), ("republic", ["Yon", "Zyx"]), ("harbour", ["Yon"])],
)
def test_a_town_is_a_place_and_a_republic_a_country(noun: str, wanted: list[str], labels: str) -> None:
    _, told = asked(described(noun, "Zyx:GPE", "Yon:LOC"), labels)
    assert [name for names in told.values() for name in names][: len(wanted)] == wanted


@both
def test_what_is_found_to_be_a_name_becomes_a_mention(labels: str) -> None:
    block, _ = asked(described("town", "Zyx:GPE", "Yon:LOC"), labels)
    (town,) = [f for f in block.mentions if f.kind == "nominal"]
    assert (town.text, town.type, town.antecedent and town.antecedent.name) == ("The town", "place", "Yon")


@both
@pytest.mark.parametrize("label", ["", "official"])
def test_no_person_is_described(label: str, labels: str) -> None:
    assert asked(described("senator", "Zyx:PERSON", "Yon:PERSON", label=label), labels)[1] == {}


@both
def test_a_phrase_that_says_which_one_is_not_asked_for(labels: str) -> None:
    table = described("town", "Zyx:GPE", "Yon:LOC").replace(
        "won=win/VBD/root/0 ././punct/3",
        "of/IN/case/4~prep/2 Yan/NNP/nmod/2/LOC~pobj/3 won=win/VBD/root/0 ././punct/5",
    )
    assert asked(table.replace("nsubj/3", "nsubj/5"), labels)[1] == {}
