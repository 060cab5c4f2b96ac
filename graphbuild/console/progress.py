"""What a run tells while it is at work: a line that lives, nothing at all, or JSON for programs."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress

    from graphbuild.records import Skip

__all__ = ["progress"]

_LOG = logging.getLogger("graphbuild")
_SOON = 2.0  # seconds; a shorter run needs no line
_FIGURES = ("stage", "articles", "of", "words", "seconds", "path", "reason")


@contextmanager
def progress(skips: Sequence[Skip], *, quiet: bool = False, log_json: bool = False) -> Iterator[None]:
    """Tell on standard error how far a run is, while it is at work.

    On a terminal, after two seconds, how many of the articles are read, words a second, the time left and how
    many were left out. Notes go above it.

    Parameters
    ----------
    skips : sequence of Skip
        What was left out so far; it grows.
    quiet : bool
        Tell neither this nor notes.
    log_json : bool
        Tell everything as JSON, an object a line: ``message``, ``level``, ``after`` (seconds since the run
        began), and where there are any ``stage, articles, of, words, seconds``, and at the end a line with
        ``path`` and ``reason`` for each article that was left out.

    Examples
    --------
    >>> with progress([], quiet=True):
    ...     logging.getLogger("graphbuild").warning("nobody hears of it")
    """
    handler: logging.Handler
    if quiet:
        handler = logging.NullHandler()
    elif log_json:
        handler = _Json()
    elif sys.stderr is not None and sys.stderr.isatty():
        handler = _Line(skips)
    else:
        yield
        return
    level, heard = _LOG.level, _LOG.propagate
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    try:
        yield
        if log_json:
            for skip in skips:
                told = {"path": skip.path, "reason": skip.reason}
                _LOG.info("not read" if skip.passed else "left out", extra=told)
    finally:
        _LOG.propagate = heard
        _LOG.setLevel(level)
        _LOG.removeHandler(handler)
        handler.close()


class _Json(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self._began = monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        told: dict[str, Any] = {
            "message": record.getMessage(),
            "level": record.levelname.lower(),
            "after": round(monotonic() - self._began, 1),
        }
        told |= {name: getattr(record, name) for name in _FIGURES if hasattr(record, name)}
        print(json.dumps(told), file=sys.stderr, flush=True)


class _Line(logging.Handler):
    """The line; it is drawn where there is more to wait for."""

    def __init__(self, skips: Sequence[Skip]) -> None:
        super().__init__()
        self._skips, self._began = skips, monotonic()
        self._bar: Progress | None = None

    def emit(self, record: logging.LogRecord) -> None:
        from graphbuild.report.plain import plain

        if record.levelno >= logging.WARNING:
            print(f"Note: {plain(record.getMessage())}", file=sys.stderr)
        elif hasattr(record, "articles") and monotonic() - self._began > _SOON:
            self._draw(record.articles, getattr(record, "of", 0), getattr(record, "words", 0))
        elif hasattr(record, "stage"):
            self.close()

    def _draw(self, done: int, total: int, words: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        if self._bar is None:
            columns = (
                TextColumn("Articles"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"),
                TimeRemainingColumn(), TextColumn("{task.fields[lost]}"),
            )  # fmt: skip
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("", pace="", lost="")
            self._bar.start()
        lost = sum(not skip.passed for skip in self._skips)
        self._bar.update(
            self._bar.task_ids[0],
            completed=done,
            total=total,
            pace=f"{words / (monotonic() - self._began):,.0f} words/s",
            lost=f"{lost:,} left out" if lost else "",
        )

    def close(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        super().close()
