"""How fast the page opens, drags, filters and answers, beside stock pyvis on the same graph in the same run.

    python -m benchmarks.page                         # 500/2,000  5,000/20,000  20,000/100,000
    python -m benchmarks.page --sizes 500/2000        # one size
    python -m benchmarks.page --no-stock              # without pyvis beside it

Needs Chromium (``apt-get install chromium``) and ``pip install playwright``. Every figure is the median of
three runs in a fresh browser page. *Painted* is the time from navigation to the first frame after the canvas
was drawn; *drag* counts frames while the mouse moves the view for two seconds; *answer* is the time from a
click or key press, made as a person makes it, to the first frame after it, on the wall and as processor time
of the page's thread (which other work on the machine does not lengthen).
"""

from __future__ import annotations

import argparse
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

from graphbuild.records import content_id
from graphbuild.tables import SCHEMAS
from graphbuild.views.explorer import explorer

__all__ = ["synthetic"]

_CLASSES = [
    ("attack", -1.0, "attacked"),
    ("accuse", -0.35, "accused"),
    ("sanction", -0.6, "sanctioned"),
    ("support", 0.5, "backed"),
    ("discuss", 0.25, "met"),
    ("aid", 1.0, "supplied"),
    ("say", 0.0, "told"),
]
_COUNTRIES = (
    "SYR IRQ IRN TUR RUS USA GBR FRA DEU UKR ISR LBN JOR EGY SAU QAT YEM LBY TUN DZA MAR SDN ETH KEN NGA"
).split()
_ROLES = ["GOV", "MIL", "REB", "NGO", "BUS", "CVL"]
_TYPES = ["country", "organization", "group", "official", "person", "place"]
_SYLLABLES = "ka ve ron dal mi sto lin bar che nu gor tes ama rik sol ven tra hul pe dro".split()
_FILLER = (
    "after talks in the capital broke down on Monday while residents near the border waited for news of a "
    "truce that neither side had promised to keep and officials warned of further delays along the coast "
    "road where convoys with food fuel and medicine had been held for several weeks by local commanders"
).split()


