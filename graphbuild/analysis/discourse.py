"""Discourse networks: who agrees with whom about whom, from speakers, targets and signs.

After Leifeld (2017, Discourse Network Analysis, https://doi.org/10.1093/oxfordhb/9780190228217.013.25). A
statement is made by an actor about a concept, for or against it. Here the concept is a third actor, where
somebody takes a stance towards it ("Kenya condemned Chad": Kenya is against Chad), or what one actor is to
another, where somebody tells of both ("Kenya says that Chad attacked Togo": Kenya has Chad against Togo).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, triu

from graphbuild.analysis.structure.communities import communities
from graphbuild.analysis.structure.ties import TONE
from graphbuild.analysis.timeline import PERIODS
from graphbuild.tables import LIST
from graphbuild.vocabulary import NEGATED, PERSONS, VERB

__all__ = ["NORMS", "STANCES", "coalitions", "discourse", "dna", "statements"]

STANCES = frozenset({"accuse", "criticize", "demand", "promise", "protest", "reject", "support", "threaten"})
"""Classes by which the source itself says what it thinks of the target."""

NORMS = ("average", "jaccard", "none")
"""By what the number of shared positions is divided: the mean number of the two, that of either, nothing."""

_TOWARDS = " to "


def statements(relations: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Who says what of whom.

    Parameters
    ----------
    relations : DataFrame
        Columns of ``SCHEMAS["relations"]``. Verbs with a polarity count: those with a speaker, who tells of
        source and target; and, of the source's own, those of `STANCES`. Who denies something is against it.
    documents : DataFrame
        With ``doc_id, story_id``.

    Returns
    -------
    DataFrame
        ``relation_id, doc_id, story, date, speaker, speaker_name, concept`` (the id of an actor, or two
        joined by ``" to "``), ``about`` (their names), ``agree`` (1 or -1), ``evidence``; in the order of the
        relations.

    Examples
    --------
    >>> from graphbuild.tables import SCHEMAS
    >>> row = {name: 0 if kind == "int" else "" for name, kind in SCHEMAS["relations"].items()}
    >>> said = pd.DataFrame([
    ...     {**row, "kind": "verb", "relation": "criticize", "polarity": -0.2, "source": "A", "target": "B",
    ...      "source_name": "Ann", "target_name": "Ben", "doc_id": "d"},
    ...     {**row, "kind": "verb", "relation": "attack", "polarity": -1.0, "source": "A", "target": "B",
    ...      "source_name": "Ann", "target_name": "Ben", "speaker": "C", "speaker_name": "Cem",
    ...      "status": "negated", "doc_id": "d"}])
    >>> told = statements(said, pd.DataFrame({"doc_id": ["d"], "story_id": ["s"]}))
    >>> told[["speaker_name", "about", "agree"]].values.tolist()
    [['Ann', 'Ben', -1], ['Cem', 'Ann to Ben', 1]]
    """
    verbs = relations[(relations["kind"] == VERB) & (relations["polarity"].abs() > TONE)]
    own = (verbs["speaker"] == verbs["source"]) | (verbs["speaker"] == "")
    verbs = verbs[~own | verbs["relation"].isin(STANCES)]
    own = (verbs["speaker"] == verbs["source"]) | (verbs["speaker"] == "")
    denied = np.where(verbs["status"] == NEGATED, -1, 1)
    return pd.DataFrame(
        {
            "relation_id": verbs["relation_id"],
            "doc_id": verbs["doc_id"],
            "story": verbs["doc_id"].map(documents.set_index("doc_id")["story_id"]),
            "date": verbs["date"],
            "speaker": verbs["source"].where(own, verbs["speaker"]),
            "speaker_name": verbs["source_name"].where(own, verbs["speaker_name"]),
            "concept": verbs["target"].where(own, verbs["source"] + _TOWARDS + verbs["target"]),
            "about": verbs["target_name"].where(own, verbs["source_name"] + _TOWARDS + verbs["target_name"]),
            "agree": (np.sign(verbs["polarity"]) * denied).astype("int64"),
            "evidence": verbs["evidence"],
        }
    ).reset_index(drop=True)


