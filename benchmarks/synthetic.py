"""Consistent tables of any size, for measurements where no corpus is large enough."""

from __future__ import annotations

import random

import numpy as np
import pandas as pd

from graphbuild.records import content_id
from graphbuild.tables import SCHEMAS
from graphbuild.vocabulary import DRAWN

__all__ = ["synthetic"]

_CLASSES = [
    ("attack", -1.0, "attacked"),
    ("accuse", -0.35, "accused"),
    ("sanction", -0.6, "sanctioned"),
    ("support", 0.5, "backed"),
    ("discuss", 0.25, "met"),
    ("aid", 1.0, "supplied"),
    ("say", 0.0, "told"),
]
_COUNTRIES = (
    "SYR IRQ IRN TUR RUS USA GBR FRA DEU UKR ISR LBN JOR EGY SAU QAT YEM LBY TUN DZA MAR SDN ETH KEN NGA"
).split()
_ROLES = ["GOV", "MIL", "REB", "NGO", "BUS", "CVL"]
_TYPES = ["country", "organization", "group", "official", "person", "place"]
_SYLLABLES = "ka ve ron dal mi sto lin bar che nu gor tes ama rik sol ven tra hul pe dro".split()
_FILLER = (
    "after talks in the capital broke down on Monday while residents near the border waited for news of a "
    "truce that neither side had promised to keep and officials warned of further delays along the coast "
    "road where convoys with food fuel and medicine had been held for several weeks by local commanders"
).split()


def synthetic(actors: int, edges: int, *, sentences: int = 3, seed: int = 0) -> tuple[pd.DataFrame, ...]:
    """Consistent tables of any size: documents, mentions, actors, relations, edges.

    Ties prefer the well tied (a few hubs, a long tail) and neighbours in one of the communities.

    Parameters
    ----------
    actors, edges : int
        How many of each; every edge is a distinct pair with one class of verb relation.
    sentences : int
        Sentences behind each edge.
    seed : int

    Returns
    -------
    tuple of pandas.DataFrame

    Examples
    --------
    >>> documents, mentions, actors, relations, edges = synthetic(30, 50)
    >>> len(actors), len(edges), len(relations), int(edges.weight.min())
    (30, 50, 150, 3)
    """
    rng = random.Random(seed)
    names = _names(actors, rng)
    ids = [content_id("actor", name) for name in names]
    pairs = _pairs(actors, edges, rng)
    total = edges * sentences
    per_document = 20
    documents = [content_id("document", number) for number in range(total // per_document + 1)]
    dates = [str(np.datetime64("2020-01-01") + rng.randrange(1400)) for _ in documents]
    cursor = [0] * len(documents)
    mentions, relations, edge_rows = [], [], []
    order = list(range(total))
    rng.shuffle(order)
    for edge, (source, target) in enumerate(pairs):
        relation, polarity, verb = rng.choice(_CLASSES)
        days = []
        for copy in range(sentences):
            number = order[edge * sentences + copy] // per_document
            doc, start = documents[number], cursor[number]
            at = rng.randrange(len(_FILLER) - 14)
            text = (
                f"{names[source]} {verb} {names[target]} {' '.join(_FILLER[at : at + rng.randrange(8, 14)])}."
            )
            cursor[number] += len(text) + 1
            first, second = (start, start + len(names[source])), len(names[source]) + len(verb) + 2
            other = (start + second, start + second + len(names[target]))
            ends = [f"{doc}:{a}-{b}" for a, b in (first, other)]
            for key, (a, b), actor in zip(ends, (first, other), (source, target), strict=True):
                mentions.append((key, doc, 0, a, b, names[actor], "ORG", "name", "", ids[actor]))
            days.append(dates[number])
            status = rng.choices(["asserted", "possible", "intended"], [8, 1, 1])[0]
            about = (ids[source], names[source], ids[target], names[target], relation)
            who = (ids[source], names[source], ids[target], names[target])
            said = rng.randrange(40) if rng.random() < 0.2 else -1
            speaker = (ids[said], names[said]) if said >= 0 and said < actors else ("", "")
            what = (relation, verb, "", polarity, status, *speaker, "active_verb", 0.8)
            where = (*ends, start, start + len(text), first[1] + 1, first[1] + 1 + len(verb))
            head = (content_id(edge, copy), doc, 0, dates[number], "verb")
            relations.append((*head, *who, *what, *where, text))
        about = (ids[source], names[source], ids[target], names[target], "verb", relation)
        counts = (sentences, sentences, sentences, sentences)
        edge_rows.append(
            (content_id("edge", edge), *about, *counts, polarity, 0.0, 1.0, min(days), max(days))
        )
    papers = [
        (doc, f"Report {number}", dates[number], f"Outlet {number % 12}", f"https://example.org/{doc}", "",
         cursor[number], per_document, doc)
        for number, doc in enumerate(documents)
    ]  # fmt: skip
    people = [
        (
            ids[n],
            names[n],
            _TYPES[n % 6],
            _ROLES[n % 7 % 6],
            _COUNTRIES[n % 25] if n % 3 else "",
            "",
            names[n].split()[-1],
            9,
            3,
            "2020-01-01",
            "2023-10-31",
        )
        for n in range(actors)
    ]
    return tuple(
        pd.DataFrame(rows, columns=list(SCHEMAS[name]))
        for name, rows in zip(DRAWN, (papers, mentions, people, relations, edge_rows), strict=True)
    )


def _names(actors: int, rng: random.Random) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < actors:
        words = ["".join(rng.choices(_SYLLABLES, k=rng.randrange(2, 4))).title() for _ in range(2)]
        names[" ".join(words)] = None
    return list(names)


def _pairs(actors: int, edges: int, rng: random.Random) -> list[tuple[int, int]]:
    """Half of the ties to hubs, half inside communities of about forty."""
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < edges:
        source = int(actors * rng.random() ** 2)
        if rng.random() < 0.5:
            target = int(actors * rng.random() ** 3)
        else:
            target = min(source // 40 * 40 + rng.randrange(40), actors - 1)
        if source != target and (target, source) not in pairs:
            pairs[source, target] = None
    return list(pairs)
