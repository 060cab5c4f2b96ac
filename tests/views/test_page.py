"""The page in a browser, used as a person would; `open_page` fails on any request, error or violation."""

import io
import json
import re
from xml.etree import ElementTree

import networkx as nx
import news
import pandas as pd
import pytest

from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


@pytest.fixture(scope="module")
def html():
    return explorer(*news.news(), title="Red Valley press")


@pytest.fixture
def page(open_page, html):
    return open_page(html)


def actor(page, name):
    return page.evaluate("(name) => graphbuild.data.actors.name.indexOf(name)", name)


def click_actor(page, name):
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
    at = page.evaluate(
        """(line) => {
          const { network } = graphbuild.canvas;
          const { fromId, toId } = network.body.edges[line];
          const a = network.canvasToDOM(network.getPosition(fromId));
          const b = network.canvasToDOM(network.getPosition(toId));
          const free = (at) => network.getNodeAt(at) === undefined && network.getEdgeAt(at) === line;
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


def test_it_opens_on_everything_and_says_so(page):
    assert page.title() == "Red Valley press"
    assert page.locator("#status").inner_text().startswith("22 of 22 actors · ")
    assert "everything" in page.locator("#status").inner_text()
    drawn = page.evaluate("graphbuild.canvas.network.body.nodeIndices.length")
    assert drawn == 22


def test_the_first_view_has_no_overlapping_labels(page):
    boxes = page.evaluate("graphbuild.canvas.labelBoxes()")
    assert len(boxes) == 22
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
    before = page.evaluate("graphbuild.canvas.network.getPositions()")
    page.wait_for_timeout(300)
    assert page.evaluate("graphbuild.canvas.network.getPositions()") == before
    page.get_by_role("button", name="Relax").click()
    assert page.get_by_role("button", name="Relax").get_attribute("aria-pressed") == "true"
    page.wait_for_timeout(400)
    page.get_by_role("button", name="Relax").click()
    after = page.evaluate("graphbuild.canvas.network.getPositions()")
    assert after != before
    page.wait_for_timeout(300)
    assert page.evaluate("graphbuild.canvas.network.getPositions()") == after


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


def test_click_an_actor(page):
    click_actor(page, FRONT)
    card = page.locator("#side")
    assert card.get_by_role("heading", level=2).inner_text() == FRONT
    text = card.inner_text()
    for part in (
        "Group",
        "RVF, the Front, the rebels",
        "REB",
        "VER",
        "2021-03-02 – 2021-05-11",
        "In conflict with",
    ):
        assert part in text
    card.locator("q.sentence").first.wait_for()
    assert "new attack on the" in card.locator("q.sentence").first.inner_text()  # the newest first


def test_click_a_line(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    card = page.locator("#side")
    assert card.get_by_role("heading", level=2).inner_text() == f"{ARMY} → {FRONT}"
    first, second = card.locator("li.relation").all()
    marked = {part: first.locator(f"mark.{part}").inner_text() for part in ("source", "verb", "target")}
    assert marked == {"source": f"it = {ARMY}", "verb": "attack", "target": FRONT}
    assert "Possible" in first.inner_text()
    assert "according to Kastoria" in first.inner_text()
    assert "rule active verb · confidence 80 %" in first.inner_text()
    assert "A truce · Coast Daily · 2021-05-11" in first.inner_text()
    assert first.locator("a").get_attribute("href").startswith("https://news.example/")
    assert second.locator("mark.source").inner_text() == f"Government troops = {ARMY}"
    colours = {
        part: first.locator(f"mark.{part}").evaluate("(mark) => getComputedStyle(mark).backgroundColor")
        for part in marked
    }
    assert len(set(colours.values())) == 3


def test_every_relation_between_two_actors(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    page.locator("#side").get_by_role("button", name="Everything").click()
    assert page.locator("#side li.relation").count() == 3  # both ways, without the mere co-occurrences
    page.locator("#side .chip", has_text="mentioned together").click()
    assert page.locator("#side li.relation").count() == 3


def test_the_card_says_whether_two_are_together_more_often_than_chance(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    assert (
        "more often than chance would have it: association 0.50, q = 0.020"
        in page.locator("#side").inner_text()
    )


def test_a_denial_is_in_the_card_and_not_in_the_drawing(page):
    assert ["Students 🎓 United", FRONT, "verb", 1] not in shown_lines(page)
    click_actor(page, "Students 🎓 United")
    denied = page.locator("#side li.relation", has_text="Denied")
    assert denied.locator("mark.verb").inner_text() == "backed"
    assert denied.locator("mark.source").inner_text() == "We = Students 🎓 United"
    tick(page, "statuses", "Denied")
    assert ["Students 🎓 United", FRONT, "verb", 1] in shown_lines(page)


def test_click_beside_everything_closes_the_card(page):
    click_actor(page, FRONT)
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 15, box["y"] + box["height"] - 15)
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == "At a glance"


def test_back_goes_from_the_line_to_the_actor(page):
    click_actor(page, FRONT)
    page.locator("#side .links button").first.click()
    page.locator("#side").get_by_role("button", name="Back").click()
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == FRONT


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


def test_filter_by_type(page):
    tick(page, "types", "Place")
    assert not shown(page) & {"Port Lessing", "Amber Pass"}
    assert "20 of 22 actors" in page.locator("#status").inner_text()
    assert page.locator("[data-group=types] .choice", has_text="Place").locator(".count").inner_text() == "2"


def test_filter_by_kind(page):
    only(page, "kinds", "Belongs")
    assert {kind for _, _, kind, _ in shown_lines(page)} == {"affiliation"}
    people = {"Tomas Okonjo", "Colonel Dragan Hale", "Ruth Adler", "Ivo Brandt", "Élise Marchetti"}
    assert shown(page) == people | {KASTORIA, ARMY, "River Commission", FRONT, "Kastoria Gas", VERANIA}


def test_filter_by_tone(page):
    only(page, "signs", "Conflict")
    assert {sign for *_, sign in shown_lines(page)} == {-1}
    page.get_by_role("button", name="Reset filters").first.click()
    assert "22 of 22 actors" in page.locator("#status").inner_text()


def test_filter_by_what_is_done(page):
    only(page, "relations", "protest")
    assert shown(page) == {"Students 🎓 United", "Élise Marchetti"}


def test_filter_by_status_and_its_counts(page):
    counts = page.locator("[data-group=statuses] .choice .count").all_inner_texts()
    only(page, "statuses", "Intended")
    assert shown(page) == {"Northern Alliance", VERANIA}
    assert page.locator("[data-group=statuses] .choice .count").all_inner_texts() == counts


def test_filters_combine_and_counts_follow(page):
    only(page, "signs", "Conflict")
    only(page, "types", "Country")
    assert shown(page) == {KASTORIA, VERANIA}
    assert shown_lines(page) == [[KASTORIA, VERANIA, "verb", -1]]
    relations = page.locator("[data-group=relations] .choice:not(.empty) .choice-text").all_inner_texts()
    assert relations == ["threaten"]


def test_filter_by_weight(page):
    page.get_by_label("At least so many sentences").fill("2")
    assert [ARMY, FRONT, "verb", -1] in shown_lines(page)
    assert [FRONT, ARMY, "verb", -1] not in shown_lines(page)


def open_group(page, group):
    page.locator(f"details[data-group={group}] summary").click()


def test_filter_by_speaker(page):
    open_group(page, "speakers")
    only(page, "speakers", "Élise Marchetti")
    assert shown_lines(page) == [[KASTORIA, FRONT, "verb", 1]]


def test_filter_by_outlet(page):
    open_group(page, "outlets")
    only(page, "outlets", "Lessing Radio")
    assert "Mira Sandoval" in shown(page)
    assert "Hill Brigades" not in shown(page)


def test_filter_by_country_and_role(page):
    open_group(page, "countries")
    only(page, "countries", "KAS")
    assert shown(page) == {KASTORIA, "Kastoria Gas", "Tomas Okonjo", "سليم الحداد", "Amber Pass"}
    open_group(page, "roles")
    only(page, "roles", "BUS")
    assert shown(page) == {"Kastoria Gas"}


def test_a_long_group_is_searched_by_name(page):
    group = page.locator("[data-group=relations]")
    assert group.locator(".choice").count() == 7
    group.get_by_role("button", name="Show all (19)").click()
    assert group.locator(".choice").count() == 19
    group.get_by_label("Find in “What is done”").fill("prot")
    assert group.locator(".choice .choice-text").all_inner_texts() == ["protest"]
    group.get_by_label("Find in “What is done”").fill("")
    group.get_by_role("button", name="Show fewer").click()
    assert group.locator(".choice").count() == 7


def test_brush_over_time(page):
    box = page.locator(".time-chart").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.06, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] - 5, box["y"] + 10, steps=4)
    page.mouse.up()
    assert [FRONT, ARMY, "verb", -1] in shown_lines(page)
    assert [ARMY, FRONT, "verb", -1] not in shown_lines(page)
    assert page.locator(".time-ends").inner_text().startswith("2021-03-02")
    page.get_by_role("button", name="All time").click()
    assert "22 of 22 actors" in page.locator("#status").inner_text()


def test_time_by_keyboard(page):
    page.get_by_label("To", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert page.locator(".time-ends").inner_text().endswith("2021-05-08")
    assert "Relief Union" not in shown(page)  # only in the last article
    assert page.get_by_label("To", exact=True).get_attribute("aria-valuetext") == "2021-05-08"


def test_play_moves_a_window_through_time(page):
    page.get_by_role("button", name="Play").click()
    first = page.locator(".time-ends").inner_text()
    page.wait_for_timeout(1600)
    page.get_by_role("button", name="Pause").click()
    assert page.locator(".time-ends").inner_text() != first
    now = page.locator(".time-ends").inner_text()
    page.wait_for_timeout(900)
    assert page.locator(".time-ends").inner_text() == now


def test_nothing_ticked_is_told_from_nothing_found(page):
    for choice in ("Conflict", "Cooperation", "Neither"):
        tick(page, "signs", choice)
    assert "Nothing is ticked under “Tone”" in page.locator("#empty").inner_text()
    page.locator("#empty").get_by_role("button").click()
    assert not page.locator("#empty").is_visible()
    only(page, "types", "Place")
    only(page, "signs", "Conflict")
    assert "Nothing passes your filters" in page.locator("#empty").inner_text()


def test_around_one_actor(page):
    click_actor(page, "Mira Sandoval")
    page.locator("#side").get_by_role("button", name="Neighbours").click()
    assert page.evaluate("document.activeElement.textContent") == "Neighbours"  # the focus stays
    near = shown(page)
    assert near == {"Mira Sandoval", "Students 🎓 United", FRONT}
    assert "around Mira Sandoval" in page.locator("#status").inner_text()
    page.locator("#side").get_by_role("button", name="Two steps").click()
    assert near < shown(page)
    assert "Relief Union" not in shown(page)
    page.get_by_role("button", name="Show the others again").click()
    assert len(shown(page)) == 22


def test_path_between_two_actors(page):
    click_actor(page, "Mira Sandoval")
    page.locator("#side").get_by_role("button", name="Path to …").click()
    page.keyboard.type("relief")
    page.keyboard.press("Enter")
    card = page.locator("#side")
    assert card.get_by_role("heading", level=2).inner_text() == "Mira Sandoval … Relief Union"
    assert "Fewest links: " in card.inner_text()
    steps = card.locator(".path").first.locator(":scope > li > button.actor").all_inner_texts()
    assert (steps[0], steps[-1]) == ("Mira Sandoval", "Relief Union")
    assert VERANIA in steps
    card.locator("q.sentence").first.wait_for()
    assert card.locator(".path").first.locator("q.sentence").count() == len(steps) - 1


def test_no_path_is_said(page):
    only(page, "kinds", "Belongs")
    click_actor(page, FRONT)
    page.locator("#side").get_by_role("button", name="Path to …").click()
    page.keyboard.type("okonjo")
    page.keyboard.press("Enter")
    assert "No path leads" in page.locator("#side").inner_text()


def save(page, choice):
    page.locator("#save summary").click()
    with page.expect_download() as waiting:
        page.locator("#save").get_by_role("button", name=choice).click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, path.read_bytes()


def test_save_what_is_shown_as_graphml(page, tmp_path):
    only(page, "signs", "Conflict")
    name, content = save(page, "Graph for Gephi")
    assert name == "graph.graphml"
    (tmp_path / name).write_bytes(content)
    graph = nx.read_graphml(tmp_path / name, force_multigraph=True)
    assert set(nx.get_node_attributes(graph, "label").values()) == shown(page)
    assert graph.number_of_edges() == len(shown_lines(page))
    assert all(weight > 0 for *_, weight in graph.edges(data="weight"))


def test_save_tables(page):
    name, content = save(page, "Links (CSV)")
    links = pd.read_csv(io.BytesIO(content))
    assert name == "links.csv"
    assert len(links) == len(shown_lines(page))
    assert links.loc[links["weight"].idxmax(), ["source_name", "target_name"]].tolist() != []
    _, content = save(page, "Actors (CSV)")
    assert set(pd.read_csv(io.BytesIO(content))["name"]) == shown(page)
    _, content = save(page, "Both (JSON)")
    assert {row["name"] for row in json.loads(content)["actors"]} == shown(page)


def test_save_pictures(page):
    name, content = save(page, "Picture (PNG)")
    assert (name, content[:8]) == ("graph.png", b"\x89PNG\r\n\x1a\n")
    _, content = save(page, "Drawing (SVG)")
    drawing = ElementTree.fromstring(content)
    words = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert words == shown(page)
    paths = [path for path in drawing.iter("{http://www.w3.org/2000/svg}path") if path.get("stroke")]
    assert len(paths) == len(shown_lines(page))


def test_a_link_restores_the_view(page, open_page, html):
    only(page, "signs", "Conflict")
    page.get_by_label("At least so many sentences").fill("2")
    click_actor(page, ARMY)
    page.get_by_role("button", name="Table", exact=True).click()
    page.wait_for_timeout(500)
    other = open_page(html, hash=page.url.split("#")[1])
    for read in (shown, shown_lines):
        assert read(other) == read(page)
    assert other.locator("#side").get_by_role("heading", level=2).inner_text() == ARMY
    assert other.locator("#table tbody tr").count() == page.locator("#table tbody tr").count()
    other.get_by_role("button", name="Reset filters").last.click()
    other.get_by_role("button", name="Graph", exact=True).click()
    other.locator("#side").get_by_role("button", name="Close").click()
    other.wait_for_timeout(500)
    assert "#" not in other.url


@pytest.mark.parametrize(
    "hash", ["only.types=", "actor=nobody&pair=999999%205&days=9_1", "limit=-4&minimum=x", "%E0%A4%A"]
)
def test_a_broken_link_opens_the_page(open_page, html, hash):
    page = open_page(html, hash=hash)
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == "At a glance"


def test_cite(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    page.locator("#side li.relation").last.get_by_role("button", name="Cite").click()
    page.wait_for_timeout(100)
    copied = page.evaluate("globalThis.copied")
    assert copied.startswith(
        "“Government troops again attacked the rebels near Port Lessing.” (“Army strikes back”"
    )
    assert ", Coast Daily, 2021-03-15, https://news.example/" in copied


def test_hide_and_bring_back(page):
    click_actor(page, FRONT)
    page.locator("#side").get_by_role("button", name="Hide").click()
    assert FRONT not in shown(page)
    page.get_by_role("button", name=re.compile("1 actor hidden by you")).click()
    assert FRONT in shown(page)


def test_keyboard_on_the_canvas(page):
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#side").get_by_role("heading", level=2).inner_text()
    assert first in (VERANIA, KASTORIA)  # the largest
    assert re.match(rf"{first}, Country, \d+ sentences, \d+ links", page.locator("#live").inner_text())
    page.keyboard.press("ArrowRight")
    second = page.locator("#side").get_by_role("heading", level=2).inner_text()
    where = [
        page.evaluate("(a) => graphbuild.canvas.where(a).x", actor(page, name)) for name in (first, second)
    ]
    assert where[1] > where[0]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card-title"
    scale = page.evaluate("graphbuild.canvas.network.getScale()")
    page.locator("#canvas").focus()
    page.keyboard.press("+")
    page.wait_for_timeout(500)
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
    page.get_by_role("button", name="Table", exact=True).click()
    rows = page.locator("#table tbody tr")
    assert rows.count() == 22
    assert rows.first.get_by_role("rowheader").inner_text() == VERANIA
    page.locator("th[data-key=name] button").click()
    assert page.locator("th[data-key=name]").get_attribute("aria-sort") == "ascending"
    assert rows.first.get_by_role("rowheader").inner_text() == "Amber Pass"
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
    page.wait_for_timeout(100)
    assert page.locator("#tip").inner_text().startswith("fishermen")


def test_small_window(open_page, html):
    page = open_page(html, width=375, height=812)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    click_actor(page, VERANIA)
    assert page.locator("#side").is_visible()
    page.wait_for_timeout(500)
    card, at = (
        page.locator("#side").bounding_box(),
        page.evaluate("(a) => graphbuild.canvas.where(a)", actor(page, VERANIA)),
    )
    stage = page.locator("#canvas").bounding_box()
    assert stage["y"] + at["y"] < card["y"]  # the actor is not under its card
    page.locator("#side").get_by_role("button", name="Close").click()
    assert not page.locator("#side").is_visible()
    page.get_by_role("button", name="Filters").click()
    tick(page, "types", "Place")
    page.locator("#close-filters").click()
    assert "20 of 22" in page.locator("#status").inner_text()


def test_dark_follows_the_system(open_page, html):
    page = open_page(html, color_scheme="dark")
    light = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(light) == "rgb(20, 22, 26)"
    background = "graphbuild.canvas.network.body.nodes[0].options.color.background"
    dark = page.evaluate(background)
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(100)
    assert page.evaluate(light) == "rgb(247, 246, 243)"
    assert page.evaluate(background) != dark


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
        at = page.evaluate("(actor) => graphbuild.canvas.where(actor)", number)
        box = page.locator("#canvas").bounding_box()
        page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        page.locator("#side q.sentence").first.wait_for()
        assert page.locator("#side mark.source").count() >= 1
        assert page.locator("#side a").count() == 0  # no javascript: link
        assert page.evaluate("document.querySelectorAll('img, svg[onload], body b').length") == 0
        page.mouse.move(box["x"] + at["x"] + 1, box["y"] + at["y"])
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.locator("#table tbody tr").count() == len(actors)
    assert "\u202e" not in page.evaluate("document.body.innerText")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
