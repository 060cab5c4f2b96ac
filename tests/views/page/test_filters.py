"""Filters and the timeline of the page."""

import re

import news
from hands import (
    address,
    only,
    open_group,
    show_all,
    shown,
    shown_lines,
    tick,
    until,
)

from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


def test_filter_by_type(page):
    show_all(page)
    tick(page, "types", "Place")
    assert not shown(page) & {"Port Lessing", "Amber Pass"}
    assert "20 of 20 actors" in page.locator("#status").inner_text()
    assert page.locator("[data-group=types] .choice", has_text="Place").locator(".count").inner_text() == "2"


def test_what_is_only_mentioned_together_is_hidden_at_first_and_said_to_be(page):
    status = page.locator("#status")
    assert {kind for _, _, kind, _ in shown_lines(page)} == {"verb", "affiliation"}
    assert not page.get_by_role("checkbox", name=re.compile("^Co-occur")).is_checked()
    assert page.get_by_role("button", name="Reset filters").last.is_disabled()
    hidden = int(re.search(r"Mentions together are hidden: (\d+) lines. Show", status.inner_text())[1])
    before = len(shown_lines(page))
    assert f"{before} of {before} links" in status.inner_text()
    status.get_by_role("button", name="Show", exact=True).click()
    status.get_by_role("button", name="Show more", exact=True).click()
    assert len([line for line in shown_lines(page) if line[2] == "cooccurrence"]) == hidden
    assert f"{before + hidden} of {before + hidden} links" in status.inner_text()
    assert "hidden" not in status.inner_text()
    page.get_by_role("button", name="Reset filters").last.click()
    assert len(shown_lines(page)) == before
    only(page, "types", "Country")  # no mention together is the only link of these two
    assert "hidden" not in status.inner_text()


def test_a_link_keeps_whether_mentions_together_show(page, open_page, html):
    page.locator("#status").get_by_role("button", name="Show", exact=True).click()
    assert shown_lines(open_page(html, hash=address(page, "off.kinds="))) == shown_lines(page)
    page.get_by_role("button", name="Reset filters").last.click()
    until(page, lambda: "#" not in page.url, "the address to be plain again")


def test_most_linked_are_those_of_whom_most_is_stated(page):
    bars = page.locator("#side .bars li").all_inner_texts
    before = bars()
    page.locator("#status").get_by_role("button", name="Show", exact=True).click()
    assert bars() == before
    only(page, "kinds", "Co-occur")
    assert bars()
    assert bars() != before


def test_where_nothing_is_stated_mentions_together_show(open_page):
    documents, mentions, actors, relations, edges = news.news()
    counted = [table[table["kind"] == "cooccurrence"] for table in (relations, edges)]
    page = open_page(explorer(documents, mentions, actors, *counted))
    assert {kind for _, _, kind, _ in shown_lines(page)} == {"cooccurrence"}
    assert "hidden" not in page.locator("#status").inner_text()
    assert page.get_by_role("button", name="Reset filters").last.is_disabled()


def test_filter_by_kind(page):
    only(page, "kinds", "Belongs")
    assert {kind for _, _, kind, _ in shown_lines(page)} == {"affiliation"}
    people = {"Tomas Okonjo", "Colonel Dragan Hale", "Ruth Adler", "Ivo Brandt", "Élise Marchetti"}
    assert shown(page) == people | {KASTORIA, ARMY, "River Commission", FRONT, "Kastoria Gas", VERANIA}


def test_filter_by_tone(page):
    only(page, "signs", "Conflict")
    assert {sign for *_, sign in shown_lines(page)} == {-1}
    page.get_by_role("button", name="Reset filters").first.click()
    assert "20 of 20 actors" in page.locator("#status").inner_text()


def test_filter_by_what_is_done(page):
    only(page, "relations", "protest")
    assert shown(page) == {"Students 🎓 United", "Élise Marchetti"}


def test_filter_by_status_and_its_counts(page):
    counts = page.locator("[data-group=statuses] .choice .count").all_inner_texts()
    only(page, "statuses", "Intended")
    assert shown(page) == {"Northern Alliance", VERANIA}
    assert page.locator("[data-group=statuses] .choice .count").all_inner_texts() == counts


def test_filters_combine_and_counts_follow(page):
    only(page, "signs", "Conflict")
    only(page, "types", "Country")
    assert shown(page) == {KASTORIA, VERANIA}
    assert shown_lines(page) == [[KASTORIA, VERANIA, "verb", -1]]
    relations = page.locator("[data-group=relations] .choice:not(.empty) .choice-text").all_inner_texts()
    assert relations == ["threatens"]


def test_filter_by_weight(page):
    page.get_by_label("At least so many sentences").fill("2")
    assert [ARMY, FRONT, "verb", -1] in shown_lines(page)
    assert [FRONT, ARMY, "verb", -1] not in shown_lines(page)


def test_filter_by_speaker(page):
    open_group(page, "speakers")
    only(page, "speakers", "Élise Marchetti")
    assert shown_lines(page) == [[KASTORIA, FRONT, "verb", 1]]


def test_filter_by_outlet(page):
    open_group(page, "outlets")
    only(page, "outlets", "Lessing Radio")
    assert "Mira Sandoval" in shown(page)
    assert "Hill Brigades" not in shown(page)


def test_filter_by_country_and_role(page):
    open_group(page, "countries")
    only(page, "countries", "KAS")
    assert shown(page) == {KASTORIA, "Kastoria Gas", "Tomas Okonjo", "سليم الحداد"}
    open_group(page, "roles")
    only(page, "roles", "BUS")
    assert shown(page) == {"Kastoria Gas"}


