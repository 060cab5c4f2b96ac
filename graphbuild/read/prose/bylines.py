"""Lines that say who wrote a text and when it was published, told from headlines and prose."""

from __future__ import annotations

import re

from graphbuild.read.dates import MONTHS, iso_date

__all__ = ["ENTRY", "NAME_LINKS", "POSTS", "byline", "named", "stamp"]

_LONGEST_LINE = 120
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_BY_SOMEONE = re.compile(rf"\bby:?\s+(?-i:{_CAPITAL}(?:\s+(?:and\s+|&\s+)?{_CAPITAL}){{0,5}})", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:(?:first|last|originally|date)\s+)?(?:published|updated|posted|modified|created|issued|revised|uploaded)"
    r"\b(?:\s+(?:on|at)\b)?\s*:?"
    r"|\b(?:last\s+update|publication\s+date|release\s+date|load-?date)\b\s*:?"
    r"|\b(?:date|time|update)\s*:",
    re.IGNORECASE,
)

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CALENDAR = {*MONTHS, *_DAYS, *(word[:3] for word in MONTHS + _DAYS), "sept", "tues", "thur", "thurs"}
_CLOCK = frozenset(
    """
    a p m am pm h hr hrs hour hours min mins minute minutes day days week weeks ago noon midnight today
    yesterday at on the of local time st nd rd th t z gmt utc bst cet cest eet eest msk ist jst est edt et
    cst cdt ct mst mdt pst pdt pt
    """.split()
)
_NOT_A_NAME = _CALENDAR - {"april", "june", "may", "august", "jan", "mar", "sun"} | set(
    """
    a an any all no this that these those its his her their our my your now then far way design chance
    contrast comparison christmas easter night nightfall dawn land sea air force law early late mid most
    many some
    """.split()
)
NAME_LINKS = frozenset(
    "and with for of in at the from & de del della di da van von der den bin ibn al el la le".split()
)
"""Small words that stand between names."""

POSTS = frozenset(
    """
    correspondent correspondents reporter reporters editor editors writer writers staff chief senior deputy
    associate contributing contributor columnist analyst producer photographer journalist author bureau desk
    foreign political diplomatic defence defense security economics business world international national
    special affairs news agency agencies online digital freelance
    """.split()
)
"""Words of the posts that journalists hold."""


_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s\(?(?-i:[A-Z]{2,4})\b\)?)?"
_CLOCK_ALONE = re.compile(
    rf"{_TIME}|(?:about\s)?\d{{1,3}}\s?(?:[mhd]|min|mins|minutes?|hrs?|hours?|days?)\sago|just\snow",
    re.IGNORECASE,
)
ENTRY = re.compile(rf"{_TIME}\s*(?:[-–—:|]\s*)?(?=[\"'“‘]?(?-i:[^\W\d_a-z]))", re.IGNORECASE)
"""What an entry of a live blog begins with: "10:32 GMT - Norland won"."""


def stamp(line: str) -> bool:
    """Whether a line says when a text was published, and nothing else but by whom.

    Either labels, each with a date, a time or nothing ("Published: Updated:", "Updated 10:30 GMT, 6 Aug
    2019", "Posted by Ada Holm on 6 August 2019"), or a full date alone, or a time alone ("10:32 GMT").

    Parameters
    ----------
    line : str

    Returns
    -------
    bool

    Examples
    --------
    >>> stamp("Last updated on Tuesday at 10:30"), stamp("Updated figures show a fall.")
    (True, False)
    """
    if len(line) > _LONGEST_LINE:
        return False
    if _CLOCK_ALONE.fullmatch(line):
        return True
    rest, labels = _LABEL.subn(" ", line)
    if labels:
        rest = _BY_SOMEONE.sub(" ", rest)
    words = re.findall(r"[^\W\d_]+", rest.lower())
    timely = len(words) <= 16 and all(word in _CALENDAR or word in _CLOCK for word in words)
    return timely and bool(labels or iso_date(rest, "day") or iso_date(rest, "month"))


def byline(line: str) -> bool:
    """Whether a line names the writer and does nothing else: "By Ada Holm and Per Dahl, Norland Times".

    Every word must be a capitalised one, a link between names or, after a comma, of a post ("chief
    diplomatic correspondent"); a date may follow.

    Parameters
    ----------
    line : str

    Returns
    -------
    bool

    Examples
    --------
    >>> byline("By ADA HOLM, Associated Press"), byline("By Monday, Troops Left"), byline("By land and sea")
    (True, False, False)
    """
    start = _BY_SOMEONE.match(line)
    words = _WORD.findall(line)[1:]
    if not start or len(words) > 14 or len(line) > _LONGEST_LINE or words[0].lower() in _NOT_A_NAME:
        return False
    if start.end() < len(line) and stamp(f"posted {line[start.end() :]}"):
        return True
    names, _, post = line[3:].partition(",")
    return line[-1] not in ".!?:;" and named(names, NAME_LINKS) and named(post, NAME_LINKS | POSTS)


def named(words: str, links: frozenset[str]) -> bool:
    """Whether all words are capitalised (or of a script without capitals) or among the links.

    Parameters
    ----------
    words : str
    links : frozenset of str
        In lower case.

    Returns
    -------
    bool

    Examples
    --------
    >>> named("Ada van Holm", NAME_LINKS), named("Ada said", NAME_LINKS)
    (True, False)
    """
    return all(word.lower() in links or not word[0].islower() for word in _WORD.findall(words))
