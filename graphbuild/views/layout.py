"""Where the actors stand: seeded positions, communities apart, nothing on top of anything.

A connected part is laid out by Kamada and Kawai's distances (doi:10.1016/0020-0190(89)90102-6) and
untangled by Davidson and Harel's annealing (doi:10.1145/234535.234538); a large one by Fruchterman and
Reingold's springs (doi:10.1002/spe.4380211102) with the ties inside a community made stiffer, communities
being those of the Louvain method (doi:10.1088/1742-5468/2008/10/P10008). Then boxes that still overlap are
pushed apart, and the parts are packed around the largest.
"""

from __future__ import annotations

import random
from typing import Any

import igraph
import numpy as np
import numpy.typing as npt

__all__ = ["layout"]

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_STIFFER = 3.0
_STRETCH = 1.7
_FEW = 120  # actors, whose ties can be untangled in a second
_TURNS = 25
_EVEN = 0.8
_AIR = 3.0  # of the whole picture to what the boxes take
_GAP = 24.0


def layout(
    size: int, pairs: Ints, weights: Floats, boxes: Floats, *, seed: int = 0, shape: float = 1.0
) -> Floats:
    """Positions for `size` actors.

    Parameters
    ----------
    size : int
        Number of actors.
    pairs : ndarray of int, shape (k, 2)
        Tied actors, as positions 0 .. size - 1; each pair once.
    weights : ndarray of float, shape (k,)
        Strength of each tie, > 0.
    boxes : ndarray of float, shape (size, 2)
        Room that each actor takes with its name: width and height, in the units of the result.
    seed : int
        Same seed, same positions.
    shape : float
        Width to height of the canvas that the result is for.

    Returns
    -------
    ndarray of float, shape (size, 2)
        x to the right and y down, centred on 0; whole numbers. No two boxes overlap.

    Examples
    --------
    >>> pairs = np.array([[0, 1], [1, 2]])
    >>> places = layout(3, pairs, np.ones(2), np.full((3, 2), 40.0))
    >>> places.shape, bool((places == layout(3, pairs, np.ones(2), np.full((3, 2), 40.0))).all())
    ((3, 2), True)
    """
    if size == 0:
        return np.zeros((0, 2))
    igraph.set_random_number_generator(random.Random(seed))
    try:
        graph = igraph.Graph(n=size, edges=pairs.tolist())
        graph.es["weight"] = (1.0 + np.log(np.maximum(weights, 1.0))).tolist()
        parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
        placed = [_spread(_part(graph.induced_subgraph(part), shape), boxes[part]) for part in parts]
    finally:
        igraph.set_random_number_generator(random)
    places = np.zeros((size, 2))
    corners = _pack([_extent(where, boxes[part]) for where, part in zip(placed, parts, strict=True)], shape)
    for part, where, corner in zip(parts, placed, corners, strict=True):
        low = (where - boxes[part] / 2).min(axis=0)
        places[part] = where - low + corner
    middle = ((places - boxes / 2).min(axis=0) + (places + boxes / 2).max(axis=0)) / 2
    centred: Floats = np.round(places - middle)
    return centred


def _part(graph: Any, shape: float) -> Floats:
    """A connected part, with communities drawn together, turned and stretched to fill a canvas."""
    size = graph.vcount()
    if size == 1:
        return np.zeros((1, 2))
    if size == 2:
        return np.array([[-70.0, 0.0], [70.0, 0.0]])
    where = np.array((_untangled(graph) if size <= _FEW else _sprung(graph)).coords, dtype=float)
    where -= where.mean(axis=0)
    where = _even(where) if size > _FEW else where
    _, _, axes = np.linalg.svd(where, full_matrices=False)
    turned = where @ (axes.T if shape >= 1 else axes[::-1].T)  # the longer side along that of the canvas
    turned *= np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    span = np.maximum(np.ptp(turned, axis=0), 1e-9)
    wider = span[0] / span[1] / shape
    stretched: Floats = turned * np.clip([1 / wider, wider], 1.0, _STRETCH)
    return stretched


def _untangled(graph: Any) -> Any:
    """Distances as along the ties, then annealed until few ties cross."""
    start = graph.layout_kamada_kawai()
    return graph.layout_davidson_harel(seed=start, maxiter=_TURNS) if graph.vcount() > 3 else start


