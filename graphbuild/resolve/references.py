"""Nominals and pronouns: what they refer back to, else an actor of their own.

"Syrian rebels" are one actor throughout the corpus; "the rebels" of two articles are not known to be the
same, and "a rebel" is nobody's name but of one article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import nsmallest

from graphbuild.lexicons import countries
from graphbuild.lexicons.en.body_nouns import COUNTRIES, GOVERNMENT
from graphbuild.names import fold
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.homes import Home, home
from graphbuild.resolve.institutions import of_state, only_one, owned
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.persons.holders import known_leader
from graphbuild.vocabulary import NAME, NOMINAL, PERSONS

__all__ = ["phrase", "references", "undetermined"]

_DETERMINERS = frozenset(
    """
    current other own more less fewer including the a an this that these those some any no each
    every all both many several few most more other another such his her its their our my your one
    two three four five six seven eight nine ten dozens hundreds thousands scores of at least about
    around nearly almost over than million billion thousand hundred
    """.split()
)
_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an one another".split())
_INSIDE = re.compile(r" (?:of|for|in|and) ")
_NOT_THE_ONE = _INDEFINITE | frozenset(
    "any no each every some all both many several few most more other such his her its their my your".split()
)
_THIS = frozenset("the this our".split())
_OWNED = re.compile(
    r"\s+(?:(?:of|at|for|in|from)\s+(?:(?:the|a|an|its|his|her|their|our)\s+)?(?=[A-Z])"
    r"|(?:of|at)\s+(?:the|a|an|its|his|her|their)\s+(?!(?:country|nation|republic)\b)|(?:that|which|whose)\b)"
)
"""After a body these say whose it is, or which."""
_NOBODY = Link((), "")
_ENOUGH = 3
"""Of phrases with one head, so many tell whether but one of them, itself apart, stands before a mention."""


def references(extractions: Iterable[Extraction], named: Mapping[str, Link]) -> dict[str, Link]:
    """Link nominals and pronouns.

    Parameters
    ----------
    extractions : iterable of Extraction
    named : mapping of str to Link
        Links of the named mentions.

    Returns
    -------
    dict of str to Link
        ``mention_id`` of every nominal and pronoun to its actor, with one of the rules ``refers back``,
        ``short form``, ``same phrase``; a pronoun without antecedent has the empty key.
    """
    links: dict[str, Link] = {}
    for extraction in extractions:
        mentions = {m.mention_id: m for m in extraction.mentions}
        nominals = [m for m in mentions.values() if m.kind == NOMINAL]
        about = home(extraction)
        at_home = _at_home(nominals, about, extraction.document.text)
        at_home.update(_led(nominals, named, mentions, about))
        own = {
            **_own_actors(nominals, named, mentions, at_home),
            **_office_holders(nominals, named, mentions),
        }
        ends: dict[str, str] = {}
        for mention in mentions.values():
            if mention.kind != NAME:
                links[mention.mention_id] = _followed(mention, mentions, named, own, ends)
    return links


def _followed(
    mention: Mention,
    mentions: Mapping[str, Mention],
    named: Mapping[str, Link],
    own: Mapping[str, Link],
    ends: dict[str, str],
) -> Link:
    """Follow the chain of antecedents to its end; a chain that bites its tail leads nowhere.

    ``ends`` keeps where the chains end that were followed before, empty for nowhere.
    """
    passed: dict[str, None] = {}
    last = mention
    while last.antecedent in mentions and last.mention_id not in named and last.mention_id not in ends:
        if last.mention_id in passed:
            ends[last.mention_id] = ""
            break
        passed[last.mention_id] = None
        last = mentions[last.antecedent]
    ended = ends.get(last.mention_id, last.mention_id)
    ends.update(dict.fromkeys(passed, ended))
    end = named.get(ended) or own.get(ended or mention.mention_id, _NOBODY)
    return end if ended in ("", mention.mention_id) or not end.key else Link(end.key, "refers back")


def _at_home(nominals: list[Mention], about: Home, text: str) -> dict[str, Link]:
    """Nominals for what a text's country has, "police", "the president", where it says no other owner."""
    found = {}
    for mention in nominals:
        words = phrase(mention)
        first, last = mention.text.split()[0].lower(), mention.text.rstrip().endswith(mention.name)
        apart = mention.country or not last or first in _NOT_THE_ONE or _OWNED.match(text, mention.end)
        if apart or not (iso3 := about.of(mention)) or _possessed(mention):
            continue
        one = only_one(words)
        if words in COUNTRIES and first in _THIS:
            found[mention.mention_id] = Link(("country", iso3), "refers back")
        elif one and (mention.type not in PERSONS or first in _DEFINITE):
            found[mention.mention_id] = Link(owned(one, iso3), "country of the text")
        elif mention.type not in PERSONS and of_state(words):
            found[mention.mention_id] = Link(("in", mention.doc_id, words, iso3), "same phrase")
    return found


