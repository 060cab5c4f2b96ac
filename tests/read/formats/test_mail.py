from email.message import EmailMessage
from io import BytesIO

import pytest
from files_made_here import docx_bytes

from graphbuild.errors import InputError
from graphbuild.read.formats.mail import eml, mbox
from graphbuild.read.source import Source
from graphbuild.records import Document, Skip


def one(data: bytes) -> list[Document | Skip]:
    return list(eml(Source(BytesIO(data), "a.eml", None, {})))


def box(data: bytes) -> list[Document | Skip]:
    return list(mbox(Source(BytesIO(data), "a.mbox", None, {})))


def letter(text: str, *, html: str = "", subject: str = "Statement") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Holm <ada@norland.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 05 Mar 2024 23:30:00 -0500"
    if text:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    return message


def test_who_when_and_what() -> None:
    (found,) = one(letter("Norland won – in Münster.\n", subject="Élan").as_bytes())
    assert isinstance(found, Document)
    assert (found.text.strip(), found.title, found.date, found.source) == (
        "Norland won – in Münster.", "Élan", "2024-03-05", "Ada Holm",
    )  # fmt: skip


def test_plain_text_goes_before_html_and_html_alone_is_read() -> None:
    (both,) = one(letter("Norland won.", html="<p>Sudland lost.</p>").as_bytes())
    (alone,) = one(letter("", html="<h1>News</h1><p>Sudland <b>lost</b>.</p><p>It was late.</p>").as_bytes())
    assert both.text.strip() == "Norland won."
    assert alone.text == "News\n\nSudland lost.\n\nIt was late."


def test_replies_and_signatures_and_heads_of_what_is_forwarded_are_no_prose() -> None:
    (found,) = one(
        letter(
            "Norland won.\n\nOn Mon, 4 Mar 2024, Per Roe wrote:\n> Who won?\n\n"
            "---------- Forwarded message ---------\nFrom: Per Roe <per@x.example>\nSubject: Lake\n\n"
            "Sudland lost.\n\n-- \nAda Holm\nNorland Press\n"
        ).as_bytes()
    )
    prose = found.text
    for start, end in reversed(found.furniture):
        prose = prose[:start] + prose[end:]
    assert prose.split() == "Norland won. Sudland lost.".split()


def test_what_is_attached_is_read_as_its_kind_and_pictures_are_passed_over() -> None:
    message = letter("See below.")
    message.add_attachment(docx_bytes(("", "Norland won.")), maintype="a", subtype="b", filename="x/y.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"no zip", maintype="a", subtype="b", filename="bad.docx")
    _, release, bad = one(message.as_bytes())
    assert (release.path, release.text) == ("a.eml:x_y.docx", "Norland won.")
    assert isinstance(bad, Skip)
    assert bad.path == "a.eml:bad.docx"


def test_the_messages_of_a_box_are_told_apart_by_lines_that_begin_one() -> None:
    start = b"From ada@norland.example Tue Mar  5 10:00:00 2024\n"
    first = start + letter("Norland won.\n\n>From Monday on it rained.\n").as_bytes()
    found = box(first + b"\n" + start + letter("Sudland lost. From 2023 on.").as_bytes())
    assert [(item.path, item.text.split()[0]) for item in found] == [
        ("a.mbox:1", "Norland"),
        ("a.mbox:2", "Sudland"),
    ]
    assert "\nFrom Monday" in found[0].text


@pytest.mark.parametrize("data", [b"", b"Norland won.\n", b"\0\0"])
def test_what_is_no_mail_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="is no mail"):
        one(data)
    with pytest.raises(InputError, match="is no mbox"):
        box(data)
