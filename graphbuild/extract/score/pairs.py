"""What the reader is told of the mentions of a sentence, as rows of numbers: the same in training and in use."""

from __future__ import annotations

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
    pairs = [(i, j) for i in range(size) for j in range(size) if i != j]
    chains = [_chain(parse, party.head) for party in parties]
    told = _told(proposals, index)
    known = index["step"]
    paths, labels = [], []
    for i, j in pairs:
        way, steps = _way(chains[i], chains[j], parse.deps, known)
        paths.append(way + [-1] * (LONGEST - len(way)))
        labels.append(steps + [0] * (LONGEST - len(steps)))
    none = [0] * _MOST
    return Rows(
        [(p.head, p.first, p.last - 1, parse.heads[p.head]) for p in parties],
        [_features(parse, party, index) for party in parties],
        pairs,
        [_relative(parties[i], parties[j], way) for (i, j), way in zip(pairs, paths, strict=True)],
        paths,
        labels,
        [told.get(pair, none) for pair in pairs],
    )


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


def _relative(one: Party, other: Party, way: Sequence[int]) -> tuple[int, int, int]:
    """Distance in words, signed; length of the path; whether one is inside the other."""
    apart = other.first - one.last if other.first >= one.first else one.first - other.last
    bucket = 1 + sum(apart >= bound for bound in _APART)
    nesting = 0
    if one.first <= other.first and other.last <= one.last:
        nesting = 1
    elif other.first <= one.first and one.last <= other.last:
        nesting = 2
    distance = bucket + (0 if other.first >= one.first else len(_APART) + 1)
    return distance, sum(token >= 0 for token in way), nesting


def _chain(parse: Parse, head: int) -> list[int]:
    """Token `head` and the tokens above it, the root last."""
    return [head, *parse.ancestors(head)]


def _way(
    one: Sequence[int], other: Sequence[int], deps: Sequence[str], known: Mapping[str, int]
) -> tuple[list[int], list[int]]:
    """Tokens from the start of one chain over the lowest common token to the start of another; the steps."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    up, down = one[: len(one) - shared], other[: len(other) - shared]
    top = one[len(one) - shared : len(one) - shared + 1]
    way = [*up, *top, *reversed(down)]
    steps = [_UP + deps[k] for k in up] + [_TOP] * len(top) + [_DOWN + deps[k] for k in reversed(down)]
    if len(way) > LONGEST:
        half = LONGEST // 2
        way, steps = way[:half] + way[-half:], steps[:half] + steps[-half:]
    return way, [known.get(step, 0) for step in steps]


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

    Pairs stand in order of source and target; `sizes` counts the mentions of the sentence, in which pairs begin
    at `starts`.
    """
    i, j = pairs.T
    first = starts + i * (sizes - 1)
    return np.stack([first, first + sizes - 1, starts + j * (sizes - 1) + i - (i > j)], 1)


def _starts(sizes: Sequence[int]) -> np.ndarray:
    return np.cumsum([0, *sizes])[:-1]


def _stacked(parts: Sequence[Sequence[Sequence[int]]]) -> np.ndarray:
    return np.array([row for part in parts for row in part], np.int64)
