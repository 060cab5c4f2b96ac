"""XML and HTML from anywhere, and the blocks in it: nothing else is looked up, no entity grows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.paragraphs import Paragraph

__all__ = ["blocks", "page", "parsed", "text_of"]

_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_BLOCKS = frozenset(
    """
    address article aside block blockquote body body.content br caption center dd div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main media media-caption ol p
    pre section
    table tbody td tfoot th thead tr ul
    """.split()
)
_UNSEEN = frozenset("head media-metadata media-producer nav noscript script style svg template".split())
_LEVELS = {**{f"h{level}": level for level in range(1, 7)}, "hl1": 1, "hl2": 2}
_SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")


def parsed(data: bytes) -> Any:
    """The root of an XML document, mended where it is damaged.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    lxml.etree._Element

    Raises
    ------
    InputError
        If it is no XML, or declares entities of its own.

    Examples
    --------
    >>> parsed(b"<nitf><p>Norland &amp; Sudland</p></nitf>")[0].text
    'Norland & Sudland'
    """
    from lxml import etree

    if _ENTITIES.search(data):
        raise InputError("declares entities of its own, as no feed and no agency does: save it without them")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"is not XML, or damaged: {str(error)[:100]}") from error
    if root is None:
        raise InputError("is not XML, or damaged")
    return root


def text_of(element: Any) -> str:
    """The words in an element and all below it, on one line.

    Parameters
    ----------
    element : lxml.etree._Element or None

    Returns
    -------
    str
        Empty where there is no element.

    Examples
    --------
    >>> text_of(parsed(b"<p>Norland  <b>won</b>.</p>")), text_of(None)
    ('Norland won.', '')
    """
    return "" if element is None else _SPACES.sub(" ", "".join(element.itertext())).strip()


def page(data: bytes) -> Any:
    """The root of a page of HTML or XHTML, mended where it is damaged.

    Parameters
    ----------
    data : bytes

    Returns
    -------
    lxml.etree._Element or None
        None where nothing is in it.
    """
    from lxml import etree

    try:
        data.decode()
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    return etree.fromstring(data, etree.HTMLParser(encoding=encoding, remove_comments=True, remove_pis=True))


def blocks(root: Any) -> Iterator[Paragraph]:
    """The paragraphs below an element of HTML or NITF, with headings and rows of tables marked.

    Parameters
    ----------
    root : lxml.etree._Element

    Yields
    ------
    Paragraph
        Those with a word in them.

    Examples
    --------
    >>> list(blocks(parsed(b"<body><h1>Norland <i>wins</i></h1><p>It won.</p></body>")))
    [Paragraph(text='Norland wins', level=1, row=0), Paragraph(text='It won.', level=None, row=0)]
    """
    from lxml import etree

    parts: list[str] = []
    headings: list[int] = []
    tables: list[int] = []  # rows so far, a table within a table after it

    def block() -> Iterator[Paragraph]:
        text = _SPACES.sub(" ", "".join(parts)).strip()
        parts.clear()
        if text:
            yield Paragraph(text, headings[-1] if headings else None, tables[-1] if tables else 0)

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
        seen = name not in _UNSEEN
        if name in _BLOCKS or not seen:
            yield from block()
        if event == "start":
            parts.append((seen and element.text) or "")
            headings += [_LEVELS[name]] if name in _LEVELS else []
            tables += [0] if name == "table" else []
            if name == "tr" and tables:
                tables[-1] += 1
            if not seen:
                walker.skip_subtree()
        else:
            if name in _LEVELS:
                headings.pop()
            if name == "table":
                tables.pop()
            parts.append((element is not root and element.tail) or "")
    yield from block()
