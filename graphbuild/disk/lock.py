"""One process at a time in an output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from graphbuild.errors import InputError

__all__ = ["locked"]

_NAME = ".graphbuild.lock"


@contextmanager
def locked(folder: str | Path) -> Iterator[None]:
    """Keep other builds out of an output folder; the system takes the lock from a process that dies.

    Parameters
    ----------
    folder : str or Path
        Made if need be; one that was made and is still empty at the end goes again.

    Raises
    ------
    InputError
        Another process is at work in it, or it cannot be made or written to.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name, locked(name), locked(name):
    ...     pass
    Traceback (most recent call last):
    graphbuild.errors.InputError: another run is at work in ...: wait for it, or choose another output folder
    """
    folder = Path(folder)
    lock = FileLock(folder / _NAME, thread_local=False)
    try:
        made = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout as exc:
        raise InputError(
            f"another run is at work in {folder}: wait for it, or choose another output folder"
        ) from exc
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or exc
        raise InputError(f"{folder} cannot be the output folder: {reason}; choose another one") from exc
    try:
        yield
    finally:
        with suppress(OSError):
            (folder / _NAME).unlink()  # while it is held: whoever had opened it sees that it is gone
        lock.release()
        with suppress(OSError):
            for path in made:
                path.rmdir()
