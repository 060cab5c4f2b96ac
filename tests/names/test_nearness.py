import pytest

from graphbuild.names.nearness import meant, nations_named, town


@pytest.mark.parametrize(
    ("key", "text", "is_meant"),
    [
        ("vale", "Vale was sued.", False),
        ("vale", "Vale, the Brazilian miner, was sued.", True),
        ("aa", "The bonds are rated AA.", False),
        ("aa", "The AA took a town in Myanmar.", True),
        ("eu", "The EU met.", True),
        ("npp", "Togo's NPP won.", False),
        ("npp", "The NPP won.", True),
        ("npp", "The New Patriotic Party, or NPP, beat Togo's.", True),
        ("hezbollah", "Hezbollah met Togo.", True),
    ],
)
def test_a_name_means_what_the_list_knows_where_the_text_does_not_speak_against_it(key, text, is_meant):
    assert meant(key, text) is is_meant


def test_countries_are_named_by_their_people_and_capitals():
    assert nations_named("Ghanaians flew to Lima") == {"GHA", "PER"}
    assert nations_named("Ghanaians flew to Lima", capitals=False) == {"GHA"}


def test_a_town_lies_in_the_country_that_the_text_names():
    assert town("Córdoba", "from Córdoba in Argentina") == "ARG"
    assert town("Córdoba", "from Córdoba") == ""
    assert town("Córdoba", "Córdoba, Argentina and Córdoba, Spain") == ""
