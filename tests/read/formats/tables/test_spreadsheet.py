from datetime import date, datetime
from io import BytesIO
from time import process_time

import pytest
from files_made_here import xlsx_bytes, zip_bytes
from openpyxl import Workbook

from graphbuild.errors import InputError
from graphbuild.read.formats.tables.spreadsheet import spreadsheet_rows
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip


def read(data: bytes, **columns: object) -> list[Document | Skip]:
    return list(spreadsheet_rows(Source(BytesIO(data), "a.xlsx", None, columns)))  # type: ignore[arg-type]


def test_rows_below_a_heading_with_dates_and_numbers_as_they_are_stored() -> None:
    rows: list[list[object]] = [
        ["Press of the week"],
        [],
        ["ID", "Text", "Date"],
        [7, "<p>Norland won.</p>", datetime(2024, 3, 5, 10)],
        [None, None, None],
        [8.0, "Sudland lost.", date(2024, 3, 6)],
    ]
    found = read(xlsx_bytes(*rows))
    assert [(item.doc_id, item.text, item.date, item.path) for item in found] == [
        ("7", "Norland won.", "2024-03-05", "a.xlsx:4"), ("8", "Sudland lost.", "2024-03-06", "a.xlsx:6"),
    ]  # fmt: skip


def test_every_sheet_that_has_the_columns_is_read() -> None:
    found = read(xlsx_bytes(["text"], ["One."], More=[["text"], ["Two."]], Notes=[["nothing"]]))
    assert [(item.path, item.text) for item in found] == [
        ("a.xlsx:Sheet:2", "One."),
        ("a.xlsx:More:2", "Two."),
    ]


def test_the_first_column_that_is_filled_is_taken_row_by_row() -> None:
    found = read(xlsx_bytes(["lead", "body"], ["One.", None], ["Short.", "Two."]), text=["body", "lead"])
    assert [item.text for item in found] == ["One.", "Two."]


def test_a_cell_in_the_far_corner_costs_little() -> None:
    far = BytesIO()
    book = Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD900000"] = "text", "Norland won.", "x"
    book.save(far)
    started = process_time()
    (found,) = read(far.getvalue())
    assert found.text == "Norland won."
    assert process_time() - started < 20  # about 1 s on an idle core


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no Excel file"),
        (b"text\nNorland won.\n", "no Excel file"),
        (b"\xd0\xcf\x11\xe0", "password, or an old .xls"),
        (zip_bytes({"a.xml": " " * 100_000_000}), "200 times its size"),
        (xlsx_bytes(["body"], ["x"]), "--columns text=body"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)
