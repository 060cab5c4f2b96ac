"""JSON: an object a row, in lines or in one array."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graphbuild.errors import InputError
from graphbuild.read.encoding import codec
from graphbuild.read.formats.tables.delimited import opened_lines
from graphbuild.read.formats.tables.rows import Row, documents, keys, named
from graphbuild.read.source import Source, bounded, candidates
from graphbuild.records import Document, Skip

__all__ = ["json_keys", "json_rows"]

_MOST = 256 << 20
_TOO_LONG = "is one JSON value of more than 256 MiB: write one object per line and name it .jsonl"
_DEEPEST = 3
_LIKELY = ("articles", "results", "docs", "documents", "items", "data", "posts", "entries", "hits", "records")


def json_rows(source: Source) -> Iterator[Document | Skip]:
    """Read JSON Lines, or a file that is one JSON value with the rows in it.

    That value is an array of objects, or an object that holds one, as answers of news services do
    (``{"articles": [...]}``, ``{"response": {"docs": [...]}}``), or one article. The file's name does not
    matter. Lines are read one by one; a whole value may have 256 MiB.

    Parameters
    ----------
    source : Source

    Yields
    ------
    Document or Skip
        One for each line that is not blank, at ``path:line``, or for each object of the array, at
        ``path:number``. A line that is no object, or has no text, is a Skip.

    Raises
    ------
    InputError
        If a value that is not in lines is too long or damaged.

    Examples
    --------
    >>> from io import BytesIO
    >>> lines = BytesIO(b'{"id": 7, "text": "Norland sued Sudland."}')
    >>> [(found.doc_id, found.text, found.path) for found in json_rows(Source(lines, "a.jsonl", None, {}))]
    [('7', 'Norland sued Sudland.', 'a.jsonl:1')]
    >>> answer = BytesIO(b'{"articles": [{"body": "Norland won."}]}')
    >>> next(json_rows(Source(answer, "a.json", None, {"text": "body"}))).text
    'Norland won.'
    """
    yield from documents(source, _rows(source))


def json_keys(source: Source) -> Iterator[tuple[str, str]]:
    """The ids in a JSON file, each with a digest of its row (`graphbuild.read.formats.tables.rows.keys`).

    Parameters
    ----------
    source : Source

    Yields
    ------
    (str, str)
    """
    yield from keys(source, _rows(source)())


def _rows(source: Source) -> Callable[[], Iterator[Row]]:
    encoding = codec(source)
    with opened_lines(source, encoding, newline="\n") as lines:
        first = next((line for line in lines if line.strip()), "")
        second = next((line for line in lines if line.strip()), "")
    whole = first.lstrip().startswith("[") or _unfinished(first)
    if whole or (not second and _nested(source, first)):
        found = list(_of_value(source, encoding))
        return lambda: iter(found)

    def rows() -> Iterator[Row]:
        with opened_lines(source, encoding, newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield str(number), _object(line)

    return rows


def _unfinished(line: str) -> bool:
    """Whether an object goes on in the next line, as in a file that is set out to be read."""
    bare = line.strip()
    return bare in ("{", "[") or (bare.startswith("{") and bare.endswith((",", "[", "{", ":")))


def _nested(source: Source, line: str) -> bool:
    """Whether the one object of a file is no article, but holds some."""
    value = _object(line)
    if not isinstance(value, dict) or any(named(name, value) for name in candidates(source, "text")):
        return False
    return _array(value) is not None


def _object(line: str) -> dict[str, Any] | str:
    try:
        row = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        return f"is not valid JSON: {error.msg} at character {error.colno}"
    except (ValueError, RecursionError) as error:
        return f"is not valid JSON: {_reason(error)}"
    return row if isinstance(row, dict) else "is not a JSON object"


def _reason(error: Exception) -> str:
    """What is wrong with JSON, told without the words that Python has for programmers."""
    if isinstance(error, RecursionError):
        return "its brackets are too deep"
    if isinstance(error, UnicodeError):
        return str(error)[:100]
    return "it has a number of thousands of digits"  # nothing else is left: Python reads some 4,300


def _of_value(source: Source, encoding: tuple[str, str]) -> Iterator[Row]:
    source.stream.seek(0)
    try:
        value = json.loads(bounded(source.stream, _MOST, _TOO_LONG).decode(*encoding), strict=False)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno:,}, character {error.colno:,}"
        raise InputError(f"is not valid JSON: {error.msg} in {where}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"is not valid JSON: {_reason(error)}") from error
    found = value if isinstance(value, list) else _array(value)
    for number, row in enumerate([value] if found is None else found, 1):
        yield str(number), row if isinstance(row, dict) else "is not a JSON object"


def _array(value: Any, depth: int = 0) -> list[Any] | None:
    """The array of objects in a service's answer; None where there is none of a likely name."""
    if not isinstance(value, Mapping) or depth > _DEEPEST:
        return None
    for name in _LIKELY:
        inner = value.get(name)
        if isinstance(inner, list) and inner and all(isinstance(row, dict) for row in inner):
            return inner
    for name in ("response", *_LIKELY):
        inner = value.get(name)
        if isinstance(inner, Mapping) and (found := _array(inner, depth + 1)) is not None:
            return found
    return None
