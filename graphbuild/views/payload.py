"""From the tables to what the page carries: columns, word lists and compressed evidence.

The page holds three levels of the same data, so that it opens at once however large it is:

- `Payload.core`: the actors and, as typed columns, every *line* (all relations of one kind and sign from
  one actor to another) and every *row* (one relation). Enough to draw, search and filter.
- `Payload.documents`: titles, dates, outlets and links, read when the first sentence is shown.
- `Payload.chunks`: the sentences and their marked stretches, compressed, unpacked one chunk at a time.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.errors import TableError
from graphbuild.lexicons import countries
from graphbuild.views.naming import minor, unsaid
from graphbuild.views.offices import offices

__all__ = ["KINDS", "STATUSES", "Payload", "payload"]

KINDS = ("verb", "affiliation", "cooccurrence")
STATUSES = ("asserted", "possible", "intended", "negated")
NO_DAY = -1_000_000

_CHUNK = 256
_ROOM = 31  # days
_STATED = 2.0
_NEEDED = {
    "documents": ("doc_id", "title", "date", "source", "url", "path"),
    "mentions": ("mention_id", "doc_id", "sentence", "start", "end", "text", "kind", "actor_id"),
    "actors": ("actor_id", "name", "type", "role", "country", "titles", "aliases", "n_mentions",
               "n_documents", "first_date", "last_date"),
    "relations": ("relation_id", "doc_id", "sentence", "date", "kind", "source", "target", "relation", "verb",
                  "polarity", "status", "speaker", "speaker_name", "rule", "confidence", "source_mention",
                  "target_mention", "start", "end", "verb_start", "verb_end", "evidence"),
    "edges": ("source", "target", "kind", "relation", "association", "q_value"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Payload:
    """What one page carries.

    Attributes
    ----------
    core : dict
        JSON-ready: ``actors``, ``lists``, ``lines``, ``rows``, ``sentences``.
    documents : dict
        JSON-ready columns, one entry a document.
    chunks : list of str
        Base64 of zlib-compressed JSON, 256 sentences each.
    actors : pandas.DataFrame
        The actors in the page's order, with weighted ``degree`` (of what is stated) and ``radius``.
    lines : pandas.DataFrame
        ``source, target`` (positions in ``actors``), ``pair, kind, sign, weight``; strongest first.
    """

    core: dict[str, Any]
    documents: dict[str, Any]
    chunks: list[str]
    actors: pd.DataFrame
    lines: pd.DataFrame


def payload(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    actors: pd.DataFrame,
    relations: pd.DataFrame,
    edges: pd.DataFrame,
) -> Payload:
    """Arrange the five tables as the page wants them.

    A relation is kept when its edge is in `edges`, so that filtered edges give a filtered page; denied
    relations have no edge and are always kept. Both ends must be in `actors`.

    Parameters
    ----------
    documents, mentions, actors, relations, edges : pandas.DataFrame
        With the columns of `graphbuild.tables.SCHEMAS`.

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
    tables = {name: _clean(name, table) for name, table in zip(_NEEDED, given, strict=True)}
    people = tables["actors"].drop_duplicates("actor_id").reset_index(drop=True)
    papers = tables["documents"].drop_duplicates("doc_id").reset_index(drop=True)
    files = papers["path"].str.replace(r".*[/\\]", "", regex=True)
    papers["title"] = papers["title"].where(papers["title"] != "", files)
    edges = _linked(tables["edges"], people)
    rows, lines = _lines(_rows(tables["relations"], edges, people, papers))
    lines = _associated(lines, edges)
    rows, sentences = _sentences(rows)
    people = _sizes(people, lines)
    core = {
        "actors": _actor_columns(people)
        | {
            "papers": _papers(tables["mentions"], people, papers),
            "offices": offices(people, tables["mentions"], rows),
            "unsaid": unsaid(people, tables["mentions"]),
            "minor": minor(people, tables["mentions"], len(papers)),
        },
        **_row_columns(rows, lines, sentences, people),
    }
    outlets = _Words(papers["source"])
    known = countries().name_of
    named = {code: known[code] for code in sorted(set(people["country"])) if code in known}
    return Payload(
        core=core
        | {"countries": named, "outlets": outlets.words, "documents": {"outlet": _pack(outlets.codes)}},
        documents={name: papers[name].tolist() for name in ("doc_id", "title", "date", "url")},
        chunks=_chunks(rows, sentences, tables["mentions"]),
        actors=people,
        lines=lines,
    )


