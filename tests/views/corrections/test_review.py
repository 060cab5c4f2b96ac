"""Who may be one, answered in the page, and every kind of correction replayed by a build."""

import json

import news
import pytest
from amending import as_json, correct, corrections, heading, merge, side
from hands import click_line, come_to_rest, line, show_all, shown, shown_lines

import graphbuild as gb
from graphbuild.views.explorer import explorer

FRONT, VERANIA, KASTORIA = "Red Valley Front", "Verania", "Kastoria"
MARCHETTI = "Elise Marchetti"

# Two that the page is to ask about, beside the press that the other tests read.
ACTORS = {
    **news.ACTORS,
    "Elise Marchetti": ("official", "GOV", "VER", "", ""),
    "Okonjo": ("official", "GOV", "KAS", "", ""),
}
ARTICLES = [
    *news.ARTICLES,
    ("More talks", "2021-05-20", "The Meridian", [
        ("Elise Marchetti met Okonjo.", [
            (MARCHETTI, MARCHETTI, "met", "Okonjo", "Okonjo", "discuss", 0.25, "asserted", "")]),
        ("Okonjo thanked Verania.", [
            ("Okonjo", "Okonjo", "thanked", "Verania", "Verania", "support", 0.5, "asserted", "")]),
    ]),
]  # fmt: skip


@pytest.fixture(scope="module")
def asking():
    return explorer(*news.tables(ACTORS, ARTICLES), title="Red Valley press")


@pytest.fixture
def queue(open_page, asking):
    page = open_page(asking)
    page.locator("#show-corrections").click()
    return page


def pairs(page):
    come_to_rest(page)
    return [text.replace("\n", " ") for text in page.locator(".pairs .pair-ends").all_inner_texts()]


def set_right(page, source, target, sign):
    click_line(page, line(page, source, target, sign))
    side(page).get_by_role("button", name="Set right").first.click()
    return side(page).locator(".set-right-form")


def test_the_page_asks_who_may_be_one_with_reasons(queue):
    assert "3 pairs" in side(queue).locator("#queue-title").inner_text() or len(pairs(queue)) >= 2
    okonjo = side(queue).locator(".pairs > li", has_text="Tomas Okonjo")
    assert "one name contains the other" in okonjo.inner_text()
    assert "the same country and role" in okonjo.inner_text()
    assert "A merge moves" in okonjo.inner_text()


def test_the_page_asks_what_may_be_wrong_and_an_answer_is_a_correction(queue):
    doubts = side(queue).locator(".doubts > li")
    come_to_rest(queue)
    before = doubts.count()
    assert before
    first = doubts.first.inner_text()
    assert "against what most sentences say of the two" in first or "not sure" in first
    assert doubts.first.locator(".quote .sentence").inner_text()
    doubts.first.get_by_role("button", name="It is right").click()
    come_to_rest(queue)
    assert [row[0] for row in corrections(queue)] == ["confirm"]
    second = side(queue).locator(".doubts > li").first
    assert second.inner_text() != first
    second.get_by_role("button", name="Reject ").click()
    come_to_rest(queue)
    assert {row[0] for row in corrections(queue)} == {"confirm", "drop"}


def test_yes_merges_and_no_is_remembered(queue):
    before = len(pairs(queue))
    okonjo = side(queue).locator(".pairs > li", has_text="Tomas Okonjo")
    okonjo.get_by_role("button", name="Okonjo is the same: keep the name Tomas Okonjo").click()
    assert "Okonjo" not in shown(queue)
    assert len(pairs(queue)) == before - 1
    other = side(queue).locator(".pairs > li", has_text="Élise Marchetti")
    no = other.get_by_role("button", name="is not the same as")
    no.focus()
    queue.keyboard.press("Enter")
    assert not side(queue).locator(".pairs > li", has_text="Élise Marchetti").count()
    assert {row[0] for row in corrections(queue)} == {"merge", "different"}
    assert queue.evaluate("document.activeElement.closest('#side') !== null")  # the next, or the card
    queue.reload()
    queue.locator("#show-corrections").click()
    assert not side(queue).locator(".pairs > li", has_text="Élise Marchetti").count()
    queue.keyboard.press("Control+z")
    come_to_rest(queue)
    assert side(queue).locator(".pairs > li", has_text="Élise Marchetti").count() == 1


