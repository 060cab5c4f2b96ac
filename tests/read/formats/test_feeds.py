from io import BytesIO

import pytest

from graphbuild.errors import InputError
from graphbuild.read.formats.feeds import feeds
from graphbuild.read.source import Source
from graphbuild.records import Document

XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
CONTENT = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
)


def read(xml: str) -> list[Document]:
    return [
        item for item in feeds(Source(BytesIO(xml.encode()), "a.xml", None, {})) if isinstance(item, Document)
    ]


def test_rss_gives_whole_contents_and_published_posts_alone() -> None:
    first, second = read(
        f"<rss {CONTENT}><channel><title>Norland Times</title><item><title>A &amp;amp; B</title>"
        "<link>https://n.example/1</link><pubDate>Tue, 05 Mar 2024 10:00:00 +0000</pubDate>"
        "<description>Short.</description><content:encoded><![CDATA[<p>Norland won.</p><p>It rained.</p>]]>"
        "</content:encoded></item><item><description>&lt;b&gt;Sudland&lt;/b&gt; lost.</description></item>"
        "<item><wp:status>draft</wp:status><description>Draft.</description></item>"
        "<item><wp:post_type>attachment</wp:post_type><description>Photo.</description></item></channel></rss>"
    )
    assert first == Document(
        "",
        "A & B\n\nNorland won.\n\nIt rained.",
        "A & B",
        "2024-03-05",
        "Norland Times",
        "https://n.example/1",
        "a.xml:1",
    )
    assert second.text == "Sudland lost."


def test_atom_in_html_and_xhtml() -> None:
    first, second = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>One</title>'
        '<link rel="self" href="x"/><link href="https://n.example/1"/><updated>2024-03-05T10:00:00Z</updated>'
        '<content type="html">&lt;p&gt;Norland won.&lt;/p&gt;</content></entry><entry><content type="xhtml">'
        f"<div {XHTML}><p>Sudland <i>lost</i>.</p><p>Twice.</p></div></content></entry></feed>"
    )
    assert (first.text, first.url, first.date) == ("One\n\nNorland won.", "https://n.example/1", "2024-03-05")
    assert second.text == "Sudland lost.\n\nTwice."


def test_an_article_of_an_agency_in_nitf() -> None:
    (found,) = read(
        '<nitf><head><docdata><date.issue norm="20240305T100000Z"/></docdata></head><body><body.head>'
        "<hedline><hl1>Norland wins</hl1></hedline><distributor>NPA</distributor><dateline>"
        "<location>LAKE CITY</location></dateline></body.head><body.content>"
        "<p>Norland <org>Cup</org> won.</p><hl2>Next</hl2><p>It rained.</p></body.content></body></nitf>"
    )
    assert found.text == "Norland wins\n\nLAKE CITY - Norland Cup won.\n\nNext\n\nIt rained."
    assert (found.title, found.date, found.source, found.path) == (
        "Norland wins",
        "2024-03-05",
        "NPA",
        "a.xml",
    )
    assert [found.text[start:end] for start, end in found.furniture] == ["Next"]


def test_an_article_in_newsml() -> None:
    (found,) = read(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider><name>NPA</name></provider>'
        "<versionCreated>2024-03-05T10:00:00Z</versionCreated></itemMeta><contentMeta>"
        "<headline>Norland wins</headline>"
        f"</contentMeta><contentSet><inlineXML><html {XHTML}><head><title>t</title></head>"
        "<body><p>Norland won.</p></body></html></inlineXML></contentSet></newsItem>"
    )
    assert (found.text, found.date, found.source) == ("Norland wins\n\nNorland won.", "2024-03-05", "NPA")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("", "is not XML"),
        ("<svg/>", "unknown kind .<svg>.*RSS"),
        ("<rss><channel/></rss>", "no entries"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "entities of its own"),
    ],
)
def test_what_cannot_be_read_is_told(xml: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(xml)


def test_nothing_outside_the_file_is_looked_up(tmp_path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    item = "<rss><channel><item><title>{}</title></item></channel></rss>"
    address = (tmp_path / "secret.txt").as_uri()
    with pytest.raises(InputError):
        read(f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{address}">]>{item.format("&a;")}')
    (found,) = read(f'<!DOCTYPE rss SYSTEM "{address}">{item.format("Norland")}')
    assert found.text.strip() == "Norland"
