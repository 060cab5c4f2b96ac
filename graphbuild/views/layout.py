"""Where the actors stand: seeded positions, communities apart, nothing on top of anything.

Each connected part is laid out by Fruchterman and Reingold's spring model (doi:10.1002/spe.4380211102)
with the ties inside a community made stiffer, communities being those of the Louvain method
(doi:10.1088/1742-5468/2008/10/P10008); then boxes that still overlap are pushed apart, and the parts are
packed around the largest.
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
_SHAPE = 1.0  # width to height of a usual canvas
_STRETCH = 1.7
_CROWD = 60  # actors
_EVEN = 0.8
_GAP = 46.0


def layout(size: int, pairs: Ints, weights: Floats, boxes: Floats, *, seed: int = 0) -> Floats:
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
        placed = [_spread(_part(graph.induced_subgraph(part)), boxes[part]) for part in parts]
    finally:
        igraph.set_random_number_generator(random)
    places = np.zeros((size, 2))
    corners = _pack([_extent(where, boxes[part]) for where, part in zip(placed, parts, strict=True)])
    for part, where, corner in zip(parts, placed, corners, strict=True):
        low = (where - boxes[part] / 2).min(axis=0)
        places[part] = where - low + corner
    middle = ((places - boxes / 2).min(axis=0) + (places + boxes / 2).max(axis=0)) / 2
    centred: Floats = np.round(places - middle)
    return centred


def _part(graph: Any) -> Floats:
    """A connected part, with communities drawn together, turned and stretched to fill a canvas."""
    size = graph.vcount()
    if size == 1:
        return np.zeros((1, 2))
    if size == 2:
        return np.array([[-70.0, 0.0], [70.0, 0.0]])
    member = graph.community_multilevel(weights="weight").membership
    stiff = [
        edge["weight"] * (_STIFFER if member[edge.source] == member[edge.target] else 1.0)
        for edge in graph.es
    ]
    start = graph.layout_kamada_kawai() if size <= 80 else _ring(member)
    found = graph.layout_fruchterman_reingold(
        weights=stiff if size > 12 else None, seed=start, niter=800, start_temp=size**0.5, grid=False
    )
    where = np.array(found.coords, dtype=float)
    where -= where.mean(axis=0)
    where = _even(where) if size > _CROWD else where
    _, _, axes = np.linalg.svd(where, full_matrices=False)
    turned = where @ axes.T
    turned *= np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    span = np.maximum(np.ptp(turned, axis=0), 1e-9)
    shape = span[0] / span[1] / _SHAPE
    stretched: Floats = turned * np.clip([1 / shape, shape], 1.0, _STRETCH)
    return stretched


def _even(where: Floats) -> Floats:
    """Draw in the far ends and open the crowded middle: distances from it become nearly evenly spread."""
    far = np.linalg.norm(where, axis=1)
    rank = np.argsort(np.argsort(far, kind="stable"), kind="stable")
    even = np.sqrt((rank + 1) / len(where))
    mixed: Floats = where / np.maximum(far, 1e-9)[:, None] * (_EVEN * even + (1 - _EVEN) * far / far.max())[:, None]
    return mixed


def _ring(member: list[int]) -> Floats:
    """A start for the springs: each community as a small disc, the discs around a circle."""
    groups = max(member) + 1
    turn = np.array([random.Random(place).random() for place in range(2 * len(member))]).reshape(-1, 2)
    angle = 2 * np.pi * np.array(member) / groups
    middle = np.column_stack([np.cos(angle), np.sin(angle)]) * len(member) ** 0.5
    return middle + (turn - 0.5) * 2


def _spread(where: Floats, boxes: Floats) -> Floats:
    """Scale the picture so that most boxes are free, then push apart those that are not."""
    size = len(where)
    if size == 1:
        return where
    across = where[:, None, :] - where[None, :, :]
    distance = np.sqrt((across**2).sum(axis=2)) + np.eye(size) * 1e9
    nearest = np.maximum(distance.min(axis=1), 1e-6)
    typical = np.median(nearest)
    where = where * (np.median(boxes.mean(axis=1)) * 1.1 / typical)
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
    return (where + boxes / 2).max(axis=0) - (where - boxes / 2).min(axis=0)


def _pack(extents: list[Floats]) -> list[Floats]:
    """Left upper corners of the parts: the first stands, the rest fill rows beneath it."""
    corners = [np.zeros(2)]
    wide = max(extents[0][0], 1.6 * float(np.sqrt(sum(extent[0] * extent[1] for extent in extents))))
    x, y, high = 0.0, extents[0][1] + _GAP, 0.0
    for extent in extents[1:]:
        if x > 0 and x + extent[0] > wide:
            x, y, high = 0.0, y + high + _GAP / 2, 0.0
        corners.append(np.array([x, y]))
        x, high = x + extent[0] + _GAP / 2, max(high, extent[1])
    rows: dict[float, list[int]] = {}
    for place, corner in enumerate(corners):
        rows.setdefault(float(corner[1]), []).append(place)
    for row in rows.values():
        length = max(corners[place][0] + extents[place][0] for place in row)
        for place in row:
            corners[place] = corners[place] + np.array([(wide - length) / 2, 0.0])
    return corners
