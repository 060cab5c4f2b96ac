"""The drawing follows the filters, the window and the browser's Back; the first view says what was found."""

import news
import pytest
from hands import actor, address, click_actor, come_to_rest, only, shown, until, until_equal

from benchmarks.synthetic import synthetic
from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"
PLACES = """() => Object.fromEntries(graphbuild.shown().actors.map((actor) =>
  [graphbuild.data.actors.name[actor], graphbuild.canvas.network.getPosition(actor)]))"""
ALL_IN_VIEW = """() => {
  const { width, height } = document.getElementById("canvas").getBoundingClientRect();
  return graphbuild.shown().actors.every((actor) => {
    const { x, y } = graphbuild.canvas.network.canvasToDOM(graphbuild.canvas.network.getPosition(actor));
    return x > 0 && y > 0 && x < width && y < height;
  });
}"""
ALONE = """() => {
  const { shown, data } = graphbuild;
  const ends = new Set(shown().lines.flatMap((at) => [data.lines.source[at], data.lines.target[at]]));
  return shown().actors.filter((actor) => !ends.has(actor)).length;
}"""


@pytest.fixture(scope="module")
def many():
    return explorer(*synthetic(400, 1200))


def rests(page):
    come_to_rest(page)
    page.wait_for_timeout(50)
    come_to_rest(page)


def test_a_filter_that_changes_much_lays_out_anew_and_a_reset_brings_back_the_first_view(open_page, many):
    page = open_page(many)
    rests(page)
    first = page.evaluate(PLACES)
    only(page, "signs", "Conflict")
    rests(page)
    after = page.evaluate(PLACES)
    assert any(after[name] != first.get(name) for name in after)
    assert page.evaluate(ALL_IN_VIEW)
    assert page.evaluate(ALONE) == 0
    page.get_by_role("button", name="Reset filters").first.click()
    rests(page)
    assert page.evaluate(PLACES) == first
    assert page.evaluate(ALL_IN_VIEW)


def test_the_view_is_fitted_anew_when_the_window_changes_unless_a_hand_has_moved_it(open_page, many):
    page = open_page(many)
    page.set_viewport_size({"width": 900, "height": 700})
    rests(page)
    until(page, lambda: page.evaluate(ALL_IN_VIEW), "the view to fit")
    page.get_by_role("button", name="Zoom in").click()
    rests(page)
    scale = page.evaluate("graphbuild.canvas.network.getScale()")
    page.set_viewport_size({"width": 1000, "height": 760})
    page.wait_for_timeout(300)
    assert page.evaluate("graphbuild.canvas.network.getScale()") == pytest.approx(scale, rel=0.2)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (720, 450), (390, 844)])
def test_the_graph_has_most_of_the_window(open_page, html, size):
    wide, high = size
    page = open_page(html, width=wide, height=high)
    box = page.locator("#canvas").bounding_box()
    seen = (
        min(box["height"], page.locator("#side").bounding_box()["y"] - box["y"])
        if wide <= 760
        else box["height"]
    )
    least = 0.55 if wide < 1440 else 0.4
    assert box["width"] * seen >= least * wide * high


def test_the_first_view_says_what_was_found_and_each_finding_leads_into_the_drawing(page):
    headline = page.locator(".headline")
    assert " → " in headline.locator(".headline-who").inner_text()
    assert "attacks, " in headline.inner_text()
    assert "sentences in " in headline.inner_text()
    headline.click()
    assert page.locator("#side li.relation").count() > 0
    rests(page)
    for name in page.locator("#side .ends bdi").all_inner_texts():
        assert name in shown(page)
    page.locator("#side").get_by_role("button", name="Close").click()
    findings = page.locator(".finding")
    assert 1 <= findings.count() <= 4
    for at in range(findings.count()):
        findings.nth(at).click()
        assert page.locator("#side #card-title").inner_text() != "At a glance"
        page.locator("#side").get_by_role("button", name="Close").click()


def test_the_words_of_the_text_come_first_the_class_second(page):
    click_actor(page, FRONT)
    told = page.locator("#side .links .told-words").all_inner_texts()
    assert any("shelled · attacks" in one or one.startswith("shelled") for one in told)
    head = page.locator("#side li.relation .relation-head").first
    words = head.locator("span").all_inner_texts()
    assert head.locator(".class").inner_text() in words[0]


def test_neighbours_that_are_not_drawn_are_told_and_can_be_drawn(open_page, many):
    page = open_page(many)
    hub = page.evaluate("""(() => {
      const { data } = graphbuild;
      const drawn = new Set(graphbuild.shown().actors);
      const { source, target } = data.lines;
      const other = (line, one) => source[line] === one ? target[line] : source[line];
      const out = (one) => [...data.linesOf(one)].filter((line) => !drawn.has(other(line, one))).length;
      return [...drawn].sort((a, b) => out(b) - out(a)).map((one) => data.actors.name[one])[0];
    })()""")
    click_actor(page, hub)
    status = page.locator("#status")
    status.get_by_text("linked to this one are drawn").wait_for()
    before = len(shown(page))
    status.get_by_role("button", name="Draw them all").click()
    rests(page)
    assert len(shown(page)) > before
    assert status.get_by_text("linked to this one are drawn").count() == 0
    page.locator("#side").get_by_role("button", name="Neighbours").click()
    rests(page)
    assert status.inner_text().split(" actors")[0].count(" of ") == 1
    assert page.evaluate(ALL_IN_VIEW)


