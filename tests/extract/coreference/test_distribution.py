"""Both, they, the two countries: what is said of several is said of each."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Block, Candidate
from graphbuild.extract.coreference.antecedents import antecedents
from graphbuild.extract.coreference.distribution import distributed
from graphbuild.extract.coreference.pronouns import pronouns
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import Pattern, lexicon

LEXICON = lexicon()
JOINED = """
{one}/NNP/nsubj/4/{label} and/CC/cc/3~cc/1 {other}/NNP/conj/1/{label}- met=meet/VBD/root/0
././punct/4

"""
PRAISED = "praised=praise/VBD/root/0 Chad/NNP/obj/{k}/GPE~dobj ././punct/{k}"
BOTH = "Both=both/DT/nsubj/2 " + PRAISED.format(k=2)
THEY = "They/PRP/nsubj/2 " + PRAISED.format(k=2)
THE_TWO = "The/DT/det/3/{kind} two/CD/nummod/3/{kind} {noun}/NNS/nsubj/4/{kind} " + PRAISED.format(k=4)
ALONE = "{one}/NNP/nsubj/2/{label} left=leave/VBD/root/0 ././punct/2\n\n"


def _read(table: str, labels: str) -> Block:
    block = example(table, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    pronouns(block, marks)
    antecedents([(block, marks)], LEXICON)
    return block


def _praising(table: str, labels: str, kind: str = "verb") -> list[str]:
    """Who praises Chad, where the subject of "praised" is said to."""
    block = _read(table, labels)
    verb = block.parse.words.index("praised")
    subject = next(f for f in block.mentions if f.last == verb)
    chad = next(f for f in block.mentions if f.name == "Chad")
    one = Candidate(subject, chad, kind, Pattern("support", "", 0.5, ""), "praise", verb, "active")
    return [made.source.name for made in distributed([one])]


@both
@pytest.mark.parametrize(
    ("label", "one", "other", "rest"),
    [
        ("GPE", "Kenya", "Togo", BOTH),
        ("PERSON", "Roe", "Doe", BOTH),
        ("GPE", "Kenya", "Togo", THEY),
        ("PERSON", "Roe", "Doe", THEY),
        ("GPE", "Kenya", "Togo", THE_TWO.format(noun="countries=country", kind="country")),
        ("PERSON", "Roe", "Doe", THE_TWO.format(noun="leaders=leader", kind="official")),
        ("ORG", "Acme", "Zyx", THE_TWO.format(noun="companies=company", kind="organization")),
    ],
)
def test_each_of_two_acts(label: str, one: str, other: str, rest: str, labels: str) -> None:
    table = JOINED.format(label=label, one=one, other=other) + rest
    assert _praising(table, labels) == [one, other]


@both
def test_what_holds_of_several_is_not_said_of_each(labels: str) -> None:
    table = JOINED.format(label="GPE", one="Kenya", other="Togo") + BOTH
    assert _praising(table, labels, "affiliation") == ["Both"]


@both
@pytest.mark.parametrize("rest", [BOTH, THE_TWO.format(noun="leaders=leader", kind="official")])
def test_a_single_one_is_not_both(rest: str, labels: str) -> None:
    (source,) = _praising(ALONE.format(one="Roe", label="PERSON") + rest, labels)
    assert source != "Roe"


@both
def test_both_of_something_is_no_pronoun(labels: str) -> None:
    table = "Both=both/DT/det/2 sides=side/NNS/nsubj/3 " + PRAISED.format(k=3)
    assert [f.text for f in _read(table, labels).mentions] == ["Chad"]


@both
def test_nobody_praises_himself_where_one_of_them_is_the_object(labels: str) -> None:
    table = JOINED.format(label="GPE", one="Kenya", other="Chad") + BOTH
    assert _praising(table, labels) == ["Kenya"]
