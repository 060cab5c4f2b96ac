"""What the reader is told of the mentions of a sentence, as numbers: the same in training and in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np

from graphbuild.extract.syntax.parse import Parse

__all__ = ["LONGEST", "MENTION", "PAIR", "Party", "Proposal", "Rows", "columns", "rows"]

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
    """The mentions of one sentence, and what the rules propose between them.

    Attributes
    ----------
    tokens : list of (int, int, int, int)
        Of each mention the tokens of its head, its first and last word, and the head's own head.
    mentions : list of list of int
        Its `MENTION` features.
    chains : list of list of int
        The tokens above the head of each mention, the root first, the head itself last.
    up, down : list of list of int
        The numbers of the steps from each of these tokens to the one above it, and back.
    top : int
        The number of the step at the lowest token above two mentions.
    told : mapping of (int, int) to list of int
        Numbers of what the rules propose for a pair, either way round.
    """

    tokens: list[tuple[int, int, int, int]]
    mentions: list[list[int]]
    chains: list[list[int]]
    up: list[list[int]]
    down: list[list[int]]
    top: int
    told: Mapping[tuple[int, int], list[int]]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Places of source and target of all ordered pairs, in order."""
        size = range(len(self.tokens))
        return [(i, j) for i in size for j in size if i != j]


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
    steps, deps = index["step"], parse.deps
    chains = [[party.head, *parse.ancestors(party.head)][::-1] for party in parties]
    return Rows(
        [(p.head, p.first, p.last - 1, parse.heads[p.head]) for p in parties],
        [_features(parse, party, index) for party in parties],
        chains,
        [[steps.get(_UP + deps[token], 0) for token in chain] for chain in chains],
        [[steps.get(_DOWN + deps[token], 0) for token in chain] for chain in chains],
        steps.get(_TOP, 0),
        _told(proposals, index),
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
    """The inputs of the reader's model for several sentences, a row for each mention or ordered pair.

    Parameters
    ----------
    made : sequence of Rows
    starts : sequence of int
        For each sentence what to add to its tokens, where the vectors of several parses stand in one array.
    blank : int
        The row of the array that stands for no word.

    Returns
    -------
    dict of str to numpy.ndarray
        ``tokens`` and ``mentions`` by mention; by pair ``pairs`` (places of source and target), ``relative``
        (the `PAIR` features), ``path`` and ``labels`` (words and steps of the way from one head to the other
        through the tree), ``proposed``, and ``beside``: the first and the last + 1 of the pairs with its
        source, and the pair turned round.
    """
    sizes = np.array([len(one.tokens) for one in made])
    counts = sizes * (sizes - 1)
    size, first = np.repeat(sizes, counts), np.repeat(np.cumsum(sizes) - sizes, counts)
    begin = np.repeat(np.cumsum(counts) - counts, counts)
    i, rest = np.divmod(np.arange(len(size)) - begin, size - 1)
    j = rest + (rest >= i)
    tokens = np.array([row for one in made for row in one.tokens], np.int64)
    path, labels, length = _ways(made, first + i, first + j)
    proposed = np.zeros((len(size), _MOST), np.int64)
    for start, count, one in zip(np.cumsum(counts) - counts, sizes, made, strict=True):
        for (source, target), numbers in one.told.items():
            proposed[start + source * (count - 1) + target - (target > source)] = numbers
    added, turned = np.array(starts, np.int64), begin + j * (size - 1) + i - (i > j)
    return {
        "tokens": tokens + np.repeat(added, sizes)[:, None],
        "mentions": np.array([row for one in made for row in one.mentions], np.int64),
        "pairs": np.stack([first + i, first + j], 1),
        "relative": _relative(tokens[first + i], tokens[first + j], length),
        "path": np.where(path < 0, blank, path + np.repeat(added, counts)[:, None]),
        "labels": labels,
        "proposed": proposed,
        "beside": np.stack([begin + i * (size - 1), begin + (i + 1) * (size - 1), turned], 1),
    }


def _ways(made: Sequence[Rows], i: np.ndarray, j: np.ndarray) -> tuple[np.ndarray, ...]:
    """Tokens and steps of the way from each mention `i` to `j`, -1 and 0 beyond its end; its length.

    The way goes up to the lowest token above both and down again.
    """
    chains, up, down = (
        _padded([chain for one in made for chain in getattr(one, name)]) for name in ("chains", "up", "down")
    )
    depths = (chains >= 0).sum(1)
    one, other = chains[i], chains[j]
    shared = ((one == other) & (one >= 0)).cumprod(1).sum(1)
    rise, fall = depths[i] - shared, depths[j] - shared
    length = rise + fall + (shared > 0)
    step = np.arange(LONGEST)[None]
    kept = np.minimum(length, LONGEST)
    at = np.where(
        (length[:, None] > LONGEST) & (step >= LONGEST // 2), length[:, None] - LONGEST + step, step
    )
    rising = at < rise[:, None]
    place = np.where(rising, depths[i][:, None] - 1 - at, shared[:, None] - 1)
    after = at - rise[:, None] - (shared > 0)[:, None]
    falling = after >= 0
    place = np.where(falling, shared[:, None] + after, place).clip(0, chains.shape[1] - 1)
    row = np.where(falling, j[:, None], i[:, None])
    beyond = step >= kept[:, None]
    labels = np.where(rising, up[row, place], np.where(falling, down[row, place], made[0].top))
    return np.where(beyond, -1, chains[row, place]), np.where(beyond, 0, labels), kept


def _padded(lists: Sequence[Sequence[int]]) -> np.ndarray:
    lengths = np.array([len(one) for one in lists])
    table = np.full((len(lists), int(lengths.max())), -1, np.int64)
    table[np.arange(table.shape[1]) < lengths[:, None]] = np.fromiter(chain.from_iterable(lists), np.int64)
    return table


def _relative(one: np.ndarray, other: np.ndarray, length: np.ndarray) -> np.ndarray:
    """The `PAIR` features from the tokens of sources and targets.

    Distances in words have other classes where the target stands first; nesting is 1 where the source holds
    the target and 2 where the target holds the source.
    """
    after = other[:, 1] >= one[:, 1]
    apart = np.where(after, other[:, 1] - one[:, 2], one[:, 1] - other[:, 2]) - 1
    distance = np.searchsorted(_APART, apart, "right") + np.where(after, 1, len(_APART) + 2)
    holds = (one[:, 1] <= other[:, 1]) & (other[:, 2] <= one[:, 2])
    held = (other[:, 1] <= one[:, 1]) & (one[:, 2] <= other[:, 2])
    return np.stack([distance, length, np.where(holds, 1, np.where(held, 2, 0))], 1)
