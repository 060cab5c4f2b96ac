"""axe-core (npm, in tests/js) finds nothing wrong, by day and night, in any window, whatever is open."""

from pathlib import Path

import news
import pytest
from hands import come_to_rest, until

from graphbuild.views.explorer import explorer

AXE = Path(__file__).parents[2] / "js" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd tests/js && npm ci")
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768), (720, 450), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_whatever_is_open(open_page, scheme, width, height):
    page = open_page(explorer(*news.news()), color_scheme=scheme, width=width, height=height)
    steps = [
        "1",
        "document.querySelector('.bars button.actor').click()",
        "document.querySelector('#side .links .line').click()",
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
        "document.getElementById('view-table').click()",
        "document.getElementById('view-matrix').click()",
        "document.getElementById('view-course').click()",
        "document.getElementById('view-compare').click()",
        "document.querySelector('#board select').value = 'actors'",
        "document.querySelector('#board select').dispatchEvent(new Event('change'))",
    ]
    for step in steps:
        page.evaluate(step)
        assert wrong(page) == [], step


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd tests/js && npm ci")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_where_corrections_are_made(open_page, scheme):
    page = open_page(explorer(*news.news()), color_scheme=scheme)
    side = page.locator("#side")
    page.locator("#search").fill("marchetti")
    page.keyboard.press("Enter")
    side.get_by_role("button", name="Pin").click()
    side.get_by_role("button", name="Correct …").click()
    assert wrong(page) == [], "the form"
    side.get_by_label("Same as").fill("adler")
    page.keyboard.press("Enter")
    assert wrong(page) == [], "which name stays"
    side.locator(".amend-keep .keep").first.click()
    side.get_by_role("button", name="Reject ").first.click()
    assert wrong(page) == [], "the message"
    page.locator("#show-corrections").click()
    assert wrong(page) == [], "the list"
    page.locator("#show-corrections").click()
    page.locator("#canvas").focus()
    page.keyboard.press("Shift+F10")
    assert page.get_by_role("menu").is_visible()
    assert wrong(page) == [], "the menu"
    page.keyboard.press("Escape")
    page.locator("#view-table").click()
    assert wrong(page) == [], "the table"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd tests/js && npm ci")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_where_articles_are_read(open_page, scheme):
    page = open_page(explorer(*news.news(), texts=news.texts()), color_scheme=scheme)
    page.locator("#view-text").click()
    assert wrong(page) == [], "the list"
    page.locator("#find-articles").fill("army")
    page.locator("#text .found-sentence").first.wait_for()
    assert wrong(page) == [], "what was found"
    page.locator("#text .paper").first.click()
    page.locator("#text .said-count").first.click()
    assert wrong(page) == [], "the article"
    page.locator("#search").fill("army")
    assert wrong(page) == [], "sentences in the search box"


def wrong(page):
    come_to_rest(page)
    quiet = """() => !document.getAnimations().some((one) => one.playState === "running")
      && ![...document.querySelectorAll("#side .quote")].some((quote) => !quote.querySelector(".sentence"))"""
    until(page, lambda: page.evaluate(quiet), "colours to settle and sentences to be there")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate("axe.run().then((found) => found.violations)")
    return [(v["id"], v["nodes"][0]["html"][:120]) for v in violations]
