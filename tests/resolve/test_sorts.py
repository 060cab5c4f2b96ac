import pytest

from graphbuild.resolve import resolve
from resolve.articles import article, said, together


def test_a_known_group_that_the_tagger_took_for_a_place_is_the_group():
    doc = article("a", "Hamas fired.", said("Hamas", "place"))
    assert resolve([doc]).actors[0].type == "group"


def test_a_known_city_that_the_tagger_took_for_a_person_is_the_city():
    doc = article("a", "Near Mosul it rained.", said("Mosul", "person"))
    (actor,) = resolve([doc]).actors
    assert (actor.type, actor.country) == ("place", "IRQ")


def test_most_mentions_of_a_name_decide_what_it_is():
    doc = article(
        "a",
        "Blue Harbour sank. Blue Harbour paid. Blue Harbour left.",
        *(said("Blue Harbour", kind) for kind in ("organization", "place", "organization")),
    )
    (actor,) = resolve([doc]).actors
    assert actor.type == "organization"


def test_a_name_that_ends_in_what_a_body_is_called_is_no_person():
    doc = article("a", "Curzon College closed.", said("Curzon College", "person"))
    assert resolve([doc]).actors[0].type == "organization"


@pytest.mark.parametrize(("one", "other"), [("Kiev", "Kyiv"), ("Bombay", "Mumbai"), ("Raqqah", "Raqqa")])
def test_spellings_of_a_place_are_one(one, other):
    doc = article("a", f"from {one} to {other}", said(one, "place"), said(other, "place"))
    assert [a.name for a in resolve([doc]).actors] == [other]


def test_a_long_mention_over_two_lines_shows_on_one():
    doc = article("a", "Lunar\n Rescue Committee met.", said("Lunar\n Rescue Committee", "organization"))
    assert resolve([doc]).actors[0].name == "Lunar Rescue Committee"


def test_an_article_or_possessive_is_no_part_of_an_alias():
    doc = article(
        "a",
        "the Tidal Club fell; Tidal Club's rival",
        said("the Tidal Club", "organization"),
        said("Tidal Club's", "organization"),
    )
    assert together(resolve([doc]), doc) == {"tidal-club": ["Tidal Club's", "the Tidal Club"]}
    assert resolve([doc]).actors[0].aliases == ()


def test_swapped_letters_lead_to_the_place_only_where_it_is_called_one():
    texts = {"Ukriane": ("country", "UKR"), "Khatroum": ("place", "SDN"), "Dofoville": ("place", "")}
    for text, (kind, country) in texts.items():
        found = resolve([article("d", f"Rain fell in {text}.", said(text, "place"))])
        assert [(actor.type, actor.country) for actor in found.actors] == [(kind, country)]
        assert [merge.rule for merge in found.merges] == ["letters swapped"] * bool(country)
    found = resolve([article("d", "Ukriane grew.", said("Ukriane", "organization"))])
    assert [actor.type for actor in found.actors] == ["organization"]
