"""The table: whole at the width of a usual screen, in words, its names always in sight."""

import news

from graphbuild.views.explorer import explorer


def open_table(open_page, html, **size):
    page = open_page(html, **size)
    page.get_by_role("button", name="Table", exact=True).click()
    return page


def test_no_column_is_cut(open_page, html):
    page = open_table(open_page, html)
    for tab in ("Actors", "Links"):
        page.locator("#table").get_by_role("button", name=tab, exact=True).click()
        wide, room = page.locator(".table-scroll").evaluate("(box) => [box.scrollWidth, box.clientWidth]")
        assert wide <= room, tab


def test_buttons_of_a_row_lie_over_nothing(open_page):
    documents, mentions, actors, relations, edges = news.news()
    long = "International Joint Committee for the Reconstruction of Port Lessing"
    actors = actors.assign(name=actors["name"].replace({"Kastoria Gas": long}))
    html = explorer(documents, mentions, actors, relations, edges)
    for size in ({}, {"width": 375, "height": 812}):
        page = open_table(open_page, html, **size)
        if not size:
            wide, room = page.locator(".table-scroll").evaluate("(box) => [box.scrollWidth, box.clientWidth]")
            assert wide <= room
        row = page.locator("#table tbody tr", has_text=long)
        row.hover()
        name = row.locator("th button.actor").bounding_box()
        for button in row.locator(".row-tools button").all():
            box = button.bounding_box()
            assert (
                box["x"] >= name["x"] + name["width"]
                or box["y"] >= name["y"] + name["height"]
                or box["x"] + box["width"] <= name["x"]
            )
            assert button.evaluate(
                """(button) => {
                  const { left, right, top, bottom } = button.getBoundingClientRect();
                  return button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
                }"""
            )


def test_codes_have_their_words_beside_them(open_page, html):
    page = open_table(open_page, html)
    row = page.locator("#table tbody tr", has_text="Tomas Okonjo").inner_text()
    assert "government GOV" in row
    page.get_by_role("button", name="Role").first.click()
    roles = page.locator("#table tbody td:nth-child(3) bdi").all_inner_texts()
    assert roles == sorted(roles, key=str.casefold)  # by the words that are shown


def test_names_stay_in_sight_on_a_small_window(open_page, html):
    page = open_table(open_page, html, width=375, height=812)
    name = page.locator("#table tbody th").first
    before = name.bounding_box()
    assert before["width"] < 375 / 2
    page.locator(".table-scroll").evaluate("(box) => { box.scrollLeft = 200; }")
    assert name.bounding_box()["x"] == before["x"]


def test_paging_is_there_where_there_are_pages(open_page, html):
    page = open_table(open_page, html, width=375, height=812)
    assert page.get_by_role("button", name="Next").count() == 0  # 22 actors
    page = open_page(html, width=375, height=812, hash="view=table&tab=links&off.kinds=%00")
    parts = [page.get_by_role("button", name=name).bounding_box()["y"] for name in ("Previous", "Next")]
    assert parts[0] == parts[1]
