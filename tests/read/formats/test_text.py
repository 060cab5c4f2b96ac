from io import BytesIO

import pytest

from graphbuild.errors import InputError
from graphbuild.read.formats.text import text
from graphbuild.read.source import LONGEST, Source


def read(data: bytes) -> str:
    (document,) = text(Source(BytesIO(data), "a.txt", None, {}))
    return document.text


def test_the_text_is_the_decoded_file() -> None:
    data = " Süd\r\n\r\n\tNorland\x0c\u202e\u2028 won.\r".encode()
    assert read(data) == data.decode()


def test_a_file_that_must_be_too_long_is_refused_unread() -> None:
    assert len(read(b"a" * 4 * LONGEST)) == 4 * LONGEST
    with pytest.raises(InputError, match="longer than 10,000,000 characters: split it"):
        read(b"a" * (4 * LONGEST + 1))
