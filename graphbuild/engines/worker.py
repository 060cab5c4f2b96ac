"""A process of `graphbuild.engines.pool`: it gets a task, says that it is ready, and answers batches."""

from __future__ import annotations

import os
import pickle
import queue
import sys
from threading import Thread
from typing import BinaryIO

from graphbuild.engines.task import Item, Task, work

__all__ = ["worker"]


def worker(inward: BinaryIO, outward: BinaryIO) -> None:
    """Answer batches of documents until there are no more.

    Parameters
    ----------
    inward : BinaryIO
        A `Task`, then lists of (str, Document), pickled.
    outward : BinaryIO
        True or the error of loading the pipeline, then what `graphbuild.engines.task.work` yields, pickled.
    """
    batches: queue.Queue[list[Item] | None] = queue.Queue()
    task: Task = pickle.load(inward)
    nlp = None
    try:
        from graphbuild.extract.models.loading import load

        nlp = load(task.model)
        _send(outward, True)
    except Exception as exc:
        _send(outward, exc)
        return
    Thread(target=_listen, args=(inward, batches), daemon=True).start()
    while (batch := batches.get()) is not None:
        try:
            for answer in work(batch, nlp, task):
                _send(outward, answer)
        except Exception as exc:
            _send(outward, exc)


def _listen(inward: BinaryIO, batches: queue.Queue[list[Item] | None]) -> None:
    """Fetch batches; where the process that gives them out is gone, there is nobody to work for."""
    try:
        while True:
            batches.put(pickle.load(inward))
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _send(outward: BinaryIO, told: object) -> None:
    try:
        pickle.dump(told, outward, protocol=pickle.HIGHEST_PROTOCOL)
        outward.flush()
    except OSError:  # nobody to work for
        os._exit(0)


def _main() -> None:
    """Keep the way out for answers: what a library prints goes to standard error."""
    outward = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    worker(sys.stdin.buffer, outward)


if __name__ == "__main__":
    _main()