class _Words:
    """A column of strings as its distinct words, most frequent first, and a code for each row."""

    def __init__(self, column: pd.Series) -> None:
        counts = column.value_counts(sort=False)
        self.words: list[str] = sorted(counts.index, key=lambda word: (-int(counts[word]), word))
        place = {word: code for code, word in enumerate(self.words)}
        self.codes = np.asarray(column.map(place), dtype=np.int64)


def _clean(name: str, table: pd.DataFrame) -> pd.DataFrame:
    missing = [column for column in _NEEDED[name] if column not in table.columns]
    if missing:
        raise TableError(
            f"the {name} table lacks {', '.join(missing)}: pass the one that graphbuild.build returns"
        )
    kept = table.loc[:, list(_NEEDED[name])].copy()
    for column in kept.columns:
        if column in ("sentence", "start", "end", "verb_start", "verb_end", "n_mentions", "n_documents"):
            kept[column] = pd.to_numeric(kept[column], errors="coerce").fillna(-1).astype(np.int64)
        elif column in ("polarity", "confidence", "association", "q_value"):
            unknown = 1.0 if column == "q_value" else 0.0
            kept[column] = pd.to_numeric(kept[column], errors="coerce").fillna(unknown).astype(float)
        else:
            kept[column] = kept[column].astype(object).where(kept[column].notna(), "").map(str)
    return kept


def _rows(
    relations: pd.DataFrame, edges: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame
) -> pd.DataFrame:
    rows = relations.assign(
        document=_codes(relations["doc_id"], papers["doc_id"]),
        kind=_codes(relations["kind"], KINDS),
        status=_codes(relations["status"], STATUSES).clip(0),
        sign=np.sign(relations["polarity"]).astype(np.int64),
        day=_near(_days(relations["date"]), _days(papers["date"])),
    )
    for end in ("source", "target"):
        rows[end] = _codes(rows[end], people["actor_id"])
    rows = rows[(rows["kind"] >= 0) & (rows["source"] >= 0) & (rows["target"] >= 0)]
    rows = _undirected(rows)
    key = ["source", "target", "kind", "relation"]
    listed = pd.MultiIndex.from_frame(edges[key])
    denied = (rows["status"] == STATUSES.index("negated")).to_numpy()
    return rows[pd.MultiIndex.from_frame(rows[key]).isin(listed) | denied]


