"""What a build found, in the few lines that a person wants to read."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from graphbuild.records import Correction
from graphbuild.report.plain import plain
from graphbuild.vocabulary import BESIDE, COOCCURRENCE, DRAWN, GRAPH_FILES, MANIFEST, NEGATED, PAGE

if TYPE_CHECKING:
    import pandas as pd

    from graphbuild.network import Network

__all__ = ["summary"]

_NAMED = 8
_STRONGEST = 8
_LONGEST = 240
_GRAPHS = ("the graph for Gephi, with its timeline", "the graph for Gephi, Cytoscape, yEd, igraph")
_FILES = {
    PAGE: "the graph, to explore in a browser",
    **dict(zip(GRAPH_FILES, _GRAPHS, strict=True)),
    "*.csv, *.parquet": f"the tables: {', '.join((*reversed(DRAWN), *BESIDE))}",
    MANIFEST: "what went in and how it was made",
}


def summary(network: Network, output: str | Path, *, others: Sequence[str] = ()) -> Text:
    """Documents, actors by type, the strongest relations with a sentence each, and the files written.

    Parameters
    ----------
    network : Network
    output : str or Path
        Where it was written.
    others : sequence of str
        Files of other kinds that were left out.

    Returns
    -------
    rich.text.Text

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> summary(assemble([], resolve([])), "output").plain.splitlines()[0]
    '0 documents, 0 actors, 0 relations, 0 times two actors together'
    """
    stated = network.edges[network.edges["kind"] != COOCCURRENCE]
    counts = network.counts
    parts = [_count(counts[f"{what}s"], what) for what in ("document", "actor", "relation")]
    parts.append(f"{_count(counts['cooccurrences'], 'time')} two actors together")
    told = Text().append(", ".join(parts) + "\n", style="bold")
    for note in network.notes:
        told.append(f"{plain(note)}\n")
    if others:
        told.append(_others(others))
    if network.corrections:
        told.append_text(_corrected(network.corrections))
    if len(network.actors):
        types = network.actors["type"].replace("", "other").value_counts()
        told.append("\nActors\n", style="bold")
        told.append(
            "  "
            + ", ".join(f"{n:,} {name}" for name, n in sorted(types.items(), key=lambda t: (-t[1], t[0])))
        )
        told.append("\n")
    shown = stated if len(stated) else network.edges
    if len(shown):
        told.append("\nStrongest relations\n" if len(stated) else "\nMost often together\n", style="bold")
        order = shown["polarity"].abs().to_frame().assign(weight=shown["weight"])
        order = order.sort_values(["weight", "polarity"], ascending=False, kind="stable")
        for edge in shown.loc[order.index[:_STRONGEST]].to_dict("records"):
            told.append_text(_edge(edge, network.relations))
    told.append(f"\nWritten to {plain(str(output))}\n", style="bold")
    width = max(map(len, _FILES))
    for name, what in _FILES.items():
        told.append(f"  {name:{width}}  {what}\n")
    return told


def _others(paths: Sequence[str]) -> str:
    names = [plain(Path(path).name) for path in paths[:_NAMED]]
    more = [f"and {len(paths) - _NAMED:,} more ({MANIFEST} lists all)"] if len(paths) > _NAMED else []
    what = "1 file of another kind was" if len(paths) == 1 else f"{len(paths):,} files of other kinds were"
    return f"{what} left out: {', '.join([*names, *more])}\n"


def _corrected(corrections: Sequence[Correction]) -> Text:
    idle = sum(bool(row.problem) for row in corrections)
    told = Text(f"\n{_count(len(corrections) - idle, 'correction')} applied")
    if idle:
        told.append(f", {idle:,} without effect", style="bold")
        told.append(f": see the notes above or {MANIFEST}")
    return told.append("\n")


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"


def _edge(edge: Mapping[Hashable, Any], relations: pd.DataFrame) -> Text:
    label = (edge["relation"] or "with").replace("_", " ")
    line = Text(f"  {plain(edge['source_name'])} ")
    line.append(f"{label}", style=_colour(edge["polarity"]))
    line.append(f" {plain(edge['target_name'])}  ({_count(edge['weight'], 'sentence')})\n")
    ends = {edge["source"], edge["target"]}  # without order: co-occurrence has no direction
    behind = relations[
        relations["source"].isin(ends)
        & relations["target"].isin(ends)
        & (relations["kind"] == edge["kind"])
        & (relations["relation"] == edge["relation"])
        & (relations["status"] != NEGATED)
    ]
    if edge["kind"] != COOCCURRENCE:
        behind = behind[behind["source"] == edge["source"]]
    sentence = plain(behind["evidence"].iloc[0])
    shown = sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rstrip() + "…"
    line.append(f"    {shown}\n", style="dim")
    return line


def _colour(polarity: float) -> str:
    if abs(polarity) < 0.05:
        return "bold"
    return "bold red" if polarity < 0 else "bold green"
