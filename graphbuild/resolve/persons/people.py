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
from graphbuild.lexicons.en.person_nouns import RULERS, WITHOUT_OFFICE
from graphbuild.lexicons.gazetteer.leaders import Leader, leaders
from graphbuild.lexicons.gazetteer.officials import Official, officials
from graphbuild.names import compatible, fold, gender_of, person
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.aliases import aliases, renamed
from graphbuild.resolve.candidates import Candidates
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.persons.alike import alike
from graphbuild.resolve.persons.forms import is_full, key_of, proper_name, weight
from graphbuild.resolve.persons.genders import by_pronouns, by_title
from graphbuild.resolve.persons.kin import kin_of_office
from graphbuild.resolve.spelling import skeleton, sounds

__all__ = ["known_leader", "known_official", "people"]

_PUBLIC = frozenset("GOV MIL LEG JUD COP SPY PTY OPP IGO REB PRM UNK".split())
_SHORTEST_PART = 3


def people(mentions: Sequence[Mention], extractions: Iterable[Extraction] = ()) -> dict[str, Link]:
    """Link the mentions of persons by name.

    Parameters
    ----------
    mentions : sequence of Mention
        Named mentions of persons, of the whole corpus.
    extractions : iterable of Extraction
        Their documents, for what these say of further names ("better known as").

    Returns
    -------
    dict of str to Link
        ``mention_id`` to the person's key, with one of the rules ``same name``, ``surname``,
        ``part of name``, ``variant`` (initials, nicknames, middle names), ``spelling``,
        ``surname unique in corpus``, ``known leader``, ``known official``, ``also known as``.
    """
    by_document = defaultdict(list)
    for mention in mentions:
        by_document[mention.doc_id].append(mention)
    counts = Counter(key_of(proper_name(m)) for m in mentions if is_full(proper_name(m)))
    chosen = _representatives(counts)
    known = list(extractions)
    called = {e.document.doc_id: _called(e.document.text, by_document[e.document.doc_id]) for e in known}
    chosen = renamed(chosen, called.values())
    by_surname = defaultdict(set)
    for full, (head, _) in chosen.items():
        by_surname[person(full).surname].add(head)
        by_surname[person(head).surname].add(head)
    kin = {e.document.doc_id: kin_of_office(e) for e in known}
    gendered = {e.document.doc_id: by_pronouns(e) for e in known}
    links = {}
    for doc_id in sorted(by_document):
        here, told = by_document[doc_id], gendered.get(doc_id, {})
        named = _named(here, chosen, kin.get(doc_id, {}), told)
        links.update(_document(here, named, chosen, by_surname, called.get(doc_id, {}), told))
    return links


def _called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Further names that a document gives to persons whom it also names in full."""
    found: dict[str, str] = {}
    for usual, other in aliases(text, sorted(mentions, key=lambda m: m.start)):
        name, further = proper_name(usual), proper_name(other)
        if not is_full(name) or (key_of(further) in _leader_keys() and key_of(name) not in _leader_keys()):
            name, further = further, name
        if is_full(name) and key_of(name) != key_of(further):
            found.setdefault(key_of(further), key_of(name))
    return found


def _held(mention: Mention) -> tuple[str, str] | None:
    """Whom a title and a name make known together ("Mullah Omar"), and the rule."""
    titled = _titled(mention)
    if titled in _leader_keys():
        return _leader_keys()[titled], "known leader"
    if titled in _officials_by_key():
        return key_of(_officials_by_key()[titled].name), "known official"
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
    known = _leader_keys()
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
        if not head and (held := _officials_by_key().get(name)):
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


@cache
def _leader_keys() -> dict[str, str]:
    """Names and aliases of leaders, as keys, to the key of the canonical name."""
    keys: dict[str, str] = {}
    for leader in leaders():
        keys[key_of(leader.name)] = key_of(leader.name)
    for leader in leaders():
        for name in leader.aliases:
            keys.setdefault(key_of(name), key_of(leader.name))
    return keys


@cache
def _leaders_by_key() -> dict[str, Leader]:
    """Leaders by key; the office in a state goes before one in an organization of states."""
    found: dict[str, Leader] = {}
    for leader in sorted(leaders(), key=lambda held: held.iso3 in ("EUR", "UNO")):
        found.setdefault(key_of(leader.name), leader)
    return found


def known_leader(key: Key) -> Leader | None:
    """The leader, if any, whose canonical name is that of a person's key."""
    return _leaders_by_key().get(key[1]) if key[0] == "person" else None


@cache
def _officials_by_key() -> dict[str, Official]:
    """Holders of office by the keys of their names and aliases."""
    return {key_of(name): held for held in officials() for name in (held.name, *held.aliases)}


def known_official(key: Key, mentions: Iterable[Mention]) -> Official | None:
    """The only holder of office, no leader, whose full name a person's mentions give, if nothing speaks
    against it.

    Parameters
    ----------
    key : Key
        Of an actor.
    mentions : iterable of Mention
        Its named mentions. A namesake is whom they give a walk of life without public office, or a country
        other than the office's, unless that is one in a union of states.

    Returns
    -------
    Official or None
    """
    if key[0] != "person":
        return None
    known, said = _officials_by_key(), list(mentions)
    names = {key_of(form) for m in said if (name := proper_name(m)) for form in (name, f"{m.title} {name}")}
    found = {known[name] for name in {key[1], *names} if name in known}
    if len(found) != 1:
        return None
    held = found.pop()
    walks = {word for m in said for word in fold(m.title).split()[-1:]}
    countries = {m.country for m in said if m.country}
    at_home = not countries or held.iso3 in countries or held.iso3 in ("EUR", "UNO")
    walked = _PUBLIC.issuperset(m.role for m in said if m.role) and WITHOUT_OFFICE.isdisjoint(walks)
    return held if at_home and walked else None


def _initialled(name: str) -> set[str]:
    """Leaders of whose name this one is the same with initials ("g w bush")."""
    words = name.split()
    if all(len(word) > 1 for word in words[:-1]):
        return set()
    return {
        head
        for leader in _leaders_by_surname().get(words[-1], ())
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
    leader, gender = _leaders_by_key().get(head), gender_of(f"{mention.title} {key}")
    if leader and mention.country not in ("", leader.iso3):
        return False
    return not gender or gender_of(head) in ("", gender)


def _leader_called(mention: Mention, key: str) -> str | None:
    """The only leader of this surname who held an office like the one that the title names."""
    title = set(fold(mention.title).split()) - FORMER
    return _only(
        key_of(leader.name)
        for leader in _leaders_by_surname().get(key, ())
        if title
        and (title <= (office := set(fold(leader.office).split())) or office <= title)
        and mention.country in ("", leader.iso3)
    )


@cache
def _leaders_by_surname() -> dict[str, tuple[Leader, ...]]:
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    for leader in leaders():
        found[person(leader.name).surname].append(leader)
    return {surname: tuple(held) for surname, held in found.items()}
