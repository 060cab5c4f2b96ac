"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.read.encoding import decoded
from graphbuild.read.source import Source
from graphbuild.records import Document

__all__ = ["text"]


def text(source: Source) -> Iterator[Document]:
    """Read a text file as it stands, ``\\r\\n`` and all.

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
        If it is too long or no text.

    Examples
    --------
    >>> from io import BytesIO
    >>> next(text(Source(BytesIO(b"Norland sued Sudland."), "a.txt", None, {}))).text
    'Norland sued Sudland.'
    """
    yield Document("", decoded(source), path=source.path)
