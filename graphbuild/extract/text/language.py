"""Whether a text is in English, by its function words."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from graphbuild.lexicons.en.function_words import FOREIGN_PARTICLES

__all__ = ["language"]

_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "sv": "Swedish", "da": "Danish", "nb": "Norwegian", "pl": "Polish", "ro": "Romanian", "tr": "Turkish",
    "id": "Indonesian", "cs": "Czech", "hu": "Hungarian",
}  # fmt: skip
_IN_A_NAME = re.compile(rf"\b(?:(?:{'|'.join(sorted(FOREIGN_PARTICLES))})\s+)+(?=[^\W\d_a-z])")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_REACH = 4_000
_FEWEST = 12
_TELLING = 5  # words, for names look like function words of some language
_LEAST = 0.12  # of the words; headlines have few function words in any language


def language(text: str) -> str:
    """The language that a text is most likely in; English unless most speaks against it.

    Parameters
    ----------
    text : str
        Its first 4,000 characters count.

    Returns
    -------
    str
        ``English``, the English name of another language, or empty for another script. Texts of fewer than
        twelve words count as English.

    Examples
    --------
    >>> language("Der Minister hat am Montag die Botschafterin empfangen und ihr für die Hilfe gedankt.")
    'German'
    """
    words = [word.casefold() for word in _WORD.findall(_IN_A_NAME.sub(" ", text[:_REACH]))]
    if len(words) < _FEWEST:
        letters = "".join(words)
        return "" if len(letters) > 40 and not _LATIN.search(letters) else "English"
    letters = "".join(words)
    if len(_LATIN.findall(letters)) < len(letters) / 2:
        return ""
    counts = {code: sum(word in _stop_words(code) for word in words) for code in ("en", *_NAMES)}
    best = max(_NAMES, key=lambda code: counts[code])
    least = max(_TELLING, _LEAST * len(words), 1.5 * counts["en"])
    return _NAMES[best] if counts[best] >= least else "English"


@lru_cache
def _stop_words(code: str) -> frozenset[str]:
    return frozenset(import_module(f"spacy.lang.{code}.stop_words").STOP_WORDS)
