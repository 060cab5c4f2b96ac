"""Exports of press archives: one document an article, with title, date and source as the archive has them."""

from pathlib import Path

import pytest
from files_made_here import docx_bytes

from graphbuild.read import read
from graphbuild.read.archive import archived
from graphbuild.records import Document

CLASSIC = """\
                               1 of 2 DOCUMENTS


                              The Norland Courier

                            March 3, 2020 Tuesday
                              Late Edition - Final

Minister Quits After Row
Over Port of Alton

BYLINE: By ADA MORAN

SECTION: Section A; Column 1; Foreign Desk; Pg. 1

LENGTH: 512 words

DATELINE: ALTON, Norland

 The minister of Norland left on Tuesday. He had sued Sudland.

 Sudland won: the port is closed.

URL: http://www.courier.example

LOAD-DATE: March 4, 2020

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                    Copyright 2020 The Norland Courier Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                              The Sudland Post

                            March 5, 2020 Thursday

Port Opens

LENGTH: 20 words

 The port of Alton opened.

LOAD-DATE: March 6, 2020
"""

NEXIS = """\
User Name: Ada Moran
Date and Time: 6 August 2021 10:00:00
Job Number: 1234
Documents (2)
1. Minister quits after row
2. Port opens

Minister quits after row

The Norland Courier

March 3, 2020 Tuesday

Copyright 2020 The Norland Courier Company All Rights Reserved

Section: FOREIGN; Pg. 1

Length: 512 words

Byline: Ada Moran

Body

The minister of Norland left on Tuesday.

He had sued Sudland.

Classification

Language: ENGLISH

Subject: PORTS (90%)

Load-Date: March 4, 2020

End of Document

Port opens

The Sudland Post

5 March 2020

Copyright 2020 The Sudland Post

Length: 20 words

Body

The port of Alton opened.

Load-Date: March 6, 2020

End of Document
"""

FACTIVA = """\
SE World News
HD Minister quits after row
BY Ada Moran
WC 512 words
PD 3 March 2020
ET 10:32
SN Norland Courier
SC NORC
LA English
CY Copyright 2020 Norland Courier.
LP
ALTON - The minister of Norland left on Tuesday.

TD
He had sued Sudland.
IN the end Sudland won.
CO  sudln : Sudland Corp
RE  norl : Norland
AN
Document NORC000020200303eg3300021

HD Port opens
WC 20 words
PD 5 March 2020
SN Sudland Post
LP
The port of Alton opened.
TD
It had been closed.
AN
Document SUDP000020200305eg3500001
"""

PRINTED = """\
World
Minister quits after row
By Ada Moran
512 words
3 March 2020
10:32
Norland Courier
NORC
English
Copyright 2020 Norland Courier.

The minister of Norland left on Tuesday. He had sued Sudland.

Document NORC000020200303eg3300021

Port opens
20 words
5 March 2020
Sudland Post
SUDP
English
(c) 2020 Sudland Post

The port of Alton opened.

Document SUDP000020200305eg3500001
"""

PROQUEST = """\
____________________________________________________________

Document 1 of 2

Minister quits after row

Author: Moran, Ada

Publication info: Norland Courier, Late Edition ; Alton [Alton]03 Mar 2020: A1.

ProQuest document link

Abstract: None available.

Full text: The minister of Norland left on Tuesday.

He had sued Sudland.

Title: Minister quits after row

Publication title: Norland Courier; Alton

Publication date: Mar 3, 2020

Copyright: Copyright Norland Courier Mar 3, 2020

____________________________________________________________

Document 2 of 2

Port opens

Publication info: Sudland Post ; Alton [Alton]05 Mar 2020: A1.

Full text: The port of Alton opened.

Publication title: Sudland Post

____________________________________________________________
"""

EXPORTS = {
    "classic": CLASSIC,
    "nexis": NEXIS,
    "factiva": FACTIVA,
    "printed": PRINTED,
    "proquest": PROQUEST,
}


def prose(document: Document) -> str:
    """What is read of a document."""
    kept, at = [], 0
    for start, end in document.furniture:
        kept.append(document.text[at:start])
        at = end
    return " ".join("".join([*kept, document.text[at:]]).split())


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_each_article_is_a_document_with_its_head(export: str) -> None:
    first, second = archived(Document("", export, path="a.txt"))
    assert first.title.casefold().startswith("minister quits after row")
    assert (first.date, second.date) == ("2020-03-03", "2020-03-05")
    assert [d.source.removeprefix("The ").partition(",")[0] for d in (first, second)] == [
        "Norland Courier",
        "Sudland Post",
    ]
    assert second.title.casefold() == "port opens"
    assert (first.path, second.path) == ("a.txt:1", "a.txt:2")


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_the_fields_of_the_archive_are_no_prose(export: str) -> None:
    first, second = archived(Document("", export, path="a.txt"))
    body = prose(first)
    assert "The minister of Norland left on Tuesday." in body
    assert "He had sued Sudland." in body
    for field in ("words", "2020", "English", "Rights", "Courier", "Moran", "Document"):
        assert field.casefold() not in body.casefold()
    assert prose(second).endswith(("The port of Alton opened.", "It had been closed."))
    assert first.text in export
    assert second.text in export


def test_titles_of_two_lines_and_bodies_with_colons_are_whole() -> None:
    first, _ = archived(Document("", CLASSIC, path="a.txt"))
    assert first.title == "Minister Quits After Row Over Port of Alton"
    assert prose(first).endswith("Sudland won: the port is closed.")


def test_a_word_of_the_body_that_looks_like_a_code_is_prose() -> None:
    first, _ = archived(Document("", FACTIVA, path="a.txt"))
    assert prose(first).endswith("He had sued Sudland. IN the end Sudland won.")


@pytest.mark.parametrize(
    "text",
    [
        "Document 3 of 7 was signed in Alton.\n\nNorland and Sudland agreed.",
        "Norland sued.\n\nEnd of Document",
        "The minister left.\n\nNote: he was ill.\n\nSource: Norland Courier",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    document = Document("", text, path="a.txt")
    (found,) = archived(document)
    assert found is document


def test_exports_are_told_in_every_kind_of_file(tmp_path: Path) -> None:
    blocks = NEXIS.split("\n\n")
    pages = "".join(f"<div><p><span>{block}</span></p></div>" for block in CLASSIC.split("\n\n"))
    (tmp_path / "a.txt").write_text(PROQUEST)
    (tmp_path / "b.docx").write_bytes(docx_bytes(*(("", block) for block in blocks)))
    (tmp_path / "c.html").write_text(f"<html><body>{pages}</body></html>")
    rich = "".join(f"{line}\\par\n" for line in FACTIVA.splitlines())
    (tmp_path / "d.rtf").write_text(f"{{\\rtf1\\ansi {rich}}}")
    for name in ("a.txt", "b.docx", "c.html", "d.rtf"):
        first, second = read(tmp_path / name)
        assert (first.date, second.date) == ("2020-03-03", "2020-03-05"), name
        assert first.title.casefold().startswith("minister quits"), name
        assert Path(first.path).name == f"{name}:1"
        assert "Rights" not in prose(first)
        assert "The minister of Norland left on Tuesday." in prose(first)


def test_a_page_that_speaks_of_documents_is_a_page(tmp_path: Path) -> None:
    page = "<p>It sent document 3 of 7 to Alton, where the court sat.</p>"
    (tmp_path / "a.html").write_text(f"<html><title>Norland sues</title><body>{page}</body></html>")
    (found,) = read(tmp_path / "a.html")
    assert (found.title, Path(found.path).name) == ("Norland sues", "a.html")
