"""Notes and bookmarks on actors, links and views, and the story that they make."""

import io
import json

import pypdf
import pytest
from hands import come_to_rest, only, shown, until

ARMY, FRONT = "Veranian army", "Red Valley Front"


def open_actor(page, name):
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")
    page.locator("#side h2", has_text=name).wait_for()


def open_notes(page):
    page.locator("#more summary").click()
    page.get_by_role("button", name="Notes and story").click()
    return page.locator("#side .notes")


def keep_all(page):
    """A note on an actor, one on a link, and a view of conflict alone."""
    open_actor(page, ARMY)
    page.locator("#side").get_by_role("button", name="Keep").click()
    page.get_by_label("Your note").fill("Strikes back.")
    page.locator("#side .links .line", has_text=FRONT).first.click()
    page.locator("#side").get_by_role("button", name="Keep").click()
    page.get_by_label("Your note").fill("Both sides.\n<img src=x onerror=alert(1)>")
    page.locator("#side").get_by_role("button", name="Close").click()
    only(page, "signs", "Conflict")
    come_to_rest(page)
    notes = open_notes(page)
    notes.get_by_role("button", name="Keep this view").click()
    return notes


def told(notes):
    return [
        (item.locator(".note-title").input_value(), item.locator("textarea").input_value())
        for item in notes.locator(".note-item").all()
    ]


def test_notes_are_made_moved_and_taken_out(page):
    notes = keep_all(page)
    first, second, third = told(notes)
    assert first == (ARMY, "Strikes back.")
    assert set(second[0].split(" – ")) == {ARMY, FRONT}
    assert third == ("Graph · Tone: only Conflict", "")
    notes.get_by_role("button", name="Earlier: 3.").click()
    assert told(notes) == [first, third, second]
    notes.get_by_role("button", name="Remove: 1.").click()
    assert told(notes) == [third, second]
    page.locator("#toast").get_by_role("button", name="Undo").click()
    assert told(notes) == [first, third, second]


def test_a_card_shows_its_note_again(page):
    open_actor(page, ARMY)
    page.locator("#side").get_by_role("button", name="Keep").click()
    page.get_by_label("Your note").fill("Strikes back.")
    open_actor(page, FRONT)
    assert page.get_by_label("Your note").count() == 0
    open_actor(page, ARMY)
    assert page.get_by_label("Your note").input_value() == "Strikes back."
    assert page.locator("#side").get_by_role("button", name="Keep").get_attribute("aria-pressed") == "true"


def test_notes_stay_over_a_reload_and_go_through_a_file(page, open_page, html):
    notes = keep_all(page)
    before = told(notes)
    with page.expect_download() as waiting:
        notes.get_by_role("button", name="Download notes.json").click()
    path = waiting.value.path()
    assert [one["kind"] for one in json.loads(path.read_text(encoding="utf-8"))["notes"]] == [
        "actor",
        "link",
        "view",
    ]
    page.reload()
    assert told(open_notes(page)) == before
    other = open_page(html)
    other.evaluate("localStorage.clear()")
    other.reload()
    empty = open_notes(other)
    assert told(empty) == []
    empty.locator("input[type=file]").set_input_files({
        "name": "notes.json", "mimeType": "application/json", "buffer": path.read_bytes(),
    })  # fmt: skip
    until(other, lambda: told(other.locator("#side .notes")) == before, "the notes of the file")
    empty.locator("input[type=file]").set_input_files({
        "name": "other.json", "mimeType": "application/json", "buffer": b"{}",
    })  # fmt: skip
    until(other, lambda: "no file of notes" in other.locator("#toast").inner_text(), "the word on the other")
    assert told(other.locator("#side .notes")) == before


def test_the_story_is_stepped_through_by_keys(page):
    notes = keep_all(page)
    conflict = shown(page)
    notes.get_by_role("button", name="Step through").click()
    story = page.locator("#story")
    assert story.locator(".story-place").inner_text() == "1 of 3"
    assert story.locator(".story-text").inner_text() == "Strikes back."
    page.locator("#side h2", has_text=ARMY).wait_for()
    assert story.locator(":focus").count() == 1
    page.keyboard.press("ArrowRight")
    assert "<img" in story.locator(".story-text").inner_text()
    assert FRONT in page.locator("#side h2").inner_text()
    page.keyboard.press("ArrowRight")
    until(page, lambda: shown(page) == conflict, "the view that was kept")
    assert story.get_by_role("button", name="Next").is_disabled()
    page.keyboard.press("Escape")
    assert story.is_hidden()


def test_the_story_on_paper_has_a_page_a_step_with_its_picture(page):
    notes = keep_all(page)
    page.evaluate("window.print = () => { globalThis.printed = document.body.dataset.printing; }")
    before = page.evaluate("location.hash")
    notes.get_by_role("button", name="Print the story").click()
    until(page, lambda: page.evaluate("globalThis.printed === 'story'"), "the story to be printed")
    pages = page.locator("#story-paper .story-page")
    assert pages.locator("h2").all_text_contents()[0] == f"1. {ARMY}"
    assert pages.count() == 3
    assert pages.nth(1).locator(".story-note").all_text_contents()[1].startswith("<img")
    assert pages.nth(1).locator(".relation .sentence").count() > 0
    assert "Tone: only Conflict" in pages.nth(2).text_content()
    assert all(pages.nth(n).locator("img").evaluate("(one) => one.naturalWidth") > 300 for n in range(3))
    paper = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))  # which tells that it is printed
    texts = [sheet.extract_text() for sheet in paper.pages]
    begins = [next(n for n, text in enumerate(texts) if f"{step}. " in text) for step in (1, 2, 3)]
    assert begins[0] < begins[1] < begins[2]
    assert "Strikes back." in texts[begins[0]]
    until(page, lambda: page.locator("#story-paper").count() == 0, "the paper to be put away")
    assert page.locator("#side .notes").is_visible()
    until(page, lambda: page.evaluate("location.hash") == before, "the view before")


@pytest.mark.parametrize("kept", ["{", '{"file": 5}', '{"file": "{}"}'])
def test_what_the_browser_kept_and_cannot_be_read_is_none(page, kept):
    open_actor(page, ARMY)
    page.locator("#side").get_by_role("button", name="Keep").click()
    assert page.evaluate("localStorage.length") > 0
    page.evaluate(
        "(kept) => { for (const key of Object.keys(localStorage)) localStorage.setItem(key, kept); }",
        kept,
    )
    page.reload()
    assert told(open_notes(page)) == []


def test_a_board_can_be_kept_too(page):
    page.locator("#more summary").click()
    page.get_by_role("button", name="Matrix").click()
    notes = open_notes(page)
    notes.get_by_role("button", name="Keep this view").click()
    page.locator("#view-graph").click()
    notes.get_by_role("button", name="Open: 1.").click()
    assert page.locator("#board").get_by_role("grid").is_visible()
