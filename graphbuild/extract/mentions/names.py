"""Named mentions: what the pipeline's entities and the gazetteers agree on.

An entity is trimmed (articles, titles, possessives stay outside) and looked up; a known country, people,
group or place gets its type and country from the gazetteer whatever the pipeline called it, and known names
that the pipeline missed are added.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.entities import TRAILING, entities, trimmed, verb_like
from graphbuild.extract.mentions.vessels import vessels
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.body_nouns import EXCHANGES, OF_STATES
from graphbuild.lexicons.en.event_nouns import VOTES
from graphbuild.lexicons.en.prepositions import COUNTERPART
from graphbuild.lexicons.en.speech_verbs import ANIMATE_OBJECT
from graphbuild.lexicons.en.thing_nouns import DOCUMENTS
from graphbuild.lexicons.gazetteer.countries import countries
from graphbuild.lexicons.gazetteer.groups import groups
from graphbuild.lexicons.gazetteer.leaders import leaders
from graphbuild.lexicons.gazetteer.places import places
from graphbuild.names import country_of, fold, gender_of, strip_title

__all__ = ["named"]

_LABELS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "NORP": "group",
    "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_SETTLED = frozenset({"city", "state", "disputed"})
_ACCOUNT = re.compile(r"@[A-Za-z]\w{2,29}")
_LONGEST_EVENT = 9
_LONGEST_EXCHANGE = 4
_TICKER = re.compile(r"[A-Z0-9][A-Z0-9.]{0,6}")
_BRACKETS = frozenset({"(", "["})
_LISTED = _BRACKETS | {",", ";", "and", "&"}
_LISTED_ENDS = frozenset({")", "]", ",", ";", "and", "&"})
_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a gazetteer says of a name."""

    label: str
    type: str
    name: str
    role: str
    country: str
    acronym: bool


def named(block: Block, own: Mapping[str, str] = MappingProxyType({})) -> None:
    """Add the named mentions of a block.

    Parameters
    ----------
    block : Block
        Receives the mentions, from left to right.
    own : mapping of str to str
        Folded acronyms that the document defines to what they stand for, whatever else they mean elsewhere.
    """
    parse = block.parse
    taken, found = {*_event_names(parse), *_listings(parse)}, list(entities(parse))
    spans: list[tuple[int, int, _Entry | None, str]] = [
        (i, j, None, "ORG")
        if entry.acronym and _another(own.get(fold(parse.slice(i, j)), ""), entry)
        else (i, j, entry, "")
        for i, j, entry in _known(parse, found)
    ]
    spans += [(i, j, _ship(parse, i, j, country), "") for i, j, country in vessels(parse)]
    spans += [(i, j, None, label) for i, j, label in found if label in _LABELS]
    spans.sort(key=lambda s: (-(s[1] - s[0]), s[2] is None, s[0]))
    chosen = []
    for first, last, entry, label in spans:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            chosen.append((first, last, entry, label))
    for i, word in enumerate(parse.words):
        if i not in taken and _ACCOUNT.fullmatch(word):
            block.add(Mention(parse, i, i + 1, i, "name", "ACCOUNT", "person", word))
    for first, last, entry, label in sorted(chosen, key=lambda s: s[0]):
        if entry is None or entry.label == "PERSON":
            one = _new_mention(parse, first, last, label or "PERSON")
        else:
            one = _known_mention(parse, first, last, entry)
        if one.type == "place" and one.country and _acts(parse, one):
            one.type, one.name = "country", countries().name_of[one.country]
        block.add(one)


def _another(long: str, entry: _Entry) -> bool:
    """Whether what a document lets an acronym stand for is not what the word lists know by it."""
    known = _gazetteer()[0].get(fold(long))
    return (
        bool(long)
        and (known is None or known.name != entry.name)
        and country_of(long) != (entry.country or None)
    )


def _ship(parse: Parse, i: int, j: int, country: str) -> _Entry:
    """What the prefix of a ship's name says; of no navy, she is a merchant's."""
    return _Entry("PRODUCT", "group", parse.slice(i, j), "MIL" if country else "", country, False)


def _event_names(parse: Parse) -> Iterator[int]:
    """Tokens of names of votes, "2001 United Kingdom general election": the country in them does nothing."""
    for i, lemma in enumerate(parse.lemmas):
        if lemma not in VOTES:
            continue
        first = i
        while (
            first > 0
            and i - first < _LONGEST_EVENT
            and parse.pos[first - 1] in ("PROPN", "ADJ", "NOUN", "NUM")
        ):
            first -= 1
            if len(parse.words[first]) == 4 and parse.words[first].isdigit():
                yield from range(first, i + 1)
                break


