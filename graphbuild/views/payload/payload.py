"""From the tables to what the page carries: columns, word lists and compressed evidence.

The page holds three levels of the same data, so that it opens at once however large it is:

- `Payload.core`: the actors and, as typed columns, every *line* (all relations of one kind and sign from
  one actor to another) and every *row* (one relation). Enough to draw, search and filter.
- `Payload.documents`: titles, dates, outlets and links, read when the first sentence is shown.
- `Payload.chunks`: the sentences and their marked stretches, compressed, unpacked one chunk at a time.
- `Payload.texts`: the articles, compressed likewise, where they were given and have room.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.lexicons import countries
from graphbuild.lexicons.gazetteer.codes import alpha2
from graphbuild.views.payload.cleaned import cleaned
from graphbuild.views.payload.days import NO_DAY, days
from graphbuild.views.payload.evidence import CHUNK, evidence
from graphbuild.views.payload.lines import RADIUS, STATED, lines, radius
from graphbuild.views.payload.naming import minor, unsaid
from graphbuild.views.payload.neighbourhood import narrowed, neighbourhood
from graphbuild.views.payload.offices import offices
from graphbuild.views.payload.pack import pack
from graphbuild.views.payload.queue import doubts, queue
from graphbuild.views.payload.room import room
from graphbuild.views.payload.spans import spans
from graphbuild.views.payload.texts import texts as packed
from graphbuild.views.payload.words import COOCCURRENCE, KINDS, WORDS
from graphbuild.vocabulary import DRAWN

__all__ = ["Payload", "payload"]


@dataclass(frozen=True, slots=True)
class Payload:
    """What one page carries.

    Attributes
    ----------
    core : dict
        JSON-ready: ``actors``, ``lists``, ``lines``, ``rows``, ``sentences``, and of the ``whole`` how many
        actors and relations the tables have.
    documents : dict
        JSON-ready columns, one entry a document.
    spans : dict
        JSON-ready columns, one entry a mention (see `graphbuild.views.payload.spans`).
    chunks : list of str
        Base64 of zlib-compressed JSON, 256 sentences each.
    texts : list of str
        Base64 of zlib-compressed JSON, some articles each.
    actors : pandas.DataFrame
        The actors in the page's order, with weighted ``degree`` (of what is stated) and ``radius``.
    lines : pandas.DataFrame
        ``source, target`` (positions in ``actors``), ``pair, kind, sign, weight``; strongest first.
    """

    core: dict[str, Any]
    documents: dict[str, Any]
    spans: dict[str, Any]
    chunks: list[str]
    texts: list[str]
    actors: pd.DataFrame
    lines: pd.DataFrame


def payload(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    actors: pd.DataFrame,
    relations: pd.DataFrame,
    edges: pd.DataFrame,
    texts: Mapping[str, str] | None = None,
    *,
    apart: Collection[frozenset[str]] = frozenset(),
    most: int | None = None,
    centre: str | None = None,
) -> Payload:
    """Arrange the five tables as the page wants them.

    A relation is kept when its edge is in `edges`, so that filtered edges give a filtered page; denied
    relations have no edge and are always kept. Both ends must be in `actors`. Of a corpus too large for a
    page the most linked actors and the strongest lines between them are kept (see
    `graphbuild.views.payload.room`), and the page says of how many.

    Parameters
    ----------
    documents, mentions, actors, relations, edges : pandas.DataFrame
        With the columns of `graphbuild.tables.SCHEMAS`.
    texts : mapping of str to str, optional
        The text of each document, to be read in the page (see `graphbuild.views.payload.texts`).
    apart : collection of frozenset of str
        Pairs of ids of actors that are known to be different.
    most : int, optional
        Of so many actors at most, the most linked ones or those around the `centre`, an actor by id; the page
        tells of how many. All that have room if not given.

    Returns
    -------
    Payload

    Raises
    ------
    TableError
        A table lacks a column.

    Examples
    --------
    >>> from graphbuild.tables import SCHEMAS
    >>> empty = {name: pd.DataFrame(columns=list(columns)) for name, columns in SCHEMAS.items()}
    >>> made = payload(*(empty[name] for name in ("documents", "mentions", "actors", "relations", "edges")))
    >>> made.core["rows"]["size"], made.chunks
    (0, [])
    """
    given = (documents, mentions, actors, relations, edges)
    tables = {name: cleaned(name, table) for name, table in zip(DRAWN, given, strict=True)}
    people, papers = _numbered(tables)
    rows, linked, degree = lines(tables["relations"], tables["edges"], people, papers)
    whole = {"actors": max(len(people), _linked(tables["mentions"])), "relations": len(tables["relations"])}
    if most is not None and most < len(people):
        around = None if centre is None else int(people.index[people["actor_id"] == centre][0])
        tables = narrowed(tables, people["actor_id"].iloc[neighbourhood(linked, degree, most, around)])
        people, papers = _numbered(tables)
        rows, linked, degree = lines(tables["relations"], tables["edges"], people, papers)
    rows, linked, degree, people = room(rows, linked, degree, people)
    rows, sentences, chunks = evidence(rows, tables["mentions"])
    people = people.assign(degree=degree.astype(np.int64), radius=radius(degree))
    known = countries().name_of
    outlets = pack(papers["source"])
    behind = np.bincount(
        rows.loc[rows["document"] >= 0, "document"].to_numpy(np.int64), minlength=len(papers)
    )
    told, articles = packed(texts or {}, papers["doc_id"].tolist(), behind)
    core = {
        **WORDS,
        "stated": bool((linked["weight"][linked["kind"] != KINDS.index(COOCCURRENCE)] > 0).any()),
        "strength": STATED,
        "whole": whole,
        "radius": list(RADIUS),
        "actors": _actor_columns(people)
        | {
            "papers": _papers(tables["mentions"], people, papers),
            "offices": offices(people, tables["mentions"], rows),
            "unsaid": unsaid(people, tables["mentions"]),
            "minor": minor(people, tables["mentions"], len(papers)),
        },
        "lines": _line_columns(linked),
        "rows": _row_columns(rows, people),
        "sentences": {
            "size": len(sentences),
            "all": int(papers["sentences"].clip(lower=0).sum()),
            "chunk": CHUNK,
            "document": pack(sentences["document"]),
            "number": pack(sentences["sentence"]),
            "start": pack(_starts(sentences, papers["doc_id"].tolist(), texts or {})),
        },
        "texts": told,
        "queue": queue(people, tables["mentions"], linked, apart),
        "doubts": doubts(rows, tables["relations"], tables["edges"]),
        "nations": known,
        "regions": {code: alpha2(code) for code in known},
        "countries": {code: known[code] for code in sorted(set(people["country"])) if code in known},
        "outlets": outlets.pop("words"),
        "documents": {"outlet": outlets, "day": pack(days(papers["date"])), "story": _stories(papers)},
    }
    return Payload(
        core=core,
        documents={name: papers[name].tolist() for name in ("doc_id", "title", "date", "url")},
        spans=spans(rows, tables["mentions"], people, papers),
        chunks=chunks,
        texts=articles,
        actors=people,
        lines=linked,
    )


def _numbered(tables: Mapping[str, pd.DataFrame]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Actors and documents, numbered from 0, each once; where a title is missing the name of the file."""
    people = tables["actors"].drop_duplicates("actor_id").reset_index(drop=True)
    papers = tables["documents"].drop_duplicates("doc_id").reset_index(drop=True)
    files = papers["path"].str.replace(r".*[/\\]", "", regex=True)
    papers["title"] = papers["title"].where(papers["title"] != "", files)
    return people, papers


