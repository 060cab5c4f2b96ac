"""Words as they are spelled, where a typesetter wrote ligatures or marked where a word may be divided."""

from __future__ import annotations

import re

from graphbuild.lexicons.folding import LIGATURES

__all__ = ["spelled"]

_SET = re.compile(f"[{''.join(LIGATURES)}]|\u00ad\\s*")


def spelled(text: str) -> tuple[str, list[int] | None]:
    """A text with its ligatures spelled out and its soft hyphens gone.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
    list of int or None
        For each character the one of ``text`` that it stands for; None where nothing changed.

    Examples
    --------
    >>> spelled("o\ufb03ce")
    ('office', [0, 1, 1, 1, 2, 3])
    """
    if text.isascii() or not _SET.search(text):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for match in _SET.finditer(text):
        letters = LIGATURES.get(match[0], "")
        parts += [text[at : match.start()], letters]
        places += [*range(at, match.start()), *[match.start()] * len(letters)]
        at = match.end()
    return "".join([*parts, text[at:]]), [*places, *range(at, len(text))]
