"""Known office holders and their country: "President Donald Trump" without "US" beside him.

Who held which office when is a fact of ``leaders.csv``. A person of that name counts as the holder where the
article gives the title, or was written in those years, and names the country somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.extract.annotations import Block, Candidate, Mention
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons import fold
from graphbuild.lexicons.en.action_verbs import OUSTED, OUSTING
from graphbuild.lexicons.en.function_words import FORMER
from graphbuild.lexicons.en.person_nouns import HEADS_OF_STATE, SECOND
from graphbuild.lexicons.gazetteer.leaders import Leader, leaders
from graphbuild.lexicons.patterns import Patterns

__all__ = ["incumbents"]

_BEFORE = 4  # words: "the ousted prime minister, Jane Roe"


def incumbents(blocks: Sequence[Block], date: str, patterns: Patterns) -> Iterator[Candidate]:
    """Affiliations of known office holders with the countries that a document names.

    Parameters
    ----------
    blocks : sequence of Block
        All blocks of one document, with their mentions.
    date : str
        Of the document, ISO 8601; empty if not known.
    patterns : Patterns

    Yields
    ------
    Candidate
        From the mention of the person to the nearest mention of the country; one for each sentence that
        gives the title, and else for the first mention.
    """
    nations = [
        found for block in blocks for found in block.mentions if found.type == "country" and found.country
    ]
    named: set[str] = set()
    fallen = {f.name for block in blocks for f in block.mentions if f.type in PERSONS and _fallen(f)}
    for block in blocks:
        for person in block.mentions:
            if person.kind != "name" or person.type not in PERSONS or person.name in fallen:
                continue
            leader = _leader(person, date)
            if leader is None:
                continue
            near = [found for found in nations if found.country == leader.iso3]
            if not near or (person.name in named and not person.title):
                continue
            named.add(person.name)
            country = min(near, key=lambda found: (abs(found.start - person.start), found.start))
            words = fold(leader.office).split()
            lead = words[-1] in HEADS_OF_STATE and SECOND.isdisjoint(words)
            pattern = patterns.classes["lead" if lead else "member_of"]
            office = leader.office.lower()
            yield Candidate(person, country, "affiliation", pattern, office, person.head, "incumbent")


def _fallen(person: Mention) -> bool:
    """Whether the text says that a person has lost the office: "the ousted Roe", "Roe, who was deposed".

    >>> from graphbuild.extract.testing import example
    >>> (roe,) = example("Roe/NNP/nsubj:pass/3/PERSON was=be/VBD/aux:pass/3 ousted=oust/VBN/root/0").mentions
    >>> _fallen(roe)
    True
    """
    parse, i = person.parse, person.head
    if not OUSTED.isdisjoint(parse.lower[max(0, person.first - _BEFORE) : person.first]):
        return True
    below = [c for c in parse.kids(i, "acl:relcl") if parse.kids(c, "nsubj:pass")]
    above = [parse.heads[i]] if parse.deps[i] in ("nsubj:pass", "obj") else []
    done = (k for k in (*below, *above) if parse.past(k))  # not "plotted to overthrow him"
    return any(parse.lemmas[k] in OUSTING for k in done)


def _leader(person: Mention, date: str) -> Leader | None:
    """The office that a person of this name holds in the text."""
    title = fold(person.title).split()
    if not FORMER.isdisjoint(title):
        return None
    year = int(date[:4]) if date[:4].isdigit() else 0
    for leader in _by_name().get(fold(person.name), ()):
        office = fold(leader.office).split()
        titled = title[-1:] == office[-1:] and SECOND.isdisjoint({*title} ^ {*office})
        if (leader.first <= year <= leader.last) if year else titled:
            return leader
    return None


@cache
def _by_name() -> dict[str, tuple[Leader, ...]]:
    """Offices by folded name of their holder, names of several words only; the highest office first."""
    found: dict[str, list[Leader]] = {}
    for leader in leaders():
        for name in (leader.name, *leader.aliases):
            if " " in name:
                found.setdefault(fold(name), []).append(leader)
    return {name: tuple(offices) for name, offices in found.items()}
