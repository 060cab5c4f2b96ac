"""The extractions of one recipe, put into a store and found again."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from time import monotonic

import pyarrow as pa
import pyarrow.parquet as pq

from graphbuild.disk.atomic import whole
from graphbuild.errors import InputError
from graphbuild.records import Document, Extraction
from graphbuild.store.codec import decode, documents
from graphbuild.store.recipe import Recipe

__all__ = ["PART", "RECIPE", "SIGN", "Store", "is_store", "named", "read_part", "recipe_folders"]

_LOG = logging.getLogger(__name__)

SIGN = "store.json"
"""The file that tells of a folder that it is a store."""

_SIGNED = {"graphbuild store": 1}

PART = re.compile(r"part-[0-9a-f]{32}\.parquet")

RECIPE = "recipe.json"
"""The file that tells of a folder in a store which recipe it is of."""

_LEXICON = "lexicon.csv"
_LONGEST = 8_000_000  # characters of text in a part
_MOST = 512  # documents in a part
_WAIT = 10.0  # seconds after which what was found is written, so that a killed run loses no more
_DOCUMENT = ["key", "escaped", *(name for name in Document.__annotations__)]


class Store:
    """The extractions of one recipe.

    Parameters
    ----------
    folder : Path
        Made when the first part is written.
    recipe : Recipe

    Raises
    ------
    InputError
        The folder cannot be read, or is something else.

    Examples
    --------
    >>> import tempfile
    >>> from graphbuild.records import Document
    >>> from graphbuild.store.codec import encode
    >>> one = Extraction(Document("d", "Rain fell."), ((0, 10),), (), ())
    >>> with tempfile.TemporaryDirectory() as name:
    ...     store = Store(Path(name, "store"), Recipe({"pipeline": "x"}))
    ...     store.put(encode([("k", one)]))
    ...     store.flush()
    ...     again = Store(Path(name, "store"), Recipe({"pipeline": "x"}))
    ...     "k" in again, list(again.get(["k"])) == [("k", one)]
    (True, True)
    """

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.folder = folder
        self.recipe = recipe
        self._waiting: list[pa.Table] = []
        self._held = 0
        self._since = monotonic()
        self._parts: dict[str, dict[str, int]] = {}
        self._where: dict[str, str] = {}  # part
        try:
            str(folder.absolute()).encode("utf-8")  # Parquet's library opens no others
            if folder.exists() and not is_store(folder) and any(folder.iterdir()):
                raise InputError(f"{folder} is no store: name another folder, or one that is to be made")
            self._look()
        except (OSError, ValueError) as exc:
            raise InputError(f"{folder} cannot be the store: {getattr(exc, 'strerror', exc)}") from exc

    def __contains__(self, key: str) -> bool:
        return key in self._where

    def __len__(self) -> int:
        return len(self._where)

    def put(self, found: pa.Table) -> None:
        """Keep what `graphbuild.store.codec.encode` made; it is on the disk after some seconds, or `flush`.

        Parameters
        ----------
        found : pyarrow.Table

        Raises
        ------
        InputError
            The store cannot be written to.
        """
        self._waiting.append(found)
        self._held += found.nbytes
        rows = sum(table.num_rows for table in self._waiting)
        if self._held >= _LONGEST or rows >= _MOST or monotonic() - self._since >= _WAIT:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be written.

        Raises
        ------
        InputError
            The store cannot be written to.
        """
        if self._waiting:
            table = pa.concat_tables(self._waiting)
            try:
                self._sign()
                name = named(self._home, table)
            except OSError as exc:
                reason = exc.strerror or exc
                raise InputError(
                    f"{self.folder} cannot be written to ({reason}): free some space, or take another --store"
                ) from exc
            self._learn(name, table)
        self._waiting, self._held, self._since = [], 0, monotonic()

    @property
    def lexicon(self) -> Path:
        """The user's own lexicon, where the recipe has one."""
        return self._home / _LEXICON

    def get(self, keys: Collection[str]) -> Iterator[tuple[str, Extraction]]:
        """What was found in documents that are in the store.

        Parameters
        ----------
        keys : collection of str

        Yields
        ------
        (str, Extraction)
            Part by part.

        Raises
        ------
        InputError
            A part has gone or changed since the store was opened.
        """
        for table in self.tables(keys):
            yield from decode(table)

    def documents(self, keys: Collection[str]) -> Iterator[tuple[str, Document]]:
        """The documents themselves; as `get`, without what was found in them."""
        for table in self.tables(keys, _DOCUMENT):
            yield from documents(table)

    def tables(self, keys: Collection[str], columns: list[str] | None = None) -> Iterator[pa.Table]:
        """What was found, as `graphbuild.store.codec.encode` has it, or some columns of it; else as `get`."""
        wanted: dict[str, list[str]] = {}
        for key in keys:
            wanted.setdefault(self._where[key], []).append(key)
        for name, here in wanted.items():
            try:
                table = read_part(self._home / name, columns)
            except (OSError, ValueError) as exc:
                del self._parts[name]
                self._look()
                if any(self._where[key] == name for key in here):
                    raise InputError(f"{self._home / name} cannot be read ({exc}): build again") from exc
                yield from self.tables(here, columns)  # another run has put them together elsewhere
                continue
            rows = self._parts[name]
            yield table.take(pa.array([rows[key] for key in here])) if len(here) < len(rows) else table

    @property
    def _home(self) -> Path:
        return self.folder / self.recipe.name

    def _sign(self) -> None:
        if not (self.folder / SIGN).exists():
            _write(self.folder / SIGN, _SIGNED)
        if not (self._home / RECIPE).exists():
            if self.recipe.lexicon is not None:
                with whole(self.lexicon) as part:
                    part.write_bytes(self.recipe.lexicon)
            _write(self._home / RECIPE, self.recipe.facts)

    def _look(self) -> None:
        """Learn which documents are in which part; a broken part is as good as none."""
        for path in sorted(self._home.glob("part-*.parquet")):
            if path.name not in self._parts and PART.fullmatch(path.name):
                try:
                    self._learn(path.name, read_part(path, ["key"]))
                except (OSError, ValueError) as exc:
                    _LOG.warning("%s cannot be read (%s): its articles are read anew", path, exc)

    def _learn(self, name: str, table: pa.Table) -> None:
        keys = table["key"].to_pylist()
        self._parts[name] = {key: row for row, key in enumerate(keys)}
        self._where.update(dict.fromkeys(keys, name))


