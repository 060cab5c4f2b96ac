import sys
from io import BytesIO

import pytest
from files_made_here import drawn_bytes, pdf_bytes

from graphbuild.errors import InputError
from graphbuild.read.formats.pdf import pdf
from graphbuild.read.source import Source
from graphbuild.records import Document


def read(data: bytes) -> Document:
    (document,) = pdf(Source(BytesIO(data), "a.pdf", None, {}))
    return document


def marked(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.furniture]


def test_gaps_and_sizes_tell_paragraphs() -> None:
    found = read(
        pdf_bytes(
            [
                (720, 24, "Minister quits"),
                (690, 12, "The transport minister of Norland"),
                (676, 12, "resigned on Thursday."),
                (648, 12, "Sudland was glad"),
                (634, 12, "of it."),
            ]
        )
    )
    assert found.text == (
        "Minister quits\n\n"
        "The transport minister of Norland\nresigned on Thursday.\n\n"
        "Sudland was glad\nof it."
    )
    assert found.title == "Minister quits"
    assert found.furniture == ()


def test_a_sentence_runs_on_over_headers_and_page_numbers() -> None:
    def page(n: int, *body: str) -> list[tuple[float, float, str]]:
        lines = [(700.0 - 14 * k, 12.0, words) for k, words in enumerate(body)]
        return [(760.0, 9.0, f"Norland Times, 6 August 2019, no. {n}"), *lines, (40.0, 9.0, f"Page {n} of 3")]

    found = read(
        pdf_bytes(
            page(1, "The minister of Norland", "left the", "harbour town and"),
            page(2, "never came back.", "Sudland was", "glad of it."),
            page(3, "Then the truce", "was over.", "War began."),
        )
    )
    assert marked(found) == [
        line for n in (1, 2, 3) for line in (f"Norland Times, 6 August 2019, no. {n}", f"Page {n} of 3")
    ]
    assert (
        "harbour town and\nPage 1 of 3\nNorland Times, 6 August 2019, no. 2\nnever came back." in found.text
    )
    assert "glad of it.\nPage 2 of 3\nNorland Times, 6 August 2019, no. 3\n\nThen the truce" in found.text


def test_divided_words_are_whole() -> None:
    found = read(
        pdf_bytes(
            [
                (720, 12, "The pro-"),
                (706, 12, "Sudland party of Nor-"),
                (692, 12, "land sued"),
                (678, 12, "it."),
            ],
            [(720, 12, "Its envoys left the har-")],
            [(720, 12, "bour.")],
        )
    )
    assert found.text.split("\n") == [
        "The pro-Sudland party of Norland sued",
        "it.",
        "",
        "Its envoys left the harbour.",
    ]


def test_a_headline_that_comes_again_as_a_running_title_stays_prose() -> None:
    found = read(
        pdf_bytes(
            [(720, 24, "Minister quits"), (690, 12, "He left."), (40, 9, "1")],
            [(760, 9, "Minister quits"), (690, 12, "He came back."), (40, 9, "2")],
            [(760, 9, "Minister quits"), (690, 12, "He left again."), (40, 9, "3")],
        )
    )
    assert marked(found) == ["1", "Minister quits", "2", "Minister quits", "3"]
    assert found.text.startswith("Minister quits\n\nHe left.")


def test_a_sentence_at_the_top_of_every_page_is_no_header() -> None:
    page = [
        (700.0, 12.0, "Norland said again that it would never leave the harbour."),
        (600.0, 12.0, "It left."),
    ]
    assert marked(read(pdf_bytes(page, page, page))) == ["It left."] * 3


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("The minister is gone", "The minister is gone"),
        ("Microsoft Word - story.docx", "Minister quits"),
        ("untitled", "Minister quits"),
        ("story_final.indd", "Minister quits"),
        ("20190806", "Minister quits"),
    ],
)
def test_title_of_the_properties_if_it_reads_like_one(named: str, title: str) -> None:
    found = read(
        pdf_bytes([(720, 24, "Minister quits"), (690, 12, "He left."), (676, 12, "So it goes.")], title=named)
    )
    assert found.title == title
    assert found.date == ""  # the file's own date is when it was made


def test_a_locked_file_says_so() -> None:
    with pytest.raises(InputError, match="password"):
        read(pdf_bytes([(720, 12, "Norland won.")], password="secret"))


def test_no_text_layer_names_ocr() -> None:
    with pytest.raises(InputError, match=r"no text layer.*ocrmypdf"):
        read(pdf_bytes([], []))


@pytest.mark.parametrize("data", [b"", b"no pdf at all", pdf_bytes([(720, 12, "Norland won.")])[:200]])
def test_no_pdf(data: bytes) -> None:
    with pytest.raises(InputError, match="PDF"):
        read(data)


def test_too_long_a_text_is_refused_before_the_last_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["graphbuild.read.formats.pdf"], "LONGEST", 20)
    with pytest.raises(InputError, match="longer than"):
        read(pdf_bytes([(720, 12, "Norland sued Sudland.")], []))


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = (
        "Norland sued Sudland on Monday|over the fish in the long lake|"
        "that both have claimed since|the war. Sudland denied it all."
    )
    right = (
        "Ostland praised Westland for its|help after the flood. The mayor|"
        "of its capital thanked the res-|cuers at a dinner on Friday."
    )
    drawn = [(72, 740, 18, "Two quarrels and a dinner")]
    for n, (a, b) in enumerate(zip(left.split("|"), right.split("|"), strict=True)):
        drawn += [(72, 700 - 14 * n, 10, a), (320, 700 - 14 * n, 10, b)]
    whole = f"{left} {right}".replace("res-|cuers", "rescuers").replace("|", " ")
    assert " ".join(read(drawn_bytes(drawn)).text.split()).endswith(whole)


def test_short_cells_side_by_side_are_no_columns() -> None:
    row = ((72, "Party"), (320, "Seats"))
    cells = [(x, 700 - 14 * n, 10, f"{name} {n}") for n in range(6) for x, name in row]
    assert read(drawn_bytes(cells)).text.splitlines()[0] == "Party 0 Seats 0"
