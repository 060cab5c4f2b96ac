"""The page on a telephone."""

from hands import actor, boxes, click_actor, come_to_rest, only, until_equal

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer

VERANIA = "Verania"


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
    assert "2 of 2 actors" in page.locator("#status").inner_text()


def test_the_sheet_of_a_small_window_opens_by_tap_and_by_key(open_page, html):
    page = open_page(html, width=375, height=812)
    side, grip, facts = page.locator("#side"), page.locator("#side .grip"), page.locator("#side .facts")

    def high():
        return side.bounding_box()["height"]

    assert grip.inner_text() == side.locator(".headline-who").text_content()  # what was found
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


def test_a_narrow_canvas_begins_with_fewer_actors_in_what_nothing_covers(open_page):
    tables = synthetic(300, 900)
    stated = tables[4][tables[4]["kind"] != "cooccurrence"]
    linked = len({*stated["source"], *stated["target"]})
    html = explorer(*tables)
    page = open_page(html, width=375, height=812)
    assert page.locator("#status").inner_text().startswith(f"30 of {linked} actors")
    stage = page.locator("#stage").bounding_box()
    where = page.evaluate("graphbuild.shown().actors.map((actor) => graphbuild.canvas.where(actor))")
    top = max(box["y"] + box["height"] for box in boxes(page, "#status > p"))
    assert all(20 <= at["x"] <= 355 for at in where)
    assert all(top < stage["y"] + at["y"] < page.locator("#zoom").bounding_box()["y"] for at in where)
    assert max(at["x"] for at in where) - min(at["x"] for at in where) > 250
    page.get_by_role("button", name="Show more", exact=True).click()
    assert page.locator("#status").inner_text().startswith(f"60 of {linked} actors")
    assert open_page(html).locator("#status").inner_text().startswith(f"80 of {linked} actors")


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
