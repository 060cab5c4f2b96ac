"""Actors by actors, and two of them over time."""

import re

import news
from hands import address, only, until

ARMY, FRONT = "Veranian army", "Red Valley Front"


def board(page, name):
    page.locator("#more summary").click()
    page.get_by_role("button", name=name, exact=True).click()
    return page.locator("#board")


def stated():
    relations = news.news()[3]
    return relations[(relations["kind"] != "cooccurrence") & (relations["status"] != "negated")]


def test_a_cell_counts_the_sentences_of_what_one_does_to_the_other(page):
    cells = board(page, "Matrix").locator("td.cell button")
    found = {}
    for words in cells.evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))"):
        source, target, size = re.match(r"(.*) → (.*): (\d+) sentence", words).groups()
        found[source, target] = int(size)
    own = stated().drop_duplicates(["source", "target", "doc_id", "sentence"])
    assert found == own.groupby(["source_name", "target_name"]).size().to_dict()


def test_the_arrow_keys_lead_from_cell_to_cell(page):
    table = board(page, "Matrix").get_by_role("grid")
    assert table.locator("button[tabindex='0']").count() == 1
    first = table.locator("button[tabindex='0']")
    row = first.get_attribute("data-row")
    first.focus()
    page.keyboard.press("Home")
    focused = page.locator(":focus")
    assert (focused.get_attribute("data-row"), focused.get_attribute("data-column")) == (row, "-1")
    page.keyboard.press("ArrowRight")
    cell = page.locator(":focus")
    assert cell.get_attribute("data-row") == row
    assert int(cell.get_attribute("data-column")) >= 0
    words = cell.get_attribute("aria-label")
    page.keyboard.press("Enter")
    assert words.split(" → ")[0] in page.locator("#side h2").inner_text()
    assert page.locator("#board :focus").count() == 1


def test_the_matrix_follows_the_filters(page):
    only(page, "signs", "Conflict")
    cells = board(page, "Matrix").locator("td.cell")
    assert cells.count() > 0
    assert cells.count() == board_cells(stated()[stated()["polarity"] < 0])


def board_cells(relations):
    return len(relations.drop_duplicates(["source", "target"]))


def test_the_course_of_two_has_every_sentence_in_the_order_of_days(page, open_page, html):
    page.locator("#search").fill(ARMY)
    page.keyboard.press("Enter")
    page.locator("#side .links .line", has_text=FRONT).first.click()
    page.locator("#side").get_by_role("button", name="Over time").click()
    course = page.locator("#board")
    pair = stated()[stated()["source_name"].isin([ARMY, FRONT]) & stated()["target_name"].isin([ARMY, FRONT])]
    dates = course.locator(".source-line time").all_inner_texts()
    assert dates == sorted(pair["date"])
    bars = course.locator("button.course-bar")
    assert bars.count() == pair["date"].nunique()
    bars.last.click()
    assert course.locator(".relation").count() == (pair["date"] == pair["date"].max()).sum()
    assert bars.last.get_attribute("aria-pressed") == "true"
    course.get_by_role("button", name="Show all").click()
    assert course.locator(".relation").count() == len(pair)
    told = address(page, "view=course", "between=")
    other = open_page(html, hash=told)
    assert other.locator("#board .source-line time").all_inner_texts() == dates


def test_another_end_is_chosen_by_name(page):
    course = board(page, "Two over time")
    box = course.get_by_placeholder("Second actor")
    first = course.locator(".side-name").first.inner_text()
    other = next(
        name
        for pair in stated()[["source_name", "target_name"]].to_numpy()
        for name in pair
        if first in pair and name not in course.locator(".side-name").all_inner_texts()
    )
    box.fill(other)
    box.press("Enter")
    until(page, lambda: set(course.locator(".side-name").all_inner_texts()) == {first, other}, "the pair")
    box = course.get_by_placeholder("Second actor")
    box.fill("Mira Sandoval")
    box.press("Enter")
    assert "Nothing is said of" in course.locator(".board-note").last.inner_text()
