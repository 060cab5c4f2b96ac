"""Known office holders and their country."""

from __future__ import annotations

import pytest

from extract.docs import marked
from extract.words import PATTERNS
from graphbuild.extract.affiliations.incumbents import incumbents

ARTICLE = """
Emmanuel emmanuel PROPN NNP | 3 nsubj | | PERSON
Macron   macron   PROPN NNP | 1 flat  | | PERSON
spoke    speak    VERB  VBD | 0 root  |
.        .        PUNCT .   | 3 punct |

France   france   PROPN NNP | 2 nsubj | | GPE
waited   wait     VERB  VBD | 0 root  |
.        .        PUNCT .   | 2 punct |
"""


def found(date: str, title: str, told: set[tuple[str, str]] | None = None) -> list[tuple[str, str, str]]:
    block = marked(ARTICLE)
    person, country = block.mentions
    person.name, person.title, country.country = "Emmanuel Macron", title, "FRA"
    return [
        (one.source.name, one.pattern.relation, one.target.name)
        for _, one in incumbents([block], date, PATTERNS, told or set())
    ]


@pytest.mark.parametrize(
    ("date", "title", "holds"),
    [
        ("2019-05-01", "", True),
        ("", "President", True),
        ("", "", False),
        ("2009-05-01", "", False),
        ("2009-05-01", "President", False),
        ("2019-05-01", "former President", False),
        ("", "General", False),
    ],
)
def test_date_or_title_tells_whether_the_office_is_held(date: str, title: str, holds: bool) -> None:
    assert found(date, title) == ([("Emmanuel Macron", "lead", "France")] if holds else [])


def test_nothing_is_added_where_the_text_says_it() -> None:
    assert found("", "President", {("Emmanuel Macron", "FRA")}) == []


def test_a_country_that_the_text_does_not_name_is_not_guessed() -> None:
    block = marked(ARTICLE)
    person, country = block.mentions
    person.name, person.title, country.country = "Emmanuel Macron", "President", "DEU"
    assert list(incumbents([block], "", PATTERNS, set())) == []
