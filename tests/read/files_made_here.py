"""Files made byte by byte or by their own libraries, for the tests of reading."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as WordFile
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

Line = tuple[float, float, str]
"""Height on the page and size of the letters, in points, and the words."""


def drawn_bytes(pieces: list[tuple[float, float, float, str]]) -> bytes:
    """A PDF of one page with words at these places (x, y) and of these sizes."""
    return pdf_bytes([(f"{x} {y}", size, words) for x, y, size, words in pieces])  # type: ignore[misc]


def pdf_bytes(*pages: list[Line], title: str = "", password: str = "") -> bytes:
    """A PDF of one Helvetica line each at the given height; a page without lines has no text."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in pages:
        drawn = b"\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {y if ' ' in str(y) else f'72 {y}'} Tm ({words}) Tj ET".encode(
                "latin-1"
            )
            for y, size, words in page
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


def zip_bytes(members: dict[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def odt_bytes(body: str, *, styles: str = "", title: str = "") -> bytes:
    """An OpenDocument text with this in its body, as LibreOffice names things."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        f"<dc:title>{title}</dc:title></office:meta></office:document-meta>"
    )
    return zip_bytes({"content.xml": content, "meta.xml": meta})


def epub_bytes(*pages: str, title: str = "Norland Weekly", date: str = "2024-03-05") -> bytes:
    """A book with these pages, in order, and a table of contents."""
    shell = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    kind = 'media-type="application/xhtml+xml"'
    items = "".join(f'<item id="p{n}" href="text/p{n}.xhtml" {kind}/>' for n in range(len(pages)))
    refs = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title><dc:date>{date}</dc:date></metadata>"
        f'<manifest><item id="nav" href="nav.xhtml" properties="nav" {kind}/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{refs}</spine></package>'
    )
    root = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
    members = {
        "META-INF/container.xml": root,
        "in/book.opf": book,
        "in/nav.xhtml": shell.format("<p>Contents of the book</p>" * 20),
    }
    members |= {f"in/text/p{n}.xhtml": shell.format(page) for n, page in enumerate(pages)}
    return zip_bytes(members)


def xlsx_bytes(*rows: list[object], **sheets: list[list[object]]) -> bytes:
    """An Excel file of these rows, and of those of further sheets."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
