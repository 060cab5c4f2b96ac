"""What a person does with the page, and what is then seen, for the tests of its panels.

What the page does later than at once (a frame, a movement, a timer) is waited for by looking for it, not for
so many milliseconds: a machine may be many times slower than this one, or not run the browser for seconds.
"""

import re
import time

__all__ = [
    "PATIENCE",
    "actor",
    "address",
    "boxes",
    "click_actor",
    "click_line",
    "come_to_rest",
    "drawn",
    "found",
    "line",
    "only",
    "open_group",
    "press_at",
    "relax_until",
    "save",
    "search_for",
    "show_all",
    "shown",
    "shown_lines",
    "tick",
    "until",
    "until_equal",
]

PATIENCE = 60  # seconds until a condition is given up; far more than it takes, far less than a hung run


def until(page, ready, what="it"):
    """What `ready` gives as soon as that is true."""
    ends = time.monotonic() + PATIENCE
    while not (found := ready()):
        assert time.monotonic() < ends, f"waited {PATIENCE} s for {what}"
        page.wait_for_timeout(20)
    return found


def until_equal(page, read, expected):
    """Read until what is read is as expected, and fail with what it is instead."""
    ends = time.monotonic() + PATIENCE
    while (found := read()) != expected:
        assert time.monotonic() < ends, f"after {PATIENCE} s still {found!r}, not {expected!r}"
        page.wait_for_timeout(20)


def address(page, *parts):
    """What stands after # in the address, once all of the parts do: the page writes it a while later."""
    until(page, lambda: "#" in page.url and all(part in page.url.split("#")[1] for part in parts), parts)
    return page.url.split("#")[1]


def actor(page, name):
    return page.evaluate("(name) => graphbuild.data.actors.name.indexOf(name)", name)


def boxes(page, selector):
    return [one.bounding_box() for one in page.locator(selector).all()]


def come_to_rest(page):
    """Wait until all that a control changed is drawn and the view has stopped moving."""
    rests = """async () => {
      const moves = () => graphbuild.busy() || graphbuild.canvas.moving();
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      if (moves()) return false;
      await frame(); // in which what was asked for last is drawn
      await frame();
      return !moves();
    }"""
    until(page, lambda: page.evaluate(rests), "the view to rest")


def drawn(page):
    """Wait for the first picture with its names; nothing to wait for where nothing is drawn."""
    named = """() => {
      const { canvas, shown } = graphbuild;
      const empty = document.getElementById("stage").hidden || !shown().actors.length;
      return empty || canvas.labelBoxes().length > 0;
    }"""
    come_to_rest(page)
    until(page, lambda: page.evaluate(named), "the first picture")


def press_at(page, at, press=None, **how):
    """Press the mouse, or what else presses, at a point of the canvas."""
    box = page.locator("#canvas").bounding_box()
    (press or page.mouse.click)(box["x"] + at["x"], box["y"] + at["y"], **how)


def click_actor(page, name, **how):
    come_to_rest(page)
    press_at(page, page.evaluate("(actor) => graphbuild.canvas.where(actor)", actor(page, name)), **how)


def relax_until(page, ready):
    """Relax the drawing until something is reached, and stop it, should it not have stopped by itself."""
    page.get_by_role("button", name="Relax").click()
    until(page, ready, "the drawing to relax")
    # In one step: pressed after it has stopped by itself, the button would begin anew.
    page.evaluate("document.querySelector('#relax[aria-pressed=true]')?.click()")
    assert page.get_by_role("button", name="Relax").get_attribute("aria-pressed") == "false"


def line(page, source, target, sign):
    return page.evaluate(
        """([source, target, sign]) => {
          const { lines, actors } = graphbuild.data;
          for (let at = 0; at < lines.size; at++) {
            if (actors.name[lines.source[at]] === source && actors.name[lines.target[at]] === target
              && lines.sign[at] === sign && lines.kind[at] !== 2) return at;
          }
        }""",
        [source, target, sign],
    )


def click_line(page, number):
    """Where the drawing has only this line, found by asking the drawing itself along the way."""
    come_to_rest(page)
    at = page.evaluate(
        """(line) => {
          const { network } = graphbuild.canvas;
          const { fromId, toId } = network.body.edges[line];
          const a = network.canvasToDOM(network.getPosition(fromId));
          const b = network.canvasToDOM(network.getPosition(toId));
          const hit = (at) => graphbuild.canvas.at(at)?.line === line;
          const around = [-2, 0, 2].flatMap((dx) => [-2, 0, 2].map((dy) => [dx, dy]));
          const free = ({ x, y }) => around.every(([dx, dy]) => hit({ x: x + dx, y: y + dy }));
          for (let off = 0; off < 60; off += 2) for (const side of [-1, 1])
          for (let t = 0.3; t < 0.7; t += 0.02) {
            const length = Math.hypot(b.x - a.x, b.y - a.y);
            const x = a.x + t * (b.x - a.x) - side * off * (b.y - a.y) / length;
            const y = a.y + t * (b.y - a.y) + side * off * (b.x - a.x) / length;
            if (free({ x, y })) return { x, y };
          }
        }""",
        number,
    )
    press_at(page, at)


def shown(page):
    names = page.evaluate("graphbuild.shown().actors.map((actor) => graphbuild.data.actors.name[actor])")
    return set(names)


def shown_lines(page):
    return page.evaluate(
        """graphbuild.shown().lines.map((at) => {
          const { lines, actors, kinds } = graphbuild.data;
          const name = (end) => actors.name[lines[end][at]];
          return [name("source"), name("target"), kinds[lines.kind[at]], lines.sign[at]];
        })"""
    )


def show_all(page):
    """Draw every actor and line, and what is only mentioned together as well."""
    status = page.locator("#status")
    more, together, lines = (
        status.get_by_role("button", name=name, exact=True).first
        for name in ("Show more", "Show", "Show more links")
    )
    if together.count():
        together.click()
    while more.count():
        more.click()
    while lines.count():
        lines.click()
    come_to_rest(page)


def tick(page, group, choice):
    page.locator(f"[data-group={group}]").get_by_role("checkbox", name=re.compile(rf"^{choice}")).click()


def only(page, group, choice):
    more = page.locator(f"[data-group={group}]").get_by_role("button", name="Show all")
    if more.count():
        more.click()
    row = page.locator(f"[data-group={group}] .choice", has_text=re.compile(rf"^{choice}"))
    row.hover()
    row.get_by_role("button", name=f"Only {choice}").click()


def search_for(page, words):
    page.keyboard.press("/")
    page.keyboard.type(words)


def found(page):
    return page.locator("#search-found [role=option]").all_inner_texts()


def open_group(page, group):
    page.locator(f"details[data-group={group}] summary").click()


def save(page, choice):
    page.locator("#save summary").click()
    with page.expect_download() as waiting:
        page.locator("#save").get_by_role("button", name=choice).click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, path.read_bytes()
