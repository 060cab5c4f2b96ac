"""Which names are one person's.

A full name is compared with the longer full names of its document, then of the corpus; a surname with the
full names of its document, then with the only full name of the corpus that has it. Of two persons in one
document a surname is the one whose gender a title or pronoun tells, or whose office a title, or who alone was
named in full before. A name that still fits two persons is neither's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import chain

from graphbuild.lexicons import given_names
from graphbuild.lexicons.en.function_words import FORMER
from graphbuild.lexicons.en.person_nouns import RULERS
from graphbuild.names import compatible, fold, gender_of, person
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.aliases import aliases, renamed
from graphbuild.resolve.candidates import Candidates
from graphbuild.resolve.links import Link
from graphbuild.resolve.persons.alike import alike
from graphbuild.resolve.persons.forms import is_full, key_of, proper_name, weight
from graphbuild.resolve.persons.genders import by_pronouns, by_title
from graphbuild.resolve.persons.holders import (
    leader_keys,
    leaders_by_key,
    leaders_by_surname,
    officials_by_key,
)
from graphbuild.resolve.persons.kin import kin_of_office
from graphbuild.resolve.persons.spelling import skeleton, sounds

__all__ = ["Known", "agreed", "full_names", "people", "said"]

_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a corpus names in full: each full name to the name that stands for the person, and the rule;
    these by surname."""

    chosen: Mapping[str, tuple[str, str]]
    by_surname: Mapping[str, set[str]]


def full_names(mentions: Iterable[Mention]) -> Counter[str]:
    """How often persons are named in full, by the folded name."""
    return Counter(key_of(name) for m in mentions if is_full(name := proper_name(m)))


def said(mentions: Sequence[Mention], extraction: Extraction) -> dict[str, str]:
    """Further names that a document says its persons have ("better known as"), by the folded name."""
    return _called(extraction.document.text, mentions)


def agreed(counts: Mapping[str, int], called: Iterable[Mapping[str, str]]) -> Known:
    """Find out which full names of a corpus are one person's.

    Parameters
    ----------
    counts : mapping of str to int
        `full_names` of all its documents.
    called : iterable of mapping
        What each of them has `said`.

    Returns
    -------
    Known
    """
    chosen = renamed(_representatives(counts), called)
    by_surname: defaultdict[str, set[str]] = defaultdict(set)
    for full, (head, _) in chosen.items():
        by_surname[person(full).surname].add(head)
        by_surname[person(head).surname].add(head)
    return Known(chosen, by_surname)


def people(mentions: Sequence[Mention], extraction: Extraction, known: Known) -> dict[str, Link]:
    """Link the mentions of persons in a document by name.

    Parameters
    ----------
    mentions : sequence of Mention
        Named mentions of persons.
    extraction : Extraction
        Their document.
    known : Known
        Of the corpus.

    Returns
    -------
    dict of str to Link
        ``mention_id`` to the person's key, with one of the rules ``same name``, ``surname``,
        ``part of name``, ``variant`` (initials, nicknames, middle names), ``spelling``,
        ``surname unique in corpus``, ``known leader``, ``known official``, ``also known as``.
    """
    if not mentions:
        return {}
    called, told = said(mentions, extraction), by_pronouns(extraction)
    named = _named(mentions, known.chosen, kin_of_office(extraction), told)
    return _document(mentions, named, known.chosen, known.by_surname, called, told)


