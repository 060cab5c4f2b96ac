"""Pairs of actors that are mentioned together, in the columns of the relations table.

The SQL is plain enough for DuckDB and Spark alike.
"""

from __future__ import annotations

import duckdb
import pandas as pd

from graphbuild.records import content_id
from graphbuild.tables import CROWD, check

__all__ = ["cooccur"]

_SAME = {
    "kind": "cooccurrence", "relation": "", "verb": "", "plover": "", "polarity": 0.0, "status": "asserted",
    "speaker": "", "speaker_name": "", "confidence": 1.0,
}  # fmt: skip

_PAIRS = """
WITH first_mentions AS (
    SELECT doc_id, sentence, actor_id, mention_id, from_char
    FROM (
        SELECT doc_id, sentence, actor_id, mention_id, from_char, ROW_NUMBER() OVER (
            PARTITION BY doc_id, sentence, actor_id ORDER BY from_char, to_char, mention_id) AS nth
        FROM mentions
        WHERE actor_id <> ''
    ) AS numbered
    WHERE nth = 1
),
crowds AS (
    SELECT doc_id, sentence FROM first_mentions GROUP BY doc_id, sentence HAVING COUNT(*) > {crowd}
),
present AS (
    SELECT m.* FROM first_mentions AS m
    LEFT JOIN crowds AS c ON c.doc_id = m.doc_id AND c.sentence = m.sentence
    WHERE c.doc_id IS NULL
),
pairs AS (
    SELECT
        b.doc_id, b.sentence, a.sentence AS from_sentence,
        a.actor_id AS source, b.actor_id AS target,
        a.mention_id AS source_mention, b.mention_id AS target_mention
    FROM present AS b
    JOIN present AS a
        ON a.doc_id = b.doc_id
        AND a.actor_id <> b.actor_id
        AND a.sentence BETWEEN b.sentence - {window} AND b.sentence
        AND (a.sentence < b.sentence OR a.from_char < b.from_char
            OR (a.from_char = b.from_char AND a.actor_id < b.actor_id))
),
nearest AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY doc_id, sentence, LEAST(source, target), GREATEST(source, target)
        ORDER BY from_sentence DESC, source_mention, target_mention) AS nth
    FROM pairs
)
SELECT
    n.doc_id, n.sentence, s.date, n.source, a.name AS source_name, n.target, b.name AS target_name,
    n.source_mention, n.target_mention, f.from_char, s.to_char, f.place AS first_place, s.place AS last_place
FROM nearest AS n
JOIN sentences AS f ON f.doc_id = n.doc_id AND f.sentence = n.from_sentence
JOIN sentences AS s ON s.doc_id = n.doc_id AND s.sentence = n.sentence
JOIN actors AS a ON a.actor_id = n.source
JOIN actors AS b ON b.actor_id = n.target
WHERE n.nth = 1
ORDER BY s.date, n.doc_id, n.sentence, n.source, n.target
"""


def cooccur(
    mentions: pd.DataFrame, sentences: pd.DataFrame, actors: pd.DataFrame, *, window: int = 0
) -> pd.DataFrame:
    """Relations of kind ``cooccurrence``: one per pair of actors and sentence.

    Two actors are together in a sentence that mentions both. With a window of n sentences they are also
    together in a sentence that mentions one of them when one of the n sentences before it mentions the
    other; the evidence then runs from the earlier sentence to the later one, and ``sentence`` is the later.
    Sentences that mention more than 40 actors are lists and pair nobody.

    Parameters
    ----------
    mentions, sentences, actors : DataFrame
        Tables of one build (see `graphbuild.tables`).
    window : int
        How many sentences apart two mentions may be; 0 is the same sentence.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["relations"]``; ``source`` is the actor named first, the mentions are
        each actor's first in its sentence, ``rule`` is ``same_sentence`` or ``window``, ``polarity`` 0. By
        date, document, sentence, source, target.

    Raises
    ------
    ValueError
        If ``window`` is negative.

    Examples
    --------
    >>> mentions = pd.DataFrame({"mention_id": ["d:0-4", "d:9-13"], "doc_id": "d", "sentence": 0,
    ...     "start": [0, 9], "end": [4, 13], "text": ["Chad", "Mali"], "label": "GPE", "kind": "name",
    ...     "antecedent": "", "actor_id": ["TCD", "MLI"]})
    >>> sentences = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "date": "", "start": 0, "end": 14,
    ...     "text": "Chad and Mali.", "after": ""})
    >>> actors = pd.DataFrame({"actor_id": ["TCD", "MLI"], "name": ["Chad", "Mali"]})
    >>> cooccur(mentions, sentences, actors)[["source_name", "target_name", "evidence"]].values.tolist()
    [['Chad', 'Mali', 'Chad and Mali.']]
    """
    if window < 0:
        raise ValueError(f"window must be 0 or more sentences, not {window}")
    linked = mentions[["mention_id", "doc_id", "sentence", "start", "end", "actor_id"]]
    spans = sentences[["doc_id", "sentence", "date", "start", "end"]].assign(place=range(len(sentences)))
    with duckdb.connect() as connection:
        connection.register("mentions", _renamed(linked))
        connection.register("sentences", _renamed(spans))
        connection.register("actors", actors[["actor_id", "name"]])
        pairs = connection.sql(_PAIRS.format(crowd=CROWD, window=int(window))).df()
    pairs = pairs.rename(columns={"from_char": "start", "to_char": "end"}).assign(**_SAME)
    apart = pairs["first_place"] < pairs["last_place"]
    pairs["rule"] = apart.map({True: "window", False: "same_sentence"})
    pairs["verb_start"] = pairs["verb_end"] = pairs["start"]
    pairs["evidence"] = sentences["text"].take(pairs["last_place"]).reset_index(drop=True)
    pairs.loc[apart, "evidence"] = _passages(pairs[apart], sentences)
    keys = zip(*(pairs[c].tolist() for c in ("doc_id", "sentence", "source", "target")), strict=True)
    pairs["relation_id"] = [content_id("cooccurrence", *key) for key in keys]
    return check(pairs.astype({"rule": "str", "relation_id": "str"}), "relations")


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns={"start": "from_char", "end": "to_char"})  # "end" is a word of SQL


def _passages(pairs: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """From the first sentence to the last, with what stands between them."""
    texts, after = sentences["text"].tolist(), sentences["after"].tolist()
    return [
        "".join(part for i in range(first, last) for part in (texts[i], after[i])) + texts[last]
        for first, last in zip(pairs["first_place"], pairs["last_place"], strict=True)
    ]