def is_store(folder: Path) -> bool:
    """Whether a folder is a store.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    bool
    """
    try:
        return bool(json.loads((folder / SIGN).read_text(encoding="utf-8")) == _SIGNED)
    except (OSError, ValueError, RecursionError):
        return False


def named(folder: Path, table: pa.Table) -> str:
    """Write a part and give the name that its content has.

    Parameters
    ----------
    folder : Path
    table : pyarrow.Table

    Returns
    -------
    str
    """
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    content = sink.getvalue()
    name = f"part-{blake2b(content, digest_size=16).hexdigest()}.parquet"
    with whole(folder / name) as part:  # in the place of a broken one, too
        part.write_bytes(content)
    return name


def read_part(path: Path, columns: list[str] | None = None) -> pa.Table:
    """Read a part.

    Parameters
    ----------
    path : Path
    columns : list of str, optional
        All if not given.

    Returns
    -------
    pyarrow.Table

    Raises
    ------
    OSError, ValueError
        It is gone, broken or not what it was when it was written.
    """
    content = path.read_bytes()
    if path.name != f"part-{blake2b(content, digest_size=16).hexdigest()}.parquet":
        raise ValueError("it is not as it was written")
    return pq.read_table(pa.BufferReader(content), columns=columns)


def recipe_folders(folder: Path) -> list[Path]:
    """The folders of a store, one for each recipe."""
    return sorted(path.parent for path in folder.glob(f"*/{RECIPE}"))


def _write(path: Path, told: Mapping[str, object]) -> None:
    with whole(path) as part:
        part.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")
