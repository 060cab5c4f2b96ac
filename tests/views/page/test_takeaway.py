"""What the page hands over: files, pictures and links to a view."""

import io
import json
from xml.etree import ElementTree

import networkx as nx
import news
import pandas as pd
import pytest
from hands import (
    address,
    click_actor,
    come_to_rest,
    only,
    open_group,
    save,
    shown,
    shown_lines,
    tick,
    until,
)

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


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
    actors = pd.read_csv(io.BytesIO(content))
    assert set(actors["name"]) == shown(page)
    assert {"weighted_degree", "mentions"} <= set(actors)
    assert "sentences" not in actors
    _, content = save(page, "Both (JSON)")
    assert {row["name"] for row in json.loads(content)["actors"]} == shown(page)


def test_save_pictures(page):
    name, content = save(page, "Picture (PNG)")
    assert (name, content[:8]) == ("graph.png", b"\x89PNG\r\n\x1a\n")
    wide = int.from_bytes(content[16:20], "big")
    assert wide >= 2 * page.locator("#canvas").bounding_box()["width"]
    _, content = save(page, "Drawing (SVG)")
    drawing = ElementTree.fromstring(content)
    texts = drawing.iter("{http://www.w3.org/2000/svg}text")
    words = {text.text for text in texts if text.get("class") != "caption"}
    assert words == {label["text"] for label in page.evaluate("graphbuild.canvas.labelBoxes()")}
    heads = set(drawing.findall(".//{http://www.w3.org/2000/svg}marker/{http://www.w3.org/2000/svg}path"))
    paths = set(drawing.iter("{http://www.w3.org/2000/svg}path")) - heads
    assert len([path for path in paths if path.get("stroke")]) == len(shown_lines(page))


def caption(drawing):
    """What stands beneath a saved drawing, by lines."""
    space = "{http://www.w3.org/2000/svg}"
    texts = ElementTree.fromstring(drawing).iter(f"{space}text")
    (found,) = (text for text in texts if text.get("class") == "caption")
    return [line.text for line in found.iter(f"{space}tspan")]


def test_a_picture_names_each_filter(page):
    title, told = caption(save(page, "Drawing (SVG)")[1])
    assert title == "Red Valley press"
    assert told.startswith("20 of 20 actors · ")
    tick(page, "types", "Place")
    only(page, "signs", "Conflict")
    only(page, "statuses", "Asserted")
    open_group(page, "outlets")
    only(page, "outlets", "Coast Daily")
    page.get_by_label("From", exact=True).focus()
    page.keyboard.press("ArrowRight")
    told = " · ".join(caption(save(page, "Drawing (SVG)")[1]))
    for words in (
        "Actors: without Place",
        "Tone: only Conflict",
        "How sure: only Asserted",
        "Source: only Coast Daily",
        "Time: 2021-03-03 – 2021-05-11",
    ):
        assert words in told


def test_the_strip_of_a_picture_has_a_line_for_them(page):
    def shape():
        _, picture = save(page, "Picture (PNG)")
        return [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)]

    wide, high = shape()
    click_actor(page, ARMY)
    page.locator("#side").get_by_role("button", name="Pin").click()  # it changes nothing that is drawn
    page.locator("#side").get_by_role("button", name="Close").click()
    come_to_rest(page)
    assert shape() == [wide, high + 42]


def test_a_link_restores_the_view(page, open_page, html):
    only(page, "signs", "Conflict")
    page.get_by_label("At least so many sentences").fill("2")
    click_actor(page, ARMY)
    page.locator("#side h2", has_text=ARMY).wait_for()
    page.get_by_role("button", name="Table", exact=True).click()
    told = address(page, "view=table", "only.signs=-1", "minimum=2", f"actor={news.content_id(ARMY)}")
    other = open_page(html, hash=told)
    other.locator("#side h2", has_text=ARMY).wait_for()
    for read in (shown, shown_lines):
        assert read(other) == read(page)
    assert other.locator("#side").get_by_role("heading", level=2).inner_text() == ARMY
    assert other.locator("#table tbody tr").count() == page.locator("#table tbody tr").count()
    other.get_by_role("button", name="Reset filters").last.click()
    other.get_by_role("button", name="Graph", exact=True).click()
    other.locator("#side").get_by_role("button", name="Close").click()
    until(other, lambda: "#" not in other.url, "the address to be plain again")


@pytest.mark.parametrize(
    "hash", ["only.types=", "actor=nobody&pair=999999%205&days=9_1", "limit=-4&minimum=x", "%E0%A4%A"]
)
def test_a_broken_link_opens_the_page(open_page, html, hash):
    page = open_page(html, hash=hash)
    assert page.locator("#side").get_by_role("heading", level=2).inner_text() == "At a glance"
