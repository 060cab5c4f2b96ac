"""What a person does with the page, and what is then seen, for the tests of its panels."""

import re

__all__ = [
    "actor",
    "click_actor",
    "click_line",
    "come_to_rest",
    "found",
    "line",
    "only",
    "open_group",
    "save",
    "search_for",
    "show_all",
    "shown",
    "shown_lines",
    "tick",
]


def actor(page, name):
    return page.evaluate("(name) => graphbuild.data.actors.name.indexOf(name)", name)


def come_to_rest(page):
    """Wait until all that a control changed is drawn and the view has stopped moving."""
    for _ in range(100):
        if not page.evaluate("graphbuild.busy() || graphbuild.canvas.moving()"):
            return
        page.wait_for_timeout(30)


def click_actor(page, name):
    come_to_rest(page)
    box = page.locator("#canvas").bounding_box()
    at = page.evaluate("(actor) => graphbuild.canvas.where(actor)", actor(page, name))
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


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
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


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
    """Draw every actor, and what is only mentioned together as well."""
    status = page.locator("#status")
    more, together = (
        status.get_by_role("button", name=name, exact=True).first for name in ("Show more", "Show")
    )
    while more.count():
        more.click()
    if together.count():
        together.click()
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
