"""Where actors go that have no place yet: a free spot near those they are linked to."""

from __future__ import annotations

import math
import random

import igraph
import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array, diags_array
from scipy.sparse.csgraph import connected_components

__all__ = ["beside"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_TURNS = 100
_STEPS, _HEAT, _PULL, _FAR = 60, 5.0, 0.1, 1e9
_SPRUNG = 30_000  # actors; of more the springs would take minutes, and nobody sees what they do
_GOLDEN = math.pi * (3 - math.sqrt(5))


def beside(where: Floats, pairs: Ints, weights: Floats, *, cell: float) -> Floats:
    """Places for all, where some have one, which they keep.

    The others are drawn to the weighted mean of those they are tied to (barycentric placement,
    doi:10.1112/plms/s3-13.1.743), drift apart by springs (doi:10.1002/spe.4380211102), unless they are tens
    of thousands, and take the nearest free spot there, the most tied first. Who is tied to nobody that has a
    place stands at the rim, a connected part together.

    Parameters
    ----------
    where : ndarray of float, shape (n, 2)
        Places; not a number where there is none.
    pairs : ndarray of int, shape (k, 2)
        Tied actors.
    weights : ndarray of float, shape (k,)
        Strength of each tie, > 0.
    cell : float
        Room that an actor takes.

    Returns
    -------
    ndarray of float, shape (n, 2)

    Examples
    --------
    >>> known = np.array([[0.0, 0.0], [10.0, 0.0], [np.nan, np.nan]])
    >>> placed = beside(known, np.array([[0, 2], [1, 2]]), np.ones(2), cell=1.0)
    >>> placed[:2].tolist(), bool(abs(placed[2] - [5, 0]).max() < 4)
    ([[0.0, 0.0], [10.0, 0.0]], True)
    """
    size = len(where)
    known: npt.NDArray[np.bool_] = np.asarray(~np.isnan(where).any(axis=1))
    if known.all():
        return where.copy()
    ends = pairs.reshape(-1, 2)
    both = np.concatenate([ends, ends[:, ::-1]])
    ties = coo_array((np.tile(weights, 2), (both[:, 0], both[:, 1])), shape=(size, size)).tocsr()
    total = np.asarray(ties.sum(axis=1), dtype=np.float64)
    middle = where[known].mean(axis=0) if known.any() else np.zeros(2)
    far = float(np.abs(where[known] - middle).max()) if known.any() else 0.0
    target = np.where(known[:, None], where, middle)
    mean = diags_array(1 / np.maximum(total, 1e-12)) @ ties
    for _ in range(_TURNS):
        target = np.where(known[:, None] | (total == 0)[:, None], target, mean @ target)
    _, part = connected_components(ties, directed=False)
    alone = ~np.isin(part, part[known])
    order = np.lexsort((np.arange(size), -total))
    rim = {label: turn for turn, label in enumerate(dict.fromkeys(part[order][alone[order]].tolist()))}
    for actor in np.flatnonzero(alone).tolist():
        turn = rim[int(part[actor])]
        out = far * 1.1 + cell * math.sqrt(turn)
        target[actor] = middle + out * np.array([math.cos(turn * _GOLDEN), math.sin(turn * _GOLDEN)])
    if size <= _SPRUNG:
        target = _sprung(target, known, ends, weights, cell)
    return _spots(where, target, known, order, cell)


def _sprung(start: Floats, known: npt.NDArray[np.bool_], pairs: Ints, weights: Floats, cell: float) -> Floats:
    """Springs from the start on, in cells; who has a place does not move."""
    graph = igraph.Graph(n=len(start), edges=pairs.tolist())
    at = start / cell
    least, most = (np.where(known[:, None], at, bound) for bound in (-_FAR, _FAR))
    igraph.set_random_number_generator(random.Random(0))
    try:
        found = graph.layout_fruchterman_reingold(
            weights=(_PULL * (1 + np.log(np.maximum(weights, 1)))).tolist() or None,
            seed=at.tolist(), niter=_STEPS, start_temp=_HEAT, grid=True,
            minx=least[:, 0].tolist(), maxx=most[:, 0].tolist(),
            miny=least[:, 1].tolist(), maxy=most[:, 1].tolist(),
        )  # fmt: skip
    finally:
        igraph.set_random_number_generator(random)
    sprung: Floats = np.array(found.coords, dtype=np.float64) * cell
    return sprung


def _spots(where: Floats, target: Floats, known: npt.NDArray[np.bool_], order: Ints, cell: float) -> Floats:
    """The nearest free cell to each target, on spirals around the targets."""
    made = where.copy()
    taken = {(round(x / cell), round(y / cell)) for x, y in where[known].tolist()}
    begin: dict[tuple[int, int], int] = {}
    spiral: list[tuple[float, float]] = []
    for actor in order.tolist():
        if known[actor]:
            continue
        x, y = target[actor].tolist()
        home = (round(x / cell), round(y / cell))
        turn = begin.get(home, 0)
        while True:
            if turn == len(spiral):
                out, angle = cell * 0.8 * math.sqrt(turn), turn * _GOLDEN
                spiral.append((out * math.cos(angle), out * math.sin(angle)))
            spot = (x + spiral[turn][0], y + spiral[turn][1])
            place = (round(spot[0] / cell), round(spot[1] / cell))
            turn += 1
            if place not in taken:
                break
        begin[home] = turn  # what is nearer is taken
        taken.add(place)
        made[actor] = spot
    return made
