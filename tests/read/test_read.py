import gzip
import json
import os
import sys
import time
import tracemalloc
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path

import pytest
from files_made_here import docx_bytes, pdf_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import InputError, NothingToRead
from graphbuild.read import read
from graphbuild.records import Document, Skip, content_id

ARTICLE = "Minister quits\r\n\r\nPublished: 6 August 2019\r\n\r\nThe minister of Norland left on Tuesday.\r\n"


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def both(*args: object, **kwargs: object) -> tuple[list[Document], list[Skip]]:
    skips: list[Skip] = []
    return list(read(*args, on_skip=skips.append, **kwargs)), skips  # type: ignore[arg-type]


def test_an_article_with_its_head(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": ARTICLE})
    (found,) = read(tmp_path / "a.txt")
    start = ARTICLE.index("Published")
    assert found == Document(
        content_id(ARTICLE, "Minister quits", "2019-08-06", "", ""),
        ARTICLE,
        "Minister quits",
        "2019-08-06",
        path=str(tmp_path / "a.txt"),
        furniture=((start, start + len("Published: 6 August 2019")),),
    )


def test_every_format_comes_out_of_one_folder(tmp_path: Path) -> None:
    words = "The minister of {} left."
    put(
        tmp_path,
        {
            "a.txt": words.format("Alland"),
            "b.md": f"# {words.format('Burland')}",
            "c.html": f"<p>{words.format('Corland')}",
            "d.pdf": pdf_bytes([(720, 12, words.format("Dunland"))]),
            "e.docx": docx_bytes(("", words.format("Eastland"))),
            "f.csv": f"id,text\n1,{words.format('Fenland')}\n",
            "g.tsv": f"id\ttext\n2\t{words.format('Gutland')}\n",
            "h.jsonl": json.dumps({"text": words.format("Highland")}),
            "i.ndjson": json.dumps({"text": words.format("Inland")}),
            "j.txt.gz": gzip.compress(words.format("Jutland").encode()),
            "k.jsonl.gz": gzip.compress(json.dumps({"text": words.format("Kurland")}).encode()),
            "l.csv.gz": gzip.compress(f"text\n{words.format('Lowland')}\n".encode()),
            "m.HTM": f"<p>{words.format('Midland')}",
        },
    )
    documents, skips = both(tmp_path)
    lands = (
        "Alland Burland Corland Dunland Eastland Fenland Gutland Highland Inland Jutland Kurland Lowland "
        "Midland"
    )
    assert skips == []
    assert [document.text.split()[-2] for document in documents] == lands.split()
    assert len({document.doc_id for document in documents}) == len(documents)


def test_bad_files_are_told_with_reasons_and_the_good_ones_come_out(tmp_path: Path) -> None:
    bad = {
        "binary.txt": (b"\x7fELF\x00\x00" + bytes(range(256)) * 8, "binary"),
        "empty.txt": (b"", "is empty"),
        "white.txt": (b" \r\n\t \n", "white space"),
        "long.txt": (b"Norland won. " * 800_000, "longer than 10,000,000 characters"),
        "locked.pdf": (pdf_bytes([(720, 12, "Norland won.")], password="x"), "password"),
        "scan.pdf": (pdf_bytes([]), "OCR"),
        "false.docx": (b"no zip", "not a Word file"),
        "false.pdf": (b"no pdf", "not a PDF"),
        "columns.csv": (b"id,body\n1,Norland won.", "--columns text=body"),
        "rowless.csv": (b"id,text\n", "no rows"),
        "false.txt.gz": (b"no gzip", "cannot be read"),
        "cut.txt.gz": (gzip.compress(b"Norland won." * 99)[:-9], "cannot be read"),
    }
    good = {"a.txt": "Norland won.", "z.txt": "Sudland lost."}
    put(tmp_path, {name: content for name, (content, _) in bad.items()} | good)
    (tmp_path / "no_text_here").mkdir()
    paths = [tmp_path, tmp_path / "none.txt", tmp_path / "no_text_here"]
    documents, skips = both(paths)
    assert [document.text for document in documents] == list(good.values())
    told = {Path(skip.path).name: skip.reason for skip in skips}
    assert told.keys() == bad.keys() | {"none.txt", "no_text_here"}
    for name, (_, reason) in bad.items():
        assert reason in told[name], name


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"a.txt": "Norland won.", "b.txt": "Sudland lost."})
    real = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    documents, skips = both(tmp_path)
    assert [document.text for document in documents] == ["Sudland lost."]
    assert skips == [Skip(str(tmp_path / "a.txt"), "cannot be read: Permission denied")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permissions_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "Norland won.", "b.txt": "Sudland lost."})
    (tmp_path / "a.txt").chmod(0)
    assert both(tmp_path)[1] == [Skip(str(tmp_path / "a.txt"), "cannot be read: Permission denied")]


