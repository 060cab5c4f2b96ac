"""Pairs of actors that are mentioned together, in the columns of the relations table.

The SQL is plain enough for DuckDB and Spark alike.
"""

from __future__ import annotations

import pandas as pd

from graphbuild.disk.database import connection, view
from graphbuild.records import content_id
from graphbuild.tables import CROWD, check
from graphbuild.vocabulary import ASSERTED, COOCCURRENCE

__all__ = ["cooccur"]

_SAME = {
    "kind": COOCCURRENCE, "relation": "", "verb": "", "plover": "", "polarity": 0.0, "status": ASSERTED,
    "speaker": "", "speaker_name": "", "confidence": 1.0,
}  # fmt: skip

_PAIRS = """
WITH first_mentions AS (
    SELECT place, actor, MIN(mention) AS mention FROM mentions GROUP BY place, actor
),
crowds AS (
    SELECT place FROM first_mentions GROUP BY place HAVING COUNT(*) > {crowd}
),
present AS (
    SELECT f.place, f.actor, f.mention, m.from_char, s.doc
    FROM first_mentions AS f
    JOIN mentions AS m ON m.mention = f.mention
    JOIN sentences AS s ON s.place = f.place
    WHERE f.place NOT IN (SELECT place FROM crowds)
),
reaching AS (
    SELECT place + step AS place, place AS first_place, actor, mention, from_char, doc
    FROM present CROSS JOIN range(0, {steps}) AS steps(step)
),
pairs AS (
    SELECT
        b.place, a.first_place, a.actor AS source, b.actor AS target,
        a.mention AS source_mention, b.mention AS target_mention
    FROM present AS b
    JOIN reaching AS a
        ON a.place = b.place
        AND a.doc = b.doc
        AND a.actor <> b.actor
        AND (a.first_place < b.place OR a.from_char < b.from_char
            OR (a.from_char = b.from_char AND a.actor < b.actor))
),
nearest AS (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY place, LEAST(source, target), GREATEST(source, target)
        ORDER BY first_place DESC, source_mention, target_mention) AS nth
    FROM pairs
)
SELECT place, first_place, source, target, source_mention, target_mention
FROM nearest
WHERE nth = 1
ORDER BY place, source, target
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
        Tables of one build (see `graphbuild.tables`), in their order.
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
    actors = actors[["actor_id", "name"]].sort_values("actor_id", ignore_index=True)
    sentences = sentences.reset_index(drop=True)
    pairs = _numbered(mentions, sentences, actors, window)
    where = sentences.take(pairs["place"].to_numpy())
    columns = {column: where[column].array for column in ("doc_id", "sentence", "date", "end")}
    for end in ("source", "target"):
        party = actors.take(pairs[end].to_numpy())
        columns[end], columns[f"{end}_name"] = party["actor_id"].array, party["name"].array
        columns[f"{end}_mention"] = mentions["mention_id"].take(pairs[f"{end}_mention"].to_numpy()).array
    start = sentences["start"].take(pairs["first_place"].to_numpy()).array
    table = pd.DataFrame({**columns, "start": start, "verb_start": start, "verb_end": start, **_SAME})
    apart = pairs["first_place"] < pairs["place"]
    table["rule"] = apart.map({True: "window", False: "same_sentence"})
    table["evidence"] = where["text"].array
    table.loc[apart, "evidence"] = _passages(pairs[apart], sentences)
    keys = zip(*(table[c].tolist() for c in ("doc_id", "sentence", "source", "target")), strict=True)
    table["relation_id"] = [content_id(COOCCURRENCE, *key) for key in keys]
    return check(table.astype({"rule": "str", "relation_id": "str"}), "relations")


def _numbered(
    mentions: pd.DataFrame, sentences: pd.DataFrame, actors: pd.DataFrame, window: int
) -> pd.DataFrame:
    """The pairs with every row of the tables called by its number, which compares faster than text."""
    begins = sentences.drop_duplicates("doc_id")
    doc_ids, firsts = pd.Index(begins["doc_id"]), begins.index.to_numpy()
    doc = doc_ids.get_indexer(mentions["doc_id"])
    linked = pd.DataFrame(
        {
            "mention": range(len(mentions)),
            "place": firsts[doc] + mentions["sentence"].to_numpy(),
            "actor": pd.Index(actors["actor_id"]).get_indexer(mentions["actor_id"]),
            "from_char": mentions["start"].to_numpy(),
        }
    )
    spans = pd.DataFrame({"place": sentences.index, "doc": doc_ids.get_indexer(sentences["doc_id"])})
    longest = int(spans.groupby("doc").size().max()) if len(spans) else 1
    with connection() as made:
        view(made, "mentions", linked[linked["actor"] >= 0], linked.columns.tolist())
        view(made, "sentences", spans, spans.columns.tolist())
        pairs: pd.DataFrame = made.sql(_PAIRS.format(crowd=CROWD, steps=min(window, longest - 1) + 1)).df()
    return pairs


def _passages(pairs: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """From the first sentence to the last, with what stands between them."""
    texts, after = sentences["text"].tolist(), sentences["after"].tolist()
    return [
        "".join(part for i in range(first, last) for part in (texts[i], after[i])) + texts[last]
        for first, last in zip(pairs["first_place"], pairs["place"], strict=True)
    ]
