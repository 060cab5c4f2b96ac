"""Places that a user made in another program, in the measure of the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.views.beside import beside
from graphbuild.views.payload import Payload

__all__ = ["Kept", "kept"]

Floats = npt.NDArray[np.float64]

_CELL = 64.0


@dataclass(frozen=True, slots=True)
class Kept:
    """The places of the actors that have one, by the numbers that the page has for them.

    Attributes
    ----------
    places : dict of int to (float, float)
        x to the right and y down, in pixels.
    """

    places: dict[int, tuple[float, float]]

    @property
    def nodes(self) -> list[dict[str, Any]]:
        """The same as the page reads it."""
        return [{"id": actor, "x": round(x), "y": round(y)} for actor, (x, y) in sorted(self.places.items())]

    def settled(self, chosen: Sequence[int], lines: pd.DataFrame) -> Floats:
        """Places of the actors of a view; who has none stands beside whom the lines link it to.

        Parameters
        ----------
        chosen : sequence of int
        lines : DataFrame
            ``source, target, strength``, by number.

        Returns
        -------
        ndarray of float, shape (len(chosen), 2)
            Whole numbers.
        """
        at = {actor: number for number, actor in enumerate(chosen)}
        known = [self.places.get(actor, (np.nan, np.nan)) for actor in chosen]
        where = np.array(known, dtype=np.float64).reshape(-1, 2)
        inner = lines[lines["source"].isin(at) & lines["target"].isin(at)]
        ends = [inner[end].map(at).to_numpy(np.int64) for end in ("source", "target")]
        pairs = np.column_stack(ends).astype(np.int64)
        settled: Floats = np.round(beside(where, pairs, inner["strength"].to_numpy(np.float64), cell=_CELL))
        return settled


def kept(
    data: Payload, positions: Mapping[str, tuple[float, float]], chosen: Sequence[int], usual: Floats
) -> Kept:
    """Positions scaled so that the actors of the first view take as much room as they would without them.

    Parameters
    ----------
    data : Payload
    positions : mapping of str to (float, float)
        By actor id, x to the right and y up; of others than the page has they say nothing.
    chosen : sequence of int
        The actors of the first view.
    usual : ndarray of float, shape (len(chosen), 2)
        Where they would stand.

    Returns
    -------
    Kept
    """
    number = {name: at for at, name in enumerate(data.actors["actor_id"].tolist())}
    found = {number[name]: (x, -y) for name, (x, y) in positions.items() if name in number}
    if not found:
        return Kept({})
    seen = [actor for actor in chosen if actor in found] or list(found)
    own = np.array([found[actor] for actor in seen])
    would = usual[[at for at, actor in enumerate(chosen) if actor in found]]
    scale = _spread(would) / _spread(own) if len(seen) > 1 and _spread(own) > 0 and len(would) > 1 else 1.0
    x, y = own.mean(axis=0).tolist()
    return Kept({actor: ((one - x) * scale, (other - y) * scale) for actor, (one, other) in found.items()})


def _spread(where: Floats) -> float:
    """The root of the mean square distance from the middle."""
    return float(np.sqrt(((where - where.mean(axis=0)) ** 2).sum(axis=1).mean()))