def test_a_long_group_is_searched_by_name(page):
    group = page.locator("[data-group=relations]")
    assert group.locator(".choice").count() == 7
    group.get_by_role("button", name="Show all (19)").click()
    assert group.locator(".choice").count() == 19
    group.get_by_label("Find in “What is done”").fill("prot")
    assert group.locator(".choice .choice-text").all_inner_texts() == ["protests against"]
    group.get_by_label("Find in “What is done”").fill("")
    group.get_by_role("button", name="Show fewer").click()
    assert group.locator(".choice").count() == 7


def test_brush_over_time(page):
    box = page.locator(".time-chart").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.06, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] - 5, box["y"] + 10, steps=4)
    page.mouse.up()
    assert [FRONT, ARMY, "verb", -1] in shown_lines(page)
    assert [ARMY, FRONT, "verb", -1] not in shown_lines(page)
    assert page.locator(".time-tags span").all_inner_texts()[0] == "2021-03-02"
    page.get_by_role("button", name="All time").click()
    assert "20 of 20 actors" in page.locator("#status").inner_text()


def test_time_by_keyboard(page):
    page.get_by_label("To", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert page.locator(".time-tags span").all_inner_texts() == ["2021-03-02", "2021-05-08"]
    assert page.locator(".time-ends").inner_text().split() == ["2021-03-02", "2021-05-11"]  # all there is
    assert "Relief Union" not in shown(page)  # only in the last article
    assert page.get_by_label("To", exact=True).get_attribute("aria-valuetext") == "2021-05-08"


def test_an_untouched_page_does_not_look_filtered(page):
    assert page.locator("#filters .only:visible", has_text=re.compile("^all$")).count() == 0
    assert page.locator("#filters .reset").is_disabled()
    tick(page, "statuses", "Denied")
    tick(page, "statuses", "Asserted")
    assert page.locator("#filters .only:visible", has_text=re.compile("^all$")).count() == 1
    assert page.locator("#filters .reset").is_enabled()


def test_the_legend_is_whole_and_tells_tones_in_their_colours(page):
    cut = "(words) => words.scrollWidth > words.clientWidth"
    texts = page.locator("#filters .choice-text:visible").all()
    assert len(texts) > 15
    assert not any(text.evaluate(cut) for text in texts)
    tones = page.locator(".how .tone")
    assert tones.all_inner_texts() == ["conflict", "cooperation", "neither"]
    colour = "(mark) => getComputedStyle(mark).color"
    assert len({mark.evaluate(colour) for mark in tones.locator("svg").all()}) == 3


def test_a_narrow_brush_stays_in_sight(open_page, html):
    page = open_page(html, width=375, height=812)
    box = page.locator(".time-chart").bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + 10)
    low, high = page.evaluate(
        "[...document.querySelectorAll('.time-handle')].map((one) => Number(one.value))"
    )
    assert high - low == 1
    part = page.locator(".time-window").bounding_box()
    assert part["width"] >= 6
    place = "(one) => one.getBoundingClientRect().left + (one.offsetWidth - 8) * one.value / one.max"
    first, last = (page.locator(f".time-handle.{end}").evaluate(place) for end in ("first", "last"))
    assert first + 8 <= part["x"] + 1  # beside it, not over it
    assert last >= part["x"] + part["width"] - 6
    dates = page.locator(".time-tags").bounding_box()
    assert box["x"] - 1 <= dates["x"] <= part["x"]
    assert part["x"] + part["width"] <= dates["x"] + dates["width"] <= box["x"] + box["width"] + 1


def test_the_time_is_at_the_bottom_of_the_table_too(page):
    before = page.locator("#timeline").bounding_box()
    page.get_by_role("button", name="Table", exact=True).click()
    now = page.locator("#timeline").bounding_box()
    assert (now["y"], now["height"]) == (before["y"], before["height"])


def test_play_moves_a_window_through_time(page):
    page.get_by_role("button", name="Play").click()
    dates = page.locator(".time-tags span").all_inner_texts
    seen = [dates()]
    while len(seen) < 3:
        until(page, lambda: dates() != seen[-1], "the window to move")
        seen.append(dates())
    assert seen == sorted(seen)
    page.get_by_role("button", name="Pause").click()
    now = dates()
    page.wait_for_timeout(900)
    assert dates() == now


def test_nothing_ticked_is_told_from_nothing_found(page):
    for choice in ("Conflict", "Cooperation", "Neither"):
        tick(page, "signs", choice)
    assert "Nothing is ticked under “Tone”" in page.locator("#empty").inner_text()
    page.locator("#empty").get_by_role("button").click()
    assert not page.locator("#empty").is_visible()
    only(page, "types", "Place")
    only(page, "signs", "Conflict")
    assert "Nothing passes your filters" in page.locator("#empty").inner_text()


def test_the_backbone_leaves_out_what_may_be_chance_and_says_how_much(page):
    everything = shown_lines(page)
    slider = page.get_by_label("Only what stands out")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "50 %"
    kept = shown_lines(page)
    assert 0 < len(kept) < len(everything)
    assert [line for line in kept if line not in everything] == []
    assert page.locator("#backbone-kept").inner_text() == f"{len(kept)} of {len(everything)} links stand out"
    assert (
        f"{len(kept)} of {len(everything)} links that chance would make in less than 50 % of cases"
        in page.locator("#status").inner_text()
    )
    box = slider.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)  # the strictest
    assert slider.get_attribute("aria-valuetext") == "0.1 %"
    assert len(shown_lines(page)) < len(kept)
    page.get_by_role("button", name="Reset filters").last.click()
    assert slider.get_attribute("aria-valuetext") == "off"
    assert shown_lines(page) == everything
