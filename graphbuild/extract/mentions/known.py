"""Names that the gazetteers know, where a text has them and means them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graphbuild.extract.mentions.entities import TRAILING, trimmed
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.thing_nouns import DOCUMENTS
from graphbuild.lexicons.gazetteer.countries import countries
from graphbuild.lexicons.gazetteer.groups import conditions, groups
from graphbuild.lexicons.gazetteer.leaders import leaders
from graphbuild.lexicons.gazetteer.places import places
from graphbuild.names import fold, meant

__all__ = ["Entry", "entry_of", "known"]

_SETTLED = frozenset({"city", "state", "disputed"})
_LONGEST_NAME = 7
_LONGEST_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """What a gazetteer says of a name."""

    label: str
    type: str
    name: str
    role: str
    country: str
    acronym: bool


def entry_of(key: str) -> Entry | None:
    """What the gazetteers say of a folded name."""
    return _gazetteer()[0].get(key)


def known(parse: Parse, text: str, named: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, Entry]]:
    """Longest gazetteer matches that mean what the gazetteer has, from left to right.

    Parameters
    ----------
    parse : Parse
    text : str
        All of the document's text, on which it hangs what some names mean.
    named : sequence of (int, int, str)
        The entities of the parse, as `graphbuild.extract.mentions.entities.entities` gives them.

    Yields
    ------
    tuple of (int, int, Entry)
        Tokens, half open.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> parse = example("Hamas/NNP/nsubj/2 left=leave/VBD/root/0").parse
    >>> [(i, j, entry.name, entry.role) for i, j, entry in known(parse, parse.text, parse.entities)]
    [(0, 1, 'Hamas', 'REB')]
    """
    table, keys, leads = _gazetteer()
    words, done = parse.words, 0
    for i in [i for i, word in enumerate(words) if leads[word]]:
        limit = min(i + leads[words[i]], len(words))
        if i < done or all(map(str.islower, words[i:limit])):  # what is all in small letters is no name
            continue
        for j in reversed(_entries(parse, i, limit, keys)):
            entry = table[fold(parse.slice(i, j))]
            if _reads_as_name(parse, i, j, entry, named):
                if entry.label != "ORG" or _means_it(parse, i, j, text):
                    yield i, j, entry
                done = j
                break


class _Leads(dict[str, int]):
    """The most tokens of an entry that begins with a word as it is written; 0 where none does."""

    def __init__(self, folded: Mapping[str, int]) -> None:
        super().__init__()
        self._folded = folded

    def __missing__(self, word: str) -> int:
        self[word] = longest = self._folded.get(fold(word).partition(" ")[0], 0)
        return longest


def _entries(parse: Parse, i: int, limit: int, keys: Sequence[str]) -> list[int]:
    """Where the entries end that begin at token ``i``, the shortest first; ``keys`` are sorted."""
    ends = []
    for j in range(i + 1, limit + 1):
        text = fold(parse.slice(i, j))
        place = bisect_left(keys, text)
        if place == len(keys) or not keys[place].startswith(text):
            break  # no entry begins so
        word = parse.words[j - 1]
        if keys[place] == text and (word[-1:].isalnum() or word[:1].isalnum()):
            ends.append(j)
    return ends


def _reads_as_name(parse: Parse, i: int, j: int, entry: Entry, named: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the words stand as this name: not inside a longer name, and short ones in capitals."""
    text = parse.slice(i, j)
    if text.islower() or not text[:1].isalnum() or parse.lower[j - 1] in TRAILING:
        return False
    if entry.acronym and not (text.isupper() or "." in text):
        return False
    if entry.acronym and j - i == 1 and parse.pos[i] not in ("PROPN", "NOUN", "ADJ", "X", "SYM"):
        return False
    if parse.sentences[parse.sentence[i]][1] < j:
        return False
    return not any(
        a <= i and j <= b and (b - a) > (j - i) + _edge(parse, a, b) and not _issued(parse, a, b, j, entry)
        for a, b, _ in named
    )


def _issued(parse: Parse, a: int, b: int, j: int, entry: Entry) -> bool:
    """Whether an entity names a document after the body that made it: "African Union Resolution 12"."""
    after = parse.lower[j:b]
    return entry.label == "ORG" and j - a > 1 and any(word in DOCUMENTS for word in after)


def _edge(parse: Parse, a: int, b: int) -> int:
    """How many tokens of an entity are articles and possessives."""
    first, last = trimmed(parse, a, b)
    return (b - a) - (last - first)


@cache
def _gazetteer() -> tuple[dict[str, Entry], list[str], _Leads]:
    """Folded name to entry, the names sorted, and first word to the most tokens it may begin."""
    nations = countries()
    table: dict[str, Entry] = {}

    def put(key: str, label: str, kind: str, name: str, role: str, country: str) -> None:
        short = len(key) <= 4 and " " not in key and label != "NORP" and fold(name) != key
        table.setdefault(key, Entry(label, kind, name, role, country, short))

    for key, iso3 in nations.by_name.items():
        put(key, "GPE", "country", nations.name_of[iso3], "", iso3)
    for key, iso3 in nations.by_demonym.items():
        put(key, "NORP", "country", nations.name_of[iso3], "", iso3)
    for key, iso3 in nations.by_seat.items():
        put(key, "ORG", "organization", key, "GOV", iso3)
    for key, known in groups().items():
        put(key, "ORG", known.type, known.name, known.role, known.country)
    for key, iso3 in nations.by_capital.items():
        put(key, "GPE", "place", key, "", iso3)
    for leader in leaders():
        for name in (leader.name, *leader.aliases):
            if " " in name:
                put(fold(name), "PERSON", "person", leader.name, "", "")
    for key, place in places().items():
        label = "GPE" if place.kind in _SETTLED else "LOC"
        put(key, label, "place", place.name, "", place.iso3)
    leads: dict[str, int] = {}
    for key in table:
        first = key.partition(" ")[0]
        size = min(_LONGEST_NAME, 2 * key.count(" ") + 2)
        leads[first] = max(leads.get(first, 0), size)
    return table, sorted(table), _Leads(leads)


def _means_it(parse: Parse, i: int, j: int, text: str) -> bool:
    """Whether a known name stands for its body in this text; a common word also has to be read as a name."""
    key = fold(parse.slice(i, j))
    tagged = len(key) <= _LONGEST_ACRONYM or any(a <= i and j <= b for a, b, _ in parse.entities)
    return meant(key, text) and (tagged or not conditions().get(key))
