"""A network of some of its relations: of some kinds, sure enough, of some time; weighed by stories."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.network.network import Network
from graphbuild.vocabulary import COOCCURRENCE, COUNTED, KINDS, NEGATED

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["WEIGHTS", "narrowed"]

WEIGHTS = ("sentences", "stories")
"""What the weight of an edge may count."""


def narrowed(
    network: Network,
    *,
    kinds: Collection[str] = KINDS,
    min_confidence: float = 0.0,
    since: str = "",
    until: str = "",
    weight: str = "sentences",
) -> Network:
    """The network with only those relations that pass, and the edges that these make.

    Parameters
    ----------
    network : Network
    kinds : collection of str
        Kinds of relations that count.
    min_confidence : float
        Relations less sure do not count.
    since, until : str
        First and last date of relations, ISO 8601, ``until`` included (``2020-05`` takes in all of May);
        where one is given, what has no date does not count. With ``until`` alone it is the graph as of that
        day. Association is then that of the articles of this time, within sentences.
    weight : str
        ``sentences``, or ``stories``: an edge then weighs as much as there are documents behind it that are
        no copies of each other, so that a report that fifty papers took over counts once.

    Returns
    -------
    Network
        Where any relation is left out, without the actors that have no edge. Documents and mentions stay.

    Raises
    ------
    InputError
        There is no such kind or weight.

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> narrowed(assemble([], resolve([])), kinds=["hearsay"])
    Traceback (most recent call last):
    graphbuild.errors.InputError: there is no kind "hearsay", only verb, affiliation, cooccurrence
    """
    if unknown := sorted({*kinds} - {*KINDS}):
        raise InputError(f'there is no kind "{unknown[0]}", only {", ".join(KINDS)}')
    if weight not in WEIGHTS:
        raise InputError(f'edges cannot weigh "{weight}", only {" or ".join(WEIGHTS)}')
    relations = network.relations
    stay = relations["kind"].isin(kinds) & (relations["confidence"] >= min_confidence)
    stay &= _dated(relations["date"], since, until)
    if not stay.all():
        network = _summed(network, relations[stay].reset_index(drop=True), bool(since or until), since, until)
    if weight == "stories":
        edges = network.edges.assign(weight=network.edges["n_stories"])
        network = network.but(
            edges=edges.sort_values("weight", ascending=False, kind="stable", ignore_index=True)
        )
    return network


def _dated(dates: pd.Series, since: str, until: str) -> pd.Series:
    stay = dates >= since
    if until:
        stay &= (dates != "") & ((dates <= until) | dates.str.startswith(until))
    return stay


def _summed(network: Network, relations: pd.DataFrame, timed: bool, since: str, until: str) -> Network:
    """The network of some relations; what is measured against chance is measured anew where time is cut."""
    from graphbuild.analysis.association import association
    from graphbuild.edges.aggregate import aggregate

    counted = relations[relations["status"] != NEGATED]
    edges = aggregate(counted, network.documents, statuses=COUNTED)
    if timed:
        documents = network.documents[_dated(network.documents["date"], since, until)]
        mentions = network.mentions[network.mentions["doc_id"].isin(documents["doc_id"])]
        edges = association(edges, mentions, documents)
    else:
        together = network.edges[network.edges["kind"] == COOCCURRENCE]
        known = together.set_index("edge_id")[["association", "q_value"]]
        edges = edges.assign(
            association=edges["edge_id"].map(known["association"]).fillna(0.0),
            q_value=edges["edge_id"].map(known["q_value"]).fillna(1.0),
        )
    linked = {*edges["source"], *edges["target"]}
    actors = network.actors[network.actors["actor_id"].isin(linked)].reset_index(drop=True)
    return network.but(actors=actors, relations=relations, edges=edges)
