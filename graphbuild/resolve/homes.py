"""The country that an article is about, where it leaves no doubt.

What is counted are names: of countries, peoples, places, officials and bodies of a state. A company's or a
newspaper's country says little of where things happen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.lexicons import countries
from graphbuild.names import country_of
from graphbuild.records import Extraction, Mention
from graphbuild.resolve.institutions import institution
from graphbuild.vocabulary import NAME, ORGANIZATION

__all__ = ["Home", "home"]

_OF_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP"})
_TIMES = 2
_EARLY = 3


@dataclass(frozen=True, slots=True)
class Home:
    """The country that an article is about (ISO 3166-1 alpha-3, empty where that is not clear), and by
    sentence those that it names."""

    iso3: str
    named: Mapping[int, frozenset[str]]

    def of(self, mention: Mention) -> str:
        """The country of a body that the text calls by no country: none beside the name of another."""
        beside = self.named.get(mention.sentence, frozenset())
        return self.iso3 if not beside or self.iso3 in beside else ""


def home(extraction: Extraction) -> Home:
    """Find the country that an article is about.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    Home
        Clear is a country that is named twice, or in the first sentences, and twice as often as any other.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> chad, mali = (Mention(f"d:{a}-{a + 4}", "d", a // 6, a, a + 4, text, "GPE", "name", type="country",
    ...                       country=iso3) for a, text, iso3 in ((0, "Chad", "TCD"), (6, "Mali", "MLI")))
    >>> home(Extraction(Document("d", "Chad. Mali."), ((0, 5), (6, 11)), (chad,), ())).iso3
    'TCD'
    >>> home(Extraction(Document("d", "Chad. Mali."), ((0, 5), (6, 11)), (chad, mali), ())).iso3
    ''
    """
    counts: Counter[str] = Counter()
    named: defaultdict[int, set[str]] = defaultdict(set)
    for mention in extraction.mentions:
        iso3 = _told(mention) if mention.kind == NAME else ""
        if iso3 in countries().name_of:
            counts[iso3] += 1
            named[mention.sentence].add(iso3)
    if not counts:  # an article that names its country in names of bodies only
        bodies = (m.text for m in extraction.mentions if m.kind == NAME and m.type == ORGANIZATION)
        counts.update(iso3 for text in bodies if (iso3 := country_of(text)) in countries().name_of)
    ranked = sorted(counts, key=lambda iso3: (-counts[iso3], iso3))
    most, next_to = ([counts[iso3] for iso3 in ranked] + [0, 0])[:2]
    early = any(ranked[0] in named[n] for n in range(_EARLY)) if ranked else False
    clear = most >= _TIMES * next_to and (most >= _TIMES or early)
    return Home(ranked[0] if clear else "", {n: frozenset(found) for n, found in named.items()})


def _told(mention: Mention) -> str:
    if mention.type != ORGANIZATION or mention.role in _OF_STATES:
        return mention.country
    return country_of(mention.text) if institution(mention.text) else ""
