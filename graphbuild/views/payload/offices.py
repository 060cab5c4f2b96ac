"""Which titles a person had when, as the page shows it."""

from __future__ import annotations

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
    made: dict[int, list[list[object]]] = {}
    for actor_id, table in titles(actors, mentions, texts, stated).groupby("actor_id", sort=False):
        found = [
            _summed(group, number_of) for _, group in table.groupby(table["title"].str.casefold(), sort=False)
        ]
        made[number_of[str(actor_id)]] = sorted(found, key=lambda row: (row[1] == "", row[1], row[0]))
    return dict(sorted(made.items()))


def _summed(held: pd.DataFrame, number_of: dict[str, int]) -> list[object]:
    """One title over all bodies; at most two of these, those of most sentences first."""
    days = [_day(date) for column in ("first_date", "last_date") for date in held[column] if date]
    at = held[held["organization"] != ""].groupby("organization")["count"].sum()
    bodies = sorted((-int(count), number_of[str(body)]) for body, count in at.items())
    first, last = (min(days), max(days)) if days else ("", "")
    return [held["title"].iloc[0], first, last, int(held["count"].sum()), [n for _, n in bodies[:_BODIES]]]


def _date(day: int) -> str:
    return "" if day <= NO_DAY else str(np.datetime64(int(day), "D"))


def _day(date: str) -> int:
    return int(np.datetime64(date, "D").astype(np.int64))
