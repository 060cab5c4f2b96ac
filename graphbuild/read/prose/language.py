"""Whether a text is in English, by its function words."""

from __future__ import annotations

import re
from collections import Counter

from graphbuild.lexicons.en.function_words import FOREIGN_PARTICLES
from graphbuild.lexicons.languages import languages

__all__ = ["language"]

_IN_A_NAME = re.compile(rf"\b(?:(?:{'|'.join(sorted(FOREIGN_PARTICLES))})\s+){{1,4}}(?=[^\W\d_a-z])")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_REACH = 4_000
_FEWEST = 6  # words
_SHORT = 12  # words, below which no word may be English
_TELLING = 3  # different words, for names look like function words of some language
_LEAST = 0.12  # of the words; headlines have few function words in any language
_ENGLISH = "English"


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
        six words in Latin letters count as English.

    Examples
    --------
    >>> language("Der Minister hat am Montag die Botschafterin empfangen und ihr für die Hilfe gedankt.")
    'German'
    """
    words = _WORD.findall(_IN_A_NAME.sub(" ", text[:_REACH]))
    letters = "".join(words)
    if len(_LATIN.findall(letters)) < len(letters) / 2:
        return "" if len(letters) > 40 else _ENGLISH
    known = languages()
    seen = Counter(word for word in words if word in known)  # in capitals they are of names: "La Liga"
    counts, kinds = Counter[str](), Counter[str]()
    for word, number in seen.items():
        for name in known[word]:
            counts[name] += number
            kinds[name] += 1
    english = counts.pop(_ENGLISH, 0)
    if not counts or len(words) < _FEWEST or (len(words) < _SHORT and english):
        return _ENGLISH
    best = min(counts, key=lambda name: (-counts[name], name))
    likely = counts[best] >= max(_TELLING, _LEAST * len(words), 1.5 * english) and kinds[best] >= _TELLING
    return best if likely else _ENGLISH
