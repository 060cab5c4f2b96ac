"""The page in a browser, used as a person would; `open_page` fails on any request, error or violation."""

import re

import news
import pytest
from hands import (
    actor,
    click_actor,
    come_to_rest,
    only,
    press_at,
    relax_until,
    show_all,
    until,
    until_equal,
)

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


@pytest.fixture(scope="module")
def html():
    return explorer(*news.news(), title="Red Valley press")


@pytest.fixture
def page(open_page, html):
    return open_page(html)


def test_it_opens_on_those_that_are_linked_and_says_so(page):
    assert page.title() == "Red Valley press"
    status = page.locator("#status")
    nodes = "graphbuild.canvas.network.body.nodeIndices.length"
    assert status.inner_text().startswith("20 of 22 actors · ")  # two places are only mentioned
    assert "the most strongly linked" in status.inner_text()
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


def test_small_window(open_page, html):
    page = open_page(html, width=375, height=812)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert page.locator("#top").bounding_box()["height"] < 110  # two rows
    click_actor(page, VERANIA)
    assert page.locator("#side").is_visible()
    come_to_rest(page)
    card, at = (
        page.locator("#side").bounding_box(),
        page.evaluate("(a) => graphbuild.canvas.where(a)", actor(page, VERANIA)),
    )
    stage = page.locator("#canvas").bounding_box()
    assert stage["y"] + at["y"] < card["y"]  # the actor is not under its card
    page.locator("#side").get_by_role("button", name="Close").click()
    assert page.locator("#side").bounding_box()["height"] == 64  # only its title is left
    page.get_by_role("button", name="Filters").click()
    only(page, "types", "Country")
    page.locator("#close-filters").click()
    assert "2 of 22" in page.locator("#status").inner_text()


def test_the_sheet_of_a_small_window_opens_by_tap_and_by_key(open_page, html):
    page = open_page(html, width=375, height=812)
    side, grip, facts = page.locator("#side"), page.locator("#side .grip"), page.locator("#side .facts")

    def high():
        return side.bounding_box()["height"]

    assert grip.inner_text() == "At a glance"
    assert not facts.is_visible()
    peek, zoom = side.bounding_box(), page.locator("#zoom").bounding_box()
    time = page.locator("#timeline").bounding_box()
    assert zoom["y"] + zoom["height"] <= time["y"] < time["y"] + time["height"] <= peek["y"] + 1
    grip.click()
    assert facts.is_visible()
    half = high()
    assert peek["height"] < half < 600
    page.keyboard.press("ArrowUp")
    assert high() > half
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert (high(), grip.get_attribute("aria-expanded")) == (64, "false")
    for _ in range(3):
        page.keyboard.press("Enter")
    assert high() == 64
    grip.click()
    side.locator(".bars button").first.click()
    assert side.get_by_role("heading", level=2).is_visible()  # the card takes the place of the overview


def test_the_choice_of_what_is_shown_is_not_cut_on_a_small_window(open_page, html):
    page = open_page(html, width=375, height=812)
    for by in ("communities", "types of actors"):
        page.locator("#fold").select_option(label=by)
        needed = page.evaluate(
            """(text) => {
              const context = document.createElement("canvas").getContext("2d");
              context.font = getComputedStyle(document.getElementById("fold")).font;
              return context.measureText(text).width;
            }""",
            by,
        )
        assert page.locator("#fold").bounding_box()["width"] >= needed + 20  # the arrow
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


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


def test_a_narrow_canvas_begins_with_fewer_actors_in_what_nothing_covers(open_page):
    html = explorer(*synthetic(300, 900))
    page = open_page(html, width=375, height=812)
    assert page.locator("#status").inner_text().startswith("30 of 300 actors")
    stage = page.locator("#stage").bounding_box()
    where = page.evaluate("graphbuild.shown().actors.map((actor) => graphbuild.canvas.where(actor))")
    top = max(box["y"] + box["height"] for box in boxes(page, "#status > p"))
    assert all(20 <= at["x"] <= 355 for at in where)
    assert all(top < stage["y"] + at["y"] < page.locator("#zoom").bounding_box()["y"] for at in where)
    assert max(at["x"] for at in where) - min(at["x"] for at in where) > 250
    page.get_by_role("button", name="Show more", exact=True).click()
    assert page.locator("#status").inner_text().startswith("60 of 300 actors")
    assert open_page(html).locator("#status").inner_text().startswith("80 of 300 actors")


def boxes(page, selector):
    return [one.bounding_box() for one in page.locator(selector).all()]


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


def test_a_finger_beside_an_actor_finds_it(open_page, html):
    near = """(reach) => {
      const { canvas } = graphbuild;
      for (const actor of graphbuild.shown().actors) {
        const { x, y } = canvas.where(actor);
        const at = { x, y: y - reach };
        const [finger, mouse] = [true, false].map((touch) => canvas.at(at, touch)?.actor);
        if (finger === actor && mouse === undefined) return { actor, ...at };
      }
    }"""
    page = open_page(html, width=375, height=812, has_touch=True, is_mobile=True)
    at, stage = page.evaluate(near, 20), page.locator("#canvas").bounding_box()
    page.touchscreen.tap(stage["x"] + at["x"], stage["y"] + at["y"])
    name = page.evaluate("(actor) => graphbuild.data.actors.name[actor]", at["actor"])
    until_equal(page, page.locator("#side").get_by_role("heading", level=2).inner_text, name)


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
