"""Names that a text itself calls two names of one: "X, better known as Y", "X (a.k.a. Y)", "formerly Y"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from graphbuild.records import Mention

__all__ = ["Alias", "aliases", "renamed"]

_FARTHEST = 120
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CALLED = re.compile(
    r"""
    [\W_]* (?: (?:who|which) \s+ (?:is|was|are|were) \s+ )?
    (?:
        (?:
            (?P<usual> better | best | commonly | popularly | widely | usually | generally | more \s+ \w+ly )
          | also | otherwise | formerly | previously | once | now | then | originally | \w+ally
        )?
        \s* known \s+ (?: (?: \w+ly | simply ) \s+ )?
        (?:
            as | by \s+ (?: his | her | its | their | the ) \s+ (?: [\w-]+ \s+ ){0,2}?
            (?: pseudonym | alias | nickname | moniker | acronym | kunya | name | nom \s+ de \s+ guerre )
            (?: \s+ of )?
        )
      | (?<=\() (?: \s* (?: also | formerly | previously | now ) )? \s* called
      | a\.?k\.?a\.? | alias | nom \s+ de \s+ guerre | née | né | formerly | previously
    )
    (?: \s+ the )? [\W_]*
    """,
    re.X | re.I,
)


class Alias(NamedTuple):
    """Two mentions of one actor; ``usual`` is the one that the text says is better known, else the first."""

    usual: Mention
    other: Mention


def aliases(text: str, mentions: Sequence[Mention]) -> Iterator[Alias]:
    """Pairs of named mentions of which the text says that they are two names of one.

    Parameters
    ----------
    text : str
        Of the document.
    mentions : sequence of Mention
        Its named mentions of one sort (persons, or bodies), in order of the text.

    Yields
    ------
    Alias
        In order of the text; only neighbours.

    Examples
    --------
    >>> text = "Ada Moran (born 1956), better known as Comandante Luz, spoke."
    >>> one = Mention("d:0-9", "d", 0, 0, 9, "Ada Moran", "PERSON", "name")
    >>> other = Mention("d:39-53", "d", 0, 39, 53, "Comandante Luz", "PERSON", "name")
    >>> [(pair.usual.text, pair.other.text) for pair in aliases(text, [one, other])]
    [('Comandante Luz', 'Ada Moran')]
    """
    for one, other in pairwise(mentions):
        if not 0 < other.start - one.end <= _FARTHEST:
            continue
        between = text[one.end : other.start]
        while (shorter := _ASIDE.sub(" ", between)) != between:
            between = shorter
        called = _CALLED.fullmatch(between)
        if called:
            yield Alias(other, one) if called["usual"] else Alias(one, other)


def renamed(
    chosen: Mapping[str, tuple[str, str]], called: Iterable[Mapping[str, str]]
) -> dict[str, tuple[str, str]]:
    """The choices with those names put together that documents, without contradiction, say are one's.

    Parameters
    ----------
    chosen : mapping of str to (str, str)
        Each name to the name that stands for who bears it, and the rule.
    called : iterable of mapping of str to str
        For each document, further names to usual ones.

    Returns
    -------
    dict of str to (str, str)

    Examples
    --------
    >>> chosen = {"ada moran": ("ada moran", "same name"), "comandante luz": ("comandante luz", "same name")}
    >>> renamed(chosen, [{"ada moran": "comandante luz"}])["ada moran"]
    ('comandante luz', 'also known as')
    """
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for names in called:
        for further, name in names.items():
            if further in chosen and name in chosen:
                meant[chosen[further][0]].add(chosen[name][0])
    to = {head: other.copy().pop() for head, other in meant.items() if len(other) == 1}
    to = {head: other for head, other in to.items() if other not in to and head != other}
    return {
        name: (to[head], "also known as") if head in to else (head, rule)
        for name, (head, rule) in chosen.items()
    }
