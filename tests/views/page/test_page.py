"""The page in a browser, used as a person would; `open_page` fails on any request, error or violation."""

import re

import news
import pytest
from hands import (
    actor,
    boxes,
    come_to_rest,
    found,
    only,
    press_at,
    relax_until,
    search_for,
    show_all,
    until,
    until_equal,
)

from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


def test_it_opens_on_those_that_are_linked_and_says_so(page):
    assert page.title() == "Red Valley press"
    status = page.locator("#status")
    nodes = "graphbuild.canvas.network.body.nodeIndices.length"
    assert status.inner_text().startswith("20 of 20 actors · ")  # two places are only mentioned
    assert "all of whom something is stated" in status.inner_text()
    assert page.evaluate(nodes) == 20
    show_all(page)
    assert status.inner_text().startswith("22 of 22 actors · ")
    assert page.evaluate(nodes) == 22


def test_the_first_view_has_no_overlapping_labels(page):
    boxes = page.evaluate("graphbuild.canvas.labelBoxes()")
    assert len(boxes) == 20
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            apart = (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] <= other["top"]
                or other["bottom"] <= one["top"]
            )
            assert apart, (one["text"], other["text"])


def test_physics_is_off_and_relax_moves_for_a_while(page):
    def places():
        return page.evaluate("graphbuild.canvas.network.getPositions()")

    before = places()
    page.wait_for_timeout(300)
    assert places() == before
    page.locator("#relax").evaluate(
        """(relax) => {
          globalThis.pressed = [];
          relax.addEventListener("click", () => pressed.push(relax.getAttribute("aria-pressed")));
        }"""
    )
    relax_until(page, lambda: places() != before)
    assert page.evaluate("pressed[0]") == "true"
    after = places()
    assert after != before
    page.wait_for_timeout(300)
    assert places() == after


def test_parallel_lines_are_drawn_apart(page):
    bends = page.evaluate(
        """Object.values(graphbuild.canvas.network.body.edges)
          .map((edge) => [[edge.fromId, edge.toId].sort((a, b) => a - b).join(), edge.fromId < edge.toId,
            edge.options.smooth.enabled ? edge.options.smooth.type + edge.options.smooth.roundness : ""])"""
    )
    sides = {}
    for pair, forward, bend in bends:
        flipped = bend if forward else bend.replace("CCW", "XX").replace("CW", "CCW").replace("XX", "CW")
        sides.setdefault(pair, []).append(flipped)
    assert max(map(len, sides.values())) >= 3  # Verania and Kastoria
    assert all(len(set(bend)) == len(bend) for bend in sides.values())


def test_keyboard_on_the_canvas(page):
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#side").get_by_role("heading", level=2).inner_text()
    assert first in (VERANIA, KASTORIA)  # the largest
    assert re.match(rf"{first}, Country, \d+ links of weight \d+", page.locator("#live").inner_text())
    page.keyboard.press("ArrowRight")
    come_to_rest(page)
    second = page.locator("#side").get_by_role("heading", level=2).inner_text()
    where = [
        page.evaluate("(a) => graphbuild.canvas.where(a).x", actor(page, name)) for name in (first, second)
    ]
    assert where[1] > where[0]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card-title"
    come_to_rest(page)
    scale = page.evaluate("graphbuild.canvas.network.getScale()")
    page.locator("#canvas").focus()
    page.keyboard.press("+")
    come_to_rest(page)
    assert page.evaluate("graphbuild.canvas.network.getScale()") > scale
    page.keyboard.press("Escape")
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == "At a glance"


def test_tab_reaches_every_control_and_shows_where_it_is(page):
    seen = []
    for _ in range(70):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.textContent"))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", seen[-1]
    for control in ("search", "view-graph", "view-table", "canvas", "fit", "relax", "minimum"):
        assert control in seen, control


def test_the_table_holds_what_the_drawing_holds(page):
    show_all(page)
    page.get_by_role("button", name="Table", exact=True).click()
    rows = page.locator("#table tbody tr")
    assert rows.count() == 22
    assert rows.first.get_by_role("rowheader").inner_text().startswith(f"{KASTORIA}\n")
    page.locator("th[data-key=name] button").click()
    assert page.locator("th[data-key=name]").get_attribute("aria-sort") == "ascending"
    assert rows.first.get_by_role("rowheader").inner_text().startswith("Amber Pass\n")
    page.locator("#table").get_by_role("button", name="Links", exact=True).click()
    all_lines = page.evaluate("graphbuild.shown().lines.length")
    assert f"1–50 of {all_lines}" in page.locator("#table").inner_text()
    page.locator("#table").get_by_role("button", name="Next").click()
    assert rows.count() == all_lines - 50
    page.locator("#table").get_by_role("button", name="Previous").click()
    first = rows.first.locator("th, td").all_inner_texts()
    assert int(first[-1]) == max(int(weight) for weight in rows.locator("td:last-child").all_inner_texts())
    rows.first.get_by_role("button").click()
    heading = page.locator("#side").get_by_role("heading", level=2).inner_text()
    assert re.split(" [→–] ", heading) == first[:2]


def test_the_table_follows_the_filters(page):
    page.get_by_role("button", name="Table", exact=True).click()
    only(page, "types", "Country")
    assert page.locator("#table tbody tr").count() == 2


def test_hover_tells_what_a_line_is(page):
    at = page.evaluate("(actor) => graphbuild.canvas.where(actor)", actor(page, "fishermen"))
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + at["x"], box["y"] + at["y"])
    tip = page.locator("#tip")
    tip.wait_for()
    assert tip.inner_text().startswith("fishermen")


