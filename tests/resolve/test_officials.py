"""Holders of public office, whose country and role the word list knows."""

import pytest

from graphbuild.resolve import resolve
from graphbuild.resolve.persons.holders import known_official
from resolve.articles import article, said


def _actor(text, name, **fields):
    found = resolve([article("d", text, said(name, "person", **fields))])
    (actor,) = found.actors
    return actor.type, actor.role, actor.country


@pytest.mark.parametrize(
    ("name", "role", "country"),
    [
        ("Boris Pistorius", "GOV", "DEU"),
        ("VALERY GERASIMOV", "MIL", "RUS"),
        ("Ihor Kolomoyskyi", "GOV", "UKR"),
        ("Mevlut Guney", "", ""),
    ],
)
def test_a_known_official_brings_country_and_role(name, role, country):
    assert _actor(f"{name} arrived.", name) == ("official" if role else "person", role, country)


def test_what_the_text_says_goes_before():
    text = "Spymaster Ronen Bar arrived."
    assert _actor(text, "Ronen Bar", title="Spymaster", role="MIL") == ("official", "MIL", "ISR")


@pytest.mark.parametrize(
    "fields",
    [{"country": "CAN"}, {"role": "CVL", "title": "singer"}, {"title": "goalkeeper"}, {"role": "JRN"}],
)
def test_a_namesake_is_somebody_else(fields):
    kind, role, country = _actor("Boris Pistorius arrived.", "Boris Pistorius", **fields)
    assert (kind, role, country) == ("person", fields.get("role", ""), fields.get("country", ""))


def test_an_envoy_of_the_united_nations_keeps_the_country_of_the_text():
    assert _actor("Geir Pedersen spoke.", "Geir Pedersen", country="NOR") == ("official", "IGO", "NOR")


def test_those_whose_offices_differ_have_a_country_only():
    assert _actor("Yahya Saree spoke.", "Yahya Saree") == ("person", "", "YEM")


def test_spellings_of_one_official_meet_with_a_reason():
    found = resolve(
        [
            article("a", "Mykhaylo Podolyak spoke.", said("Mykhaylo Podolyak", "person")),
            article("b", "Mykhailo Podolyak left. Podolyak smiled.", said("Mykhailo Podolyak", "person"),
                    said("Podolyak", "person")),
        ]
    )  # fmt: skip
    (actor,) = found.actors
    assert actor.country == "UKR"
    assert {(m.alias, m.rule) for m in found.merges} == {
        ("Mykhaylo Podolyak", "known official"),
        ("Podolyak", "surname"),
    }


def test_a_royal_is_known_with_the_title_only():
    assert _actor("King Philippe spoke.", "Philippe", title="King")[2] == "BEL"
    assert _actor("Philippe spoke.", "Philippe")[2] == ""


def test_a_bare_surname_is_no_official():
    assert _actor("Pistorius arrived.", "Pistorius") == ("person", "", "")


def test_a_longer_name_of_the_text_is_the_same_official():
    found = resolve(
        [
            article("a", "Roman Igorevich Busargin left. Roman Busargin spoke.",
                    said("Roman Igorevich Busargin", "person"), said("Roman Busargin", "person"))
        ]
    )  # fmt: skip
    assert [actor.country for actor in found.actors] == ["RUS"]


def test_only_a_person_holds_office():
    assert known_official(("body", "boris pistorius"), ()) is None
    assert known_official(("person", "boris pistorius"), ()).iso3 == "DEU"
