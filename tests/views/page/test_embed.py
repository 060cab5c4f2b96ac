"""The page in another page, and in the cell of a notebook: little of it."""

import news
from hands import click_actor, come_to_rest

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer
from graphbuild.views.notebook import notebook


def test_in_another_page_there_is_the_drawing_and_what_is_chosen(open_page):
    page = open_page(explorer(*news.news(), title="Red Valley press", embed=True), width=640, height=420)
    for gone in ("#search", "#view-table", "#filters", "#timeline", "#side"):
        assert not page.locator(gone).is_visible(), gone
    stage = page.locator("#stage").bounding_box()
    assert (stage["width"], stage["height"]) == (640, 420)
    assert page.title() == "Red Valley press"
    click_actor(page, "Red Valley Front")
    come_to_rest(page)
    assert page.locator("#card-title").inner_text() == "Red Valley Front"
    assert not page.locator("#side .to-read").first.is_visible()
    page.locator("#side").get_by_role("button", name="Close").click()
    assert not page.locator("#side").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().width > 0")


def test_a_cell_has_what_it_shows_and_says_of_how_many(open_page):
    tables = synthetic(400, 3000)
    whole, small = explorer(*tables), explorer(*tables, whole=False)
    assert len(notebook(small)) < 1_600_000
    assert len(small) < len(whole) - 300_000
    page = open_page(small)
    assert page.evaluate("graphbuild.data.part[0] <= 80 && graphbuild.data.part[1] > 300")
    assert "the page has" in page.locator("#status").inner_text()
    drawn = page.evaluate("graphbuild.shown().actors.length")
    assert drawn > 60
