"""Corrections made in the page, by mouse and by keyboard, and replayed by a build."""

import io
import json

import news
import pandas as pd
import pytest
from amending import as_json, correct, corrections, heading, merge, open_card, side
from hands import (
    actor,
    address,
    click_line,
    come_to_rest,
    found,
    line,
    open_group,
    save,
    search_for,
    show_all,
    shown,
    shown_lines,
)

import graphbuild as gb
from graphbuild.views.explorer import explorer

FRONT, ARMY, VERANIA, KASTORIA = "Red Valley Front", "Veranian army", "Verania", "Kastoria"
BRIGADES = "Hill Brigades"


def press_undo(page):
    page.keyboard.press("Control+z")
    come_to_rest(page)


def test_rename_by_mouse_is_shown_everywhere(page):
    form = correct(page, FRONT)
    assert form.get_by_role("button", name="Rename").is_disabled()
    form.get_by_label("Name", exact=True).fill("  Front of the   Red Valley ")
    form.get_by_role("button", name="Rename").click()
    assert heading(page) == "Front of the Red Valley"
    assert FRONT in side(page).locator(".details").inner_text()  # now an alias
    assert "Front of the Red Valley" in shown(page)
    assert FRONT not in shown(page)
    assert "Front of the Red Valley" in {name for one in shown_lines(page) for name in one[:2]}
    search_for(page, "front of")
    assert found(page)[0].startswith("Front of the Red Valley")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Table", exact=True).click()
    assert page.locator("#table tbody th", has_text="Front of the Red Valley").count() == 1
    _, content = save_table(page, "Actors (CSV)")
    assert "Front of the Red Valley" in set(pd.read_csv(io.BytesIO(content))["name"])


def save_table(page, choice):
    page.get_by_role("button", name="Graph", exact=True).click()
    return save(page, choice)


def test_rename_by_keyboard_and_back(page):
    open_card(page, FRONT)
    side(page).get_by_role("button", name="Correct …").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "amend-name"
    page.keyboard.press("Control+a")
    page.keyboard.type("RVF/North")
    page.keyboard.press("Enter")
    assert heading(page) == "RVF/North"  # the slash is typed, it does not lead to the search
    page.keyboard.press("Escape")
    press_undo(page)
    assert FRONT in shown(page)
    assert page.locator("#toast").text_content() == "Undone"  # though it be gone again
    page.keyboard.press("Control+Shift+z")
    assert "RVF/North" in shown(page)
    assert corrections(page) == [["rename", news.content_id(FRONT), "RVF/North"]]


def test_undo_in_a_text_field_belongs_to_the_field(page):
    form = correct(page, FRONT)
    form.get_by_label("Type").select_option("Organisation")
    form.locator("form", has=page.locator("#amend-type")).get_by_role("button", name="Change").click()
    form.get_by_label("Name", exact=True).fill("X")
    press_undo(page)
    assert len(corrections(page)) == 1


def test_a_speaker_is_renamed_in_the_filter_and_the_card(page):
    form = correct(page, "Élise Marchetti")
    form.get_by_label("Name", exact=True).fill("Elise M.")
    page.keyboard.press("Enter")
    open_group(page, "speakers")
    assert "Elise M." in page.locator("[data-group=speakers]").inner_text()
    click_line(page, line(page, KASTORIA, FRONT, 1))
    assert "according to Elise M." in side(page).inner_text()


def test_retype_moves_the_actor_to_the_other_type(page):
    count = page.locator("[data-group=types] .choice", has_text="Organisation").locator(".count")
    before = int(count.inner_text())
    form = correct(page, FRONT)
    form.get_by_label("Type").select_option("Organisation")
    form.locator("form", has=page.locator("#amend-type")).get_by_role("button", name="Change").click()
    assert "Organisation" in side(page).locator(".kicker").inner_text()
    assert int(count.inner_text()) == before + 1
    shape = "(actor) => graphbuild.canvas.network.body.nodes[actor].options.shape"
    assert page.evaluate(shape, actor(page, FRONT)) == "hexagon"
    press_undo(page)
    assert int(count.inner_text()) == before
    assert page.evaluate(shape, actor(page, FRONT)) == "diamond"


def test_merge_two_actors(page):
    show_all(page)
    before = len(shown_lines(page))
    merge(page, BRIGADES, "red valley", FRONT)
    assert heading(page) == FRONT  # the card follows
    assert BRIGADES not in shown(page)
    assert "21 of 21 actors" in page.locator("#status").inner_text()
    lines = shown_lines(page)
    assert [ARMY, FRONT, "verb", -1] in lines
    assert len(lines) < before
    assert not any(one == other for one, other, *_ in lines)  # the pact between the two is no link any more
    assert (
        page.evaluate("(at) => graphbuild.data.lines.weight[at]", line(page, ARMY, FRONT, -1)) == 3
    )  # two attacks, and the bombs on the Brigades
    assert BRIGADES in side(page).locator(".details").inner_text()
    search_for(page, "brigades")
    assert found(page)[0].startswith(FRONT)
    page.keyboard.press("Escape")
    press_undo(page)
    assert BRIGADES in shown(page)
    assert len(shown_lines(page)) == before
    merge(page, BRIGADES, "red valley", FRONT)
    page.locator("#toast").get_by_role("button", name="Undo").click()  # it goes by itself after some seconds
    assert BRIGADES in shown(page)
    assert len(shown_lines(page)) == before


