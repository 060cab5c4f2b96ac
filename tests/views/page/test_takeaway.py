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

SVG = "{http://www.w3.org/2000/svg}"
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
    names = {text.text for text in group(drawing, "names")}
    assert names == {label["text"] for label in page.evaluate("graphbuild.canvas.labelBoxes()")}
    assert len(group(drawing, "lines")) == len(shown_lines(page))
    leads = page.evaluate("graphbuild.canvas.placed().filter(({ lead }) => lead).length")
    assert len(group(drawing, "leads")) == leads


def group(drawing, name):
    """The part of a saved drawing of this name."""
    (found,) = (part for part in drawing.iter(f"{SVG}g") if part.get("class") == name)
    return found


def test_a_picture_has_a_legend_of_what_is_in_it(page):
    only(page, "signs", "Conflict")
    told = {
        text.text
        for text in group(ElementTree.fromstring(save(page, "Drawing (SVG)")[1]), "legend").iter(f"{SVG}text")
    }
    assert {"Conflict", "Country", "Size: weight of its stated links", "Width: how many sentences"} <= told
    assert not told & {"Cooperation", "Neither", "Belongs", "Communities"}


def test_a_picture_has_the_shapes_of_communities_and_what_is_in_the_light(page):
    page.locator("#fold").select_option("tint")
    come_to_rest(page)
    drawing = ElementTree.fromstring(save(page, "Drawing (SVG)")[1])
    assert len(group(drawing, "hulls")) == 3
    assert "Communities" in {text.text for text in group(drawing, "legend").iter(f"{SVG}text")}
    click_actor(page, ARMY)
    come_to_rest(page)
    lines = group(ElementTree.fromstring(save(page, "Drawing (SVG)")[1]), "lines")
    lit = page.evaluate("graphbuild.canvas.lit().lines.length")
    assert 0 < lit == len([line for line in lines if not line.get("opacity")]) < len(lines)


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


def test_a_picture_says_who_is_pinned_and_has_the_shape_of_the_drawing(page):
    click_actor(page, ARMY)
    page.locator("#side").get_by_role("button", name="Pin").click()  # it changes nothing that is drawn
    page.locator("#side").get_by_role("button", name="Close").click()
    come_to_rest(page)
    drawing = save(page, "Drawing (SVG)")[1]
    assert "1 pinned" in " · ".join(caption(drawing))
    wide, high = (int(ElementTree.fromstring(drawing).get(side)) for side in ("width", "height"))
    picture = save(page, "Picture (PNG)")[1]
    pixels = [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)]
    assert pixels[0] >= 2 * wide
    assert pixels[1] / pixels[0] == pytest.approx(high / wide, rel=0.01)


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
