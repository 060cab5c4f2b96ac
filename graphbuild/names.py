"""Rules for names as plain strings: folding, titles, acronyms, countries, the parts of persons' names.

Nothing here needs a parse. All functions are pure and cheap enough to call for every mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graphbuild.lexicons import countries, fold, given_names, groups, places, titles
from graphbuild.lexicons.nicknames import nicknames

__all__ = [
    "Person",
    "acronyms",
    "compatible",
    "country_of",
    "fold",
    "gender_of",
    "initials",
    "person",
    "strip_article",
    "strip_title",
]

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.I)
_CLOSING_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_BEFORE_TITLES = frozenset(
    """
    former ex late then acting interim caretaker outgoing incoming deputy vice senior junior chief
    first second current new newly elected retired designate democratic republican conservative
    labour his her their our the
    """.split()
)
_AT_HEAD_OF_NAMES = frozenset(
    "don dean earl duke u m saint sri tun lama private sister brother agent baron".split()
)
_PARTICLES = frozenset(
    """
    van von der den de la las los le du da do dos das di del della dalla lo bin ibn bint ben al el
    ad as ash abu um umm ter ten te zu zum zur y e o st san santa mac af av ul ur ud
    """.split()
)
_SUFFIXES = frozenset("jr sr ii iii iv junior senior esq phd md".split())
_FAMILY_FIRST = frozenset(
    """
    bai cai cao chan chang chen cheng chiang cho choe choi chung deng fan fang feng fu gao guo han
    he hong hu huang hwang jang jeong jia jiang jung kang kim ko kwon lai lam lee leung li liang lim
    lin liu lu luo lyu ma mao meng moon ngo nguyen oh park pan peng qian qin ri roh ryu shen shi
    shin song su sun tan tang tran tsai tung wang wei wen wong wu xi xiao xie xu yang yao ye yeoh yi
    yoon yu yuan yun zeng zhang zhao zheng zhou zhu
    """.split()
)
_INSIDE_NAMES = frozenset("of and the for in on de la del des du y e et und für al von der a to".split())
_ACRONYM = r"[A-ZÀ-Þ][\w.&/-]{0,12}[A-ZÀ-Þ0-9]\.?|[A-ZÀ-Þ][A-ZÀ-Þ0-9]"
_IN_BRACKETS = re.compile(rf"[(\[]\s*[\"'“‘]?({_ACRONYM})[\"'”’]?\s*[)\]]")
_SPELLED_IN_BRACKETS = re.compile(rf"(?<![\w.])({_ACRONYM})\s*[(\[]\s*([^()\[\]\n]{{4,100}}?)\s*[)\]]")
_NOT_OF_COUNTRY = frozenset("to for against with on at versus vs over toward towards near".split())
_LONGEST_TITLE = 7
_LONGEST_PLACE = 5


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


def _long_form(before: str, short: str) -> str:
    """The shortest run of words that ends ``before``, begins with a capital and spells the acronym."""
    letters = [c for c in fold(short) if c.isalnum()]
    sentence = re.split(r"(?<=[a-z]{2}[.;:!?])\s|[(),\n]|[\"“”]", before)[-1]
    words = sentence.split()
    if len(letters) < 2 or not sentence[-1:].isspace():
        return ""
    for begin in range(len(words) - 2, max(-1, len(words) - 2 * len(letters) - 4), -1):
        if not words[begin][:1].isupper() or fold(words[begin])[:1].lower() != letters[0].lower():
            continue
        run = words[begin:]
        if all(w[:1].isupper() or w[:1].isdigit() or w.lower() in _INSIDE_NAMES for w in run) and _spells(
            run, letters
        ):
            return " ".join(run)
    return ""


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


@lru_cache(maxsize=65536)
def country_of(text: str) -> str:
    """The country of a phrase: of the first nation in it, else of the first place or known body.

    Parameters
    ----------
    text : str
        Not a person's name: "Jordan Peterson" would be Jordanian.

    Returns
    -------
    str
        ISO 3166-1 alpha-3, or empty.

    Examples
    --------
    >>> country_of("Syrian"), country_of("the Kremlin"), country_of("Shanghai police"), country_of("us")
    ('SYR', 'RUS', 'CHN', '')
    >>> country_of("Parliament of the Republic of Serbia"), country_of("Russia's ambassador to Poland")
    ('SRB', 'RUS')
    """
    words = [_CLOSING_POSSESSIVE.sub("", word) for word in strip_article(text).split()]
    keys = [
        fold(" ".join(words[begin:end]))
        for begin, word in enumerate(words)
        if not begin or not (word.islower() or words[begin - 1].lower() in _NOT_OF_COUNTRY)
        for end in range(min(len(words), begin + _LONGEST_PLACE), begin, -1)
    ]
    return next(filter(None, (look_up(key) for look_up in (_nation, _place, _body) for key in keys)), "")


def _nation(key: str) -> str:
    nations = countries()
    return nations.by_name.get(key) or nations.by_demonym.get(key) or nations.by_seat.get(key, "")


def _place(key: str) -> str:
    return countries().by_capital.get(key) or (places()[key].iso3 if key in places() else "")


def _body(key: str) -> str:
    return groups()[key].country if key in groups() else ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in folded words without particles, the last of which is the surname unless
    ``family_first``; ``suffix`` is "jr", "iii" and the like."""

    words: tuple[str, ...]
    suffix: str
    family_first: bool

    @property
    def surname(self) -> str:
        """The word by which the person is called alone."""
        return self.words[0] if self.family_first else self.words[-1]


