"""The whole way, from paths to a network: the only place where the stages are put together."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError, NothingToRead
from graphbuild.network import STANDS_OUT, Network, entered, reduced
from graphbuild.records import Correction, Document, Extraction, Skip, uncollected
from graphbuild.vocabulary import COUNTED

if TYPE_CHECKING:
    from rich.text import Text

    from graphbuild.resolve import Resolution

__all__ = ["assemble", "build", "explain"]

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
    corrections: str | Path | Sequence[str | Path] = (),
    lexicon: str | Path | None = None,
    min_confidence: float | None = None,
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float = STANDS_OUT,
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
    corrections : str, Path or sequence of them
        CSV files that say which actors to merge, split, rename, retype or ignore and which relations to drop
        (see `graphbuild.read.corrections`), applied one after the other. A row that fits nothing any more is
        logged as a warning and has its ``problem`` in ``Network.corrections``.
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
    max_q : float
        Co-occurrence enters the graph files with a ``q_value`` below this; all of it at 1.
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
        If a path or the output folder cannot be used, or `top` or `backbone` can be no choice.
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
    from graphbuild.extract import extract
    from graphbuild.extract.models.loading import load
    from graphbuild.extract.score.reader import notes
    from graphbuild.lexicons.verbs import lexicon as words_of
    from graphbuild.manifest import manifest
    from graphbuild.output import heading, made_here, usable, within, write
    from graphbuild.read import read
    from graphbuild.read.corrections import corrections as rows_of
    from graphbuild.read.files import given
    from graphbuild.resolve import resolve

    possible(top=top, backbone=backbone)
    if output is not None:
        usable(output)
    kept = [Path(file) for file in given(corrections)]
    rows = [row for file in kept for row in rows_of(file)]
    words = [Path(lexicon)] if lexicon is not None else []
    for file in words:
        words_of(file)  # tells what is wrong with it before the work begins
    skips: list[Skip] = []

    def skip(left_out: Skip) -> None:
        own = within(left_out.path, output) if left_out.passed else made_here(left_out.path, output)
        if not own and Path(left_out.path).resolve() not in [file.resolve() for file in (*kept, *words)]:
            skips.append(left_out)
            if on_skip:
                on_skip(left_out)

    found = read(paths, columns=columns, encoding=encoding, day_first=day_first, on_skip=skip)
    documents = [document for document in found if not made_here(document.path, output)]
    if not documents:
        raise NothingToRead(f"nothing to read but the output of an earlier run in {output}")
    nlp = load(model)
    extractions = []
    for extraction in extract(
        documents, nlp, extra_lexicon=words[0] if words else None, min_confidence=min_confidence
    ):
        extractions.append(extraction)
        if progress:
            progress(len(extractions), len(documents))
    network = assemble(extractions, resolve(extractions, corrections=rows), window=window, statuses=statuses)
    network = replace(network, notes=notes(nlp))
    _warn(network.corrections)
    if output is not None:
        page = reduced(network, top=top, backbone=backbone, min_weight=min_weight)
        graphs = reduced(network, top=top, backbone=backbone, min_weight=min_weight, max_q=max_q)
        network = replace(network, notes=(*network.notes, *entered(network, graphs, max_q)))
        options = {"window": window, "statuses": sorted(statuses), "columns": dict(columns or {})}
        options |= {"min_confidence": min_confidence, "top": top, "backbone": backbone}
        options |= {"min_weight": min_weight, "max_q": max_q}
        told = manifest(
            network.documents["path"],
            model=nlp.meta,
            options={**options, "encoding": encoding, "day_first": day_first, "title": title},
            lexicon=words,
            corrections=kept,
            rows=network.corrections,
            skips=skips,
            counts=network.counts,
        )
        only = network.documents["title"].item() if len(documents) == 1 else ""
        told["graph_files"] = {"actors": len(graphs.actors), "edges": len(graphs.edges)}
        write(network, output, title=title or only or heading(paths), manifest=told, graphs=graphs, page=page)
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
    from graphbuild.resolve.dropped import dropped

    links = resolution.links
    documents = tables.documents_table(extractions)
    mentions = tables.mentions_table(extractions, links)
    actors = tables.actors_table(resolution.actors, mentions, documents)
    stated = tables.relations_table(extractions, links, resolution.actors)
    sentences = tables.sentences_table(extractions)
    texts = sentences.groupby("doc_id", sort=False)["text"].agg(" ".join)
    documents = stories(documents, zip(texts.index.tolist(), texts.tolist(), strict=True))
    nobody = silent(actors, mentions, stated)
    together = cooccur(mentions[~mentions["actor_id"].isin(nobody)], sentences, actors, window=window)
    relations = pd.concat([stated, together], ignore_index=True)
    corrections = resolution.corrections
    if corrections:
        known = {r.relation_id for e in extractions for r in e.relations}.union(together["relation_id"])
        relations, corrections = dropped(relations, corrections, known)
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


def explain(
    text: str,
    *,
    model: str = "",
    lexicon: str | Path | None = None,
    min_confidence: float | None = None,
) -> Text:
    """Sentence by sentence, the relations found with their rule, what was rejected and why, and the pronouns.

    Parameters
    ----------
    text : str
        Sentences, or the path of a file or folder as `build` takes it.
    model : str
        As for `build`.
    lexicon : str or Path, optional
        As for `build`.
    min_confidence : float, optional
        As for `build`; what is less sure is shown among the rejected.

    Returns
    -------
    rich.text.Text
        As `graphbuild.report.explanation.explanation` lays it out.

    Raises
    ------
    InputError
        ``text`` is empty, or a single word that is no file.
    NothingToRead
        The file or folder has no text.
    ModelError
        The pipeline is missing or does not fit.
    LexiconError
        ``lexicon`` has a bad row.

    Examples
    --------
    >>> print(explain("Togo praised Kenya.").plain)  # doctest: +ELLIPSIS
    + found   - rejected, and why   = refers back
    <BLANKLINE>
    Togo praised Kenya.
      + Togo support Kenya
        rule active, asserted, confidence 0..., polarity 0.50, by "praise"
    <BLANKLINE>
    """
    from graphbuild.extract.models.loading import load
    from graphbuild.extract.trace import explain as trace
    from graphbuild.report.explanation import explanation
    from graphbuild.resolve import resolve

    documents = list(_articles(text))
    nlp = load(model)
    extra = Path(lexicon) if lexicon is not None else None
    traced = [
        trace(document, nlp, extra_lexicon=extra, min_confidence=min_confidence) for document in documents
    ]
    resolution = resolve([one.extraction for one in traced])
    return explanation(
        [(one.extraction, one.rejected) for one in traced], resolution.actors, resolution.links
    )


def _articles(text: str) -> Iterator[Document]:
    """What a path leads to, or the sentences themselves."""
    from graphbuild.read import read

    if text == "-" or (text and _is_path(text)):
        yield from read([text])
    elif len(text.split()) < 2:
        raise InputError(f'no file "{text}" here; give a sentence in quotes, or the path of a file')
    else:
        yield Document("text", text)


def _is_path(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # no name that a file can have
        return False


def _warn(corrections: Sequence[Correction]) -> None:
    idle = [row for row in corrections if row.problem]
    for row in idle[:_LISTED]:
        _LOG.warning("%s, line %d: %s has no effect: %s", row.path, row.line, row.action, row.problem)
    if len(idle) > _LISTED:
        _LOG.warning("%d more corrections have no effect", len(idle) - _LISTED)
