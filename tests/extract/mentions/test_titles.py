"""Titles before names."""

from __future__ import annotations

import pytest

from graphbuild.extract.testing import described


@pytest.mark.parametrize(
    ("tokens", "found"),
    [
        (
            "Deputy=deputy/JJ/amod/3 Prime=prime/JJ/amod/3 Minister=minister/NNP/nmod:desc/4 "
            "Roe/NNP/nsubj/5/PERSON left=leave/VBD/root/0",
            ["Roe: official GOV (Deputy Prime Minister)"],
        ),
        (
            "The/DT/det/3 acting=act/VBG/amod/3 Governor=governor/NNP/nmod:desc/4 Roe/NNP/nsubj/5/PERSON "
            "left=leave/VBD/root/0",
            ["Roe: official GOV (acting Governor)"],
        ),
        (
            "Ex/JJ/amod/3 -/HYPH/punct/3 senator/NN/nmod:desc/4 Roe/NNP/nsubj/5/PERSON left=leave/VBD/root/0",
            ["Roe: official LEG (Ex-senator)"],
        ),
        (
            "Senators=senator/NNS/nmod:desc/2 Roe/NNP/nsubj/5/PERSON and/CC/cc/4 Doe/NNP/conj/2/PERSON- "
            "left=leave/VBD/root/0",
            ["Roe: official LEG (Senator)", "Doe: official LEG (Senator)"],
        ),
        (
            "Foreign=foreign/JJ/amod/2 ministers=minister/NNS/nsubj/8 Roe/NNP/nsubj/8/PERSON "
            "of/IN/case/5 Mali/NNP/nmod/3/GPE and/CC/cc/7 Doe/NNP/conj/3/PERSON left=leave/VBD/root/0",
            ["Roe: official GOV (Foreign minister)", "Doe: official GOV (Foreign minister)"],
        ),
        (
            "Ministers=minister/NNS/nsubj/2 told=tell/VBD/root/0 Roe/NNP/iobj/2/PERSON everything/NN/obj/2",
            ["Ministers: official GOV"],
        ),
        (
            "Critic=critic/NN/nmod:desc/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0",
            ["Critic: person OPP = Roe", "Roe: person OPP (Critic)"],
        ),
        (
            "Driver=driver/NN/nsubj/6 of/IN/case/4 General=general/NNP/nmod:desc/4 Roe/NNP/nmod/1/PERSON "
            "has=have/VBZ/aux/6 left=leave/VBN/root/0",
            ["Driver of General Roe: person CVL", "Roe: official MIL (General)"],
        ),
        (
            "Rivals=rival/NNS/nsubj/6 of/IN/case/5 Prime=prime/JJ/amod/4 Minister=minister/NNP/nmod:desc/5 "
            "Roe/NNP/nmod/1/PERSON left=leave/VBD/root/0",
            ["Rivals of Prime Minister Roe: group ", "Roe: official GOV (Prime Minister)"],
        ),
        (
            "Uncle=uncle/NN/nsubj/6 of/IN/case/5 former/JJ/amod/4 Governor=governor/NNP/nmod:desc/5 "
            "Roe/NNP/nmod/1/PERSON left=leave/VBD/root/0",
            ["Uncle of former Governor Roe: person CVL", "Roe: official GOV (former Governor)"],
        ),
        (
            "Minister=minister/NNP/nsubj/5 of/IN/case/4 Justice=justice/NNP/nmod:desc/4 "
            "Roe/NNP/nmod/1/PERSON left=leave/VBD/root/0",
            ["Roe: official JUD (Minister of Justice)"],
        ),
    ],
)
def test_a_title_gives_the_office(tokens: str, found: list[str]) -> None:
    assert described(tokens) == found


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("scholar/NN/compound/{n} Professor=professor/NNP/compound/{n}", "Professor"),
        ("son/NN/compound/{n} Emperor=emperor/NNP/compound/{n}", "Emperor"),
        ("former/JJ/amod/{n} President=president/NNP/compound/{n}", "former President"),
        (
            "defence/NN/compound/2 minister/NN/compound/{n} General=general/NNP/compound/{n}",
            "defence minister General",
        ),
    ],
)
def test_what_is_no_office_before_a_title_is_no_part_of_it(before: str, title: str) -> None:
    n = len(before.split()) + 1
    lines = described(f"{before.format(n=n)} Roe/NNP/nsubj/{n + 1}/PERSON left=leave/VBD/root/0")
    assert any(line.startswith("Roe:") and line.endswith(f"({title})") for line in lines)


@pytest.mark.parametrize("noun", ["sensation", "compatriot", "namesake"])
def test_nouns_that_call_nobody_by_what_he_does_are_no_titles(noun: str) -> None:
    lines = described(f"{noun}/NN/compound/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0")
    assert not any("(" in line for line in lines)