def test_skips_are_told_as_they_happen(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "", "b.txt": "Norland won.", "c.txt": ""})
    skips: list[Skip] = []
    documents = read(tmp_path, on_skip=skips.append)
    next(documents)
    assert [Path(skip.path).name for skip in skips] == ["a.txt"]
    assert list(documents) == []
    assert [Path(skip.path).name for skip in skips] == ["a.txt", "c.txt"]


def test_skips_are_logged_if_nobody_asks_for_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(tmp_path, {"a.txt": "", "b.txt": "Norland won."})
    list(read(tmp_path))
    assert caplog.messages == [f"{tmp_path / 'a.txt'}: is empty"]


def test_nothing_to_read_names_what_was_left_out(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": "x\n" * 25})
    with pytest.raises(NothingToRead, match=r"a.jsonl:1: (.|\n)*a.jsonl:10: (.|\n)*and 16 more"):
        both([tmp_path / "none.txt", tmp_path])
    with pytest.raises(NothingToRead, match=r"none.txt: does not exist"):
        both([tmp_path / "none.txt"])
    with pytest.raises(NothingToRead, match="no path was given"):
        both([])


def test_standard_input_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("Norland\r\nwon – süd.".encode())))
    (found,) = read("-")
    assert (found.text, found.path) == ("Norland\r\nwon – süd.", "-")


def test_arguments_that_cannot_be_used_are_refused_at_once() -> None:
    with pytest.raises(InputError, match=r"'body' is none of the columns id, title, text.*text=body"):
        read("-", columns={"body": "text"})
    for encoding in ("utf-9", "hex", "", "\0"):
        with pytest.raises(InputError, match="is no encoding"):
            read("-", encoding=encoding)


def test_the_encoding_given_is_used(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "Süd".encode("cp850"), "b.csv": "text\nNörd\n".encode("cp850")})
    assert [document.text for document in read(tmp_path, encoding="cp850")] == ["Süd", "Nörd"]


def test_moving_a_file_keeps_its_id_and_a_second_copy_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"a/one.txt": ARTICLE, "b/two.txt": ARTICLE})
    (first,) = read(tmp_path / "a")
    (second,) = read(tmp_path / "b")
    assert first.doc_id == second.doc_id
    documents, skips = both(tmp_path)
    assert documents == [first]
    assert skips == [Skip(str(tmp_path / "b/two.txt"), f"same text as {tmp_path / 'a/one.txt'}")]


def test_a_given_id_that_stands_for_two_texts_is_told_apart_by_them(tmp_path: Path) -> None:
    rows = [
        ("x", "One."),
        ("x", "Two."),
        ("x", "One."),
        ("x", "Two."),
        ("y", "One."),
        ("", "One."),
        ("", "One."),
    ]
    put(tmp_path, {"a.jsonl": "\n".join(json.dumps({"id": i, "text": text}) for i, text in rows)})
    documents, skips = both(tmp_path)
    one, two = content_id("One.", "", "", "", ""), content_id("Two.", "", "", "", "")
    assert [(d.doc_id, d.text) for d in documents] == [
        (f"x~{one}", "One."), (f"x~{two}", "Two."), ("y", "One."), (one, "One."),
    ]  # fmt: skip
    where = tmp_path / "a.jsonl"
    assert [(s.path, s.reason) for s in skips] == [
        (f"{where}:3", f"same text as {where}:1"),
        (f"{where}:4", f"same text as {where}:2"),
        (f"{where}:7", f"same text as {where}:6"),
    ]


def test_what_a_row_says_goes_before_what_its_text_says(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": json.dumps({"text": ARTICLE, "title": "Other", "date": "2018-01-02"})})
    (found,) = read(tmp_path)
    assert (found.title, found.date) == ("Other", "2018-01-02")


def test_markdown_marks_and_furniture_lines_add_up(tmp_path: Path) -> None:
    put(tmp_path, {"a.md": "# Minister *quits*\n\n**Published:** 6 August 2019\n\nHe [left](x)."})
    (found,) = read(tmp_path)
    assert [found.text[a:b] for a, b in found.furniture] == [
        "# ", "*", "*", "**Published:** 6 August 2019", "[", "](x)",
    ]  # fmt: skip
    assert (found.title, found.date) == ("Minister quits", "2019-08-06")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(), min_size=1).filter(str.strip), max_size=5, unique=True))
