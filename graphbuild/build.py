"""The whole way, from paths to a network: the only place where the stages are put together."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.errors import NothingToRead
from graphbuild.network import STANDS_OUT, Network, entered, placed, reduced
from graphbuild.records import Correction, Document, Extraction, Skip, uncollected
from graphbuild.vocabulary import COUNTED, Engine

if TYPE_CHECKING:
    from graphbuild.resolve import Resolution

__all__ = ["assemble", "build", "make"]

_LOG = logging.getLogger(__name__)
_LISTED = 20


def build(
    paths: str | Path | Sequence[str | Path],
    *,
    output: str | Path | None = None,
    model: str = "",
    window: int = 0,
    statuses: Collection[str] = COUNTED,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    encoding: str | None = None,
    day_first: bool | None = None,
    title: str = "",
    language: str = "en",
    texts: bool = True,
    embed: bool = False,
    corrections: str | Path | Sequence[str | Path] = (),
    lexicon: str | Path | None = None,
    min_confidence: float | None = None,
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float = STANDS_OUT,
    min_stories: int | None = None,
    positions: str | Path | None = None,
    store: str | Path | bool = True,
    workers: int | None = None,
    engine: str = Engine.local,
    master: str = "",
    timeout: float | None = None,
    max_characters: int | None = None,
    on_skip: Callable[[Skip], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Network:
    """Read articles and relate the actors in them.

    Parameters
    ----------
    paths : str, Path or sequence of them
        Files of the kinds in `graphbuild.read.formats.FORMATS`, folders of them, or ``-`` for standard input;
        see `graphbuild.read`.
    output : str or Path, optional
        Folder for the tables, the graph files, the page and ``manifest.json``.
    model : str
        Name or folder of a spaCy pipeline; the bundled one if empty.
    window : int
        How many sentences apart two mentions may be to co-occur; 0 is the same sentence.
    statuses : collection of str
        Which relations count into edges: of ``asserted``, ``possible`` and ``intended``.
    columns : mapping of str to str or sequence of str, optional
        Names of the columns of tables that are not called ``id title text date source url``, such as
        ``{"text": "body"}``; of several each row gives the first that it fills.
    encoding : str, optional
        Of text files; detected if not given.
    day_first : bool, optional
        Whether ``05/03/2024`` is 5 March or May 3; if not given, what other dates of its column tell.
    title : str
        Heading of the page; if empty, the title of the article where there is but one, else the name of the
        file or folder.
    language : str
        Of the page's own texts: ``en`` or ``fr``. What comes from the articles stays as it is.
    texts : bool
        Whether the page has the articles themselves, to be read; of very many those with most relations.
    embed : bool
        Whether the page is to stand in another: drawing and cards, without bar, filters and time line.
    corrections : str, Path or sequence of them
        CSV files that say what was found wrongly of actors, mentions and relations, and which relations are
        to be added (see `graphbuild.read.corrections`), applied one after the other. A row that fits nothing
        any more is logged as a warning and has its ``problem`` in ``Network.corrections``.
    lexicon : str or Path, optional
        CSV file of verbs and event nouns that join graphbuild's own or replace them (see
        `graphbuild.lexicons.verbs.lexicon`).
    min_confidence : float, optional
        What is less sure becomes no relation; 0 to 1. If not given, what the pipeline's relation reader was
        tuned to; a pipeline without a reader states all that the rules find.
    top, backbone, min_weight : int, float, int
        What enters the graph files and the page: so many of the most linked actors; what is too strong for
        chance at this level, such as 0.05; edges of so many sentences at least (see
        `graphbuild.analysis.selection`). Tables always hold everything.
    min_stories : int, optional
        Co-occurrence enters them where so many stories have it; if not given 2, in a small corpus 1.
    max_q : float
        Co-occurrence enters the graph files with a ``q_value`` below this; all of it at 1.
    positions : str or Path, optional
        GEXF or GraphML file, as Gephi saves it: actors stand in page and graph files as they stand there.
    store : str, Path or bool
        Folder in which what is found in each article is kept, so that it is done but once (see
        `graphbuild.store`): ``store`` in the output folder if true, none if false.
    workers : int, optional
        Processes that read articles; 0 is this one. If not given, as many as there are cores and work for.
    engine, master : str
        ``spark`` reads articles on the Spark cluster at the URL ``master`` (see `graphbuild.engines.spark`).
    timeout : float, optional
        Seconds that one article may take before it is left out, where processes read; if not given a minute,
        and a second more for 500 characters.
    max_characters : int, optional
        A longer article is left out.
    on_skip : callable, optional
        Called with a `Skip` for every input that is left out; a file of another kind in a folder is
        ``passed``.
    progress : callable, optional
        Called with the number of articles read and of those that are to be, stored ones not counted.

    Returns
    -------
    Network

    Raises
    ------
    NothingToRead
        If no document comes out of the paths.
    InputError
        If a path or the output folder cannot be used, `top` or `backbone` can be no choice, or
        the page does not speak this language.
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
    from graphbuild.analysis.selection import possible
    from graphbuild.lexicons.verbs import lexicon as words_of
    from graphbuild.output import at_work, made_here, within
    from graphbuild.read import read
    from graphbuild.read.corrections import corrections as rows_of
    from graphbuild.read.files import given
    from graphbuild.read.positions import positions as positions_of
    from graphbuild.views.languages import language as spoken

    possible(top=top, backbone=backbone)
    kept = [Path(file) for file in given(corrections)]
    rows = [row for file in kept for row in rows_of(file)]
    words, laid = ([Path(one)] if one is not None else [] for one in (lexicon, positions))
    for file in words:
        words_of(file)  # tells what is wrong with it before the work begins
    for file in laid:
        positions_of(file)
    used, skips = [file.resolve() for file in (*kept, *words, *laid)], list[Skip]()

    def skip(left_out: Skip) -> None:
        own = left_out.passed and within(left_out.path, output)
        if not own and Path(left_out.path).resolve() not in used:
            skips.append(left_out)
            if on_skip:
                on_skip(left_out)

    paths = given(paths)
    options = {
        "paths": [str(path) for path in paths],
        "model": model, "window": window, "statuses": sorted(statuses),
        "columns": dict(columns or {}), "encoding": encoding, "title": title,
        "language": spoken(language), "texts": texts, "embed": embed,
        "min_confidence": min_confidence, "timeout": timeout, "max_characters": max_characters,
        "day_first": day_first, "top": top, "backbone": backbone, "min_weight": min_weight, "max_q": max_q,
        "min_stories": min_stories,
        "positions": str(positions) if positions is not None else None,
    }  # fmt: skip
    with at_work(output):
        return make(
            read(
                paths, columns=columns, encoding=encoding, day_first=day_first, on_skip=skip, made=made_here
            ),
            options,
            output=output,
            store=store,
            lexicon=words[0] if words else None,
            corrections=rows,
            sources={"lexicon": words, "corrections": kept, "positions": laid},
            skips=skips,
            workers=workers,
            engine=engine,
            master=master,
            on_skip=skip,
            progress=progress,
        )


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
    from graphbuild.analysis.selection import stories_needed
    from graphbuild.disk.pipelines import described
    from graphbuild.engines.extractions import extractions
    from graphbuild.engines.task import Task, recipe
    from graphbuild.manifest import completed, manifest
    from graphbuild.manifest.reading import noted, up_to_date
    from graphbuild.network import load
    from graphbuild.output import heading, write
    from graphbuild.resolve import resolve
    from graphbuild.store import Store
    from graphbuild.store.lists import listed
    from graphbuild.store.memory import Memory

    pipeline = described(options["model"])
    made_with = recipe(task := Task(options["model"], lexicon, options["min_confidence"]))
    folder = _folder(store, output)
    kept = Store(folder, made_with) if folder else Memory()
    paths = extractions(
        documents, kept, task, workers=workers, engine=engine, master=master, timeout=options["timeout"],
        longest=options["max_characters"], on_skip=on_skip, progress=progress or (lambda done, total: None),
    )  # fmt: skip
    if not paths:
        raise NothingToRead("nothing is left to read: every article was left out")
    told: dict[str, object] = {}
    if output is not None:
        place = (
            (_seen_from(output, folder), made_with.name, listed(folder, paths.items())) if folder else None
        )
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
            network = replace(load(output), notes=(*pipeline.notes, *noted(Path(output))))
            _warn(network.corrections)
            return network
    with uncollected():
        found = [replace(e, document=replace(e.document, path=paths[key])) for key, e in kept.get(paths)]
    network = assemble(
        found, resolve(found, corrections=corrections), window=options["window"], statuses=options["statuses"]
    )
    network = replace(network, notes=pipeline.notes)
    _warn(network.corrections)
    if output is not None:
        only = network.documents["title"].item() if len(paths) == 1 else ""
        title = options["title"] or only or heading(options["paths"])
        network = placed(network, options["positions"]) if options.get("positions") else network
        chosen = {name: options[name] for name in ("top", "backbone", "min_weight")}
        graphs = reduced(network, **chosen, max_q=options["max_q"], min_stories=options.get("min_stories"))
        few = stories_needed(network.documents) == 1  # there chance tells nothing, and a page holds all
        page = reduced(network, **chosen) if few else graphs
        notes = entered(network, graphs, options["max_q"])
        network = replace(network, notes=(*network.notes, *notes))
        told = completed(told, network.corrections, network.counts)
        told["graph_files"] = {
            "actors": len(graphs.actors), "edges": len(graphs.edges), "notes": [*notes]
        }  # fmt: skip
        texts = {e.document.doc_id: e.document.text for e in found} if options.get("texts", True) else None
        write(
            network, output, title=title, manifest=told, graphs=graphs, page=page, texts=texts,
            language=options.get("language", "en"), embed=options.get("embed", False),
        )  # fmt: skip
    return network


