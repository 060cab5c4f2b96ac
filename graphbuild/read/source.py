"""One opened input, as every format takes it, and how much of it is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, BinaryIO

from graphbuild.errors import InputError

__all__ = ["LONGEST", "TOO_LONG", "Source", "bounded", "candidates", "cut", "size"]

LONGEST = 10_000_000
"""Characters of the longest document: some 170,000 words, where no single article goes."""

TOO_LONG = f"is longer than {LONGEST:,} characters: split it, one file or one row per article"

_LONG_VALUE = 60
_BLOCK = 1 << 18


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
    columns : mapping of str to str or sequence of str
        Column names of tables, where they differ from graphbuild's own: ``{"text": "body"}``. Of several,
        each row gives the first that it fills.
    first : str
        ``day`` or ``month`` where the user says which of them dates like ``05/03/2024`` have first.
    quiet : bool
        Whether warnings are kept back, because the file is read again.
    """

    stream: BinaryIO
    path: str
    encoding: str | None
    columns: Mapping[str, str | Sequence[str]]
    first: str = ""
    quiet: bool = False


def candidates(source: Source, wanted: str) -> list[str]:
    """The names that a column may have, in the order in which they are tried.

    Parameters
    ----------
    source : Source
    wanted : str
        Graphbuild's own name of it.

    Returns
    -------
    list of str

    Examples
    --------
    >>> from io import BytesIO
    >>> source = Source(BytesIO(), "a.csv", None, {"text": ["body", "lead"]})
    >>> candidates(source, "text"), candidates(source, "title")
    (['body', 'lead'], ['title'])
    """
    given = source.columns.get(wanted, wanted)
    return [given] if isinstance(given, str) else list(given)


def size(stream: IO[bytes]) -> int:
    """Bytes of a stream, which is rewound.

    Parameters
    ----------
    stream : IO of bytes
        Seekable.

    Returns
    -------
    int

    Examples
    --------
    >>> from io import BytesIO
    >>> size(BytesIO(b"four"))
    4
    """
    stream.seek(0, 2)
    length = stream.tell()
    stream.seek(0)
    return length


def bounded(stream: IO[bytes], most: int = 4 * LONGEST, told: str = TOO_LONG) -> bytes:
    """What is left of a stream, if it is no more than a document may have.

    Parameters
    ----------
    stream : IO of bytes
    most : int
        Bytes; by default those of the longest document, of which a character takes at most four.
    told : str
        What is said if there are more.

    Returns
    -------
    bytes

    Raises
    ------
    InputError
        If there is more.

    Examples
    --------
    >>> from io import BytesIO
    >>> bounded(BytesIO(b"Norland"), 9)
    b'Norland'
    """
    blocks: list[bytes] = []
    length = 0
    while block := stream.read(_BLOCK):
        length += len(block)
        if length > most:
            raise InputError(told)
        blocks.append(block)
    return b"".join(blocks)


def cut(value: object, most: int = _LONG_VALUE) -> str:
    """A value as a message shows it: quoted, and cut where it is long.

    Parameters
    ----------
    value : object
    most : int
        Characters that are shown.

    Returns
    -------
    str

    Examples
    --------
    >>> cut("body"), cut("x" * 99, 5)
    ("'body'", "'xxxxx...'")
    """
    text = str(value)
    return repr(text if len(text) <= most else f"{text[:most]}...")
