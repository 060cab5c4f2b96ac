"""Single names of rulers with a number, and of whom a title makes known."""

from __future__ import annotations

import pytest

from graphbuild.records import Document, Extraction, Mention
from graphbuild.resolve import resolve


def actors(*names: tuple[str, str]) -> list[str]:
    """Actor ids of persons (title, name) of one document, in order."""
    kind = {"label": "PERSON", "kind": "name", "type": "person"}
    mentions, at = [], 0
    for title, name in names:
        end = at + len(name)
        one = Mention(f"d:{at}-{end}", "d", 0, at, end, name, **kind, name=name, title=title)
        mentions.append(one)
        at = end + 1
    text = " ".join(name for _, name in names)
    links = resolve([Extraction(Document("d", text), ((0, len(text)),), tuple(mentions), ())]).links
    return [links[m.mention_id] for m in mentions]


@pytest.mark.parametrize("names", [("Tewo IV", "Tewo"), ("Tewo", "Tewo IV")])
def test_a_ruler_is_called_by_the_name_without_its_number(names: tuple[str, str]) -> None:
    one, other = actors(*(("Emperor", name) for name in names))
    assert one == other


def test_of_two_rulers_of_one_name_neither_is_meant() -> None:
    first, second, alone = actors(("King", "Tewo I"), ("King", "Tewo II"), ("King", "Tewo"))
    assert len({first, second, alone}) == 3


def test_a_ruler_is_no_president_with_his_name_as_given_name() -> None:
    president, emperor = actors(("President", "Tewo Marrand"), ("Emperor", "Tewo"))
    assert president != emperor


def test_a_prince_keeps_his_given_name() -> None:
    full, short = actors(("Prince", "Tewo Marrand"), ("Prince", "Tewo"))
    assert full == short


def test_an_initial_and_a_surname_are_called_by_the_surname() -> None:
    full, short = actors(("Mr", "S. Tewoma"), ("Mr", "Tewoma"))
    assert full == short


def test_the_president_of_a_name_is_not_the_only_other_who_is_named_in_full() -> None:
    wife, president = actors(("First Lady", "Jill Biden"), ("President", "Biden"))
    assert (wife, president) == ("jill-biden", "joe-biden")
