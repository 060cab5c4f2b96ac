"""PDF and Word files made byte by byte or by their own libraries, for the tests of reading."""

from __future__ import annotations

from io import BytesIO

from docx import Document as WordFile
from pypdf import PdfReader, PdfWriter

Line = tuple[float, float, str]
"""Height on the page and size of the letters, in points, and the words."""


def pdf_bytes(*pages: list[Line], title: str = "", password: str = "") -> bytes:
    """A PDF of one Helvetica line each at the given height; a page without lines has no text."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        drawn = b"\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 72 {y} Tm ({words}) Tj ET".encode("latin-1") for y, size, words in page
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        kids.append(len(objects) + 1)
        shape = b"/Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(b"<<%s/Contents %d 0 R>>" % (shape, len(objects)))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(data),
    )  # fmt: skip
    if not (title or password):
        return data
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    if title:
        writer.add_metadata({"/Title": title, "/CreationDate": "D:20250102030405Z"})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_bytes(*paragraphs: tuple[str, str], title: str = "") -> bytes:
    """A Word file of (style, words) paragraphs."""
    word = WordFile()
    word.core_properties.title = title
    for style, words in paragraphs:
        word.add_paragraph(words, style=style or None)
    out = BytesIO()
    word.save(out)
    return out.getvalue()
