"""Cut converted training documents into windows of words for the contextual encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from tokenizers import Tokenizer

from graphbuild.extract.models.contextual.words import gap, plain, shape

__all__ = ["Window", "windows"]

_PIECES = 500


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive words of a document with their annotation; white-space tokens are left out.

    Attributes
    ----------
    pieces
        Word-piece ids of each word.
    shapes, gaps
        Case class of each word, class of the white space before it.
    starts
        Whether a sentence starts at the word; empty where unknown.
    heads
        Index of the head in the window, -1 for a root; empty where unknown.
    deps, tags, morphs
        Relation, tag, and "POS|features" of each word; empty where unknown.
    names
        BIO tags; empty where unknown.
    """

    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    gaps: tuple[int, ...]
    starts: tuple[bool, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    morphs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def windows(path: Path, tokenizer: Tokenizer, size: int = 110) -> list[Window]:
    """Read a DocBin and cut its documents into windows of at most about `size` words.

    Documents with trees are cut at sentence bounds; documents with names at line ends or stops.

    Parameters
    ----------
    path
        A `.spacy` file.
    tokenizer
        The word-piece tokenizer of the encoder.
    size
        Words in a window; a longer sentence stays whole up to twice as many and is then left out.

    Returns
    -------
    list of Window
        In the order of the file.
    """
    vocab = spacy.blank("en").vocab
    cache: dict[str, tuple[int, ...]] = {}
    return [
        _window(doc, part, tokenizer, cache)
        for doc in DocBin().from_disk(path).get_docs(vocab)
        for part in _parts(doc, size)
        if 0 < len(part) <= 2 * size
    ]


def _parts(doc: Doc, size: int) -> Iterator[list[int]]:
    part: list[int] = []
    for unit in _units(doc):
        unit = [i for i in unit if not doc[i].is_space]
        if part and len(part) + len(unit) > size:
            yield part
            part = []
        part = part + unit
    if part:
        yield part


def _units(doc: Doc) -> Iterable[list[int]]:
    if doc.has_annotation("DEP"):
        for sentence in doc.sents:
            yield [t.i for t in sentence]
        return
    unit: list[int] = []
    for token in doc:
        unit.append(token.i)
        inside = token.i + 1 < len(doc) and doc[token.i + 1].ent_iob_ == "I"
        if not inside and (token.text in {".", "!", "?", '"', "”"} or "\n" in token.text or len(unit) > 60):
            yield unit
            unit = []
    if unit:
        yield unit


def _window(doc: Doc, part: list[int], tokenizer: Tokenizer, cache: dict[str, tuple[int, ...]]) -> Window:
    words = [doc[i].text for i in part]
    for word in words:
        if word not in cache:
            cache[word] = tuple(tokenizer.encode(plain(word), add_special_tokens=False).ids)[:12] or (100,)
    at = {i: n for n, i in enumerate(part)}
    most = _PIECES // len(words) if sum(len(cache[w]) for w in words) > _PIECES else _PIECES
    common = (
        tuple(cache[w][:most] for w in words),
        tuple(map(shape, words)),
        tuple(gap(_before(doc, i)) for i in part),
    )
    if doc.has_annotation("DEP"):
        tokens = [doc[i] for i in part]
        return Window(
            *common,
            starts=tuple(_first_word(t) for t in tokens),
            heads=tuple(-1 if t.head.i == t.i else at[t.head.i] for t in tokens),
            deps=tuple(t.dep_ for t in tokens),
            tags=tuple(t.tag_ for t in tokens),
            morphs=tuple(f"{t.pos_}|{t.morph}" for t in tokens),
        )
    return Window(*common, names=tuple(_bio(doc[i], doc) for i in part))


def _before(doc: Doc, i: int) -> str:
    """White space between a token and the last token that is not white space."""
    out = ""
    while i:
        previous = doc[i - 1]
        out = (previous.text if previous.is_space else "") + previous.whitespace_ + out
        if not previous.is_space:
            return out
        i -= 1
    return out or "\n\n"


def _first_word(token) -> bool:
    return token.i == next(t.i for t in token.sent if not t.is_space)


def _bio(token, doc: Doc) -> str:
    if token.ent_iob_ == "I" and token.i and doc[token.i - 1].ent_type:
        return f"I-{token.ent_type_}"
    return f"B-{token.ent_type_}" if token.ent_type_ else "O"
