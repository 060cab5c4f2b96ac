"""Files and folders that take the place of earlier ones only when they are complete."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from graphbuild.errors import InputError

if TYPE_CHECKING:
    from graphbuild.exports import Format, Tables

__all__ = ["write"]

_MARK = ".graphbuild"  # in a folder that an export wrote, and the next may replace


def write(made: Format, network: Tables, path: Path) -> None:
    """Write a network in a format.

    Parameters
    ----------
    made : Format
    network : Network
    path : Path
        What is there stays whole if anything fails.

    Raises
    ------
    InputError
        A library that the format needs is not installed, the path cannot be written, or a folder is to be
        replaced that was not written so.
    """
    part = path.with_name(f".{path.name}.part{path.suffix.lower()}")
    try:
        made.write(network, part)
        if made.folder:
            _swapped(part, path)
        else:
            part.replace(path)
    except ImportError as exc:
        need = f'pip install "graphbuild[{made.extra}]"'
        raise InputError(f"{path} needs {exc.name}, which is not installed: {need}") from exc
    except OSError as exc:
        raise InputError(f"{path} cannot be written: {exc.strerror or exc}; choose another place") from exc
    finally:
        if part.is_dir():
            rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def _swapped(part: Path, path: Path) -> None:
    """Put a finished folder in the place of none, an empty one, or one that has our mark."""
    (part / _MARK).touch()
    earlier = path.with_name(f".{path.name}.earlier")
    if path.exists():
        if not (path / _MARK).is_file() and (not path.is_dir() or any(path.iterdir())):
            raise InputError(f"{path} is there and no export of ours: name another folder")
        path.replace(earlier)
    part.replace(path)
    rmtree(earlier, ignore_errors=True)
