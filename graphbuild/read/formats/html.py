"""Web pages: what trafilatura takes for the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.archive import MARK, archived
from graphbuild.read.encoding import decoded
from graphbuild.read.markup import unmarked
from graphbuild.read.source import Source
from graphbuild.records import Document

__all__ = ["html"]

_CHARSET = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*?encoding=["']([\w-]+)""", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\r\n\f\x00-\x1f\x7f]+")  # others than white space are none in XML either
_WHOLE = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_HEAD = 4096
# Dates from the page's own metadata and markup alone, and not held against the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def html(source: Source) -> Iterator[Document]:
    """Read the article of a web page, without its navigation, comments and advertisements.

    Paragraphs are set apart by blank lines; a line that only a ``<br>`` broke keeps its line end. The
    headline is put first where the page shows it as a heading and trafilatura leaves it out.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document
        One, without id. Title, date, source (the site's name, else its host) and url as the page has them.

    Raises
    ------
    InputError
        If there is no text in the page.

    Examples
    --------
    >>> from io import BytesIO
    >>> page = b"<html><title>Norland sues</title><h1>Norland sues</h1><p>Norland sued Sudland.</p></html>"
    >>> next(html(Source(BytesIO(page), "a.html", None, {}))).text
    'Norland sues\\n\\nNorland sued Sudland.'
    """
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document as Page

    declared = _CHARSET.search(source.stream.read(_HEAD))
    charset = (declared[1] or declared[2]).decode() if declared else ""
    try:
        content = decoded(source, charset)
        if MARK.search(content):  # of an archive's export trafilatura would keep one article
            whole = Document("", unmarked(content), path=source.path)
            if next(archived(whole)) is not whole:
                yield whole
                return
        # trafilatura takes whole pages only
        page_text = content if _WHOLE.search(content) else f"<html><body>{content}</body></html>"
        tree = load_html(page_text) if "<" in content else None
        headings = [] if tree is None else [_squeezed(h.text_content()) for h in _unwrapped(tree).iter("h1")]
        page = tree is not None and bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except InputError:
        raise
    except Exception as error:  # trafilatura and lxml raise what they like on broken pages
        raise InputError(f"cannot be read as a web page: {error}") from error
    if not isinstance(page, Page) or not page.text:
        raise InputError("has no text that looks like an article; if it is plain text, name it .txt")
    title = page.title or ""
    blocks = [line for line in page.text.split("\n") if line.strip()]
    if _squeezed(title) in headings and _squeezed(title) not in map(_squeezed, blocks[:3]):
        blocks.insert(0, title)
    yield Document(
        "",
        "".join(chain(*zip(_breaks(blocks), blocks, strict=True))),
        title=title,
        date=page.date or "",
        source=page.sitename or page.hostname or "",
        url=page.url or "",
        path=source.path,
    )


def _breaks(blocks: list[str]) -> Iterator[str]:
    """What goes before each block: a blank line, but a line end where a sentence runs on over a ``<br>``."""
    yield from [""] * len(blocks[:1])
    for before, block in pairwise(blocks):
        yield "\n" if block[0].islower() and before.rstrip()[-1].isalnum() else "\n\n"


def _unwrapped(tree: Any) -> Any:
    """The tree without the line ends of the file, which mean nothing in HTML and which trafilatura keeps."""
    for node in tree.iter("*"):
        if node.text and node.tag != "script":
            node.text = _SPACES.sub(" ", node.text)
        if node.tail:
            node.tail = _SPACES.sub(" ", node.tail)
    return tree


def _squeezed(heading: str) -> str:
    return " ".join(heading.split()).casefold()
