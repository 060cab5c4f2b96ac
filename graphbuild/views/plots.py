"""Figures of a network with matplotlib: each takes a network and returns the axes it drew on.

Conflict is vermilion and cooperation blue throughout, a pair that colour-blind readers tell apart (Okabe
and Ito's palette, https://jfly.uni-koeln.de/color/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import pandas as pd

from graphbuild.errors import InputError, MissingExtra
from graphbuild.views.lookup import lookup

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["adjacency", "degrees", "timeline", "top_actors", "types"]

_CONFLICT, _NEITHER, _COOPERATION = "#c24a14", "#9aa0a8", "#1b6cb5"
_TONES = ((-1, "conflict", _CONFLICT), (0, "neither", _NEITHER), (1, "cooperation", _COOPERATION))


class _Network(Protocol):
    @property
    def actors(self) -> pd.DataFrame: ...
    @property
    def relations(self) -> pd.DataFrame: ...
    @property
    def edges(self) -> pd.DataFrame: ...


def timeline(network: _Network, one: str, other: str, *, every: str = "MS", ax: Axes | None = None) -> Axes:
    """Sentences between two actors over time, by tone: conflict downwards, cooperation upwards.

    Parameters
    ----------
    network : Network
    one, other : str
        Name, alias or id of an actor each; either may be the source.
    every : str
        Width of a bar as a pandas offset alias (``"D"``, ``"W"``, ``"MS"``, ``"QS"``, ``"YS"``).
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure otherwise.

    Returns
    -------
    matplotlib.axes.Axes

    Raises
    ------
    InputError
        No actor is called so, or nothing dated is said of the two.
    MissingExtra
        matplotlib is not installed.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "name": ["Chad", "Niger"], "aliases": ["", ""]})
    >>> said = pd.DataFrame({"source": ["a"], "target": ["b"], "status": ["asserted"], "kind": ["verb"],
    ...                      "date": ["2020-05-01"], "doc_id": ["d"], "sentence": [0], "polarity": [0.5]})
    >>> timeline(SimpleNamespace(actors=actors, relations=said), "chad", "niger").get_title()
    'Chad and Niger'
    """
    first, second = lookup(network.actors, one), lookup(network.actors, other)
    said = network.relations
    between = (said["source"] == first) & (said["target"] == second)
    between |= (said["source"] == second) & (said["target"] == first)
    said = said[between & (said["status"] != "negated") & (said["kind"] == "verb")]
    said = said.assign(day=pd.to_datetime(said["date"], format="ISO8601", errors="coerce")).dropna(
        subset="day"
    )
    if said.empty:
        raise InputError(f"nothing dated is said of {one} and {other}: build from documents that have dates")
    said = said.drop_duplicates(["doc_id", "sentence", "polarity"])
    said = said.assign(tone=np.sign(said["polarity"]))
    tones = said.groupby([pd.Grouper(key="day", freq=every), "tone"]).size()
    counts = tones.unstack(fill_value=0).asfreq(every, fill_value=0)
    gaps = np.diff(pd.DatetimeIndex(counts.index).to_numpy()) / np.timedelta64(1, "D")
    days = float(gaps.min(initial=28.0))
    ax = _axes(ax, (8, 3))
    for tone, name, colour in _TONES:
        if tone in counts and tone != 0:
            ax.bar(counts.index, counts[tone] * tone, width=days * 0.85, color=colour, label=name)
    if 0 in counts:
        level = np.zeros(len(counts))
        ax.scatter(counts.index, level, s=counts[0] * 12, color=_NEITHER, label="neither", zorder=3)
    ax.axhline(0, color="0.6", linewidth=0.8)
    ax.yaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
    ax.set(title=f"{_name(network, first)} and {_name(network, second)}", ylabel="sentences")
    ax.legend(frameon=False)
    return ax


def top_actors(network: _Network, n: int = 20, *, ax: Axes | None = None) -> Axes:
    """The most linked actors, with their sentences by tone.

    Parameters
    ----------
    network : Network
    n : int
        How many.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "name": ["Chad", "Niger"]})
    >>> edges = pd.DataFrame({"source": ["a"], "target": ["b"], "kind": "verb", "weight": 2, "polarity": -1})
    >>> ax = top_actors(SimpleNamespace(actors=actors, edges=edges))
    >>> [label.get_text() for label in ax.get_yticklabels()]
    ['Niger', 'Chad']
    """
    edges = _stated(network)
    ends = pd.concat([edges.assign(actor=edges[end]) for end in ("source", "target")])
    sums = (
        ends.assign(tone=np.sign(ends["polarity"]))
        .groupby(["actor", "tone"])["weight"]
        .sum()
        .unstack(fill_value=0)
    )
    order = sums.sum(axis=1).sort_values(ascending=False, kind="stable").index[:n][::-1]
    ax = _axes(ax, (7, 0.3 * len(order) + 1.2))
    left = np.zeros(len(order))
    names = [_short(_name(network, actor)) for actor in order]
    for tone, name, colour in _TONES:
        if tone in sums:
            values = sums.loc[order, tone].to_numpy(float)
            ax.barh(range(len(order)), values, left=left, color=colour, label=name)
            left += values
    ax.set_yticks(range(len(order)), names)
    ax.set(xlabel="sentences", title="Most linked actors")
    if len(order):
        ax.legend(frameon=False)
    return ax


def types(network: _Network, *, ax: Axes | None = None) -> Axes:
    """Who acts on whom by type of actor: a heat map of mean polarity with the number of sentences in it.

    Parameters
    ----------
    network : Network
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "type": ["country", "group"]})
    >>> edges = pd.DataFrame({"source": ["a"], "target": ["b"], "kind": "verb", "weight": 2, "polarity": -1})
    >>> [text.get_text() for text in types(SimpleNamespace(actors=actors, edges=edges)).texts]
    ['2']
    """
    kind = network.actors.set_index("actor_id")["type"].replace("", "other")
    edges = _stated(network)
    edges = edges.assign(source=edges["source"].map(kind), target=edges["target"].map(kind))
    edges["signed"] = edges["polarity"] * edges["weight"]
    cells = edges.groupby(["source", "target"])[["weight", "signed"]].sum()
    names = sorted(set(edges["source"]) | set(edges["target"]))
    weight = cells["weight"].unstack(fill_value=0).reindex(index=names, columns=names, fill_value=0)
    signed = cells["signed"].unstack(fill_value=0).reindex(index=names, columns=names, fill_value=0)
    mean = (signed / weight.where(weight > 0)).to_numpy(float)
    ax = _axes(ax, (6, 5))
    image = ax.imshow(mean, cmap=_colours(), vmin=-1, vmax=1)
    ax.set_xticks(range(len(names)), names, rotation=30, ha="right")
    ax.set_yticks(range(len(names)), names)
    for (row, column), size in np.ndenumerate(weight.to_numpy()):
        if size:
            dark = abs(mean[row, column]) > 0.6
            ax.text(column, row, f"{size:g}", ha="center", va="center", color="white" if dark else "black")
    ax.set(xlabel="to whom", ylabel="who acts", title="Mean polarity and sentences by type")
    ax.figure.colorbar(image, ax=ax, label="conflict … cooperation", shrink=0.8)
    return ax


def degrees(network: _Network, *, ax: Axes | None = None) -> Axes:
    """How many actors have at least so many links, on logarithmic axes.

    Parameters
    ----------
    network : Network
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> edges = pd.DataFrame({"source": ["a", "a"], "target": ["b", "c"]})
    >>> degrees(SimpleNamespace(edges=edges)).get_title()
    'Distribution of links'
    """
    ends = network.edges[["source", "target"]].to_numpy()
    pairs = pd.DataFrame([sorted(pair) for pair in ends], columns=["one", "other"]).drop_duplicates()
    counts = np.sort(pd.concat([pairs["one"], pairs["other"]]).value_counts().to_numpy())
    ax = _axes(ax, (5, 4))
    ax.plot(counts, len(counts) - np.searchsorted(counts, counts), ".", color=_COOPERATION)
    if len(counts):
        ax.set(xscale="log", yscale="log")
    ax.set(xlabel="actors linked to", ylabel="actors with at least so many", title="Distribution of links")
    return ax


def adjacency(network: _Network, n: int = 80, *, seed: int = 0, ax: Axes | None = None) -> Axes:
    """Who is linked to whom among the most linked actors, ordered by community.

    Communities are those of the Louvain method (doi:10.1088/1742-5468/2008/10/P10008) on weights.

    Parameters
    ----------
    network : Network
    n : int
        How many actors.
    seed : int
        Of the communities.
    ax : matplotlib.axes.Axes, optional

    Returns
    -------
    matplotlib.axes.Axes

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "name": ["Chad", "Niger"]})
    >>> edges = pd.DataFrame({"source": ["a"], "target": ["b"], "weight": [2]})
    >>> adjacency(SimpleNamespace(actors=actors, edges=edges)).get_title()
    'Links by community'
    """
    import networkx as nx

    edges = network.edges
    ends = pd.concat([edges[["source", "weight"]].set_axis(["actor", "weight"], axis=1),
                      edges[["target", "weight"]].set_axis(["actor", "weight"], axis=1)])  # fmt: skip
    degree = ends.groupby("actor")["weight"].sum().sort_values(ascending=False, kind="stable")
    chosen = degree.index[:n].tolist()
    graph = nx.Graph()
    graph.add_nodes_from(chosen)
    among = edges[edges["source"].isin(chosen) & edges["target"].isin(chosen)]
    for source, target, weight in zip(among["source"], among["target"], among["weight"], strict=True):
        before = graph.get_edge_data(source, target, {"weight": 0})["weight"]
        graph.add_edge(source, target, weight=before + weight)
    groups = nx.community.louvain_communities(graph, seed=seed) if len(graph) else []
    groups = sorted(
        (sorted(group, key=chosen.index) for group in groups), key=lambda group: (-len(group), group)
    )
    order = [actor for group in groups for actor in group]
    matrix = nx.to_numpy_array(graph, nodelist=order) if order else np.zeros((0, 0))
    ax = _axes(ax, (0.11 * len(order) + 3, 0.11 * len(order) + 3))
    ax.imshow(
        np.log1p(matrix),
        cmap="Greys",
        extent=(-0.5, max(len(order), 1) - 0.5, max(len(order), 1) - 0.5, -0.5),
    )
    for edge in np.cumsum([len(group) for group in groups])[:-1]:
        ax.axhline(edge - 0.5, color=_COOPERATION, linewidth=0.6)
        ax.axvline(edge - 0.5, color=_COOPERATION, linewidth=0.6)
    ax.set_yticks(range(len(order)), [_short(_name(network, actor)) for actor in order], fontsize=6)
    ax.set_xticks([])
    ax.set(title="Links by community")
    return ax


def _axes(ax: Axes | None, size: tuple[float, float]) -> Any:
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise MissingExtra("matplotlib", "plots") from error
    return pyplot.subplots(figsize=size, layout="constrained")[1]


def _colours() -> Any:
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("tone", [_CONFLICT, "#f4f2ee", _COOPERATION])


def _stated(network: _Network) -> pd.DataFrame:
    return network.edges[network.edges["kind"] == "verb"]


def _name(network: _Network, actor_id: str) -> str:
    return str(network.actors.loc[network.actors["actor_id"] == actor_id, "name"].iloc[0])


def _short(name: str) -> str:
    return name if len(name) <= 32 else name[:31].rstrip() + "…"
