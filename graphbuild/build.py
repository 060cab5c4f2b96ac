"""The whole way, from paths to a network: the only place where the stages are put together."""

from __future__ import annotations

import hashlib
import logging
import os
import platform
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError, NothingToRead
from graphbuild.network import Network
from graphbuild.records import Correction, Extraction, Skip
from graphbuild.version import __version__

if TYPE_CHECKING:
    from graphbuild.resolve import Resolution

__all__ = ["assemble", "build"]

_LOG = logging.getLogger(__name__)
_LISTED = 20
_ID_LENGTH = 12
_TABLES = ("documents", "mentions", "actors", "relations", "edges", "merges", "titles")
_STATUSES = ("asserted", "possible", "intended")
_PACKAGES = ("spacy", "networkx", "pyvis", "pandas", "pyarrow", "duckdb", "scipy", "igraph", "rapidfuzz",
             "trafilatura", "pypdf", "python-docx", "charset-normalizer")  # fmt: skip


def build(
    paths: str | Path | Sequence[str | Path],
    *,
    output: str | Path | None = None,
    model: str = "",
    window: int = 0,
    statuses: Collection[str] = _STATUSES,
    columns: Mapping[str, str] | None = None,
    encoding: str | None = None,
    title: str = "",
    corrections: str | Path | Sequence[str | Path] = (),
    lexicon: str | Path | None = None,
    on_skip: Callable[[Skip], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Network:
    """Read articles and relate the actors in them.

    Parameters
    ----------
    paths : str, Path or sequence of them
        Files (``.txt .md .html .pdf .docx .csv .jsonl``), folders of them, or ``-`` for standard input; see
        `graphbuild.read`.
    output : str or Path, optional
        Folder for the tables, the graph files, the page and ``manifest.json``.
    model : str
        Name or folder of a spaCy pipeline; the bundled one if empty.
    window : int
        How many sentences apart two mentions may be to co-occur; 0 is the same sentence.
    statuses : collection of str
        Which relations count into edges: of ``asserted``, ``possible`` and ``intended``.
    columns : mapping of str to str, optional
        Names of the columns of CSV and JSONL files that are not called ``id title text date source url``,
        such as ``{"text": "body"}``.
    encoding : str, optional
        Of text files; detected if not given.
    title : str
        Heading of the page; if empty, the title of the article where there is but one, else the name of the
        file or folder.
    corrections : str, Path or sequence of them
        CSV files that say which actors to merge, split, rename, retype or ignore and which relations to drop
        (see `graphbuild.read.corrections`), applied one after the other. A row that fits nothing any more is
        logged as a warning and has its ``problem`` in ``Network.corrections``.
    lexicon : str or Path, optional
        CSV file of verbs and event nouns that join graphbuild's own or replace them (see
        `graphbuild.lexicons.verbs.lexicon`).
    on_skip : callable, optional
        Called with a `Skip` for every input that is left out; a file of another kind in a folder is
        ``passed``.
    progress : callable, optional
        Called with the number of documents done and of all.

    Returns
    -------
    Network

    Raises
    ------
    NothingToRead
        If no document comes out of the paths.
    InputError
        If a path or the output folder cannot be used.
    ModelError
        If the pipeline is missing or does not fit.
    LexiconError
        If a corrections file or the lexicon cannot be understood; nothing is built then.

    Examples
    --------
    >>> build("no_such_folder")
    Traceback (most recent call last):
    graphbuild.errors.NothingToRead: ...
    """
    # the stages load heavy libraries, which `import graphbuild` and `--help` need not wait for
    from graphbuild.extract import extract
    from graphbuild.extract.models.loading import load
    from graphbuild.lexicons.verbs import lexicon as words_of
    from graphbuild.read import read
    from graphbuild.read.corrections import corrections as rows_of
    from graphbuild.resolve import resolve

    if output is not None:
        _usable(Path(output))
    kept = [Path(file) for file in _listed(corrections)]
    rows = [row for file in kept for row in rows_of(file)]
    words = [Path(lexicon)] if lexicon is not None else []
    for file in words:
        words_of(file)  # tells what is wrong with it before the work begins
    skips: list[Skip] = []

    def skip(left_out: Skip) -> None:
        own = _within(left_out.path, output) if left_out.passed else _made_here(left_out.path, output)
        if not own and not _among(left_out.path, [*kept, *words]):
            skips.append(left_out)
            if on_skip:
                on_skip(left_out)

    found = read(paths, columns=columns, encoding=encoding, on_skip=skip)
    documents = [document for document in found if not _made_here(document.path, output)]
    if not documents:
        raise NothingToRead(f"nothing to read but the output of an earlier run in {output}")
    nlp = load(model)
    extractions = []
    for extraction in extract(documents, nlp, extra_lexicon=words[0] if words else None):
        extractions.append(extraction)
        if progress:
            progress(len(extractions), len(documents))
    network = assemble(extractions, resolve(extractions, corrections=rows), window=window, statuses=statuses)
    _warn(network.corrections)
    if output is not None:
        from graphbuild.write import write

        options = {"window": window, "statuses": sorted(statuses), "columns": dict(columns or {})}
        options = {**options, "encoding": encoding, "title": title}
        manifest = _manifest(network, skips, nlp.meta, options, kept, words)
        only = network.documents["title"].item() if len(documents) == 1 else ""
        write(network, output, title=title or only or _heading(paths), manifest=manifest)
    return network


def assemble(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    *,
    window: int = 0,
    statuses: Collection[str] = _STATUSES,
) -> Network:
    """Tables and graph from what was found in each document; takes no language processing.

    Parameters
    ----------
    extractions : sequence of Extraction
    resolution : Resolution
        What `graphbuild.resolve.resolve` makes of them.
    window, statuses
        As for `build`.

    Returns
    -------
    Network

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> from graphbuild.resolve import resolve
    >>> nothing = [Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())]
    >>> assemble(nothing, resolve(nothing)).counts["documents"]
    1
    """
    import pandas as pd

    from graphbuild import tables
    from graphbuild.aggregate import aggregate
    from graphbuild.analysis.association import association
    from graphbuild.cooccur import cooccur
    from graphbuild.graph import graph
    from graphbuild.titles import titles

    links = resolution.links
    documents = tables.documents_table(extractions)
    mentions = tables.mentions_table(extractions, links)
    actors = tables.actors_table(resolution.actors, mentions, documents)
    stated = tables.relations_table(extractions, links, resolution.actors)
    sentences = tables.sentences_table(extractions)
    together = cooccur(mentions, sentences, actors, window=window)
    relations = pd.concat([stated, together], ignore_index=True)
    corrections = resolution.corrections
    if corrections:
        known = {r.relation_id for e in extractions for r in e.relations}.union(together["relation_id"])
        corrections = tuple(_on_relation(row, known) for row in corrections)
        dropped = {row.subject for row in corrections if row.action == "drop"}
        relations = relations[~relations["relation_id"].isin(dropped)].reset_index(drop=True)
    edges = association(
        aggregate(relations, documents, statuses=statuses), mentions, documents, window=window
    )
    merges = tables.merges_table(resolution.merges)
    held = tables.check(titles(actors, mentions, sentences, relations), "titles")
    return Network(
        documents, mentions, actors, relations, edges, merges, held, graph(actors, edges), corrections
    )


def _on_relation(row: Correction, known: Collection[str]) -> Correction:
    """A row with its problem, if it drops a relation that is not there."""
    if row.action != "drop" or row.subject in known:
        return row
    if (digits := row.subject.zfill(_ID_LENGTH)) in known:  # a spreadsheet takes an id of digits for a number
        return replace(row, subject=digits)
    return replace(row, problem=f'no relation has the id "{row.subject}"{_rounded(row.subject)}')


def _rounded(relation_id: str) -> str:
    number = re.fullmatch(r"\d[.,]?\d*E\+?\d+", relation_id)
    return ", which looks rounded by a spreadsheet: format the column as text" if number else ""


def _warn(corrections: Sequence[Correction]) -> None:
    idle = [row for row in corrections if row.problem]
    for row in idle[:_LISTED]:
        _LOG.warning("%s, line %d: %s has no effect: %s", row.path, row.line, row.action, row.problem)
    if len(idle) > _LISTED:
        _LOG.warning("%d more corrections have no effect", len(idle) - _LISTED)


def _listed(paths: str | Path | Sequence[str | Path]) -> Sequence[str | Path]:
    return [paths] if isinstance(paths, str | Path) else paths


def _heading(paths: str | Path | Sequence[str | Path]) -> str:
    """The name of the first file or folder that is read, and how many follow."""
    found = [Path(path).resolve() for path in _listed(paths) if str(path) != "-"]
    names = [path.name if path.is_dir() else path.stem for path in found]
    first = next(filter(None, names), "graphbuild")
    return first if len(names) < 2 else f"{first} and {len(names) - 1} more"


def _among(path: str, files: Sequence[Path]) -> bool:
    return any(file.resolve() == Path(path).resolve() for file in files)


def _usable(folder: Path) -> None:
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        raise InputError(
            f"{folder} cannot be the output folder: {nearest} is no folder that can be written to"
        )


def _manifest(
    network: Network,
    skips: Sequence[Skip],
    model: Mapping[str, object],
    options: Mapping[str, object],
    corrections: Sequence[Path],
    words: Sequence[Path],
) -> dict[str, object]:
    """How the output came about; no time of day, so that the same run gives the same file."""
    paths = sorted({path for row in network.documents["path"] if (path := _file(row)).is_file()})
    return {
        "graphbuild": __version__,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "model": {"name": f"{model['lang']}_{model['name']}", "version": model["version"]},
        "options": dict(options),
        "inputs": [_hashed(path) for path in paths],
        "lexicon": [_hashed(path) for path in words],
        "corrections": {
            "files": [_hashed(path) for path in corrections],
            "rows": [
                {
                    "file": c.path,
                    "line": c.line,
                    "action": c.action,
                    "subject": c.subject,
                    "object": c.object,
                    "problem": c.problem,
                }
                for c in network.corrections
            ],
        },
        "skipped": [{"path": s.path, "reason": s.reason} for s in skips],
        "counts": network.counts,
    }


def _file(path: str) -> Path:
    """The file of a document's path, which for a row of a table ends in its number (``news.csv:7``)."""
    return Path(path) if Path(path).exists() else Path(re.sub(r":\d+$", "", path))


def _made_here(path: str, output: str | Path | None) -> bool:
    """Whether a file is of an earlier run: the output folder may lie in the folder that is read."""
    names = {"graph.html", *(f"{name}.csv" for name in _TABLES)}
    file = _file(path)
    return output is not None and file.name in names and file.parent.resolve() == Path(output).resolve()


def _within(path: str, output: str | Path | None) -> bool:
    return output is not None and Path(output).resolve() in Path(path).resolve().parents


def _hashed(path: Path) -> dict[str, str]:
    with path.open("rb") as stream:
        return {"path": str(path), "sha256": hashlib.file_digest(stream, "sha256").hexdigest()}
