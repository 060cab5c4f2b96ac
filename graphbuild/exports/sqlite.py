"""A database of the tables, for SQL, Datasette or DB Browser."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from graphbuild.exports._tables import Tables
from graphbuild.vocabulary import TABLES

__all__ = ["sqlite"]

_TYPES = {"str": "TEXT", "int": "INTEGER", "float": "REAL"}
_KEYS = {
    "documents": "doc_id",
    "mentions": "mention_id",
    "actors": "actor_id",
    "relations": "relation_id",
    "edges": "edge_id",
}
_LOOKED_UP = {
    "mentions": ("doc_id", "actor_id"),
    "relations": ("doc_id", "source", "target"),
    "edges": ("source", "target"),
    "titles": ("actor_id",),
    "merges": ("actor_id",),
}


def sqlite(network: Tables, path: Path) -> None:
    """Write all tables to a SQLite database, with keys and with indexes on what joins them.

    Parameters
    ----------
    network : Network
    path : Path

    Examples
    --------
    >>> sqlite(net, Path("graph.sqlite"))                     # doctest: +SKIP
    """
    from graphbuild.tables import SCHEMAS

    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        for name in TABLES:
            table = getattr(network, name)
            columns = ", ".join(
                f'"{column}" {_TYPES[kind]} NOT NULL{" PRIMARY KEY" if column == _KEYS.get(name) else ""}'
                for column, kind in SCHEMAS[name].items()
            )
            database.execute(f'CREATE TABLE "{name}" ({columns})')
            places = ", ".join("?" * len(SCHEMAS[name]))
            values = zip(*(table[column].tolist() for column in SCHEMAS[name]), strict=True)
            database.executemany(f'INSERT INTO "{name}" VALUES ({places})', values)
            for column in _LOOKED_UP.get(name, ()):
                database.execute(f'CREATE INDEX "{name}_{column}" ON "{name}" ("{column}")')
        database.commit()
