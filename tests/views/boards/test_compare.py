"""Two periods, outlets or actors side by side."""

import re

import news
import pytest
from hands import actor, address, until

from graphbuild.analysis.difference import Side, difference, portion

ARMY, VERANIA, KASTORIA = "Veranian army", "Verania", "Kastoria"


def compare(page):
    page.locator("#more summary").click()
    page.get_by_role("button", name="Compare").click()
    return page.locator("#board")


def columns(board):
    """The links that stand in each column, as names, all of them."""
    made = []
    for column in board.locator(".change-column").all():
        while (more := column.locator(".more:visible")).count():
            more.first.click()
        ends = column.locator("button.line .line-ends").all_inner_texts()
        made.append({tuple(sorted(text.split(" – "))) for text in ends})
    return made


def expected(**parts):
    """What `graphbuild diff` has of the same two parts: lost, in both, gained."""
    documents, mentions, actors, relations, _ = news.news()
    whole = Side(documents, mentions, actors, relations)
    a, b = (portion(whole, **part) for part in parts["of"])
    found = difference(a, b, level=1.0)
    links = found[(found["what"] == "link") & (found["change"] != "turned")]
    named = {
        change: {tuple(sorted(pair)) for pair in some[["first_name", "second_name"]].to_numpy()}
        for change, some in links.groupby("change")
    }
    return named.get("lost", set()), named.get("added", set())


def test_two_periods(page):
    board = compare(page)
    assert board.get_by_label("What is compared").input_value() == "days"
    board.get_by_label("First: to").fill("2021-04-19")
    board.get_by_label("Second: From").fill("2021-04-20")
    until(page, lambda: board.locator(".pane-name").first.inner_text().endswith("2021-04-19"), "the day")
    lost, both, gained = columns(board)
    assert (lost, gained) == expected(of=({"before": "2021-04-20"}, {"since": "2021-04-20"}))
    told = board.locator(".board-note strong").last.inner_text()
    assert [int(n) for n in re.findall(r"\d+", told)] == [
        len(lost | both | gained),
        len(lost),
        len(both),
        len(gained),
    ]
    assert board.locator(".pane").count() == 2


def test_everyone_stands_at_the_same_place_in_both(page):
    board = compare(page)
    places = [
        {
            one.locator("title").inner_html(): one.evaluate(
                "(at) => { const { x, y, width } = at.getBBox(); return [x, y, width]; }"
            )
            for one in pane.locator(".figure").all()
        }
        for pane in board.locator(".pane").all()
    ]
    assert places[0] == places[1]
    assert len(places[0]) > 5
    shadows = [
        {one.locator("title").inner_html() for one in pane.locator(".figure.shadow").all()}
        for pane in board.locator(".pane").all()
    ]
    assert shadows[0]
    assert shadows[1]
    assert not shadows[0] & shadows[1]


def test_two_outlets_and_a_link_to_the_view(page, open_page, html):
    board = compare(page)
    board.get_by_label("What is compared").select_option("outlets")
    board.get_by_label("Second").select_option(label="Lessing Radio")
    lost, both, gained = columns(board)
    assert (lost, gained) == expected(of=({"outlet": "Coast Daily"}, {"outlet": "Lessing Radio"}))
    told = address(page, "view=compare", "compare=outlets", "compare=Lessing+Radio")
    other = open_page(html, hash=told)
    assert columns(other.locator("#board")) == [lost, both, gained]


def test_two_actors_are_linked_to_whom_the_tables_say(page):
    board = compare(page)
    board.get_by_label("What is compared").select_option("actors")

    def names():
        return dict(
            zip(("First actor", "Second actor"), board.locator(".side-name").all_inner_texts(), strict=True)
        )

    for hint, name in (("First actor", VERANIA), ("Second actor", KASTORIA)):
        box = board.get_by_placeholder(hint)
        box.fill(name)
        box.press("Enter")
        until(page, lambda hint=hint, name=name: names()[hint] == name, name)
    relations = news.news()[3]
    stated = relations[(relations["kind"] != "cooccurrence") & (relations["status"] != "negated")]

    def company(name):
        out = stated.loc[stated["source_name"] == name, "target_name"]
        return set(out) | set(stated.loc[stated["target_name"] == name, "source_name"])

    one, other = company(VERANIA) - {KASTORIA}, company(KASTORIA) - {VERANIA}
    found = [
        set(column.locator("button.actor").all_inner_texts())
        for column in board.locator(".change-column").all()
    ]
    assert found == [one - other, one & other, other - one]


def test_filters_narrow_what_is_compared(page):
    board = compare(page)
    before = sum(map(len, columns(board)))
    page.locator("[data-group=signs] .choice", has_text="Conflict").hover()
    page.get_by_role("button", name="Only Conflict").click()
    assert 0 < sum(map(len, columns(board))) < before


@pytest.mark.parametrize(
    "words", ["compare=days&compare=x_y&compare=3", "compare=actors&compare=a&compare=b", "compare=q"]
)
def test_a_broken_link_compares_as_at_first(open_page, html, words):
    page = open_page(html, hash=f"view=compare&{words}")
    assert page.locator("#board .pane").count() == 2


def test_a_line_of_a_list_opens_its_sentences(page):
    board = compare(page)
    line = board.locator("button.line").first
    names = line.locator(".line-ends").inner_text().split(" – ")
    line.focus()
    page.keyboard.press("Enter")
    title = page.locator("#side h2").inner_text()
    assert all(name in title for name in names)
    assert actor(page, names[0]) >= 0
