"""Which edges and actors of a large graph enter a file: the strong, those that stand out, the most linked."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.analysis.structure.backbone import disparity
from graphbuild.errors import InputError
from graphbuild.vocabulary import COOCCURRENCE

__all__ = ["FEW", "possible", "selection", "stories_needed"]

FEW = 20
"""A corpus of fewer stories is small: what two actors have in common need not recur in it to be shown."""


def selection(
    actors: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float = 1.0,
    min_stories: int = 1,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The actors and edges that pass, in their order; each condition looks at what the one before has left.

    Parameters
    ----------
    actors, edges : DataFrame
        Tables of one build.
    top : int, optional
        So many actors at most, those whose edges weigh most: of stated relations, or of all where nothing is
        stated; of equals the first.
    backbone : float, optional
        Keep what is too strong for one of its two actors to be chance: the disparity filter of Serrano,
        Boguñá and Vespignani (2009, https://doi.org/10.1073/pnas.0808904106) at this level, over 0. All edges
        between two actors are one link. An actor has a link of share p of its weight, or a larger one, among
        k links at random with probability (1 - p) ^ (k - 1), which must be lower than the level for either.
        At 1 and above all stay.
    min_weight : int
        Sentences behind an edge, at least.
    max_q : float
        Co-occurrence with this ``q_value`` or a higher one is left out, unless it is 1 or more.
    min_stories : int
        Stories (documents that are no copies of each other) that have a co-occurrence, at least.

    Returns
    -------
    tuple of (DataFrame, DataFrame)
        Actors and edges, numbered from 0. With `top`, `backbone` or a `min_weight` over 1, actors without an
        edge are out; else all stay.

    Raises
    ------
    InputError
        As `possible` raises it.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["A", "B", "C"]})
    >>> edges = pd.DataFrame({"source": ["A", "A"], "target": ["B", "C"], "kind": "verb", "weight": [9, 1],
    ...                       "q_value": 1.0})
    >>> [len(table) for table in selection(actors, edges, min_weight=2)]
    [2, 1]
    """
    possible(top=top, backbone=backbone)
    passed = (edges["weight"] >= min_weight).to_numpy(bool)
    together = (edges["kind"] == COOCCURRENCE).to_numpy()
    if max_q < 1:
        passed = passed & ~(together & (edges["q_value"] >= max_q).to_numpy(bool))
    if min_stories > 1:
        passed = passed & ~(together & (edges["n_stories"] < min_stories).to_numpy(bool))
    kept = edges.loc[passed]
    if backbone is not None and backbone < 1:
        kept = kept.loc[_stands_out(kept, backbone, _ends(actors, kept))]
    chosen = np.ones(len(actors), dtype=bool)
    if top is not None:
        degree = _degree(kept, len(actors), _ends(actors, kept))
        chosen = np.zeros(len(actors), dtype=bool)
        chosen[np.argsort(-degree, kind="stable")[:top]] = True
        inside = chosen[_ends(actors, kept)]
        kept = kept.loc[inside[:, 0] & inside[:, 1]]
    if top is not None or backbone is not None or min_weight > 1:
        linked = np.zeros(len(actors), dtype=bool)
        linked[_ends(actors, kept)] = True
        chosen &= linked
    return actors[chosen].reset_index(drop=True), kept.reset_index(drop=True)


def stories_needed(documents: pd.DataFrame) -> int:
    """How many stories must have a co-occurrence, if nothing else is said.

    In a small corpus (`FEW`) one is enough. In others a pair that but one story has is no finding: the
    sentences of a text are no independent trials, and rare actors that share a single one do so by more than
    chance already, as nearly all do that are ever together. What independent texts have is more than that.

    Parameters
    ----------
    documents : DataFrame
        With ``story_id``.

    Returns
    -------
    int

    Examples
    --------
    >>> stories_needed(pd.DataFrame({"story_id": ["a", "b"]}))
    1
    """
    return 2 if documents["story_id"].nunique() >= FEW else 1


def possible(*, top: int | None = None, backbone: float | None = None) -> None:
    """Refuse what can be no choice, before any work is done.

    Parameters
    ----------
    top, backbone
        As for `selection`.

    Raises
    ------
    InputError
        If `top` is below 1, or `backbone` not above 0.

    Examples
    --------
    >>> possible(top=0)
    Traceback (most recent call last):
    graphbuild.errors.InputError: top must be 1 actor or more, not 0
    """
    if top is not None and top < 1:
        raise InputError(f"top must be 1 actor or more, not {top}")
    if backbone is not None and not backbone > 0:
        raise InputError(f"backbone must be a level above 0, such as 0.05, not {backbone}")


def _ends(actors: pd.DataFrame, edges: pd.DataFrame) -> npt.NDArray[np.intp]:
    """The positions of source and target among the actors, a row for each edge."""
    ids = pd.Index(actors["actor_id"])
    return np.column_stack([ids.get_indexer(pd.Index(edges[end])) for end in ("source", "target")])


def _stands_out(edges: pd.DataFrame, level: float, ends: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    pairs, link = np.unique(np.sort(ends, axis=1), axis=0, return_inverse=True)
    link = link.ravel()
    weight = np.bincount(link, weights=edges["weight"].to_numpy(float), minlength=len(pairs))
    ties = pd.DataFrame({"source": pairs[:, 0], "target": pairs[:, 1], "weight": weight})
    return np.asarray(disparity(ties)[link] < level, dtype=bool)


def _degree(edges: pd.DataFrame, actors: int, ends: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    stated = (edges["kind"] != COOCCURRENCE).to_numpy()
    weight = edges["weight"].to_numpy(float) * (stated if stated.any() else 1.0)
    return np.bincount(ends.ravel(), weights=np.repeat(weight, 2), minlength=actors).astype(float)
