"""The crossing from records to tables, and the schemas of the tables.

The tables are a public contract: their columns, order and types are those of `SCHEMAS`. Text is never
missing (an unknown date is ``""``), numbers are never NaN. Rows of a document stand together, documents
in order of date, then id; within a document rows follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

import pandas as pd

from graphbuild.errors import TableError
from graphbuild.records import Actor, Document, Extraction, Merge, Relation, content_id

__all__ = [
    "CROWD",
    "LIST",
    "SCHEMAS",
    "actors_table",
    "check",
    "documents_table",
    "mentions_table",
    "merges_table",
    "relations_table",
    "sentences_table",
]

CROWD = 40
"""A sentence that mentions more actors is a list, and a list relates nobody to anybody."""

LIST = " | "
"""What joins the titles and aliases of an actor."""

SCHEMAS: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "str", "title": "str", "date": "str", "source": "str", "url": "str", "path": "str",
        "characters": "int", "sentences": "int", "story_id": "str",
    },
    "sentences": {
        "doc_id": "str", "sentence": "int", "date": "str", "start": "int", "end": "int", "text": "str",
        "after": "str",
    },
    "mentions": {
        "mention_id": "str", "doc_id": "str", "sentence": "int", "start": "int", "end": "int", "text": "str",
        "label": "str", "kind": "str", "antecedent": "str", "actor_id": "str",
    },
    "actors": {
        "actor_id": "str", "name": "str", "type": "str", "role": "str", "country": "str", "titles": "str",
        "aliases": "str", "n_mentions": "int", "n_documents": "int", "first_date": "str", "last_date": "str",
    },
    "relations": {
        "relation_id": "str", "doc_id": "str", "sentence": "int", "date": "str", "kind": "str",
        "source": "str", "source_name": "str", "target": "str", "target_name": "str",
        "relation": "str", "verb": "str", "plover": "str", "polarity": "float", "status": "str",
        "speaker": "str", "speaker_name": "str", "rule": "str", "confidence": "float",
        "source_mention": "str", "target_mention": "str", "start": "int", "end": "int",
        "verb_start": "int", "verb_end": "int", "evidence": "str",
    },
    "edges": {
        "edge_id": "str", "source": "str", "source_name": "str", "target": "str", "target_name": "str",
        "kind": "str", "relation": "str", "weight": "int", "n_relations": "int", "n_documents": "int",
        "n_stories": "int", "polarity": "float", "association": "float", "q_value": "float",
        "first_date": "str", "last_date": "str",
    },
    "merges": {"alias": "str", "actor_id": "str", "rule": "str", "count": "int"},
    "titles": {
        "actor_id": "str", "name": "str", "title": "str", "organization": "str", "organization_name": "str",
        "country": "str", "first_date": "str", "last_date": "str", "count": "int",
    },
}  # fmt: skip

_DTYPES = {"str": "str", "int": "int64", "float": "float64"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w+")


def documents_table(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """One row per document.

    Parameters
    ----------
    extractions : iterable of Extraction

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["documents"]``, by date, then ``doc_id``. ``characters`` is the length of the
        text, ``sentences`` their number. ``story_id`` depends on the words of the prose alone, so that
        copies of a wire story share it, whatever their case, punctuation, title or byline; a build goes on
        to give it to near-copies too (`graphbuild.analysis.stories`).

    Examples
    --------
    >>> copies = [Extraction(Document("a", "Rain fell."), ((0, 10),), (), ()),
    ...           Extraction(Document("b", "RAIN fell"), ((0, 9),), (), ())]
    >>> table = documents_table(copies)
    >>> list(table.doc_id), table.story_id.nunique()
    (['a', 'b'], 1)
    """
    rows = [
        (d.doc_id, d.title, d.date, d.source, d.url, d.path, len(d.text), len(e.sentences), _story(d))
        for e in _ordered(extractions)
        for d in (e.document,)
    ]
    return _table("documents", rows)


def sentences_table(extractions: Iterable[Extraction]) -> pd.DataFrame:
    """One row per sentence, with its text, from which evidence is quoted; not written to files.

    Parameters
    ----------
    extractions : iterable of Extraction

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["sentences"]``; ``start`` and ``end`` are characters of the document's text,
        ``date`` is the document's, ``after`` what stands between the sentence and the next.

    Examples
    --------
    >>> found = Extraction(Document("a", "Rain fell. It stopped."), ((0, 10), (11, 22)), (), ())
    >>> sentences_table([found]).text[1]
    'It stopped.'
    """
    rows = [
        (d.doc_id, i, d.date, start, end, text[start:end], text[end:following])
        for e in _ordered(extractions)
        for d, text in ((e.document, _prose(e.document)),)
        for i, ((start, end), (following, _)) in enumerate(pairwise([*e.sentences, (len(text), 0)]))
    ]
    return _table("sentences", rows)


def mentions_table(extractions: Iterable[Extraction], links: Mapping[str, str]) -> pd.DataFrame:
    """One row per mention, with the actor that it stands for.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to str
        ``mention_id`` to ``actor_id``; a mention that stands for no known actor is absent or ``""``.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["mentions"]``, in order of the text.

    Examples
    --------
    >>> from graphbuild.records import Mention
    >>> chad = Mention("a:0-4", "a", 0, 0, 4, "Chad", "GPE", "name")
    >>> found = Extraction(Document("a", "Chad won."), ((0, 9),), (chad,), ())
    >>> mentions_table([found], {"a:0-4": "TCD"}).actor_id[0]
    'TCD'
    """
    rows = [
        (m.mention_id, m.doc_id, m.sentence, m.start, m.end, m.text, m.label, m.kind, m.antecedent,
         links.get(m.mention_id, ""))
        for e in _ordered(extractions)
        for m in sorted(e.mentions, key=lambda m: (m.start, m.end, m.mention_id))
    ]  # fmt: skip
    return _table("mentions", rows)


def actors_table(actors: Iterable[Actor], mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """One row per actor, with how often, how widely and when it is mentioned.

    Parameters
    ----------
    actors : iterable of Actor
    mentions, documents : DataFrame
        The tables of the same build.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["actors"]``, the most mentioned first, then by name. ``titles`` and ``aliases``
        are joined by ``" | "``. Dates are those of the documents; ``""`` where none has one.

    Examples
    --------
    >>> from graphbuild.records import Mention
    >>> chad = Mention("a:0-4", "a", 0, 0, 4, "Chad", "GPE", "name")
    >>> found = [Extraction(Document("a", "Chad won.", date="2020-05-01"), ((0, 9),), (chad,), ())]
    >>> table = actors_table([Actor("TCD", "Chad", "country")],
    ...                      mentions_table(found, {"a:0-4": "TCD"}), documents_table(found))
    >>> table[["name", "n_mentions", "first_date"]].values.tolist()
    [['Chad', 1, '2020-05-01']]
    """
    dates = dict(zip(documents["doc_id"], documents["date"], strict=True))
    counts: dict[str, int] = {}
    seen_in: dict[str, set[str]] = {}
    for actor_id, doc_id in zip(mentions["actor_id"].tolist(), mentions["doc_id"].tolist(), strict=True):
        counts[actor_id] = counts.get(actor_id, 0) + 1
        seen_in.setdefault(actor_id, set()).add(doc_id)
    rows = []
    for a in actors:
        doc_ids = seen_in.get(a.actor_id, set())
        known = sorted(date for doc_id in doc_ids if (date := dates[doc_id]))
        first, last = (known[0], known[-1]) if known else ("", "")
        titles, aliases = LIST.join(a.titles), LIST.join(a.aliases)
        n = counts.get(a.actor_id, 0)
        rows.append(
            (a.actor_id, a.name, a.type, a.role, a.country, titles, aliases, n, len(doc_ids), first, last)
        )
    rows.sort(key=lambda row: (-row[7], row[1], row[0]))
    return _table("actors", rows)


def relations_table(
    extractions: Iterable[Extraction], links: Mapping[str, str], actors: Iterable[Actor]
) -> pd.DataFrame:
    """One row per relation between two actors.

    A relation is left out where one of its ends stands for no actor, or both for the same one.

    Parameters
    ----------
    extractions : iterable of Extraction
    links : mapping of str to str
        ``mention_id`` to ``actor_id``.
    actors : iterable of Actor

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["relations"]``, in order of the text. ``date`` is the day, month (``2019-03``)
        or year (``2019``) that the relation's clause gives, else the document's. ``evidence`` is the
        sentence, ``start`` and ``end`` its characters; what is no prose in it (the marks of Markdown) is
        blank.

    Examples
    --------
    >>> text = "Chad left."
    >>> relations_table([Extraction(Document("a", text), ((0, 10),), (), ())], {}, []).empty
    True
    """
    names = {a.actor_id: a.name for a in actors}
    rows = [
        _relation_row(e.document, text, r, links, names)
        for e in _ordered(extractions)
        for text in (_prose(e.document),)
        for r in sorted(e.relations, key=lambda r: (r.sentence, r.verb_start, r.relation_id))
        if names.keys() >= {links.get(r.source), links.get(r.target)} and links[r.source] != links[r.target]
    ]
    return _table("relations", rows)


def merges_table(merges: Iterable[Merge]) -> pd.DataFrame:
    """Why each alias belongs to its actor.

    Parameters
    ----------
    merges : iterable of Merge

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["merges"]``, by actor, alias and rule.

    Examples
    --------
    >>> merges_table([Merge("the UN", "abc", "lexicon", 3)]).values.tolist()
    [['the UN', 'abc', 'lexicon', 3]]
    """
    rows = [(m.alias, m.actor_id, m.rule, m.count) for m in merges]
    return _table("merges", sorted(rows, key=lambda row: (row[1], row[0], row[2])))


def check(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The table with exactly the columns and types of its schema.

    Parameters
    ----------
    table : DataFrame
        Columns beyond the schema are left out; whole numbers may come as floats.
    name : str
        A key of `SCHEMAS`.

    Returns
    -------
    DataFrame

    Raises
    ------
    TableError
        A column is missing, holds another type, or has missing values.

    Examples
    --------
    >>> check(pd.DataFrame({"alias": ["x"]}), "merges")
    Traceback (most recent call last):
    graphbuild.errors.TableError: table "merges" lacks the columns actor_id, rule, count
    """
    schema = SCHEMAS[name]
    if lacking := [column for column in schema if column not in table.columns]:
        raise TableError(f'table "{name}" lacks the columns {", ".join(lacking)}')
    table = table[list(schema)]
    for column, kind in schema.items():
        values = table[column]
        if values.isna().any():
            raise TableError(f'table "{name}": column {column} has missing values')
        if kind == "str" and len(values) and not _is_text(values):
            raise TableError(f'table "{name}": column {column} must hold text, not {values.dtype}')
        if kind != "str" and len(values) and not pd.api.types.is_numeric_dtype(values):
            raise TableError(f'table "{name}": column {column} must hold numbers, not {values.dtype}')
        if kind == "int" and not (values == values.round()).all():
            raise TableError(f'table "{name}": column {column} must hold whole numbers')
    return table.astype({column: _DTYPES[kind] for column, kind in schema.items()})


