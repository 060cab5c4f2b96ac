"""What an output has in its store, whether all of it is whole, and what of the store nobody needs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from graphbuild.errors import InputError
from graphbuild.store.lists import FOLDER, kept
from graphbuild.store.recipe import Recipe
from graphbuild.store.store import PART, RECIPE, Store, is_store, named, read_part, recipe_folders

__all__ = ["Checked", "Cleaned", "check", "clean", "located"]

_TOGETHER = 8_000_000  # bytes of a part that small ones are put together in


@dataclass(frozen=True, slots=True)
class Checked:
    """How a store is: its ``parts``, the ``documents`` in them, those ``broken``, and why."""

    parts: int
    documents: int
    broken: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What was taken out of a store: ``documents``, ``files``, and ``size`` in bytes."""

    documents: int
    files: int
    size: int


def located(output: Path, place: Mapping[str, str]) -> tuple[Path, Store, dict[str, str]]:
    """The store of an output.

    Parameters
    ----------
    output : Path
    place : mapping
        What the manifest tells of it: ``folder``, ``recipe`` and ``articles``.

    Returns
    -------
    (Path, Store, dict of str to str)
        Its folder, the store of the output's recipe, and the output's documents: path by key.

    Raises
    ------
    InputError
        The store or some of what the output needs of it is not there.
    """
    try:
        folder, name = output / place["folder"], place["recipe"]
        facts = json.loads((folder / Path(name).name / RECIPE).read_text(encoding="utf-8"))
        paths = kept(folder, place["articles"])
    except (OSError, ValueError, RecursionError, KeyError, TypeError) as exc:
        raise InputError(f"the store of {output} cannot be read ({exc}): build again") from exc
    words = folder / Path(name).name / "lexicon.csv"
    store = Store(folder, Recipe(facts, words.read_bytes() if words.exists() else None))
    if lost := [path for key, path in paths.items() if key not in store]:
        raise InputError(
            f"{folder} no longer has {len(lost):,} of the articles ({lost[0]}): build again from the articles"
        )
    return folder, store, paths


def check(folder: Path) -> Checked:
    """Read all parts of a store.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    Checked

    Raises
    ------
    InputError
        It is no store.

    Examples
    --------
    >>> check(Path("nowhere"))
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere is no store
    """
    broken: list[tuple[Path, str]] = []
    keys: set[str] = set()
    parts = 0
    for path in _parts(folder):
        parts += 1
        try:
            keys.update(f"{path.parent.name} {key}" for key in read_part(path)["key"].to_pylist())
        except (OSError, ValueError, KeyError) as exc:
            broken.append((path, str(exc)))
    return Checked(parts, len(keys), tuple(broken))


def clean(folder: Path, wanted: tuple[str, Mapping[str, str], str] | None = None) -> Cleaned:
    """Take out of a store what is broken or left of killed runs, and put small parts together.

    Parameters
    ----------
    folder : Path
    wanted : tuple, optional
        Recipe, documents (path by key) and list of the one output that the store is for: all else goes too.
        If not given, other outputs may need what is whole.

    Returns
    -------
    Cleaned

    Raises
    ------
    InputError
        It is no store, or cannot be written to.
    """
    before = _sizes(folder)
    gone = check(folder).documents
    try:
        for path in (*folder.rglob(".part-*"), *(path for path, _ in check(folder).broken)):
            path.unlink(missing_ok=True)
        if wanted:
            recipe, keys, articles = wanted
            for home in recipe_folders(folder):
                if home.name != recipe:
                    shutil.rmtree(home)
            for path in (folder / FOLDER).glob("*.parquet"):
                if path.stem != articles:
                    path.unlink()
        for home in recipe_folders(folder):
            _together(home, keys if wanted else None)
    except OSError as exc:
        raise InputError(f"{folder} cannot be cleaned: {exc.strerror or exc}") from exc
    after = _sizes(folder)
    size = sum(before.values()) - sum(after.values())
    return Cleaned(gone - check(folder).documents, len(before.keys() - after.keys()), max(0, size))


def _together(home: Path, wanted: Mapping[str, str] | None) -> None:
    """Put the parts of one recipe together, each document once and only what is wanted."""
    seen: set[str] = set()
    waiting: list[pa.Table] = []
    made: set[str] = set()

    def write() -> None:
        if waiting:
            made.add(named(home, pa.concat_tables(waiting)))
            waiting.clear()

    parts = sorted(path for path in home.glob("part-*.parquet") if PART.fullmatch(path.name))
    for path in parts:
        table = read_part(path)
        keys = table["key"].to_pylist()
        rows = [row for row, key in enumerate(keys) if key not in seen and (wanted is None or key in wanted)]
        seen.update(keys)
        if len(rows) == len(keys) and table.nbytes >= _TOGETHER:
            made.add(path.name)
        elif rows:
            waiting.append(table.take(pa.array(rows)))
            if sum(one.nbytes for one in waiting) >= _TOGETHER:
                write()
    write()
    for path in parts:
        if path.name not in made:
            path.unlink()


def _parts(folder: Path) -> Iterator[Path]:
    if not is_store(folder):
        raise InputError(f"{folder} is no store")
    for home in recipe_folders(folder):
        yield from sorted(path for path in home.glob("part-*.parquet") if PART.fullmatch(path.name))


def _sizes(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
