"""What to look at first: pairs of actors that may be one, relations that may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphbuild.errors import InputError
from graphbuild.records import Correction

if TYPE_CHECKING:
    from graphbuild.network import Network
    from graphbuild.report.answers import Answer

__all__ = ["answers", "asked", "review"]

_PAIRS = ("link", "one", "other", "reasons", "sentences", "links", "score", "sentence")
_DOUBTS = ("link", "relation_id", "reasons", "confidence", "weight", "score", "rule", "document", "sentence")
_SAID = ({"y": "merge", "n": "different"}, {"y": "confirm", "n": "drop"})


def review(network: Network, *, corrections: Collection[Correction] = (), limit: int = 20) -> Answer:
    """Pairs of actors that may be one and relations that may be wrong, by their effect on the graph.

    Parameters
    ----------
    network : Network
    corrections : collection of Correction
        What was answered since it was built; what the build applied is known.
    limit : int
        Rows of each table.

    Returns
    -------
    Answer
        Tables ``May be one`` (see `graphbuild.analysis.duplicates`) and ``May be wrong`` (see
        `graphbuild.analysis.doubtful`), without what is answered.

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> {name: len(table) for name, table in review(assemble([], resolve([]))).tables.items()}
    {'May be one': 0, 'May be wrong': 0}
    """
    from graphbuild.report.answers import Answer

    pairs, doubts = _queue(network, corrections)
    tables = {"May be one": pairs.head(limit), "May be wrong": doubts.head(limit)}
    facts = {"pairs of actors": f"{len(pairs):,}", "relations": f"{len(doubts):,}"}
    return Answer("To be reviewed", facts, tables)


def answers(
    network: Network,
    *,
    same: Collection[tuple[str, str]] = (),
    different: Collection[tuple[str, str]] = (),
    wrong: Collection[str] = (),
    right: Collection[str] = (),
) -> list[Correction]:
    """Answers as rows of a corrections file, actors by their ids.

    Parameters
    ----------
    network : Network
    same, different : collection of (str, str)
        Actors by name, alias or id; of two that are the same the second stays.
    wrong, right : collection of str
        Ids of relations.

    Returns
    -------
    list of Correction

    Raises
    ------
    InputError
        No actor is called so, two names mean one actor, or no relation has the id.

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> answers(assemble([], resolve([])), wrong=["0a"])
    Traceback (most recent call last):
    graphbuild.errors.InputError: no relation has the id '0a'; relations.csv has them
    """
    from graphbuild.views.lookup import lookup

    rows = []
    for action, pairs in (("merge", same), ("different", different)):
        for pair in pairs:
            one, other = (lookup(network.actors, name) for name in pair)
            if one == other:
                raise InputError(
                    f"{pair[0]!r} and {pair[1]!r} are one actor, {one}: split takes an alias out"
                )
            rows.append(Correction(action, one, other))
    known = set(network.relations["relation_id"])
    for action, ids in (("drop", wrong), ("confirm", right)):
        for relation_id in ids:
            if relation_id not in known:
                raise InputError(f"no relation has the id {relation_id!r}; relations.csv has them")
            rows.append(Correction(action, relation_id))
    return rows


def asked(
    network: Network,
    ask: Callable[[str, str], str],
    *,
    corrections: Collection[Correction] = (),
    limit: int = 20,
) -> Iterator[Correction]:
    """The questions one after another, pairs and relations in turn, each answer as a row.

    Parameters
    ----------
    network : Network
    ask : callable
        Called with the question in words and the letters of its answers (yes, no, skip, quit); gives one of
        them.
    corrections : collection of Correction
        As for `review`.
    limit : int
        How many of each kind.

    Yields
    ------
    Correction
        For each yes or no.
    """
    tables = [table.head(limit).to_dict("records") for table in _queue(network, corrections)]
    for at in range(max(map(len, tables))):
        for rows, words, actions in zip(tables, (_pair, _doubt), _SAID, strict=True):
            if at < len(rows):
                said = ask(words(rows[at]), "ynsq")
                if said == "q":
                    return
                if action := actions.get(said):
                    yield _answer(action, rows[at])


def _answer(action: str, row: Mapping[Hashable, Any]) -> Correction:
    return (
        Correction(action, row["one"], row["other"])
        if "one" in row
        else Correction(action, row["relation_id"])
    )


def _pair(row: Mapping[Hashable, Any]) -> str:
    effect = f"{row['sentences']:,} sentences would move, {row['links']:,} links would become one"
    return f"{row['link']}: are they one?\n  {row['reasons']}; {effect}"


def _doubt(row: Mapping[Hashable, Any]) -> str:
    sure = f"confidence {row['confidence']:.2f}"
    return f"{row['link']}: is it right?\n  {row['reasons']}; {sure}\n  {row['sentence']}"


def _queue(network: Network, corrections: Collection[Correction]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables, in words, and without what was answered."""
    from graphbuild.analysis import doubtful, duplicates
    from graphbuild.lexicons.verbs import lexicon

    rows = [*(row for row in network.corrections if not row.problem), *corrections]
    known = duplicates.apart(network.actors, rows, ("different", "merge"))
    pairs = duplicates.duplicates(network.actors, network.mentions, network.edges, apart=known)
    pairs = _worded(pairs, duplicates.REASONS)
    pairs["link"], pairs["sentence"] = pairs["one_name"] + " = " + pairs["other_name"], ""
    doubts = doubtful.doubtful(network.relations, network.edges)
    settled = {row.subject for row in rows if row.action in ("drop", "confirm", "reclass")}
    doubts = _worded(doubts[~doubts["relation_id"].isin(settled)], doubtful.REASONS)
    said = doubts["relation"].map({name: one.phrase for name, one in lexicon().classes.items()})
    doubts["link"] = (
        doubts["source_name"] + " " + said.fillna(doubts["relation"]) + " " + doubts["target_name"]
    )
    doubts["document"], doubts["sentence"] = doubts["doc_id"], doubts["evidence"]
    return pairs[[*_PAIRS]], doubts[[*_DOUBTS]]


def _worded(table: pd.DataFrame, words: Mapping[str, str]) -> pd.DataFrame:
    told = [", ".join(words[one] for one in reasons.split(" | ")) for reasons in table["reasons"]]
    return table.assign(reasons=pd.Series(told, index=table.index, dtype="str")).reset_index(drop=True)