@lru_cache(maxsize=65536)
def person(name: str) -> Person:
    """Take a person's name apart.

    Parameters
    ----------
    name : str
        Without title. Never blank.

    Returns
    -------
    Person

    Examples
    --------
    >>> person("Ursula von der Leyen").words, person("Bashar al-Assad").surname, person("Xi Jinping").surname
    (('ursula', 'leyen'), 'assad', 'xi')
    >>> person("Ferdinand Marcos Jr.")
    Person(words=('ferdinand', 'marcos'), suffix='jr', family_first=False)
    """
    spaced = re.sub(r"\b([A-Z])\.(?=[A-Z]\b)", r"\1. ", name)
    words = fold(spaced).lower().split() or [name]
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = words.pop()
    kept = tuple(word for word in words if word not in _PARTICLES) or tuple(words[-1:])
    return Person(kept, suffix, 2 <= len(kept) <= 3 and kept[0] in _FAMILY_FIRST)


def compatible(short: str, long: str) -> bool:
    """Whether one name of a person may be a shorter or initialled form of the other.

    Surnames alone, middle names and initials left out, nicknames, particles and suffixes are allowed for;
    different middle initials, different suffixes and given names alone are not.

    Parameters
    ----------
    short, long : str
        Names without title; the order does not matter.

    Returns
    -------
    bool

    Examples
    --------
    >>> compatible("Jeffrey", "James Jeffrey"), compatible("G. W. Bush", "George W. Bush")
    (True, True)
    >>> compatible("George H. W. Bush", "George W. Bush"), compatible("James", "James Jeffrey")
    (False, False)
    """
    a, b = person(short), person(long)
    if len(a.words) > len(b.words):
        a, b = b, a
    if a.suffix != b.suffix and (len(a.words) > 1 or (a.suffix and b.suffix)):
        return False
    if len(a.words) == 1:
        return a.words[0] in ({b.surname, b.words[-1]} if len(b.words) < 4 else {b.surname})
    if a.words == b.words or a.words == b.words[-len(a.words) :]:
        return True
    if a.words == b.words[: len(a.words)] and len(a.words[-1]) > 1 and a.words[-1] not in given_names():
        return not b.family_first
    if a.words[-1] != b.words[-1] or not _same_word(a.words[0], b.words[0]):
        return False
    return _middles_fit(a.words[1:-1], b.words[1:-1])


def _middles_fit(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    if any(len(word) == 1 for word in few) and len(few) != len(many):
        return False
    rest = iter(many)
    return all(any(_same_word(word, other) for other in rest) for word in few)


def _same_word(a: str, b: str) -> bool:
    """Equal, an initial of the other, or a nickname of the same name."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    full = nicknames()
    return a in full and b in full and not full[a].isdisjoint(full[b])
