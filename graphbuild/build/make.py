"""From documents to a network and its files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graphbuild.build.profile import Profile
from graphbuild.errors import NothingToRead
from graphbuild.network import MOST, Network, Unread, bounded, entered, opened, placed, reduced
from graphbuild.records import Correction, Document, Skip, uncollected
from graphbuild.vocabulary import TABLES, Engine

if TYPE_CHECKING:
    from graphbuild.store import Store
    from graphbuild.store.memory import Memory

__all__ = ["make"]

_LOG = logging.getLogger(__name__)
_LISTED = 20
_HELD = 1000  # documents whose tables memory holds, so that their network outlives its folder


def make(
    documents: Iterable[Document],
    options: Mapping[str, Any],
    *,
    output: str | Path | None,
    store: str | Path | bool,
    lexicon: Path | None,
    corrections: Sequence[Correction],
    sources: Mapping[str, Iterable[Path | Mapping[str, str]]],
    skips: Collection[Skip],
    workers: int | None = None,
    engine: str = Engine.local,
    master: str = "",
    on_skip: Callable[[Skip], None],
    progress: Callable[[int, int], None] | None,
) -> Network:
    """Make a network of documents and write it: what `build` and `graphbuild.update` have in common.

    Parameters
    ----------
    documents : iterable of Document
    options : mapping
        Those of `build`, by name, as the manifest keeps them.
    output, store, workers, engine, master, progress
        As for `build`; of the output folder nobody else may be making use (`graphbuild.output.at_work`).
    lexicon, corrections : Path, sequence of Correction
    sources : mapping
        For the manifest: files behind ``lexicon, corrections, positions``; ``inputs`` of known hashes.
    skips : collection of Skip
        All that was left out so far and will have been once the documents are read.
    on_skip : callable
        Called with what is left out here; it is to add to ``skips``.
    """
    from graphbuild.disk.pipelines import described
    from graphbuild.engines.extractions import extractions
    from graphbuild.engines.task import Task, recipe
    from graphbuild.manifest import manifest
    from graphbuild.manifest.reading import noted, up_to_date
    from graphbuild.output import seen_from
    from graphbuild.store import Store
    from graphbuild.store.lists import listed
    from graphbuild.store.memory import Memory

    pipeline = described(options["model"])
    made_with = recipe(task := Task(options["model"], lexicon, options["min_confidence"]))
    folder = _folder(store, output)
    kept = Store(folder, made_with) if folder else Memory()
    profile = Profile()
    with profile.stage("articles"):
        paths = extractions(
            profile.counted(documents), kept, task, workers=workers, engine=engine, master=master,
            timeout=options["timeout"], longest=options["max_characters"], on_skip=on_skip,
            progress=progress or (lambda done, total: None),
        )  # fmt: skip
    if not paths:
        raise NothingToRead("nothing is left to read: every article was left out")
    told: dict[str, object] = {}
    if output is not None:
        place = (seen_from(output, folder), made_with.name, listed(folder, paths.items())) if folder else None
        told = manifest(
            paths,
            model=made_with.pipeline,
            options=options,
            sources=sources,
            rows=corrections,
            skips=skips,
            store=place,
        )
        if up_to_date(told, Path(output)):
            network = opened(Path(output), notes=(*pipeline.notes, *noted(Path(output))))
            _warn(network.corrections)
            return _in_memory(network) if len(paths) <= _HELD else network
    with TemporaryDirectory(prefix="graphbuild-") as work:
        with profile.stage("tables"):
            network = _network(kept, paths, Path(work), options, corrections).but(notes=pipeline.notes)
        _warn(network.corrections)
        if output is None or len(paths) <= _HELD:
            network = _in_memory(network)
        if output is None:
            return network
        with profile.stage("files"):
            notes = _written(network, Path(output), kept, paths, options, told, profile)
        network = network.but(notes=(*pipeline.notes, *notes))
        if len(paths) <= _HELD:
            return network
    return opened(Path(output), notes=network.notes)


def _network(
    kept: Store | Memory,
    paths: Mapping[str, str],
    work: Path,
    options: Mapping[str, Any],
    corrections: Sequence[Correction],
) -> Network:
    """The network of documents, its tables in files of a folder; where there are corrections, in memory."""
    from graphbuild.build.assemble import assemble
    from graphbuild.corpus.corpus import corpus
    from graphbuild.resolve import resolve

    window, statuses = options["window"], options["statuses"]
    if not corrections:
        corpus(kept, paths, work, window=window, statuses=statuses)
        return Network(**{name: Unread(work / f"{name}.parquet") for name in TABLES})  # type: ignore[arg-type]
    with uncollected():
        found = [replace(e, document=replace(e.document, path=paths[key])) for key, e in kept.get(paths)]
    return assemble(found, resolve(found, corrections=corrections), window=window, statuses=statuses)


def _written(
    network: Network,
    output: Path,
    kept: Store | Memory,
    paths: Mapping[str, str],
    options: Mapping[str, Any],
    told: dict[str, object],
    profile: Profile,
) -> tuple[str, ...]:
    """Write a network with what of it has room in graph files and page, and tell what has not."""
    from graphbuild.analysis.selection import stories_needed
    from graphbuild.corpus.texts import texts
    from graphbuild.manifest import completed
    from graphbuild.output import heading, write

    only = network.documents["title"].item() if len(paths) == 1 else ""
    network = placed(network, options["positions"]) if options.get("positions") else network
    chosen = {name: options[name] for name in ("top", "backbone", "min_weight")}
    chances = {"max_q": options["max_q"], "min_stories": options.get("min_stories")}
    graphs = reduced(network, **chosen, **chances, most=MOST)
    few = stories_needed(network.documents) == 1  # there chance tells nothing, and a page holds all
    page = bounded(reduced(network, **chosen) if few else graphs)
    notes = entered(network, graphs, **chances)
    told = completed(told, network.corrections, network.counts)
    told["graph_files"] = {"actors": len(graphs.actors), "edges": len(graphs.edges), "notes": [*notes]}
    write(
        network,
        output,
        title=options["title"] or only or heading(options["paths"]),
        manifest=told,
        profile=profile.told(),
        graphs=graphs,
        page=page,
        texts=texts(kept, paths, page.relations) if options.get("texts", True) else None,
        language=options.get("language", "en"),
        embed=options.get("embed", False),
    )
    return notes


def _in_memory(network: Network) -> Network:
    """The same with its tables read."""
    for name in TABLES:
        getattr(network, name)
    return network


def _folder(store: str | Path | bool, output: str | Path | None) -> Path | None:
    """The folder of the store, if there is to be one."""
    if isinstance(store, bool):
        return Path(output, "store") if store and output is not None else None
    return Path(store)


def _warn(corrections: Sequence[Correction]) -> None:
    idle = [row for row in corrections if row.problem]
    for row in idle[:_LISTED]:
        _LOG.warning("%s, line %d: %s has no effect: %s", row.path, row.line, row.action, row.problem)
    if len(idle) > _LISTED:
        _LOG.warning("%d more corrections have no effect", len(idle) - _LISTED)