def _linked(mentions: pd.DataFrame) -> int:
    """How many actors the texts speak of, be they among those of the page or not."""
    return int(mentions.loc[mentions["actor_id"] != "", "actor_id"].nunique())


def _starts(sentences: pd.DataFrame, doc_ids: list[str], texts: Mapping[str, str]) -> npt.NDArray[np.int64]:
    """Where each sentence starts in its document, in the UTF-16 units that JavaScript counts in."""
    starts = sentences["start"].to_numpy(np.int64).copy()
    for document in np.unique(sentences["document"].to_numpy(np.int64)):
        text = texts.get(doc_ids[document], "") if document >= 0 else ""
        if text and max(text) > "\uffff":
            wide = np.array([at for at, character in enumerate(text) if character > "\uffff"], dtype=np.int64)
            own = np.flatnonzero(sentences["document"] == document)
            starts[own] += np.searchsorted(wide, starts[own])
    return starts


def _actor_columns(people: pd.DataFrame) -> dict[str, Any]:
    columns: dict[str, Any] = {"size": len(people)}
    for name, column in (("id", "actor_id"), ("name", "name"), ("titles", "titles"), ("aliases", "aliases")):
        columns[name] = people[column].tolist()
    for name in ("type", "role", "country"):
        columns[name] = pack(people[name])
    for name, column in (("mentions", "n_mentions"), ("documents", "n_documents"), ("degree", "degree")):
        columns[name] = pack(people[column])
    columns["first"], columns["last"] = pack(days(people["first_date"])), pack(days(people["last_date"]))
    columns["radius"] = people["radius"].tolist()
    return columns


