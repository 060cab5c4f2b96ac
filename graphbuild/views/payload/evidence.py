"""The sentences behind the relations, compressed in chunks that the page unpacks one at a time."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode

import numpy as np
import pandas as pd

__all__ = ["CHUNK", "evidence"]

CHUNK = 256  # sentences


def evidence(rows: pd.DataFrame, mentions: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, list[str]]:
    """Sentences, numbered in the order of the rows, with the stretches that each row marks.

    Parameters
    ----------
    rows : pandas.DataFrame
        Relations with their ``line``, ``document`` and ``day``.
    mentions : pandas.DataFrame

    Returns
    -------
    rows : pandas.DataFrame
        In order (newest first within a line, a sentence's rows together), with the number of the sentence as
        ``place``.
    sentences : pandas.DataFrame
        ``document, sentence, start, evidence``.
    chunks : list of str
        Base64 of zlib-compressed JSON: ``{"texts": [...], "marks": {row: [s, s, t, t, v, v]}}``, marks being
        start and end of source, target and verb, -1 for none.
    """
    key = ["document", "start", "end"]
    newest = rows.groupby(key)["day"].transform("max") if len(rows) else rows["day"]
    order = ["line", "_newest", *key, "relation_id"]
    rows = rows.assign(_newest=-newest).sort_values(order, ignore_index=True)
    rows["place"] = pd.factorize(pd.MultiIndex.from_frame(rows[key]))[0].astype(np.int64)
    sentences = rows.drop_duplicates("place")[["document", "sentence", "start", "evidence"]]
    sentences = sentences.reset_index(drop=True)
    return rows, sentences, _chunks(rows, sentences["evidence"].tolist(), mentions)


def _chunks(rows: pd.DataFrame, texts: list[str], mentions: pd.DataFrame) -> list[str]:
    spans = mentions.drop_duplicates("mention_id").set_index("mention_id")[["start", "end"]]
    place = rows["place"].to_numpy(np.int64)
    ends = [spans.reindex(rows[end]).fillna(-1) for end in ("source_mention", "target_mention")]
    marks = np.hstack([*ends, rows[["verb_start", "verb_end"]]]).astype(np.int64)
    marks -= rows["start"].to_numpy(np.int64)[:, None]
    length = np.array([len(text) for text in texts], dtype=np.int64)
    for first in (0, 2, 4):
        start, end = marks[:, first], marks[:, first + 1]
        outside = (start < 0) | (end <= start) | (end > (length[place] if len(length) else 0))
        marks[outside, first : first + 2] = -1
    wide = np.array([bool(text) and max(text) > "\uffff" for text in texts], dtype=bool)
    for row in np.flatnonzero(wide[place]) if len(wide) else ():
        marks[row] = [_utf16(texts[place[row]], int(offset)) for offset in marks[row]]
    order = np.argsort(place, kind="stable")
    bounds = np.searchsorted(place[order], np.arange(0, len(texts) + CHUNK, CHUNK))
    packed = []
    for number, first in enumerate(range(0, len(texts), CHUNK)):
        inside = order[bounds[number] : bounds[number + 1]]
        content = {
            "texts": texts[first : first + CHUNK],
            "marks": {int(row): marks[row].tolist() for row in inside},
        }
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        packed.append(b64encode(zlib.compress(written, 6)).decode("ascii"))
    return packed


def _utf16(text: str, offset: int) -> int:
    """A code point offset as the UTF-16 offset that JavaScript counts in."""
    return offset if offset < 0 else offset + sum(character > "\uffff" for character in text[:offset])
