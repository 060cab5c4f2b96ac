"""Kin of office holders: who has the same surname and the office is somebody else."""

import pytest

from graphbuild.records import Document, Extraction, Mention
from graphbuild.resolve import resolve
from graphbuild.resolve.persons.kin import kin_of_office


def _told(full: str, description: str, rest: str, title: str, surname: str, noun: str) -> Extraction:
    text = f"{full}, {description}, left. {title} {surname} spoke."

    def at(words: str, begin: int = 0, kind: str = "name", **given: str) -> Mention:
        start = text.index(words, begin)
        return Mention(
            f"d:{start}-{start + len(words)}", "d", int(start > text.index(".")), start, start + len(words),
            words, "PERSON", kind, type="person", **given,
        )  # fmt: skip

    whole = at(full, name=full)
    called = at(description.removesuffix(rest), 0, "nominal", name=noun, antecedent=whole.mention_id)
    short = at(surname, text.index(title, len(full) + len(description)), name=surname, title=title)
    return Extraction(Document("d", text), ((0, len(text)),), (whole, called, short), ())


@pytest.mark.parametrize(
    "told",
    [
        (
            "Mila Ostrand",
            "the daughter of the king",
            " of the king",
            "King",
            "Ostrand",
            "daughter",
        ),
        ("Pavel Rusek", "a cousin of Malta's prime minister", "", "Prime Minister", "Rusek", "cousin"),
        ("Ana Quint", "the governor's wife", "", "Governor", "Quint", "wife"),
    ],
)
def test_who_bears_the_office_is_not_the_one_who_is_kin_of_it(told: tuple[str, ...]) -> None:
    assert len(resolve([_told(*told)]).actors) == 2


@pytest.mark.parametrize(
    "told",
    [
        (
            "Mila Ostrand",
            "the daughter of the king",
            " of the king",
            "Senator",
            "Ostrand",
            "daughter",
        ),
        ("Pavel Rusek", "a friend of the prime minister", " of the prime minister", "Mr", "Rusek", "friend"),
    ],
)
def test_another_title_is_that_of_the_person_named(told: tuple[str, ...]) -> None:
    assert len(resolve([_told(*told)]).actors) == 1


def test_only_kin_is_asked_for() -> None:
    friend = _told("Pavel Rusek", "a friend of the king", " of the king", "King", "Rusek", "friend")
    assert kin_of_office(friend) == {}