def test_the_browsers_back_undoes_the_last_view(page):
    click_actor(page, FRONT)
    address(page, "actor=")
    page.wait_for_timeout(800)
    only(page, "signs", "Conflict")
    address(page, "only.signs=-1")
    page.go_back()
    until_equal(page, lambda: page.evaluate("graphbuild.state().filters.signs.only"), None)
    assert page.locator("#side h2", has_text=FRONT).count() == 1
    page.go_back()
    until_equal(page, lambda: page.locator("#card-title").inner_text(), "At a glance")
    page.go_forward()
    page.locator("#side h2", has_text=FRONT).wait_for()


def test_a_link_has_the_view_that_a_hand_has_moved(page, open_page, html):
    page.get_by_role("button", name="Zoom in").click()
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] - 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + box["height"] - 100, steps=5)
    page.mouse.up()
    rests(page)
    other = open_page(html, hash=address(page, "camera="))
    rests(other)
    where = "(actor) => graphbuild.canvas.where(actor)"
    one, same = (some.evaluate(where, actor(some, VERANIA)) for some in (page, other))
    assert abs(one["x"] - same["x"]) < 4
    assert abs(one["y"] - same["y"]) < 4


def test_a_question_mark_tells_the_keys(page):
    page.keyboard.press("?")
    box = page.locator("#help")
    assert box.is_visible()
    assert "search actors" in box.inner_text()
    page.keyboard.press("Escape")
    assert not box.is_visible()
    page.locator("#show-help").click()
    assert box.is_visible()
    box.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    page.keyboard.type("?")
    assert not box.is_visible()


def test_the_first_stop_leads_to_the_drawing(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the drawing"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "canvas"


def test_communities_are_shown_around_actors(open_page, many):
    page = open_page(many)
    first = page.evaluate(PLACES)
    page.locator("#fold").select_option(label="actors by community")
    rests(page)
    listed = page.locator("#side .part", has_text="Communities").locator(".finding")
    assert listed.count() > 1
    assert page.evaluate(PLACES) != first
    address(page, "tint=1")
    listed.first.click()
    assert "Community" in page.locator("#side .kicker").inner_text()
    page.locator("#fold").select_option(label="actors")
    rests(page)
    assert page.evaluate(PLACES) == first


def test_time_is_that_of_the_articles_and_on_demand_that_of_the_texts(open_page):
    documents, mentions, actors, relations, edges = news.news()
    told = relations.assign(date=["2021-02-20", *relations["date"][1:]])
    page = open_page(explorer(documents, mentions, actors, told, edges))
    ends = page.locator("#timeline .time-ends span")
    published = sorted(documents["date"])
    assert ends.all_inner_texts() == [published[0], published[-1]]
    page.get_by_label("Which days count").select_option(label="As told in the texts")
    assert ends.all_inner_texts()[0] == "2021-02-20"
    address(page, "told=1")


def test_where_few_articles_have_a_date_time_is_folded_and_says_so(open_page):
    documents, *rest = news.news()
    page = open_page(
        explorer(documents.assign(date=[documents["date"][0], *[""] * (len(documents) - 1)]), *rest)
    )
    box = page.locator("#timeline")
    assert box.get_attribute("data-folded") == "true"
    assert f"1 of {len(documents)} articles have a date" in box.inner_text()
    assert not box.locator(".time-chart").is_visible()


def test_play_stops_only_where_there_is_something(page):
    page.get_by_label("How fast it plays").select_option(label="4×")
    seen = []
    play = page.get_by_role("button", name="Play", exact=True)
    now = "JSON.stringify([graphbuild.state().filters.days, graphbuild.shown().lines.length])"

    def ended():
        seen.append(page.evaluate(now))
        return play.count()

    play.click()
    until(page, ended, "the end of the data")
    assert len(set(seen)) > 2
    assert not [one for one in seen if one.endswith(",0]")]


def test_how_sure_relations_must_be_and_what_that_hides(page):
    page.get_by_label("At least so sure").fill("90")
    assert "Hides " in page.locator("#confidence-hides").inner_text()
    hidden = int(page.locator("#confidence-hides").inner_text().split()[1])
    assert hidden > 0
    address(page, "confidence=90")
    page.get_by_label("At least so sure").fill("0")
    assert "Hides" not in page.locator("#confidence-hides").inner_text()
    assert KASTORIA in shown(page)
