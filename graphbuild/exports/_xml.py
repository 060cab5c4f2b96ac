"""What the two XML formats share: characters that XML can hold, and types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from numbers import Integral, Real
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attribute", "columns", "content"]

# https://www.w3.org/TR/xml/#charsets; a carriage return would come back as a newline
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\x00-\x1f\x85\u2028\ud800-\udfff\ufffe\uffff]')  # most values have none of these
_LINES = {
    "\x85": "&#133;",
    "\u2028": "&#8232;",
}  # newlines to readers of XML 1.1


def content(value: object) -> str:
    """A value as the text of an element."""
    text = str(value)
    return escape(_FORBIDDEN.sub("", text), _LINES) if _SPECIAL.search(text) else text


def attribute(value: object) -> str:
    """A value as that of an attribute, in quotes."""
    text = str(value)
    if _SPECIAL.search(text):
        return quoteattr(_FORBIDDEN.sub("", text), {"\t": "&#9;", "\n": "&#10;", **_LINES})
    return f'"{text}"'


def columns(rows: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """Name and XML type of every attribute that the rows have, in order of appearance."""
    last: dict[str, object] = {}
    for row in rows:
        last.update(row)
    return {name: _type(value) for name, value in last.items()}


def _type(value: object) -> str:
    if isinstance(value, str):
        return "string"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, Integral):
        return "long"
    return "double" if isinstance(value, Real) else "string"