def test_merge_by_keyboard_keeps_the_chosen_name(page):
    open_card(page, FRONT)
    side(page).get_by_role("button", name="Correct …").focus()
    page.keyboard.press("Enter")
    page.locator("#merge-search").focus()
    page.keyboard.type("brigad")
    page.keyboard.press("Enter")
    buttons = side(page).locator(".amend-keep .keep").all_inner_texts()
    assert [text.split("name ")[1] for text in buttons] == [FRONT, BRIGADES]  # the better known first
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert heading(page) == BRIGADES
    assert FRONT not in shown(page)
    assert corrections(page) == [["merge", news.content_id(FRONT), news.content_id(BRIGADES)]]


def test_leave_an_actor_out(page):
    show_all(page)
    correct(page, "fishermen").get_by_role("button", name="Leave out of the data").click()
    assert "fishermen" not in shown(page)
    assert "21 of 21 actors" in page.locator("#status").inner_text()
    assert heading(page) == "At a glance"
    search_for(page, "fishermen")
    assert "No actor has a name" in page.locator("#search-found").inner_text()
    page.keyboard.press("Escape")
    press_undo(page)
    assert "fishermen" in shown(page)


def test_reject_a_relation_in_the_card(page):
    click_line(page, line(page, ARMY, FRONT, -1))
    reject = side(page).get_by_role("button", name="Reject attacks 2021-03-15")
    reject.focus()
    page.keyboard.press("Enter")
    assert side(page).locator("li.relation").count() == 1
    assert page.evaluate("(at) => graphbuild.data.lines.weight[at]", line(page, ARMY, FRONT, -1)) == 1
    assert page.evaluate("document.activeElement.textContent") == "Reject"  # the next one
    page.keyboard.press("Enter")
    assert [ARMY, FRONT, "verb", -1] not in shown_lines(page)
    assert heading(page) == f"{FRONT} → {ARMY}" or ARMY in heading(page)  # what is left between the two
    press_undo(page)
    press_undo(page)
    assert [ARMY, FRONT, "verb", -1] in shown_lines(page)


def test_the_marks_of_merged_lines_stand_right(page):
    merge(page, BRIGADES, "red valley", FRONT)
    click_line(page, line(page, ARMY, FRONT, -1))
    bombed = side(page).locator("li.relation", has_text="bombed")
    bombed.locator("mark.verb").wait_for()
    assert bombed.locator("mark.verb").inner_text() == "bombed"
    assert bombed.locator("mark.target").inner_text() == f"{BRIGADES} = {FRONT}"


def test_the_list_takes_single_ones_out(page):
    assert page.locator("#show-corrections").inner_text() == "Corrections"
    correct(page, "fishermen").get_by_role("button", name="Leave out of the data").click()
    merge(page, BRIGADES, "red valley", FRONT)
    page.keyboard.press("Escape")
    page.locator("#show-corrections").click()
    assert page.locator("#show-corrections").inner_text() == "Corrections2"
    items = side(page).locator(".corrections li .correction-text > span:first-child").all_inner_texts()
    assert items == [f"{BRIGADES} merged into {FRONT}", "fishermen left out"]
    assert "2 corrections are not downloaded yet" in side(page).inner_text()
    side(page).get_by_role("button", name="Remove: fishermen left out").click()
    assert "fishermen" in shown(page)
    assert BRIGADES not in shown(page)
    side(page).get_by_role("button", name="Undo").click()
    assert "fishermen" not in shown(page)
    side(page).get_by_role("button", name="Redo").click()
    assert "fishermen" in shown(page)
    side(page).get_by_role("button", name=f"Remove: {BRIGADES}").click()
    assert "Nothing is corrected yet" in side(page).inner_text()
    assert len(shown(page)) == 20


def test_corrections_survive_a_reload(page):
    merge(page, BRIGADES, "red valley", FRONT)
    address(page, f"actor={news.content_id(FRONT)}")
    page.reload()
    assert BRIGADES not in shown(page)
    assert heading(page) == FRONT
    assert page.locator("#show-corrections").inner_text() == "Corrections1"
    merged = line(page, ARMY, FRONT, -1)
    target = page.evaluate("(at) => graphbuild.canvas.network.body.edges[at].toId", merged)
    assert target == actor(page, FRONT)
    press_undo(page)
    assert BRIGADES in shown(page)
    page.reload()
    assert BRIGADES in shown(page)


def test_the_page_says_where_it_can_keep_nothing(page):
    forbid = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    page.add_init_script(forbid)
    page.reload()
    correct(page, "fishermen").get_by_role("button", name="Leave out of the data").click()
    page.locator("#show-corrections").click()
    assert "lost when you close or reload" in side(page).inner_text()
    with page.expect_download() as waiting:
        side(page).get_by_role("button", name="Download corrections.csv").click()
    content = waiting.value.path().read_bytes()
    assert content == f"\ufeffaction,subject,object\r\nignore,{news.content_id('fishermen')},\r\n".encode()


