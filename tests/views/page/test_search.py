"""Finding actors by name in the page."""

import news
import pytest
from hands import (
    found,
    search_for,
)

from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("marchetti", "Élise Marchetti"),
        ("elise", "Élise Marchetti"),
        ("RVF", FRONT),
        ("sandovla", "Mira Sandoval"),
        ("okojno", "Tomas Okonjo"),
        ("hale drag", "Colonel Dragan Hale"),
        ("الحداد", "سليم الحداد"),
        ("salim", "سليم الحداد"),
        ("李", "李文"),
    ],
)
def test_search_forgives(page, typed, expected):
    search_for(page, typed)
    assert expected in found(page)[0]


def test_search_by_keyboard_opens_the_card(page):
    search_for(page, "veran")
    assert len(found(page)) >= 2
    second = found(page)[1].split("\n")[0]
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#search-found [aria-selected=true]")
    assert chosen.inner_text().startswith(second)
    assert page.locator("#search").get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == second.split(" also")[0]
    assert not page.locator("#search-found").is_visible()


def test_search_without_a_match_says_so(page):
    search_for(page, "zzzzzz")
    assert "No actor has a name" in page.locator("#search-found").inner_text()
    assert page.locator("#live").inner_text() == "No actor found"
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""


def test_actors_of_one_name_are_told_apart(open_page):
    tables = list(news.news())
    people = tables[2]
    tables[2] = people.assign(
        name=people["name"].replace({"Hill Brigades": "rebels", "Ivo Brandt": "rebels"})
    )
    page = open_page(explorer(*tables))
    search_for(page, "rebels")
    first, second = (row for row in found(page) if row.startswith("rebels"))
    assert first != second
    assert {row.split("\n")[1].split(" · ")[0] for row in (first, second)} == {"Group", "Person"}
    assert all(
        row.split(" · ")[1].split("\n")[0] in {title for title, *_ in news.ARTICLES}
        for row in (first, second)
    )
    page.locator("#search").fill("sandoval")
    assert " · " not in found(page)[0]  # only one has this name
