"""Text of any origin, made safe to print."""

from __future__ import annotations

import unicodedata

__all__ = ["plain"]

_JOINERS = "\u200c\u200d"  # which Persian and emoji need


def plain(text: str) -> str:
    """Text on one line, without what a terminal would obey: escape codes, control and direction marks.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> plain("a\\x1b[31m red\\n\\n  b")
    'a[31m red b'
    """
    kept = (
        c for c in text if c in _JOINERS or c.isspace() or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return " ".join("".join(kept).split())
