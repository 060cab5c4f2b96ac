"""Acronyms that a text defines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphbuild.lexicons import fold
from graphbuild.lexicons.roles import roles
from graphbuild.names.titles import strip_article

__all__ = ["abbreviated", "acronyms", "initials"]

_INSIDE_NAMES = frozenset("of and the for in on de la del des du y e et und für al von der a to".split())
_SHORTEST = 2
_ACRONYM = r"[A-ZÀ-Þ][\w.&/-]{0,12}[A-ZÀ-Þ0-9]\.?|[A-ZÀ-Þ][A-ZÀ-Þ0-9]"
_IN_BRACKETS = re.compile(rf"[(\[]\s*[\"'“‘]?({_ACRONYM}|[a-z]{{4,8}})[\"'”’]?\s*[)\]]")
_SPELLED_IN_BRACKETS = re.compile(rf"(?<![\w.])({_ACRONYM})\s*[(\[]\s*+([^()\[\]\n]{{4,100}}?)\s{{0,9}}[)\]]")


def initials(text: str) -> str:
    """First letters of the capitalised words, as an acronym would have them.

    Examples
    --------
    >>> initials("Organization for Security and Co-operation in Europe")
    'OSCE'
    """
    words = re.findall(r"\w+", text.replace("Co-op", "Coop"))
    return "".join(word[0] for word in words if word[0].isupper())


def acronyms(text: str) -> list[tuple[str, str]]:
    """Acronyms that a text defines in brackets, either way round.

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions in
    biomedical text" (doi:10.1142/9789812776303_0042), with the long form made of capitalised words.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (str, str)
        Acronym and long form, in order of the text.

    Examples
    --------
    >>> acronyms("The Syrian Democratic Forces (SDF) met the UNDP (United Nations Development Programme).")
    [('SDF', 'Syrian Democratic Forces'), ('UNDP', 'United Nations Development Programme')]
    """
    found = []
    for match in _IN_BRACKETS.finditer(text):
        short = match[1]
        if long := _long_form(text[max(0, match.start() - 120) : match.start()], short):
            found.append((match.start(), short, long))
    for match in _SPELLED_IN_BRACKETS.finditer(text):
        short, inside = match[1], strip_article(match[2])
        if _long_form(f"{inside} ", short) == inside:
            found.append((match.start(), short, inside))
    return [(short, long) for _, short, long in sorted(found)]


def abbreviated(text: str) -> frozenset[str]:
    """Acronyms that a text defines in brackets after words in small letters, which they spell.

    Parameters
    ----------
    text : str

    Returns
    -------
    frozenset of str
        Folded; not those of which the last word is a noun for a body or person.

    Examples
    --------
    >>> sorted(abbreviated("A memorandum of understanding (MoU) with a civil protection agency (CPA)."))
    ['mou']
    """
    return frozenset(fold(short) for short, noun in _in_small_letters(text) if noun not in roles())


def _in_small_letters(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets and the last word of what they spell, in small letters."""
    for match in _IN_BRACKETS.finditer(text):
        letters = [c.lower() for c in match[1] if c.isalnum()]
        words = re.findall(r"\w+", text[max(0, match.start() - 120) : match.start()])[-2 * len(letters) :]
        for begin in range(len(words) - len(letters), -1, -1):
            whole = [word.lower() for word in words[begin:]]
            weighty = [word for word in whole if word not in _INSIDE_NAMES]
            spelled = letters in ([word[0] for word in whole], [word[0] for word in weighty])
            if spelled and all(word.islower() for word in words[begin + 1 :]):
                yield match[1], whole[-1]
                break


def _long_form(before: str, short: str) -> str:
    """The run of words that ends ``before``, begins with a capital and spells the acronym: that of which each
    word gives a letter, else the shortest.

    >>> _long_form("the Director African Agricultural Technology Fund ", "AATF")
    'African Agricultural Technology Fund'
    """
    letters = [c for c in fold(short) if c.isalnum()]
    sentence = re.split(r"(?<=[a-z]{2}[.;:!?])\s|[(),\n]|[\"“”]", before)[-1]
    words = sentence.split()
    if len(letters) < 2 or not sentence[-1:].isspace():
        return ""
    found: list[list[str]] = []
    turned: list[list[str]] = []
    for begin in range(len(words) - 2, max(-1, len(words) - 2 * len(letters) - 4), -1):
        run = words[begin:]
        named = all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _INSIDE_NAMES for w in run)
        if not named or not run[0][:1].isupper():
            continue
        if fold(run[0])[:1].lower() == letters[0].lower() and _spells(run, letters):
            found.append(run)
        elif _translated(run, letters):
            turned.append(run)
    found = found or turned
    if not found:
        return ""
    exact = (run for run in found if len(run) - sum(w in _INSIDE_NAMES for w in run) == len(letters))
    return " ".join(next(exact, found[0]))


def _translated(words: list[str], letters: list[str]) -> bool:
    """Whether letters are the words' own in another order, that of the language from which a name was put.

    >>> _translated(["National", "Liberation", "Party"], list("PLN"))
    True
    """
    weighty = [fold(word)[0].lower() for word in words if word.lower() not in _INSIDE_NAMES and fold(word)]
    return len(letters) > _SHORTEST and sorted(weighty) == sorted(letter.lower() for letter in letters)


def _spells(words: list[str], letters: list[str]) -> bool:
    """Whether the letters can be read off the words in order, each word of weight giving its first."""
    rest = [letter.lower() for letter in letters]
    for part in (p for word in words for p in re.split(r"[-/]", fold(word).lower()) if p):
        if rest and part[0] == rest[0]:
            rest.pop(0)
            for letter in part[1:]:
                if len(rest) > 1 and letter == rest[0] and len(words) < len(letters):
                    rest.pop(0)
        elif part not in _INSIDE_NAMES:
            return False
    return not rest
