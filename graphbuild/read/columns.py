"""Columns of a printed page whose lines come row by row, set one below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

__all__ = ["Piece", "columns"]

_FEWEST = 4  # lines that make a column
_SHARE = 0.4  # of a page's lines
_SHORTEST = 16  # characters of half of the lines; cells of tables have fewer
_NARROW = 0.4  # width of a letter for its size, at the least
_MOST = 12  # places that are looked at
_SAME = 3.0  # points


class Piece(NamedTuple):
    """Some of a line: its words, where on the page it starts, in points, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float


def columns(lines: Sequence[list[Piece]]) -> list[list[Piece]]:
    """The lines of a page, those that run over two or more columns divided, and each column read to its end.

    Columns begin where pieces begin that are not the first of their lines, at the same place in many lines,
    and are as long as prose is. A line over the whole width ends what is above it.

    Parameters
    ----------
    lines : sequence of list of Piece
        In the order in which they are drawn.

    Returns
    -------
    list of list of Piece

    Examples
    --------
    >>> heights = range(700, 640, -15)
    >>> left = [Piece("Norland sued Sudland", 72, y, 10) for y in heights]
    >>> right = [Piece("over the lake on Monday", 320, y, 10) for y in heights]
    >>> [line[0].text.split()[0] for line in columns([list(row) for row in zip(left, right)])]
    ['Norland', 'Norland', 'Norland', 'Norland', 'over', 'over', 'over', 'over']
    """
    starts = _starts(lines)
    if not starts:
        return list(lines)
    found: list[list[Piece]] = []
    band: list[list[list[Piece]]] = [[] for _ in range(len(starts) + 1)]
    for line in lines:
        parts = _parts(line, starts)
        if parts is None:
            found += [part for column in band for part in column]
            band = [[] for _ in band]
            found.append(line)
        else:
            for column, part in zip(band, parts, strict=True):
                column += [part] if part else []
    return found + [part for column in band for part in column]


def _starts(lines: Sequence[list[Piece]]) -> list[float]:
    """Where columns begin, but for the first."""
    written = [[piece for piece in line if piece.text.strip()] for line in lines]
    written = [line for line in written if line]
    inner = Counter(round(piece.x / _SAME) for line in written for piece in line[1:])
    often = sorted(inner.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    likely = [n for n, count in often if count >= max(_FEWEST, _SHARE * len(written))]
    found = []
    for start in sorted(n * _SAME - _SAME / 2 for n in likely):
        sides = [_sides(line, start) for line in written]
        pairs = [(left, right) for left, right in sides if left and right]
        apart = [left for left, _ in pairs if _end(left) <= start + _SAME]
        if len(apart) < max(_FEWEST, _SHARE * len(written)):
            continue
        if all(median(_length(side) for side in half) >= _SHORTEST for half in zip(*pairs, strict=True)):
            found.append(start)
    return found


def _parts(line: list[Piece], starts: Sequence[float]) -> list[list[Piece]] | None:
    """The line in its columns; None where it runs over one of their starts."""
    parts: list[list[Piece]] = []
    rest = line
    for start in starts:
        left, rest = _sides(rest, start)
        if left and _end(left) > start + _SAME:
            return None
        parts.append(left)
    return [*parts, rest]


def _sides(line: list[Piece], start: float) -> tuple[list[Piece], list[Piece]]:
    left = [piece for piece in line if piece.x < start]
    return left, [piece for piece in line if piece.x >= start]


def _end(pieces: list[Piece]) -> float:
    """Where a line ends, at the least."""
    return max(piece.x + len(piece.text.strip()) * piece.size * _NARROW for piece in pieces)


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text.strip()) for piece in pieces)
