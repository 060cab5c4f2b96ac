"""Networks in the formats of other programs: a module a format, and here the one list of them.

Whoever adds one writes its module and a line here; the command line, its help and the messages follow, and
CONTRIBUTING.md says what else. The libraries load when something is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.exports._tables import Tables
from graphbuild.exports.cytoscape import cx2, cyjs
from graphbuild.exports.gexf import gexf
from graphbuild.exports.graphml import graphml
from graphbuild.exports.knowledge.ftm import ftm
from graphbuild.exports.knowledge.neo4j import neo4j
from graphbuild.exports.knowledge.obsidian import obsidian
from graphbuild.exports.knowledge.rdf import rdf
from graphbuild.exports.knowledge.stix import stix
from graphbuild.exports.node_link import node_link
from graphbuild.exports.pajek import pajek
from graphbuild.exports.sqlite import sqlite
from graphbuild.exports.tabular import tabular
from graphbuild.exports.xlsx import xlsx

__all__ = ["FORMATS", "Format", "Tables", "chosen"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a network is written.

    Attributes
    ----------
    what : str
        What the file is for, in some words.
    write : callable
        Takes the network and the path.
    folder : bool
        Whether the path is a folder of files.
    extra : str
        The optional dependencies that it needs, as ``pip install "graphbuild[...]"`` names them.
    summed : bool
        Whether it holds actors and edges alone, or edges, so that fewer of these can be written.
    """

    what: str
    write: Callable[[Tables, Path], None]
    folder: bool = False
    extra: str = ""
    summed: bool = False


FORMATS: dict[str, Format] = {
    ".graphml": Format(
        "Gephi, yEd, Cytoscape, igraph", lambda net, path: graphml(net.graph, path, net.drawing), summed=True
    ),
    ".gexf": Format(
        "Gephi, with its timeline", lambda net, path: gexf(net.graph, path, net.drawing), summed=True
    ),
    ".json": Format("NetworkX, D3", lambda net, path: node_link(net.graph, path), summed=True),
    ".csv": Format("the table of edges", lambda net, path: tabular(net.edges, path), summed=True),
    ".parquet": Format("the table of edges", lambda net, path: tabular(net.edges, path), summed=True),
    ".xlsx": Format("Excel: all tables", xlsx),
    ".sqlite": Format("a database of all tables", sqlite),
    ".net": Format("Pajek", lambda net, path: pajek(net.graph, path), summed=True),
    ".cyjs": Format("Cytoscape.js", lambda net, path: cyjs(net.graph, path), summed=True),
    ".cx2": Format("Cytoscape, NDEx", lambda net, path: cx2(net.graph, path), summed=True),
    ".neo4j": Format("Neo4j: a folder of CSV files and a script", neo4j, folder=True),
    ".ftm": Format("FollowTheMoney: Aleph, OpenSanctions", ftm),
    ".ttl": Format("RDF as Turtle", lambda net, path: rdf(net, path, syntax="turtle"), extra="rdf"),
    ".jsonld": Format("RDF as JSON-LD", lambda net, path: rdf(net, path, syntax="json-ld"), extra="rdf"),
    ".stix": Format("STIX 2.1", stix),
    ".obsidian": Format("Obsidian: a folder of notes", obsidian, folder=True),
}
"""Ending of a file's name, which without its dot is also the format's name, and how it is written."""


def chosen(path: Path, name: str = "") -> Format:
    """The format that a name says, else the ending of the path.

    Parameters
    ----------
    path : Path
    name : str
        Such as ``gexf``.

    Returns
    -------
    Format

    Raises
    ------
    InputError
        If there is no such format.

    Examples
    --------
    >>> chosen(Path("graph.xlsx")).what, chosen(Path("vault"), "obsidian").folder
    ('Excel: all tables', True)
    """
    if name:
        found = FORMATS.get(f".{name.lower().lstrip('.')}")
        if found is None:
            known = ", ".join(ending[1:] for ending in FORMATS)
            raise InputError(f"{name}: no such format; there are {known}")
        return found
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise InputError(
            f"{path}: no such format; the name must end in {', '.join(FORMATS)}, or --format say which"
        )
    return found
