import gzip
import re
from pathlib import Path

import pytest
from files_made_here import docx_bytes, epub_bytes, odt_bytes, pdf_bytes, xlsx_bytes

from graphbuild.read import read
from graphbuild.read.formats import FORMATS, KEYED, PACKED

WORDS = "Norland sued Sudland over the lake on Monday."
PAGE = f"<html><body><h1>Norland</h1><p>{WORDS}</p></body></html>".encode()
OBJECT = f'{{"text": "{WORDS}"}}\n'.encode()
FEED = f"<rss><channel><item><description>{WORDS}</description></item></channel></rss>".encode()
ENTRY = f"<entry xmlns='http://www.w3.org/2005/Atom'><summary>{WORDS}</summary></entry>".encode()
MAIL = f"From: ada@norland.example\nSubject: Lake\n\n{WORDS}\n".encode()
MADE = {
    ".txt": WORDS.encode(),
    ".md": WORDS.encode(),
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".pdf": pdf_bytes([(700, 12, WORDS)]),
    ".docx": docx_bytes(("", WORDS)),
    ".odt": odt_bytes(f"<text:p>{WORDS}</text:p>"),
    ".rtf": f"{{\\rtf1\\ansi {WORDS}\\par}}".encode(),
    ".epub": epub_bytes(f"<p>{WORDS}</p>"),
    ".eml": MAIL,
    ".mbox": b"From ada@norland.example Mon Mar  4 10:00:00 2024\n" + MAIL,
    ".xml": FEED,
    ".rss": FEED,
    ".atom": ENTRY,
    ".csv": f'text\n"{WORDS}"\n'.encode(),
    ".tsv": f"text\n{WORDS}\n".encode(),
    ".json": b"[" + OBJECT + b"]",
    ".jsonl": OBJECT,
    ".ndjson": OBJECT,
    ".xlsx": xlsx_bytes(["text"], [WORDS]),
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
    compressed = {".pdf", ".docx", ".odt", ".epub", ".xlsx"}
    assert {kind.removesuffix(".gz") for kind in PACKED} == FORMATS.keys() - compressed


def test_the_kinds_that_give_ids_are_kinds():
    assert KEYED.keys() <= FORMATS.keys()


def test_the_readme_names_every_kind():
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    kinds = readme.partition("| kind | what is a document |")[2].partition("\n\n")[0]
    assert set(re.findall(r"\.[a-z]+", kinds)) == set(FORMATS)
