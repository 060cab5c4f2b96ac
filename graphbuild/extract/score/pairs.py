"""What the reader is told of the mentions of a sentence, as numbers: the same in training and in use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from graphbuild.extract.syntax.parse import Parse

__all__ = ["LONGEST", "MENTION", "PAIR", "Party", "Proposal", "Rows", "rows"]

Index = Mapping[str, Mapping[str, int]]
"""By feature, the number of each value; numbers start from 1, and 0 stands for any value unknown."""

MENTION = ("kind", "label", "type", "role", "number", "dep", "preposition")
PAIR = ("distance", "length", "nesting")
LONGEST = 10  # words of a path; of a longer one the middle is left out
_MOST = 12  # numbers for what rules propose for a pair
_APART = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30)
_NO_WAY = [-1] * LONGEST
_TOP, _UP, _DOWN = "top", "up ", "down "


class Party(Protocol):
    """A mention: tokens `first` to `last`, half open, around its syntactic `head`."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def head(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def number(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a rule proposes: between which mentions (their places in the list given beside it), and what.

    ``sign`` is that of the polarity: -1, 0 or 1.
    """

    source: int
    target: int
    relation: str
    sign: int
    status: str
    rule: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The mentions of one sentence and their ordered pairs.

    Attributes
    ----------
    tokens : list of (int, int, int, int)
        Of each mention the tokens of its head, its first and last word, and the head's own head.
    mentions : list of list of int
        Its `MENTION` features.
    pairs : list of (int, int)
        Places of source and target among the mentions.
    relative : list of (int, int, int)
        The `PAIR` features of each pair.
    path, labels : list of list of int
        The tokens on the way through the tree from the head of the source to that of the target, -1 beyond
        its end, and the number of each step.
    proposed : list of list of int
        Numbers of what the rules propose, either way round; 0 beyond the end.
    """

    tokens: list[tuple[int, int, int, int]]
    mentions: list[list[int]]
    pairs: list[tuple[int, int]]
    relative: list[tuple[int, int, int]]
    path: list[list[int]]
    labels: list[list[int]]
    proposed: list[list[int]]


def rows(parse: Parse, parties: Sequence[Party], proposals: Iterable[Proposal], index: Index) -> Rows:
    """Rows for the mentions of one sentence.

    Parameters
    ----------
    parse : Parse
    parties : sequence of Party
        Mentions whose heads stand in one sentence of the parse.
    proposals : iterable of Proposal
    index : mapping
        Made in training; `reader.json` holds it.

    Returns
    -------
    Rows
    """
    size = len(parties)
    ways = _ways(parse, [party.head for party in parties], index["step"])
    told = _told(proposals, index)
    none = [0] * _MOST
    made = Rows(
        [(p.head, p.first, p.last - 1, parse.heads[p.head]) for p in parties],
        [_features(parse, party, index) for party in parties],
        [(i, j) for i in range(size) for j in range(size) if i != j],
        [],
        [],
        [],
        [],
    )
    for i, j in made.pairs:
        way, steps = ways[i, j]
        one, other = parties[i], parties[j]
        made.relative.append((_distance(one, other), len(way), _nesting(one, other)))
        made.path.append(way + _NO_WAY[len(way) :])
        made.labels.append(steps + none[: LONGEST - len(steps)])
        made.proposed.append(told.get((i, j), none))
    return made


def _features(parse: Parse, party: Party, index: Index) -> list[int]:
    head = party.head
    values = (
        party.kind,
        party.label,
        party.type,
        party.role,
        party.number,
        parse.deps[head],
        parse.preposition(head),
    )
    return [index[name].get(value, 0) for name, value in zip(MENTION, values, strict=True)]


def _distance(one: Party, other: Party) -> int:
    """Class of the distance in words, other classes where the target stands first."""
    if other.first >= one.first:
        return 1 + bisect_right(_APART, other.first - one.last)
    return len(_APART) + 2 + bisect_right(_APART, one.first - other.last)


def _nesting(one: Party, other: Party) -> int:
    """1 where the source holds the target, 2 where the target holds the source."""
    if one.first <= other.first and other.last <= one.last:
        return 1
    return 2 if other.first <= one.first and one.last <= other.last else 0


