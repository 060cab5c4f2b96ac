"""On paper: light, with legend, picture and card; tones told apart without colour."""

import io
from xml.etree import ElementTree

import pytest
from hands import click_actor, come_to_rest, save, until, until_equal


def heads(page):
    """The head of each line drawn, by tone; verb relations only."""
    return page.evaluate(
        """Object.values(graphbuild.canvas.network.body.edges)
          .filter(({ id }) => graphbuild.data.lines.kind[id] === 0)
          .map(({ id, options }) => [graphbuild.data.lines.sign[id], options.arrows.to.type])"""
    )


def paper(page):
    """The colour that the drawing is on: white in print."""
    return page.evaluate("graphbuild.canvas.theme().paper")


def test_tones_have_heads_of_their_own(open_page, html):
    page = open_page(html)
    found = {}
    for sign, head in heads(page):
        found.setdefault(sign, set()).add(head)
    assert {sign: len(some) for sign, some in found.items()} == dict.fromkeys(found, 1)
    assert len(set().union(*found.values())) == len(found) == 3
    shapes = [
        page.locator(f"[data-group=signs] .choice >> nth={row} >> svg").inner_html() for row in range(3)
    ]
    assert len(set(shapes)) == 3
    told = [tone.locator("svg").inner_html() for tone in page.locator(".how .tone").all()]
    assert told == shapes


def test_a_saved_drawing_has_them_too(open_page, html):
    page = open_page(html)
    _, content = save(page, "Drawing (SVG)")
    drawing = ElementTree.parse(io.BytesIO(content))
    space = "{http://www.w3.org/2000/svg}"
    forms = {marker.get("id").split("-")[0] for marker in drawing.iter(f"{space}marker")}
    assert {head for _, head in heads(page)} <= forms
    used = {path.get("marker-end") for path in drawing.iter(f"{space}path")} - {None}
    ids = {f"url(#{marker.get('id')})" for marker in drawing.iter(f"{space}marker")}
    assert used == ids


def test_paper_is_light_and_holds_the_card(open_page, html):
    page = open_page(html, color_scheme="dark", reduced_motion="reduce")
    click_actor(page, "Red Valley Front")
    come_to_rest(page)
    before = page.evaluate("graphbuild.canvas.network.getScale()")
    page.emulate_media(media="print", color_scheme="dark")
    until_equal(page, lambda: paper(page), "#ffffff")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for gone in ("#tools", "#zoom", "#side .tools", "#side .card-bar", ".time-handle >> nth=0"):
        assert not page.locator(gone).is_visible(), gone
    stage, card = page.locator("#stage").bounding_box(), page.locator("#side").bounding_box()
    legend = page.locator("#filters").bounding_box()
    assert legend["y"] + legend["height"] <= stage["y"] + 1
    assert stage["y"] + stage["height"] <= card["y"] + 1

    def whole():
        at = page.evaluate("graphbuild.shown().actors.map((actor) => graphbuild.canvas.where(actor))")
        return all(0 <= p["x"] <= stage["width"] and 0 <= p["y"] <= stage["height"] for p in at)

    until(page, whole, "all actors to be on the paper")
    assert page.evaluate("document.documentElement.scrollHeight > innerHeight")  # no panel scrolls by itself
    page.emulate_media(media="screen", color_scheme="dark")
    until_equal(page, lambda: paper(page), "#14161a")
    until_equal(page, lambda: page.evaluate("graphbuild.canvas.network.getScale()"), pytest.approx(before))


def test_a_view_on_its_way_arrives_though_it_is_printed(open_page, html):
    page = open_page(html)
    before = page.evaluate(
        """(() => {
          const before = graphbuild.canvas.network.getScale();
          graphbuild.canvas.zoom(3);
          return before;
        })()"""
    )
    screen = paper(page)
    page.emulate_media(media="print")
    until_equal(page, lambda: paper(page), "#ffffff")
    page.emulate_media(media="screen")
    until_equal(page, lambda: paper(page), screen)
    until_equal(
        page, lambda: page.evaluate("graphbuild.canvas.network.getScale()"), pytest.approx(3 * before)
    )


def test_what_is_only_for_the_screen_leaves_no_dots_on_paper(open_page, html):
    page = open_page(html)
    page.locator("#side .links button.line").first.click()
    trace = page.locator("#side .trace").first
    assert trace.inner_text().startswith("Cite · ")
    page.emulate_media(media="print")
    assert trace.inner_text().startswith("rule ")


def test_paper_is_filled(open_page, html):
    page = open_page(html, width=710, height=950)  # the inside of a sheet of letter paper
    page.emulate_media(media="print")
    until_equal(page, lambda: paper(page), "#ffffff")
    ends = page.evaluate("document.querySelector('main').getBoundingClientRect().bottom")
    assert 0.8 * 950 < ends <= 950  # legend, picture and time have one sheet
    links = page.locator("#side .card .part").last.bounding_box()
    assert links["x"] + links["width"] > 0.95 * 710
    assert links["x"] > 0.4 * 710  # beside the actors


def test_an_article_on_paper_is_alone(open_page, html):
    page = open_page(html)
    page.locator("#view-text").click()
    page.locator("#text .paper").first.click()
    page.locator("#text .said-count").first.wait_for()
    page.emulate_media(media="print")
    for gone in ("#filters", "#side", "#timeline", "#find-articles", "#text .article-bar"):
        assert not page.locator(gone).is_visible(), gone
    assert page.locator("#text h2").is_visible()
    body = page.locator("#text .reading-body")
    assert body.evaluate("(box) => box.scrollHeight <= box.clientHeight + 1")
