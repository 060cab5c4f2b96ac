"""Documents in batches: what a process is given at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphbuild.engines.task import Item

__all__ = ["batches"]

_CHARACTERS = 20_000  # some seconds of work
_MOST = 16  # documents


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Documents in batches that take about as long as each other, but for a long document, which is one.

    Parameters
    ----------
    items : iterable of (str, Document)
        Fetched as they are wanted; those of like length should stand together.

    Yields
    ------
    list of (str, Document)
        In order, none empty.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> [len(batch) for batch in batches([("k", Document("a", "Rain fell."))] * 40)]
    [16, 16, 8]
    """
    batch: list[Item] = []
    held = 0
    for item in items:
        batch.append(item)
        held += len(item[1].text)
        if held >= _CHARACTERS or len(batch) >= _MOST:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
