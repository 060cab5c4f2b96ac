from io import BytesIO

import pytest
from docx import Document as WordFile
from docx.oxml import parse_xml
from files_made_here import docx_bytes

from graphbuild.errors import InputError
from graphbuild.read.formats.docx import docx
from graphbuild.read.source import Source
from graphbuild.records import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(data: bytes) -> Document:
    (document,) = docx(Source(BytesIO(data), "a.docx", None, {}))
    return document


def test_paragraphs_in_order() -> None:
    found = read(docx_bytes(("", "Norland sued Sudland."), ("", " "), ("", "北国 won\t“it”.")))
    assert found.text == "Norland sued Sudland.\n\n北国 won\t“it”."


def test_tables_links_and_tracked_changes_are_text_and_deletions_are_not() -> None:
    word = WordFile()
    word.add_paragraph("First.")
    word.add_table(1, 2).cell(0, 1).text = "In a cell."
    word.element.body.append(
        parse_xml(
            f"<w:p {W}><w:r><w:t>Norland </w:t></w:r><w:ins><w:r><w:t>never </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>twice </w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
            "<w:hyperlink><w:r><w:t>won</w:t><w:br/><w:t>it.</w:t></w:r></w:hyperlink></w:p>"
        )
    )
    out = BytesIO()
    word.save(out)
    assert read(out.getvalue()).text == "First.\n\nIn a cell.\n\nNorland never won\nit."


def test_cells_of_a_table_are_furniture_unless_they_hold_a_sentence() -> None:
    word = WordFile()
    word.add_paragraph("Norland voted.")
    cells = ["Party", "Leader", "Ada Holm", "41 seats, St.", "Norland sued Sudland again. It won."]
    table = word.add_table(1, len(cells))
    for cell, text in zip(table.rows[0].cells, cells, strict=True):
        cell.text = text
    word.add_paragraph("Holm left")
    out = BytesIO()
    word.save(out)
    found = read(out.getvalue())
    assert [found.text[start:end] for start, end in found.furniture] == cells[:-1]
    assert found.text == "\n\n".join(["Norland voted.", *cells, "Holm left"])


def test_full_names_below_the_first_row_of_a_table_stay() -> None:
    word = WordFile()
    table = word.add_table(2, 3)
    rows = [["Party Leader", "Seats", "Norland First"], ["Ada van Holm", "41", "Votes in June 2019"]]
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    out = BytesIO()
    word.save(out)
    found = read(out.getvalue())
    furniture = [found.text[start:end] for start, end in found.furniture]
    assert furniture == [*rows[0], "41", "Votes in June 2019"]


def test_a_text_box_is_read_once_and_apart() -> None:
    word = WordFile()
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    word.element.body.append(
        parse_xml(
            f'<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Around.'
            f"</w:t></w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:p>"
        )
    )
    out = BytesIO()
    word.save(out)
    assert read(out.getvalue()).text == "Around.\n\nBoxed."


@pytest.mark.parametrize(
    ("styles", "named", "title"),
    [
        (("Title", "Heading 1"), "From the properties", "Minister quits"),
        (("", "Heading 1"), "From the properties", "From the properties"),
        (("", "Heading 1"), "", "He left"),
        (("", ""), "", ""),
    ],
)
def test_title(styles: tuple[str, str], named: str, title: str) -> None:
    first, second = styles
    assert read(docx_bytes((first, "Minister quits"), (second, "He left"), title=named)).title == title


def test_the_day_on_which_the_file_was_made_is_no_date() -> None:
    assert read(docx_bytes(("", "Norland won."))).date == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a Word file"),
        (b"no zip at all", "not a Word file"),
        (b"PK\x03\x04 cut short", "not a Word file"),
        (docx_bytes(("", "Norland won."))[:-200], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
    ],
)
def test_no_word_file(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)
