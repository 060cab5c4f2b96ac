"""Which names are one organization's or group's: known aliases, acronyms that texts define, wordings.

An acronym means what its own document says, else what the word list says, else what the only document that
defines it says. An institution of a country ("Iraqi Ministry of Interior") is one whatever its wording; one
without a country ("the Interior Ministry") is the one that its document names in full, else its own in each
document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphbuild.lexicons import countries, groups, local_groups, roles
from graphbuild.lexicons.en.body_nouns import GOVERNMENT, LEGAL_FORMS
from graphbuild.lexicons.en.state_bodies import FIELDS, STATE_BODIES
from graphbuild.lexicons.gazetteer.groups import since
from graphbuild.names import acronyms, country_of, fold, initials, meant
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.aliases import aliases
from graphbuild.resolve.candidates import Bodies
from graphbuild.resolve.homes import Home, home
from graphbuild.resolve.institutions import institution, national, only_one, owned, shared
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.sorts import surface

__all__ = ["Agreed", "Said", "bodies", "said"]

_KIND = frozenset(
    """
    group movement organization organisation party militia network cartel gang rebels militants
    fighters forces bank university foundation institute agency association union front army brigade
    council newspaper magazine television channel news press radio airlines holdings technologies
    industries motors international
    """.split()
)
_FIGHTING = frozenset("group movement militia network cartel gang rebels militants fighters forces".split())
_SHORTEST_INITIALS = 2
_POSSESSOR = re.compile(r"((?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*)['’]s?\s+$")
_ASIDE = re.compile(r"(?:['’]s)?(?:\s*\([^()\"“”'‘’]*\))?\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")
_CALLED = re.compile(
    r"""
    (?: ^ | (?<![\w]) (?:or|and|the|as|to|called|here(?:in)?after|collectively|,|;) ) \s*
    ["“”'‘] (?P<name> [A-ZÀ-Þ] [^"“”'‘’()\[\]]{1,40} ) ["”’']
    """,
    re.X,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKET = re.compile(r"(?:['’]s)?\s*\(\s*([A-Z][A-Za-z0-9./-]{1,12})\s*\)")


_Forms = defaultdict[str, dict[str, str]]


class Said(NamedTuple):
    """What texts say of names: acronyms to long forms, further names to the usual ones."""

    defined: Mapping[str, str]
    called: Mapping[str, str]


def said(mentions: Sequence[Mention], extraction: Extraction) -> Said:
    """What a document says of the names of its bodies."""
    text = extraction.document.text
    return Said(_definitions(text, mentions), _called(text, mentions))


def bodies(mentions: Sequence[Mention], extraction: Extraction, corpus: Said) -> dict[str, Link]:
    """Link the mentions of organizations and groups in a document by name.

    Parameters
    ----------
    mentions : sequence of Mention
        Named mentions of organizations and groups.
    extraction : Extraction
        Their document.
    corpus : Said
        What all documents say.

    Returns
    -------
    dict of str to Link
        ``mention_id`` to the body's key, with one of the rules ``same name``, ``known alias``,
        ``acronym in text``, ``initials``, ``also known as``, ``institution``, ``short form``,
        ``first word``.
    """
    if not mentions:
        return {}
    return _document(_article(extraction, mentions), mentions, corpus.defined, corpus.called)


@dataclass(frozen=True, slots=True)
class _Article:
    """What a document says of its own: acronyms to long forms, further names to the usual ones, countries by
    how often it names them, its year or else the first one that it names, names that it has beside no other
    country than its own."""

    doc_id: str
    text: str
    defined: Mapping[str, str]
    called: Mapping[str, str]
    nations: Mapping[str, int]
    sentences: Sequence[tuple[int, int]]
    year: str
    home: Home
    at_home: frozenset[str]


def _article(extraction: Extraction, mentions: Sequence[Mention]) -> _Article:
    document = extraction.document
    nations = Counter(m.country for m in extraction.mentions if m.country)
    text = document.text
    defined, called = said(mentions, extraction)
    told, about = _YEAR.search(text), home(extraction)
    year = document.date[:4] or (told[0] if told else "")
    at_home = frozenset(_plain(surface(m)) for m in mentions if about.of(m))
    sentences = extraction.sentences
    return _Article(document.doc_id, text, defined, called, nations, sentences, year, about, at_home)


def _called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Folded further name of a body to its usual one, for one document; known bodies keep their names."""
    found: dict[str, str] = {}
    for usual, other in aliases(text, sorted(mentions, key=lambda m: m.start)):
        name, further = surface(usual), surface(other)
        if fold(further) in groups():
            name, further = further, name
        if fold(further) not in groups() and not institution(further) and not institution(name):
            found.setdefault(fold(further), name)
    by_start = {m.start: m for m in mentions}
    for mention in mentions:
        aside = _ASIDE.match(text, mention.end)
        inner = by_start.get(aside.start("inside")) if aside else None
        if aside and inner and inner.end == aside.end("inside") and not _both_known(mention, inner):
            short, long = sorted((surface(mention), surface(inner)), key=lambda n: (" " in n, len(n)))
            found.setdefault(fold(short), long)
        for match in _CALLED.finditer(aside["inside"]) if aside else ():
            found.setdefault(fold(match["name"]), surface(mention))
    return {further: name for further, name in found.items() if fold(name) not in found}


