"""Neo4j 5: CSV files for its bulk import, and a Cypher script that loads the same files."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.exports._tables import Tables, items, printable, statements

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["neo4j"]

_LISTS = ("titles", "aliases")
_KINDS = {"i": ("long", "toInteger"), "f": ("double", "toFloat")}
_BEFORE_QUOTE = re.compile(r'\\(?="|$)')
_GUIDE = """Into a new database, the server stopped:

    neo4j-admin database import full neo4j --overwrite-destination \\
        --nodes=actors.csv --nodes=documents.csv --nodes=statements.csv \\
        --relationships=edges.csv --relationships=parts.csv --relationships=places.csv

Into a running one: copy the CSV files to its import folder, then

    cypher-shell --file load.cypher
"""


def neo4j(network: Tables, folder: Path) -> None:
    """Write a folder of CSV files for ``neo4j-admin database import``, and ``load.cypher`` for ``LOAD CSV``.

    Nodes are the actors (``:Actor`` and their type), the documents (``:Document``) and what sentences state
    (``:Statement``, with the sentence as ``evidence``); relationships are the edges between actors, typed by
    their class (``ATTACK``, ``MEMBER_OF``, ``COOCCURRENCE``), and the ``SOURCE``, ``TARGET``, ``SPEAKER`` and
    document (``IN``) of each statement. Titles and aliases are arrays, in which a ``;`` becomes a comma.

    ``LOAD CSV`` takes a backslash before a quotation mark for its escape, so that one there and at the end
    of a value gets a space after it. Line ends in values become spaces.

    Parameters
    ----------
    network : Network
    folder : Path
        Made if need be.

    Examples
    --------
    >>> neo4j(net, Path("graph.neo4j"))                       # doctest: +SKIP
    """
    folder.mkdir(parents=True, exist_ok=True)
    stated = statements(network)
    beside = ["doc_id", "start", "end", "verb_start", "verb_end", "source_mention", "target_mention"]
    ends = ("source", "target", "speaker")
    told = stated.drop(columns=[*beside, *ends, *(f"{end}_name" for end in ends)])
    edges = network.edges.drop(columns=["source_name", "target_name"])
    types = [_type(one or kind) for one, kind in zip(edges["relation"], edges["kind"], strict=True)]
    nodes = {
        "actors": ("Actor", network.actors, [f"Actor;{kind.title()}" for kind in network.actors["type"]]),
        "documents": ("Document", network.documents, ["Document"] * len(network.documents)),
        "statements": ("Statement", told, ["Statement"] * len(told)),
    }
    for name, (space, table, labels) in nodes.items():
        key, *rest = table.columns
        head = [f"{key}:ID({space})", *(_headed(table, column) for column in rest), ":LABEL"]
        _write(folder / f"{name}.csv", head, [*(table[column] for column in table.columns), labels])
    names = [name for name in edges.columns if name not in ("source", "target")]
    head = [":START_ID(Actor)", ":END_ID(Actor)", *(_headed(edges, name) for name in names), ":TYPE"]
    _write(folder / "edges.csv", head, [*(edges[name] for name in ("source", "target", *names)), types])
    parts = [
        (one, end, part.upper())
        for part in ends
        for one, end in zip(stated["relation_id"], stated[part], strict=True)
        if end
    ]
    _write(folder / "parts.csv", [":START_ID(Statement)", ":END_ID(Actor)", ":TYPE"], _columns(parts))
    places = [(one, place, "IN") for one, place in zip(stated["relation_id"], stated["doc_id"], strict=True)]
    _write(folder / "places.csv", [":START_ID(Statement)", ":END_ID(Document)", ":TYPE"], _columns(places))
    tables = {name: (space, table) for name, (space, table, _) in nodes.items()}
    script = _script(tables, edges[names], sorted(set(types)), sorted(set(network.actors["type"])))
    (folder / "load.cypher").write_text(script, encoding="utf-8", newline="\n")
    (folder / "README.txt").write_text(_GUIDE, encoding="utf-8", newline="\n")


def _type(relation: str) -> str:
    """A class as the type of a relationship.

    >>> _type("member_of")
    'MEMBER_OF'
    """
    return re.sub(r"\W", "_", relation).upper()


def _headed(table: pd.DataFrame, column: str) -> str:
    if column in _LISTS:
        return f"{column}:string[]"
    kind = _KINDS.get(table[column].dtype.kind)
    return f"{column}:{kind[0]}" if kind else column


def _columns(table: Sequence[tuple[str, ...]]) -> list[list[str]]:
    return [[row[k] for row in table] for k in range(3)]


def _write(path: Path, head: Sequence[str], columns: Sequence[Iterable[object]]) -> None:
    lists = {k for k, name in enumerate(head) if name.endswith("[]")}
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow(head)
        for row in zip(*columns, strict=True):
            writer.writerow(
                _array(str(value)) if k in lists else _cell(value) if isinstance(value, str) else value
                for k, value in enumerate(row)
            )


def _cell(value: str) -> str:
    r"""A value on one line, with no backslash before what closes it.

    >>> _cell('C:\\"new"\n\\')
    'C:\\ "new" \\ '
    """
    return _BEFORE_QUOTE.sub(r"\\ ", re.sub(r"[\t\r\n]+", " ", printable(value)))


def _array(joined: str) -> str:
    return ";".join(_cell(one.replace(";", ",")) for one in items(joined))


def _script(
    nodes: dict[str, tuple[str, pd.DataFrame]],
    edges: pd.DataFrame,
    types: Sequence[str],
    kinds: Sequence[str],
) -> str:
    """Cypher that loads the files from the import folder of a running server."""
    parts = []
    for name, (label, table) in nodes.items():
        key, *rest = table.columns
        parts.append(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE;")
        setting = ", ".join(f"n.{column} = {_loaded(table, column)}" for column in rest)
        parts.append(_load(name, f"MERGE (n:{label} {{{key}: row['{key}:ID({label})']}}) SET {setting}"))
    for kind in kinds:
        parts.append(f"MATCH (n:Actor) WHERE n.type = '{kind}' SET n:{kind.title()};")
    ends = "MATCH (a:Actor {actor_id: row[':START_ID(Actor)']}), (b:Actor {actor_id: row[':END_ID(Actor)']})"
    rest = [column for column in edges.columns if column != "edge_id"]
    setting = ", ".join(f"r.{column} = {_loaded(edges, column)}" for column in rest)
    for kind in types:
        made = f"MERGE (a)-[r:{kind} {{edge_id: row['edge_id']}}]->(b) SET {setting}"
        parts.append(_load("edges", f"{ends} {made}", kind))
    statement = "MATCH (s:Statement {relation_id: row[':START_ID(Statement)']}), "
    for kind in ("SOURCE", "TARGET", "SPEAKER"):
        actor = "(a:Actor {actor_id: row[':END_ID(Actor)']})"
        parts.append(_load("parts", f"{statement}{actor} MERGE (s)-[:{kind}]->(a)", kind))
    place = "(d:Document {doc_id: row[':END_ID(Document)']})"
    parts.append(_load("places", f"{statement}{place} MERGE (s)-[:IN]->(d)"))
    return "\n".join(parts) + "\n"


def _loaded(table: pd.DataFrame, column: str) -> str:
    value = f"row['{_headed(table, column)}']"
    if column in _LISTS:
        return f"CASE WHEN {value} IS NULL THEN [] ELSE split({value}, ';') END"
    kind = _KINDS.get(table[column].dtype.kind)
    return f"{kind[1]}({value})" if kind else f"coalesce({value}, '')"


def _load(name: str, made: str, kind: str = "") -> str:
    only = f" WITH row WHERE row[':TYPE'] = '{kind}'" if kind else ""
    return (
        f":auto LOAD CSV WITH HEADERS FROM 'file:///{name}.csv' AS row{only} "
        f"CALL {{ WITH row {made} }} IN TRANSACTIONS OF 1000 ROWS;"
    )
