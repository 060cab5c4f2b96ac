"""The graph and its tables in the formats of other programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import networkx as nx
import pandas as pd

from graphbuild.errors import InputError
from graphbuild.exports.gexf import gexf
from graphbuild.exports.graphml import graphml
from graphbuild.exports.node_link import node_link
from graphbuild.exports.tabular import tabular

__all__ = ["FORMATS", "export"]


class _Network(Protocol):
    @property
    def graph(self) -> nx.MultiDiGraph: ...

    @property
    def edges(self) -> pd.DataFrame: ...


def _edge_list(network: _Network, path: Path) -> None:
    tabular(network.edges, path)


FORMATS: dict[str, Callable[[_Network, Path], None]] = {
    ".graphml": lambda network, path: graphml(network.graph, path),
    ".gexf": lambda network, path: gexf(network.graph, path),
    ".json": lambda network, path: node_link(network.graph, path),
    ".csv": _edge_list,
    ".parquet": _edge_list,
}


def export(network: _Network, path: str | Path) -> Path:
    """Write a network in the format that the suffix of the path names.

    Parameters
    ----------
    network : Network
        What `graphbuild.build.build` gives.
    path : str or Path
        ``.graphml`` and ``.gexf`` for Gephi and its like, ``.json`` (node-link) for NetworkX and D3, ``.csv``
        and ``.parquet`` for the table of edges.

    Returns
    -------
    Path
        The file written; an earlier one is replaced only when the new one is complete.

    Raises
    ------
    InputError
        If the suffix names no format or the file cannot be written.

    Examples
    --------
    >>> export(None, "graph.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: graph.docx: no such format; the name must end in .graphml, .gexf, ...
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        raise InputError(f"{path}: no such format; the name must end in {', '.join(FORMATS)}")
    part = path.with_name(f".{path.name}.part{path.suffix.lower()}")
    try:
        FORMATS[path.suffix.lower()](network, part)
        part.replace(path)
    except OSError as exc:
        raise InputError(f"{path} cannot be written: {exc.strerror or exc}; choose another place") from exc
    finally:
        part.unlink(missing_ok=True)
    return path