def _called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Further names that a document gives to persons whom it also names in full."""
    found: dict[str, str] = {}
    for usual, other in aliases(text, sorted(mentions, key=lambda m: m.start)):
        name, further = proper_name(usual), proper_name(other)
        if not is_full(name) or (key_of(further) in leader_keys() and key_of(name) not in leader_keys()):
            name, further = further, name
        if is_full(name) and key_of(name) != key_of(further):
            found.setdefault(key_of(further), key_of(name))
    return found


def _held(mention: Mention) -> tuple[str, str] | None:
    """Whom a title and a name make known together ("Mullah Omar"), and the rule."""
    titled = _titled(mention)
    if titled in leader_keys():
        return leader_keys()[titled], "known leader"
    if titled in officials_by_key():
        return key_of(officials_by_key()[titled].name), "known official"
    return None


def _titled(mention: Mention) -> str:
    """The key of a name with the title before it; empty if it has none."""
    name, whole = proper_name(mention), " ".join((mention.name or mention.text).split())
    if mention.title:
        return key_of(f"{mention.title} {name}")
    return key_of(whole) if whole != name else ""


def _representatives(counts: Mapping[str, int]) -> dict[str, tuple[str, str]]:
    """Each full name of the corpus to the name that stands for the person, and the rule.

    Longer and more frequent names are settled first and stand for themselves; each further name joins the
    only one of these that it fits.
    """
    known = leader_keys()
    heads = Candidates()
    spelled: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    chosen: dict[str, tuple[str, str]] = {}
    for name in sorted(counts, key=lambda n: (-weight(n), -counts[n], n)):
        leader = known.get(name) or _only(_initialled(name))
        head = known.get(leader or "", "")
        rule = "same name" if head == name else "known leader"
        if not head:
            last = person(name).words[-1]
            near = (h for h, _ in heads.near(name) if last in person(h).words)
            head, rule = _only(h for h in near if compatible(name, h)) or "", "variant"
        if not head and (held := officials_by_key().get(name)):
            head, rule = key_of(held.name), "known official"
        if not head:
            head, rule = _only(h for h in spelled[skeleton(name)] if sounds(name, h)) or name, "spelling"
        if head == name:
            rule = "same name"
        if head not in chosen:
            chosen[head] = (head, "same name")
            heads.add(head, head)
            spelled[skeleton(head)].append(head)
        chosen[name] = (head, rule)
    return {name: choice for name, choice in chosen.items() if name in counts}


def _initialled(name: str) -> set[str]:
    """Leaders of whose name this one is the same with initials ("g w bush")."""
    words = name.split()
    if all(len(word) > 1 for word in words[:-1]):
        return set()
    return {
        head
        for leader in leaders_by_surname().get(words[-1], ())
        if len(person(head := key_of(leader.name)).words) == len(words) and compatible(name, head)
    }


def _only(names: Iterable[str]) -> str | None:
    """The one name that they all are, looked at until there is another."""
    rest = iter(names)
    first = next(rest, None)
    return first if all(name == first for name in rest) else None


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom a document names in full.

    ``heads`` leads from full names to the names that stand for the persons; ``full`` and ``usual`` find these
    by either. The rest is by the latter: where the first full name begins, gender, last words of titles,
    words for whose kin they are, and how often they are named in full. ``asked`` keeps who fits a name,
    gender and office.
    """

    heads: Mapping[str, str]
    first: Mapping[str, int]
    genders: Mapping[str, str]
    offices: Mapping[str, set[str]]
    kin: Mapping[str, set[str]]
    times: Mapping[str, int]
    full: Candidates
    usual: Candidates
    asked: dict[tuple[str, str, str], tuple[str, list[tuple[int, str]], str]]


def _document(
    mentions: Sequence[Mention],
    named: _Named,
    chosen: Mapping[str, tuple[str, str]],
    by_surname: Mapping[str, set[str]],
    called: Mapping[str, str],
    told: Mapping[str, str],
) -> dict[str, Link]:
    """Link the persons of one document."""
    links = {}
    longer = cache(lambda key: _longer(key, named))
    for mention in mentions:
        name = proper_name(mention)
        key = key_of(name)
        if titled := _held(mention):
            head, rule = titled
        elif key in named.heads:
            head, rule = chosen[key]
            if head == key and (fuller := longer(key)):
                head, rule = fuller, "variant"
        elif called.get(key) in chosen:
            head, rule = chosen[called[key]][0], "also known as"
        else:
            head, rule = _short(mention, key, named, by_surname, told.get(mention.mention_id, ""))
        links[mention.mention_id] = Link(("person", head), rule)
    return {**links, **alike(mentions, links)}


def _longer(key: str, named: _Named) -> str | None:
    """The only person whom the document gives a longer name that may be one's with a full name."""
    near = ((form, head) for form, head in named.full.near(key) if weight(form) > weight(key))
    return _only(head for form, head in near if compatible(key, form))


def _named(
    mentions: Sequence[Mention],
    chosen: Mapping[str, tuple[str, str]],
    of: Mapping[str, frozenset[str]],
    told: Mapping[str, str],
) -> _Named:
    heads: dict[str, str] = {}
    first: dict[str, int] = {}
    genders: dict[str, str] = {}
    offices: defaultdict[str, set[str]] = defaultdict(set)
    kin: defaultdict[str, set[str]] = defaultdict(set)
    times: Counter[str] = Counter()
    for mention in mentions:
        name = proper_name(mention)
        if not is_full(name):
            continue
        head = heads[key_of(name)] = (_held(mention) or chosen[key_of(name)])[0]
        times[head] += 1
        first[head] = min(first.get(head, mention.start), mention.start)
        if gender := by_title(mention, name) or told.get(mention.mention_id):
            genders.setdefault(head, gender)
        if mention.title:
            offices[head].add(fold(mention.title).split()[-1])
        kin[head] |= of.get(mention.mention_id, frozenset())
    full, usual = Candidates(heads.items()), Candidates((head, head) for head in first)
    return _Named(heads, first, genders, offices, kin, times, full, usual, {})


