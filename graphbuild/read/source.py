"""One opened input, as every format takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["LONGEST", "TOO_LONG", "Source"]

LONGEST = 10_000_000
"""Characters of the longest document: some 170,000 words, where no single article goes."""

TOO_LONG = f"is longer than {LONGEST:,} characters: split it, one file or one row per article"


@dataclass(frozen=True, slots=True)
class Source:
    """What a format needs to know to read one file.

    Attributes
    ----------
    stream : BinaryIO
        Open for reading, seekable, unpacked where the file is a ``.gz``.
    path : str
        As shown to the user.
    encoding : str or None
        What the user says the encoding is; None leaves it to `graphbuild.read.encoding`.
    columns : mapping of str to str
        Column names of tables, where they differ from graphbuild's own: ``{"text": "body"}``.
    """

    stream: BinaryIO
    path: str
    encoding: str | None
    columns: Mapping[str, str]