def test_any_text_survives_json_lines(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("rows")
    put(folder, {"a.jsonl": "\n".join(json.dumps({"text": text, "title": text}) for text in texts)})
    documents = list(read(folder, on_skip=print)) if texts else []
    assert [document.text for document in documents] == texts
    for document in documents:
        spans = [(0, 0), *document.furniture, (len(document.text),) * 2]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_thousand_articles_in_little_time(tmp_path: Path) -> None:
    sentence = "The minister of Norland left on Tuesday after a long dispute over the harbour. "
    body = "\n\n".join([sentence * 4] * 10)
    put(
        tmp_path,
        {f"{n:04}.txt": f"Minister {n} quits\n\nBy Ada Holm\n\n6 August 2019\n\n{body}" for n in range(1000)},
    )
    started = time.process_time()
    count = sum(document.date == "2019-08-06" for document in read(tmp_path))
    assert count == 1000
    assert time.process_time() - started < 10  # about 1 s on an idle core


def test_memory_holds_one_document_at_a_time(tmp_path: Path) -> None:
    put(tmp_path, {f"{n:02}.txt": f"Norland {n} won. " * 20_000 for n in range(50)})
    tracemalloc.start()
    count = sum(1 for _ in read(tmp_path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 50
    assert peak < 10 * 17 * 20_000  # of 50 such files


def test_a_document_in_two_files_counts_once(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "a.txt": "Norland won.\n\nIt rained.\n",
            "b.csv": 'id,text,date\n7,"Norland won.\r\n\r\nIt rained.",2024-03-05\n'
            "8,Sudland lost.,2024-03-05\n",
            "c.csv": "id,text,date\n9,Sudland lost.,2024-03-06\n",
        },
    )
    documents, skips = both(tmp_path)
    assert [Path(document.path).name for document in documents] == ["a.txt", "b.csv:3", "c.csv:2"]
    assert skips == [Skip(f"{tmp_path / 'b.csv'}:2", f"same text as {tmp_path / 'a.txt'}")]


def test_ids_and_what_is_kept_do_not_depend_on_the_order_of_paths(tmp_path: Path) -> None:
    put(tmp_path, {"a.jsonl": '{"id": "x", "text": "One."}', "b.jsonl": '{"id": "x", "text": "Two."}'})
    put(tmp_path, {"c.txt": "Two."})
    paths = sorted(tmp_path.iterdir())
    assert both(paths) == both(paths[::-1])
    assert {document.doc_id.partition("~")[0] for document in both(paths)[0]} == {"x"}


def test_the_order_of_day_and_month_is_what_the_user_says(tmp_path: Path) -> None:
    put(tmp_path, {"a.csv": "text,date\nNorland won.,05/03/2024\n"})
    put(tmp_path, {"b.txt": "Sudland lost\n\nPublished: 05/03/2024\n\nIt lost."})
    for day_first, date in ((True, "2024-03-05"), (False, "2024-05-03"), (None, "")):
        assert {document.date for document in read(tmp_path, day_first=day_first)} == {date}


def test_the_name_of_a_file_dates_what_has_no_date_but_not_rows(tmp_path: Path) -> None:
    row = b"text\nSudland lost.\n"
    put(
        tmp_path,
        {"20240305_a.txt": "Norland won.", "2024-03-06.csv": row, "2024/03/07/c.txt": "Ostland drew."},
    )
    dates = {document.text: document.date for document in read(tmp_path)}
    assert dates == {"Norland won.": "2024-03-05", "Sudland lost.": "", "Ostland drew.": "2024-03-07"}


def test_a_text_in_another_language_is_told_and_is_no_prose(tmp_path: Path) -> None:
    french = "Le maire a dit lundi que la ville ne paierait pas pour les travaux de la gare."
    put(tmp_path, {"a.txt": french, "b.txt": "Norland won."})
    (found, other), (skip,) = both(tmp_path)
    assert (found.furniture, other.furniture) == (((0, len(french)),), ())
    assert "is in French" in skip.reason
