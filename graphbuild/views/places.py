"""Where the actors of the first view stand, with room for their names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.views.layout import layout

__all__ = ["LETTERS", "VIEW", "places"]

Floats = npt.NDArray[np.float64]

LETTERS = 26
"""So many of a name are drawn."""

VIEW = (640.0, 640.0)
"""Pixels of the canvas in a usual window."""

_NAMED = 80


def places(
    people: pd.DataFrame,
    lines: pd.DataFrame,
    chosen: Sequence[int],
    shown: Sequence[int],
    *,
    view: tuple[float, float] = VIEW,
    seed: int = 0,
) -> Floats:
    """Positions with room for the names, where there are few enough actors to show every name.

    Parameters
    ----------
    people : DataFrame
        ``name`` and ``radius`` of each actor, by its number.
    lines : DataFrame
        ``source, target, strength``, by number.
    chosen, shown : sequence of int
        The numbers of the actors and lines of the view, as `graphbuild.views.opening.opening` gives them.
    view : (float, float)
        Width and height of the canvas, in pixels.
    seed : int

    Returns
    -------
    ndarray of float, shape (len(chosen), 2)
        x to the right and y down, centred on 0.

    Examples
    --------
    >>> people = pd.DataFrame({"name": ["Ann", "Ben"], "radius": [26.0, 4.0]})
    >>> lines = pd.DataFrame({"source": [0], "target": [1], "strength": [2.0]})
    >>> places(people, lines, [0, 1], [0]).shape
    (2, 2)
    """
    at = {actor: number for number, actor in enumerate(chosen)}
    drawn = lines.loc[list(shown)]
    apart = drawn[drawn["source"] != drawn["target"]]
    ends = np.sort(
        np.column_stack([apart[end].map(at).to_numpy(np.int64) for end in ("source", "target")]), axis=1
    )
    pairs, belongs = np.unique(ends.astype(np.int64), axis=0, return_inverse=True)
    strength = apart["strength"].to_numpy(np.float64)
    weights = np.bincount(belongs, weights=strength, minlength=len(pairs)).astype(np.float64)
    some = people.loc[list(chosen)]
    radius = some["radius"].to_numpy(float)
    room = np.array(view)

    def placed(width: Floats, height: Floats) -> Floats:
        boxes = np.column_stack([width, height])
        return layout(len(some), pairs, weights, boxes, seed=seed, shape=view[0] / view[1])

    if len(some) > _NAMED:
        return placed(2 * radius + 14, 2 * radius + 18)
    names = some["name"].str.len().clip(upper=LETTERS).to_numpy(float)
    scale, where = 1.0, np.zeros((0, 2))
    for _ in range(2):  # the larger the picture, the more room a name takes in it
        wide = 2 * radius / scale**0.75  # as the page draws them at this scale
        where = placed(np.maximum(wide, names * 7.0 / scale) + 30, wide + 46 / scale)
        scale = float(min(1.0, (room / np.maximum(np.ptp(where, axis=0), 1.0)).min())) if len(where) else 1.0
    return where
