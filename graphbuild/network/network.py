"""What a build gives: the tables and the graph of one corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from graphbuild.network.unread import Unread
from graphbuild.records import Correction, Drawing
from graphbuild.vocabulary import COOCCURRENCE, DRAWN, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    import pandas as pd

__all__ = ["Frame", "Network"]


@dataclass(frozen=True, slots=True)
class Frame:
    """HTML that a notebook shows as such."""

    html: str

    def __repr__(self) -> str:
        return f"<Frame: {len(self.html):,} characters of HTML, to be seen in a notebook>"

    def _repr_html_(self) -> str:
        return self.html


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Network:
    """The tables and the graph of one corpus; it shows itself in a notebook.

    Tables that a build has written are read when they are first asked for.

    Attributes
    ----------
    documents, mentions, actors, relations, edges, merges, titles : DataFrame
        See `graphbuild.tables.SCHEMAS` for their columns.
    corrections : tuple of Correction
        Rows of the corrections file that were applied, in order; where ``problem`` is not empty it says why a
        row had no effect. Of a network that was loaded, those of its ``manifest.json``.
    notes : tuple of str
        Sentences on how it was made that whoever reads it should know; none of a network that was loaded.
    positions : mapping of str to (float, float)
        Where its user has put actors, by their ids, x to the right and y up (see `placed`).
    """

    documents: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    edges: pd.DataFrame
    merges: pd.DataFrame
    titles: pd.DataFrame
    corrections: tuple[Correction, ...] = ()
    notes: tuple[str, ...] = ()
    positions: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    _graph: list[nx.MultiDiGraph] = field(default_factory=list, init=False)
    _drawing: list[Drawing] = field(default_factory=list, init=False)

    def __getattribute__(self, name: str) -> Any:
        value = object.__getattribute__(self, name)
        if isinstance(value, Unread):
            value = value.read(name)
            object.__setattr__(self, name, value)
        return value

    def source(self, name: str) -> pd.DataFrame | Path:
        """A table for SQL: the file that it is in, if it was not read yet."""
        held = object.__getattribute__(self, name)
        found: pd.DataFrame | Path = held.path if isinstance(held, Unread) else held
        return found

    def but(self, **changes: Any) -> Network:
        """The same with other values of some fields; what was not read stays so."""
        held = {one.name: object.__getattribute__(self, one.name) for one in fields(self) if one.init}
        return Network(**{**held, **changes})

    @property
    def graph(self) -> nx.MultiDiGraph:
        """Actors and edges, as `graphbuild.graph.graph` makes it: when first asked for, for it is large."""
        from graphbuild.edges.silent import silent
        from graphbuild.graph import graph

        if not self._graph:
            nobody = silent(self.actors, self.source("mentions"), self.source("relations"))
            self._graph.append(graph(self.actors[~self.actors["actor_id"].isin(nobody)], self.edges))
        return self._graph[0]

    @property
    def drawing(self) -> Drawing:
        """Places, sizes and colours of all actors and edges, as in the page."""
        from graphbuild.network.choice import bounded
        from graphbuild.views.drawing import drawing

        if not self._drawing:
            behind = bounded(self).but(actors=self.actors, edges=self.edges)
            tables = {name: getattr(behind, name) for name in DRAWN}
            self._drawing.append(drawing(**tables, positions=self.positions))
        return self._drawing[0]

    def __repr__(self) -> str:
        counts = (
            f"{n:,} {'times two actors together' if name == 'cooccurrences' else name}"
            for name, n in self.counts.items()
        )
        return f"<Network: {', '.join(counts)}>"

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each table, where those of ``relations`` are told apart: ``relations`` counts what a text
        states of two actors, ``cooccurrences`` how often two actors stand together."""
        together = self._together()
        counts = {}
        for name in TABLES:
            held = object.__getattribute__(self, name)
            counts[name] = held.rows() if isinstance(held, Unread) else len(held)
            if name == "relations":
                counts |= {name: counts[name] - together, "cooccurrences": together}
        return counts

    def _together(self) -> int:
        from graphbuild.disk.database import connection, view

        with connection() as made:
            view(made, "relations", self.source("relations"), ["kind"])
            asked = f"SELECT COUNT(*) FROM relations WHERE kind = '{COOCCURRENCE}'"
            return int(made.sql(asked).fetchall()[0][0])

    def _repr_html_(self) -> str:
        return self.show().html

    def show(
        self,
        *,
        height: int = 680,
        ego: str | None = None,
        title: str = "",
        whole: bool = False,
        language: str = "en",
    ) -> Frame:
        """The page, for a notebook cell.

        Parameters
        ----------
        height : int
            In pixels.
        ego : str, optional
            Name, alias or id of an actor: the page opens on it and those linked to it.
        title : str
            Heading of the page; if empty, the name of the actor or of the program.
        whole : bool
            Whether the cell has all actors; if not, only those that it shows at first, with what is stated
            between them, so that a notebook stays small.
        language : str
            Of the page's own texts: ``en`` or ``fr``.

        Returns
        -------
        Frame
            Shows itself; nothing is written to any folder.

        Raises
        ------
        InputError
            No actor is called so; the message lists the nearest names.
        """
        from graphbuild.network.pages import page
        from graphbuild.views.notebook import notebook

        heading = title or self._called(ego) or "graphbuild"
        html = page(self, ego=ego, title=heading, whole=whole, language=language)
        return Frame(notebook(html, height=height, title=heading))

    def _called(self, ego: str | None) -> str:
        from graphbuild.views.lookup import lookup

        if ego is None:
            return ""
        return str(self.actors.set_index("actor_id").at[lookup(self.actors, ego), "name"])
