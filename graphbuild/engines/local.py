"""Extraction on this machine: in this process, or in several that each load the pipeline once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from graphbuild.engines.batches import batches
from graphbuild.engines.pool import pool
from graphbuild.engines.task import Item, Task, work

__all__ = ["local", "suited"]

_WORTH = 30_000  # characters for which to start a process
_MEMORY = 1_500_000_000  # bytes that a process may come to take


def local(
    items: Iterable[Item], task: Task, *, workers: int = 0, timeout: float | None = None
) -> Iterator[tuple[str, pa.Table | str]]:
    """Extract from documents.

    Parameters
    ----------
    items : iterable of (str, Document)
        Fetched as they are wanted; those of like length should stand together.
    task : Task
    workers : int
        Processes; 0 is this one.
    timeout : float, optional
        Seconds that one document may take, where a process can be ended.

    Yields
    ------
    (str, pyarrow.Table or str)
        Key, and the extraction as `graphbuild.store.codec.encode` has it or why there is none, as they come.

    Raises
    ------
    GraphbuildError
        The pipeline cannot be loaded, or no process started.
    """
    groups = batches(items)
    if workers:
        yield from pool(groups, task, workers=workers, timeout=timeout)
        return
    from graphbuild.extract.models.loading import load

    nlp = load(task.model)
    for batch in groups:
        yield from work(batch, nlp, task)


def suited(items: Sequence[Item], timed: bool = False) -> int:
    """How many processes suit some documents: as many as there are cores, memory and work for.

    Parameters
    ----------
    items : sequence of (str, Document)
    timed : bool
        Whether time is limited, which takes a process at least.

    Returns
    -------
    int
        0 where starting one would take longer than the work.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> suited([("k", Document("a", "Rain fell."))])
    0
    """
    characters = sum(len(document.text) for _, document in items)
    if len(items) < 2 or characters < 2 * _WORTH:
        return int(timed)
    return max(1, min(len(items), characters // _WORTH, _cores(), _memory() // _MEMORY))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> int:
    """Bytes of the machine's memory; where the system does not tell, enough."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 1 << 40
