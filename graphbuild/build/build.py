"""From paths to a network: what is given is looked at before any work is done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from graphbuild.build.make import make
from graphbuild.network import STANDS_OUT, Network
from graphbuild.records import Skip
from graphbuild.vocabulary import COUNTED, Engine

__all__ = ["build"]


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
