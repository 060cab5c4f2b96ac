"""Pinning and hiding actors in the page: from the card, the menu at an actor, and the table."""

import re

from hands import actor, address, click_actor, only, relax_until, show_all, shown, shown_lines

FRONT, VERANIA, FISHERMEN = "Red Valley Front", "Verania", "fishermen"


def side(page):
    return page.locator("#side")


def place(page, name):
    return page.evaluate("(at) => graphbuild.canvas.network.getPosition(at)", actor(page, name))


def right_click(page, name):
    click_actor(page, name, button="right")
    return page.get_by_role("menu")


def test_a_pinned_actor_stays_while_the_others_relax(page):
    click_actor(page, FISHERMEN)
    pin = side(page).get_by_role("button", name="Pin")
    pin.focus()
    page.keyboard.press("Enter")
    assert pin.get_attribute("aria-pressed") == "true"
    assert "1 pinned" in page.locator("#status").inner_text()
    before, other = place(page, FISHERMEN), place(page, VERANIA)
    relax_until(page, lambda: place(page, VERANIA) != other)
    assert place(page, FISHERMEN) == before
    pin.click()
    relax_until(page, lambda: place(page, FISHERMEN) != before)


def test_a_pinned_actor_is_shown_whatever_the_filters(page):
    click_actor(page, FISHERMEN)
    side(page).get_by_role("button", name="Pin").click()
    only(page, "types", "Country")
    assert shown(page) == {VERANIA, "Kastoria", FISHERMEN}
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.locator("#table tbody tr").count() == 3
    address(page, "pinned=", "view=table", "only.types=country")
    page.reload()  # the address holds the pin
    assert FISHERMEN in page.locator("#table").inner_text()
    page.get_by_role("button", name="Graph", exact=True).click()
    page.get_by_role("button", name=re.compile("1 pinned – Let go")).click()
    assert shown(page) == {VERANIA, "Kastoria"}


def test_hide_and_bring_back(page):
    show_all(page)
    all_lines = len(shown_lines(page))
    click_actor(page, FRONT)
    side(page).get_by_role("button", name="Hide").click()
    assert FRONT not in shown(page)
    status = page.locator("#status").inner_text()
    assert "21 of 21 actors" in status
    assert "1 actor hidden by you" in status
    assert page.get_by_role("button", name="Show more").count() == 0  # what is hidden is no more to show
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.locator("#table tbody th", has_text=FRONT).count() == 0
    page.get_by_role("button", name="Graph", exact=True).click()
    page.get_by_role("button", name=re.compile("1 actor hidden by you – Bring back")).click()
    assert FRONT in shown(page)
    assert len(shown_lines(page)) == all_lines


def test_the_search_brings_a_hidden_actor_back(page):
    click_actor(page, FRONT)
    side(page).get_by_role("button", name="Hide").click()
    assert "1 actor hidden" in page.locator("#status").inner_text()
    page.locator("#search").fill("RVF")
    page.keyboard.press("Enter")
    assert FRONT in shown(page)
    assert "actor hidden" not in page.locator("#status").inner_text()


def test_the_menu_at_an_actor_by_mouse(page):
    menu = right_click(page, FRONT)
    assert menu.inner_text().split("\n")[0] == FRONT
    menu.get_by_role("menuitemcheckbox", name="Pin").click()
    assert not menu.is_visible()
    assert "1 pinned" in page.locator("#status").inner_text()
    menu = right_click(page, FRONT)
    assert menu.get_by_role("menuitemcheckbox", name="Pin").get_attribute("aria-checked") == "true"
    menu.get_by_role("menuitem", name="Hide").click()
    assert FRONT not in shown(page)
    assert "pinned" not in page.locator("#status").inner_text()  # what is hidden is not pinned
    right_click(page, VERANIA).get_by_role("menuitem", name="Correct …").click()
    assert page.evaluate("document.activeElement.id") == "amend-name"
    assert side(page).get_by_label("Name", exact=True).input_value() == VERANIA


def test_the_menu_at_an_actor_by_keyboard(page):
    click_actor(page, FRONT)
    page.locator("#canvas").focus()
    page.keyboard.press("Shift+F10")
    assert page.evaluate("document.activeElement.textContent") == "Open card"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == "Correct …"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "canvas"
    assert not page.get_by_role("menu").is_visible()
    page.keyboard.press("Shift+F10")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "1 pinned" in page.locator("#status").inner_text()


def test_pin_and_hide_in_the_table(page):
    page.get_by_role("button", name="Table", exact=True).click()
    page.get_by_role("button", name=f"Pin: {FRONT}").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name=f"Pin: {FRONT}").get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"Pin: {FRONT}"
    row = page.locator("#table tbody tr", has_text=FISHERMEN)
    row.hover()
    row.get_by_role("button", name="Hide").click()
    assert page.locator("#table tbody tr").count() == 19
    assert FISHERMEN not in shown(page)
