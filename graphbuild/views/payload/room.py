"""What of a corpus has room in a page: what a browser answers at once for, in whole lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.views.payload.words import COOCCURRENCE, KINDS

__all__ = ["ACTORS", "ROWS", "room"]

ACTORS, ROWS = 20_000, 300_000
"""So many actors and relations at most; `benchmarks/page.py` measures a page of these."""

Floats = npt.NDArray[np.float64]


def room(
    rows: pd.DataFrame,
    lines: pd.DataFrame,
    degree: Floats,
    people: pd.DataFrame,
    *,
    most_actors: int = ACTORS,
    most_rows: int = ROWS,
) -> tuple[pd.DataFrame, pd.DataFrame, Floats, pd.DataFrame]:
    """The most linked actors, and the strongest lines between them with all of their relations.

    Parameters
    ----------
    rows, lines, degree
        As `graphbuild.views.payload.lines.lines` gives them.
    people : pandas.DataFrame
        Actors, numbered from 0.
    most_actors, most_rows : int
        How many there is room for.

    Returns
    -------
    tuple
        The four, numbered anew. Lines that state something go before those of co-occurrence, the strongest
        first, until one has too many relations for what room is left.
    """
    if len(people) <= most_actors and len(rows) <= most_rows:
        return rows, lines, degree, people
    chosen = np.sort(np.argsort(-degree, kind="stable")[:most_actors])
    number = np.full(len(people), -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    ends = {end: number[lines[end].to_numpy(np.int64)] for end in ("source", "target")}
    inside = (ends["source"] >= 0) & (ends["target"] >= 0)
    size = np.bincount(rows["line"].to_numpy(np.int64), minlength=len(lines)) * inside
    order = np.argsort((lines["kind"] == KINDS.index(COOCCURRENCE)).to_numpy(), kind="stable")
    kept = np.zeros(len(lines), dtype=bool)
    kept[order] = np.cumsum(size[order]) <= most_rows
    kept &= inside
    line = np.cumsum(kept) - 1
    at = rows["line"].to_numpy(np.int64)
    left = rows[kept[at]].reset_index(drop=True)
    left = left.assign(line=line[at[kept[at]]], **{e: number[left[e].to_numpy(np.int64)] for e in ends})
    made = lines.assign(**ends)[kept].reset_index(drop=True)
    made["pair"] = pd.factorize(made["pair"])[0]
    return left, made, degree[chosen], people.iloc[chosen].reset_index(drop=True)
