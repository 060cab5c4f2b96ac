"""What a report is written from, and how it says where a number comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graphbuild.analysis.structure.balance import Balance
from graphbuild.analysis.uncertainty import undirected
from graphbuild.lexicons.verbs import lexicon

__all__ = [
    "Bar",
    "Chart",
    "Cited",
    "Finding",
    "Material",
    "Part",
    "Section",
    "behind",
    "cited",
    "each",
    "pair_key",
    "phrase",
    "pick",
    "when",
]


@dataclass(frozen=True, slots=True)
class Material:
    """The tables of a build and what was measured of them.

    Attributes
    ----------
    title : str
    documents, mentions, actors : DataFrame
        Tables of the build.
    relations : DataFrame
        What is stated of two actors that have a name, surely enough to be told; rows are numbered from 0.
    stated : DataFrame
        All that is stated.
    edges, ties, measures, changes, timeline, outlets, discourse : DataFrame
        Analyses of ``relations``, as `graphbuild.findings.analyses` makes them.
    balance : Balance
    skipped : sequence of (str, str)
        Inputs that were left out, and why.
    least : float
        The confidence from which on a relation is sure enough.
    """

    title: str
    documents: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    stated: pd.DataFrame
    edges: pd.DataFrame
    ties: pd.DataFrame
    measures: pd.DataFrame
    changes: pd.DataFrame
    timeline: pd.DataFrame
    outlets: pd.DataFrame
    discourse: pd.DataFrame
    balance: Balance
    skipped: Sequence[tuple[str, str]]
    least: float


@dataclass(frozen=True, slots=True)
class Cited:
    """Text, such as a number, with the rows of ``Material.relations`` that prove it."""

    text: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How many sentences tell of two as friends, as neither and as foes, within a period."""

    period: str
    friendly: int
    neutral: int
    hostile: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A time line, to be drawn."""

    bars: tuple[Bar, ...]


Part = str | Cited | Chart


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence for people, with the rows whose sentences are shown below it."""

    parts: tuple[Part, ...]
    shown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: findings, then a table, of which each cell is a tuple of parts."""

    heading: str
    intro: str = ""
    findings: tuple[Finding, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[Part, ...], ...], ...] = ()


def each(table: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table, with its columns as attributes and its index as ``Index``.

    Parameters
    ----------
    table : DataFrame

    Yields
    ------
    named tuple

    Examples
    --------
    >>> [row.name for row in each(pd.DataFrame({"name": ["Ann"]}))]
    ['Ann']
    """
    yield from table.itertuples()


def pair_key(first: str, second: str) -> tuple[str, str]:
    """Two ids, the smaller first.

    Parameters
    ----------
    first, second : str

    Returns
    -------
    tuple of str

    Examples
    --------
    >>> pair_key("b", "a")
    ('a', 'b')
    """
    return (first, second) if first <= second else (second, first)


def behind(relations: pd.DataFrame) -> Mapping[tuple[str, str], tuple[int, ...]]:
    """The rows that are stated of each two actors, the surest first.

    Parameters
    ----------
    relations : DataFrame
        Rows numbered from 0.

    Returns
    -------
    mapping of (str, str) to tuple of int
        Keys as by `pair_key`.

    Examples
    --------
    >>> table = pd.DataFrame({"source": ["b", "a"], "target": ["a", "b"], "source_name": "",
    ...                       "target_name": "", "confidence": [0.6, 0.9], "date": ""})
    >>> behind(table)
    {('a', 'b'): (1, 0)}
    """
    ordered = undirected(relations).sort_values(
        ["confidence", "date"], ascending=[False, True], kind="stable"
    )
    found: dict[tuple[str, str], list[int]] = {}
    for row, source, target in zip(ordered.index.tolist(), ordered["source"], ordered["target"], strict=True):
        found.setdefault((source, target), []).append(row)
    return {pair: tuple(rows) for pair, rows in found.items()}


def pick(material: Material, rows: Iterable[int], how_many: int) -> tuple[int, ...]:
    """The first rows of as many different documents.

    Parameters
    ----------
    material : Material
    rows : iterable of int
    how_many : int

    Returns
    -------
    tuple of int
    """
    doc_ids = material.relations["doc_id"]
    found: dict[str, int] = {}
    for row in rows:
        found.setdefault(str(doc_ids[row]), row)
        if len(found) == how_many:
            break
    return tuple(found.values())


def cited(number: float, rows: Iterable[int], what: str = "") -> Cited:
    """A number with what proves it.

    Parameters
    ----------
    number : float
    rows : iterable of int
    what : str
        What it counts, in the singular.

    Returns
    -------
    Cited

    Examples
    --------
    >>> cited(1200, [3], "sentence").text, cited(1, [3], "story").text, cited(2, [3], "story").text
    ('1,200 sentences', '1 story', '2 stories')
    """
    if not what:
        return Cited(f"{number:,}", tuple(rows))
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return Cited(f"{number:,} {what if number == 1 else plural}", tuple(rows))


def phrase(relation: str) -> str:
    """What stands between source and target.

    Parameters
    ----------
    relation : str
        A class of relation.

    Returns
    -------
    str

    Examples
    --------
    >>> phrase("attack")
    'attacks'
    """
    entry = lexicon().classes.get(relation)
    return entry.phrase if entry and entry.phrase else relation.replace("_", " ")


def when(first: str, last: str) -> str:
    """A span of dates in words, with a comma in front; nothing where none is known.

    Parameters
    ----------
    first, last : str

    Returns
    -------
    str

    Examples
    --------
    >>> when("2020-05", "2021"), when("2020", "2020"), when("", "")
    (', from 2020-05 to 2021', ', in 2020', '')
    """
    if not first:
        return ""
    return f", from {first} to {last}" if first != last else f", {'on' if len(first) == 10 else 'in'} {first}"
