"""Which actors belong together: by how much they have to do with each other, and by who is against whom."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import igraph
import numpy as np
import pandas as pd

from graphbuild.analysis.structure.ties import as_igraph

__all__ = ["METHODS", "camps", "communities"]


def communities(ties: pd.DataFrame, *, seed: int = 0) -> pd.DataFrame:
    """Communities by the Leiden method (Traag et al. 2019, https://doi.org/10.1038/s41598-019-41695-z).

    Parameters
    ----------
    ties : DataFrame
        As `graphbuild.analysis.structure.ties.ties` makes them.
    seed : int
        Same seed, same communities.

    Returns
    -------
    DataFrame
        ``actor_id``, in order, and ``community``: 0 for the largest; of two of a size the one with the first
        actor. What is found has a high modularity by weight: ties inside, more than chance would have it.

    Examples
    --------
    >>> pairs = [("A", "B"), ("B", "C"), ("A", "C"), ("C", "D"), ("D", "E"), ("E", "F"), ("D", "F")]
    >>> table = pd.DataFrame(pairs, columns=["source", "target"]).assign(weight=1, forth=1, back=0, sign=0)
    >>> communities(table).community.tolist()
    [0, 0, 0, 1, 1, 1]
    """
    graph = as_igraph(ties)
    with _seeded(seed):
        found = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    return _table(graph, found.membership, "community")


def camps(ties: pd.DataFrame, *, method: str = "leiden", seed: int = 0) -> pd.DataFrame:
    """Who stands with whom against whom: friendly ties inside a camp, hostile ones between camps.

    Parameters
    ----------
    ties : DataFrame
        As `graphbuild.analysis.structure.ties.ties` makes them; those without a sign do not count.
    method : str
        One of `METHODS`. ``leiden`` looks for the partition with the least frustration, the weight of hostile
        ties inside camps and friendly ones between them (Doreian and Mrvar 1996,
        https://doi.org/10.1016/0378-8733(95)00259-6), and leaves a long chain of friends in one camp.
        ``spinglass`` weighs ties against chance, so that it also splits friends who have little to do with
        each other (Traag and Bruggeman 2009, https://doi.org/10.1103/PhysRevE.80.036115); it takes seconds
        for some hundred actors and minutes for thousands.
    seed : int
        Same seed, same camps.

    Returns
    -------
    DataFrame
        ``actor_id``, in order, of those who have a tie with a sign, and ``camp``, numbered as by
        `communities`.

    Examples
    --------
    >>> table = pd.DataFrame({"source": ["A", "A", "B"], "target": ["B", "C", "C"], "sign": [1, -1, -1],
    ...                       "weight": 1, "forth": 1, "back": 0})
    >>> camps(table).camp.tolist(), camps(table, method="spinglass").camp.tolist()
    ([0, 0, 1], [0, 0, 1])
    """
    signed = ties[ties["sign"] != 0]
    graph = as_igraph(signed)
    graph.es["signed"] = (signed["weight"] * signed["sign"]).tolist()
    member = np.zeros(graph.vcount(), dtype=np.int64)
    label = 0
    with _seeded(seed):
        for part in graph.connected_components():
            found = np.array(METHODS[method](graph.induced_subgraph(part)))
            member[part] = found + label
            label += int(found.max()) + 1
    return _table(graph, member.tolist(), "camp")


def _leiden(graph: igraph.Graph) -> list[int]:
    found: list[int] = graph.community_leiden(
        objective_function="CPM", weights="signed", resolution=0.0, n_iterations=-1
    ).membership
    return found


def _spinglass(graph: igraph.Graph) -> list[int]:
    found: list[int] = graph.community_spinglass(
        weights="signed", implementation="negative", spins=min(25, graph.vcount())
    ).membership
    return found


METHODS: dict[str, Callable[[igraph.Graph], list[int]]] = {"leiden": _leiden, "spinglass": _spinglass}
"""Ways to find camps in a connected graph whose edges have a weight ``signed``."""


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _table(graph: igraph.Graph, membership: list[int], name: str) -> pd.DataFrame:
    _, first, label, sizes = np.unique(membership, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(first))
    return pd.DataFrame({"actor_id": pd.Series(graph.vs["name"], dtype="str"), name: rank[label]})
