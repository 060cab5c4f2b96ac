"""The kinds of files that are read: a module a format, and here the one list of them.

A format is a function from an opened `Source` to the documents in it. Whoever adds one writes its module and
a line here; the command line's help, folders and messages follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphbuild.read.formats.docx import docx
from graphbuild.read.formats.html import html
from graphbuild.read.formats.markdown import markdown
from graphbuild.read.formats.pdf import pdf
from graphbuild.read.formats.rows import csv_rows, jsonl_rows
from graphbuild.read.formats.text import text
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip

__all__ = ["FORMATS", "PACKED", "Format"]

Format = Callable[[Source], Iterator[Document | Skip]]

FORMATS: dict[str, Format] = {
    ".txt": text,
    ".md": markdown,
    ".html": html,
    ".htm": html,
    ".pdf": pdf,
    ".docx": docx,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".jsonl": jsonl_rows,
    ".ndjson": jsonl_rows,
}
"""What reads files with a name that ends so. It yields documents, without id where the file gives none, and a
`Skip` for each part that cannot be used; it raises `InputError` if the file cannot."""

_COMPRESSED = (".pdf", ".docx")  # nobody packs them once more

PACKED: dict[str, Format] = {f"{kind}.gz": form for kind, form in FORMATS.items() if kind not in _COMPRESSED}
"""The same for files that are packed with gzip."""
