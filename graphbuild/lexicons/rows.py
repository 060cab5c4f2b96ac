"""Read a word list: a UTF-8 CSV whose header, fields and codes are checked, with the line named when not."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from graphbuild.errors import LexiconError

__all__ = ["listed", "one_of", "rows"]


def rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows of a word list with their line numbers.

    Parameters
    ----------
    path : pathlib.Path
        A UTF-8 CSV file with a header. Empty lines and lines that begin with ``#`` are left out.
    columns : sequence of str
        The columns that the header must have, in this order.

    Yields
    ------
    tuple of (int, dict of str to str)
        The line's number, counted from 1, and its fields, stripped. The first column is never empty.

    Raises
    ------
    LexiconError
        If the file cannot be read, its header differs, or a row has too few or too many fields or an empty
        first one; the message names file and line.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "words.csv"
    >>> _ = path.write_text("word,role\\nrebel,REB\\n", encoding="utf-8")
    >>> list(rows(path, ["word", "role"]))
    [(2, {'word': 'rebel', 'role': 'REB'})]
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise LexiconError(f"{path}: cannot be read as a UTF-8 word list ({exc})") from exc
    reader = csv.reader(text.splitlines())
    try:
        header = next(reader, [])
        if header != list(columns):
            raise LexiconError(f"{path}: line 1: the header must be {','.join(columns)}")
        for fields in reader:
            if not any(fields) or fields[0].startswith("#"):
                continue
            if len(fields) != len(columns):
                raise LexiconError(
                    f"{path}: line {reader.line_num}: {len(fields)} fields where {len(columns)} are due "
                    f"({','.join(columns)}); quote a field that holds a comma"
                )
            row = {column: field.strip() for column, field in zip(columns, fields, strict=True)}
            if not row[columns[0]]:
                raise LexiconError(f"{path}: line {reader.line_num}: {columns[0]} is empty")
            yield reader.line_num, row
    except csv.Error as exc:
        raise LexiconError(f"{path}: line {reader.line_num}: {exc}") from exc


def listed(field: str) -> tuple[str, ...]:
    """The entries of a field that is a list joined by ``|``.

    Examples
    --------
    >>> listed("UK|U.K.| Britain"), listed("")
    (('UK', 'U.K.', 'Britain'), ())
    """
    return tuple(part for part in (part.strip() for part in field.split("|")) if part)


def one_of(value: str, allowed: Collection[str], path: Path, line: int, column: str) -> str:
    """The value itself if it is allowed; a `LexiconError` names file, line and what may stand there.

    Examples
    --------
    >>> one_of("GOV", frozenset({"GOV", "MIL"}), Path("roles.csv"), 7, "role")
    'GOV'
    """
    if value not in allowed:
        raise LexiconError(
            f"{path}: line {line}: {column} is {value!r}; it must be one of {', '.join(sorted(allowed))}"
        )
    return value
