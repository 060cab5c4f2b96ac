"""RTF, OpenDocument and EPUB, written as Word, LibreOffice and Calibre write them."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from files_made_here import epub_bytes, odt_bytes, zip_bytes

from graphbuild.errors import InputError
from graphbuild.read.formats.epub import epub
from graphbuild.read.formats.odt import odt
from graphbuild.read.formats.rtf import rtf
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip

Reader = Callable[[Source], Iterator[Document | Skip]]
LONG = "Norland sued Sudland over the lake on Monday. " * 6


def read(form: Reader, data: bytes) -> list[Document]:
    return [item for item in form(Source(BytesIO(data), "a", None, {})) if isinstance(item, Document)]


def furniture(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.furniture]


def test_rtf_without_its_marks() -> None:
    (found,) = read(
        rtf,
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\froman\fcharset0 Times;}}{\info{\title Minister quits}}"
        rb"\pard\b Norland\b0  sued \{Sudland\} in M\'fcnster \u8211? twice.\par "
        rb"{\field{\*\fldinst{HYPERLINK \"https://n.example/\"}}{\fldrslt Ostland}} won.\par "
        rb"\trowd Party\cell Seats\cell\row\trowd Reform\cell Ada Holm\cell\row\pard It rained.\par}",
    )
    assert found.title == "Minister quits"
    assert found.text.split("\n\n") == [
        "Norland sued {Sudland} in Münster – twice.", "Ostland won.", "Party", "Seats", "Reform", "Ada Holm",
        "It rained.",
    ]  # fmt: skip
    assert furniture(found) == ["Party", "Seats", "Reform"]


def test_odt_with_headings_tables_and_changes() -> None:
    (found,) = read(
        odt,
        odt_bytes(
            "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>"
            '<text:p text:style-name="P1">Minister quits</text:p>'
            "<text:p>Norland<text:s/>won<text:line-break/>it."
            "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
            '<text:h text:outline-level="2">What next</text:h>'
            "<table:table><table:table-row><table:table-cell><text:p>Party</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            styles='<style:style style:name="P1" style:parent-style-name="Title"/>',
            title="From the properties",
        ),
    )
    assert (found.text, found.title) == (
        "Minister quits\n\nNorland won\nit.\n\nWhat next\n\nParty",
        "Minister quits",
    )
    assert furniture(found) == ["What next", "Party"]


def test_epub_page_by_page_without_its_contents_and_cover() -> None:
    pages = ["<p>Cover</p>", f"<h1>One</h1><p>{LONG}</p>", f"<h1>Two &amp; more</h1><p>{LONG}&nbsp;Ö</p>"]
    found = read(epub, epub_bytes(*pages))
    assert [(item.path, item.title, item.date, item.source) for item in found] == [
        ("a:2", "One", "2024-03-05", "Norland Weekly"), ("a:3", "Two & more", "2024-03-05", "Norland Weekly"),
    ]  # fmt: skip
    assert found[1].text.endswith("Monday. Ö")


def test_a_book_of_short_pages_is_read() -> None:
    assert [item.text for item in read(epub, epub_bytes("<p>Norland won.</p>"))] == ["Norland won."]


@pytest.mark.parametrize(
    ("form", "data", "reason"),
    [
        (rtf, b"Norland won.", "no RTF"),
        (odt, b"Norland won.", "no OpenDocument text"),
        (odt, zip_bytes({"content.xml": "<a/>"}), "without text"),
        (
            odt,
            zip_bytes({"META-INF/manifest.xml": "<x><encryption-data/></x>", "content.xml": ""}),
            "password",
        ),
        (odt, zip_bytes({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "entities"),
        (epub, b"Norland won.", "no EPUB"),
        (epub, zip_bytes({"META-INF/rights.xml": "", "META-INF/container.xml": ""}), "DRM"),
        (odt, zip_bytes({"content.xml": " " * 100_000_000}), "200 times its size"),
        (epub, zip_bytes({"a.xhtml": " " * 100_000_000}), "200 times its size"),
    ],
)
def test_what_cannot_be_read_is_told(form: Reader, data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(form, data)