def _sprung(graph: Any) -> Any:
    """Springs, stiffer inside a community."""
    member = graph.community_multilevel(weights="weight").membership
    stiff = [
        edge["weight"] * (_STIFFER if member[edge.source] == member[edge.target] else 1.0)
        for edge in graph.es
    ]
    heat = graph.vcount() ** 0.5
    return graph.layout_fruchterman_reingold(
        weights=stiff, seed=_ring(member), niter=800, start_temp=heat, grid=False
    )


def _even(where: Floats) -> Floats:
    """Draw in the far ends and open the crowded middle: distances from it become nearly evenly spread."""
    far = np.linalg.norm(where, axis=1)
    rank = np.argsort(np.argsort(far, kind="stable"), kind="stable")
    even = np.sqrt((rank + 1) / len(where))
    reach = (_EVEN * even + (1 - _EVEN) * far / far.max()) / np.maximum(far, 1e-9)
    mixed: Floats = where * reach[:, None]
    return mixed


def _ring(member: list[int]) -> Floats:
    """A start for the springs: each community as a small disc, the discs around a circle."""
    groups = max(member) + 1
    turn = np.array([random.Random(place).random() for place in range(2 * len(member))]).reshape(-1, 2)
    angle = 2 * np.pi * np.array(member) / groups
    middle = np.column_stack([np.cos(angle), np.sin(angle)]) * len(member) ** 0.5
    start: Floats = middle + (turn - 0.5) * 2
    return start


def _spread(where: Floats, boxes: Floats) -> Floats:
    """Scale the picture to the room that the boxes want, then push apart those that overlap."""
    size = len(where)
    if size == 1:
        return where
    span = np.ptp(where, axis=0)
    taken = max(span.prod(), 0.2 * span.max() ** 2, 1e-9)  # a straight row still takes room
    where = where * np.sqrt(_AIR * boxes.prod(axis=1).sum() / taken)
    half = (boxes[:, None, :] + boxes[None, :, :]) / 2
    step = np.random.default_rng(size).random((size, 2)) * 1e-3
    where = where + step
    for _ in range(400):
        across = where[:, None, :] - where[None, :, :]
        overlap = half - np.abs(across)
        hit = (overlap > 0).all(axis=2)
        hit &= ~np.eye(size, dtype=bool)
        if not hit.any():
            break
        sideways = overlap[:, :, 0] < overlap[:, :, 1]
        push = np.zeros_like(across)
        push[:, :, 0] = np.where(hit & sideways, np.sign(across[:, :, 0]) * (overlap[:, :, 0] + 0.5), 0.0)
        push[:, :, 1] = np.where(hit & ~sideways, np.sign(across[:, :, 1]) * (overlap[:, :, 1] + 0.5), 0.0)
        where = where + push.sum(axis=1) / np.maximum(hit.sum(axis=1), 1)[:, None] * 0.55
    return where


def _extent(where: Floats, boxes: Floats) -> Floats:
    extent: Floats = (where + boxes / 2).max(axis=0) - (where - boxes / 2).min(axis=0)
    return extent


def _pack(extents: list[Floats], shape: float) -> list[Floats]:
    """Left upper corners: the largest part first, the rest in columns beside it, then in rows beneath."""
    corners = [np.zeros(2)]
    wide = max(extents[0][0], float(np.sqrt(shape * 1.3 * sum(extent.prod() for extent in extents))))
    high = extents[0][1]
    column, rows = np.array([extents[0][0] + _GAP, 0.0, 0.0]), np.array([0.0, high + _GAP, 0.0])
    for extent in extents[1:]:
        if column[1] > 0 and column[1] + extent[1] > high:
            column = np.array([column[0] + column[2] + _GAP, 0.0, 0.0])
        if column[0] + extent[0] <= wide and extent[1] <= high:
            corners.append(column[:2].copy())
            column = np.array([column[0], column[1] + extent[1] + _GAP, max(column[2], extent[0])])
            continue
        if rows[0] > 0 and rows[0] + extent[0] > wide:
            rows = np.array([0.0, rows[1] + rows[2] + _GAP, 0.0])
        corners.append(rows[:2].copy())
        rows = np.array([rows[0] + extent[0] + _GAP, rows[1], max(rows[2], extent[1])])
    return corners
