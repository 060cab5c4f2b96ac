"""What is drawn as the page opens: the most linked actors, and the strongest lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from graphbuild.views.payload.words import COOCCURRENCE, KINDS

__all__ = ["LINES", "opening"]

LINES = {"anActor": 3, "least": 90, "most": 700}
"""How many lines are drawn: so many an actor, but so many at least and at most."""


def opening(
    degree: pd.Series,
    lines: pd.DataFrame,
    minor: Sequence[int],
    limit: int,
    rule: Mapping[str, int] = LINES,
) -> tuple[list[int], list[int], int]:
    """The `limit` most linked actors that have a name or recur, lines between them, and how many there are.

    Who has no line to any of these brings its strongest partner along, so that nobody stands alone while
    there are lines. Stated lines alone count, if there are any; the strongest are drawn, with the strongest
    of each actor. The page draws by the same rule what passes its filters (``data/drawn.js``).

    Parameters
    ----------
    degree : Series
        Of each actor, by its number.
    lines : DataFrame
        As `graphbuild.views.payload.lines.lines` gives them.
    minor : sequence of int
        The actors without a name that hardly recur.
    limit : int
    rule : mapping of str to int

    Returns
    -------
    actors, lines : list of int
        As they are numbered there.
    among : int
        All lines between these actors, drawn or not.
    """
    lines = lines[lines["weight"] > 0]
    linked = degree[degree > 0]
    known = linked.drop(minor, errors="ignore")
    able = next((some for some in (known, linked) if len(some)), degree)
    order = able.sort_values(ascending=False, kind="stable").index.tolist()
    stated = lines[lines["kind"] != KINDS.index(COOCCURRENCE)]
    lines = stated if len(stated) else lines
    chosen = _company(order, _partners(lines), limit) or set(order[:limit])
    among = lines[lines["source"].isin(chosen) & lines["target"].isin(chosen)]
    most = min(max(rule["anActor"] * len(chosen), rule["least"]), rule["most"])
    ends = list(zip(among.index.tolist(), among["source"], among["target"], among["weight"], strict=True))
    return sorted(chosen), _strongest(ends, most), len(ends)


def _partners(lines: pd.DataFrame) -> dict[int, list[int]]:
    """Whom each actor has a line with, the strongest first."""
    found: dict[int, list[int]] = {}
    for source, target in zip(lines["source"].tolist(), lines["target"].tolist(), strict=True):
        if source != target:
            found.setdefault(source, []).append(target)
            found.setdefault(target, []).append(source)
    return found


def _company(order: list[int], partners: Mapping[int, list[int]], limit: int) -> set[int]:
    """The first `limit` actors that have a line among them, with a partner where that takes one."""
    chosen: set[int] = set()
    for actor in order:
        others = partners.get(actor, [])
        if actor in chosen or not others:
            continue
        new = {actor} if chosen.intersection(others) else {actor, others[0]}
        if len(chosen) + len(new) <= limit:
            chosen |= new
    return chosen


def _strongest(lines: list[tuple[int, int, int, int]], most: int) -> list[int]:
    """The `most` strongest of lines (line, source, target, weight) that are in order, and one of every actor.

    Of those of one weight, of which only some are drawn, in turn one more of whoever has least.
    """
    least = lines[most][3] if most < len(lines) else 0
    tied: Counter[int] = Counter()
    shown = []

    def take(line: int, source: int, target: int) -> None:
        shown.append(line)
        tied.update((source, target))

    for line, source, target, weight in lines:
        if weight > least:
            take(line, source, target)
    left = [one for one in lines if one[3] == least]
    turn = 0
    while left and len(shown) < most:
        turn, rest = turn + 1, []
        for one in left:
            if len(shown) < most and min(tied[one[1]], tied[one[2]]) < turn:
                take(*one[:3])
            else:
                rest.append(one)
        left = rest
    for line, source, target, weight in lines:
        if weight <= least and not (tied[source] and tied[target]):
            take(line, source, target)
    return shown
