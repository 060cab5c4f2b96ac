"""The parts of a person's name, and which names may be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.lexicons import fold, given_names
from graphbuild.lexicons.gazetteer.nicknames import nicknames

__all__ = ["PARTICLES", "Person", "compatible", "person", "strip_honours"]

PARTICLES = frozenset(
    """
    van von der den de la las los le du da do dos das di del della dalla lo bin ibn bint ben al el
    ad as ash abu um umm ter ten te zu zum zur y e o st san santa mac af av ul ur ud
    """.split()
)
_SUFFIXES = frozenset("jr sr ii iii iv junior senior esq phd md".split())
_HONOURS = frozenset(
    """
    OBE CBE MBE DBE KBE GBE QC KC SC FRS FRSE FBA FRCP FRCS RA CMG KCMG DCMG GCMG CVO KCVO DCVO GCVO
    LVO MVO CB KCB DCB GCB KG KT OM CH DSO DSC DFC MC VC GC AO AC AM CC OC CM MP MEP MSP MLA TD MD PhD
    DPhil JD LLB LLM LLD MBA MPH MSc BSc BA RN CPA USAF USN USMC Ret
    """.split()
)
_FAMILY_FIRST = frozenset(
    """
    bai cai cao chan chang chen cheng chiang cho choe choi chung deng fan fang feng fu gao guo han
    he hong hu huang hwang jang jeong jia jiang jung kang kim ko kwon lai lam lee leung li liang lim
    lin liu lu luo lyu ma mao meng moon ngo nguyen oh park pan peng qian qin ri roh ryu shen shi
    shin song su sun tan tang tran tsai tung wang wei wen wong wu xi xiao xie xu yang yao ye yeoh yi
    yoon yu yuan yun zeng zhang zhao zheng zhou zhu
    """.split()
)


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


def strip_honours(name: str) -> str:
    """A person's name without the honours, degrees and seats after it.

    Parameters
    ----------
    name : str

    Returns
    -------
    str
        Two words at least are left of a name that has them.

    Examples
    --------
    >>> strip_honours("Ada Moran DBE, FRS"), strip_honours("Ada Moran, Ph.D."), strip_honours("Yo-Yo MA")
    ('Ada Moran', 'Ada Moran', 'Yo-Yo MA')
    """
    words = name.split()
    while len(words) > 2 and words[-1].strip(".,()").replace(".", "") in _HONOURS:
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < len(name.split()) else name


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
    spaced = re.sub(r"\b([A-Z])\.(?=[A-Z]\b)", r"\1. ", strip_honours(name))
    words = fold(spaced).lower().split() or [name]
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = words.pop()
    kept = tuple(word for word in words if word not in PARTICLES) or tuple(words[-1:])
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
    >>> compatible("Kim Yuna", "Yuna Kim"), compatible("Thomas James", "James Thomas")
    (True, False)
    >>> compatible("George H. W. Bush", "George W. Bush"), compatible("James", "James Jeffrey")
    (False, False)
    """
    a, b = person(short), person(long)
    if len(a.words) > len(b.words):
        a, b = b, a
    if a.suffix != b.suffix and (len(a.words) > 1 or (a.suffix and b.suffix)):
        return False
    turned = len(a.words) == len(b.words) > 1 and a.family_first != b.family_first
    if (
        turned
        and a.words != b.words
        and (a.words[1:] + a.words[:1] == b.words or b.words[1:] + b.words[:1] == a.words)
    ):
        return True  # "Park Min-joon", "Min-joon Park"
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
