"""Documents of GUM with their chains, read off column MISC of CoNLL-U."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.records import Document

__all__ = ["Chained", "chained"]

_MARK = re.compile(r"\(([^()]+?)\)|\(([^()]+)|([^()]+)\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")


@dataclass(slots=True)
class Chained:
    """A document with the chains of its mentions: (start, end, starts of the head words, chain)."""

    document: Document
    mentions: list[tuple[int, int, frozenset[int], str]] = field(default_factory=list)


def chained(path: Path) -> Iterator[Chained]:
    """Documents of a GUM file in CoNLL-U, as text with paragraphs parted by an empty line.

    Parameters
    ----------
    path : Path

    Yields
    ------
    Chained
    """
    doc_id, rows, paragraph = "", [], False
    with path.open(encoding="utf-8") as lines:
        for line in (line.rstrip("\n") for line in lines):
            if line.startswith("# newdoc"):
                if doc_id:
                    yield _document(doc_id, rows)
                doc_id, rows = line.partition("= ")[2], []
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and line[0] != "#":
                columns = line.split("\t")
                gap = "" if columns[0] not in ("1", "1-2", "1-3") else "\n\n" if paragraph else " "
                paragraph = paragraph and not gap
                rows.append((gap, columns))
    if doc_id:
        yield _document(doc_id, rows)


def _document(doc_id: str, rows: Iterable[tuple[str, list[str]]]) -> Chained:
    text, joined, pending = "", {}, ""
    opened: defaultdict[str, list[tuple[str, list[tuple[int, int]]]]] = defaultdict(list)
    mentions = []
    for gap, columns in rows:
        pending = pending or gap
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            joined = dict.fromkeys(range(first, last), False)
            joined[last] = "SpaceAfter=No" not in columns[9]
            continue
        if not columns[0].isdigit():
            continue
        if pending:
            text, pending = text.rstrip(" ") + (pending if text else ""), ""
        start = len(text)
        text += columns[1]
        span = (start, len(text))
        text += " " if joined.pop(int(columns[0]), "SpaceAfter=No" not in columns[9]) else ""
        entity = _ENTITY.search(columns[9])
        closing = []
        for whole, begun, ended in _MARK.findall(entity[1]) if entity else ():
            if whole or begun:
                chain = (whole or begun).partition("-")[0]
                opened[chain].append((whole or begun, []))
            if whole or ended:
                closing.append((whole or ended).partition("-")[0])
        for stack in opened.values():
            for _, words in stack:
                words.append(span)
        for chain in closing:
            if opened[chain]:
                mentions.append(_mention(chain, *opened[chain].pop()))
    return Chained(Document(doc_id, text.rstrip()), mentions)


def _mention(
    chain: str, marks: str, words: Sequence[tuple[int, int]]
) -> tuple[int, int, frozenset[int], str]:
    heads = marks.split("-")[5].split(",") if marks.count("-") > 5 else ["1"]
    starts = {words[int(k) - 1][0] for k in heads if k.isdigit() and int(k) <= len(words)}
    return words[0][0], words[-1][1], frozenset(starts), chain
