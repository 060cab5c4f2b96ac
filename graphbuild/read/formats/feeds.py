"""XML of news: feeds (RSS, Atom, exports of WordPress) and articles of agencies (NITF, NewsML-G2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.dates import iso_date
from graphbuild.read.formats.html import html
from graphbuild.read.markup import unmarked
from graphbuild.read.paragraphs import Paragraph, assembled
from graphbuild.read.source import Source, bounded
from graphbuild.read.xml import blocks, parsed, text_of
from graphbuild.records import Document, Skip

__all__ = ["feeds"]

_MOST = 256 << 20
_TOO_LONG = "is larger than 256 MiB: split it"
_KNOWN = "RSS, Atom, WordPress exports, NITF, NewsML-G2 and XHTML"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ARTICLES = frozenset({"post", "page", ""})
_ISSUED = ("date.issue", "date.release", "story.date")


def feeds(source: Source) -> Iterator[Document | Skip]:
    """Read a feed, one document an entry, or an agency's article.

    Of an entry, the whole content counts, else the summary. HTML in it is read as HTML
    (`graphbuild.read.markup`). Of a WordPress export published posts and pages are read, neither comments nor
    attachments. Headings within an agency's article are furniture.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        Without id, at ``path:number`` where there are several.

    Raises
    ------
    InputError
        If it is no XML, or none of a known kind.

    Examples
    --------
    >>> from io import BytesIO
    >>> feed = b"<rss><channel><item><title>Norland wins</title><description>&lt;p&gt;It won.&lt;/p&gt;"
    >>> end = b"</description></item></channel></rss>"
    >>> next(feeds(Source(BytesIO(feed + end), "a.xml", None, {}))).text
    'Norland wins\\n\\nIt won.'
    """
    root = parsed(bounded(source.stream, _MOST, _TOO_LONG))
    kind = _local(root)
    if kind == "html":
        source.stream.seek(0)
        yield from html(source)
        return
    reader = _READERS.get(kind)
    if reader is None:
        raise InputError(f"is XML of an unknown kind (<{kind[:40]}>); known are {_KNOWN}")
    found = list(reader(root))
    if not found:
        raise InputError("has no entries")
    for number, document in enumerate(found, 1):
        path = source.path if len(found) == 1 else f"{source.path}:{number}"
        yield Document("", *document[:5], path=path, furniture=document[5])


_Found = tuple[str, str, str, str, str, tuple[tuple[int, int], ...]]
"""Text, title, date, source, url, furniture."""


def _rss(root: Any) -> Iterator[_Found]:
    channel = text_of(_first(root, "channel/title"))
    for item in root.iter("{*}item"):
        kind, state = (text_of(_first(item, name)) for name in ("post_type", "status"))
        if kind not in _ARTICLES or state not in ("publish", ""):
            continue
        content = item.find(_CONTENT)
        words = text_of(content) and "".join(content.itertext())
        words = words or "".join(_first(item, "description", "summary").itertext())
        yield _entry(item, words, channel, text_of(_first(item, "link")))


def _atom(root: Any) -> Iterator[_Found]:
    entries = [root] if _local(root) == "entry" else root.iter("{*}entry")
    feed = text_of(_first(root, "title"))
    for entry in entries:
        links = {
            link.get("rel", "alternate"): link.get("href", "") for link in reversed(entry.findall("{*}link"))
        }
        content = _first(entry, "content", "summary")
        xhtml = content.get("type") == "xhtml"
        words = "\n\n".join(b.text for b in blocks(content)) if xhtml else "".join(content.itertext())
        yield _entry(entry, words, feed, links.get("alternate", ""))


def _entry(entry: Any, words: str, channel: str, url: str) -> _Found:
    title = " ".join(unmarked(text_of(_first(entry, "title"))).split())
    days = ("pubDate", "post_date", "published", "issued", "date", "updated")
    date = next((day for name in days if (day := iso_date(text_of(_first(entry, name))))), "")
    text = unmarked(words).strip()
    whole = f"{title}\n\n{text}" if title and not text.startswith(title) else text
    return whole, title, date, unmarked(channel), url.strip(), ()


def _nitf(root: Any) -> Iterator[_Found]:
    for article in [root] if _local(root) == "nitf" else root.iter("{*}nitf"):
        body = article.find("{*}body")
        title = text_of(_first(article, "body/body.head/hedline/hl1", "head/title"))
        dates = [found.get("norm", "") for name in _ISSUED for found in article.iter(f"{{*}}{name}")]
        source = text_of(_first(article, "body/body.head/distributor", "head/docdata/doc.copyright"))
        content = None if body is None else body.find("{*}body.content")
        dateline = "" if body is None else text_of(body.find("{*}body.head/{*}dateline/{*}location"))
        found = list(blocks(article if content is None else content))
        if dateline and found and not found[0].text.startswith(dateline):
            found[0] = found[0]._replace(text=f"{dateline} - {found[0].text}")
        text, title, furniture = assembled([Paragraph(title, 0), *found])
        yield text, title, next(filter(None, map(iso_date, dates)), ""), source, "", furniture


def _newsml(root: Any) -> Iterator[_Found]:
    for item in [root] if _local(root) == "newsItem" else root.iter("{*}newsItem"):
        title = text_of(_first(item, "contentMeta/headline", "itemMeta/title"))
        issued = (
            text_of(_first(item, name)) for name in ("contentMeta/contentCreated", "itemMeta/versionCreated")
        )
        source = text_of(_first(item, "rightsInfo/copyrightHolder/name", "itemMeta/provider/name"))
        inline = _first(item, "contentSet/inlineXML", "contentSet/inlineData")
        if not len(inline) and not text_of(inline):
            continue  # a picture, say
        found = list(blocks(inline))
        heads = [] if not title or any(block.text == title for block in found[:3]) else [Paragraph(title, 0)]
        text, title, furniture = assembled([*heads, *found], title)
        yield text, title, next(filter(None, map(iso_date, issued)), ""), source, "", furniture


def _first(element: Any, *paths: str) -> Any:
    """The first element at one of some paths, whatever its namespace; an empty one where there is none."""
    from lxml import etree

    for path in paths:
        found = element.find("/".join(f"{{*}}{name}" for name in path.split("/")))
        if found is not None:
            return found
    return etree.Element("none")


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


_READERS: dict[str, Callable[[Any], Iterator[_Found]]] = {
    "rss": _rss,
    "RDF": _rss,
    "feed": _atom,
    "entry": _atom,
    "nitf": _nitf,
    "newsItem": _newsml,
    "newsMessage": _newsml,
}
