"""Packed files, unpacked with an eye on how much comes out of how little."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, BinaryIO, cast

from graphbuild.errors import InputError
from graphbuild.read.source import size

__all__ = ["archive", "swollen", "unpacked"]

_LITTLE = 1_000_000
"""Characters up to which nobody asks how they were packed."""

_SWOLLEN = 20  # characters that a packed byte gives at most; prose gives three to five
_MOST_TIMES = 200
_FREE = 64 << 20
_MOST = 1 << 30
_BOMB = "unpacks to more than {:,} times its size: that is no archive of texts; unpack it and look into it"


def unpacked(path: str) -> BinaryIO:
    """Open a gzip file; reading it fails once it has grown beyond what text does.

    Parameters
    ----------
    path : str

    Returns
    -------
    BinaryIO
        Seekable, though back only by unpacking again.

    Raises
    ------
    InputError
        While it is read, past 64 MiB that are more than 200 times the packed bytes.
    """
    stream = cast(IO[bytes], gzip.open(path))  # noqa: SIM115  (closed with what is returned)
    return cast(BinaryIO, BufferedReader(_Unpacked(stream, Path(path).stat().st_size)))


class _Unpacked(RawIOBase):
    """A gzip stream that tells how far it has come."""

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        self.stream = stream
        self.most = max(_FREE, _MOST_TIMES * packed)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self.stream.read(len(buffer))
        if self.stream.tell() > self.most:
            raise InputError(_BOMB.format(_MOST_TIMES))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence == 2:  # gzip cannot seek from the end without reading all at once
            while self.read(1 << 16):
                pass
            return self.stream.tell()
        return self.stream.seek(offset, whence)

    def tell(self) -> int:
        return self.stream.tell()

    def close(self) -> None:
        self.stream.close()
        super().close()


def archive(stream: IO[bytes], counts: Callable[[str], bool] = lambda name: True) -> zipfile.ZipFile:
    """Open a ZIP file (Word, OpenDocument, EPUB, Excel) of which nothing will swell beyond measure.

    Parameters
    ----------
    stream : IO of bytes
    counts : callable
        Whether the member of this name will be unpacked.

    Returns
    -------
    zipfile.ZipFile

    Raises
    ------
    InputError
        If its members are more than 1 GiB unpacked, or past 64 MiB more than 200 times the packed bytes.
    zipfile.BadZipFile
        If it is none.

    Notes
    -----
    `zipfile` never unpacks more of a member than the archive's own list says of it.
    """
    packed = size(stream)
    found = zipfile.ZipFile(stream)
    total = sum(info.file_size for info in found.infolist() if counts(info.filename))
    if total > max(_FREE, _MOST_TIMES * packed):
        raise InputError(_BOMB.format(_MOST_TIMES))
    if total > _MOST:
        raise InputError(f"unpacks to {total / (1 << 30):.1f} GiB: split it")
    return found


def swollen(characters: int, packed: int) -> str:
    """What is wrong with a text that takes far more room than its file.

    Parameters
    ----------
    characters : int
        Of the text.
    packed : int
        Bytes of the file.

    Returns
    -------
    str
        Empty if nothing is.

    Examples
    --------
    >>> swollen(50_000, 20_000), swollen(3_600_000, 35_000)[:33]
    ('', 'unpacks to 3,600,000 characters, ')
    """
    if characters <= max(_LITTLE, _SWOLLEN * packed):
        return ""
    return (
        f"unpacks to {characters:,} characters, {characters // max(packed, 1):,} for a byte of the file: "
        "that is no article; if it is, save it as .txt"
    )