def _ways(
    parse: Parse, heads: Sequence[int], known: Mapping[str, int]
) -> dict[tuple[int, int], tuple[list[int], list[int]]]:
    """For each ordered pair of tokens those from one to the other through the tree, and the steps.

    The way goes up to the lowest token above both and down again.
    """
    above = [[head, *parse.ancestors(head)] for head in heads]
    words = {token for chain in above for token in chain}
    up = {token: known.get(_UP + parse.deps[token], 0) for token in words}
    down = {token: known.get(_DOWN + parse.deps[token], 0) for token in words}
    top = known.get(_TOP, 0)
    ways = {}
    for i, one in enumerate(above):
        for j in range(i):
            other = above[j]
            shared, most = 0, min(len(one), len(other))
            while shared < most and one[-1 - shared] == other[-1 - shared]:
                shared += 1
            rise, fall = one[: len(one) - shared], other[: len(other) - shared]
            peak = one[len(rise) : len(rise) + 1]
            fall.reverse()
            way = [*rise, *peak, *fall]
            steps = [up[k] for k in rise] + [top] * len(peak) + [down[k] for k in fall]
            back = [up[k] for k in reversed(fall)] + [top] * len(peak) + [down[k] for k in reversed(rise)]
            ways[i, j] = _short(way), _short(steps)
            ways[j, i] = _short(way[::-1]), _short(back)
    return ways


def _short(way: list[int]) -> list[int]:
    half = LONGEST // 2
    return way if len(way) <= LONGEST else way[:half] + way[-half:]


def _told(proposals: Iterable[Proposal], index: Index) -> dict[tuple[int, int], list[int]]:
    """Numbers for each pair that a rule proposes, and for the pair turned round."""
    told: dict[tuple[int, int], list[int]] = {}
    for one in proposals:
        for pair, turned in (((one.source, one.target), ""), ((one.target, one.source), "turned ")):
            values = (one.relation, f"sign {one.sign}", one.status, f"rule {one.rule}")
            numbers = [index["proposed"].get(turned + value, 0) for value in values]
            told.setdefault(pair, []).extend(n for n in numbers if n and n not in told.get(pair, ()))
    return {pair: (numbers + [0] * _MOST)[:_MOST] for pair, numbers in told.items()}


def columns(made: Sequence[Rows], starts: Sequence[int], blank: int) -> dict[str, np.ndarray]:
    """The inputs of the reader's model for several sentences.

    Parameters
    ----------
    made : sequence of Rows
    starts : sequence of int
        For each sentence what to add to its tokens, where the vectors of several parses stand in one array.
    blank : int
        The row of the array that stands for no word.
    """
    sizes = [len(one.tokens) for one in made]
    before = np.cumsum([0, *sizes])
    pair_sizes = [len(one.pairs) for one in made]
    pairs = _stacked([one.pairs for one in made])
    start = np.repeat(np.asarray(starts, np.int64), pair_sizes)[:, None]
    path = _stacked([one.path for one in made])
    return {
        "tokens": _stacked([one.tokens for one in made])
        + np.repeat(np.asarray(starts, np.int64), sizes)[:, None],
        "mentions": _stacked([one.mentions for one in made]),
        "pairs": pairs + np.repeat(before[:-1], pair_sizes)[:, None],
        "beside": _beside(pairs, np.repeat(sizes, pair_sizes), np.repeat(_starts(pair_sizes), pair_sizes)),
        "relative": _stacked([one.relative for one in made]),
        "path": np.where(path < 0, blank, path + start),
        "labels": _stacked([one.labels for one in made]),
        "proposed": _stacked([one.proposed for one in made]),
    }


def _beside(pairs: np.ndarray, sizes: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """For each pair the first and the last + 1 with its source, and the pair turned round.

    Pairs stand in order of source and target; `sizes` counts the mentions of the sentence, whose pairs begin
    at `starts`.
    """
    i, j = pairs.T
    first = starts + i * (sizes - 1)
    return np.stack([first, first + sizes - 1, starts + j * (sizes - 1) + i - (i > j)], 1)


def _starts(sizes: Sequence[int]) -> np.ndarray:
    return np.cumsum([0, *sizes])[:-1]


def _stacked(parts: Sequence[Sequence[Sequence[int]]]) -> np.ndarray:
    return np.array([row for part in parts for row in part], np.int64)
