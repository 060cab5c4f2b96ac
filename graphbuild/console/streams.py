"""The standard streams, whatever state a program is started with: closed, full, or unable to show a name."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

__all__ = ["streams", "working_folder"]


def streams() -> _Forgiving:
    """See to it that standard input, output and error can be used, and give standard output.

    What is closed is opened to nowhere, since the next file that a library opened would get its number, and
    what is printed would go into that file. What cannot be written is remembered and passed over: the work
    goes on, and whoever asks for ``problem`` at the end can tell.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
    if sys.stdin is None:
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    out, err = (
        _Forgiving(stream or os.fdopen(number, "w", encoding="utf-8", errors="replace", closefd=False))
        for number, stream in ((1, sys.stdout), (2, sys.stderr))
    )
    sys.stdout, sys.stderr = out, err
    return out


def working_folder() -> bool:
    """Whether the folder in which the program was started is still there; relative paths mean nothing else.

    Examples
    --------
    >>> working_folder()
    True
    """
    try:
        return bool(Path.cwd())
    except OSError:
        return False


class _Forgiving:
    """A stream that takes what it is given; ``problem`` is what kept it from being written, if anything."""

    def __init__(self, stream: Any) -> None:
        stream.reconfigure(errors="replace")  # a console that cannot show a name
        self._stream = stream
        self.problem: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return int(self._stream.write(text))
        except OSError as exc:
            self._note(exc)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as exc:
            self._note(exc)

    def _note(self, problem: OSError) -> None:
        if problem.errno == errno.EPIPE:  # who reads has had enough
            raise problem
        self.problem = problem