def discourse(said: pd.DataFrame, *, norm: str = "average", most: int = 20_000) -> pd.DataFrame:
    """Congruence and conflict of each two speakers who speak of the same.

    Parameters
    ----------
    said : DataFrame
        As `statements` makes them. What a speaker says twice of a concept counts once; who was for and
        against it has both positions.
    norm : str
        One of `NORMS`. With ``average`` those who say much are not near to all for that alone.
    most : int
        So many rows at most: where thousands speak of the same, there are millions of pairs.

    Returns
    -------
    DataFrame
        ``first, second`` (ids of speakers, the smaller first), ``first_name, second_name``, ``shared``
        (positions that both have, or of which the other has the opposite), ``congruence`` (the former) and
        ``conflict`` (the latter), both divided after ``norm``, ``agree_on`` and ``differ_on`` (names of the
        concepts, joined by ``" | "``). By what is shared, most first, then by congruence and conflict.

    Examples
    --------
    >>> said = pd.DataFrame({"speaker": ["A", "B", "C"], "speaker_name": ["Ann", "Ben", "Cem"],
    ...                      "concept": "D", "about": "Dan", "agree": [1, 1, -1]})
    >>> discourse(said)[["first", "second", "congruence", "conflict"]].values.tolist()
    [['A', 'B', 1.0, 0.0], ['A', 'C', 0.0, 1.0], ['B', 'C', 0.0, 1.0]]
    """
    near = _shared(said, norm)
    near = near.sort_values(["shared", "sum", "first", "second"], ascending=[False, False, True, True]).head(
        most
    )
    names = dict(zip(said["speaker"], said["speaker_name"], strict=True))
    about = dict(zip(said["concept"], said["about"], strict=True))
    held: dict[str, set[tuple[str, int]]] = {}
    for speaker, concept, agree in zip(said["speaker"], said["concept"], said["agree"], strict=True):
        held.setdefault(speaker, set()).add((concept, int(agree)))
    pairs = list(zip(near["first"], near["second"], strict=True))
    alike = ({concept for concept, _ in held[a] & held[b]} for a, b in pairs)
    apart = ({concept for concept, agree in held[a] if (concept, -agree) in held[b]} for a, b in pairs)
    told = near[["first", "second"]].assign(
        first_name=pd.Series([names[a] for a, _ in pairs], dtype="str", index=near.index),
        second_name=pd.Series([names[b] for _, b in pairs], dtype="str", index=near.index),
        **{column: near[column] for column in ("shared", "congruence", "conflict")},
        agree_on=pd.Series([_listed(about, some) for some in alike], dtype="str", index=near.index),
        differ_on=pd.Series([_listed(about, some) for some in apart], dtype="str", index=near.index),
    )
    return told.reset_index(drop=True)


def coalitions(said: pd.DataFrame, *, by: str = "year", seed: int = 0) -> pd.DataFrame:
    """Who stood together in each period.

    Parameters
    ----------
    said : DataFrame
        As `statements` makes them; what has no date as exact as a period is left out.
    by : str
        ``year``, ``month`` or ``day``.
    seed : int

    Returns
    -------
    DataFrame
        ``period, coalition, actor_id, name, statements``: by period, coalition, actor. Coalitions are the
        communities of who has more congruence than conflict (Leiden); one alone is none. A coalition keeps
        its number from period to period: it is the one of the period before, or an earlier one, with which it
        shares most members.

    Examples
    --------
    >>> said = pd.DataFrame({"speaker": ["A", "B"] * 2, "speaker_name": ["Ann", "Ben"] * 2, "concept": "D",
    ...     "about": "Dan", "agree": 1, "date": ["2020-01-01", "2020-02-01", "2021-03-01", "2021-03-02"]})
    >>> coalitions(said)[["period", "coalition", "name"]].values.tolist()
    [['2020', 0, 'Ann'], ['2020', 0, 'Ben'], ['2021', 0, 'Ann'], ['2021', 0, 'Ben']]
    """
    dated = said[said["date"].str.len() >= PERIODS[by]]
    known: dict[int, set[str]] = {}
    rows: list[tuple[object, ...]] = []
    for period, part in dated.groupby(dated["date"].str[: PERIODS[by]], sort=True):
        names = dict(zip(part["speaker"], part["speaker_name"], strict=True))
        counts = part.groupby("speaker").size()
        now = _together(part, seed)
        for number, members in sorted(_numbered(now, known).items()):
            known[number] = members
            rows += [(period, number, who, names[who], int(counts[who])) for who in sorted(members)]
    return pd.DataFrame(rows, columns=["period", "coalition", "actor_id", "name", "statements"])


