"""Pairs of actors that may be one, ranked by what a merge would change.

Who may be one is looked up, never all compared with all: names that are the same, names of persons with the
same surname, names of bodies that share their rarest word, acronyms, and names that are the same but for
vowels, doubled letters or one letter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import pandas as pd
from rapidfuzz import fuzz

from graphbuild.names import compatible, fold, initials, person, strip_article
from graphbuild.records import Correction
from graphbuild.vocabulary import COUNTRY, GROUP, NAME, ORGANIZATION, PERSONS, PLACE, STATED

__all__ = ["REASONS", "apart", "duplicates"]

REASONS = {
    "same_name": "the same name",
    "same_alias": "one is also called as the other",
    "contains": "one name contains the other",
    "acronym": "one is the acronym of the other",
    "alike": "names spelt alike",
    "neighbours": "linked to the same actors",
    "country_role": "the same country and role",
    "country": "the same country",
}
"""Why two actors may be one, in words; the first five propose a pair, the others speak for it."""

COLUMNS = ("one", "one_name", "other", "other_name", "reasons", "shared", "sentences", "links", "score")

_LIKELY = {"same_name": 0.8, "same_alias": 0.7, "acronym": 0.6, "alike": 0.5, "contains": 0.4}
_CROWDED = 40  # a name that so many share tells nobody
_UNCLEAR = fold("(country unclear)")
_RIVALS = 3  # an acronym that may be short for more tells nobody
_NEAR, _NEAR_WORD = 85.0, 75.0
"""Of 100: the ratio of letters in which names that are spelt alike agree, and their words."""

_LEAST = 6  # letters of a name that may be misspelt
_LANDS = frozenset({COUNTRY, PLACE})
_BODIES = frozenset({ORGANIZATION, GROUP})
_EMPTY = frozenset("of and the for in on de la del des du et und y e".split())
_GENERIC = frozenset(
    "inc ltd llc plc corp corporation company co group holdings party organization organisation".split()
)
_VOWELS = re.compile(r"(?<=\w)[aeiouy]|(\w)(?=\1)|\W")


@dataclass(frozen=True, slots=True)
class _Who:
    """An actor as its names are compared."""

    actor_id: str
    name: str
    type: str
    country: str
    role: str
    own: str  # its name, folded
    called: frozenset[str]  # that, and as texts name it
    acronym: bool  # whether it has no longer name than letters


def duplicates(
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    apart: Collection[frozenset[str]] = frozenset(),
) -> pd.DataFrame:
    """Pairs of named actors that may be one.

    Parameters
    ----------
    actors, mentions, edges : DataFrame
        Tables of one build (see `graphbuild.tables`).
    apart : collection of frozenset of str
        Pairs of actor ids that are known to be different.

    Returns
    -------
    DataFrame
        ``one`` is the less mentioned of the two, which a merge would give to the ``other``; ``reasons`` are
        keys of `REASONS`, joined by ``" | "``; ``shared`` counts the actors to which something stated links
        both; ``sentences`` the stated sentences that would move, ``links`` those lines to shared actors that
        would become one. ``score``: how much would change (sentences and links, and mentions where there
        are none) times how likely the reasons make it; two that a sentence relates to each other are hardly
        one. By score.

    Examples
    --------
    >>> ids, names = ["ada-moran", "moran", "chad"], ["Ada Moran", "Moran", "Chad"]
    >>> actors = pd.DataFrame({"actor_id": ids, "name": names, "type": ["person", "person", "country"],
    ...                        "country": "", "role": "", "n_mentions": [3, 1, 2]})
    >>> mentions = pd.DataFrame({"actor_id": ids, "kind": "name", "text": names})
    >>> edges = pd.DataFrame({"source": ids[:2], "target": "chad", "kind": "verb", "weight": 1})
    >>> found = duplicates(actors, mentions, edges)
    >>> found[["one", "other", "reasons", "sentences", "links"]].values.tolist()
    [['moran', 'ada-moran', 'contains | neighbours', 1, 1]]
    """
    named = _named(actors, mentions)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for reason, one, other in _proposed(named):
        if frozenset((one, other)) not in apart:
            found[min(one, other), max(one, other)].add(reason)
    stated = edges[edges["kind"].isin(STATED)]
    weight, linked = _standing(stated)
    size = dict(zip(actors["actor_id"], actors["n_mentions"], strict=True))
    rivals: defaultdict[str, int] = defaultdict(int)
    for pair in found:
        for actor_id in pair:
            rivals[actor_id] += 1
    rows = []
    for pair, reasons in found.items():
        one, other = sorted(pair, key=lambda actor_id: (size[actor_id], weight.get(actor_id, 0), actor_id))
        a, b = named[one], named[other]
        shared = len(linked.get(one, frozenset()) & linked.get(other, frozenset()))
        likely = max(_LIKELY[reason] for reason in reasons)
        reasons = reasons | ({"neighbours"} if shared else set())
        if a.country and a.country == b.country:
            reasons = reasons | {"country_role" if a.role and a.role == b.role else "country"}
        elif a.country and b.country:
            likely *= 0.3
        alone = [
            who for who in (a, b) if " " not in who.own and reasons.isdisjoint(_LIKELY.keys() - {"contains"})
        ]
        likely *= (1 + 0.2 * min(shared, 5)) / max(
            1.0, rivals[one] ** 0.5, *(rivals[who.actor_id] for who in alone)
        )
        if a.own == b.own and a.own.endswith(_UNCLEAR):
            likely *= 0.4  # resolving kept them apart for a reason
        if other in linked.get(one, frozenset()):
            likely *= 0.2
        moved = weight.get(one, 0)
        effect = moved + shared + min(size[one], 100) / 100
        told = " | ".join(reason for reason in REASONS if reason in reasons)
        score = round(effect * likely, 4)
        rows.append((one, a.name, other, b.name, told, shared, moved, shared, score))
    made = pd.DataFrame(rows, columns=list(COLUMNS))
    return made.sort_values(["score", "one", "other"], ascending=[False, True, True], ignore_index=True)


def apart(
    actors: pd.DataFrame, corrections: Iterable[Correction], actions: Collection[str] = ("different",)
) -> frozenset[frozenset[str]]:
    """Pairs of actors, by id, that rows of a corrections file say are different.

    Parameters
    ----------
    actors : DataFrame
        With ``actor_id``, ``name`` and ``aliases``.
    corrections : iterable of Correction
    actions : collection of str
        What rows that count say of the two.

    Returns
    -------
    frozenset of frozenset of str
        A name or alias that several bear leads to each of them.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "name": ["Ann", "Ben"], "aliases": ["", "Benny | B."]})
    >>> [sorted(pair) for pair in apart(actors, [Correction("different", "Ann", "Benny")])]
    [['a', 'b']]
    """
    rows = [row for row in corrections if row.action in actions]
    if not rows:
        return frozenset()
    names: defaultdict[str, set[str]] = defaultdict(set)
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for actor_id, name, others in zip(actors["actor_id"], actors["name"], actors["aliases"], strict=True):
        names[fold(name)].add(actor_id)
        for alias in filter(None, others.split(" | ")):
            aliases[fold(alias)].add(actor_id)
    ids = set(actors["actor_id"])

    def called(text: str) -> Collection[str]:
        return {text} if text in ids else names.get(fold(text)) or aliases.get(fold(text)) or ()

    pairs = ((one, other) for row in rows for one in called(row.subject) for other in called(row.object))
    return frozenset(frozenset(pair) for pair in pairs if pair[0] != pair[1])


def _named(actors: pd.DataFrame, mentions: pd.DataFrame) -> dict[str, _Who]:
    """The actors that a text calls by a name."""
    said = mentions.loc[(mentions["kind"] == NAME) & (mentions["actor_id"] != ""), ["actor_id", "text"]]
    said = said.drop_duplicates()
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for actor_id, text in zip(said["actor_id"], said["text"], strict=True):
        texts[actor_id].add(strip_article(text.removesuffix("'s").removesuffix("’s")))
    columns = ("actor_id", "name", "type", "country", "role")
    made = {}
    for actor_id, name, kind, country, role in zip(*(actors[c] for c in columns), strict=True):
        if own := texts.get(actor_id):
            plain = fold(strip_article(name))
            called = frozenset(filter(None, map(fold, own))) | {plain}
            made[actor_id] = _Who(actor_id, name, kind, country, role, plain, called, _is_acronym(name))
    return made


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()


def _proposed(named: Mapping[str, _Who]) -> Iterator[tuple[str, str, str]]:
    """Reason and ids of pairs, some of them more than once."""
    by_name: defaultdict[str, list[_Who]] = defaultdict(list)
    by_call: defaultdict[str, list[_Who]] = defaultdict(list)
    by_surname: defaultdict[str, list[_Who]] = defaultdict(list)
    by_word: defaultdict[str, list[_Who]] = defaultdict(list)
    by_initials: defaultdict[str, list[_Who]] = defaultdict(list)
    by_sound: defaultdict[str, list[_Who]] = defaultdict(list)
    for who in named.values():
        by_name[who.own].append(who)
        for called in who.called:
            by_call[called].append(who)
        if who.type in PERSONS:
            by_surname[person(who.name).surname].append(who)
        elif who.type in _BODIES:
            for word in _words(who.own):
                by_word[word].append(who)
            by_initials[fold(initials(who.name))].append(who)
        for key in _sounds(who.own):
            by_sound[key].append(who)
    for pairs, reason, fits in (
        (_within(by_name), "same_name", lambda a, b: True),
        (_called(by_call), "same_alias", _one_sort),
        (_within(by_surname), "contains", _one_person),
        (_within(by_sound), "alike", _alike),
        (_inside(by_word), "contains", _one_sort),
        (_shortened(by_initials, by_name), "acronym", lambda a, b: a is not b),
    ):
        for a, b in pairs:
            if fits(a, b):
                yield reason, a.actor_id, b.actor_id


def _within(groups: Mapping[str, list[_Who]]) -> Iterator[tuple[_Who, _Who]]:
    for key, own in groups.items():
        if key and 1 < len(own) <= _CROWDED:
            yield from combinations(own, 2)


def _called(groups: Mapping[str, list[_Who]]) -> Iterator[tuple[_Who, _Who]]:
    """Those one of whom has as its name what texts call the other; a surname alone tells nothing."""
    for called, own in groups.items():
        if 1 < len(own) <= _CROWDED:
            for a, b in combinations(own, 2):
                alone = " " not in called and (a.type in PERSONS or b.type in PERSONS)
                if called in (a.own, b.own) and not alone and not {a.type, b.type} & _LANDS:
                    yield a, b


def _inside(by_word: Mapping[str, list[_Who]]) -> Iterator[tuple[_Who, _Who]]:
    """Bodies whose name is the end of another's, or its beginning and the rest tells no more of it."""
    for word, near in by_word.items():
        if len(near) > _CROWDED:
            continue
        for who in near:
            if " " not in who.own or min(_words(who.own), key=lambda one: (len(by_word[one]), one)) != word:
                continue  # it is looked up by its rarest word
            for other in near:
                begins, ends = other.own.startswith(f"{who.own} "), other.own.endswith(f" {who.own}")
                rest = other.own[len(who.own) :].split() if begins else []
                if ends or (begins and (rest[0] in ("of", "in") or _GENERIC.issuperset(rest))):
                    yield who, other


