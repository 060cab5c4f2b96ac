"""What a build gives: the tables and the graph of one corpus."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS
from graphbuild.records import Correction
from graphbuild.vocabulary import COOCCURRENCE, DRAWN, FILES, MANIFEST, TABLES

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["Frame", "Network", "explorer", "export", "load"]


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
    graph : networkx.MultiDiGraph
        Actors and edges, as `graphbuild.graph.graph` makes it.
    corrections : tuple of Correction
        Rows of the corrections file that were applied, in order; where ``problem`` is not empty it says why a
        row had no effect. Of a network that was loaded, those of its ``manifest.json``.
    notes : tuple of str
        Sentences on how it was made that whoever reads it should know; none of a network that was loaded.
    """

    documents: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame
    edges: pd.DataFrame
    merges: pd.DataFrame
    titles: pd.DataFrame
    graph: nx.MultiDiGraph
    corrections: tuple[Correction, ...] = ()
    notes: tuple[str, ...] = ()

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

    def show(self, *, height: int = 680, ego: str | None = None) -> Frame:
        """The page, for a notebook cell.

        Parameters
        ----------
        height : int
            In pixels.
        ego : str, optional
            Name, alias or id of an actor: the page opens on it and those linked to it.

        Returns
        -------
        Frame
            Shows itself; nothing is written to any folder.

        Raises
        ------
        InputError
            No actor is called so; the message lists the nearest names.
        """
        from graphbuild.views.notebook import notebook

        return Frame(notebook(_page(self, "graphbuild", ego), height=height))


def explorer(
    network: Network, path: str | Path, *, title: str = "graphbuild", ego: str | None = None
) -> Path:
    """Write the page of a network to a file, which opens offline in any browser.

    Parameters
    ----------
    network : Network
    path : str or Path
        The file; one that is there is replaced.
    title : str
        Heading of the page.
    ego : str, optional
        Name, alias or id of an actor: the page opens on it and those linked to it.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        The file cannot be written, or no actor is called so.

    Examples
    --------
    >>> net = load("output")                                  # doctest: +SKIP
    >>> explorer(net, "conflict.html", ego="Syria")           # doctest: +SKIP
    PosixPath('conflict.html')
    """
    page = _page(network, title, ego)
    try:
        Path(path).write_text(page, encoding="utf-8", newline="\n")
    except OSError as exc:
        reason = exc.strerror or exc
        raise InputError(
            f"{path} cannot be written ({reason}): name a file in a folder that is there"
        ) from exc
    return Path(path)


def export(network: Network, path: str | Path) -> Path:
    """Write a network in the format that the suffix of the path names.

    Parameters
    ----------
    network : Network
    path : str or Path
        Ends as one of `graphbuild.exports.FORMATS`: a graph, such as ``.gexf`` for Gephi, or the table of
        edges, such as ``.csv``.

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
        FORMATS[path.suffix.lower()](network.graph, network.edges, part)
        part.replace(path)
    except OSError as exc:
        raise InputError(f"{path} cannot be written: {exc.strerror or exc}; choose another place") from exc
    finally:
        part.unlink(missing_ok=True)
    return path


def _page(network: Network, title: str, ego: str | None) -> str:
    from graphbuild.views.explorer import explorer
    from graphbuild.views.lookup import lookup

    tables = {name: getattr(network, name) for name in DRAWN}
    return explorer(**tables, title=title, ego=None if ego is None else lookup(network.actors, ego))


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
        If the folder does not hold the output of a build, or that of an earlier version, which wrote fewer
        tables, if its tables or manifest cannot be read, or if a table is not the one that its manifest has.
    TableError
        If one of its tables has other columns or types than this version writes.

    Examples
    --------
    >>> load("nowhere")
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no documents.parquet: name the output folder of a build
    """
    import pandas as pd

    from graphbuild.graph import graph
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
    tables = {}
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
    made = graph(tables["actors"], tables["edges"])
    return Network(**tables, graph=made, corrections=told, notes=())


def _settle(folder: Path) -> None:
    """Finish what a killed build had decided, unless another is at work in the folder."""
    from graphbuild.disk.atomic import recover, remains
    from graphbuild.disk.lock import locked
    from graphbuild.manifest.reading import listed

    if remains(folder, FILES):
        with suppress(InputError, OSError), locked(folder):
            recover(folder, listed(folder), FILES)
