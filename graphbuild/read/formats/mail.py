"""Mail: one message (EML) or a box of them (mbox), with what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr
from io import BytesIO

from graphbuild.errors import InputError
from graphbuild.read.files import suffix
from graphbuild.read.paragraphs import assembled
from graphbuild.read.prose.lines import lines, merged
from graphbuild.read.source import LONGEST, Source, bounded
from graphbuild.read.xml import blocks, page
from graphbuild.records import Document, Skip

__all__ = ["eml", "mbox"]

_MOST = 100 << 20
_TOO_LONG = "is larger than 100 MiB: save what is attached by itself"
_MOST_PARTS = 200
_HEADER = re.compile(rb"[!-9;-~]{1,100}[ \t]*:")
_PARSED = re.compile(rb"^(?:content-[a-z-]{1,40}|subject|from|date)[ \t]*:", re.MULTILINE | re.IGNORECASE)
_ENDED = re.compile(rb"\n(?![ \t])|\Z")
_LONGEST_FIELD = 50_000  # bytes; the parser takes very long for more
_STARTS = re.compile(rb"From \S+.*\d\d\d\d")  # of a message in a box
_ESCAPED = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_QUOTED = re.compile(
    r">|(?:On|Am|Le)\s.{5,200}\s(?:wrote|schrieb|écrit)\s?:\Z|-{2,}\s?Original Message\s?-{2,}\Z", re.I
)
_FORWARDED = re.compile(
    r"(?:-{2,}|_{2,})?\s?(?:Begin forwarded message|Forwarded message|Forwarded by .{1,100}?)\s?[-:]*\Z", re.I
)
_FIELD = re.compile(
    r"\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Attachments|Importance)\s?:\*?\s?\S", re.I
)
_SIGNATURE = "--"


def eml(source: Source) -> Iterator[Document | Skip]:
    """Read one message: its plain text, else that of its HTML, then what is attached to it.

    Quoted replies, the header of what is forwarded and all below the signature mark ``--`` are furniture. The
    title is the subject, the source who sent it; the date is that of sending. Attachments of a known kind are
    documents of their own, at ``path:name``; mails in mails, pictures and the like are passed over.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        Without id.

    Raises
    ------
    InputError
        If it is no mail.

    Examples
    --------
    >>> from io import BytesIO
    >>> mail = b"From: Ada Holm <ada@norland.example>\\nSubject: Statement\\n\\nNorland won.\\n-- \\nAda\\n"
    >>> found = next(eml(Source(BytesIO(mail), "a.eml", None, {})))
    >>> found.title, found.source, [found.text[start:end] for start, end in found.furniture]
    ('Statement', 'Ada Holm', ['--', 'Ada'])
    """
    yield from _message(bounded(source.stream, _MOST, _TOO_LONG), source, source.path)


def mbox(source: Source) -> Iterator[Document | Skip]:
    """Read a box of messages one after the other, each as `eml` does.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        At ``path:number``, without id.

    Raises
    ------
    InputError
        If it is no box.
    """
    if not _STARTS.match(source.stream.readline(1000)):
        raise InputError("is no mbox file (its first line should begin with 'From '); one mail is an .eml")
    source.stream.seek(0)
    for number, message in enumerate(_messages(source), 1):
        path = f"{source.path}:{number}"
        try:
            yield from _message(_ESCAPED.sub(b"", message), source, path)
        except InputError as error:
            yield Skip(path, str(error))


def _messages(source: Source) -> Iterator[bytes]:
    """The messages of a box, which begin with a line "From ..." below a blank one."""
    parts: list[bytes] = []
    length, blank = 0, True
    source.stream.readline()
    while line := source.stream.readline(_MOST):
        if blank and _STARTS.match(line):
            yield b"".join(parts)
            parts, length = [], 0
        elif (length := length + len(line)) > _MOST:
            raise InputError(f"has a message that {_TOO_LONG}")
        else:
            parts.append(line)
        blank = not line.strip()
    yield b"".join(parts)


def _message(data: bytes, source: Source, path: str) -> Iterator[Document | Skip]:
    if not _HEADER.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()):
        raise InputError("is no mail: it does not begin with a header such as 'From:'")
    for field in _PARSED.finditer(data):
        end = _ENDED.search(data, field.end())
        if end and end.start() - field.start() > _LONGEST_FIELD:
            raise InputError(f"has a header of more than {_LONGEST_FIELD:,} characters")
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.default)
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
        text, furniture = _body(message)
        title, sender, date = (_header(message, name) for name in ("Subject", "From", "Date"))
        attached = [part for part in parts if part.get_filename() and not part.is_multipart()]
        files = [(str(part.get_filename()), _content(part)) for part in attached]
    except Exception as error:  # the parser of headers raises what it likes
        raise InputError(f"is a damaged mail: {str(error)[:100]}") from error
    if text.strip() or not files:
        name, address = parseaddr(sender)
        yield Document("", text, title, date, name or address, path=path, furniture=furniture)
    for name, content in files:
        yield from _attachment(name, content, source, path)


def _attachment(name: str, content: bytes, source: Source, path: str) -> Iterator[Document | Skip]:
    from graphbuild.read.formats import FORMATS  # which has this module in it

    form = FORMATS.get(suffix(name))
    where = f"{path}:{name.replace('/', '_')[-100:]}"
    if form is None or form in (eml, mbox):
        return
    try:
        yield from form(Source(BytesIO(content), where, None, source.columns, source.first, source.quiet))
    except InputError as error:
        yield Skip(where, str(error))


def _header(message: EmailMessage, name: str) -> str:
    value = message.get(name)
    day: datetime | None = getattr(value, "datetime", None)
    return day.date().isoformat() if day else "" if name == "Date" else " ".join(str(value or "").split())


def _body(message: EmailMessage) -> tuple[str, tuple[tuple[int, int], ...]]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return "", ()
    data = _content(part)
    if part.get_content_subtype() == "html":
        root = page(_decoded(data, part).encode("utf-8", "replace"))
        text, _, spans = assembled([] if root is None else blocks(root))
    else:
        text, spans = _decoded(data, part), ()
    return text[: LONGEST + 1], merged([*spans, *_asides(text)])


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _decoded(data: bytes, part: Message) -> str:
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines that are not prose of this mail: replies, heads of what is forwarded, the signature."""
    signed = header = False
    for line in lines(text):
        header = bool(_FORWARDED.match(line.text)) or (header and bool(_FIELD.match(line.text)))
        quoted = _QUOTED.match(line.text)
        signed = signed or line.text == _SIGNATURE
        if signed or header or quoted or _FORWARDED.match(line.text):
            yield line.start, line.end