def _shortened(
    by_initials: Mapping[str, list[_Who]], by_name: Mapping[str, list[_Who]]
) -> Iterator[tuple[_Who, _Who]]:
    """Bodies that are known by an acronym alone, with those that it may be short for."""
    for short, own in by_name.items():
        long = by_initials.get(short, ()) if len(short) > 2 else ()
        if 0 < len(long) <= _RIVALS:
            yield from ((who, other) for who in own if who.acronym for other in long)


def _words(folded: str) -> frozenset[str]:
    return frozenset(folded.split()) - _EMPTY


def _sounds(folded: str) -> Iterator[str]:
    """Keys that names have in common which are the same but for vowels, doubled letters or one letter."""
    joined = folded.replace(" ", "")
    if len(joined) < _LEAST or any(letter.isdigit() for letter in joined):
        return
    yield "~" + _VOWELS.sub("", folded)
    yield from {joined[:at] + joined[at + 1 :] for at in range(len(joined))} | {joined}


def _alike(a: _Who, b: _Who) -> bool:
    if not _one_sort(a, b) or a.type in _LANDS:
        return False
    if a.type in PERSONS:
        one, other = person(a.name).words, person(b.name).words
        if len(one) != len(other):
            return False
        pairs = zip(one, other, strict=True)
        near = all(x == y or fuzz.ratio(x, y) >= _NEAR_WORD for x, y in pairs)
        return near and one != other and fuzz.ratio(a.own, b.own) >= _NEAR
    return fuzz.ratio(a.own, b.own) >= _NEAR and a.own != b.own


def _one_person(a: _Who, b: _Who) -> bool:
    return a.own != b.own and compatible(a.name, b.name)


def _one_sort(a: _Who, b: _Who) -> bool:
    """Persons with persons, bodies with bodies, lands with lands; who has no type with all."""
    return not a.type or not b.type or any({a.type, b.type} <= s for s in (PERSONS, _BODIES, _LANDS))


def _standing(stated: pd.DataFrame) -> tuple[dict[str, int], dict[str, set[str]]]:
    """The stated sentences of each actor, and to whom they link it."""
    weight: defaultdict[str, int] = defaultdict(int)
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for source, target, n in zip(stated["source"], stated["target"], stated["weight"], strict=True):
        weight[source] += int(n)
        weight[target] += int(n)
        linked[source].add(target)
        linked[target].add(source)
    return weight, linked