def test_what_a_build_knows_to_be_different_is_not_asked(open_page):
    tables = news.tables(ACTORS, ARTICLES)
    apart = frozenset((news.content_id("Okonjo"), news.content_id("Tomas Okonjo")))
    page = open_page(explorer(*tables, apart=[apart]))
    page.locator("#show-corrections").click()
    assert pairs(page)
    assert not side(page).locator(".pairs > li", has_text="Tomas Okonjo").count()


def test_country_and_role_by_keyboard(page):
    form = correct(page, FRONT)
    form.get_by_label("Country").focus()
    page.keyboard.type("Kenya")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    come_to_rest(page)
    assert "Kenya" in side(page).locator(".details").inner_text()
    form = correct(page, FRONT)
    form.get_by_label("Role").select_option("none")
    form.locator("form", has=page.locator("#amend-role")).get_by_role("button", name="Change").click()
    assert "armed opposition" not in side(page).locator(".details").inner_text()
    identity = news.content_id(FRONT)
    assert corrections(page) == [["country", identity, "KEN"], ["role", identity, "none"]]
    page.locator("#show-corrections").click()
    assert f"{FRONT} is of Kenya" in side(page).inner_text()


def test_a_relation_gets_another_class(page):
    form = set_right(page, KASTORIA, VERANIA, -1)
    form.get_by_label("What is done").first.select_option("aid")
    form.get_by_role("button", name="Change").click()
    come_to_rest(page)
    assert [KASTORIA, VERANIA, "verb", -1] not in shown_lines(page)
    assert page.evaluate("(at) => graphbuild.data.lines.weight[at]", line(page, KASTORIA, VERANIA, 1)) == 2
    ((action, _, chosen),) = corrections(page)
    assert (action, chosen) == ("reclass", "aid")


def test_a_relation_is_confirmed(page):
    form = set_right(page, KASTORIA, VERANIA, -1)
    form.get_by_role("button", name="It is right").click()
    come_to_rest(page)
    assert "confidence 100 %" in side(page).locator("li.relation").first.inner_text()


def test_words_of_one_sentence_stand_for_another(page):
    form = set_right(page, KASTORIA, VERANIA, -1)
    form.get_by_label("To whom is").fill("Northern")
    page.keyboard.press("Enter")
    come_to_rest(page)
    assert [KASTORIA, "Northern Alliance", "verb", -1] in shown_lines(page)
    assert [KASTORIA, VERANIA, "verb", -1] not in shown_lines(page)
    assert [KASTORIA, VERANIA, "verb", 1] in shown_lines(page)  # of another sentence
    page.keyboard.press("Control+z")
    come_to_rest(page)
    assert [KASTORIA, VERANIA, "verb", -1] in shown_lines(page)


def test_a_relation_is_added_marked_and_taken_back(page):
    form = set_right(page, KASTORIA, VERANIA, -1)
    adding = form.locator(".add-relation")
    adding.get_by_label("To whom").fill("Kastoria Gas")
    page.keyboard.press("Enter")
    adding.get_by_label("Who acts").fill("Relief")
    page.keyboard.press("Enter")
    adding.get_by_label("What is done").select_option("threaten")
    adding.get_by_role("button", name="Add").click()
    come_to_rest(page)
    assert ["Relief Union", "Kastoria Gas", "verb", -1] in shown_lines(page)
    click_line(page, line(page, "Relief Union", "Kastoria Gas", -1))
    item = side(page).locator("li.relation")
    assert "added by hand" in item.inner_text()
    assert "threatened Verania with a halt of deliveries" in item.inner_text()
    assert "rule by hand" in item.inner_text()
    item.get_by_role("button", name="Reject").click()
    come_to_rest(page)
    assert corrections(page) == []
    assert ["Relief Union", "Kastoria Gas", "verb", -1] not in shown_lines(page)


