"""Cut a tokenized document into the windows of words that the encoder reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from spacy.tokens import Doc
from tokenizers import Tokenizer

from graphbuild.extract.models.contextual.words import gap, plain, shape

__all__ = ["Pieces", "Window", "fit", "joined", "windows"]

_LONGEST = 12  # pieces of a word; what is longer is no word of English
_ROOM = 400  # pieces in a window; the encoder has 512 positions
_SIZE = 110  # words in a window, as in training
_MARGIN = 25  # words that two windows of one paragraph share on either side of the cut
_UNKNOWN = (100,)
_KEPT = 100_000  # words whose pieces are remembered


class Pieces(dict[str, tuple[tuple[int, ...], int]]):
    """Word to its word-piece ids and case class, made when first asked for.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
        Without truncation and padding.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        super().__init__()
        self._tokenizer = tokenizer

    def __missing__(self, word: str) -> tuple[tuple[int, ...], int]:
        if len(self) >= _KEPT:
            self.clear()
        ids = tuple(self._tokenizer.encode(plain(word[:200]), add_special_tokens=False).ids)
        known = ids[:_LONGEST] or _UNKNOWN, shape(word)
        self[word] = known
        return known


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive words of a document.

    Attributes
    ----------
    start
        Index among the document's words (tokens that are not white space) of the first word.
    keep
        First and last + 1 of the words, counted in the window, whose results are taken from this window.
    pieces, shapes, gaps
        Word-piece ids, case class, and class of the white space before, of each word.
    """

    start: int
    keep: tuple[int, int]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    gaps: tuple[int, ...]


def windows(doc: Doc, known: Pieces) -> tuple[list[Window], list[int], list[int]]:
    """Windows of a document, the token index of each word, and the white space class before each.

    Whole paragraphs share a window as long as there is room; a longer paragraph is cut into windows that
    overlap, and each word is read where it stands furthest from a cut.

    Parameters
    ----------
    doc : spacy.tokens.Doc
    known : Pieces

    Returns
    -------
    tuple of (list of Window, list of int, list of int)

    Examples
    --------
    >>> from spacy.lang.en import English
    >>> from tokenizers import Tokenizer, models
    >>> known = Pieces(Tokenizer(models.WordLevel({"[UNK]": 0}, "[UNK]")))
    >>> (window,), tokens, gaps = windows(English()("Rebels\\n\\nshelled Homs."), known)
    >>> window.shapes, window.gaps, tokens
    ((4, 1, 4, 8), (3, 3, 1, 0), [0, 2, 3, 4])
    """
    pieces, shapes, gaps, tokens = [], [], [], []
    before = "\n\n"
    for token in doc:
        text = token.text
        if token.is_space:
            before += text + token.whitespace_
            continue
        ids, case = known[text]
        pieces.append(ids)
        shapes.append(case)
        gaps.append(gap(before))
        tokens.append(token.i)
        before = token.whitespace_
    made = [
        Window(a, keep, tuple(pieces[a:b]), tuple(shapes[a:b]), tuple(gaps[a:b]))
        for a, b, keep in _cuts(np.array([len(p) for p in pieces]), gaps)
    ]
    return made, tokens, gaps


def fit(parts: Sequence[Window]) -> bool:
    """Whether windows have room in one."""
    words = sum(len(part.pieces) for part in parts)
    return words <= _SIZE and sum(len(ids) for part in parts for ids in part.pieces) <= _ROOM


def joined(parts: Sequence[Window]) -> Window:
    """One window of the words of several, as of consecutive paragraphs; all its results are kept.

    Examples
    --------
    >>> one, other = Window(0, (0, 1), ((7,),), (4,), (3,)), Window(0, (0, 1), ((8, 9),), (1,), (3,))
    >>> joined([one, other]).pieces
    ((7,), (8, 9))
    """
    pieces, shapes, gaps = (
        tuple(chain.from_iterable(getattr(part, name) for part in parts))
        for name in ("pieces", "shapes", "gaps")
    )
    return Window(0, (0, len(pieces)), pieces, shapes, gaps)


def _cuts(lengths: np.ndarray, gaps: list[int]) -> list[tuple[int, int, tuple[int, int]]]:
    """First and last + 1 word of each window, and the part of it to keep."""
    cuts: list[tuple[int, int, tuple[int, int]]] = []
    if not gaps:
        return cuts
    bounds = [i for i, kind in enumerate(gaps) if kind == 3 or not i] + [len(gaps)]
    start = 0
    for here, after in zip(bounds[1:], [*bounds[2:], -1], strict=True):
        if after >= 0 and _fits(lengths, start, after):
            continue
        if start < here:
            cuts += _overlapping(lengths, start, here)
        start = here
    return cuts


def _fits(lengths: np.ndarray, start: int, end: int) -> bool:
    return end - start <= _SIZE and int(lengths[start:end].sum()) <= _ROOM


def _overlapping(lengths: np.ndarray, start: int, end: int) -> list[tuple[int, int, tuple[int, int]]]:
    cuts: list[tuple[int, int, tuple[int, int]]] = []
    kept = start
    while True:
        stop = start
        room = _ROOM
        while stop < end and stop - start < _SIZE and room >= lengths[stop]:
            room -= int(lengths[stop])
            stop += 1
        if stop == end:
            return [*cuts, (start, stop, (kept - start, stop - start))]
        margin = min(_MARGIN, (stop - start) // 4)
        cuts.append((start, stop, (kept - start, stop - margin - start)))
        kept = stop - margin
        start = max(kept - margin, start + 1)