def _both_known(one: Mention, other: Mention) -> bool:
    """Whether the word lists know two bodies, or one: "Instagram (Meta)" tells of a parent."""
    return any(fold(surface(m)) in groups() and not surface(m).isupper() for m in (one, other))


def _definitions(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """Folded acronym to long form, for one document."""
    if "(" not in text:
        return {}
    found = {fold(short): long for short, long in acronyms(text)}
    for mention in mentions:
        match = _BRACKET.match(text, mention.end)
        words = surface(mention).split()
        if match and len(words) > 1 and sum(c.isupper() for c in match[1]) > 1:
            letters = {key[0].lower() for word in words if (key := fold(word))}
            if fold(match[1])[:1].lower() in letters:
                found.setdefault(fold(match[1]), surface(mention))
    return found


class Agreed:
    """What documents have `said`, put together.

    Examples
    --------
    >>> told = Agreed()
    >>> for long in ("Zinc Union", "zinc union", "Zulu Union"):
    ...     told.add(Said({"zu": long}, {"tin": "Tin Men"}))
    >>> told.said()
    Said(defined={}, called={'tin': 'Tin Men'})
    """

    def __init__(self) -> None:
        self._forms: tuple[_Forms, _Forms] = (defaultdict(dict), defaultdict(dict))

    def add(self, told: Said) -> None:
        """Of two spellings of one long form the smaller is kept, whatever order they come in."""
        for forms, given in zip(self._forms, told, strict=True):
            for short, long in given.items():
                known, plain = forms[short], _plain(long)
                known[plain] = min(long, known.get(plain, long))

    def said(self) -> Said:
        """That on which all documents that say it agree."""
        return Said(
            *(
                {short: min(longs.values()) for short, longs in forms.items() if len(longs) == 1}
                for forms in self._forms
            )
        )


def _document(
    article: _Article,
    mentions: Sequence[Mention],
    everywhere: Mapping[str, str],
    called: Mapping[str, str],
) -> dict[str, Link]:
    """Link the bodies of one document, those that depend on others of their document last."""
    links = {m.mention_id: link for m in mentions if (link := _named(m, article, everywhere, called))}
    full = Bodies()
    initialled: defaultdict[str, set[Key]] = defaultdict(set)
    for mention in mentions:
        if mention.mention_id in links:
            full.add(plain := _plain(surface(mention)), _bare(plain), links[mention.mention_id].key)
    for mention in mentions:
        if len(letters := initials(surface(mention))) >= _SHORTEST_INITIALS:
            plain, own = _plain(surface(mention)), links.get(mention.mention_id)
            initialled[letters].add((own or _shortened(mention, plain, article, full)).key)
    for mention in sorted(mentions, key=lambda m: -len(surface(m).split())):
        if mention.mention_id in links:
            continue
        plain = _plain(surface(mention))
        if mention.label == "NORP" and not plain.endswith("s"):
            plain += "s"
        spelled = initialled.get(surface(mention), set()) if " " not in plain else set()
        one = Link(min(spelled), "initials") if len(spelled) == 1 else None
        if one is None and (long := article.defined.get(fold(surface(mention)))):
            one = Link(_shortened(mention, _plain(long), article, full).key, "acronym in text")
        links[mention.mention_id] = one or _shortened(mention, plain, article, full)
        if institution(plain):  # of which a shorter name may be the short form
            full.add(plain, _bare(plain), links[mention.mention_id].key)
    return links


def _named(
    mention: Mention, article: _Article, everywhere: Mapping[str, str], called: Mapping[str, str]
) -> Link | None:
    """The body that a name means by itself; None where that depends on the rest of the document."""
    seen = surface(mention)
    short = fold(seen)
    if _before(since().get(short, 0), mention, article):
        return Link(("in", article.doc_id, _plain(seen)), "same name")
    if long := article.defined.get(short):
        key = _body(long, mention, article.text).key
        iso3 = article.home.iso3 if _plain(long) in article.at_home and institution(long) else ""
        if key[0] == "body" and not iso3 and institution(long):
            return None  # of whatever country: it is what its long form is
        return Link(owned(_plain(long), iso3) if iso3 and key[0] == "body" else key, "acronym in text")
    if name := article.called.get(short) or (called.get(short) if " " in short else ""):
        return Link(_body(name, mention, article.text).key, "also known as")
    if institution(seen) and (owner := _owner(mention, article.text)):
        return _national(seen, owner)
    link = _body(seen, mention, article.text)
    if link.key[0] == "body" and short in everywhere:
        return Link(_body(everywhere[short], mention, article.text).key, "acronym in text")
    if link.key[0] == "body" and (institution(seen) or " " not in short or short in local_groups()):
        return None
    return link


def _before(year: int, mention: Mention, article: _Article) -> bool:
    """Whether a mention is of a time before a year: by its sentence, else by the article's date, else by the
    first year that the text names."""
    if not year:
        return False
    known = mention.sentence < len(article.sentences)
    start, end = article.sentences[mention.sentence] if known else (0, 0)
    named = _YEAR.search(article.text, start, end)
    told = named[0] if named else article.year
    return bool(told) and int(told) < year


def _owner(mention: Mention, text: str) -> str:
    """The country whose possessive stands right before a mention ("Chile's Defense Department")."""
    before = _POSSESSOR.search(text, max(0, mention.start - 40), mention.start)
    return country_of(before[1]) if before else ""


def _body(name: str, mention: Mention, text: str) -> Link:
    """The body of a name taken by itself, in a text."""
    plain = _plain(name)
    for form in (plain, _unarmed(plain), _unplaced(plain)):
        known = groups().get(form)
        if known is not None and meant(form, text):
            return Link(("known", known.name), "same name" if form == fold(known.name) else "known alias")
    named = groups().get(fold(mention.name))
    if named is not None and fold(mention.name) != fold(mention.text) and meant(fold(mention.name), text):
        return Link(("known", named.name), "known alias")
    if seat := countries().by_seat.get(plain):
        return Link(("body", plain, seat), "same name")
    return (_national(name, mention.country) if institution(name) else None) or Link(
        ("body", plain), "same name"
    )


def _national(name: str, iso3: str) -> Link | None:
    """The institution of a country; its government is the country itself."""
    key = national(name, iso3)
    if key and key[2] in GOVERNMENT:
        return Link(("country", key[1]), "government of a country")
    return Link(key, "institution") if key else None


def _plain(name: str) -> str:
    """Folded name without article and legal form ("Acme, Inc.")."""
    words = fold(name).removeprefix("the ").split()
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] == "and"):
        words.pop()  # "Acme GmbH & Co. KG"
    return " ".join(words)


