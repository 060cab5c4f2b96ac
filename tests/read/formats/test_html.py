from contextlib import suppress
from io import BytesIO

import pytest

from graphbuild.errors import InputError
from graphbuild.read.formats.html import html
from graphbuild.read.source import Source
from graphbuild.records import Document

ARTICLE = """<!doctype html><html lang="en"><head>
<title>Minister quits over port | Norland Times</title>
<meta property="og:title" content="Minister quits over port">
<meta property="og:site_name" content="Norland Times">
<meta property="article:published_time" content="2019-08-06T23:10:00-05:00">
<link rel="canonical" href="https://times.example/2019/port">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Minister quits over port</h1>
<p>The transport minister of Norland
   resigned on Thursday after <a href="/x">a dispute</a> over a harbour contract.</p>
<p>Prime Minister Olga Lind thanked him<br>and named Per Dahl &amp; Ada Holm.</p>
<script>var x = "not\\nthis";</script>
</article>
<div id="comments"><p>A reader says that he never liked him.</p></div>
<footer>© 2019 Norland Times</footer></body></html>"""


def read(page: str | bytes, encoding: str | None = None) -> Document:
    data = page.encode() if isinstance(page, str) else page
    (document,) = html(Source(BytesIO(data), "a.html", encoding, {}))
    return document


def test_the_article_and_what_the_page_says_of_it() -> None:
    found = read(ARTICLE)
    assert found.text == (
        "Minister quits over port\n\n"
        "The transport minister of Norland resigned on Thursday after a dispute over a harbour contract.\n\n"
        "Prime Minister Olga Lind thanked him\nand named Per Dahl & Ada Holm."
    )
    assert (found.title, found.date, found.source, found.url) == (
        "Minister quits over port", "2019-08-06", "Norland Times", "https://times.example/2019/port",
    )  # fmt: skip


def test_a_headline_outside_the_article_is_put_first_and_an_unshown_title_is_not() -> None:
    body = (
        "<p>The transport minister of Norland resigned on Thursday, and a successor was named at once.</p>"
        * 3
    )
    shown = (
        f"<html><head><title>Minister quits</title></head><body><div><h1>Minister\n quits</h1></div>{body}"
    )
    assert read(shown).text.startswith("Minister quits\n\nThe transport")
    assert read(shown.replace("<h1>Minister\n quits</h1>", "")).text.startswith("The transport")


def test_no_date_is_taken_from_the_running_text() -> None:
    page = "<html><body><p>The truce of 6 August 2019 was over, said Norland, and war began.</p><p>© 2018</p>"
    assert read(page).date == ""


def test_a_small_page_is_read_too() -> None:
    assert read("<p>Norland sued Sudland.").text == "Norland sued Sudland."


def test_the_declared_encoding_is_honoured() -> None:
    page = '<html><head><meta charset="windows-1257"></head><body><p>Ąžuolas won the case.</p>'
    assert read(page.encode("cp1257")).text == "Ąžuolas won the case."
    page = '<?xml version="1.0" encoding="utf-8"?><html><p>Süd won.</p></html>'
    assert read(page).text == "Süd won."


@pytest.mark.parametrize(
    "page", ["", "no tags at all", "<html></html>", "<body><script>x = 1</script></body>"]
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(InputError, match="no text"):
        read(page)


def test_deep_nesting_does_no_harm() -> None:
    page = "<div>" * 5000 + "<p>Norland sued Sudland over the port.</p>" + "</div>" * 5000
    with suppress(InputError):
        assert "Norland" in read(page).text


def test_a_reference_to_a_control_character_is_white_space() -> None:
    page = ARTICLE.replace("a harbour contract", "a harbour&#11; contract&#1;").encode()
    (found,) = html(Source(BytesIO(page), "a.html", None, {}))
    assert "harbour contract" in " ".join(found.text.split())
