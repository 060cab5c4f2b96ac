import json
import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import InputError
from graphbuild.read.formats.tables.delimited import csv_rows
from graphbuild.read.formats.tables.objects import json_rows
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip


def table(content: str | bytes, **columns: str) -> list[Document | Skip]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(csv_rows(Source(BytesIO(data), "a.csv", None, columns)))


def lines(*rows: object, **columns: str) -> list[Document | Skip]:
    data = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()
    return list(json_rows(Source(BytesIO(data), "a.jsonl", None, columns)))


FULL = Document(
    "7", "Norland, it won.", "Minister quits", "2019-08-06", "Norland Times", "https://n.example", ""
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_any_delimiter_order_and_case(delimiter: str, encoding: str) -> None:
    rows = [
        ["Extra", "Text", "ID", " title ", "DATE", "source", "url"],
        [
            "x",
            '"Norland, it won."',
            "7",
            "Minister quits",
            "6 August 2019",
            "Norland Times",
            "https://n.example",
        ],
    ]
    (found,) = table("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    assert found == Document(*[getattr(FULL, name) for name in Document.__slots__][:6], path="a.csv:2")


def test_columns_are_renamed() -> None:
    content = "nr,body,text\n1,Norland won.,not this\n"
    (found,) = table(content, text="body", id="nr")
    assert isinstance(found, Document)
    assert (found.doc_id, found.text) == ("1", "Norland won.")
    (line,) = lines({"nr": 1, "body": "Norland won.", "text": "not this"}, text="body", id="nr")
    assert isinstance(line, Document)
    assert (line.doc_id, line.text) == ("1", "Norland won.")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_the_text_of_a_csv_field_is_its_value(text: str) -> None:
    (found,) = table('id,text\n1,"' + text.replace('"', '""') + '"\n')
    assert isinstance(found, Document)
    assert found.text == text


@settings(deadline=None)
@given(st.text(st.characters(), min_size=1))
def test_the_text_of_a_json_line_is_its_value_surrogates_included(text: str) -> None:
    for row in ({"text": text}, json.dumps({"text": text}, ensure_ascii=True)):
        (found,) = lines(row)
        assert isinstance(found, Document)
        assert found.text == text


def test_raw_control_characters_and_line_separators_stay_within_their_json_line() -> None:
    first, second = lines('{"text": "a\tb\u2028c\x00d\x85e"}', {"text": "f"})
    assert isinstance(first, Document)
    assert first.text == "a\tb\u2028c\x00d\x85e"
    assert isinstance(second, Document)


def test_huge_fields() -> None:
    text = "Norland won. " * 60_000
    (found,) = table(f'note,text\n{"x" * 500_000},"{text}"\n')
    assert isinstance(found, Document)
    assert found.text == text


@pytest.mark.parametrize(
    ("content", "columns", "reason"),
    [
        ("id,headline,body\n1,a,b", {}, "'id', 'headline', 'body'.*--columns text=body"),
        ("id,words\n1,a", {}, "no column 'text', only 'id', 'words'.*--columns text=NAME"),
        ("id,text\n1,a", {"text": "body"}, "no column 'body', only 'id', 'text'"),
        ("id,text\n1,a", {"date": "day"}, "no column 'day'.*--columns date=NAME"),
        ("", {}, "is empty"),
        ("\nid,text\n", {}, "first line"),
    ],
)
def test_a_csv_that_lacks_a_column_lists_what_it_has(
    content: str, columns: dict[str, str], reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        table(content, **columns)


def test_bad_csv_rows_are_told_by_the_number_a_spreadsheet_shows() -> None:
    found = table('id,text\n1,"Two\nlines, one row."\n2,Norland, unquoted\n\n3,fine,\n4\n')
    assert [item.path for item in found] == ["a.csv:2", "a.csv:3", "a.csv:5", "a.csv:6"]
    assert found[1] == Skip("a.csv:3", "has 3 fields and the header 2: quote the text")
    assert [item.text for item in found if isinstance(item, Document)] == ["Two\nlines, one row.", "fine", ""]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{not json}", r"is not valid JSON: .* at character 2"),
        ('{"text": "cut', "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON: its brackets are too deep"),
        ('{"text": ' + "9" * 5000 + "}", "is not valid JSON: it has a number of thousands of digits$"),
        ("[1]", "is not a JSON object"),
        ("12", "is not a JSON object"),
        ({"body": "Norland won."}, "no column 'text', only 'body'.*--columns text=body"),
        ({}, "no column 'text', only unnamed ones"),
        ({"text": None}, "has no text in 'text', but null"),
        ({"text": ["Norland"]}, "has no text in 'text', but "),
    ],
)
def test_a_bad_json_line_is_told_and_the_rest_goes_on(row: object, reason: str) -> None:
    first, bad, last = lines({"text": "One."}, row, "", {"text": "Two."})
    assert isinstance(bad, Skip)
    assert bad.path == "a.jsonl:2"
    assert re.search(reason, bad.reason)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (last.path, last.text) == ("a.jsonl:4", "Two.")


def test_a_json_array_in_a_file_of_lines_is_read() -> None:
    found = lines([{"text": "Norland won."}, {"text": "Sudland lost."}])
    assert [item.path for item in found] == ["a.jsonl:1", "a.jsonl:2"]


def test_other_values_become_plain_text_or_nothing() -> None:
    (found,) = lines(
        {"id": 7, "title": None, "source": {"name": "x"}, "url": ["y"], "date": 20190806, "text": "z"}
    )
    assert found == Document("7", "z", date="2019-08-06", source="x", path="a.jsonl:1")


def test_unclear_dates_are_left_out_and_told_once(caplog: pytest.LogCaptureFixture) -> None:
    found = lines(
        *({"text": str(n), "date": date} for n, date in enumerate(["03/04/2019", "soon", "2019-08-06", ""]))
    )
    assert [item.date for item in found if isinstance(item, Document)] == ["", "", "2019-08-06", ""]
    assert [record.getMessage() for record in caplog.records] == [
        "a.jsonl: 2 dates left out as unclear, '03/04/2019' first: say --day-first or --month-first"
    ]


def test_rows_are_read_one_by_one() -> None:
    for reader, start, row in (
        (json_rows, b"", b'{"text": "Norland won."}\n'),
        (csv_rows, b"id,text\n", b"1,Norland won.\n"),
    ):
        stream = BytesIO(start + row * 100_000)
        rows = reader(Source(stream, "a", None, {}))
        next(rows)
        assert stream.tell() < 100_000


def test_html_in_a_row_is_text_and_title_is_too() -> None:
    (row,) = table("title,text\nAda&#8217;s win,<p>Norland &amp; Sudland won.</p><p>&Aring;land lost.</p>\n")
    (line,) = lines(
        {"title": "<b>Ada</b>’s win", "text": "<p>Norland &amp; Sudland won.<p>&Aring;land lost."}
    )
    for found in (row, line):
        assert isinstance(found, Document)
        assert (found.title, found.text) == ("Ada’s win", "Norland & Sudland won.\n\nÅland lost.")


def test_dates_are_read_in_the_order_that_the_column_shows() -> None:
    days = [
        item.date for item in table("text,date\na,07/08/2019\nb,21/08/2019\n") if isinstance(item, Document)
    ]
    assert days == ["2019-08-07", "2019-08-21"]
    rows = lines({"text": "a", "date": "07/08/2019"}, {"text": "b", "date": "08/21/2019"}, {"text": "c"})
    assert [item.date for item in rows if isinstance(item, Document)] == ["2019-07-08", "2019-08-21", ""]


def test_a_quotation_mark_that_is_never_closed_is_told_and_the_rows_below_are_read() -> None:
    fine, lost, below = table('id,text\n1,"Norland ""won"".\nSo it goes."\n2,"Sudland won.\n3,Ostland won.\n')
    assert isinstance(fine, Document)
    assert isinstance(lost, Skip)
    assert isinstance(below, Document)
    assert lost.path == "a.csv:3"
    assert "never closed" in lost.reason
    assert "2 lines" in lost.reason
    assert below.text == "Ostland won."