def _listings(parse: Parse) -> Iterator[int]:
    """Tokens of where a company is listed and as what, "(LSE: ABC)": the exchange does nothing there.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Acme/NNP/nsubj/7 (/-LRB-+PUNCT/punct/3 LSE/NNP/appos/1 :/:/punct/5 ABC/NNP/appos/1 "
    ...                 ")/-RRB-+PUNCT/punct/3 left=leave/VBD/root/0").parse
    >>> list(_listings(parse))
    [2, 4]
    """
    if "(" not in parse.words and "[" not in parse.words:
        return
    words, inside = parse.words, False
    for i, word in enumerate(words):
        inside = word in _BRACKETS or (inside and word not in (")", "]"))
        if inside and word == ":" and 0 < i < len(words) - 1 and _TICKER.fullmatch(words[i + 1]):
            first = i - 1
            while words[first - 1] not in _LISTED and first > i - _LONGEST_EXCHANGE:
                first -= 1
            opened = words[first - 1] in _LISTED and (words[i + 2 : i + 3] or [")"])[0] in _LISTED_ENDS
            if opened and any(w.isupper() or w.lower() in EXCHANGES for w in words[first:i]):
                yield from (*range(first, i), i + 1)


def _acts(parse: Parse, found: Mention) -> bool:
    """Whether a capital stands for its government: "Moscow said", "accused Moscow", "talks with Berlin".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/nsubj/2/GPE urged=urge/VBD/root/0 Chad/NNP/obj/2/GPE").parse
    >>> found = Mention(parse, 2, 3, 2, "name", "GPE", "place", "Moscow")
    >>> _acts(parse, found)
    True
    """
    if fold(found.name) not in countries().by_capital:
        return False
    head = found.head
    if parse.deps[head] == "conj":
        head = parse.heads[head]
    dep = parse.deps[head]
    if dep == "nmod:poss":
        return parse.lemmas[parse.heads[head]] in OF_STATES
    if dep in ("nsubj", "obl:agent"):
        return parse.pos[parse.heads[head]] == "VERB"
    if dep in ("obj", "iobj", "nsubj:pass"):
        return parse.lemmas[parse.heads[head]] in ANIMATE_OBJECT
    return dep in ("nmod", "obl") and parse.preposition(head) in COUNTERPART


def _new_mention(parse: Parse, first: int, last: int, label: str) -> Mention:
    title = ""
    if label in ("PERSON", "PER"):
        first, title = _past_title(parse, first, last)
    text = parse.slice(first, last)
    kind = _LABELS[label]
    head = parse.head_of(first + verb_like(parse, first + 1), last)
    plural = kind == "group" and parse.plural(last - 1)
    return Mention(
        parse=parse,
        first=first,
        last=last,
        head=head,
        kind="name",
        label=label,
        type=kind,
        name=text,
        title=title,
        number="p" if plural else "s",
        gender=gender_of(f"{title} {text}") if kind == "person" else "n",
    )


def _past_title(parse: Parse, first: int, last: int) -> tuple[int, str]:
    """First token of the name proper, and the title before it."""
    title, name = strip_title(parse.slice(first, last))
    if not title or not name:
        return first, ""
    start = parse.ends[last - 1] - len(name)
    while first < last - 1 and parse.starts[first] < start:
        first += 1
    return first, title


def _known_mention(parse: Parse, first: int, last: int, entry: _Entry) -> Mention:
    head = parse.head_of(first, last)
    kind, number = entry.type, "s"
    if entry.label == "NORP":
        noun = parse.plural(last - 1) or parse.lower[last - 1].endswith("s")
        people = noun and parse.deps[head] not in ("compound", "amod", "flat")
        kind, number = ("group", "p") if people else (entry.type, "s")
    return Mention(
        parse=parse,
        first=first,
        last=last,
        head=head,
        kind="name",
        label=entry.label,
        type=kind,
        name=parse.slice(first, last) if kind == "group" and entry.label == "NORP" else entry.name,
        role=entry.role,
        country=entry.country,
        number=number,
        gender="n",
    )


def _known(parse: Parse, named: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, _Entry]]:
    """Longest gazetteer matches, from left to right."""
    table, keys, leads = _gazetteer()
    words, done = parse.words, 0
    for i in [i for i, word in enumerate(words) if leads[word]]:
        limit = min(i + leads[words[i]], len(words))
        if i < done or all(map(str.islower, words[i:limit])):  # what is all in small letters is no name
            continue
        for j in reversed(_entries(parse, i, limit, keys)):
            entry = table[fold(parse.slice(i, j))]
            if _reads_as_name(parse, i, j, entry, named):
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


def _reads_as_name(
    parse: Parse, i: int, j: int, entry: _Entry, named: Sequence[tuple[int, int, str]]
) -> bool:
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


def _issued(parse: Parse, a: int, b: int, j: int, entry: _Entry) -> bool:
    """Whether an entity names a document after the body that made it: "African Union Resolution 12"."""
    after = parse.lower[j:b]
    return entry.label == "ORG" and j - a > 1 and any(word in DOCUMENTS for word in after)


def _edge(parse: Parse, a: int, b: int) -> int:
    """How many tokens of an entity are articles and possessives."""
    first, last = trimmed(parse, a, b)
    return (b - a) - (last - first)


@cache
def _gazetteer() -> tuple[dict[str, _Entry], list[str], _Leads]:
    """Folded name to entry, the names sorted, and first word to the most tokens it may begin."""
    nations = countries()
    table: dict[str, _Entry] = {}

    def put(key: str, label: str, kind: str, name: str, role: str, country: str) -> None:
        short = len(key) <= 4 and " " not in key and label != "NORP" and fold(name) != key
        table.setdefault(key, _Entry(label, kind, name, role, country, short))

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
