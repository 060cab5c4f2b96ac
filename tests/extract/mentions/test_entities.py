"""Names that a pipeline cut, glued or took for one."""

from __future__ import annotations

import pytest

from graphbuild.extract.mentions.entities import entities
from graphbuild.extract.testing import example


def _names(tokens: str) -> list[tuple[str, str]]:
    parse = example(tokens).parse
    return [(parse.slice(i, j), label) for i, j, label in entities(parse)]


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (
            "Kim/NNP/nsubj/5/PERSON Ha/NNP/flat/1/PERSON -/HYPH/punct/4 neul/NNP/flat/1 "
            "left=leave/VBD/root/0",
            [("Kim Ha-neul", "PERSON")],
        ),
        (
            "Jan/NNP/compound/4/PERSON Roe/NNP/flat/1/PERSON -/HYPH/punct/4 led=lead/VBN/amod/5 "
            "groups=group/NNS/root/0",
            [("Jan Roe", "PERSON")],
        ),
        (
            "Jan/NNP/compound/5/PERSON Roe/NNP/flat/1/PERSON -/HYPH/punct/4 era/NN/compound/5 "
            "laws=law/NNS/root/0",
            [("Jan Roe", "PERSON")],
        ),
        (
            "K/NNP/nsubj/4/PERSON D/NNP/flat/1 Roe/NNP/flat/1 left=leave/VBD/root/0",
            [("K D Roe", "PERSON")],
        ),
        (
            "Roe/NNP/nsubj/3/PERSON dwelt=dwell/VBD/flat/1/PERSON on/RP/root/0 it/PRP/obj/3",
            [("Roe", "PERSON")],
        ),
        (
            "Omar/NNP/nsubj/4/PERSON bin/NNP/flat/1/PERSON Said/NNP/flat/1/PERSON left=leave/VBD/root/0",
            [("Omar bin Said", "PERSON")],
        ),
    ],
)
def test_a_name_of_a_person_is_whole_and_alone(tokens: str, found: list[tuple[str, str]]) -> None:
    assert _names(tokens) == found


def test_a_nickname_in_quotation_marks_stands_inside_the_name() -> None:
    tokens = (
        "Jan/NNP/nsubj/6/PERSON “/``/punct/3/PERSON Jo/NNP/flat/1 ”/''/punct/3 Roe/NNP/flat/1 "
        "left=leave/VBD/root/0"
    )
    assert _names(tokens)[0] == ("Jan “Jo” Roe", "PERSON")


@pytest.mark.parametrize(
    ("posted", "split"),
    [("Chad", [("Chad", "GPE"), ("Jan Roe", "PERSON")]), ("AGN", [("AGN", "ORG"), ("Jan Roe", "PERSON")])],
)
def test_whom_an_envoy_is_sent_to_is_no_given_name(posted: str, split: list[tuple[str, str]]) -> None:
    tokens = (
        f"Envoy=envoy/NN/nsubj/6 to/IN/case/3 {posted}/NNP/nmod/1/PERSON Jan/NNP/flat/3/PERSON "
        "Roe/NNP/flat/3/PERSON left=leave/VBD/root/0"
    )
    assert _names(tokens) == split


def test_a_body_keeps_the_country_in_its_name() -> None:
    tokens = (
        "Head=head/NN/nsubj/6 of/IN/case/5 Kenyan/NNP/compound/5/ORG Postal/NNP/compound/5/ORG "
        "Corporation/NNP/nmod/1/ORG left=leave/VBD/root/0"
    )
    assert _names(tokens) == [("Kenyan Postal Corporation", "ORG")]


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (
            "Zyx/NNP/compound/3/ORG sports=sport/NN/compound/3/ORG stadium/NN/root/0",
            [("Zyx", "ORG")],
        ),
        ("Kenyan/JJ/amod/2/ORG military/NN/root/0/ORG", [("Kenyan", "ORG")]),
        ("Zyx/NNP/compound/2/ORG group/NN/root/0/ORG", [("Zyx group", "ORG")]),
    ],
)
def test_what_is_glued_to_a_name_is_not_part_of_it(tokens: str, found: list[tuple[str, str]]) -> None:
    assert _names(tokens) == found


@pytest.mark.parametrize(("word", "found"), [("Alliance", []), ("Zyx", [("Zyx", "ORG")])])
def test_what_a_text_calls_somebody_for_short_is_no_name(word: str, found: list[tuple[str, str]]) -> None:
    assert _names(f"the/DT/det/3 “/``/punct/3 {word}/NNP/root/0/ORG ”/''/punct/3") == found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Alton/NNP/nsubj/4/GPE ,/,/punct/3/GPE Chad/NNP/appos/1/GPE fell=fall/VBD/root/0",
            ["Alton", "Chad"],
        ),
        (
            "Alton/NNP/nsubj/4/GPE ,/,/punct/3/GPE Maine/NNP/appos/1/GPE fell=fall/VBD/root/0",
            ["Alton, Maine"],
        ),
        ("A/DT/det/4 maverick/NN/amod/4/NORP Zyxian/NNP/amod/4/NORP senator/NN/root/0", ["Zyxian"]),
    ],
)
def test_a_town_and_its_country_are_two_names(sentence: str, names: list[str]) -> None:
    parse = example(sentence).parse
    assert [parse.slice(i, j) for i, j, _ in entities(parse)] == names


@pytest.mark.parametrize(
    ("tokens", "label"),
    [
        ("Zyxnews/NNP/nsubj/2/PERSON asked=ask/VBD/root/0", "ORG"),
        ("Zyx/NNP/compound/2/GPE Academy/NNP/nsubj/3/GPE won=win/VBD/root/0", "ORG"),
        ("Zyx/NNP/nsubj/2/PERSON asked=ask/VBD/root/0", "PERSON"),
        ("Academy/NNP/nsubj/2/GPE won=win/VBD/root/0", "GPE"),
    ],
)
def test_a_name_may_say_that_it_is_a_body(tokens: str, label: str) -> None:
    assert [found for _, found in _names(tokens)] == [label]