def _bare(plain: str) -> str:
    """Without a closing word that only says what it is ("hezbollah movement")."""
    head, _, last = plain.rpartition(" ")
    return head if head and last in _KIND else plain


def _unarmed(plain: str) -> str:
    """Without a closing word for those who fight for a body ("hezbollah fighters")."""
    head, _, last = plain.rpartition(" ")
    return head if head and last in _FIGHTING else plain


def _shortened(mention: Mention, plain: str, article: _Article, full: Bodies) -> Link:
    """The only longer name of the document that ends in this one, or adds to it what the body is; else the
    body of this name in the country that the document names most."""
    longer = full.bare.get(plain, set()) | full.ends.get(plain if institution(plain) else "", set())
    if len(longer) == 1:
        return Link(longer.pop(), "short form")
    begun = full.begins.get(plain, set())
    if len(begun) == 1 and not longer and plain not in full.names and _tells_apart(plain):
        return Link(min(begun), "first word")
    if plain in full.names:
        return Link(full.names[plain], "same name")
    iso3 = article.home.of(mention) or (article.home.iso3 if plain in article.at_home else "")
    if several := local_groups().get(plain):
        nations = article.nations
        about = max(several, key=lambda known: nations.get(known.country, 0))
        if not nations or nations.get(about.country) == max(nations.values()):
            return Link(("known", about.name), "country of the text")
        if not (iso3 and only_one(plain)):
            return Link(("in", article.doc_id, plain), "same name")
    if not institution(plain):
        generic = " " not in plain and plain in roles() and mention.label == "ORG"
        key = ("in", article.doc_id, plain) if generic else ("body", plain)  # "the Board" is a text's own
        return Link(key, "same name")
    if iso3 and shared(plain):
        return Link(owned(plain, iso3), "country of the text")
    return Link(("in", article.doc_id, plain, *([iso3] if iso3 else [])), "same name")


def _tells_apart(first: str) -> bool:
    """Whether the first word of a body's name is its own, "Acme" in "Acme Mining", not a class or country."""
    shared = STATE_BODIES | FIELDS | _KIND
    return " " not in first and first not in shared and first not in roles() and not country_of(first)


def _unplaced(plain: str) -> str:
    """Without the country after a known body of that country ("prd mexico")."""
    head, _, last = plain.rpartition(" ")
    return head if head in groups() and groups()[head].country == country_of(last) != "" else plain