def _is_text(values: pd.Series) -> bool:
    return isinstance(values.dtype, pd.StringDtype) or pd.api.types.infer_dtype(values) == "string"


def _ordered(extractions: Iterable[Extraction]) -> list[Extraction]:
    return sorted(extractions, key=lambda e: (e.document.date, e.document.doc_id))


def _prose(document: Document) -> str:
    """The text with spaces, character for character, where it is no prose."""
    parts, at = [], 0
    for start, end in document.furniture:
        parts += [document.text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, document.text[at:]])


def _story(document: Document) -> str:
    edges = [0, *chain.from_iterable(document.furniture), len(document.text)]
    prose = (document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    words = [word for part in prose for word in _WORD.findall(part.casefold())]
    return content_id(*words) if words else content_id("no words", document.doc_id)


def _relation_row(
    document: Document, text: str, r: Relation, links: Mapping[str, str], names: Mapping[str, str]
) -> tuple[object, ...]:
    source, target, speaker = links[r.source], links[r.target], links.get(r.speaker, "")
    return (
        r.relation_id, r.doc_id, r.sentence, r.date or document.date, r.kind,
        source, names[source], target, names[target],
        r.relation, r.verb, r.plover, r.polarity, r.status, speaker, names.get(speaker, ""),
        r.rule, r.confidence, r.source, r.target,
        r.start, r.end, r.verb_start, r.verb_end, text[r.start : r.end],
    )  # fmt: skip


def _table(name: str, rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    schema = SCHEMAS[name]
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pd.DataFrame({c: _column(v, schema[c]) for c, v in zip(schema, columns, strict=True)})


def _column(values: tuple[object, ...], kind: str) -> pd.Series:
    try:
        return pd.Series(list(values), dtype=_DTYPES[kind])
    except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold: one character for one
        return pd.Series([_SURROGATE.sub("\ufffd", str(value)) for value in values], dtype=_DTYPES[kind])