ARTICLE = """The Ministry of Water accused Delta Energy of a fraud on Monday. President Maria Lopez met John
Okafor in Nairobi. Okafor criticised the Ministry of Water. Delta Energy attacked the Water Ministry in May.
Kenya and Uganda signed a treaty in Nairobi. Uganda accused Delta Energy of bribery. Maria Lopez praised
Uganda. John Okafor leads Delta Energy. Kenya has not attacked Uganda. The Water Ministry will sue Kenya.
"""
SECOND = """Kenya condemned Uganda on Friday. John Okafor, the head of Delta Energy, met President Maria
Lopez. Okafor thanked Kenya. The Ministry of Water backed Kenya. Uganda threatened the Ministry of Water.
Chad helped Mali on Sunday. Mali thanked Chad. Niger accused Chad of treason. Mali visited Niger.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    rows = [{"title": "Fraud", "date": "2022-05-01", "source": "Daily", "text": ARTICLE},
            {"title": "Talks", "date": "2022-06-01", "source": "Weekly", "text": SECOND}]  # fmt: skip
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_kind_made_in_the_page_and_replayed_gives_the_graph_that_it_showed(
    open_page, articles, tmp_path
):
    net = gb.build(articles)
    page = open_page(explorer(net.documents, net.mentions, net.actors, net.relations, net.edges))
    show_all(page)
    untouched = as_json(page)

    def amend_row(name, field, choice):
        form = correct(page, name)
        select = page.locator(f"#amend-{field}")
        select.select_option(choice)
        form.locator("form", has=select).get_by_role("button", name="Change").click()
        come_to_rest(page)

    amend_row("Maria Lopez", "country", "TCD")
    amend_row("Delta Energy", "role", "MED")
    merge(page, "Niger", "mali", "Mali")

    def forms(name, words):
        """The form of the relation of an actor's card whose sentence has the words."""
        page.locator("#search").fill(name)
        page.keyboard.press("Enter")
        assert heading(page) == name
        side(page).get_by_label("Find in these sentences").fill(words)
        item = side(page).locator("li.relation", has_text=words).first
        item.wait_for()
        item.get_by_role("button", name="Set right").click()
        return item.locator(".set-right-form")

    form = forms("Uganda", "condemned Uganda")
    form.get_by_label("What is done").first.select_option("attack")
    form.get_by_role("button", name="Change").click()
    come_to_rest(page)
    forms("Uganda", "threatened the Ministry").get_by_role("button", name="It is right").click()
    come_to_rest(page)
    form = forms("Chad", "helped Mali")
    form.get_by_label("Who acts is").fill("Uganda")
    page.keyboard.press("Enter")
    come_to_rest(page)
    adding = forms("Kenya", "thanked Kenya").locator(".add-relation")
    adding.get_by_label("Who acts").fill("Maria")
    page.keyboard.press("Enter")
    adding.get_by_label("To whom").fill("Uganda")
    page.keyboard.press("Enter")
    adding.get_by_label("What is done").select_option("member_of")
    adding.get_by_role("button", name="Add").click()
    come_to_rest(page)
    form = forms("Kenya", "will sue Kenya")
    item = side(page).locator("li.relation", has_text="will sue Kenya").first
    item.get_by_role("button", name="Reject").click()
    come_to_rest(page)
    kinds = [row[0] for row in corrections(page)]
    assert kinds == ["country", "role", "merge", "reclass", "confirm", "relink", "add", "drop"]

    page.locator("#show-corrections").click()
    with page.expect_download() as waiting:
        side(page).get_by_role("button", name="Download corrections.csv").click()
    file = tmp_path / "corrections.csv"
    waiting.value.save_as(file)
    page.get_by_role("button", name="Graph", exact=True).click()
    show_all(page)
    expected = as_json(page)
    assert expected != untouched

    again = gb.build(articles, corrections=file)
    assert [row.problem for row in again.corrections] == [""] * len(kinds)
    assert set(again.relations["rule"]) >= {"by_hand", "corrected"}
    rebuilt = open_page(explorer(again.documents, again.mentions, again.actors, again.relations, again.edges))
    show_all(rebuilt)
    actors, links = as_json(rebuilt)
    assert actors == expected[0]
    assert links == expected[1]
