"""The analyses of a network, each by its name: tables of a build in, a table out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.vocabulary import ANALYSIS, COOCCURRENCE, NEGATED, STATED, TABLE_FORMATS

if TYPE_CHECKING:
    import pandas as pd

    from graphbuild.analysis.difference import Side
    from graphbuild.network import Network

__all__ = ["ANALYSES", "analyze", "compare", "diff", "side", "write"]

_LABELS = ("community", "camp")  # -1 where there is none


def analyze(network: Network, name: str) -> pd.DataFrame:
    """One analysis of a network.

    Parameters
    ----------
    network : Network
        As `graphbuild.build` makes it or `graphbuild.load` brings it back.
    name : str
        One of `ANALYSES`.

    Returns
    -------
    DataFrame

    Raises
    ------
    InputError
        There is no such analysis; the message lists them.

    Examples
    --------
    >>> analyze(None, "astrology")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: there is no analysis 'astrology', only measures, ties, ...
    """
    if name not in ANALYSES:
        raise InputError(f"there is no analysis {name!r}, only {', '.join(ANALYSES)}")
    return ANALYSES[name](network)


def diff(a: Network, b: Network, *, level: float = 0.05) -> pd.DataFrame:
    """What b has and a has not, or more or less of: `graphbuild.analysis.difference.difference`.

    Parameters
    ----------
    a, b : Network
    level : float
        The false discovery rate.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> nothing = assemble([], resolve([]))
    >>> diff(nothing, nothing).empty
    True
    """
    from graphbuild.analysis.difference import difference

    return difference(side(a), side(b), level=level)


def compare(
    a: Path,
    b: Path | None,
    *,
    at: str = "",
    outlets: Sequence[str] = (),
    level: float = 0.05,
    csv: Path | None = None,
) -> pd.DataFrame:
    """Two outputs, or two parts of one, compared as `diff` does it.

    Parameters
    ----------
    a, b : Path
        Output folders; without b, ``at`` or ``outlets`` say which parts of a.
    at : str
        A date, ISO 8601: what was published before it is compared with what was published then or later.
    outlets : sequence of str
        Two names as in the column ``source`` of documents.
    level : float
    csv : Path, optional
        Where to write the table to.

    Returns
    -------
    DataFrame

    Raises
    ------
    InputError
        It is not said what to compare, or a part is empty, or the file cannot be written.

    Examples
    --------
    >>> compare(Path("output"), None)
    Traceback (most recent call last):
    graphbuild.errors.InputError: name a second output, or a date with --at, or two outlets with --outlet
    """
    from graphbuild.analysis.difference import difference, portion
    from graphbuild.exports.tabular import tabular
    from graphbuild.network import load

    if (b is not None) + bool(at) + bool(outlets) != 1 or len(outlets) not in (0, 2):
        raise InputError("name a second output, or a date with --at, or two outlets with --outlet")
    whole = side(load(a))
    if b is not None:
        sides = whole, side(load(b))
    elif at:
        sides = portion(whole, before=at), portion(whole, since=at)
    else:
        sides = portion(whole, outlet=outlets[0]), portion(whole, outlet=outlets[1])
    found = difference(*sides, level=level)
    if csv is not None:
        try:
            tabular(found, csv)
        except OSError as exc:
            raise InputError(f"{csv} cannot be written: {exc.strerror or exc}") from exc
    return found


def side(network: Network) -> Side:
    """What of a network is compared.

    Parameters
    ----------
    network : Network

    Returns
    -------
    Side

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> len(side(assemble([], resolve([]))).documents)
    0
    """
    from graphbuild.analysis.difference import Side

    return Side(network.documents, network.mentions, network.actors, network.relations)


def write(network: Network, folder: str | Path, names: Collection[str] = ()) -> list[Path]:
    """Write analyses as CSV and Parquet into the folder ``analysis`` of an output.

    Parameters
    ----------
    network : Network
    folder : str or Path
        The output folder.
    names : collection of str
        Of `ANALYSES`; all if empty.

    Returns
    -------
    list of Path
        The CSV files.

    Raises
    ------
    InputError
        There is no such analysis, or a file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [path.name for path in write(assemble([], resolve([])), folder, ["measures"])]
    ['measures.csv']
    """
    from graphbuild.exports.tabular import tabular

    place = Path(folder, ANALYSIS)
    written = []
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name in names or ANALYSES:
            table = analyze(network, name)
            for ending in TABLE_FORMATS:
                part = place / f".{name}.part{ending}"
                tabular(table, part)
                written.append(part.replace(place / f"{name}{ending}"))
    except OSError as exc:
        raise InputError(f"{exc.filename or place} cannot be written: {exc.strerror or exc}") from exc
    return [path for path in written if path.suffix == ".csv"]


def _measures(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.structure.brokers import brokers
    from graphbuild.analysis.structure.centrality import centrality
    from graphbuild.analysis.structure.communities import camps, communities
    from graphbuild.analysis.structure.ties import ties

    tied = ties(network.edges)
    groups = communities(tied)
    table = network.actors
    for figures in (centrality(tied), groups, camps(tied), brokers(tied, groups)):
        table = table.merge(figures, on="actor_id", how="left", validate="1:1")
        for name in figures.columns.drop("actor_id"):
            none = -1 if name in _LABELS else 0
            if figures[name].dtype.kind == "i":
                table[name] = table[name].fillna(none).astype("int64")
            elif name != "constraint":  # which who has no tie has not
                table[name] = table[name].fillna(0.0)
    return table


def _ties(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.structure.backbone import disparity, noise_corrected
    from graphbuild.analysis.structure.ties import ties
    from graphbuild.analysis.uncertainty import TIE, uncertainty, undirected

    tied = ties(network.edges)
    stated = network.relations[network.relations["kind"].isin(STATED)]
    bands = uncertainty(undirected(stated), network.documents, keys=TIE)
    bands = bands.drop(columns=["weight", "polarity"])
    table = tied.assign(p_noise=noise_corrected(tied), p_disparity=disparity(tied))
    return table.merge(bands, on=list(TIE), how="left", validate="1:1")


def _edges(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.uncertainty import EDGE, uncertainty, undirected

    together = network.relations["kind"] == COOCCURRENCE
    counted = network.relations.copy()
    counted[together] = undirected(counted[together])
    bands = uncertainty(counted, network.documents, keys=EDGE)
    known = [name for name in bands.columns if name in network.edges and name not in EDGE]
    return network.edges.merge(bands.drop(columns=known), on=list(EDGE), validate="1:1")


def _associations(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.association import likelihood

    names = ["edge_id", "source", "source_name", "target", "target_name", "weight", "association", "q_value"]
    together = network.edges[network.edges["kind"] == COOCCURRENCE][names]
    table = together.merge(likelihood(network.edges, network.mentions, network.documents), on="edge_id")
    return table.sort_values("log_likelihood", ascending=False, kind="stable", ignore_index=True)


def _triads(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.structure.balance import balance
    from graphbuild.analysis.structure.ties import ties

    return balance(ties(network.edges)).triads


def _timeline(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.timeline import timeline

    return timeline(_stated(network), network.documents)


def _changes(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.timeline import changes

    return changes(_stated(network), network.documents)


def _outlets(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.sources import sources

    found = sources(network.documents, network.mentions, network.relations)
    names = network.actors.set_index("actor_id")["name"]
    ends = {f"{end}_name": found[end].map(names).fillna("").astype("str") for end in ("first", "second")}
    return found.assign(**ends)


def _statements(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.discourse import statements

    return statements(network.relations, network.documents)


def _discourse(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.discourse import discourse

    return discourse(_statements(network))


def _coalitions(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.discourse import coalitions

    return coalitions(_statements(network))


def _dna(network: Network) -> pd.DataFrame:
    from graphbuild.analysis.discourse import dna

    return dna(_statements(network), network.actors, network.documents)


def _stated(network: Network) -> pd.DataFrame:
    relations = network.relations
    return relations[relations["kind"].isin(STATED) & (relations["status"] != NEGATED)]


ANALYSES: dict[str, Callable[[Network], pd.DataFrame]] = {
    "measures": _measures,
    "ties": _ties,
    "edges": _edges,
    "associations": _associations,
    "triads": _triads,
    "timeline": _timeline,
    "changes": _changes,
    "outlets": _outlets,
    "statements": _statements,
    "discourse": _discourse,
    "coalitions": _coalitions,
    "dna": _dna,
}
"""What can be asked of a network; each gives one table."""
