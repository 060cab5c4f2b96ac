"""Of too many lines the strongest are drawn; the page says so, and draws more on demand."""

import re

import pytest
from hands import address, click_actor, come_to_rest, shown_lines, until_equal

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer

LINES, ACTORS = 900, 60


@pytest.fixture(scope="module")
def html():
    return explorer(*synthetic(ACTORS, LINES))


def told(page):
    """How many lines of how many the page says that it shows, or nothing."""
    words = page.locator("#status .fewer")
    if not words.count():
        return None
    found = re.match(r"(\d+) of (\d+) links between them are shown", words.inner_text())
    return int(found[1]), int(found[2])


def test_the_strongest_lines_are_drawn_and_the_page_says_so(page):
    assert told(page) == (len(shown_lines(page)), LINES)
    assert len(shown_lines(page)) < 4 * ACTORS
    weights = page.evaluate(
        """(() => {
          const { lines } = graphbuild.data;
          const best = (some) => {
            const found = {};
            for (const line of some) for (const end of [lines.source[line], lines.target[line]]) {
              found[end] = Math.max(found[end] ?? 0, lines.weight[line]);
            }
            return found;
          };
          return [best(graphbuild.shown().lines), best(Array.from({ length: lines.size }, (_, at) => at))];
        })()"""
    )
    assert weights[0] == weights[1]  # the strongest line of each actor is there
    assert len(weights[0]) == ACTORS


def test_more_lines_are_drawn_on_demand_and_the_address_holds_it(page, open_page, html):
    first, more = len(shown_lines(page)), page.get_by_role("button", name="Show more links")
    more.click()
    assert told(page) == (len(shown_lines(page)), LINES)
    assert len(shown_lines(page)) > 1.5 * first
    other = open_page(html, hash=address(page, "dense=2"))
    assert shown_lines(other) == shown_lines(page)
    while more.count():
        more.click()
    assert told(page) is None
    assert len(shown_lines(page)) == LINES


def test_who_is_selected_has_all_lines(page):
    before, name = (
        shown_lines(page),
        page.evaluate("graphbuild.data.actors.name[graphbuild.shown().actors[40]]"),
    )

    def own(lines):
        return [line for line in lines if name in line[:2]]

    every = page.evaluate(
        """(name) => {
          const { actors, linesOf } = graphbuild.data;
          return linesOf(actors.name.indexOf(name)).length;
        }""",
        name,
    )
    assert len(own(before)) < every
    click_actor(page, name)
    assert len(own(shown_lines(page))) == every
    assert told(page) == (len(before) + every - len(own(before)), LINES)
    come_to_rest(page)
    drawn = "graphbuild.canvas.network.body.data.edges.length"
    assert page.evaluate(drawn) == len(shown_lines(page))
    page.locator("#side").get_by_role("button", name="Neighbours").click()
    assert len(own(shown_lines(page))) == every
    page.get_by_role("button", name="Show the others again").click()
    page.locator("#side").get_by_role("button", name="Close").click()
    assert shown_lines(page) == before
    come_to_rest(page)
    assert page.evaluate(drawn) == len(before)


def test_a_line_and_a_path_are_drawn_when_they_are_opened(page):
    click_actor(page, page.evaluate("graphbuild.data.actors.name[graphbuild.shown().actors[40]]"))
    page.locator("#side .links button.line").last.click()
    drawn = "(line) => graphbuild.shown().lines.includes(line)"
    assert page.evaluate(drawn, page.evaluate("graphbuild.state().selected.line"))
    page.locator("#side").get_by_role("button", name="Close").click()
    assert not page.evaluate("graphbuild.state().selected")
    until_equal(page, lambda: told(page)[1], LINES)


def test_the_page_opens_on_what_it_would_draw_itself(page):
    before, name = (
        shown_lines(page),
        page.evaluate("graphbuild.data.actors.name[graphbuild.shown().actors[0]]"),
    )
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")
    page.locator("#side").get_by_role("button", name="Correct …").click()
    page.get_by_label("Name", exact=True).fill("Somebody else")
    page.keyboard.press("Enter")
    come_to_rest(page)
    page.keyboard.press("Escape")  # closes the card
    renamed = [[name if part == "Somebody else" else part for part in line] for line in shown_lines(page)]
    assert renamed != shown_lines(page)
    assert sorted(map(str, renamed)) == sorted(map(str, before))


def test_a_small_window_has_its_own_lines(open_page, html):
    page = open_page(html, width=375, height=812)
    shown, between = told(page)
    assert len(shown_lines(page)) == shown < 4 * 30
    assert shown < between < LINES