def _linked(edges: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The edges with actors and kinds as the page numbers them."""
    numbered = edges.assign(
        source=_codes(edges["source"], people["actor_id"]),
        target=_codes(edges["target"], people["actor_id"]),
        kind=_codes(edges["kind"], KINDS),
    )
    return _undirected(numbered)


def _associated(lines: pd.DataFrame, edges: pd.DataFrame) -> pd.DataFrame:
    """The lines with ``association`` and ``q_value`` of co-occurrence; 0 and 1 for all others."""
    known = edges[edges["kind"] == KINDS.index("cooccurrence")].drop_duplicates(["source", "target"])
    found = lines.merge(known[["source", "target", "kind", "association", "q_value"]], how="left")
    return found.fillna({"association": 0.0, "q_value": 1.0})


def _codes(column: pd.Series, words: Iterable[str]) -> pd.Series:
    """The place of each value among the words, -1 for none."""
    place = {word: code for code, word in enumerate(words)}
    return column.map(place).fillna(-1).astype(np.int64)


def _undirected(table: pd.DataFrame) -> pd.DataFrame:
    """Turn co-occurrences so that the actor that comes first in the page is the source, marks included."""
    flip = ((table["kind"] == KINDS.index("cooccurrence")) & (table["source"] > table["target"])).to_numpy()
    turned = table.copy()
    for one, other in (("source", "target"), ("source_mention", "target_mention")):
        if one in table.columns:
            turned[one] = np.where(flip, table[other], table[one])
            turned[other] = np.where(flip, table[one], table[other])
    return turned


def _days(dates: pd.Series) -> npt.NDArray[np.int64]:
    """Days since 1970 of ISO dates; a year or a month alone stands for its first day."""
    words = _Words(dates)
    days = np.full(max(len(words.words), 1), NO_DAY, dtype=np.int64)
    for code, word in enumerate(words.words):
        try:
            days[code] = np.datetime64(word[:10], "D").astype(np.int64) if word else NO_DAY
        except ValueError:
            days[code] = NO_DAY
    return days[words.codes]


def _near(days: npt.NDArray[np.int64], papers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The days, but none for what lies so far from the articles that it would stretch the time line."""
    known = papers[papers != NO_DAY]
    if not known.size:
        return days
    first, last = known.min(), known.max()
    room = max(last - first, _ROOM)
    return np.where((days >= first - room) & (days <= last + room), days, NO_DAY)


def _lines(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    key = ["source", "target", "kind", "sign"]
    counted = rows[rows["status"] != STATUSES.index("negated")]
    weight = counted.drop_duplicates([*key, "document", "start", "end"]).groupby(key, sort=True).size()
    lines = rows[key].drop_duplicates().set_index(key)
    lines["weight"] = weight.reindex(lines.index).fillna(0).astype(np.int64)
    lines = lines.reset_index()
    stated = np.where(lines["kind"] == KINDS.index("cooccurrence"), 1.0, _STATED)
    lines["strength"] = lines["weight"] * stated
    # Among lines of the same strength those between much linked actors come first.
    degree = _degree(lines, int(lines[["source", "target"]].to_numpy(np.int64).max(initial=-1)) + 1)
    lesser = np.minimum(degree[lines["source"]], degree[lines["target"]])
    lines = lines.assign(_weakness=-lines["strength"], _lesser=-lesser)
    lines = lines.sort_values(["_weakness", "_lesser", *key], ignore_index=True)
    ends = np.sort(lines[["source", "target"]].to_numpy(np.int64), axis=1).reshape(-1, 2)
    lines["pair"] = pd.factorize(pd.MultiIndex.from_arrays([ends[:, 0], ends[:, 1]]))[0] if len(lines) else 0
    place = pd.Series(np.arange(len(lines)), index=pd.MultiIndex.from_frame(lines[key]), dtype=np.int64)
    return rows.assign(line=place.reindex(pd.MultiIndex.from_frame(rows[key])).to_numpy(np.int64)), lines


def _sentences(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Order the rows (newest first within a line, a sentence's rows together) and number their sentences."""
    key = ["document", "start", "end"]
    newest = rows.groupby(key)["day"].transform("max") if len(rows) else rows["day"]
    order = ["line", "_newest", *key, "relation_id"]
    rows = rows.assign(_newest=-newest).sort_values(order, ignore_index=True)
    index = pd.MultiIndex.from_frame(rows[key])
    codes, _ = pd.factorize(index)
    rows["place"] = codes.astype(np.int64)
    columns = ["document", "sentence", "start", "evidence"]
    sentences = rows.drop_duplicates("place")[columns].reset_index(drop=True)
    return rows, sentences


def _sizes(people: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    degree = _degree(lines, len(people))
    top = max(degree.max(initial=0.0), 1.0)
    return people.assign(degree=degree.astype(np.int64), radius=np.round(6 + 20 * np.sqrt(degree / top), 1))


def _degree(lines: pd.DataFrame, actors: int) -> npt.NDArray[np.float64]:
    """Weighted degree of each actor: the weights of its stated lines, or of all where nothing is stated."""
    stated = lines[(lines["kind"] != KINDS.index("cooccurrence")) & (lines["weight"] > 0)]
    counted = lines if stated.empty else stated
    degree = np.zeros(actors)
    for end in ("source", "target"):
        np.add.at(degree, counted[end].to_numpy(np.int64), counted["weight"].to_numpy(float))
    return degree


def _pack(values: npt.NDArray[np.int64]) -> dict[str, Any]:
    """The narrowest little-endian integers that hold the values, as base64."""
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    types = ("u1", "u2", "u4") if low >= 0 else ("i1", "i2", "i4")
    fits = [name for name in types if np.iinfo(name).min <= low and high <= np.iinfo(name).max]
    packed = np.ascontiguousarray(values.astype("<" + fits[0]))
    return {"type": fits[0], "data": b64encode(packed.tobytes()).decode("ascii")}


def _actor_columns(people: pd.DataFrame) -> dict[str, Any]:
    columns: dict[str, Any] = {"size": len(people)}
    for name, column in (("id", "actor_id"), ("name", "name"), ("titles", "titles"), ("aliases", "aliases")):
        columns[name] = people[column].tolist()
    for name in ("type", "role", "country"):
        words = _Words(people[name])
        columns[name] = _pack(words.codes) | {"words": words.words}
    for name, column in (("mentions", "n_mentions"), ("documents", "n_documents"), ("degree", "degree")):
        columns[name] = _pack(people[column].to_numpy(np.int64))
    columns["first"], columns["last"] = _pack(_days(people["first_date"])), _pack(_days(people["last_date"]))
    columns["radius"] = people["radius"].tolist()
    return columns


def _papers(mentions: pd.DataFrame, people: pd.DataFrame, papers: pd.DataFrame) -> dict[str, Any]:
    """The documents that mention each actor: how many, and which, actor by actor."""
    actor = _codes(mentions["actor_id"], people["actor_id"]).to_numpy(np.int64)
    document = _codes(mentions["doc_id"], papers["doc_id"]).to_numpy(np.int64)
    known = (actor >= 0) & (document >= 0)
    seen = np.unique(np.column_stack([actor[known], document[known]]), axis=0).reshape(-1, 2)
    return {"size": _pack(np.bincount(seen[:, 0], minlength=len(people))), "document": _pack(seen[:, 1])}


def _speakers(rows: pd.DataFrame, people: pd.DataFrame) -> dict[str, Any]:
    """Who says each row: words (two speakers may have one name) and, for each, which actor it is."""
    who = _codes(rows["speaker"], people["actor_id"])
    keys = _Words(who.map(lambda number: f"{number:09d} ").astype("str") + rows["speaker_name"])
    actors = [int(key[:9]) if key[:1] != "-" else -1 for key in keys.words]
    names = [key.partition(" ")[2] for key in keys.words]
    return _pack(keys.codes) | {"words": names, "actors": actors}


def _ids(column: pd.Series) -> dict[str, Any]:
    """Ids of twelve hexadecimal digits as bytes, any others as words."""
    if column.str.fullmatch("[0-9a-f]{12}").all():
        return {"type": "hex", "data": b64encode(bytes.fromhex("".join(column))).decode("ascii")}
    return {"type": "words", "words": column.tolist()}


def _row_columns(
    rows: pd.DataFrame, lines: pd.DataFrame, sentences: pd.DataFrame, people: pd.DataFrame
) -> dict[str, Any]:
    row_columns: dict[str, Any] = {"size": len(rows)}
    for name, column in (("line", "line"), ("sentence", "place"), ("day", "day"), ("status", "status")):
        row_columns[name] = _pack(rows[column].to_numpy(np.int64))
    for name in ("relation", "verb", "rule"):
        words = _Words(rows[name])
        row_columns[name] = _pack(words.codes) | {"words": words.words}
    row_columns["speaker"] = _speakers(rows, people)
    row_columns["id"] = _ids(rows["relation_id"])
    for name, column in (("confidence", "confidence"), ("polarity", "polarity")):
        row_columns[name] = _pack(np.round(rows[column].to_numpy(float).clip(-1, 1) * 100).astype(np.int64))
    line_columns: dict[str, Any] = {"size": len(lines)}
    for name in ("source", "target", "pair", "kind", "sign", "weight"):
        line_columns[name] = _pack(lines[name].to_numpy(np.int64))
    line_columns["association"] = _pack(
        np.round(lines["association"].to_numpy(float).clip(-1, 1) * 100).astype(np.int64)
    )
    rare = -100 * np.log10(lines["q_value"].to_numpy(float).clip(1e-20, 1))
    line_columns["rarity"] = _pack(np.round(rare).astype(np.int64))
    return {
        "kinds": list(KINDS),
        "statuses": list(STATUSES),
        "noDay": NO_DAY,
        "lines": line_columns,
        "rows": row_columns,
        "sentences": {
            "size": len(sentences),
            "chunk": _CHUNK,
            "document": _pack(sentences["document"].to_numpy(np.int64)),
            "number": _pack(sentences["sentence"].to_numpy(np.int64)),
        },
    }


def _chunks(rows: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> list[str]:
    """Sentences with the marks of their rows: ``{"texts": [...], "marks": {row: [s, s, t, t, v, v]}}``."""
    spans = mentions.drop_duplicates("mention_id").set_index("mention_id")[["start", "end"]]
    texts = sentences["evidence"].tolist()
    place = rows["place"].to_numpy(np.int64)
    marks = np.column_stack(
        [
            spans["start"].reindex(rows["source_mention"]).fillna(-1).to_numpy(np.int64),
            spans["end"].reindex(rows["source_mention"]).fillna(-1).to_numpy(np.int64),
            spans["start"].reindex(rows["target_mention"]).fillna(-1).to_numpy(np.int64),
            spans["end"].reindex(rows["target_mention"]).fillna(-1).to_numpy(np.int64),
            rows["verb_start"].to_numpy(np.int64),
            rows["verb_end"].to_numpy(np.int64),
        ]
    ) - rows["start"].to_numpy(np.int64)[:, None]  # fmt: skip
    length = np.array([len(text) for text in texts], dtype=np.int64)
    for first in (0, 2, 4):
        start, end = marks[:, first], marks[:, first + 1]
        outside = (start < 0) | (end <= start) | (end > (length[place] if len(length) else 0))
        marks[outside, first : first + 2] = -1
    wide = np.array([bool(text) and max(text) > "\uffff" for text in texts], dtype=bool)
    for row in np.flatnonzero(wide[place]) if len(wide) else ():
        marks[row] = [_utf16(texts[place[row]], int(offset)) for offset in marks[row]]
    order = np.argsort(place, kind="stable")
    bounds = np.searchsorted(place[order], np.arange(0, len(texts) + _CHUNK, _CHUNK))
    packed = []
    for number, first in enumerate(range(0, len(texts), _CHUNK)):
        inside = order[bounds[number] : bounds[number + 1]]
        content = {
            "texts": texts[first : first + _CHUNK],
            "marks": {int(row): marks[row].tolist() for row in inside},
        }
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        packed.append(b64encode(zlib.compress(written, 6)).decode("ascii"))
    return packed


def _utf16(text: str, offset: int) -> int:
    """A code point offset as the UTF-16 offset that JavaScript counts in."""
    return offset if offset < 0 else offset + sum(character > "\uffff" for character in text[:offset])
