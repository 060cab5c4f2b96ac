"""The texts of articles, packed for the page."""

import json
import zlib
from base64 import b64decode

import news
import numpy as np
import pytest

from graphbuild.views.payload import payload
from graphbuild.views.payload.texts import MOST, texts


def numbers(column):
    """A packed column."""
    return np.frombuffer(b64decode(column["data"]), dtype=f"<{column['type']}").tolist()


def unpacked(core, chunks):
    """Text by number of the document, as the page reads it."""
    contents = [json.loads(zlib.decompress(b64decode(chunk))) for chunk in chunks]
    chunk, place = numbers(core["chunk"]), numbers(core["place"])
    return {
        at: contents[one][other] for at, (one, other) in enumerate(zip(chunk, place, strict=True)) if one >= 0
    }


def test_texts_come_back():
    given = {f"d{n}": f"Text {n} — 🎓 <b>\n" * (n * 900) for n in range(1, 40)} | {"empty": "", "other": "x"}
    ids = ["empty", *(f"d{n}" for n in range(1, 40)), "unknown"]
    core, chunks = texts(given, ids, np.ones(len(ids), dtype=np.int64))
    assert unpacked(core, chunks) == {n: given[f"d{n}"] for n in range(1, 40)}
    assert 2 < len(chunks) < 40
    assert core["left"] == 0


def test_where_there_is_no_room_those_with_most_relations_stay():
    given = {name: name * 10 for name in "abcd"}
    core, chunks = texts(given, list("abcd"), np.array([1, 7, 0, 7]), most=25)
    assert unpacked(core, chunks) == {1: "b" * 10, 3: "d" * 10}
    assert core["left"] == 2
    core, chunks = texts({}, ["a"], np.array([3]))
    assert (unpacked(core, chunks), core["left"], chunks) == ({}, 0, [])
    assert MOST >= 1_000_000


@pytest.mark.parametrize("wide", [False, True])
def test_sentences_stand_where_the_script_counts_them(wide):
    tables = news.news()
    told = news.texts()
    if wide:
        told = {key: text for key, text in told.items() if "🎓" in text}
        assert told
    data = payload(*tables, told)
    starts, documents = (numbers(data.core["sentences"][name]) for name in ("start", "document"))
    contents = [json.loads(zlib.decompress(b64decode(chunk))) for chunk in data.chunks]
    quotes = [text for content in contents for text in content["texts"]]
    ids = data.documents["doc_id"]
    checked = 0
    for start, document, quote in zip(starts, documents, quotes, strict=True):
        if ids[document] in told:
            units = told[ids[document]].encode("utf-16-le")[2 * start :].decode("utf-16-le")
            assert units.startswith(quote)
            checked += 1
    assert checked > 3
