"""Documents in, their extractions in a store: what is there already is not done again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from graphbuild.engines.local import local, suited
from graphbuild.engines.spark import spark
from graphbuild.engines.task import Item, Task
from graphbuild.errors import GraphbuildError, InputError
from graphbuild.records import Document, Skip
from graphbuild.store import Store
from graphbuild.store.memory import Memory
from graphbuild.store.recipe import key
from graphbuild.vocabulary import Engine

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["extractions"]

_LOG = logging.getLogger(__name__)
_AHEAD = 50_000_000  # characters that are read ahead, so that the longest documents can go first


def extractions(
    documents: Iterable[Document],
    store: Store | Memory,
    task: Task,
    *,
    workers: int | None = None,
    engine: str = Engine.local,
    master: str = "",
    timeout: float | None = None,
    longest: int | None = None,
    on_skip: Callable[[Skip], None] = lambda skip: None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, str]:
    """See to it that the extraction of every document is in a store.

    Parameters
    ----------
    documents : iterable of Document
        Read as they are wanted.
    store : Store or Memory
    task : Task
        That the store's recipe tells of.
    workers : int, optional
        Processes of this machine; 0 is this one. As many as there are cores and work for if not given.
    engine : str
        ``local`` or ``spark``.
    master : str
        URL of the Spark cluster, as `graphbuild.engines.spark.spark` takes it.
    timeout : float, optional
        Seconds that one document may take; if not given a minute, and more for a long one.
    longest : int, optional
        Characters that a document may have.
    on_skip : callable, optional
        Called with each document that is left out, for its length or because the pipeline failed at it.
    progress : callable, optional
        Called with the number of documents done and of those that are known to be done.

    Returns
    -------
    dict of str to str
        Path of each document by its key in the store, in the order of the documents.

    Raises
    ------
    InputError
        There is no such engine, or it has no such option.

    Examples
    --------
    >>> memory = Memory()
    >>> rain = Document("a", "Rain fell.", path="a.txt")
    >>> known = extractions([rain], memory, Task())
    >>> [(path, key in memory) for key, path in known.items()]
    [('a.txt', True)]
    """
    _possible(engine, master, workers)
    paths: dict[str, str] = {}
    failed: list[Skip] = []
    done = total = words = 0

    def new() -> Iterator[Item]:
        for document in documents:
            if longest is not None and len(document.text) > longest:
                on_skip(Skip(document.path, f"has {len(document.text):,} characters, more than {longest:,}"))
                continue
            name = key(document)
            paths[name] = document.path
            if name not in store:
                yield name, document

    def ahead() -> Iterator[list[Item]]:
        nonlocal total
        for window in _windows(new()):
            total += len(window)
            yield window

    windows = ahead()
    first = next(windows, [])
    if first:
        items = chain(first, chain.from_iterable(windows))
        if engine == Engine.spark:
            answers = spark(items, task, master=master, timeout=timeout)
        else:
            n = suited(first, timeout is not None) if workers is None else min(workers, len(first))
            answers = local(items, task, workers=n, timeout=timeout)
        try:
            for name, found in answers:
                if isinstance(found, str):
                    failed.append(Skip(paths.pop(name), found))
                else:
                    store.put(found)
                    words += _words(found)
                done += 1 if isinstance(found, str) else found.num_rows
                progress(done, total)
                told = {"articles": done, "of": total, "words": words}
                _LOG.info("%d of %d articles read", done, total, extra=told)
        except BaseException:
            with suppress(GraphbuildError):
                store.flush()  # what was done need not be done again
            raise
    store.flush()
    for skip in sorted(failed, key=lambda skip: (skip.path, skip.reason)):
        on_skip(skip)
    return paths


def _possible(engine: str, master: str, workers: int | None) -> None:
    if engine not in [*Engine]:
        raise InputError(f'there is no engine "{engine}": {" or ".join(Engine)}')
    if master and engine != Engine.spark:
        raise InputError("--master is of --engine spark: give that, too, or leave it out")
    if workers is not None and engine == Engine.spark:
        raise InputError("--workers is of this machine: a cluster has the cores that Spark's settings say")


def _windows(items: Iterable[Item]) -> Iterator[list[Item]]:
    """As many documents at a time as memory may hold, the longest first, so that none ends long after all."""
    window: list[Item] = []
    held = 0
    for item in items:
        window.append(item)
        held += len(item[1].text)
        if held >= _AHEAD:
            yield _longest_first(window)
            window, held = [], 0
    if window:
        yield _longest_first(window)


def _longest_first(items: list[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (-len(item[1].text), item[0]))


def _words(found: pa.Table) -> int:
    """The words of documents, nearly: their spaces."""
    import pyarrow.compute as pc  # which takes a while, and a run without anything new does without

    return int(pc.sum(pc.count_substring(found["text"], " ")).as_py() or 0)
