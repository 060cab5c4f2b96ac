"""Bytes to characters: UTF-8 first, a guess only after it has failed, and never a silent one."""

from __future__ import annotations

import codecs
import logging

from graphbuild.errors import InputError
from graphbuild.read.source import Source, bounded

__all__ = ["codec", "decoded"]

_LOG = logging.getLogger(__name__)
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_REMEDY = "give the right one with --encoding, for example --encoding cp1252"
_OFTEN = ("cp1252", "mac-roman")

# UTF-32 before UTF-16, whose mark it begins with.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DISGUISES = (
    (b"%pdf-", "is a PDF: rename it to .pdf"),
    (b"pk\x03\x04", "is a ZIP archive (perhaps a Word file: rename it to .docx; otherwise unpack it)"),
    (b"\x1f\x8b", "is packed with gzip: add .gz to its name"),
    (b"{\\rtf", "is an RTF file: save it as .docx or .txt"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def codec(source: Source, declared: str = "") -> tuple[str, str]:
    """Find the encoding of a stream, reading it once in blocks and rewinding it.

    In order: what the user said, a byte order mark, UTF-8, what the file declares of itself, UTF-8 with
    some damaged bytes, the guess of charset-normalizer. The last two are logged as warnings.

    Parameters
    ----------
    source : Source
    declared : str
        The encoding that the file claims (a web page's ``charset``), or empty.

    Returns
    -------
    tuple of (str, str)
        Name of the codec and its error handler, as `open` takes them.

    Raises
    ------
    InputError
        If the bytes are no text, or do not fit the encoding that the user gave.

    Examples
    --------
    >>> from io import BytesIO
    >>> codec(Source(BytesIO("naïve".encode()), "a.txt", None, {}))
    ('utf-8', 'strict')
    """
    source.stream.seek(0)
    start = source.stream.read(_SAMPLE)
    for prefix, reason in _DISGUISES:
        if start[: len(prefix)].lower() == prefix:
            raise InputError(reason)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    name = _named(source.encoding) or marked
    if name:
        if not marked and not name.startswith("utf-"):
            _refuse_binary(start, share=0.05)
        at = _fails_at(source, name)
        if at is not None:
            raise InputError(f"is not {name} (byte {at:,} does not fit): {_REMEDY}")
        return _ready(source, name, "strict")
    at = _fails_at(source, "utf-8")
    if at is None:
        # Hardly any binary file is valid UTF-8, so stray control characters pass here.
        _refuse_binary(start, share=0.3)
        return _ready(source, "utf-8", "strict")
    _refuse_binary(start, share=0.02)
    name, errors = _declared(source, declared) or _guess(source, at)
    return _ready(source, name, errors)


def decoded(source: Source, declared: str = "") -> str:
    """The whole stream as text, line ends and all, without a byte order mark.

    Parameters
    ----------
    source : Source
    declared : str
        As in `codec`.

    Returns
    -------
    str

    Raises
    ------
    InputError
        As in `codec`, and if it is longer than a document may be.

    Examples
    --------
    >>> from io import BytesIO
    >>> decoded(Source(BytesIO(b"\\xef\\xbb\\xbfOne.\\r\\nTwo."), "a.txt", None, {}))
    'One.\\r\\nTwo.'
    """
    name, errors = codec(source, declared)
    return bounded(source.stream).decode(name, errors)


def _named(encoding: str | None) -> str:
    name = codecs.lookup(encoding).name if encoding else ""
    return "utf-8-sig" if name == "utf-8" else name  # which reads files without the mark just as well


def _ready(source: Source, name: str, errors: str) -> tuple[str, str]:
    source.stream.seek(0)
    return name, errors


def _fails_at(source: Source, name: str) -> int | None:
    """Offset (to the block's precision where the codec keeps state) of the first byte that does not fit."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    source.stream.seek(0)
    read = 0
    while True:
        block = source.stream.read(_BLOCK)
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(block, final=not block)
        except UnicodeError as error:
            return read - held + getattr(error, "start", 0)
        if not block:
            return None
        read += len(block)


def _refuse_binary(start: bytes, share: float) -> None:
    if len(start) - len(start.translate(None, _CONTROLS)) > share * len(start):
        raise InputError(
            "is not text but binary data; if it is text, name its encoding (--encoding utf-16-le)"
        )


def _declared(source: Source, declared: str) -> tuple[str, str] | None:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except LookupError:
        return None
    # Pages that say Latin-1 mean Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
    name = "cp1252" if name in {"iso8859-1", "ascii"} else name
    return (name, "strict") if name and _fails_at(source, name) is None else None


def _guess(source: Source, at: int) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    source.stream.seek(max(0, at - _SAMPLE // 2))
    sample = source.stream.read(_SAMPLE)
    as_utf8 = sample.decode("utf-8", "replace")
    damaged = as_utf8.count("\ufffd")
    if sum(c > "\x7f" for c in as_utf8) >= 2 * damaged:
        _warn(source, "UTF-8 with damaged bytes, shown as \ufffd; the first is byte %d", at)
        return "utf-8", "replace"
    matches = list(from_bytes(sample))
    if not matches:
        raise InputError(f"is not UTF-8, and its encoding cannot be guessed: {_REMEDY}")
    # The western code page wins a tie: its neighbours differ in letters that English text hardly has.
    tied = {name for m in matches if m.chaos <= matches[0].chaos for name in m.could_be_from_charset}
    name = "cp1252" if "cp1252" in tied else matches[0].encoding
    other = next(one for one in _OFTEN if one != name)
    remedy = f"if names look odd, give the right one with --encoding, for example --encoding {other}"
    _warn(source, "not UTF-8; read as %s, a guess: %s", name, remedy)
    return name, "strict" if _fails_at(source, name) is None else "replace"


def _warn(source: Source, message: str, *values: object) -> None:
    if not source.quiet:
        _LOG.warning(f"%s: {message}", source.path, *values)
