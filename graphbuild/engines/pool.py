"""Processes that extract from batches of documents, one of them after the other.

Each is a program of its own (`graphbuild.engines.worker`), not a copy of this process, so that it is the
same on Linux, macOS and Windows, needs no guard in a user's script, loads the pipeline itself, once, and
computes with one thread. It is told of batches through its standard input and answers document by document.
One that dies or takes too long is replaced; the documents of its batch are then read one at a time, and the
one that did it is left out.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import Any

import psutil
import pyarrow as pa

from graphbuild.engines.task import Item, Task
from graphbuild.engines.threads import ONE_THREAD
from graphbuild.errors import GraphbuildError

__all__ = ["Pool", "pool"]

_PROGRAM = ("-m", "graphbuild.engines.worker")
_START = 600.0  # seconds that loading may take
_AT_LEAST = 60.0  # seconds for any document
_PACE = 500.0  # characters a second that the slowest machine reads
_LIFE = 30_000_000  # characters after which a process is replaced: spaCy's vocabulary only ever grows
_Answer = tuple[str, "pa.Table | str"] | BaseException | None


def pool(
    batches: Iterator[list[Item]], task: Task, *, workers: int, timeout: float | None = None
) -> Iterator[tuple[str, pa.Table | str]]:
    """Extract from batches of documents.

    Parameters
    ----------
    batches : iterator of list of (str, Document)
        Fetched when a process is about to need one.
    task : Task
    workers : int
        Processes, at least 1.
    timeout : float, optional
        Seconds that one document may take; if not given a minute, and a second more for 500 characters.

    Yields
    ------
    (str, pyarrow.Table or str)
        As `graphbuild.engines.task.work`, in whatever order.

    Raises
    ------
    GraphbuildError
        As it was raised in a process, or because none can be started.
    """
    with closing(Pool(task, workers=workers, timeout=timeout)) as processes:
        yield from processes.answers(batches)


class Pool:
    """Processes that are kept, with the pipeline loaded, until they are closed.

    Parameters
    ----------
    task, workers, timeout
        As for `pool`.
    """

    def __init__(self, task: Task, *, workers: int, timeout: float | None = None) -> None:
        self._todo: queue.Queue[list[Item] | None] = queue.Queue()
        self._answers: queue.Queue[_Answer] = queue.Queue()
        self._served = [_Served(task, timeout, self._todo, self._answers) for _ in range(workers)]
        for one in self._served:
            one.start()

    def answers(self, batches: Iterator[list[Item]]) -> Iterator[tuple[str, pa.Table | str]]:
        """Extract from batches of documents, as `pool`; one who does not take all answers is to close.

        Parameters
        ----------
        batches : iterator of list of (str, Document)

        Yields
        ------
        (str, pyarrow.Table or str)
        """
        out = 0  # batches that are given out and not answered: so many documents memory holds
        more = True
        while more or out:
            while more and out < 2 * len(self._served):
                batch = next(batches, None)
                more = batch is not None
                if batch:
                    self._todo.put(batch)
                    out += 1
            if out:
                answer = self._answers.get()
                if isinstance(answer, BaseException):
                    raise answer
                if answer is None:
                    out -= 1
                else:
                    yield answer

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for one in self._served:
            self._todo.put(None)
            one.end()


class _Served(Thread):
    """One process with what is waiting for it; ``None`` is answered at the end of each batch."""

    def __init__(
        self,
        task: Task,
        timeout: float | None,
        todo: queue.Queue[list[Item] | None],
        answers: queue.Queue[_Answer],
    ) -> None:
        super().__init__(daemon=True)
        self._task, self._timeout, self._todo, self._answers = task, timeout, todo, answers
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0
        self._ended = False

    def run(self) -> None:
        try:
            while not self._ended and (batch := self._todo.get()) is not None:
                parts = deque([batch])
                while parts and not self._ended:
                    parts.extend([item] for item in self._answered(parts.popleft()))
                self._answers.put(None)
        except BaseException as exc:
            self._answers.put(exc)
        finally:
            self._kill()

    def end(self) -> None:
        """Stop, whatever it is at."""
        self._ended = True
        self._kill()

    def _answered(self, items: list[Item]) -> list[Item]:
        """Pass on the answers for some documents, and give back those that are to be read alone."""
        process = self._running()
        left = deque(items)
        late: list[bool] = []
        try:
            _send(process, items)
            self._read += sum(len(document.text) for _, document in items)
            while left:
                answer = self._received(process, self._limit(left), late)
                if isinstance(answer, BaseException):
                    raise answer
                left.popleft()
                self._answers.put(answer)
        except (OSError, EOFError, pickle.UnpicklingError):
            self._kill()
            if self._ended:
                return []
            if len(items) > 1:
                return [*left]
            reason = "takes too long" if late else "ends the process that reads it (out of memory?)"
            self._answers.put((items[0][0], f"{reason}: split it, or leave it out"))
        if self._read > _LIFE:
            self._kill()
        return []

    def _limit(self, items: Sequence[Item]) -> float:
        """Seconds of work until the next answer: documents of a batch are read side by side."""
        seconds = _AT_LEAST + sum(len(document.text) for _, document in items) / _PACE
        if self._timeout is not None:
            return self._timeout if len(items) == 1 else min(self._timeout * len(items), seconds)
        return seconds

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, once it says that it is ready."""
        if self._process and self._process.poll() is not None:
            self._kill()
        if self._process is None:
            self._process, self._read = _started(), 0
            try:
                _send(self._process, self._task)
                ready = self._received(self._process, _START, [])
            except (OSError, EOFError, pickle.UnpicklingError) as exc:
                self._kill()
                raise GraphbuildError("no process can be started to read articles: try --workers 0") from exc
            if isinstance(ready, BaseException):
                raise ready
        return self._process

    def _received(self, process: subprocess.Popen[bytes], limit: float, late: list[bool]) -> Any:
        answered = Event()
        Thread(target=_watch, args=(process, limit, answered, late), daemon=True).start()
        try:
            assert process.stdout
            return pickle.load(process.stdout)
        finally:
            answered.set()

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                try:
                    if stream:
                        stream.close()
                except (OSError, ValueError):
                    pass


def _watch(process: subprocess.Popen[bytes], limit: float, answered: Event, late: list[bool]) -> None:
    """End a process that has worked for so many seconds without an answer, or has done nothing for as long.

    Its own time counts, not that of the clock: on a busy machine nothing takes too long for that reason.
    """
    try:
        watched = psutil.Process(process.pid)
        began = worked = _worked(watched)
        since = time.monotonic()
        while not answered.wait(min(1.0, limit / 4)):
            now = _worked(watched)
            if now > worked:
                worked, since = now, time.monotonic()
            if now - began >= limit or time.monotonic() - since >= limit:
                late.append(True)
                process.kill()
                return
    except psutil.Error:
        return  # it has ended by itself


def _worked(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _started() -> subprocess.Popen[bytes]:
    here = Path(__file__).parents[2]
    path = os.pathsep.join([str(here), *(str(Path(place or ".").absolute()) for place in sys.path)])
    return subprocess.Popen(
        [sys.executable, "-P", *_PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **ONE_THREAD, "PYTHONPATH": path},
        start_new_session=True,  # Ctrl-C is for this process, which then ends the others
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same on Windows
    )


def _send(process: subprocess.Popen[bytes], told: object) -> None:
    assert process.stdin
    pickle.dump(told, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