def test_filters_hold_over_corrections(page):
    page.get_by_label("At least so many sentences").fill("3")
    assert [ARMY, FRONT, "verb", -1] not in shown_lines(page)
    merge(page, BRIGADES, "red valley", FRONT)
    assert [ARMY, FRONT, "verb", -1] in shown_lines(page)
    press_undo(page)
    assert [ARMY, FRONT, "verb", -1] not in shown_lines(page)
    assert page.get_by_label("At least so many sentences").input_value() == "3"


def test_a_split_is_noted_for_the_next_build(page):
    form = correct(page, FRONT)
    form.get_by_label("Alias", exact=True).select_option("RVF")
    form.get_by_role("button", name="Split off").click()
    assert corrections(page) == [["split", news.content_id(FRONT), "RVF"]]
    assert "a split shows after the next build" in page.locator("#toast").text_content()
    assert "“RVF” is to be split off" in side(page).inner_text()
    page.locator("#show-corrections").click()
    assert "“RVF” split off from Red Valley Front" in side(page).inner_text()
    assert "shows after the next build" in side(page).inner_text()


# The same, replayed by a build.

ARTICLE = """The Ministry of Water accused Delta Energy of a fraud on Monday. President Maria Lopez met John
Okafor in Nairobi. Okafor criticised the Ministry of Water. Delta Energy attacked the Water Ministry in May.
Kenya and Uganda signed a treaty in Nairobi. Uganda accused Delta Energy of bribery. Maria Lopez praised
Uganda. John Okafor leads Delta Energy. Kenya has not attacked Uganda. The Water Ministry will sue Kenya.
"""
SECOND = """Kenya condemned Uganda on Friday. John Okafor, the head of Delta Energy, met President Maria
Lopez. Okafor thanked Kenya. The Ministry of Water backed Kenya. Uganda threatened the Ministry of Water.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    folder = tmp_path_factory.mktemp("articles")
    rows = [{"title": "Fraud", "date": "2022-05-01", "source": "Daily", "text": ARTICLE},
            {"title": "Talks", "date": "2022-06-01", "source": "Weekly", "text": SECOND}]  # fmt: skip
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_build_with_the_downloaded_file_gives_what_the_page_showed(open_page, articles, tmp_path):
    net = gb.build(articles)
    page = open_page(explorer(net.documents, net.mentions, net.actors, net.relations, net.edges))
    show_all(page)
    untouched = as_json(page)
    counts = net.actors["name"].value_counts()
    renamed, merged, kept, retyped, ignored = [name for name in net.actors["name"] if counts[name] == 1][:5]
    merge(page, merged, kept, kept)
    form = correct(page, renamed)
    form.get_by_label("Name", exact=True).fill('=Somebody else, "quoted"')
    page.keyboard.press("Enter")
    form = correct(page, retyped)
    wanted = "Place" if form.get_by_label("Type").input_value() != "place" else "Group"
    form.get_by_label("Type").select_option(wanted)
    form.locator("form", has=page.locator("#amend-type")).get_by_role("button", name="Change").click()
    correct(page, ignored).get_by_role("button", name="Leave out of the data").click()
    page.get_by_role("button", name="Table", exact=True).click()
    page.locator("#table").get_by_role("button", name="Links", exact=True).click()
    page.locator("#table tbody tr", has_text="Acts").first.get_by_role("button").click()
    side(page).get_by_role("button", name="Reject ").first.click()
    assert len(corrections(page)) == 5
    page.locator("#show-corrections").click()
    with page.expect_download() as waiting:
        side(page).get_by_role("button", name="Download corrections.csv").click()
    file = tmp_path / "corrections.csv"
    waiting.value.save_as(file)
    assert "All of them are downloaded" in side(page).inner_text()
    page.get_by_role("button", name="Graph", exact=True).click()
    expected = as_json(page)
    assert expected != untouched

    again = gb.build(articles, corrections=file)
    assert [row.problem for row in again.corrections] == [""] * 5
    rebuilt = open_page(explorer(again.documents, again.mentions, again.actors, again.relations, again.edges))
    show_all(rebuilt)
    actors, links = as_json(rebuilt)
    assert actors == expected[0]
    assert links == expected[1]
    counted = again.relations[again.relations["status"] != "negated"]
    counted = counted.assign(sign=(counted["polarity"] > 0).astype(int) - (counted["polarity"] < 0))
    for (source, target, kind, tone), row in links.items():
        sign = {"conflict": -1, "neither": 0, "cooperation": 1}[tone]
        forward = (counted["source"] == source) & (counted["target"] == target)
        backward = (counted["source"] == target) & (counted["target"] == source) & (kind == "cooccurrence")
        own = counted[(forward | backward) & (counted["kind"] == kind) & (counted["sign"] == sign)]
        assert row["weight"] == len(own.drop_duplicates(["doc_id", "sentence"]))
        if len(own):
            assert row["polarity"] == pytest.approx(own["polarity"].mean(), abs=0.006)
