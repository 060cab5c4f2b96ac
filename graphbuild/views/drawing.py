"""The whole graph as the page draws it, for programs that draw it on: places, sizes and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.records import Drawing
from graphbuild.views.beside import beside
from graphbuild.views.opening import opening
from graphbuild.views.payload.cleaned import cleaned
from graphbuild.views.payload.lines import lines, radius
from graphbuild.views.payload.naming import minor
from graphbuild.views.places import places
from graphbuild.vocabulary import COOCCURRENCE, DRAWN

__all__ = ["drawing"]

Floats = npt.NDArray[np.float64]

_CELL = 64.0  # pixels for an actor that is not in the first view
_AIR = 2.0
_FEW = 0.5  # of the room that each of the known has, for one that comes between them


def drawing(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    actors: pd.DataFrame,
    relations: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    positions: Mapping[str, tuple[float, float]] | None = None,
    limit: int = 80,
    seed: int = 0,
) -> Drawing:
    """Places, sizes and colours of all actors and edges.

    The actors of the page's first view stand as they stand there, on a larger sheet where there are more than
    these, and the others between them, by whom they are linked to.

    Parameters
    ----------
    documents, mentions, actors, relations, edges : DataFrame
        As for `graphbuild.views.explorer.explorer`.
    positions : mapping of str to (float, float), optional
        Places to be kept, by actor id: x to the right and y up.
    limit, seed : int
        As for the page.

    Returns
    -------
    Drawing

    Raises
    ------
    TableError
        A table lacks a column.

    Examples
    --------
    >>> from graphbuild.tables import SCHEMAS
    >>> empty = [pd.DataFrame(columns=list(SCHEMAS[name])) for name in DRAWN]
    >>> drawing(*empty).places
    {}
    """
    given = (documents, mentions, actors, relations, edges)
    tables = {name: cleaned(name, table) for name, table in zip(DRAWN, given, strict=True)}
    people = tables["actors"].drop_duplicates("actor_id").reset_index(drop=True)
    papers = tables["documents"].drop_duplicates("doc_id").reset_index(drop=True)
    _, linked, degree = lines(tables["relations"], tables["edges"], people, papers)
    people = people.assign(degree=degree.astype(np.int64), radius=radius(degree))
    said = linked[(linked["weight"] > 0) & (linked["source"] != linked["target"])]
    pairs = said[["source", "target"]].to_numpy(np.int64)
    strength = said["strength"].to_numpy(np.float64)
    where, cell = np.full((len(people), 2), np.nan), _CELL
    if kept := {name: place for name, place in (positions or {}).items() if name in {*people["actor_id"]}}:
        at = pd.Index(people["actor_id"]).get_indexer(pd.Index(list(kept)))
        where[at] = np.array(list(kept.values()), dtype=np.float64) * (1, -1)
        cell = _FEW * float(np.sqrt(max(np.prod(np.ptp(where[at], axis=0)) / len(at), 1e-6)))
    elif len(people):
        chosen, shown, _ = opening(
            people["degree"], linked, minor(people, tables["mentions"], len(papers)), limit
        )
        first = places(people, linked, chosen, shown, seed=seed)
        where[chosen] = first * _larger(first, len(people))
    where = np.round(beside(where, pairs, strength, cell=cell), 3)
    names = people["actor_id"].tolist()
    stands = zip(names, where[:, 0].tolist(), (-where[:, 1]).tolist(), strict=True)
    types = zip(names, people["type"].tolist(), strict=True)
    theme = _theme()
    colours = {name: theme.get(f"type-{kind}", theme["type-other"]) for name, kind in types}
    if "edge_id" in edges.columns:
        told = (edges[name].tolist() for name in ("edge_id", "kind", "polarity"))
        colours |= {edge: _tone(kind, polarity) for edge, kind, polarity in zip(*told, strict=True)}
    return Drawing(
        places={name: (x, y + 0.0) for name, x, y in stands},
        sizes=dict(zip(names, people["radius"].tolist(), strict=True)),
        colours=colours,
    )


def _larger(first: Floats, actors: int) -> float:
    """How much larger the sheet must be, so that all have room on it."""
    if actors <= len(first):
        return 1.0
    area = max(float(np.prod(np.ptp(first, axis=0))), _CELL**2)
    return max(1.0, float(np.sqrt(_AIR * actors * _CELL**2 / area)))


def _tone(kind: str, polarity: float) -> tuple[int, int, int]:
    if kind == COOCCURRENCE:
        return _theme()["together"]
    return _theme()["conflict" if polarity < 0 else "cooperation" if polarity > 0 else "neutral"]


@cache
def _theme() -> Mapping[str, tuple[int, int, int]]:
    """The colours of the page by day, by the names that its style sheet has for them."""
    style = (files("graphbuild.views") / "assets" / "explorer.css").read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): #([0-9a-f]{6});", style.partition("}")[0])
    return {name: (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)) for name, code in found}
