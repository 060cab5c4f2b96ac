"""The articles: listed, searched, read with every relation marked, and the way to the graph and back."""

import news
import pytest
from hands import actor, address, come_to_rest, until, until_equal

from graphbuild.views.explorer import explorer


@pytest.fixture(scope="module")
def readable():
    return explorer(*news.news(), title="Red Valley press", texts=news.texts())


def opened(page, title):
    page.locator("#view-text").click()
    page.locator("#text .paper", has_text=title).first.click()
    page.locator("#text .said-count").first.wait_for()
    return page.locator("#text .article")


def marked(page, selector):
    return page.locator(f"#text {selector}").all_inner_texts()


def test_articles_are_listed_with_what_passes_of_them(open_page, readable):
    page = open_page(readable)
    page.locator("#view-text").click()
    assert page.locator("#text output").inner_text() == "6 articles"
    papers = page.locator("#text .paper")
    assert papers.count() == 6
    told = [int(text.split(" · ")[-1].split()[0]) for text in marked(page, ".paper .soft")]
    counted = page.evaluate(
        """() => { const { rows, lines, together, sentences } = graphbuild.data; const counts = {};
          for (let row = 0; row < rows.size; row++) {
            if (lines.kind[rows.line[row]] === together) continue;
            if (rows.status[row] === graphbuild.data.denied) continue;
            const at = sentences.document[rows.sentence[row]]; counts[at] = (counts[at] ?? 0) + 1;
          }
          return Object.values(counts).sort((a, b) => b - a); }"""
    )
    assert told == counted
    page.locator("[data-group=signs] label", has_text="Conflict").click()
    until(page, lambda: marked(page, ".paper .soft") != told, "counts to follow the filter")
    assert page.locator("#stage").is_hidden()


def test_an_article_has_its_text_and_marks_what_passes(open_page, readable):
    page = open_page(readable)
    article = opened(page, "Army strikes back")
    assert article.locator("h2").inner_text() == "Army strikes back"
    assert "Coast Daily · 2021-03-15" in article.locator(".source-line").inner_text()
    assert "7 relations in 4 sentences pass your filters." in article.locator(".article-notes").inner_text()
    text = page.evaluate(
        """() => { const box = document.querySelector(".article-text").cloneNode(true);
          for (const one of box.querySelectorAll(".said-count, .said-here")) one.remove();
          return box.textContent.replace(/\\s+/g, " ").trim(); }"""
    )
    assert text == " ".join(sentence for sentence, _ in news.ARTICLES[2][3])
    assert {"bombed", "arrested", "signed", "attacked"} <= {*marked(page, "mark.act")}
    assert "Ivo Brandt" in marked(page, "mark.who")
    page.locator("[data-group=signs] label", has_text="Conflict").click()
    until(page, lambda: "bombed" not in marked(page, "mark.act"), "the marks to follow the filter")
    assert "signed" in marked(page, "mark.act")


def test_a_sentence_tells_its_relations_and_a_mark_lights_its_own(open_page, readable):
    page = open_page(readable)
    opened(page, "Army strikes back")
    button = page.locator("#text .said-count").first
    assert (button.inner_text(), button.get_attribute("aria-label")) == ("2", "2 relations in this sentence")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert marked(page, ".said-here .line-ends") == [
        "Veranian army → Hill Brigades",
        "Veranian army → Ivo Brandt",
    ]
    assert marked(page, ".source") == ["Veranian army"]
    assert (marked(page, ".verb"), marked(page, ".target")) == (["bombed"], ["Hill Brigades"])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the second relation
    assert (marked(page, ".verb"), marked(page, ".target")) == (["arrested"], ["Ivo Brandt"])
    assert page.locator("#text [data-row][aria-pressed=true]").count() == 1
    assert page.locator("#card-title").inner_text() == "Veranian army → Ivo Brandt"
    button.click()
    assert page.locator("#text .said-here").count() == 0
    assert marked(page, ".verb") == []
    page.locator("#text mark.act", has_text="arrested").click()
    assert (marked(page, ".source"), marked(page, ".target")) == (["Veranian army"], ["Ivo Brandt"])


def test_spans_that_cross_are_marked_whole(open_page):
    """Both ends of a relation in one stretch of words, and a verb inside a name."""
    tables = list(news.news())
    mentions, relations = tables[1].copy(), tables[3].copy()
    row = relations.index[relations["verb"] == "bombed"][0]
    start = relations.at[row, "start"]
    sentence = relations.at[row, "evidence"]
    source = relations.at[row, "source_mention"]
    of_source = mentions["mention_id"] == source
    end = start + sentence.index("Hill") + len("Hill")
    mentions.loc[of_source, "end"] = end  # "Veranian army bombed the Hill"
    of_target = mentions["mention_id"] == relations.at[row, "target_mention"]
    mentions.loc[of_target, "start"] = start + sentence.index("the Hill")
    tables[1] = mentions
    page = open_page(explorer(*tables, texts=news.texts()))
    opened(page, "Army strikes back")
    page.locator("#text .said-count").first.click()
    assert "".join(marked(page, ".source")) == "Veranian army bombed the Hill"
    assert "".join(marked(page, ".target")) == "the Hill Brigades"
    assert marked(page, ".verb") == ["bombed"]
    assert marked(page, ".source.target") == ["the Hill"]