@uncollected()
def assemble(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    *,
    window: int = 0,
    statuses: Collection[str] = COUNTED,
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
    from graphbuild.analysis.association import association
    from graphbuild.analysis.stories import stories
    from graphbuild.analysis.titles import titles
    from graphbuild.edges.aggregate import aggregate
    from graphbuild.edges.cooccur import cooccur
    from graphbuild.edges.silent import silent
    from graphbuild.resolve.restated import added, restated

    links = resolution.links
    documents = tables.documents_table(extractions)
    mentions = tables.mentions_table(extractions, links)
    actors = tables.actors_table(resolution.actors, mentions, documents)
    stated = tables.relations_table(extractions, links, resolution.actors)
    sentences = tables.sentences_table(extractions)
    texts = sentences.groupby("doc_id", sort=False)["text"].agg(" ".join)
    documents = stories(documents, zip(texts.index.tolist(), texts.tolist(), strict=True))
    stated, corrections = added(stated, resolution.corrections, resolution.added, actors, mentions, sentences)
    nobody = silent(actors, mentions, stated)
    together = cooccur(mentions[~mentions["actor_id"].isin(nobody)], sentences, actors, window=window)
    relations = pd.concat([stated, together], ignore_index=True)
    if corrections:
        known = {r.relation_id for e in extractions for r in e.relations}.union(relations["relation_id"])
        relations, corrections = restated(relations, corrections, known)
    edges = aggregate(relations, documents, statuses=statuses)
    edges = association(edges, mentions, documents, window=window)
    merges = tables.merges_table(resolution.merges)
    held = titles(actors, mentions, sentences, relations)
    return Network(
        documents=documents,
        mentions=mentions,
        actors=actors,
        relations=relations,
        edges=edges,
        merges=merges,
        titles=held,
        corrections=corrections,
    )


def _folder(store: str | Path | bool, output: str | Path | None) -> Path | None:
    """The folder of the store, if there is to be one."""
    if isinstance(store, bool):
        return Path(output, "store") if store and output is not None else None
    return Path(store)


def _seen_from(output: str | Path, folder: Path) -> str:
    place, home = folder.resolve(), Path(output).resolve()
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else str(place)


def _warn(corrections: Sequence[Correction]) -> None:
    idle = [row for row in corrections if row.problem]
    for row in idle[:_LISTED]:
        _LOG.warning("%s, line %d: %s has no effect: %s", row.path, row.line, row.action, row.problem)
    if len(idle) > _LISTED:
        _LOG.warning("%d more corrections have no effect", len(idle) - _LISTED)
