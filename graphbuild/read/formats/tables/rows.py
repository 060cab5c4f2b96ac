"""Rows to documents, whatever kind of table they stand in."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graphbuild.read.dates import order, stamped
from graphbuild.read.markup import unmarked
from graphbuild.read.source import LONGEST, TOO_LONG, Source, candidates, cut
from graphbuild.records import Document, Skip, content_id

__all__ = ["COLUMNS", "Row", "documents", "keys", "lacking", "named"]

COLUMNS = ("id", "title", "text", "date", "source", "url")
"""What a row can say of its document; other columns are passed over."""

Row = tuple[str, Mapping[str, Any] | str]
"""What tells a row from others of its file, with its fields, or with what is wrong with it."""

_LOG = logging.getLogger(__name__)
_LIKELY_TEXT = ("body", "content", "article", "fulltext", "full_text", "article_text", "story", "tweet")
_NULL = frozenset({"\\N", "NULL", "null", "None", "NaN", "nan"})
_LONGEST_ID = 200
_KEPT = 20


def documents(source: Source, rows: Callable[[], Iterable[Row]]) -> Iterator[Document | Skip]:
    """Make the documents of a table's rows.

    Column names are matched without regard to case. Where several may hold something, the first that does
    is taken, row by row. A name with dots leads into what is nested (``fields.body``). Dates like
    ``05/03/2024`` are read in the order that others of the column show, if the user says nothing.

    Parameters
    ----------
    source : Source
    rows : callable
        Gives the rows, once to look at the dates, once to read them.

    Yields
    ------
    Document or Skip
        One for each row, at ``path:row``.

    Examples
    --------
    >>> from io import BytesIO
    >>> source = Source(BytesIO(), "a.csv", None, {})
    >>> row = {"id": "7", "text": "Norland won.", "date": "1709596800"}
    >>> found = next(documents(source, lambda: [("2", row)]))
    >>> found.doc_id, found.date, found.path
    ('7', '2024-03-05', 'a.csv:2')
    """
    first = source.first or order(
        _plain(_value(source, "date", row)[1]) for _, row in rows() if not isinstance(row, str)
    )
    unclear: list[str] = []
    for place, row in rows():
        path = f"{source.path}:{place}"
        if isinstance(row, str):
            yield Skip(path, row)
            continue
        name, text = _value(source, "text", row)
        if name is None:
            yield Skip(path, lacking(source, "text", row))
        elif not isinstance(text, str):
            yield Skip(path, f"has no text in {cut(name)}, but {json.dumps(text, default=str)[:40]}")
        elif len(text) > 4 * LONGEST:
            yield Skip(path, TOO_LONG)
        else:
            plain = {wanted: _plain(_value(source, wanted, row)[1]) for wanted in COLUMNS}
            date = stamped(plain["date"], first)
            if plain["date"] and not date:
                unclear.append(plain["date"])
            title = " ".join(unmarked(plain["title"]).split())
            yield Document(_id(plain["id"]), unmarked(text), title, date, plain["source"], plain["url"], path)
    if unclear and not source.quiet:
        told = (
            "say --day-first or --month-first" if any("/" in day for day in unclear) else "write 2024-03-05"
        )
        _LOG.warning(
            "%s: %d dates left out as unclear, %s first: %s", source.path, len(unclear), cut(unclear[0]), told
        )


def keys(source: Source, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """The ids that a table gives, each with a digest of what its row says.

    Parameters
    ----------
    source : Source
    rows : iterable of Row

    Yields
    ------
    (str, str)
    """
    for _, row in rows:
        if not isinstance(row, str) and (given := _id(_plain(_value(source, "id", row)[1]))):
            yield given, content_id(*(_plain(_value(source, name, row)[1]) for name in COLUMNS[1:]))


def lacking(source: Source, wanted: str, names: Iterable[str]) -> str:
    """What is wrong with a table that lacks a column, and what to say instead.

    Parameters
    ----------
    source : Source
    wanted : str
        Graphbuild's name of it.
    names : iterable of str
        Of the columns that are there.

    Returns
    -------
    str
    """
    found = [name.strip()[:40] for name in names]
    meant = " or ".join(map(cut, candidates(source, wanted)))
    likely = next((name for name in found if wanted == "text" and name.casefold() in _LIKELY_TEXT), "NAME")
    return (
        f"has no column {meant}, only {', '.join(map(repr, found[:20])) or 'unnamed ones'}: "
        f"say which one holds the {wanted} with --columns {wanted}={likely}"
    )


def named(name: str, row: Mapping[str, Any]) -> bool:
    """Whether a row has a column of this name, nested ones included.

    Parameters
    ----------
    name : str
    row : mapping

    Returns
    -------
    bool

    Examples
    --------
    >>> named("fields.body", {"fields": {"Body": "Norland won."}}), named("body", {"text": ""})
    (True, False)
    """
    return _lookup(name, row)[0] is not None


def _value(source: Source, wanted: str, row: Mapping[str, Any]) -> tuple[str | None, Any]:
    """A column's name as the file writes it, and its value: the first that is filled, else the first."""
    there: tuple[str | None, Any] = None, None
    for name in candidates(source, wanted):
        key, value = _lookup(name, row)
        if key is not None and value not in (None, "") and not (isinstance(value, str) and not value.strip()):
            return key, value
        if there[0] is None:
            there = key, value
    return there


def _lookup(name: str, row: Mapping[str, Any]) -> tuple[str | None, Any]:
    """The value under a name, else under its parts ("fields.body")."""
    key = _column(row, name)
    if key is not None:
        return key, row[key]
    inner: Any = row
    for part in name.split("."):
        key = _column(inner, part) if isinstance(inner, Mapping) else None
        if key is None:
            return None, None
        inner = inner[key]
    return name, inner


def _column(names: Iterable[str], wanted: str) -> str | None:
    if wanted in names:
        return wanted
    return next((name for name in names if name.strip().casefold() == wanted.casefold()), None)


def _plain(value: object) -> str:
    """A value as one string; of a nested one its name ("source": {"name": "Norland Times"})."""
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title") if key in value), "")
    told = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    return "" if told in _NULL else told


def _id(given: str) -> str:
    """The id of a row; one as long as a text is told by its content."""
    return given if len(given) <= _LONGEST_ID else f"{given[:_KEPT]}~{content_id(given)}"
