"""Answers to what one asks of a network: tables with the sentences that they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field

import igraph
import pandas as pd

from graphbuild.analysis.structure.centrality import centrality
from graphbuild.analysis.structure.ties import as_igraph, ties
from graphbuild.errors import InputError
from graphbuild.lexicons.verbs import lexicon
from graphbuild.vocabulary import NEGATED, STATED

__all__ = ["Answer", "Tables", "about_actor", "about_link", "about_path", "ego", "speaker", "top"]

_FIGURES = ["name", "type", "degree", "strength", "betweenness", "pagerank", "core"]


@dataclass(frozen=True, slots=True)
class Tables:
    """What answers are taken from; see `graphbuild.tables.SCHEMAS`."""

    documents: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    edges: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Answer:
    """What is told to one question.

    Attributes
    ----------
    title : str
        What was asked, as a heading.
    facts : dict of str to str
        What is known, by name.
    tables : dict of str to DataFrame
        By heading; a table with a column ``sentence`` has what proves each row.
    """

    title: str
    facts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)


def top(told: Tables, *, limit: int = 20) -> Answer:
    """The most central actors, and the links that most sentences state.

    Parameters
    ----------
    told : Tables
    limit : int
        Rows of each table.

    Returns
    -------
    Answer
    """
    table = told.actors.merge(centrality(ties(told.edges)), on="actor_id")
    table = table.sort_values(["degree", "strength", "name"], ascending=[False, False, True])
    stated = told.edges[told.edges["kind"].isin(STATED)]
    tables = {
        "Actors": table[_FIGURES].head(limit).reset_index(drop=True),
        "Links": _links(told, stated, limit),
    }
    return Answer("Most central actors and strongest links", {}, tables)


def about_actor(told: Tables, actor_id: str, *, limit: int = 20) -> Answer:
    """Who an actor is, what it does and what is done to it.

    Parameters
    ----------
    told : Tables
    actor_id : str
    limit : int
        Rows of each table.

    Returns
    -------
    Answer
    """
    known = told.actors.set_index("actor_id").loc[actor_id]
    names = (
        "type",
        "role",
        "country",
        "titles",
        "aliases",
        "n_mentions",
        "n_documents",
        "first_date",
        "last_date",
    )
    facts = {name: str(known[name]) for name in names if str(known[name])}
    figures = centrality(ties(told.edges)).set_index("actor_id")
    if actor_id in figures.index:
        facts |= {str(name): f"{value:g}" for name, value in figures.loc[actor_id].items()}
    stated = told.edges[told.edges["kind"].isin(STATED)]
    tables = {
        "Does": _links(told, stated[stated["source"] == actor_id], limit),
        "Is done to it": _links(told, stated[stated["target"] == actor_id], limit),
    }
    return Answer(str(known["name"]), facts, tables)


def ego(told: Tables, actor_id: str, *, limit: int = 20) -> Answer:
    """Whom an actor has to do with, and what these have to do with each other.

    Parameters
    ----------
    told : Tables
    actor_id : str
    limit : int
        Rows of each table.

    Returns
    -------
    Answer
    """
    tied = ties(told.edges)
    mine = tied[(tied["source"] == actor_id) | (tied["target"] == actor_id)]
    near = {*mine["source"], *mine["target"]} - {actor_id}
    others = tied[tied["source"].isin(near) & tied["target"].isin(near)]
    name = str(told.actors.set_index("actor_id")["name"][actor_id])
    facts = {"neighbours": f"{len(near):,}", "ties among them": f"{len(others):,}"}
    return Answer(
        f"{name} and its neighbours",
        facts,
        {"Ties": _proved(told, mine, limit), "Among them": _proved(told, others, limit)},
    )


def about_path(told: Tables, first: str, second: str) -> Answer:
    """The shortest way from one actor to another; of several the one of the strongest ties.

    Parameters
    ----------
    told : Tables
    first, second : str
        Ids of actors.

    Returns
    -------
    Answer

    Raises
    ------
    InputError
        There is no way, or the two are one.
    """
    names = told.actors.set_index("actor_id")["name"]
    tied = ties(told.edges)
    graph = as_igraph(tied)
    title = f"From {names[first]} to {names[second]}"
    if first == second:
        raise InputError(f"{names[first]} and {names[second]} are one actor")
    try:
        costs = [1 + 0.001 / weight for weight in graph.es["weight"]]
        steps = graph.get_shortest_path(first, to=second, weights=costs, output="epath")
    except (ValueError, igraph.InternalError):  # one of them has no tie
        steps = []
    if not steps:
        raise InputError(f"no chain of relations leads from {names[first]} to {names[second]}")
    return Answer(title, {"steps": str(len(steps))}, {"Way": _proved(told, tied.iloc[steps], len(steps))})


def about_link(told: Tables, first: str, second: str, *, limit: int = 20) -> Answer:
    """Everything that is stated of two actors.

    Parameters
    ----------
    told : Tables
    first, second : str
        Ids of actors.
    limit : int
        Rows of sentences.

    Returns
    -------
    Answer
    """
    names = told.actors.set_index("actor_id")["name"]
    pair = {first, second}
    rows = told.relations[told.relations["source"].isin(pair) & told.relations["target"].isin(pair)]
    stated = rows[rows["kind"].isin(STATED)]
    edges = told.edges[told.edges["source"].isin(pair) & told.edges["target"].isin(pair)]
    tied = ties(edges)
    facts = {
        "sentences that state a relation": f"{_sentences(stated):,}",
        "sentences with both": f"{_sentences(rows):,}",
    }
    if len(tied):
        facts |= {
            name: str(tied[name].iloc[0])
            for name in ("polarity", "hostile", "friendly", "first_date", "last_date")
        }
    tables = {"Links": _links(told, edges, limit), "Sentences": _relations(told, stated, limit)}
    return Answer(f"{names[first]} and {names[second]}", facts, tables)


def speaker(told: Tables, actor_id: str, *, limit: int = 20) -> Answer:
    """What an actor says of others.

    Parameters
    ----------
    told : Tables
    actor_id : str
    limit : int
        Rows.

    Returns
    -------
    Answer
    """
    rows = told.relations[told.relations["speaker"] == actor_id]
    name = str(told.actors.set_index("actor_id")["name"][actor_id])
    facts = {"relations": f"{len(rows):,}", "documents": f"{rows['doc_id'].nunique():,}"}
    return Answer(f"What {name} says", facts, {"Sentences": _relations(told, rows, limit)})


def _sentences(rows: pd.DataFrame) -> int:
    return len(rows[["doc_id", "sentence"]].drop_duplicates())


def _links(told: Tables, edges: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Edges in words, the strongest first, each with its surest sentence."""
    chosen = edges.sort_values("weight", ascending=False, kind="stable").head(limit)
    keys = ["source", "target", "kind", "relation"]
    sure = _surest(told.relations, keys, chosen)
    table = chosen.merge(sure, on=keys, how="left")
    table = table.assign(link=_in_words(table), sentences=table["weight"], stories=table["n_stories"])
    columns = [
        "link",
        "sentences",
        "stories",
        "polarity",
        "first_date",
        "last_date",
        "confidence",
        "document",
    ]
    return _sourced(told, table)[[*columns, "sentence"]]


