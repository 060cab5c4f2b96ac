"""Named mentions: what the pipeline's entities and the gazetteers agree on.

An entity is trimmed (articles, titles, possessives stay outside) and looked up; a known country, people,
group or place gets its type and country from the gazetteer whatever the pipeline called it, and known names
that the pipeline missed are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.entities import entities, verb_like
from graphbuild.extract.mentions.known import Entry, entry_of, known
from graphbuild.extract.mentions.vessels import vessels
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.body_nouns import EXCHANGES, OF_STATES
from graphbuild.lexicons.en.event_nouns import VOTES
from graphbuild.lexicons.en.prepositions import COUNTERPART
from graphbuild.lexicons.en.speech_verbs import ANIMATE_OBJECT
from graphbuild.lexicons.gazetteer.countries import countries
from graphbuild.names import country_of, fold, gender_of, strip_title, town

__all__ = ["named"]

_LABELS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "NORP": "group",
    "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_SETTLED = frozenset({"GPE", "LOC"})
_ACCOUNT = re.compile(r"@[A-Za-z]\w{2,29}")
_LONGEST_EVENT = 9
_LONGEST_EXCHANGE = 4
_TICKER = re.compile(r"[A-Z0-9][A-Z0-9.]{0,6}")
_BRACKETS = frozenset({"(", "["})
_LISTED = _BRACKETS | {",", ";", "and", "&"}
_LISTED_ENDS = frozenset({")", "]", ",", ";", "and", "&"})


def named(block: Block, own: Mapping[str, str] = MappingProxyType({}), text: str = "") -> None:
    """Add the named mentions of a block.

    Parameters
    ----------
    block : Block
        Receives the mentions, from left to right.
    own : mapping of str to str
        Folded acronyms that the document defines to what they stand for, whatever else they mean elsewhere.
    text : str
        All of the document's text, that of the block if not given: what a name stands for may hang on it.
    """
    parse = block.parse
    taken, found = {*_event_names(parse), *_listings(parse)}, list(entities(parse))
    spans: list[tuple[int, int, Entry | None, str]] = [
        (i, j, None, "ORG")
        if entry.acronym and _another(own.get(fold(parse.slice(i, j)), ""), entry)
        else (i, j, entry, "")
        for i, j, entry in known(parse, text or parse.text, found)
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
            if label in _SETTLED:
                one.country = town(one.name, text or parse.text)
        else:
            one = _known_mention(parse, first, last, entry)
        if one.type == "place" and one.country and _acts(parse, one):
            one.type, one.name = "country", countries().name_of[one.country]
        block.add(one)


def _another(long: str, entry: Entry) -> bool:
    """Whether what a document lets an acronym stand for is not what the word lists know by it."""
    listed = entry_of(fold(long))
    return (
        bool(long)
        and (listed is None or listed.name != entry.name)
        and country_of(long) != (entry.country or None)
    )


def _ship(parse: Parse, i: int, j: int, country: str) -> Entry:
    """What the prefix of a ship's name says; of no navy, she is a merchant's."""
    return Entry("PRODUCT", "group", parse.slice(i, j), "MIL" if country else "", country, False)


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


def _known_mention(parse: Parse, first: int, last: int, entry: Entry) -> Mention:
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
