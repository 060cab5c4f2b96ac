"""Articles and titles before names, and the gender that they tell."""

from __future__ import annotations

import re
from functools import cache

from graphbuild.lexicons import countries, fold, given_names, groups, titles

__all__ = ["gender_of", "strip_article", "strip_title"]

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.I)
_BEFORE_TITLES = frozenset(
    """
    former ex late then acting interim caretaker outgoing incoming deputy vice senior junior chief
    first second current new newly elected retired designate democratic republican conservative
    labour his her their our the petroleum oil energy interior foreign external home finance economy
    economic trade commerce industry agriculture health education higher justice defense defence
    security intelligence information culture labor transport environment tourism sports youth army
    navy military police government presidential party opposition parliamentary state ministry
    department cabinet rebel militia separatist coalition union regional federal local national
    provincial district general special top veteran ruling
    """.split()
)
_AT_HEAD_OF_NAMES = frozenset(
    "don dean earl duke u m saint sri tun lama private sister brother agent baron".split()
)
_LONGEST_TITLE = 7


def strip_article(text: str) -> str:
    """The text without a leading article.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Never empty unless ``text`` is.

    Examples
    --------
    >>> strip_article("the Taliban"), strip_article("A"), strip_article("Theresa May")
    ('Taliban', 'A', 'Theresa May')
    """
    return _ARTICLE.sub("", text, count=1) if text[:1] in "tTaA" else text


def strip_title(text: str) -> tuple[str, str]:
    """Part a person's name from the titles and offices before it.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of (str, str)
        Title and name, both as written; the title is empty where there is none. A country or organization
        before a title belongs to it. The name keeps at least one word.

    Examples
    --------
    >>> strip_title("Lt. Gen. Ben Hodges"), strip_title("former UK Prime Minister Gordon Brown")
    (('Lt. Gen.', 'Ben Hodges'), ('former UK Prime Minister', 'Gordon Brown'))
    >>> strip_title("Prime Minister"), strip_title("James Jeffrey")
    (('', 'Prime Minister'), ('', 'James Jeffrey'))
    """
    words = text.split()
    end = 0
    while end < len(words) - 1:
        step = _title_at(words, end) or _before_title(words, end)
        if not step:
            break
        end += step
    while end and not _title_ends(words, end):
        end -= 1
    if not end or fold(words[end]) in _BEFORE_TITLES or _is_title(words[end:]):
        return "", text.strip()
    return " ".join(words[:end]), " ".join(words[end:])


def _title_at(words: list[str], begin: int) -> int:
    """How many words from ``begin`` on make the longest title, leaving one for the name."""
    if fold(words[begin]).partition(" ")[0] not in _title_leads():
        return 0
    for size in range(min(_LONGEST_TITLE, len(words) - begin - 1), 0, -1):
        if _is_title(words[begin : begin + size]):
            bare = size == 1 and begin == 0 and fold(words[begin]) in _AT_HEAD_OF_NAMES
            return 0 if bare and len(words) - begin < 4 else size
    return 0


def _before_title(words: list[str], begin: int) -> int:
    """How many words from ``begin`` on may lead up to a title: "former", "Russian", "State Department"."""
    if fold(words[begin]) in _BEFORE_TITLES:
        return 1
    for size in range(min(3, len(words) - begin - 2), 0, -1):
        if _stands_for_state(fold(" ".join(words[begin : begin + size]))):
            return size
    return 0


def _stands_for_state(key: str) -> bool:
    nations = countries()
    return key in nations.by_demonym or key in nations.by_name or key in groups()


def _is_title(words: list[str]) -> bool:
    return fold(" ".join(words)) in titles()


def _title_ends(words: list[str], end: int) -> bool:
    return any(_is_title(words[begin:end]) for begin in range(max(0, end - _LONGEST_TITLE), end))


@cache
def _title_leads() -> frozenset[str]:
    return frozenset(title.partition(" ")[0] for title in titles())


def gender_of(text: str) -> str:
    """Gender of a person by title or given name, where these leave no doubt.

    Parameters
    ----------
    text : str
        A name with or without title.

    Returns
    -------
    str
        ``m``, ``f`` or empty.

    Examples
    --------
    >>> gender_of("Queen Rania"), gender_of("President Barack Obama"), gender_of("Kim")
    ('f', 'm', '')
    """
    title, name = strip_title(text)
    words = title.split()
    for begin in range(len(words)):
        known = titles().get(fold(" ".join(words[begin:])))
        if known and known.gender:
            return known.gender
    first = fold(name.split()[0] if name else "")
    return given_names().get(first) or given_names().get(first.partition(" ")[0], "")