def _papers(mentions: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame) -> dict[str, Any]:
    """The documents that mention each actor: how many, and which, actor by actor."""
    actor = pd.Index(people["actor_id"]).get_indexer(mentions["actor_id"])
    document = pd.Index(papers["doc_id"]).get_indexer(mentions["doc_id"])
    known = (actor >= 0) & (document >= 0)
    seen = np.unique(np.column_stack([actor[known], document[known]]), axis=0).reshape(-1, 2)
    return {"size": pack(np.bincount(seen[:, 0], minlength=len(people))), "document": pack(seen[:, 1])}


def _stories(papers: pd.DataFrame) -> dict[str, Any]:
    """A number for each story; a document of none is one of its own."""
    alone = papers["story_id"].where(papers["story_id"] != "", papers["doc_id"])
    return pack(pd.Series(pd.factorize(alone)[0]))


def _speakers(rows: pd.DataFrame, people: pd.DataFrame) -> dict[str, Any]:
    """Who says each row: words (two speakers may have one name) and, for each, which actor it is."""
    who = pd.Index(people["actor_id"]).get_indexer(rows["speaker"])
    keys = pack(pd.Series(who).map(lambda number: f"{number:09d} ").astype("str") + rows["speaker_name"])
    actors = [int(key[:9]) if key[:1] != "-" else -1 for key in keys["words"]]
    return keys | {"words": [key.partition(" ")[2] for key in keys["words"]], "actors": actors}


def _ids(column: pd.Series) -> dict[str, Any]:
    """Ids of twelve hexadecimal digits as bytes, any others as words."""
    if column.str.fullmatch("[0-9a-f]{12}").all():
        return {"type": "hex", "data": b64encode(bytes.fromhex("".join(column))).decode("ascii")}
    return {"type": "words", "words": column.tolist()}


def _row_columns(rows: pd.DataFrame, people: pd.DataFrame) -> dict[str, Any]:
    columns: dict[str, Any] = {"size": len(rows)}
    for name, column in (("line", "line"), ("sentence", "place"), ("day", "day"), ("status", "status")):
        columns[name] = pack(rows[column])
    for name in ("relation", "verb", "rule"):
        columns[name] = pack(rows[name])
    columns["speaker"] = _speakers(rows, people)
    columns["id"] = _ids(rows["relation_id"])
    columns["told"] = _told(rows)
    for name in ("confidence", "polarity"):
        columns[name] = _hundredths(rows[name])
    return columns


def _told(rows: pd.DataFrame) -> dict[int, str]:
    """The dates that say less than a day, or lie too far from the articles to be on the time line."""
    known = (rows["day"] != NO_DAY).to_numpy()
    day = rows["day"].where(known, 0).to_numpy(np.int64).astype("datetime64[D]").astype(str)
    date = rows["date"].str[:10].to_numpy()
    return {int(row): str(date[row]) for row in np.flatnonzero((date != "") & ~(known & (date == day)))}


def _line_columns(lines: pd.DataFrame) -> dict[str, Any]:
    columns: dict[str, Any] = {"size": len(lines)}
    for name in ("source", "target", "pair", "kind", "sign", "weight"):
        columns[name] = pack(lines[name])
    columns["association"] = _hundredths(lines["association"])
    rare = -100 * np.log10(lines["q_value"].to_numpy(float).clip(1e-20, 1))
    columns["rarity"] = pack(np.round(rare).astype(np.int64))
    return columns


def _hundredths(column: pd.Series) -> dict[str, Any]:
    return pack(np.round(column.to_numpy(float).clip(-1, 1) * 100).astype(np.int64))
