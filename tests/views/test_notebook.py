"""The page in a cell."""

from html.parser import HTMLParser

import news
import pytest

from graphbuild.views.explorer import explorer
from graphbuild.views.notebook import notebook


class Frame(HTMLParser):
    """Reads back the one iframe."""

    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def frame(html):
    reader = Frame()
    reader.feed(html)
    return reader.tags


def test_the_frame_holds_the_page_as_it_is():
    page = '<p title="a & b">"quotes" \'n\' <b>tags</b></p>'
    ((tag, attributes),) = frame(notebook(page, height=300, title='A "title"'))
    assert (tag, attributes["srcdoc"], attributes["height"]) == ("iframe", page, "300")
    assert attributes["title"] == 'A "title"'


def test_the_frame_holds_every_page_in_any_encoding():
    documents, *tables = news.news()
    documents = documents.assign(title="C1 \x85 and \x92, \u2028, سميح, 李文, 🎓")
    page = explorer(documents, *tables)
    html = notebook(page)
    ((_, attributes),) = frame(html)
    assert html.isascii()
    assert attributes["srcdoc"] == page


def test_the_page_cannot_reach_the_notebook():
    ((_, attributes),) = frame(notebook("<p></p>"))
    assert "allow-same-origin" not in attributes["sandbox"]
    assert "allow-scripts" in attributes["sandbox"]


def test_it_works_in_a_cell(open_page):
    shown = open_page(f"<!doctype html><body>{notebook(explorer(*news.news()))}</body>")
    inside = shown.frame_locator("iframe")
    inside.get_by_role("button", name="Red Valley Front").first.click()
    inside.get_by_role("heading", level=2, name="Red Valley Front").wait_for()


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "shift_jis"])
def test_a_cell_opens_on_an_actor(open_page, encoding):
    page = explorer(*news.news(), ego=news.content_id("Mira Sandoval"))
    shown = open_page(f'<!doctype html><meta charset="{encoding}"><body>{notebook(page, height=700)}</body>')
    inside = shown.frame_locator("iframe")
    inside.get_by_role("heading", level=2, name="Mira Sandoval").wait_for()
    assert "around Mira Sandoval" in inside.locator("#status").inner_text()
    assert inside.get_by_role("button", name="Neighbours").get_attribute("aria-pressed") == "true"
