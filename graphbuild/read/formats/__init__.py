"""The kinds of files that are read: a module a format, and here the one list of them.

A format is a function from an opened `Source` to the documents in it. Whoever adds one writes its module and
a line here; the command line's help, folders and messages follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphbuild.read.formats.docx import docx
from graphbuild.read.formats.epub import epub
from graphbuild.read.formats.feeds import feeds
from graphbuild.read.formats.html import html
from graphbuild.read.formats.mail import eml, mbox
from graphbuild.read.formats.markdown import markdown
from graphbuild.read.formats.odt import odt
from graphbuild.read.formats.pdf import pdf
from graphbuild.read.formats.rtf import rtf
from graphbuild.read.formats.tables.delimited import csv_keys, csv_rows
from graphbuild.read.formats.tables.objects import json_keys, json_rows
from graphbuild.read.formats.tables.spreadsheet import spreadsheet_keys, spreadsheet_rows
from graphbuild.read.formats.text import text
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip

__all__ = ["FORMATS", "KEYED", "PACKED", "Format"]

Format = Callable[[Source], Iterator[Document | Skip]]

FORMATS: dict[str, Format] = {
    ".txt": text,
    ".md": markdown,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".pdf": pdf,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".epub": epub,
    ".eml": eml,
    ".mbox": mbox,
    ".xml": feeds,
    ".rss": feeds,
    ".atom": feeds,
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".json": json_rows,
    ".jsonl": json_rows,
    ".ndjson": json_rows,
    ".xlsx": spreadsheet_rows,
}
"""What reads files with a name that ends so. It yields documents, without id where the file gives none, and a
`Skip` for each part that cannot be used; it raises `InputError` if the file cannot."""

_COMPRESSED = (".pdf", ".docx", ".odt", ".epub", ".xlsx")  # nobody packs them once more

PACKED: dict[str, Format] = {f"{kind}.gz": form for kind, form in FORMATS.items() if kind not in _COMPRESSED}
"""The same for files that are packed with gzip."""

KEYED: dict[str, Callable[[Source], Iterator[tuple[str, str]]]] = {
    ".csv": csv_keys,
    ".tsv": csv_keys,
    ".json": json_keys,
    ".jsonl": json_keys,
    ".ndjson": json_keys,
    ".xlsx": spreadsheet_keys,
}
"""For the kinds that give ids: each id, with a digest of what it stands for."""