def test_from_the_text_to_the_graph_and_back(open_page, readable):
    page = open_page(readable)
    opened(page, "Envoy opens talks")
    page.locator("#text .said-count").nth(1).click()
    page.locator("#text .to-drawing").first.click()
    come_to_rest(page)
    assert page.locator("#stage").is_visible()
    shown = page.evaluate("graphbuild.shown().actors")
    assert {actor(page, "Ruth Adler"), actor(page, "Verania")} <= {*shown}
    assert page.locator("#card-title").inner_text() == "Ruth Adler → Verania"
    page.locator("#side").get_by_role("button", name="Read").first.click()
    page.locator("#text .said-here").wait_for()
    assert page.locator("#text h2").inner_text() == "Envoy opens talks"
    assert (marked(page, ".source"), marked(page, ".verb"), marked(page, ".target")) == (
        ["She"],
        ["urged"],
        ["Verania"],
    )
    assert page.evaluate("document.activeElement.className") == "said-count"
    assert "read=" in address(page, "relation=")


def test_sentences_are_found_from_the_box_at_the_top(open_page, readable):
    page = open_page(readable)
    page.locator("#search").fill("weapons")
    assert page.locator("#search-found").get_by_role("option").all_inner_texts() == [
        "Find “weapons” in the sentences"
    ]
    page.keyboard.press("Enter")
    until_equal(page, lambda: marked(page, "output"), ["1 sentence in 1 article"])
    assert marked(page, ".found-sentence mark.hit") == ["weapons"]
    page.locator("#text .paper").click()
    page.locator("#text .article-text .place").first.wait_for()
    assert "Kastoria has not supplied" in "".join(marked(page, ".place"))
    assert marked(page, ".article-text .hit") == ["weapons"]
    page.locator("#text .article-bar button").click()
    until_equal(page, lambda: marked(page, "output"), ["1 sentence in 1 article"])
    assert page.evaluate("document.activeElement.className") == "paper"
    page.locator("#find-articles").fill("nothing of the kind")
    until_equal(page, lambda: marked(page, "output"), ["0 sentences in 0 articles"])
    assert "No sentence has all of these words." in page.locator("#text").inner_text()
    page.locator("#find-articles").press("Escape")
    until_equal(page, lambda: marked(page, "output"), ["6 articles"])
    page.locator("#search").fill("Adler")
    page.keyboard.press("Enter")  # an actor comes first
    assert page.locator("#card-title").inner_text() == "Ruth Adler"


def test_without_texts_the_sentences_behind_relations_are_read_and_found(open_page, html):
    page = open_page(html)
    article = opened(page, "Army strikes back")
    assert "The texts of the articles are not in this page" in article.inner_text()
    assert page.locator("#text .para").count() == 4
    page.locator("#text mark.act", has_text="bombed").click()
    assert marked(page, ".target") == ["Hill Brigades"]
    page.locator("#find-articles").fill("truce")
    until_equal(page, lambda: marked(page, "output"), ["1 sentence in 1 article"])
    page.locator("#text .paper").click()
    page.locator("#text .place").first.wait_for()
    assert "agreed on a truce" in "".join(marked(page, ".place"))


def test_an_address_opens_the_article_at_its_relation(open_page, readable):
    page = open_page(readable)
    opened(page, "A truce")
    first = page.evaluate("graphbuild.state().reading.document")
    page.locator("#text .article-bar button").click()
    until(page, lambda: page.locator("#text .paper").count() == 6, "the list again")
    where = page.evaluate(
        """(document) => { const { rows, sentences, papers } = graphbuild.data;
          const row = Array.from({ length: rows.size }, (_, at) => at).find((at) =>
            sentences.document[rows.sentence[at]] === document
              && rows.verb.words[rows.verb.codes[at]] === "praised");
          return `view=text&read=${papers.id(document)}&relation=${rows.id(row)}`; }""",
        first,
    )
    again = open_page(readable, hash=where)
    again.locator("#text .said-here").wait_for()
    assert marked(again, ".verb") == ["praised"]


def test_text_of_the_web_stays_text(open_page):
    ill = "<img src=x onerror=alert(1)>\u202e &amp;"
    page = open_page(explorer(*news.news(), texts={key: text + ill for key, text in news.texts().items()}))
    opened(page, "A truce")
    assert "<img src=x onerror=alert(1)>\ufffd &amp;" in page.locator("#text .article-text").inner_text()
    assert page.locator("#text img").count() == 0


@pytest.mark.parametrize("width", [390, 1024])
def test_a_small_window_leaves_room_to_read(open_page, readable, width):
    page = open_page(readable, width=width, height=800)
    opened(page, "Students march")
    page.locator("#text .said-count").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#text .reading-body").bounding_box()["height"] > 0.5 * 800
    if width < 760:  # no card lies over the text
        assert page.locator("#side").get_attribute("data-sheet") == "peek"
