"""How fast the page opens, drags, filters and answers, beside stock pyvis on the same graph in the same run.

    python -m benchmarks.page                         # 500/2,000  5,000/20,000  20,000/100,000
    python -m benchmarks.page --sizes 500/2000        # one size

Needs Chromium (``apt-get install chromium``) and ``pip install playwright``. Every figure is the median of
three runs in a fresh browser page. *Painted* is the time from navigation to the first frame after the canvas
was drawn; *drag* counts frames while the mouse moves the view for two seconds.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
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
            what = (relation, verb, "", polarity, status, "", "", "active_verb", 0.8)
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
            "GOV",
            "",
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

_ANSWER = """
(selector) => new Promise((done) => {
  const began = performance.now();
  const found = document.querySelector(selector);
  const type = (value) => {
    found.focus();
    found.value = value;
    found.dispatchEvent(new Event("input", { bubbles: true }));
  };
  if (found.matches("input[type=range]")) type(2);
  else if (found.matches("input[type=search]")) type("karon");
  else found.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})
"""

_ACTS = {
    "first search": "#search",
    "search": "#search",
    "open actor": ".bars button.actor",
    "open line": ".links button.line",
    "close card": "#side button.icon",
    "filter type": "[data-group=types] input[type=checkbox]",
    "filter class": "[data-group=relations] input[type=checkbox]",
    "filter weight": "#minimum",
    "reset": ".reset",
    "table": "#view-table",
    "graph": "#view-graph",
}


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
            for _ in range(given.runs):
                page, painted = _open(browser, ours)
                figures.setdefault("ours painted ms", []).append(painted)
                figures.setdefault("ours drag fps", []).append(_drag(page, 360, 830))
                for name, act in _ACTS.items():
                    page.wait_for_timeout(400)
                    figures.setdefault(f"ours {name} ms", []).append(page.evaluate(_ANSWER, act))
                session = page.context.new_cdp_session(page)
                session.send("HeapProfiler.collectGarbage")
                heap = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
                figures.setdefault("ours heap MB", []).append(heap)
                page.close()
            for _ in range(given.runs if actors < 10_000 else 1):
                page, painted = _open(browser, stock)
                figures.setdefault("stock painted ms", []).append(painted)
                figures.setdefault("stock drag fps", []).append(_drag(page, 20, 860))
                page.close()
            browser.close()
            for name, values in figures.items():
                print(f"  {name:28} {statistics.median(values):9.1f}")
            ratio = statistics.median(figures["ours painted ms"]) / statistics.median(
                figures["stock painted ms"]
            )
            print(f"  painted, ours to stock       {ratio:9.2f}")


if __name__ == "__main__":
    main()
