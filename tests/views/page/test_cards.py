"""The cards of actors, links and paths, by mouse and by keyboard."""

import news
from hands import (
    address,
    click_actor,
    click_line,
    come_to_rest,
    line,
    only,
    open_group,
    shown,
    shown_lines,
    tick,
    until,
    until_equal,
)

from graphbuild.views.explorer import explorer
from graphbuild.views.payload import words

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"


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
    assert page.locator("#side li.relation").count() == 0  # they wait to be asked for
    page.locator("#side").get_by_role("button", name="Show them").click()
    assert page.locator("#side li.relation").count() == 3


def test_chips_count_the_rows_that_they_list(page):
    def counted():
        for chip in page.locator("#side .chip").all():
            chip.click()
            rows = page.locator("#side .card > div:not(.chips) li.relation").count()
            told = chip.locator(".count").inner_text()
            assert told == str(rows) if rows else told.endswith(" left out")
            yield rows

    click_line(page, line(page, ARMY, FRONT, -1))
    everything = list(counted())
    assert everything[0] == 3
    page.get_by_label("From", exact=True).focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    assert next(counted()) < everything[0]


def test_at_a_glance_counts_what_passes(page):
    side = page.locator("#side")

    def fact(name):
        return side.locator(".facts div", has_text=name).locator("dd").inner_text()

    def bars():
        rows = side.locator(".bars li").all()
        return {row.locator("bdi").inner_text(): row.locator(".count").inner_text() for row in rows}

    untouched = bars()
    assert "What passes your filters" not in side.inner_text()
    relations, every_one = map(int, fact("relations").split(" of "))
    open_group(page, "outlets")
    only(page, "outlets", "Coast Daily")
    some, every = map(int, fact("relations").split(" of "))
    assert 0 < some < relations
    assert every == every_one
    assert fact("documents").split(" of ")[0] < fact("documents").split(" of ")[1]
    assert bars() != untouched
    links = side.locator(".links li")
    counts = [int(one) for one in links.locator(".count").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_role("button", name="Reset filters").first.click()
    assert bars() == untouched


def test_at_a_glance_follows_the_brush(page):
    side = page.locator("#side")
    before = side.inner_text()
    page.get_by_label("From", exact=True).focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    assert side.inner_text() != before
    shown_day = page.evaluate("graphbuild.state().filters.days[0]")
    assert (
        page.evaluate("(day) => new Date(day * 864e5).toISOString().slice(0, 10)", shown_day)
        in side.inner_text()
    )


def test_the_card_says_whether_two_are_together_more_often_than_chance(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    assert (
        "more often than chance would have it: association +0.50, q = 0.020"
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


def test_around_one_actor(page):
    click_actor(page, "Mira Sandoval")
    page.locator("#side").get_by_role("button", name="Neighbours").click()
    assert page.evaluate("document.activeElement.textContent") == "Neighbours"  # the focus stays
    near = shown(page)
    assert near == {"Mira Sandoval", "Students 🎓 United"}
    assert "around Mira Sandoval" in page.locator("#status").inner_text()
    page.locator("#side").get_by_role("button", name="Two steps").click()
    assert near < shown(page)
    assert "Relief Union" not in shown(page)
    page.get_by_role("button", name="Show the others again").click()
    assert len(shown(page)) == 20


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
    until_equal(page, card.locator(".path").first.locator("q.sentence").count, len(steps) - 1)


def test_paths_go_through_what_is_stated(page):
    tick(page, "kinds", "Co-occur")
    click_actor(page, "Mira Sandoval")
    page.locator("#side").get_by_role("button", name="Path to …").click()
    page.keyboard.type("relief")
    page.keyboard.press("Enter")
    assert "mentioned together" not in page.locator("#side .path").inner_text()


def test_one_path_at_a_time_is_lit(open_page):
    actors = {name: news.ACTORS[name] for name in (VERANIA, KASTORIA, FRONT)}

    def fact(one, other):
        return (one, one, "attacked", other, other, "attack", -1.0, "asserted", "")

    told = [(f"{VERANIA} attacked {KASTORIA}.", [fact(VERANIA, KASTORIA)])]
    for one, other in [(VERANIA, FRONT), (FRONT, KASTORIA)]:
        told += [(f"{one} attacked {other} {n} times.", [fact(one, other)]) for n in range(4)]
    page = open_page(explorer(*news.tables(actors, [("War", "2021-06-01", "Coast Daily", told)])))
    click_actor(page, VERANIA)
    card = page.locator("#side")
    card.get_by_role("button", name="Path to …").click()
    page.keyboard.type("kastoria")
    page.keyboard.press("Enter")
    fewest, strongest = card.locator(".chips button").all()

    def on_path():
        return card.locator(".path > li > button.actor").all_inner_texts()

    assert on_path() == [VERANIA, KASTORIA]
    assert (fewest.get_attribute("aria-pressed"), strongest.get_attribute("aria-pressed")) == (
        "true",
        "false",
    )
    come_to_rest(page)
    before = page.locator("#canvas canvas").screenshot()
    strongest.click()
    assert on_path() == [VERANIA, FRONT, KASTORIA]
    come_to_rest(page)
    assert page.locator("#canvas canvas").screenshot() != before
    address(page, "strongest")
    card.locator(".chips button").first.click()
    assert on_path() == [VERANIA, KASTORIA]


def test_no_path_is_said(page):
    only(page, "kinds", "Belongs")
    click_actor(page, FRONT)
    page.locator("#side").get_by_role("button", name="Path to …").click()
    page.keyboard.type("okonjo")
    page.keyboard.press("Enter")
    assert "No path leads" in page.locator("#side").inner_text()


def test_cite(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    page.locator("#side li.relation").last.get_by_role("button", name="Cite").click()
    copied = until(page, lambda: page.evaluate("globalThis.copied"), "the sentence to be copied")
    assert copied.startswith(
        "“Government troops again attacked the rebels near Port Lessing.” (“Army strikes back”"
    )
    assert ", Coast Daily, 2021-03-15, https://news.example/" in copied


def test_titles_over_time(page):
    click_actor(page, "Tomas Okonjo")
    titles = page.locator("#side .offices li").all_inner_texts()
    assert titles == ["Foreign Minister · Kastoria\n2021-03-02"]
    click_actor(page, "Élise Marchetti")
    titles = [text.split("\n") for text in page.locator("#side .offices li").all_inner_texts()]
    assert titles == [["President", "2021-03-02"], ["Interior Minister", "no date"]]


def test_allies_and_opponents_by_polarity(page):
    click_actor(page, KASTORIA)
    card = page.locator("#side")
    ally = card.locator(".side.cooperation li").first
    assert ally.locator("bdi").inner_text() == FRONT
    assert "mean polarity +1.00 over 1 relation" in ally.inner_text()
    opponents = card.locator(".side.conflict li bdi").all_inner_texts()
    assert opponents == [ARMY, "Élise Marchetti", "سليم الحداد"]  # twice -0.35, then -0.2


def test_find_among_the_sentences(page):
    click_actor(page, FRONT)
    card = page.locator("#side")
    card = card.locator(".part:not(.denied)")
    everything = card.locator("li.relation").count()
    find = card.get_by_label("Find in these sentences")

    def look_for(words):
        find.fill("")
        until_equal(page, card.locator("output").inner_text, "")
        find.fill(words)
        until(page, lambda: " of " in card.locator("output").inner_text(), "what is found")
        until_equal(page, card.locator("q.sentence").count, card.locator("li.relation").count())

    look_for("REBELS lessing")
    texts = card.locator("li.relation").all_inner_texts()
    assert 0 < len(texts) < everything
    assert all("rebels" in text.lower() and "Lessing" in text for text in texts)
    look_for("possible kastoria")  # how sure it is, and who says so
    assert card.locator("output").inner_text().startswith("1 of ")
    assert "new attack" in card.locator("q.sentence").inner_text()
    look_for("coast daily 2021-03-15")
    sources = card.locator(".source-line").all_inner_texts()
    assert sources
    assert all("Coast Daily · 2021-03-15" in text for text in sources)
    find.fill("no such words")
    card.get_by_text("No sentence here has all of these words").wait_for()
    find.press("Escape")
    until_equal(page, card.locator("li.relation").count, everything)
    heading = page.locator("#side").get_by_role("heading", level=2)
    assert heading.inner_text() == FRONT  # the first Escape only empties the box


def test_what_is_typed_stays_when_a_relation_is_rejected(page):
    click_actor(page, FRONT)
    card = page.locator("#side")
    card.get_by_label("Find in these sentences").fill("rebels")
    card.locator("output", has_text=" of ").wait_for()
    before = card.locator("li.relation").count()
    card.get_by_role("button", name="Reject ").first.click()
    until_equal(page, card.locator("li.relation").count, before - 1)
    assert card.get_by_label("Find in these sentences").input_value() == "rebels"


def test_a_rule_tells_what_it_reads_as_text_whatever_stands_in_it(open_page, monkeypatch):
    sentence = 'A verb with <b onclick="alert(1)">its</b> "subject" \u202e& object</script>.'
    monkeypatch.setitem(words.RULES, "active_verb", sentence)
    page = open_page(explorer(*news.news()))
    click_actor(page, VERANIA)
    rule = page.locator("#side .relation .rule").first
    assert rule.inner_text() == "rule active verb"
    assert rule.get_attribute("title") == sentence.replace("\u202e", "\ufffd")
    assert page.locator("#side .trace b").count() == 0


def test_a_rule_that_nothing_is_told_of_has_no_tip(page):
    click_actor(page, VERANIA)
    assert page.locator("#side .relation .rule").first.get_attribute("title") is None