def _short(
    mention: Mention, key: str, named: _Named, by_surname: Mapping[str, set[str]], told: str
) -> tuple[str, str]:
    """The person that a part of a name means, and the rule; ``told`` is the gender of its pronouns."""
    office = "".join(fold(mention.title).split()[-1:])
    gender = (mention.title and gender_of(f"{mention.title} {key}")) or told
    asked = key, gender, office
    rule, fitting, foremost = named.asked[asked] = named.asked.get(asked) or _fitting(*asked, named)
    led = _leader_called(mention, key) if fitting and mention.title else None
    if led and all(h != led and office not in named.offices.get(h, ()) for _, h in fitting):
        return led, "known leader"  # "President Roe" beside the first lady
    if fitting:
        alone = len(fitting) == 1 or fitting[0][0] < mention.start <= fitting[1][0]
        meant = fitting[0][1] if alone else foremost
        return (meant, rule) if meant else (key, "same name")
    surname = person(key).surname
    head = _only(by_surname.get(surname, ()))
    if head and office not in named.kin.get(head, ()) and _may_follow(mention, key, head):
        return head, "surname unique in corpus"
    if surname not in by_surname and (head := _leader_called(mention, key)):
        return head, "known leader"
    return key, "same name"


def _fitting(key: str, gender: str, office: str, named: _Named) -> tuple[str, list[tuple[int, str]], str]:
    """The rule by which a short name fits persons of the document, and whom gender, suffix and office leave:
    of several the first two, each with where it is first named in full, and who of them comes first and is so
    named more than once: of his kin a text does so once."""
    known, near = named.full, chain(named.full.near(key), named.usual.near(key))
    forms: tuple[tuple[str, Iterable[str]], ...] = (
        ("surname", (head for form, head in near if compatible(key, form))),
        ("part of name", (head for _, head in known.having(key))),
        ("spelling", (head for form, head in known.sounding(key) if sounds(key, person(form).surname))),
    )
    for rule, found in forms[: 3 if len(key) >= _SHORTEST_PART else 1]:
        fitting = {h for h in found if office not in named.kin[h]}
        if rule == "part of name" and office in RULERS:  # "Emperor Roe" is not President Roe Moran
            fitting = {h for h in fitting if not named.offices.get(h) or named.offices[h] & RULERS}
        fitting = {h for h in fitting if not gender or named.genders.get(h, gender) == gender}
        for left in (
            {h for h in fitting if not person(h).suffix},
            {h for h in fitting if office in named.offices.get(h, ())},
            {h for h in fitting if gender and named.genders.get(h) == gender},
        ):
            if len(left) == 1:
                fitting = left
                break
        if fitting:
            nearest = nsmallest(2, ((named.first[head], head) for head in fitting))
            return rule, nearest, _foremost(fitting, named)
    return "", [], ""


def _foremost(heads: set[str], named: _Named) -> str:
    """Who of some persons is named in full before the others, and alone more than once; empty if nobody."""
    often = [head for head in heads if named.times[head] > 1]
    first = min(heads, key=lambda head: (named.first[head], head))
    return first if often == [first] else ""


def _may_follow(mention: Mention, key: str, head: str) -> bool:
    """Whether a surname may mean the corpus's only person of that name: nothing known speaks against it."""
    if len(person(key).surname) < _SHORTEST_PART - 1 or key in given_names():
        return False
    if len(person(key).words) > 1 and not compatible(key, head):
        return False
    leader, gender = leaders_by_key().get(head), gender_of(f"{mention.title} {key}")
    if leader and mention.country not in ("", leader.iso3):
        return False
    return not gender or gender_of(head) in ("", gender)


def _leader_called(mention: Mention, key: str) -> str | None:
    """The only leader of this surname who held an office like the one that the title names."""
    title = set(fold(mention.title).split()) - FORMER
    return _only(
        key_of(leader.name)
        for leader in leaders_by_surname().get(key, ())
        if title
        and (title <= (office := set(fold(leader.office).split())) or office <= title)
        and mention.country in ("", leader.iso3)
    )
