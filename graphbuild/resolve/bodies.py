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
from functools import lru_cache

from graphbuild.lexicons import countries, groups, local_groups, roles
from graphbuild.lexicons.en.body_nouns import LEGAL_FORMS
from graphbuild.lexicons.gazetteer.groups import since
from graphbuild.names import acronyms, country_of, fold, initials
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.aliases import aliases
from graphbuild.resolve.candidates import Bodies
from graphbuild.resolve.links import Key, Link
from graphbuild.resolve.sorts import surface

__all__ = ["bodies", "institution", "national"]

_KIND = frozenset(
    """
    group movement organization organisation party militia network cartel gang rebels militants
    fighters forces bank university foundation institute agency association union front army brigade
    council newspaper magazine television channel news press radio airlines holdings technologies
    industries motors international
    """.split()
)
_FIGHTING = frozenset("group movement militia network cartel gang rebels militants fighters forces".split())
_GOVERNMENT = frozenset({"government", "administration", "regime"})
_INSTITUTION = frozenset(
    """
    ministry army navy military police parliament senate congress assembly court government cabinet
    embassy consulate military guard guards force forces intelligence prosecutor commission treasury
    bank council presidency department office bureau agency airforce authority legislature judiciary
    tribunal secretariat administration marines troops consulate opposition delegation mission
    """.split()
)
_GENERIC = frozenset(
    """
    interior foreign external affairs defence defense finance financial economic economy justice health
    education higher energy oil petroleum gas water transport transportation trade commerce industry
    agriculture labour labor social welfare culture cultural information communication communications
    science technology environment tourism sports youth women planning development public works housing
    home security national central federal state local provincial regional supreme high constitutional
    criminal appeal appeals border coast air armed land naval ground special presidential republican
    revolutionary royal general joint chiefs staff electoral election elections reserve corruption anti
    human rights service services prime president presidents ministers attorney municipal city district
    """.split()
)
_SHORTEST_INITIALS = 3
_SMALL = frozenset("of the for and on in s its".split())
_SPELLED = {
    "defense": "defence",
    "affairs": "",
    "organisation": "organization",
    "centre": "center",
    "labor": "labour",
}
_POSSESSOR = re.compile(r"((?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*)['’]s?\s+$")
_SHORT = re.compile(
    r"""
    (?:['’]s)? (?:\s*\([^()]*\))? \s* [(\[] \s*
    (?:(?:here(?:in)?after|collectively|together)\s*)? (?:(?:referred\s+to\s+as|called|the)\s+)*
    ["“”'‘] (?P<name>[A-ZÀ-Þ][^"“”'‘’()\[\]]{1,40}) ["”’']
    [^()\[\]]* [)\]]
    """,
    re.X,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BRACKET = re.compile(r"(?:['’]s)?\s*\(\s*([A-Z][A-Za-z0-9./-]{1,12})\s*\)")


def bodies(mentions: Sequence[Mention], extractions: Sequence[Extraction]) -> dict[str, Link]:
    """Link the mentions of organizations and groups by name.

    Parameters
    ----------
    mentions : sequence of Mention
        Named mentions of organizations and groups, of the whole corpus.
    extractions : sequence of Extraction
        Their documents, for the acronyms that these define.

    Returns
    -------
    dict of str to Link
        ``mention_id`` to the body's key, with one of the rules ``same name``, ``known alias``,
        ``acronym in text``, ``initials``, ``also known as``, ``institution``, ``short form``,
        ``first word``.
    """
    by_document: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_document[mention.doc_id].append(mention)
    articles = [_article(e, by_document[e.document.doc_id]) for e in extractions]
    everywhere = _agreed(article.defined for article in articles)
    called = _agreed(article.called for article in articles)
    links: dict[str, Link] = {}
    for article in articles:
        links.update(_document(article, by_document[article.doc_id], everywhere, called))
    return links


@dataclass(frozen=True, slots=True)
class _Article:
    """What a document says of its own: acronyms to long forms, further names to the usual ones, countries by
    how often it names them, its year or else the first one that it names."""

    doc_id: str
    text: str
    defined: Mapping[str, str]
    called: Mapping[str, str]
    nations: Mapping[str, int]
    sentences: Sequence[tuple[int, int]]
    year: str


def _article(extraction: Extraction, mentions: Sequence[Mention]) -> _Article:
    document = extraction.document
    nations = Counter(m.country for m in extraction.mentions if m.country)
    text = document.text
    defined, called = _definitions(text, mentions), _called(text, mentions)
    told = _YEAR.search(text)
    year = document.date[:4] or (told[0] if told else "")
    return _Article(document.doc_id, text, defined, called, nations, extraction.sentences, year)


def _called(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Folded further name of a body to its usual one, for one document; known bodies keep their names."""
    found: dict[str, str] = {}
    for usual, other in aliases(text, sorted(mentions, key=lambda m: m.start)):
        name, further = surface(usual), surface(other)
        if fold(further) in groups():
            name, further = further, name
        if fold(further) not in groups() and not institution(further) and not institution(name):
            found.setdefault(fold(further), name)
    for mention in mentions:
        if (match := _SHORT.match(text, mention.end)) and fold(match["name"]) not in roles():
            found.setdefault(fold(match["name"]), surface(mention))
    return {further: name for further, name in found.items() if fold(name) not in found}


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


def _agreed(definitions: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Acronyms to which all documents that define them give one long form."""
    forms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for defined in definitions:
        for short, long in defined.items():
            forms[short].setdefault(_plain(long), long)
    return {short: min(longs.values()) for short, longs in forms.items() if len(longs) == 1}


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
            own = links.get(mention.mention_id) or _shortened(_plain(surface(mention)), article, full)
            initialled[letters].add(own.key)
    for mention in mentions:
        if mention.mention_id not in links:
            plain = _plain(surface(mention))
            if mention.label == "NORP" and not plain.endswith("s"):
                plain += "s"
            spelled = initialled.get(surface(mention), set()) if " " not in plain else set()
            links[mention.mention_id] = (
                Link(min(spelled), "initials") if len(spelled) == 1 else _shortened(plain, article, full)
            )
    return links


def _named(
    mention: Mention, article: _Article, everywhere: Mapping[str, str], called: Mapping[str, str]
) -> Link | None:
    """The body that a name means by itself; None where that depends on the rest of the document."""
    seen = surface(mention)
    short = fold(seen)
    if _before(since().get(short, 0), mention, article):
        return Link(("in", article.doc_id, _plain(seen)), "same name")
    if short in article.defined:
        return Link(_body(article.defined[short], mention).key, "acronym in text")
    if name := article.called.get(short) or (called.get(short) if " " in short else ""):
        return Link(_body(name, mention).key, "also known as")
    if institution(seen) and (owner := _owner(mention, article.text)):
        return _national(seen, owner)
    link = _body(seen, mention)
    if link.key[0] == "body" and short in everywhere:
        return Link(_body(everywhere[short], mention).key, "acronym in text")
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


def _body(name: str, mention: Mention) -> Link:
    """The body of a name taken by itself."""
    plain = _plain(name)
    for form in (plain, _unarmed(plain), _unplaced(plain)):
        known = groups().get(form)
        if known is not None:
            return Link(("known", known.name), "same name" if form == fold(known.name) else "known alias")
    named = groups().get(fold(mention.name))
    if named is not None and fold(mention.name) != fold(mention.text):
        return Link(("known", named.name), "known alias")
    if seat := countries().by_seat.get(plain):
        return Link(("body", plain, seat), "same name")
    return (_national(name, mention.country) if institution(name) else None) or Link(
        ("body", plain), "same name"
    )


def _national(name: str, iso3: str) -> Link | None:
    """The institution of a country; its government is the country itself."""
    key = national(name, iso3)
    if key and key[2] in _GOVERNMENT:
        return Link(("country", key[1]), "government of a country")
    return Link(key, "institution") if key else None


def _plain(name: str) -> str:
    """Folded name without article and legal form ("Acme, Inc.")."""
    words = fold(name).removeprefix("the ").split()
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


def _bare(plain: str) -> str:
    """Without a closing word that only says what it is ("hezbollah movement")."""
    head, _, last = plain.rpartition(" ")
    return head if head and last in _KIND else plain


def _unarmed(plain: str) -> str:
    """Without a closing word for those who fight for a body ("hezbollah fighters")."""
    head, _, last = plain.rpartition(" ")
    return head if head and last in _FIGHTING else plain


def _shortened(plain: str, article: _Article, full: Bodies) -> Link:
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
    if shared := local_groups().get(plain):
        nations = article.nations
        about = max(shared, key=lambda known: nations.get(known.country, 0))
        if not nations or nations.get(about.country) == max(nations.values()):
            return Link(("known", about.name), "country of the text")
        return Link(("in", article.doc_id, plain), "same name")
    return Link(("in", article.doc_id, plain) if institution(plain) else ("body", plain), "same name")


def _tells_apart(first: str) -> bool:
    """Whether the first word of a body's name is its own, "Acme" in "Acme Mining", not a class or country."""
    shared = _INSTITUTION | _GENERIC | _KIND
    return " " not in first and first not in shared and first not in roles() and not country_of(first)


def _unplaced(plain: str) -> str:
    """Without the country after a known body of that country ("prd mexico")."""
    head, _, last = plain.rpartition(" ")
    return head if head in groups() and groups()[head].country == country_of(last) != "" else plain


@lru_cache(maxsize=65536)
def institution(name: str) -> bool:
    """Whether a name is that of an institution which every country has, such as an army or a ministry.

    Examples
    --------
    >>> institution("Ministry of Interior"), institution("Iraqi army"), institution("Atlantic Council")
    (True, True, False)
    """
    plain = fold(name)
    key = national(name)
    words = set((key[2] if key else plain).split()) - _SMALL
    return not _INSTITUTION.isdisjoint(words) and words <= _INSTITUTION | _GENERIC | set(_SPELLED.values())


def national(phrase: str, iso3: str = "") -> Key | None:
    """Identity of an institution or unnamed actor of a country: the country and the other words.

    Parameters
    ----------
    phrase : str
        Such as "Iraqi Ministry of Interior".
    iso3 : str
        The country, if it is known; else it is read off the phrase.

    Returns
    -------
    tuple of str or None
        None without a country, or where nothing but the country is left of the phrase.

    Examples
    --------
    >>> national("Iraqi Ministry of Interior") == national("Iraq's Interior Ministry")
    True
    >>> national("Syrian rebels"), national("the rebels")
    (('of', 'SYR', 'rebels'), None)
    """
    iso3 = iso3 or country_of(phrase)
    if not iso3:
        return None
    nations = countries()
    words = fold(re.sub(r"['’]s?\b", " ", phrase)).split()
    for size in (4, 3, 2, 1):
        for begin in range(len(words) - size, -1, -1):
            part = " ".join(words[begin : begin + size])
            if iso3 in (nations.by_name.get(part), nations.by_demonym.get(part)):
                del words[begin : begin + size]
    kept = sorted(word for w in words if (word := _SPELLED.get(w, w)) and word not in _SMALL)
    return ("of", iso3, " ".join(kept)) if kept else None
