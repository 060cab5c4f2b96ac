import logging
import random
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import InputError
from graphbuild.read.encoding import codec, decoded
from graphbuild.read.source import Source


def source(data: bytes, encoding: str | None = None) -> Source:
    return Source(BytesIO(data), "a.txt", encoding, {})


@settings(deadline=None)
@given(st.text())
def test_utf8_is_read_as_it_stands(text: str) -> None:
    few_controls = sum(character < " " for character in text) < 0.3 * len(text.encode())
    if few_controls and not text.startswith("\ufeff"):
        assert decoded(source(text.encode())) == text


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_text(name: str) -> None:
    assert decoded(source("Norland\r\nsüd ☃".encode(name))) == "Norland\r\nsüd ☃"


def test_a_mark_in_a_file_said_to_be_utf8_is_no_text_either() -> None:
    assert decoded(source("Süd".encode("utf-8-sig"), "UTF8")) == "Süd"


def test_the_user_knows_best() -> None:
    data = "Süd".encode()
    assert decoded(source(data, "latin-1")) == data.decode("latin-1") != "Süd"


def test_bytes_that_do_not_fit_the_encoding_given_name_the_place_and_the_remedy() -> None:
    with pytest.raises(InputError, match=r"not ascii \(byte 3 .*--encoding"):
        decoded(source(b"Nor\xffland", "ascii"))


def test_a_late_error_is_found_at_its_byte() -> None:
    with pytest.raises(InputError, match=r"byte 2,000,000 "):
        codec(source(b"a" * 2_000_000 + b"\xff", "ascii"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The café of José Müller, in Norburg, was closed on Monday.", "cp1252"),
        ("He said it was “over” – and left Norburg.", "cp1252"),
        ("Министр Севера уехал в столицу и сказал, что переговоры продолжатся.", "cp1251"),
    ],
)
def test_a_guess_is_made_only_after_utf8_has_failed_and_is_told(
    text: str, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert decoded(source(text.encode(name))) == text
    assert f"a.txt: not UTF-8; read as {name}, a guess" in caplog.text
    assert "--encoding" in caplog.text


def test_utf8_makes_no_noise(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        decoded(source("Süd".encode()))
    assert not caplog.records


@pytest.mark.parametrize("data", [b"\xe2\x80\x9cNorland\xff\xe2\x80\x9d", "Norland – Süd".encode()[:-2]])
def test_damaged_utf8_is_still_utf8_and_told(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    assert decoded(source(data)) == data.decode("utf-8", "replace")
    assert "damaged" in caplog.text


def test_what_the_page_declares_comes_before_a_guess() -> None:
    data = "Ąžuolas".encode("cp1257")
    assert decoded(source(data), "windows-1257") == "Ąžuolas"
    assert decoded(source("“Süd”".encode("cp1252")), "iso-8859-1") == "“Süd”"
    assert decoded(source("Süd".encode()), "windows-1257") == "Süd"
    assert decoded(source("José Müller".encode("cp1252")), "no-such") == "José Müller"


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(40_000),
        b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(300),
        bytes(500),
        "Norland".encode("utf-16-le"),
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"binary data.*--encoding"):
        decoded(source(data))


def test_binary_data_is_refused_even_in_an_encoding_that_takes_all_bytes() -> None:
    with pytest.raises(InputError, match="binary"):
        decoded(source(random.Random(3).randbytes(40_000), "latin-1"))


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"PK\x03\x04word", ".docx"),
        (b"{\\rtf1 x}", ".docx"),
        (b"\x1f\x8b\x08", ".gz"),
    ],
)
def test_files_in_disguise_name_the_remedy(data: bytes, remedy: str) -> None:
    with pytest.raises(InputError, match=remedy):
        decoded(source(data))


def test_a_nul_is_a_character() -> None:
    assert decoded(source(b"Norland\x00 sued.")) == "Norland\x00 sued."
