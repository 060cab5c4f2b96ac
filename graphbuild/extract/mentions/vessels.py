"""Ships by name: "USS Example", "HMS Example (L 12)". The letters before a ship's name tell whose she is.

Naval prefixes are each navy's own; those that several navies share (INS) and those of merchant ships (MV)
give no country. Letters that also stand for something else count only where the text speaks of the sea.
"""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.function_words import NAME_PARTICLES
from graphbuild.lexicons.en.thing_nouns import AT_SEA

__all__ = ["vessels"]

_NAVIES = {
    "USS": "USA", "USNS": "USA", "USCGC": "USA", "HMS": "GBR", "HMAS": "AUS", "HMCS": "CAN", "HMNZS": "NZL",
    "HNLMS": "NLD", "HDMS": "DNK", "HNoMS": "NOR", "HSwMS": "SWE", "ROKS": "KOR", "TCG": "TUR", "ORP": "POL",
}  # fmt: skip
_AT_SEA = {
    "RFA": "GBR", "FS": "FRA", "ITS": "ITA", "ESPS": "ESP", "JS": "JPN", "BRP": "PHL", "KRI": "IDN",
    "BNS": "BGD", "PNS": "PAK", "SLNS": "LKA", "ARA": "ARG", "INS": "", "MV": "", "MT": "", "SS": "",
}  # fmt: skip
_LONGEST = 4


def vessels(parse: Parse) -> list[tuple[int, int, str]]:
    """Names of ships.

    Parameters
    ----------
    parse : Parse

    Returns
    -------
    list of (int, int, str)
        Tokens, half open, prefix included, and the country of the navy (ISO 3166-1 alpha-3) or empty.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> vessels(example("HMS/NNP/compound/2 Otter/NNP/nsubj/3 sailed=sail/VBD/root/0").parse)
    [(0, 2, 'GBR')]
    """
    found = []
    sea = None
    for i, word in enumerate(parse.words[:-1]):
        if word not in _NAVIES and word not in _AT_SEA:
            continue
        if sea is None:
            sea = not AT_SEA.isdisjoint(parse.lemmas)
        end = _end(parse, i + 1)
        if end > i + 1 and (word in _NAVIES or sea):
            found.append((i, end, _NAVIES.get(word) or _AT_SEA.get(word, "")))
    return found


def _end(parse: Parse, first: int) -> int:
    """End of the name that begins at a token: of the pipeline's entity, else of the words in capitals."""
    if not _begins_name(parse, first):
        return first
    for a, b, _ in parse.entities:
        if a in (first - 1, first) and b > first:
            return _trimmed(parse, first, b)
    last = first
    limit = min(first + _LONGEST, parse.sentences[parse.sentence[first]][1])
    while last < limit and (_begins_name(parse, last) or parse.lower[last] in NAME_PARTICLES):
        last += 1
    return _trimmed(parse, first, last)


def _begins_name(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    return word[:1].isupper() and word[1:].islower() and parse.pos[i] in ("PROPN", "NOUN", "ADJ", "VERB")


def _trimmed(parse: Parse, first: int, last: int) -> int:
    while last > first and not _begins_name(parse, last - 1):
        last -= 1
    return last