def synthetic(actors: int, edges: int, *, sentences: int = 3, seed: int = 0) -> tuple[pd.DataFrame, ...]:
    """Consistent tables of any size: documents, mentions, actors, relations, edges.

    Ties prefer the well tied (a few hubs, a long tail) and neighbours in one of the communities.

    Parameters
    ----------
    actors, edges : int
        How many of each; every edge is a distinct pair with one class of verb relation.
    sentences : int
        Sentences behind each edge.
    seed : int

    Returns
    -------
    tuple of pandas.DataFrame

    Examples
    --------
    >>> documents, mentions, actors, relations, edges = synthetic(30, 50)
    >>> len(actors), len(edges), len(relations), int(edges.weight.min())
    (30, 50, 150, 3)
    """
    rng = random.Random(seed)
    names = _names(actors, rng)
    ids = [content_id("actor", name) for name in names]
    pairs = _pairs(actors, edges, rng)
    total = edges * sentences
    per_document = 20
    documents = [content_id("document", number) for number in range(total // per_document + 1)]
    dates = [str(np.datetime64("2020-01-01") + rng.randrange(1400)) for _ in documents]
    cursor = [0] * len(documents)
    mentions, relations, edge_rows = [], [], []
    order = list(range(total))
    rng.shuffle(order)
    for edge, (source, target) in enumerate(pairs):
        relation, polarity, verb = rng.choice(_CLASSES)
        days = []
        for copy in range(sentences):
            number = order[edge * sentences + copy] // per_document
            doc, start = documents[number], cursor[number]
            at = rng.randrange(len(_FILLER) - 14)
            text = (
                f"{names[source]} {verb} {names[target]} {' '.join(_FILLER[at : at + rng.randrange(8, 14)])}."
            )
            cursor[number] += len(text) + 1
            first, second = (start, start + len(names[source])), len(names[source]) + len(verb) + 2
            other = (start + second, start + second + len(names[target]))
            ends = [f"{doc}:{a}-{b}" for a, b in (first, other)]
            for key, (a, b), actor in zip(ends, (first, other), (source, target), strict=True):
                mentions.append((key, doc, 0, a, b, names[actor], "ORG", "name", "", ids[actor]))
            days.append(dates[number])
            status = rng.choices(["asserted", "possible", "intended"], [8, 1, 1])[0]
            about = (ids[source], names[source], ids[target], names[target], relation)
            who = (ids[source], names[source], ids[target], names[target])
            said = rng.randrange(40) if rng.random() < 0.2 else -1
            speaker = (ids[said], names[said]) if said >= 0 and said < actors else ("", "")
            what = (relation, verb, "", polarity, status, *speaker, "active_verb", 0.8)
            where = (*ends, start, start + len(text), first[1] + 1, first[1] + 1 + len(verb))
            head = (content_id(edge, copy), doc, 0, dates[number], "verb")
            relations.append((*head, *who, *what, *where, text))
        about = (ids[source], names[source], ids[target], names[target], "verb", relation)
        counts = (sentences, sentences, sentences, sentences)
        edge_rows.append(
            (content_id("edge", edge), *about, *counts, polarity, 0.0, 1.0, min(days), max(days))
        )
    papers = [
        (doc, f"Report {number}", dates[number], f"Outlet {number % 12}", f"https://example.org/{doc}", "",
         cursor[number], per_document, doc)
        for number, doc in enumerate(documents)
    ]  # fmt: skip
    people = [
        (
            ids[n],
            names[n],
            _TYPES[n % 6],
            _ROLES[n % 7 % 6],
            _COUNTRIES[n % 25] if n % 3 else "",
            "",
            names[n].split()[-1],
            9,
            3,
            "2020-01-01",
            "2023-10-31",
        )
        for n in range(actors)
    ]
    return tuple(
        pd.DataFrame(rows, columns=list(SCHEMAS[name]))
        for name, rows in zip(
            ("documents", "mentions", "actors", "relations", "edges"),
            (papers, mentions, people, relations, edge_rows),
            strict=True,
        )
    )


def _names(actors: int, rng: random.Random) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < actors:
        words = ["".join(rng.choices(_SYLLABLES, k=rng.randrange(2, 4))).title() for _ in range(2)]
        names[" ".join(words)] = None
    return list(names)


def _pairs(actors: int, edges: int, rng: random.Random) -> list[tuple[int, int]]:
    """Half of the ties to hubs, half inside communities of about forty."""
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < edges:
        source = int(actors * rng.random() ** 2)
        if rng.random() < 0.5:
            target = int(actors * rng.random() ** 3)
        else:
            target = min(source // 40 * 40 + rng.randrange(40), actors - 1)
        if source != target and (target, source) not in pairs:
            pairs[source, target] = None
    return list(pairs)


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

# Marks the moment of each input and the first frame after it; the marks carry the processor time of the
# page's thread in a trace.
_MARKS = """
() => {
  globalThis.answers_ = [];
  const events = "click input change keydown pointerdown pointermove";
  for (const type of events.split(" ")) addEventListener(type, (event) => {
    if (!event.isTrusted) return;
    const at = answers_.push({ type, wall: 0 }) - 1;
    performance.mark(`begin-${at}`);
    requestAnimationFrame(() => setTimeout(() => {
      performance.mark(`end-${at}`);
      answers_[at].wall = performance.now() - event.timeStamp;
    }));
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


# Name, what counts as the input, the act; in the order of use.
_ACTS: list[tuple[str, str, Callable[[Any], None]]] = [
    ("card of an actor", "click", _click(".bars button.actor")),
    ("card of a line", "click", _click("#side .links button.line")),
    ("back", "click", lambda page: page.locator("#side").get_by_role("button", name="Back").click()),
    ("around an actor", "click", lambda page: page.get_by_role("button", name="Neighbours").click()),
    ("around nobody", "click", lambda page: page.get_by_role("button", name="Show the others").click()),
    ("close the card", "click", _click("#side button.icon")),
    ("search, first letter", "keydown", _press("#search", "k")),
    ("search, second letter", "keydown", _press("#search", "a")),
    ("search, Enter", "keydown", _press("#search", "Enter")),
    ("close it", "click", _click("#side button.icon")),
    ("path", "keydown", _path),
    ("close the path", "click", _click("#side button.icon")),
    *((f"filter: {group}", "click", _tick(group)) for group in
      ("types", "signs", "statuses", "relations", "speakers", "outlets", "countries", "roles")),
    ("reset", "click", _click(".reset")),
    ("filter: sentences", "keydown", _press("#minimum", "ArrowRight")),
    ("reset it", "click", _click(".reset")),
    ("timeline: brush", "pointermove", _brush),
    ("timeline: key", "keydown", _press(".time-handle >> nth=1", "ArrowLeft")),
    ("timeline: all time", "click", lambda page: page.get_by_role("button", name="All time").click()),
    ("show more", "click", lambda page: page.get_by_role("button", name="Show more").click()),
    ("filter: backbone", "keydown", _press("#backbone", "ArrowRight")),
    ("reset the backbone", "click", _click(".reset")),
    *((f"view: {by or 'actors'}", "change", _fold(by)) for by in ("communities", "countries", "types", "")),
    ("table", "click", _click("#view-table")),
    ("table: sort", "click", _click("th[data-key=name] button")),
    ("table: links", "click", lambda page: page.get_by_role("button", name="Links", exact=True).click()),
    ("table: next page", "click", lambda page: page.get_by_role("button", name="Next").click()),
    ("graph", "click", _click("#view-graph")),
]  # fmt: skip


def _answers(page: Any) -> dict[str, tuple[float, float]]:
    """Milliseconds from input to the next frame for every act: on the wall, and of the page's thread."""
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
        while page.evaluate("answers_.some(({ wall }) => wall === 0)"):
            page.wait_for_timeout(50)
        session.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(20)
        marks = {event["name"]: event["tts"] / 1000 for event in events if "tts" in event}
        inputs = [
            (at, one)
            for at, one in enumerate(page.evaluate("answers_"))
            if one["type"] == kind and f"end-{at}" in marks
        ]
        found[name] = max(
            ((one["wall"], marks[f"end-{at}"] - marks[f"begin-{at}"]) for at, one in inputs),
            default=(0.0, 0.0),
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
            figures: dict[str, list[float]] = {}
            answers: dict[str, list[tuple[float, float]]] = {}
            for _ in range(given.runs):
                page, painted = _open(browser, ours)
                figures.setdefault("ours painted ms", []).append(painted)
                figures.setdefault("ours drag fps", []).append(_drag(page, 360, 830))
                for name, (wall, cpu) in _answers(page).items():
                    answers.setdefault(name, []).append((wall, cpu))
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
            print(f"  {'answer in ms':28} {'wall':>9} {'CPU':>9}")
            for name, values in answers.items():
                wall, cpu = (statistics.median(column) for column in zip(*values, strict=True))
                print(f"  {name:28} {wall:9.0f} {cpu:9.0f}")
            if not given.stock:
                continue
            ratio = statistics.median(figures["ours painted ms"]) / statistics.median(
                figures["stock painted ms"]
            )
            print(f"  painted, ours to stock       {ratio:9.2f}")


if __name__ == "__main__":
    main()
