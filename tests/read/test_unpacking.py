import gzip
from io import BytesIO

import pytest
from files_made_here import docx_bytes, pdf_bytes, zip_bytes

from graphbuild.errors import InputError
from graphbuild.read import read
from graphbuild.read.unpacking import archive, swollen, unpacked


def told(folder) -> str:
    skips = []
    list(read([folder, folder.parent / "good.txt"], on_skip=skips.append))
    return " ".join(skip.reason for skip in skips)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text("Norland won.")
    (tmp_path / "bad").mkdir()
    return tmp_path / "bad"


def test_a_packed_file_is_read_as_it_was(tmp_path):
    words = b"Norland won.\n" * 1_000_000
    (tmp_path / "a.gz").write_bytes(gzip.compress(bytes(range(256)) * 200 + words))
    with unpacked(str(tmp_path / "a.gz")) as stream:
        assert len(stream.read()) == 51_200 + len(words)
        stream.seek(51_200)
        assert stream.readline() == b"Norland won.\n"


def test_a_bomb_is_told_while_it_is_unpacked(folder):
    row = b'"' + b"Norland won. " * 100 + b'"\n'
    (folder / "a.csv.gz").write_bytes(gzip.compress(b"text\n" + row * 80_000))
    assert "200 times its size" in told(folder)


def test_office_files_and_pdf_that_swell_are_told(folder):
    (folder / "a.docx").write_bytes(docx_bytes(*[("", "Norland won. " * 1_000)] * 120))
    assert "unpacks to 1,5" in told(folder)
    page = [(700 - n, 10, "Norland won. " * 90) for n in range(100)]
    assert swollen(100, 1) == ""
    (folder / "a.docx").unlink()
    (folder / "a.pdf").write_bytes(packed_pdf(*[page] * 12))
    assert "characters, " in told(folder)


def packed_pdf(*pages) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_bytes(*pages))))
    for page in writer.pages:
        page.compress_content_streams()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_archive_of_text_is_opened_and_a_bomb_is_not():
    assert archive(BytesIO(zip_bytes({"a.xml": "Norland won."}))).namelist() == ["a.xml"]
    bomb = zip_bytes({"a.xml": " " * 70_000_000})
    with pytest.raises(InputError, match="200 times"):
        archive(BytesIO(bomb))
    assert archive(BytesIO(bomb), lambda name: name != "a.xml").namelist() == ["a.xml"]
