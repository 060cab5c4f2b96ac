"""Which titles a person had when, as the page shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from graphbuild.analysis.titles import titles
from graphbuild.views.payload.days import NO_DAY

__all__ = ["offices"]

_BODIES = 2


def offices(
    actors: pd.DataFrame, mentions: pd.DataFrame, rows: pd.DataFrame
) -> dict[int, list[list[object]]]:
    """Titles over time, from the sentences that the page has.

    Parameters
    ----------
    actors : pandas.DataFrame
        Numbered from 0, with ``actor_id, name, type, country, titles``.
    mentions : pandas.DataFrame
        With ``doc_id, sentence, start, text, actor_id``.
    rows : pandas.DataFrame
        Relations with ``doc_id, sentence, start, evidence, day, rule, verb, source, target``; `day` in days
        since 1970, `source` and `target` as numbers of actors.

    Returns
    -------
    dict of int to list
        For an actor's number its titles, by first day: ``[title, first day, last day, sentences, bodies]``.
        Days are empty strings where no dated sentence has the title; bodies are numbers of actors.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["a"], "name": ["Ann Lee"], "type": ["official"],
    ...                        "country": [""], "titles": ["President"]})
    >>> mentions = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 10, "text": "Ann Lee",
    ...                          "actor_id": "a"})
    >>> rows = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 0, "day": 18000,
    ...                      "evidence": "President Ann Lee quit.",
    ...                      "rule": "active_verb", "verb": "quit", "source": 0, "target": 0})
    >>> offices(actors, mentions, rows)
    {0: [['President', 18000, 18000, 1, []]]}
    """
    ids = actors["actor_id"].tolist()
    number_of = {actor_id: number for number, actor_id in enumerate(ids)}
    stated = rows.assign(**{end: [ids[number] for number in rows[end]] for end in ("source", "target")})
    texts = rows.rename(columns={"evidence": "text"}).drop_duplicates(["doc_id", "sentence"])
    texts = texts.assign(date=[_date(day) for day in texts["day"]])
    held = titles(actors, mentions, texts, stated)
    found: defaultdict[int, defaultdict[str, list[_Held]]] = defaultdict(lambda: defaultdict(list))
    for actor_id, row in zip(held["actor_id"].tolist(), _rows(held), strict=True):
        found[number_of[actor_id]][row.title.casefold()].append(row)
    return {
        actor: sorted(
            (_summed(rows, number_of) for rows in found[actor].values()),
            key=lambda row: (row[1] == "", row[1], row[0]),
        )
        for actor in sorted(found)
    }


class _Held(NamedTuple):
    """A title at one body, as the table of titles has it."""

    title: str
    organization: str
    first_date: str
    last_date: str
    sentences: int


def _rows(held: pd.DataFrame) -> Iterator[_Held]:
    columns = ("title", "organization", "first_date", "last_date", "count")
    return map(_Held._make, zip(*(held[name].tolist() for name in columns), strict=True))


def _summed(held: Sequence[_Held], number_of: Mapping[str, int]) -> list[object]:
    """One title over all bodies; at most two of these, those of most sentences first."""
    days = [_day(date) for row in held for date in (row.first_date, row.last_date) if date]
    at: Counter[str] = Counter()
    for row in held:
        if row.organization:
            at[row.organization] += row.sentences
    bodies = sorted((-count, number_of[body]) for body, count in at.items())
    first, last = (min(days), max(days)) if days else ("", "")
    return [held[0].title, first, last, sum(row.sentences for row in held), [n for _, n in bodies[:_BODIES]]]


@cache
def _date(day: int) -> str:
    return "" if day <= NO_DAY else str(np.datetime64(int(day), "D"))


@cache
def _day(date: str) -> int:
    return int(np.datetime64(date, "D").astype(np.int64))
