"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator
from io import SEEK_END

from graphbuild.errors import InputError
from graphbuild.read.encoding import decoded
from graphbuild.read.source import LONGEST, TOO_LONG, Source
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
    # Four bytes is the most that a character takes, so a longer file need not be read.
    if source.stream.seek(0, SEEK_END) > 4 * LONGEST:
        raise InputError(TOO_LONG)
    yield Document("", decoded(source), path=source.path)
