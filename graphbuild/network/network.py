"""What a build gives: the tables and the graph of one corpus."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS, chosen
from graphbuild.exports.writing import write
from graphbuild.records import Correction, Drawing
from graphbuild.vocabulary import COOCCURRENCE, DRAWN, FILES, GRAPH_FILES, MANIFEST, TABLES

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["STANDS_OUT", "Frame", "Network", "entered", "export", "load", "placed", "reduced"]


STANDS_OUT = 0.05
"""Co-occurrence stands out from chance with a q value below this."""


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

    @property
    def graph(self) -> nx.MultiDiGraph:
        """Actors and edges, as `graphbuild.graph.graph` makes it: when first asked for, for it is large."""
        from graphbuild.edges.silent import silent
        from graphbuild.graph import graph

        if not self._graph:
            stated = self.relations[self.relations["kind"] != COOCCURRENCE]
            nobody = silent(self.actors, self.mentions, stated)
            self._graph.append(graph(self.actors[~self.actors["actor_id"].isin(nobody)], self.edges))
        return self._graph[0]

    @property
    def drawing(self) -> Drawing:
        """Places, sizes and colours of all actors and edges, as in the page."""
        from graphbuild.views.drawing import drawing

        if not self._drawing:
            tables = {name: getattr(self, name) for name in DRAWN}
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
        together = int((self.relations["kind"] == COOCCURRENCE).sum())
        counts = {}
        for name in TABLES:
            counts[name] = len(getattr(self, name))
            if name == "relations":
                counts |= {name: counts[name] - together, "cooccurrences": together}
        return counts

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


def export(
    network: Network,
    path: str | Path,
    *,
    format: str = "",
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float | None = None,
    min_stories: int | None = None,
) -> Path:
    """Write a network in the format that the ending of the path, or ``format``, names.

    Parameters
    ----------
    network : Network
    path : str or Path
        Ends as one of `graphbuild.exports.FORMATS`: a graph, such as ``.gexf`` for Gephi, a table, such as
        ``.csv``, or all there is, such as ``.xlsx``. Some formats are folders of files.
    format : str
        Name of the format, such as ``ftm``, whatever the path ends in.
    top, backbone, min_weight, max_q
        What enters a graph or the table of edges, as `reduced` takes them; other formats have all there is.
        If `max_q` is not given, co-occurrence enters GraphML and GEXF where it stands out from chance
        (q < 0.05), and of it what two stories have (see `graphbuild.analysis.selection.stories_needed`); and
        other formats always.

    Returns
    -------
    Path
        The file or folder written; an earlier one is replaced only when the new one is complete.

    Raises
    ------
    InputError
        If there is no such format, a library that it needs is not installed, the path cannot be written, or a
        folder is to be replaced that was not written so.

    Examples
    --------
    >>> export(None, "graph.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: graph.docx: no such format; the name must end in .graphml, .gexf, ...
    """
    path = Path(path)
    made = chosen(path, format)
    if not path.parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.parent}; choose another place")
    if made.summed:
        drawn = made in [FORMATS[Path(name).suffix] for name in GRAPH_FILES]
        q = (STANDS_OUT if drawn else 1.0) if max_q is None else max_q
        told = (None if drawn else 1) if min_stories is None else min_stories
        network = reduced(
            network, top=top, backbone=backbone, min_weight=min_weight, max_q=q, min_stories=told
        )
    elif (top, backbone, min_weight, max_q, min_stories) != (None, None, 1, None, None):
        raise InputError(
            f"{path} has all there is: top, backbone, min_weight, max_q and min_stories are for graphs"
        )
    write(made, network, path)
    return path


def reduced(
    network: Network,
    *,
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float = 1.0,
    min_stories: int | None = 1,
) -> Network:
    """The network with those of its edges and actors that pass; its other tables are the same.

    Parameters
    ----------
    network : Network
    top, backbone, min_weight, max_q, min_stories
        See `graphbuild.analysis.selection.selection`; stories of None: two, or one where there are few.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        If one of them cannot be a choice.
    """
    from graphbuild.analysis.selection import selection, stories_needed

    stories = stories_needed(network.documents) if min_stories is None else min_stories
    actors, edges = selection(
        network.actors, network.edges, top=top, backbone=backbone, min_weight=min_weight, max_q=max_q,
        min_stories=stories,
    )  # fmt: skip
    return replace(network, actors=actors, edges=edges)


def placed(network: Network, file: str | Path) -> Network:
    """The network with its actors where another program has put them, for its page and its graph files.

    Parameters
    ----------
    network : Network
    file : str or Path
        GEXF or GraphML, such as Gephi saves of a graph that `export` wrote.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        The file cannot be read, or has places of none of the actors.

    Examples
    --------
    >>> net = placed(load("output"), "arranged.gexf")         # doctest: +SKIP
    """
    from graphbuild.read.positions import positions

    found = positions(file)
    known = {name: found[name] for name in network.actors["actor_id"].tolist() if name in found}
    if not known:
        raise InputError(
            f"{file} has places of {len(found):,} nodes, none of which is an actor here: "
            "save the graph that graphbuild exported, with the ids that it has"
        )
    return replace(network, positions=known)


def entered(network: Network, graphs: Network, max_q: float) -> tuple[str, ...]:
    """What to tell of graph files that do not hold all of a network.

    Parameters
    ----------
    network, graphs : Network
        The whole, and what of it is in the files.
    max_q : float
        With which it was `reduced`.
    """
    parts = [
        f"{len(some):,} of {len(whole):,} {what}"
        for some, whole, what in (
            (graphs.edges, network.edges, "edges"),
            (graphs.actors, network.actors, "actors"),
        )
        if len(some) < len(whole)
    ]
    if not parts:
        return ()
    chance = (
        f", of co-occurrence only what stands out (q < {max_q:g}; in two stories, unless these are few)"
        if max_q < 1
        else ""
    )
    return (f"{' and '.join(GRAPH_FILES)} have {' and '.join(parts)}{chance}; the tables have all.",)


def load(folder: str | Path) -> Network:
    """The network that an earlier build wrote to a folder.

    Parameters
    ----------
    folder : str or Path
        The output folder of a build; its Parquet files are read.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        The folder does not hold the output of a build, or that of an earlier version; its tables or manifest
        cannot be read, or a table is not the one that its manifest has.
    TableError
        A table has other columns or types than this version writes.

    Examples
    --------
    >>> load("nowhere")
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no documents.parquet: name the output folder of a build
    """
    import pandas as pd

    from graphbuild.manifest.reading import applied, built_by, digest, hashes
    from graphbuild.tables import check

    folder = Path(folder)
    _settle(folder)
    for name in TABLES:
        if not (folder / f"{name}.parquet").exists():
            remedy = "name the output folder of a build"
            if by := built_by(folder / MANIFEST):
                remedy = (
                    f"the output is of an earlier version (graphbuild {by}), or a file is gone; build again"
                )
            raise InputError(f"{folder} holds no {name}.parquet: {remedy}")
    told, known = applied(folder / MANIFEST), hashes(folder)
    tables: dict[str, Any] = {}
    for name in TABLES:
        path = folder / f"{name}.parquet"
        try:
            if known.get(path.name, "") not in ("", digest(path)):
                if hashes(folder) != known:  # a build has just replaced them
                    return load(folder)
                raise ValueError("it is not the one that the build wrote")
            tables[name] = check(pd.read_parquet(path), name)
        except (OSError, ValueError) as exc:
            raise InputError(f"{path} cannot be read: {exc}; build again") from exc
    return Network(**tables, corrections=told, notes=())


def _settle(folder: Path) -> None:
    """Finish what a killed build had decided, unless another is at work in the folder."""
    from graphbuild.disk.atomic import recover, remains
    from graphbuild.disk.lock import locked
    from graphbuild.manifest.reading import listed

    if remains(folder, FILES):
        with suppress(InputError, OSError), locked(folder):
            recover(folder, listed(folder), FILES)
