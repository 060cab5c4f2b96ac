"""How fast the page opens, drags, filters and answers, beside stock pyvis on the same graph in the same run.

    python -m benchmarks.page                         # 500/2,000  5,000/20,000  20,000/100,000
    python -m benchmarks.page --sizes 500/2000        # one size
    python -m benchmarks.page --no-stock              # without pyvis beside it

Needs Chromium (``apt-get install chromium``) and ``pip install playwright``. Every figure is the median of
three runs in a fresh browser page. *Painted* is the time from navigation to the first frame after the canvas
was drawn; *drag* counts frames while the mouse moves the view for two seconds; *answer* is the time from a
click or key press, made as a person makes it, to the first frame after it: the card, the numbers, the table.
*Drawn* is the time to the frame in which the graph follows (the answer where nothing is drawn anew); movement
of the view comes on top. Both are given on the wall and as processor time of the page's thread, which other
work on the machine lengthens less; the load of the machine stands beside the figures.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer

__all__ = ["main"]


def _stock(tables: tuple[pd.DataFrame, ...]) -> str:
    """The same graph by pyvis as it comes: positions fixed, library inlined, CDN calls taken out."""
    from pyvis.network import Network

    actors, edges = tables[2], tables[4]
    rng = random.Random(0)
    network = Network(height="900px", directed=True, cdn_resources="in_line")
    span = 40 * len(actors) ** 0.5
    network.nodes = [
        {"id": n, "label": name, "shape": "dot", "x": rng.uniform(-span, span), "y": rng.uniform(-span, span)}
        for n, name in enumerate(actors["name"])
    ]
    place = {actor: n for n, actor in enumerate(actors["actor_id"])}
    network.edges = [
        {"from": place[a], "to": place[b], "width": 1, "arrows": "to"}
        for a, b in zip(edges["source"], edges["target"], strict=True)
    ]
    network.node_ids = list(range(len(actors)))
    network.toggle_physics(False)
    page = network.generate_html()
    page = re.sub(r'<link\s+href="https://cdn[^>]*>', "", page)
    return re.sub(r'<script\s+src="https://cdn[^>]*></script>', "", page)


_WATCH = """
addEventListener("DOMContentLoaded", () => {
  const drawn = (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 3; at < data.length; at += 4) if (data[at]) return true;
    return false;
  };
  const look = () => {
    const canvas = document.querySelector("canvas");
    if (canvas && canvas.width > 300 && drawn(canvas)) {
      requestAnimationFrame(() => setTimeout(() => { globalThis.painted = performance.now(); }));
    } else requestAnimationFrame(look);
  };
  look();
});
"""

_FRAMES = """
() => {
  globalThis.frames_ = 0;
  const tick = () => { globalThis.frames_++; requestAnimationFrame(tick); };
  tick();
}
"""

# Marks the moment of each input, the first frame after it and the frame in which nothing waits any more to be
# drawn; the marks carry the processor time of the page's thread in a trace.
_MARKS = """
() => {
  globalThis.answers_ = [];
  const events = "click input change keydown pointerdown pointermove";
  for (const type of events.split(" ")) addEventListener(type, (event) => {
    if (!event.isTrusted) return;
    const at = answers_.push({ type, answer: 0, drawn: 0 }) - 1;
    performance.mark(`begin-${at}`);
    const framed = (act) => requestAnimationFrame(() => setTimeout(act));
    const reach = (stage) => {
      performance.mark(`${stage}-${at}`);
      answers_[at][stage] = performance.now() - event.timeStamp;
    };
    const settle = () => (graphbuild.busy() ? framed(settle) : reach("drawn"));
    framed(() => {
      reach("answer");
      settle();
    });
  }, { capture: true });
}
"""


def _first(page: Any, selector: str) -> None:
    page.locator(selector).first.click()


def _tick(group: str) -> Callable[[Any], None]:
    def act(page: Any) -> None:
        box = page.locator(f"[data-group={group}]")
        if box.evaluate("(box) => box.tagName === 'DETAILS' && !box.open"):
            box.locator("summary").click()
            page.wait_for_timeout(300)
        page.evaluate("answers_.length = 0")
        box.locator("input[type=checkbox]").nth(1).click()

    return act


def _press(selector: str, key: str) -> Callable[[Any], None]:
    return lambda page: page.locator(selector).first.press(key)


def _click(selector: str) -> Callable[[Any], None]:
    return lambda page: _first(page, selector)


def _fold(by: str) -> Callable[[Any], None]:
    """A choice from the list; a browser's own list opens outside the page, so that keys make the choice."""

    def act(page: Any) -> None:
        box = page.locator("#fold")
        box.focus()
        page.evaluate("answers_.length = 0")
        if by:
            page.keyboard.press("ArrowDown")
        else:
            page.keyboard.press("Home")

    return act


