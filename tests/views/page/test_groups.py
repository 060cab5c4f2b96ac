"""The graph by community, country and type, by mouse and by keyboard."""

import io
import re

import pandas as pd
from hands import (
    actor,
    address,
    click_actor,
    come_to_rest,
    only,
    press_at,
    save,
    shown,
    until_equal,
)

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


DRAWN = "graphbuild.canvas.network.body.data.nodes.length"


def fold(page, by):
    page.get_by_label("Show", exact=True).select_option(label=by)
    come_to_rest(page)


def groups(page):
    return page.evaluate("graphbuild.folded().actors.name")


def heading(page):
    return page.locator("#side").get_by_role("heading", level=2).inner_text()


def names(page):
    return page.evaluate("graphbuild.canvas.labelBoxes().map(({ text }) => text)")


def click_group(page, name):
    come_to_rest(page)
    number = page.evaluate("(name) => graphbuild.folded().actors.name.indexOf(name)", name)
    press_at(page, page.evaluate("(group) => graphbuild.canvas.where(group)", number))


def test_by_country_a_state_takes_in_its_officials_and_bodies(page):
    fold(page, "countries")
    assert not {"Tomas Okonjo", "Colonel Dragan Hale", ARMY, "Élise Marchetti"} & set(groups(page))
    assert {VERANIA, KASTORIA, FRONT, "Kastoria Gas"} <= set(groups(page))
    assert page.locator("#status").inner_text().startswith("15 of 15 countries and others")
    click_group(page, VERANIA)
    assert heading(page) == VERANIA
    members = page.locator("#side .members button").all_inner_texts()
    assert set(members) == {VERANIA, ARMY, "Élise Marchetti", "Colonel Dragan Hale", "Supreme Court"}
    assert "Among themselves" in page.locator("#side").inner_text()


def test_a_dyad_sums_its_sentences_and_leads_to_them(page):
    fold(page, "countries")
    click_group(page, VERANIA)
    page.locator("#side .links button", has_text=f"→ {FRONT}").click()
    assert heading(page) in (f"{VERANIA} – {FRONT}", f"{FRONT} – {VERANIA}")
    sums = page.locator("#side li.sum").all_inner_texts()
    there = next(text for text in sums if text.startswith(f"{VERANIA} → {FRONT}"))
    assert "mean polarity −1.00" in there  # the army attacks twice, once possibly
    assert there.endswith("2")
    page.locator("#side q.sentence").first.wait_for()
    page.locator("#side").get_by_role("button", name="Back").click()
    assert heading(page) == VERANIA


def test_switching_keeps_what_is_selected(page):
    click_actor(page, "Tomas Okonjo")
    fold(page, "countries")
    assert heading(page) == "Tomas Okonjo"
    fold(page, "actors")
    assert heading(page) == "Tomas Okonjo"
    assert len(shown(page)) == 20
    fold(page, "types of actors")
    click_group(page, "Group")
    fold(page, "actors")
    assert heading(page) == "Group"  # the card stays, its actors are in the light
    page.locator("#side .members button", has_text=FRONT).click()
    assert heading(page) == FRONT


def test_actors_stay_where_they_were(page):
    where = "(actor) => graphbuild.canvas.network.getPosition(actor)"
    before = page.evaluate(where, actor(page, FRONT))
    fold(page, "communities")
    fold(page, "actors")
    assert page.evaluate(where, actor(page, FRONT)) == before


def test_filters_hold_in_every_view(page):
    fold(page, "types of actors")
    assert set(groups(page)) == {"Country", "Organisation", "Group", "Official", "Person"}
    only(page, "relations", "protest")
    assert set(groups(page)) == {"Group", "Official"}
    assert set(page.evaluate("graphbuild.folded().lines.sign")) == {-1} or page.evaluate(
        "Array.from(graphbuild.folded().lines.sign).every((sign) => sign === -1)"
    )
    page.get_by_role("button", name="Show actors again").click()
    assert page.get_by_label("Show", exact=True).input_value() == ""


def test_by_keyboard(page):
    page.get_by_label("Show", exact=True).focus()
    page.keyboard.press("ArrowDown")
    until_equal(page, page.get_by_label("Show", exact=True).input_value, "communities")
    come_to_rest(page)
    assert len(groups(page)) < 22
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = heading(page)
    assert ", " in first  # a community is named after its first actors
    reached = {first}
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        reached.add(heading(page))
    assert len(reached) > 1


def test_an_actor_in_no_community_makes_none(page):
    fold(page, "communities")
    only(page, "kinds", "Belongs")
    come_to_rest(page)
    alone = page.evaluate("graphbuild.folded().sizes.filter((size) => size === 1).length")
    assert alone > 0
    told = rf"{page.evaluate(DRAWN)} of {len(groups(page)) - alone} communities"
    assert page.locator("#status").inner_text().startswith(told)
    assert re.search(
        rf"\b{alone} actors? in no community (is|are) left out", page.locator("#status").inner_text()
    )
    name = page.evaluate(
        """graphbuild.data.actors.name.find((_, actor) => {
          const { of, sizes } = graphbuild.folded();
          return of[actor] >= 0 && sizes[of[actor]] === 1;
        })"""
    )
    page.keyboard.press("/")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    assert heading(page) == name  # it is found nonetheless


def test_a_link_restores_the_view(page, open_page, html):
    fold(page, "countries")
    click_group(page, KASTORIA)
    other = open_page(html, hash=address(page, "fold=countries", "group=KAS"))
    assert other.get_by_label("Show", exact=True).input_value() == "countries"
    assert heading(other) == KASTORIA
    assert groups(other) == groups(page)
    broken = open_page(html, hash="fold=planets&group=countries&group=nowhere")
    assert heading(broken) == "At a glance"
    assert names(broken)  # nothing is selected, so that nothing lies in the shade
    assert len(shown(broken)) == 20


def test_groups_stand_apart_and_are_named(page):
    for by in ("communities", "countries", "types of actors"):
        fold(page, by)
        boxes = page.evaluate("graphbuild.canvas.labelBoxes()")
        assert len(boxes) == page.evaluate(DRAWN)
        for at, one in enumerate(boxes):
            for other in boxes[:at]:
                assert (
                    one["right"] <= other["left"]
                    or other["right"] <= one["left"]
                    or one["bottom"] <= other["top"]
                    or other["bottom"] <= one["top"]
                ), (by, one["text"], other["text"])


def test_save_what_is_folded(page):
    fold(page, "countries")
    _, content = save(page, "Links (CSV)")
    links = pd.read_csv(io.BytesIO(content))
    dyad = links[(links["source_name"] == VERANIA) & (links["target_name"] == FRONT)]
    assert dyad[["kind", "polarity", "weight"]].to_numpy().tolist() == [["verb", -1.0, 2]]
    _, content = save(page, "Drawing (SVG)")
    assert f">{FRONT}</text>" in content.decode()