def _proved(told: Tables, tied: pd.DataFrame, limit: int) -> pd.DataFrame:
    """Ties, each with its surest sentence."""
    chosen = (
        tied if limit >= len(tied) else tied.sort_values("weight", ascending=False, kind="stable").head(limit)
    )
    turned = told.relations[told.relations["source"] > told.relations["target"]]
    swapped = turned.rename(columns={"source": "target", "target": "source"})
    both = pd.concat([told.relations[told.relations["source"] <= told.relations["target"]], swapped])
    sure = _surest(both[both["kind"].isin(STATED)], ["source", "target"], chosen)
    table = chosen.merge(sure, on=["source", "target"], how="left")
    table = table.assign(link=table["source_name"] + " – " + table["target_name"], sentences=table["weight"])
    columns = [
        "link",
        "sentences",
        "hostile",
        "friendly",
        "polarity",
        "first_date",
        "last_date",
        "confidence",
    ]
    return _sourced(told, table)[[*columns, "document", "sentence"]]


def _relations(told: Tables, rows: pd.DataFrame, limit: int) -> pd.DataFrame:
    chosen = rows.sort_values(["confidence", "date"], ascending=[False, True], kind="stable").head(limit)
    table = chosen.assign(link=_in_words(chosen))
    columns = ["link", "status", "speaker_name", "date", "confidence", "rule", "document", "sentence"]
    return _sourced(told, table)[columns].reset_index(drop=True)


def _surest(relations: pd.DataFrame, keys: list[str], chosen: pd.DataFrame) -> pd.DataFrame:
    ends = set(chosen["source"]) | set(chosen["target"])
    near = relations[(relations["status"] != NEGATED) & relations["source"].isin(ends)]
    near = near.sort_values("confidence", ascending=False, kind="stable").drop_duplicates(keys)
    return near[[*keys, "doc_id", "evidence", "confidence"]]


def _sourced(told: Tables, table: pd.DataFrame) -> pd.DataFrame:
    """With a name for each document, and its sentence."""
    about = told.documents.set_index("doc_id")
    title, url, path = (table["doc_id"].map(about[name]) for name in ("title", "url", "path"))
    document = title.where(title != "", url)
    return table.assign(document=document.where(document != "", path), sentence=table["evidence"])


def _in_words(rows: pd.DataFrame) -> pd.Series:
    phrases = {name: entry.phrase for name, entry in lexicon().classes.items()}
    verb = rows["relation"].map(phrases).fillna(rows["relation"].where(rows["relation"] != "", "stands with"))
    return rows["source_name"] + " " + verb + " " + rows["target_name"]
