import gzip

import pytest
from files_made_here import docx_bytes, pdf_bytes

from graphbuild.read import read
from graphbuild.read.formats import FORMATS, PACKED

WORDS = "Norland sued Sudland over the lake on Monday."
PAGE = f"<html><body><h1>Norland</h1><p>{WORDS}</p></body></html>".encode()
OBJECT = f'{{"text": "{WORDS}"}}\n'.encode()
MADE = {
    ".txt": WORDS.encode(),
    ".md": WORDS.encode(),
    ".html": PAGE,
    ".htm": PAGE,
    ".pdf": pdf_bytes([(700, 12, WORDS)]),
    ".docx": docx_bytes(("", WORDS)),
    ".csv": f'text\n"{WORDS}"\n'.encode(),
    ".tsv": f"text\n{WORDS}\n".encode(),
    ".jsonl": OBJECT,
    ".ndjson": OBJECT,
}


def test_every_format_is_tried_here():
    assert MADE.keys() == FORMATS.keys()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_of_each_kind_gives_its_words(tmp_path, kind):
    (tmp_path / f"a{kind}").write_bytes(MADE[kind])
    (document,) = read(tmp_path)
    assert WORDS in document.text


@pytest.mark.parametrize("kind", PACKED)
def test_a_packed_file_gives_the_same(tmp_path, kind):
    (tmp_path / f"a{kind}").write_bytes(gzip.compress(MADE[kind.removesuffix(".gz")]))
    (document,) = read(tmp_path)
    assert WORDS in document.text


def test_what_is_compressed_within_is_not_packed():
    assert {kind.removesuffix(".gz") for kind in PACKED} == FORMATS.keys() - {".pdf", ".docx"}