def _brush(page: Any) -> None:
    box = page.locator(".time-chart").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 10)
    page.mouse.up()


def _path(page: Any) -> None:
    page.locator(".bars button.actor").first.click()
    page.get_by_role("button", name="Path to").click()
    page.locator("#path-search").fill(page.evaluate("graphbuild.data.actors.name.at(-1)"))
    page.wait_for_timeout(500)
    page.evaluate("answers_.length = 0")
    page.locator("#path-search").press("Enter")


def _rename(page: Any) -> None:
    page.locator(".bars button.actor").first.click()
    page.get_by_role("button", name="Correct …").click()
    page.locator("#amend-name").fill("Another name")
    page.wait_for_timeout(500)
    page.evaluate("answers_.length = 0")
    page.locator("#amend-name").press("Enter")


def _merge(page: Any) -> None:
    page.locator(".bars button.actor").first.click()
    page.get_by_role("button", name="Correct …").click()
    page.locator("#merge-search").fill(page.evaluate("graphbuild.data.actors.name.at(-1)"))
    page.wait_for_timeout(500)
    page.locator("#merge-search").press("Enter")
    page.wait_for_timeout(500)
    page.evaluate("answers_.length = 0")
    _first(page, "button.keep")


# Name, what counts as the input, the act; in the order of use.
_ACTS: list[tuple[str, str, Callable[[Any], None]]] = [
    ("card of an actor", "click", _click(".bars button.actor")),
    ("card of a line", "click", _click("#side .links button.line")),
    ("back", "click", lambda page: page.locator("#side").get_by_role("button", name="Back").click()),
    ("pin", "click", lambda page: page.get_by_role("button", name="Pin", exact=True).click()),
    ("let go", "click", lambda page: page.get_by_role("button", name="1 pinned").click()),
    ("around an actor", "click", lambda page: page.get_by_role("button", name="Neighbours").click()),
    ("around nobody", "click", lambda page: page.get_by_role("button", name="Show the others").click()),
    ("close the card", "click", _click("#side button.icon")),
    ("search, first letter", "keydown", _press("#search", "k")),
    ("search, second letter", "keydown", _press("#search", "a")),
    ("search, Enter", "keydown", _press("#search", "Enter")),
    ("close it", "click", _click("#side button.icon")),
    ("path", "keydown", _path),
    ("close the path", "click", _click("#side button.icon")),
    ("rename an actor", "keydown", _rename),
    ("undo", "click", _click("#toast button")),
    ("reject a sentence", "click", _click("#side button.reject")),
    ("undo it", "click", _click("#toast button")),
    ("close its card", "click", _click("#side button.icon")),
    ("merge two actors", "click", _merge),
    ("undo the merge", "click", _click("#toast button")),
    ("close the card again", "click", _click("#side button.icon")),
    *((f"filter: {group}", "click", _tick(group)) for group in
      ("types", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles")),
    ("reset", "click", _click(".reset")),
    ("filter: sentences", "keydown", _press("#minimum", "ArrowRight")),
    ("reset it", "click", _click(".reset")),
    ("timeline: brush", "pointermove", _brush),
    ("timeline: key", "keydown", _press(".time-handle >> nth=1", "ArrowLeft")),
    ("timeline: all time", "click", lambda page: page.get_by_role("button", name="All time").click()),
    ("show more", "click", lambda page: page.get_by_role("button", name="Show more", exact=True).click()),
    ("show more links", "click", lambda page: page.get_by_role("button", name="Show more links").click()),
    ("filter: backbone", "keydown", _press("#backbone", "ArrowRight")),
    ("reset the backbone", "click", _click(".reset")),
    ("view: communities", "change", _fold("communities")),
    ("card of a group", "keydown", _press("#canvas", "ArrowRight")),
    ("close the group's card", "click", _click("#side button.icon")),
    *((f"view: {by or 'actors'}", "change", _fold(by)) for by in ("countries", "types", "")),
    ("table", "click", _click("#view-table")),
    ("table: sort", "click", _click("th[data-key=name] button")),
    ("table: links", "click", lambda page: page.get_by_role("button", name="Links", exact=True).click()),
    ("table: sort links", "click", _click("th[data-key=source] button")),
    ("table: next page", "click", lambda page: page.get_by_role("button", name="Next").click()),
    ("graph", "click", _click("#view-graph")),
]  # fmt: skip


def _answers(page: Any) -> dict[str, tuple[float, ...]]:
    """Milliseconds of every act, to the answer and to the drawing, each on the wall and of the thread."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    page.evaluate(_MARKS)
    found = {}
    for name, kind, act in _ACTS:
        ended: list[bool] = []
        session.once("Tracing.tracingComplete", lambda _, ended=ended: ended.append(True))
        config = {"includedCategories": ["blink.user_timing"], "excludedCategories": ["*"]}
        page.evaluate("answers_.length = 0")
        events.clear()
        session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": config})
        act(page)
        page.wait_for_timeout(900)
        while page.evaluate("answers_.some(({ drawn }) => drawn === 0)"):
            page.wait_for_timeout(50)
        session.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(20)
        marks = {event["name"]: event["tts"] / 1000 for event in events if "tts" in event}
        found[name] = max(
            (
                tuple(
                    time
                    for stage in ("answer", "drawn")
                    for time in (one[stage], marks[f"{stage}-{at}"] - marks[f"begin-{at}"])
                )
                for at, one in enumerate(page.evaluate("answers_"))
                if one["type"] == kind and f"drawn-{at}" in marks
            ),
            default=(0.0,) * 4,
        )
    session.detach()
    return found


def _open(browser: Any, path: Path) -> tuple[Any, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_WATCH)
    page.goto(path.as_uri(), wait_until="commit", timeout=120_000)
    while not (painted := page.evaluate("globalThis.painted || 0")):
        page.wait_for_timeout(50)
    return page, float(painted)


def _drag(page: Any, x: int, y: int, seconds: float = 2.0) -> float:
    """Frames per second while the mouse pulls the view about."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(_FRAMES)
    began, step = time.perf_counter(), 0
    first = page.evaluate("globalThis.frames_")
    while time.perf_counter() - began < seconds:
        step += 1
        page.mouse.move(x + 60 * np.sin(step / 8), y + 40 * np.cos(step / 8))
    frames = page.evaluate("globalThis.frames_") - first
    lasted = time.perf_counter() - began
    page.mouse.up()
    return frames / lasted


def main() -> None:
    """Print the figures."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", nargs="*", default=["500/2000", "5000/20000", "20000/100000"])
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--stock", action=argparse.BooleanOptionalAction, default=True, help="pyvis beside it"
    )
    given = parser.parse_args()
    args = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for size in given.sizes:
            actors, edges = map(int, size.split("/"))
            tables = synthetic(actors, edges)
            began = time.perf_counter()
            ours, stock = Path(folder, "ours.html"), Path(folder, "stock.html")
            ours.write_text(explorer(*tables), encoding="utf-8")
            built = time.perf_counter() - began
            stock.write_text(_stock(tables), encoding="utf-8")
            print(f"\n{actors:,} actors, {edges:,} edges, {edges * 3:,} sentences")
            print(f"  built in {built:.1f} s, {ours.stat().st_size / 1e6:.1f} MB on disk")
            browser = playwright.chromium.launch(executable_path=given.chromium, args=args.split())
            _open(browser, ours)[0].close()  # the first page of a browser is slower than any other
            figures: dict[str, list[float]] = {"load at the start": [os.getloadavg()[0]]}
            answers: dict[str, list[tuple[float, ...]]] = {}
            for _ in range(given.runs):
                page, painted = _open(browser, ours)
                figures.setdefault("ours painted ms", []).append(painted)
                figures.setdefault("ours drag fps", []).append(_drag(page, 360, 830))
                for name, times in _answers(page).items():
                    answers.setdefault(name, []).append(times)
                session = page.context.new_cdp_session(page)
                session.send("HeapProfiler.collectGarbage")
                heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
                figures.setdefault("ours heap MB", []).append(heap)
                page.close()
            for _ in range((given.runs if actors < 10_000 else 1) if given.stock else 0):
                page, painted = _open(browser, stock)
                figures.setdefault("stock painted ms", []).append(painted)
                figures.setdefault("stock drag fps", []).append(_drag(page, 20, 860))
                page.close()
            browser.close()
            for name, values in figures.items():
                print(f"  {name:28} {statistics.median(values):9.1f}")
            print(f"  {'load at the end':28} {os.getloadavg()[0]:9.1f}")
            heads = ("answer", "CPU", "drawn", "CPU")
            print(f"  {'median of runs, ms':28}" + "".join(f" {head:>9}" for head in heads))
            for name, values in answers.items():
                medians = [statistics.median(column) for column in zip(*values, strict=True)]
                print(f"  {name:28}" + "".join(f" {median:9.0f}" for median in medians))
            if not given.stock:
                continue
            ratio = statistics.median(figures["ours painted ms"]) / statistics.median(
                figures["stock painted ms"]
            )
            print(f"  painted, ours to stock       {ratio:9.2f}")


if __name__ == "__main__":
    main()
