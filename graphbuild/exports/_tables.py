"""What the formats that tell more than a graph share: the tables of a network, and its statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

from graphbuild.records import Drawing
from graphbuild.vocabulary import STATED

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["Tables", "items", "printable", "rows", "statements"]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Tables(Protocol):
    """The tables and the graph of a network, as `graphbuild.network.Network` has them."""

    @property
    def documents(self) -> pd.DataFrame: ...
    @property
    def mentions(self) -> pd.DataFrame: ...
    @property
    def actors(self) -> pd.DataFrame: ...
    @property
    def relations(self) -> pd.DataFrame: ...
    @property
    def edges(self) -> pd.DataFrame: ...
    @property
    def merges(self) -> pd.DataFrame: ...
    @property
    def titles(self) -> pd.DataFrame: ...
    @property
    def graph(self) -> nx.MultiDiGraph: ...
    @property
    def drawing(self) -> Drawing: ...


def rows(table: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row as plain Python values, by name of column."""
    names = list(table.columns)
    columns = (table[name].tolist() for name in names)
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def statements(network: Tables) -> pd.DataFrame:
    """The relations that a sentence states, without those of two that only stand together."""
    relations = network.relations
    return relations[relations["kind"].isin(STATED)]


def items(joined: str) -> list[str]:
    """The values that a cell of titles or aliases joins."""
    from graphbuild.tables import LIST

    return joined.split(LIST) if joined else []


def printable(text: str) -> str:
    r"""A text without what no text format can hold: control characters but tab and newline, lone surrogates.

    >>> printable("a\x00b\tc")
    'ab\tc'
    """
    return _CONTROLS.sub("", text)
