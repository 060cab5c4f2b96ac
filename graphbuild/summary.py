"""What a build found, in the few lines that a person wants to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from graphbuild.records import Correction
from graphbuild.report.plain import plain
from graphbuild.vocabulary import BESIDE, COOCCURRENCE, DRAWN, GRAPH_FILES, MANIFEST, NEGATED, PAGE

if TYPE_CHECKING:
    from graphbuild.network import Network

__all__ = ["summary"]

_NAMED = 8
_SHOWN = 8
_LONGEST = 240
_GRAPHS = ("the graph for Gephi, with its timeline", "the graph for Gephi, Cytoscape, yEd, igraph")
_EDGE = ("source", "source_name", "target", "target_name", "kind", "relation", "weight", "polarity")
_PART = ("source", "target", "kind", "relation")
_BEHIND = (*_PART, "status", "doc_id", "sentence", "date", "relation_id", "evidence")
_TYPES = """
SELECT COALESCE(NULLIF(type, ''), 'other') AS what, COUNT(*) AS n
FROM actors GROUP BY what ORDER BY n DESC, what
"""
_STRONGEST = f"""
SELECT {", ".join(_EDGE)} FROM edges
WHERE kind <> '{COOCCURRENCE}' OR NOT EXISTS (SELECT 1 FROM edges WHERE kind <> '{COOCCURRENCE}')
ORDER BY weight DESC, ABS(polarity) DESC, source_name, target_name, source, target, relation
LIMIT {_SHOWN}
"""
_SENTENCE = f"""
SELECT evidence FROM relations
WHERE kind = $kind AND relation = $relation AND status <> '{NEGATED}' AND (
    (source = $source AND target = $target)
    OR (kind = '{COOCCURRENCE}' AND source = $target AND target = $source)
)
ORDER BY date, doc_id, sentence, relation_id
LIMIT 1
"""
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
    types, strongest = _found(network)
    if types:
        told.append("\nActors\n", style="bold")
        told.append("  " + ", ".join(f"{n:,} {name}" for name, n in types) + "\n")
    if strongest:
        stated = strongest[0][0]["kind"] != COOCCURRENCE
        told.append("\nStrongest relations\n" if stated else "\nMost often together\n", style="bold")
        for edge, sentence in strongest:
            told.append_text(_edge(edge, sentence))
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


def _found(network: Network) -> tuple[list[tuple[str, int]], list[tuple[dict[str, Any], str]]]:
    """How many actors of each type there are, and the strongest edges with a sentence each."""
    from graphbuild.disk.database import connection, view

    with connection() as made:
        view(made, "actors", network.source("actors"), ["type"])
        view(made, "edges", network.source("edges"), _EDGE)
        view(made, "relations", network.source("relations"), _BEHIND)
        types = made.sql(_TYPES).fetchall()
        edges = [dict(zip(_EDGE, row, strict=True)) for row in made.sql(_STRONGEST).fetchall()]
        asked = [{name: edge[name] for name in _PART} for edge in edges]
        sentences = [made.execute(_SENTENCE, one).fetchall() for one in asked]
    return types, [(edge, rows[0][0]) for edge, rows in zip(edges, sentences, strict=True) if rows]


def _edge(edge: Mapping[str, Any], evidence: str) -> Text:
    label = (edge["relation"] or "with").replace("_", " ")
    line = Text(f"  {plain(edge['source_name'])} ")
    line.append(f"{label}", style=_colour(edge["polarity"]))
    line.append(f" {plain(edge['target_name'])}  ({_count(edge['weight'], 'sentence')})\n")
    sentence = plain(evidence)
    shown = sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 1].rstrip() + "…"
    line.append(f"    {shown}\n", style="dim")
    return line


def _colour(polarity: float) -> str:
    if abs(polarity) < 0.05:
        return "bold"
    return "bold red" if polarity < 0 else "bold green"
