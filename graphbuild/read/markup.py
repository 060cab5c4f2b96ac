"""The text of a value that was cut out of a web page, with its tags and character references."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from html.parser import HTMLParser

__all__ = ["unmarked"]

_PARAGRAPHS = frozenset(
    """
    address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul
    """.split()
)
_UNSEEN = frozenset("head iframe noscript object script style svg template title".split())
_INLINE = frozenset(
    """
    a abbr b big br cite code del em embed font i img ins label link mark meta q s small source span strike
    strong sub sup time tt u video wbr
    """.split()
)
_KNOWN = "|".join(sorted(_PARAGRAPHS | _UNSEEN | _INLINE, key=len, reverse=True))
_TAG = re.compile(rf"<(?:/?(?:{_KNOWN})(?:\s[^<>]{{0,2000}})?/?>|!--)", re.IGNORECASE)
_BREAK = re.compile(rf"</?(?:br|{'|'.join(sorted(_PARAGRAPHS))})\b[^<>]{{0,2000}}>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_AROUND = re.compile(r"[ \t]*\n[ \t]*")
_MANY = re.compile(r"\n{3,}")


def unmarked(value: str) -> str:
    """The text that a reader of the page would see, or the value as it stands where it has no markup.

    Paragraphs are set apart by blank lines, ``<br>`` becomes a line end, scripts and comments go, references
    become their characters. Markup that was escaped once more (``&lt;p&gt;``) counts as markup. A lone ``<``
    or ``&`` is a sign like others.

    Parameters
    ----------
    value : str

    Returns
    -------
    str

    Examples
    --------
    >>> unmarked("<p>Norland &amp; Sudland signed.</p><p>&Aring;land won.</p>")
    'Norland & Sudland signed.\\n\\nÅland won.'
    >>> unmarked("R&D fell to <5 percent; A & B won.")
    'R&D fell to <5 percent; A & B won.'
    """
    if not _TAG.search(value):
        plain = _REFERENCE.sub(_character, value)
        if plain == value or not _TAG.search(plain):
            return plain
        value = plain
    page = _Page(flowing=bool(_BREAK.search(value)))
    page.feed(value)
    page.close()
    return _MANY.sub("\n\n", _AROUND.sub("\n", "".join(page.parts))).strip()


def _character(reference: re.Match[str]) -> str:
    known = reference[0][1] == "#" or reference[0][1:] in html5
    return unescape(reference[0]) if known else reference[0]


class _Page(HTMLParser):
    """Collects the text of a piece of HTML; line ends mean nothing in ``flowing`` text."""

    def __init__(self, *, flowing: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.flowing = flowing
        self.parts: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen.append(tag)
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(_SPACES.sub(" ", data) if self.flowing else data)

    def _part(self, tag: str) -> None:
        if tag in _PARAGRAPHS or tag == "br":
            self.parts.append("\n" if tag == "br" else "\n\n")
