"""Which titles a person had when: read off the sentences that name the person with the title."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

__all__ = ["offices"]

_RULES = ("title", "apposition", "office")  # of affiliations: their verb is the title
_BODIES = 2


def offices(
    actors: pd.DataFrame, mentions: pd.DataFrame, rows: pd.DataFrame
) -> dict[int, list[list[object]]]:
    """Titles over time.

    A title counts for a day where a sentence of that day has it right before the name ("President Ann Lee"),
    or where an affiliation was read from it ("Ann Lee, president of Chad").

    Parameters
    ----------
    actors : pandas.DataFrame
        Numbered from 0, with ``actor_id`` and ``titles``.
    mentions : pandas.DataFrame
        With ``doc_id, sentence, start, end, text, actor_id``.
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
    >>> actors = pd.DataFrame({"actor_id": ["a"], "titles": ["President"]})
    >>> mentions = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 10, "end": 17, "text": "Ann Lee",
    ...                          "actor_id": "a"})
    >>> rows = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 0, "day": 18000,
    ...                      "evidence": "President Ann Lee quit.",
    ...                      "rule": "active_verb", "verb": "quit", "source": 0, "target": 1})
    >>> offices(actors, mentions, rows)
    {0: [['President', 18000, 18000, 1, []]]}
    """
    titled = actors.index[actors["titles"] != ""]
    names = {number: actors["titles"][number].split(" | ") for number in titled}
    seen: defaultdict[tuple[int, str], _Seen] = defaultdict(_Seen)
    _before_names(names, actors, mentions, rows, seen)
    stated = rows[rows["rule"].isin(_RULES) & (rows["verb"] != "") & rows["source"].isin(titled)]
    columns = (stated[name].tolist() for name in ("source", "target", "verb", "doc_id", "sentence", "day"))
    for source, target, verb, doc_id, sentence, day in zip(*columns, strict=True):
        seen[source, verb.casefold()].add((doc_id, sentence), day, verb, target)
    made: dict[int, list[list[object]]] = {}
    for number in titled:
        known = {title.casefold(): title for title in names[number]}
        keys = [*known, *(title for who, title in seen if who == number and title not in known)]
        rows_of = [seen[number, key].row(known.get(key, "")) for key in keys]
        made[int(number)] = sorted(rows_of, key=lambda row: (row[1] == "", row[1], row[0]))
    return made


class _Seen:
    """Where one title of one actor was seen."""

    def __init__(self) -> None:
        self.days: dict[object, int] = {}
        self.bodies: defaultdict[int, int] = defaultdict(int)
        self.words = ""

    def add(self, where: object, day: int, words: str, body: int | None = None) -> None:
        self.days[where] = day
        self.words = self.words or words
        if body is not None:
            self.bodies[body] += 1

    def row(self, words: str) -> list[object]:
        days = sorted(day for day in self.days.values() if day > -1_000_000)
        bodies = sorted(self.bodies, key=lambda body: (-self.bodies[body], body))[:_BODIES]
        first, last = (days[0], days[-1]) if days else ("", "")
        return [words or self.words, first, last, len(self.days), bodies]


def _before_names(
    names: dict[int, list[str]],
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    rows: pd.DataFrame,
    seen: defaultdict[tuple[int, str], _Seen],
) -> None:
    number_of = {actors["actor_id"][number]: number for number in names}
    said = mentions[mentions["actor_id"].isin(number_of)]
    said = said[["doc_id", "sentence", "start", "text", "actor_id"]].rename(columns={"start": "at"})
    texts = rows[["doc_id", "sentence", "start", "evidence", "day"]].drop_duplicates(
        ["doc_id", "sentence", "start"]
    )
    joined = said.merge(texts, on=["doc_id", "sentence"])
    columns = (joined[name].tolist() for name in ("doc_id", "sentence", "at", "text", "actor_id", "start",
                                                  "evidence", "day"))  # fmt: skip
    for doc_id, sentence, at, text, actor_id, start, evidence, day in zip(*columns, strict=True):
        number = number_of[actor_id]
        before = f" {evidence[: max(at - start, 0)]}".casefold().rstrip()
        inside = text.casefold()
        for title in names[number]:
            key = title.casefold()
            if inside.startswith(f"{key} ") or (before.endswith(key) and not before[-len(key) - 1].isalnum()):
                seen[number, key].add((doc_id, sentence), day, title)
