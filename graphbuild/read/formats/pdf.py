"""PDF: lines and pages, with paragraphs told by the gaps between lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Any

from graphbuild.errors import InputError
from graphbuild.lexicons.folding import LIGATURES
from graphbuild.read.columns import Piece, columns
from graphbuild.read.division import undivided
from graphbuild.read.source import LONGEST, TOO_LONG, Source, size
from graphbuild.read.unpacking import swollen
from graphbuild.records import Document

__all__ = ["pdf"]

_EDGE = 3
"""Lines at the top and at the bottom of a page that can be headers and footers."""

_LONGEST_HEADER = 90

_NOT_A_TITLE = re.compile(r"microsoft word|untitled|\.\w{2,4}\Z|\Ahttps?:|[\\_]|\A\W*\d*\W*\Z", re.IGNORECASE)
_SPELLED = str.maketrans(LIGATURES)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    text: str
    size: float
    y: float
    furniture: bool = False


def pdf(source: Source) -> Iterator[Document]:
    """Read the text layer of a PDF file.

    Lines are kept, but two with a divided word between them become one (`graphbuild.read.division`), and
    ligatures are spelled out. A blank line stands where the gap to the next line or the size of the letters
    tells of a new paragraph, and between pages unless a sentence runs on. Page numbers, and lines that come
    again at the top or bottom of other pages, are furniture. The title is that of the file's properties if it
    reads like one, else the largest line of the first page. The properties' dates are when the file was made
    or printed, not when the text was published, and are not taken.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document
        One, without id.

    Raises
    ------
    InputError
        If it is locked, damaged, or has no text layer.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    packed = size(source.stream)
    reader = None
    try:
        reader = PdfReader(source.stream)
        # Files locked against changes only open with the empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("is locked by a password: save a copy without one")
        title = str((reader.metadata and reader.metadata.title) or "").strip()
        lines = _pages(reader, packed)
    except DependencyError as error:
        if reader is not None and reader.is_encrypted:
            reason = "is encrypted: save a copy without encryption (or install cryptography)"
        else:
            reason = f"is packed in a way that cannot be read ({str(error)[:100]}): print it to a new PDF"
        raise InputError(reason) from error
    except InputError:
        raise
    except Exception as error:  # pypdf raises what it likes on damaged files
        raise InputError(f"is not a PDF, or a damaged one: {error}") from error
    if not lines:
        raise InputError(
            "has no text layer (scanned pages?): add one by OCR, for example ocrmypdf in.pdf out.pdf"
        )
    lines = _whole(_marked(lines))
    text, furniture = _joined(lines)
    yield Document(
        "",
        text,
        title if title and not _NOT_A_TITLE.search(title) else _largest(lines),
        path=source.path,
        furniture=furniture,
    )


def _pages(reader: Any, packed: int) -> list[_Line]:
    lines: list[_Line] = []
    characters = 0
    for number, page in enumerate(reader.pages):
        found = _page(number, page)
        characters += sum(len(line.text) for line in found)
        if reason := TOO_LONG if characters > LONGEST else swollen(characters, packed):
            raise InputError(reason)
        lines += found
    return lines


def _page(number: int, page: Any) -> list[_Line]:
    """The lines of a page in the order of its content, each at the height and size of its longest piece."""
    lines: list[list[Piece]] = [[]]

    def visit(text: str, matrix: Sequence[float], within: Sequence[float], _: object, size: float) -> None:
        x = within[4] * matrix[0] + within[5] * matrix[2] + matrix[4]
        y = within[4] * matrix[1] + within[5] * matrix[3] + matrix[5]
        scale = abs(within[3] * matrix[3]) or abs(within[1] * matrix[2])
        for n, piece in enumerate(text.split("\n")):
            if n:
                lines.append([])
            lines[-1].append(Piece(piece, x, y, round(size * scale, 1)))

    page.extract_text(visitor_text=visit)
    found = []
    for pieces in columns(lines):
        text = "".join(piece.text for piece in pieces).translate(_SPELLED).strip()
        if text:
            longest = max(pieces, key=lambda piece: len(piece.text.strip()))
            found.append(_Line(number, text, longest.size, longest.y))
    return found


def _marked(lines: list[_Line]) -> list[_Line]:
    """The lines, with headers, footers and page numbers marked as furniture.

    A headline that comes again as a smaller running title stays prose: only lines of one size are alike.
    """
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    edges = [{*page[:_EDGE], *page[-_EDGE:]} for page in pages]
    seen = Counter(alike for edge in edges for alike in {_alike(line) for line in edge})
    often = max(2.0, 0.4 * len(pages))  # left and right pages may differ
    marked = []
    for page, edge in zip(pages, edges, strict=True):
        for line in page:
            number = bool(_PAGE_NUMBER.fullmatch(line.text))
            sentence = len(line.text) > _LONGEST_HEADER or (_ended(line) and line.text.count(" ") > 7)
            repeated = seen[_alike(line)] >= often and not sentence
            marked.append(replace(line, furniture=line in edge and (number or repeated)))
    return marked


def _whole(lines: list[_Line]) -> list[_Line]:
    """The lines without words that the end of a line divides, be it over a page."""
    prose = [n for n, line in enumerate(lines) if not line.furniture]
    texts = undivided([lines[n].text for n in prose])
    whole = [*lines]
    for n, text in zip(prose, texts, strict=True):
        whole[n] = replace(lines[n], text=text)
    return [line for line in whole if line.text]


def _joined(lines: list[_Line]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text, and the spans of its furniture."""
    gaps = [a.y - b.y for a, b in pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 3 * a.size]
    leading = median(gaps) if gaps else 0.0
    parts: list[str] = []
    spans = []
    length = 0
    before: _Line | None = None
    for n, line in enumerate(lines):
        if n:
            apart = before and not line.furniture and _apart(before, line, leading)
            parts.append("\n\n" if apart else "\n")
            length += len(parts[-1])
        if line.furniture:
            spans.append((length, length + len(line.text)))
        else:
            before = line
        parts.append(line.text)
        length += len(line.text)
    return "".join(parts), tuple(spans)


def _apart(a: _Line, b: _Line, leading: float) -> bool:
    """Whether line b begins a new paragraph after line a."""
    if not _ended(a) and b.text[0].islower():
        return False
    most = max(1.3 * leading, 1.35 * a.size if a.size >= leading else 0.0)  # a headline has its own leading
    jump = a.page != b.page or not -leading <= a.y - b.y <= most
    return jump or not 0.87 < a.size / (b.size or 1) < 1.15


def _largest(lines: list[_Line]) -> str:
    first = [line for line in lines if line.page == lines[0].page and not line.furniture]
    size = max((line.size for line in first), default=0.0)
    runs = groupby(first, key=lambda line: line.size == size)
    title = next((" ".join(line.text for line in run) for large, run in runs if large), "")
    usual = median(line.size for line in lines)
    return title if size > 1.15 * usual and 8 <= len(title) <= 200 else ""


def _alike(line: _Line) -> tuple[str, float]:
    return re.sub(r"\d+", "#", line.text.casefold()), line.size


def _ended(line: _Line) -> bool:
    return line.text.rstrip("\"'”’»)]").endswith((".", "!", "?", ":", ";"))