def dna(said: pd.DataFrame, actors: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Statements for Leifeld's Discourse Network Analyzer.

    Its *Documents, Import from CSV* asks which columns are title, text, date, author, source, section, type
    and notes, and takes these; each sentence becomes a document, with its statement in the notes. The columns
    after these are those of its own list of statements, for rDNA and for any program that reads such a list.

    Parameters
    ----------
    said : DataFrame
        As `statements` makes them.
    actors, documents : DataFrame
        Tables of the same build.

    Returns
    -------
    DataFrame
        ``title, text, date, author, source, section, type, notes``, then ``person, organization`` (the
        speaker, who is one or the other), ``concept``, ``agreement`` (1 or 0), ``doc_id``, ``statement_id``.
        The date has a day: a month or a year is its first.

    Examples
    --------
    >>> said = pd.DataFrame({"relation_id": ["r"], "doc_id": "d", "date": "2020-05", "speaker": "A",
    ...     "speaker_name": "Ann", "about": "Ben", "agree": -1, "evidence": "Ann condemned Ben."})
    >>> actors = pd.DataFrame({"actor_id": ["A"], "type": ["person"]})
    >>> documents = pd.DataFrame({"doc_id": ["d"], "title": ["News"], "source": ["Post"]})
    >>> dna(said, actors, documents)[["date", "person", "concept", "agreement", "notes"]].values.tolist()
    [['2020-05-01', 'Ann', 'Ben', 0, 'Ann is against: Ben']]
    """
    of = said["speaker"].map(actors.set_index("actor_id")["type"]).isin(PERSONS)
    about = documents.set_index("doc_id")
    title, source = (said["doc_id"].map(about[name]) for name in ("title", "source"))
    stance = said["agree"].map({1: " is for: ", -1: " is against: "})
    return pd.DataFrame(
        {
            "title": title.where(title != "", said["doc_id"]),
            "text": said["evidence"],
            "date": said["date"] + said["date"].str.len().map({4: "-01-01", 7: "-01"}).fillna(""),
            "author": said["speaker_name"],
            "source": source,
            "section": "",
            "type": "statement",
            "notes": said["speaker_name"] + stance + said["about"],
            "person": said["speaker_name"].where(of, ""),
            "organization": said["speaker_name"].where(~of, ""),
            "concept": said["about"],
            "agreement": (said["agree"] > 0).astype("int64"),
            "doc_id": said["doc_id"],
            "statement_id": said["relation_id"],
        }
    )


def _shared(said: pd.DataFrame, norm: str) -> pd.DataFrame:
    """Each two speakers with a position in common, or with opposite ones."""
    if norm not in NORMS:
        raise ValueError(f"{norm!r} is none of {', '.join(NORMS)}")
    held = said.drop_duplicates(["speaker", "concept", "agree"])
    row, speakers = pd.factorize(held["speaker"], sort=True)
    column, concepts = pd.factorize(held["concept"], sort=True)
    shape = (len(speakers), len(concepts))
    held_by = [
        csr_array((np.ones(int(some.sum())), (row[some], column[some])), shape=shape)
        for some in ((held["agree"] == sign).to_numpy() for sign in (1, -1))
    ]
    agree = triu(held_by[0] @ held_by[0].T + held_by[1] @ held_by[1].T, k=1)
    differ = triu(held_by[0] @ held_by[1].T + held_by[1] @ held_by[0].T, k=1)
    both = (agree + differ).tocoo()
    congruence = np.asarray(agree.tocsr()[both.row, both.col]).ravel() if both.nnz else np.zeros(0)
    number = np.bincount(row, minlength=len(speakers))
    sizes = number[both.row], number[both.col]
    by = {"average": (sizes[0] + sizes[1]) / 2, "jaccard": sizes[0] + sizes[1] - congruence}
    divisor = by.get(norm, np.ones(both.nnz))
    return pd.DataFrame(
        {
            "first": pd.Series(np.asarray(speakers, dtype=object)[both.row], dtype="str"),
            "second": pd.Series(np.asarray(speakers, dtype=object)[both.col], dtype="str"),
            "shared": both.data.astype(np.int64),
            "congruence": (congruence / divisor).round(6),
            "conflict": ((both.data - congruence) / divisor).round(6),
            "sum": (both.data / divisor).round(6),
        }
    )


def _listed(about: Mapping[str, str], concepts: Collection[str]) -> str:
    return LIST.join(dict.fromkeys(sorted(about[concept] for concept in concepts)))


def _together(part: pd.DataFrame, seed: int) -> list[set[str]]:
    near = _shared(part, "average")
    near = near[near["congruence"] > near["conflict"]]
    if near.empty:
        return []
    weight = near["congruence"] - near["conflict"]
    pairs = pd.DataFrame(
        {"source": near["first"], "target": near["second"], "weight": weight, "forth": weight}
    )
    found = communities(pairs.assign(back=0, sign=0), seed=seed)
    return [set(members) for _, members in found.groupby("community")["actor_id"]]


def _numbered(now: list[set[str]], known: Mapping[int, set[str]]) -> dict[int, set[str]]:
    """Each coalition under the number of the earlier one that it shares most with, or a new one."""
    overlaps = sorted(
        (-len(members & earlier) / len(members | earlier), number, place)
        for place, members in enumerate(now)
        for number, earlier in known.items()
        if members & earlier
    )
    given: dict[int, int] = {}
    for _, number, place in overlaps:
        if place not in given and number not in given.values():
            given[place] = number
    following = max(known, default=-1) + 1
    for place in range(len(now)):
        if place not in given:
            given[place], following = following, following + 1
    return {given[place]: members for place, members in enumerate(now)}
