"""Ships by name and by navy."""

from __future__ import annotations

import pytest

from graphbuild.extract.mentions.vessels import vessels
from graphbuild.extract.testing import example


def names(tokens: str) -> list[tuple[str, str]]:
    parse = example(tokens).parse
    return [(parse.slice(i, j), country) for i, j, country in vessels(parse)]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ("USS/NNP/compound/2 Heron/NNP/nsubj/3 sailed=sail/VBD/root/0", [("USS Heron", "USA")]),
        (
            "FS/NNP/compound/2 Jean/NNP/nsubj/5 de/NNP/flat/2 Bart/NNP/flat/2 sank=sink/VBD/root/0 "
            "a/DT/det/7 tanker/NN/obj/5",
            [("FS Jean de Bart", "FRA")],
        ),
        (
            "USS/NNP/compound/2 Lake/NNP/nsubj/4/LOC Erie/NNP/flat/2/LOC met=meet/VBD/root/0 "
            "HMS/NNP/compound/6 Otter/NNP/obj/4",
            [("USS Lake Erie", "USA"), ("HMS Otter", "GBR")],
        ),
    ],
)
def test_the_prefix_begins_a_ships_name(tokens: str, expected: list[tuple[str, str]]) -> None:
    assert names(tokens) == expected


def test_letters_of_other_meanings_need_the_sea() -> None:
    assert names("ARA/NNP/compound/2 News/NNP/nsubj/3 reported=report/VBD/root/0") == []
    at_sea = "the/DT/det/4 ship/NN/nmod:desc/4 ARA/NNP/compound/4 Plata/NNP/nsubj/5 sailed=sail/VBD/root/0"
    assert names(at_sea) == [("ARA Plata", "ARG")]


def test_a_prefix_alone_or_before_a_common_word_is_no_name() -> None:
    assert names("the/DT/det/3 USS/NNP/compound/3 crew/NN/nsubj/4 sailed=sail/VBD/root/0 USS/NNP/obj/4") == []
