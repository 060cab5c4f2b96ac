"""Relations that a user set right: taken out, given another class, held for sure, added by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Correction, content_id
from graphbuild.vocabulary import AFFILIATION, ASSERTED, BY_HAND, CORRECTED, STATIC_CLASSES, VERB

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["added", "restated"]

_ACTIONS = ("drop", "confirm", "reclass")
_ID_LENGTH = 12
_ROUNDED = re.compile(r"\d[.,]?\d*E\+?\d+")


def restated(
    relations: pd.DataFrame, corrections: Iterable[Correction], known: Collection[str]
) -> tuple[pd.DataFrame, tuple[Correction, ...]]:
    """The relations as rows of a corrections file leave them that speak of one by its id.

    Parameters
    ----------
    relations : DataFrame
        With ``relation_id``, ``kind``, ``relation``, ``plover``, ``polarity``, ``rule`` and ``confidence``.
    corrections : iterable of Correction
        All rows; those of other actions than ``drop``, ``confirm`` and ``reclass`` are passed on as they are.
    known : collection of str
        Ids of all relations that were found, those too that the table leaves out.

    Returns
    -------
    tuple of (DataFrame, tuple of Correction)
        The rows that stay, numbered from 0, and the corrections, each that speaks of what is not there with
        its ``problem``. What is confirmed or has another class is sure; the latter has the rule
        ``corrected``, and keeps its id.

    Examples
    --------
    >>> import pandas as pd
    >>> found = pd.DataFrame({"relation_id": ["a", "b"], "kind": "verb", "relation": "aid", "plover": "AID",
    ...                       "polarity": 1.0, "rule": "active", "confidence": 0.6})
    >>> rows = [Correction("drop", "a"), Correction("reclass", "b", "lead"), Correction("drop", "z")]
    >>> rest, rows = restated(found, rows, {"a", "b"})
    >>> rest[["relation_id", "kind", "relation", "rule"]].values.tolist(), [row.problem for row in rows]
    ([['b', 'affiliation', 'lead', 'corrected']], ['', '', 'no relation has the id "z"'])
    """
    rows = tuple(_found(row, known) for row in corrections)
    told = [row for row in rows if row.action in _ACTIONS and not row.problem]
    gone = {row.subject for row in told if row.action == "drop"}
    left = relations[~relations["relation_id"].isin(gone)].reset_index(drop=True)
    classes = {row.subject: row.object for row in told if row.action == "reclass"}
    sure = {row.subject for row in told}
    if len(sure) > len(gone):
        left.loc[left["relation_id"].isin(sure), "confidence"] = 1.0
        for relation_id, name in classes.items():
            where = left["relation_id"] == relation_id
            for column, value in {**_of_class(name), "rule": CORRECTED}.items():
                left.loc[where, column] = value
    return left, rows


def added(
    stated: pd.DataFrame,
    corrections: Sequence[Correction],
    ends: Mapping[int, tuple[str, str]],
    actors: pd.DataFrame,
    mentions: pd.DataFrame,
    sentences: pd.DataFrame,
) -> tuple[pd.DataFrame, tuple[Correction, ...]]:
    """The stated relations with those that rows of a corrections file ``add``.

    Parameters
    ----------
    stated, actors, mentions, sentences : DataFrame
        Tables of one build (see `graphbuild.tables`).
    corrections : sequence of Correction
        All rows.
    ends : mapping of int to (str, str)
        By the place of a row that adds: from which actor to which, empty where one is no more.

    Returns
    -------
    tuple of (DataFrame, tuple of Correction)
        The relations in order of the text, those added with the rule ``by_hand``, each after the others of
        its sentence; and the corrections, each that cannot be added with its ``problem``.
    """
    import pandas as pd

    if not ends:
        return stated, tuple(corrections)
    place = {
        f"{doc_id}:{number}": at
        for at, (doc_id, number) in enumerate(zip(sentences["doc_id"], sentences["sentence"], strict=True))
    }
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    rows, made = list(corrections), []
    for at, (source, target) in ends.items():
        row = rows[at]
        problem = ""
        if not (source and target):
            problem = f'"{row.object if source else row.subject}" is no more, by a row below'
        elif source == target:
            problem = f'"{row.subject}" and "{row.object}" are one actor, by a row below'
        elif row.evidence not in place:
            problem = f'no sentence is "{row.evidence}"'
        elif _read(stated, sentences.iloc[place[row.evidence]], source, target, row.relation):
            problem = "the build reads it by itself"
        else:
            sentence = sentences.iloc[place[row.evidence]]
            made.append(_relation(sentence, (source, target), row.relation, names, mentions))
        rows[at] = replace(row, problem=problem)
    if not made:
        return stated, tuple(rows)
    order = {doc_id: at for at, doc_id in enumerate(dict.fromkeys(sentences["doc_id"]))}
    table = pd.concat([stated, pd.DataFrame(made).astype(stated.dtypes)], ignore_index=True)
    keys = table["doc_id"].map(order).astype("int64") * (len(sentences) + 1) + table["sentence"]
    return table.iloc[keys.argsort(kind="stable")].reset_index(drop=True), tuple(rows)


def _read(stated: pd.DataFrame, sentence: pd.Series, source: str, target: str, relation: str) -> bool:
    """Whether the sentence is read so without the user."""
    same = (
        (stated["doc_id"] == sentence["doc_id"])
        & (stated["sentence"] == sentence["sentence"])
        & (stated["source"] == source)
        & (stated["target"] == target)
        & (stated["relation"] == relation)
        & (stated["status"] == ASSERTED)
    )
    return bool(same.any())


def _relation(
    sentence: pd.Series,
    ends: tuple[str, str],
    relation: str,
    names: Mapping[str, str],
    mentions: pd.DataFrame,
) -> dict[str, object]:
    here = mentions[
        (mentions["doc_id"] == sentence["doc_id"]) & (mentions["sentence"] == sentence["sentence"])
    ]
    first = here.drop_duplicates("actor_id").set_index("actor_id")["mention_id"]
    source, target = ends
    said = source, target, relation, sentence["doc_id"], sentence["sentence"]
    return {
        "relation_id": content_id(BY_HAND, *said),
        **{name: sentence[name] for name in ("doc_id", "sentence", "date", "start", "end")},
        "source": source, "source_name": names[source], "target": target, "target_name": names[target],
        **_of_class(relation),
        "verb": "", "status": ASSERTED, "speaker": "", "speaker_name": "", "rule": BY_HAND, "confidence": 1.0,
        "source_mention": first.get(source, ""), "target_mention": first.get(target, ""),
        "verb_start": sentence["start"], "verb_end": sentence["start"], "evidence": sentence["text"],
    }  # fmt: skip


def _of_class(relation: str) -> dict[str, str | float]:
    """What follows from a class of relation."""
    found = lexicon().classes[relation]
    kind = AFFILIATION if relation in STATIC_CLASSES else VERB
    return {"kind": kind, "relation": relation, "plover": found.plover, "polarity": found.polarity}


def _found(row: Correction, known: Collection[str]) -> Correction:
    """A row with its problem, if it speaks of a relation that is not there."""
    if row.action not in _ACTIONS or row.subject in known:
        return row
    if (digits := row.subject.zfill(_ID_LENGTH)) in known:  # a spreadsheet takes an id of digits for a number
        return replace(row, subject=digits)
    hint = ", which looks rounded by a spreadsheet: format the column as text"
    rounded = hint if _ROUNDED.fullmatch(row.subject) else ""
    return replace(row, problem=f'no relation has the id "{row.subject}"{rounded}')