def test_dark_follows_the_system(open_page, html):
    page = open_page(html, color_scheme="dark")
    light = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(light) == "rgb(20, 22, 26)"
    background = "graphbuild.canvas.network.body.nodes[0].options.color.background"
    dark = page.evaluate(background)
    page.emulate_media(color_scheme="light")
    until_equal(page, lambda: page.evaluate(light), "rgb(247, 246, 243)")
    until(page, lambda: page.evaluate(background) != dark, "the drawing to be light")


def test_names_stand_right(page):
    page.get_by_role("button", name="Table", exact=True).click()
    for name in ("سليم الحداد", "李文", "Students 🎓 United"):
        assert page.locator("#table bdi", has_text=name).count() == 1


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)",
    "\u202egnitset\u202c \u2066x",
    "N" * 10_000,
    "'\"><svg/onload=alert(4)>",
    "{{ 7 * 7 }} ${alert(5)}",
]


def test_hostile_names_and_sentences_do_no_harm(open_page):
    actors = {VERANIA: news.ACTORS[VERANIA]}
    sentences = []
    for name in HOSTILE:
        actors[name] = ("group", name[:60], name[:60], name, name)
        fact = (name, name, "attacked", VERANIA, VERANIA, "attack", -1.0, "asserted", name)
        sentences.append((f"{name} attacked Verania <b>and</b> left.", [fact]))
    documents, mentions, people, relations, edges = news.tables(
        actors, [(HOSTILE[1], "2021-06-01", HOSTILE[0], sentences)]
    )
    documents["url"] = "javascript:alert(6)"
    page = open_page(explorer(documents, mentions, people, relations, edges, title=HOSTILE[0]))
    for name in HOSTILE:
        number = page.evaluate("(id) => graphbuild.data.actors.id.indexOf(id)", news.content_id(name))
        come_to_rest(page)
        at = page.evaluate("(actor) => graphbuild.canvas.where(actor)", number)
        box = page.locator("#canvas").bounding_box()
        press_at(page, at)
        page.locator("#side q.sentence").first.wait_for()
        assert page.locator("#side mark.source").count() >= 1
        assert page.locator("#side a").count() == 0  # no javascript: link
        assert page.evaluate("document.querySelectorAll('img, svg[onload], body b').length") == 0
        page.mouse.move(box["x"] + at["x"] + 1, box["y"] + at["y"])
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.locator("#table tbody tr").count() == len(actors)
    assert "\u202e" not in page.evaluate("document.body.innerText")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_a_second_change_takes_over_while_the_view_still_moves(page):
    only(page, "signs", "Conflict")
    come_to_rest(page)
    least = page.get_by_label("At least so many sentences").element_handle()
    moving = page.evaluate(
        """(least) => {
          graphbuild.canvas.zoom(1.5);
          const moving = graphbuild.canvas.moving();
          least.value = "2";
          least.dispatchEvent(new Event("input", { bubbles: true }));
          return moving;
        }""",
        least,
    )
    assert moving
    come_to_rest(page)
    where = "(actor) => graphbuild.canvas.where(actor)"
    at_rest = page.evaluate(where, actor(page, ARMY))
    page.wait_for_timeout(500)
    assert page.evaluate(where, actor(page, ARMY)) == at_rest


def test_nodes_can_be_seen_and_touched_at_any_zoom(open_page, html):
    sizes = """() => {
      const { network } = graphbuild.canvas;
      const { nodes } = network.body;
      return graphbuild.shown().actors.map((actor) => nodes[actor].options.size * network.getScale());
    }"""
    for width, height, least in ((375, 812, 4.3), (1440, 900, 3)):  # a square as large as a dot is narrower
        page = open_page(html, width=width, height=height)
        for _ in range(4):
            assert min(page.evaluate(sizes)) >= least
            page.locator("#zoom-out").click()
            come_to_rest(page)


def names(page):
    return page.evaluate("graphbuild.canvas.labelBoxes()")


def test_a_name_is_a_target_by_mouse_and_by_finger(open_page, html):
    for settings in ({}, {"width": 375, "height": 812, "has_touch": True, "is_mobile": True}):
        page = open_page(html, **settings)
        stage = page.locator("#canvas").bounding_box()
        name = next(one for one in names(page) if one["text"] == "Veranian army")
        press = page.touchscreen.tap if settings else page.mouse.click
        press(stage["x"] + name["left"] + 3, stage["y"] + (name["top"] + name["bottom"]) / 2)
        until_equal(page, page.locator("#side").get_by_role("heading", level=2).inner_text, ARMY)


def test_names_stand_once_and_nowhere_beneath_the_controls(open_page):
    actors = {**news.ACTORS, "fishermen ": news.ACTORS["fishermen"]}
    told = [
        (
            f"{name} attacked Verania.",
            [(name, name, "attacked", VERANIA, VERANIA, "attack", -1.0, "asserted", "")],
        )
        for name in ("fishermen", "fishermen ")
    ]
    tables = list(news.tables(actors, [*news.ARTICLES, ("Boats", "2021-06-01", "Coast Daily", told)]))
    tables[2] = tables[2].assign(name=tables[2]["name"].str.strip())
    for width, height in ((1440, 900), (375, 812)):
        page = open_page(explorer(*tables), width=width, height=height)
        texts = [one["text"] for one in names(page)]
        assert texts.count("fishermen") == 1
        assert len(set(texts)) == len(texts)
        stage = page.locator("#canvas").bounding_box()
        covers = boxes(page, "#status > p") + boxes(page, "#zoom")
        for one in names(page):
            for cover in covers:
                left, top = cover["x"] - stage["x"], cover["y"] - stage["y"]
                assert (
                    one["right"] <= left
                    or one["left"] >= left + cover["width"]
                    or one["bottom"] <= top
                    or one["top"] >= top + cover["height"]
                ), (one, cover)


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
