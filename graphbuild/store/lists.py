"""Which documents of a store an output is made of: kept under the hash of the list."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graphbuild.disk.atomic import whole
from graphbuild.errors import InputError

__all__ = ["FOLDER", "kept", "listed"]

FOLDER = "lists"
"""The folder of the lists in a store."""


def listed(store: Path, articles: Iterable[tuple[str, str]]) -> str:
    """Keep a list.

    Parameters
    ----------
    store : Path
        Folder of a store.
    articles : iterable of (str, str)
        Key and path of each document.

    Returns
    -------
    str
        What `kept` finds it by: the same documents, in whatever order, the same.

    Raises
    ------
    InputError
        The store cannot be written to.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     told = listed(Path(name), [("k", "a.txt"), ("j", "b.txt")])
    ...     kept(Path(name), told)
    {'j': 'b.txt', 'k': 'a.txt'}
    """
    rows = sorted(articles)
    sums = blake2b(digest_size=16)
    for row in rows:
        sums.update(repr(row).encode("utf-8", "backslashreplace"))
    path = store / FOLDER / f"{sums.hexdigest()}.parquet"
    if not path.exists():
        columns = {
            "key": pa.array([key for key, _ in rows], pa.string()),
            "path": pa.array([file.encode("utf-8", "surrogatepass") for _, file in rows], pa.binary()),
        }
        try:
            with whole(path) as part:
                pq.write_table(pa.table(columns), part, compression="zstd")
        except OSError as exc:
            raise InputError(
                f"{store} cannot be written to ({exc.strerror or exc}): free some space"
            ) from exc
    return path.stem


def kept(store: Path, name: str) -> dict[str, str]:
    """A list that was kept.

    Parameters
    ----------
    store : Path
    name : str
        As `listed` gave it.

    Returns
    -------
    dict of str to str
        Paths by key, in order of the keys.

    Raises
    ------
    InputError
        It is not there, or cannot be read.
    """
    path = store / FOLDER / f"{Path(name).name}.parquet"
    try:
        table = pq.read_table(path)
        paths = [file.decode("utf-8", "surrogatepass") for file in table["path"].to_pylist()]
        return dict(zip(table["key"].to_pylist(), paths, strict=True))
    except (OSError, ValueError, KeyError) as exc:
        raise InputError(f"{path} cannot be read ({exc}): build again from the articles") from exc