def _led(
    nominals: list[Mention], named: Mapping[str, Link], mentions: Mapping[str, Mention], about: Home
) -> dict[str, Link]:
    """Governments called after who leads them, "the Roe administration": the country that is his."""
    persons = [m for m in mentions.values() if m.kind == NAME and m.type in PERSONS and m.mention_id in named]
    lands: defaultdict[Key, set[str]] = defaultdict(set)
    for mention in persons:
        lands[named[mention.mention_id].key].update({mention.country} - {""})
    found = {}
    for mention in nominals:
        if phrase(mention).rpartition(" ")[2] not in GOVERNMENT or mention.country:
            continue
        leaders = {
            named[m.mention_id].key for m in persons if mention.start <= m.start and m.end <= mention.end
        }
        for key in leaders if len(leaders) == 1 else ():
            leader = known_leader(key)
            held = {leader.iso3} if leader else lands[key]
            iso3 = min(held) if len(held) == 1 else about.of(mention)
            if iso3 in countries().name_of:
                found[mention.mention_id] = Link(("country", iso3), "government of a country")
    return found


def _possessed(mention: Mention) -> bool:
    """Whether a nominal says whose it is: "their police", "the company's president"."""
    return "'" in mention.text or "’" in mention.text or fold(undetermined(mention.text)) != phrase(mention)


def _own_actors(
    nominals: list[Mention],
    named: Mapping[str, Link],
    mentions: Mapping[str, Mention],
    at_home: Mapping[str, Link],
) -> dict[str, Link]:
    """The actor of each nominal's own words."""
    keys = {
        m.mention_id: at_home[m.mention_id].key if m.mention_id in at_home else _own_key(m) for m in nominals
    }
    longer: defaultdict[str, dict[Key, int]] = defaultdict(dict)
    for mention in mentions.values():
        key = keys.get(mention.mention_id)
        if mention.antecedent in mentions and mention.kind == NOMINAL:
            key = None
        elif mention.mention_id in named and named[mention.mention_id].key[0] in ("body", "of"):
            key = named[mention.mention_id].key
        words = _INSIDE.split(phrase(mention), maxsplit=1)[0].split()
        if key is not None and len(words) > 1 - (key[0] == "of"):
            first = longer[words[-1]].setdefault(key, mention.start)
            longer[words[-1]][key] = min(first, mention.start)
    soonest = {
        head: nsmallest(_ENOUGH, ((start, key) for key, start in found.items()))
        for head, found in longer.items()
    }
    links = {}
    for mention in nominals:
        key, words = keys[mention.mention_id], phrase(mention).split()
        home_of = at_home.get(mention.mention_id)
        if len(words) == 1 and (home_of or (mention.text.split()[0].lower() in _DEFINITE and key[0] == "in")):
            before = [k for start, k in soonest.get(words[-1], ()) if start < mention.start and k != key]
            if len(before) == 1:
                links[mention.mention_id] = Link(before[0], "short form")
                continue
        links[mention.mention_id] = home_of or Link(key, "same phrase")
    return links


def _office_holders(
    nominals: list[Mention], named: Mapping[str, Link], mentions: Mapping[str, Mention]
) -> dict[str, Link]:
    """The only person to whom the document gives the office that a definite nominal names: "the envoy"."""
    holders: defaultdict[tuple[str, str], set[Key]] = defaultdict(set)
    for mention in mentions.values():
        if mention.title and mention.mention_id in named:
            words = fold(mention.title).split()
            for begin in range(len(words)):
                for iso3 in {"", mention.country}:
                    holders[" ".join(words[begin:]), iso3].add(named[mention.mention_id].key)
    links = {}
    for mention in nominals:
        definite = mention.text.split()[0].lower() in _DEFINITE or mention.country
        if mention.type in PERSONS and definite and not mention.antecedent:
            fitting = holders.get((phrase(mention), mention.country), set())
            if len(fitting) == 1:
                links[mention.mention_id] = Link(min(fitting), "office")
    return links


def _own_key(mention: Mention) -> Key:
    words = phrase(mention)
    single = mention.type in PERSONS and mention.text.split()[0].lower() in _INDEFINITE
    if mention.country and not single:
        return owned(only_one(words) or words, mention.country)
    return ("in", mention.doc_id, f"{mention.country} {words}".strip())


def phrase(mention: Mention) -> str:
    """The folded words of a nominal without determiners and numbers.

    Examples
    --------
    >>> phrase(Mention("d:0-14", "d", 0, 0, 14, "The two rebels", "group", "nominal"))
    'rebels'
    """
    return fold(undetermined(mention.name or mention.text))


@lru_cache(maxsize=65536)
def undetermined(text: str) -> str:
    """The text without determiners and numbers before its first other word.

    Examples
    --------
    >>> undetermined("at least 20 other armed men"), undetermined("their")
    ('armed men', 'their')
    """
    words = text.split()
    for begin, word in enumerate(words):
        if fold(word) not in _DETERMINERS and not word[:1].isdigit():
            return " ".join(words[begin:])
    return text
