"""Known office holders and their country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.words import PATTERNS
from graphbuild.extract.affiliations.affiliation import affiliation
from graphbuild.extract.affiliations.incumbents import incumbents
from graphbuild.extract.annotations import Mention
from graphbuild.extract.score.measured import measured
from graphbuild.extract.score.select import select
from graphbuild.extract.testing import example

ARTICLE = """
Emmanuel/NNP/nsubj/3/PERSON Macron/NNP/flat/1/PERSON spoke=speak/VBD/root/0 ././punct/3

France/NNP/nsubj/2/GPE waited=wait/VBD/root/0 ././punct/2
"""


def found(date: str, title: str) -> list[tuple[str, str, str]]:
    block = example(ARTICLE)
    person, country = block.mentions
    person.name, person.title, country.country = "Emmanuel Macron", title, "FRA"
    return [
        (one.source.name, one.pattern.relation, one.target.name)
        for one in incumbents([block], date, PATTERNS)
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
    block = example(ARTICLE)
    person, country = block.mentions
    person.name, person.title, country.country = "Emmanuel Macron", "President", "FRA"
    (held,) = map(measured, incumbents([block], "", PATTERNS))
    elsewhere = Mention(block.parse, 4, 5, 4, "name", "GPE", "country", "France", country="FRA")
    assert select([held]).accepted == (held,)
    for place in (country, elsewhere):
        for confidence in (0.1, 0.99):
            told = replace(
                affiliation(person, place, "president", 0, "office", PATTERNS), confidence=confidence
            )
            assert select([held, told]).accepted == (told,)


def test_each_sentence_that_gives_the_title_says_it() -> None:
    block = example("\n\n".join([ARTICLE.strip(), ARTICLE.strip()]))
    for found in block.mentions:
        found.country = "FRA" if found.type == "country" else ""
        if found.type == "person":
            found.name, found.title = "Emmanuel Macron", "President"
    taken = select(map(measured, incumbents([block], "", PATTERNS))).accepted
    assert [one.source.sentence for one in taken] == [0, 2]


def test_a_country_that_the_text_does_not_name_is_not_guessed() -> None:
    block = example(ARTICLE)
    person, country = block.mentions
    person.name, person.title, country.country = "Emmanuel Macron", "President", "DEU"
    assert list(incumbents([block], "", PATTERNS)) == []
