"""Articles added to an output and taken out of it: what results is what one build of all would give."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuild.build.make import make
from graphbuild.errors import InputError
from graphbuild.network import Network
from graphbuild.records import Document, Skip
from graphbuild.vocabulary import Engine

if TYPE_CHECKING:
    from graphbuild.store import Store
    from graphbuild.store.upkeep import Checked, Cleaned

__all__ = ["add", "check", "clean", "remove"]


def add(
    output: str | Path,
    paths: str | Path | Sequence[str | Path],
    *,
    columns: Mapping[str, str | Sequence[str]] | None = None,
    encoding: str | None = None,
    workers: int | None = None,
    engine: str = Engine.local,
    master: str = "",
    on_skip: Callable[[Skip], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Network:
    """Add articles to an output, with the options and corrections that it was built with.

    Parameters
    ----------
    output : str or Path
        Output folder of a build with a store.
    paths : str, Path or sequence of them
        As `graphbuild.build.build` takes them. What the output has from a file that is given again is
        replaced by what the file holds now.
    columns, encoding
        As for `graphbuild.build.build`; those of the build if not given.
    workers, engine, master, on_skip, progress
        As for `graphbuild.build.build`.

    Returns
    -------
    Network
        Of all articles.

    Raises
    ------
    InputError
        The folder holds no output of a build with a store, or its store has lost some of it.
    NothingToRead
        No document comes out of the paths, and none was there.

    Examples
    --------
    >>> add("nowhere", "more.txt")
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no output of a build: name the output folder of one
    """
    from graphbuild.output import made_here, within
    from graphbuild.read import read
    from graphbuild.read.files import files, given
    from graphbuild.read.formats import FORMATS, PACKED

    paths = given(paths)
    with _opened(output) as earlier:
        names = files(paths, {*FORMATS, *PACKED}, made_here)
        again = {Path(name).resolve() for name in names if isinstance(name, str) and name != "-"}
        skips = [skip for skip in earlier.skips if not _among(skip.path, again)]

        def skip(left_out: Skip) -> None:
            if not (left_out.passed and within(left_out.path, output)):
                skips.append(left_out)
                if on_skip:
                    on_skip(left_out)

        options = earlier.told["options"]
        documents = read(
            paths,
            columns=options["columns"] if columns is None else columns,
            encoding=options["encoding"] if encoding is None else encoding,
            day_first=options["day_first"],
            on_skip=skip,
            made=made_here,
            before=(document for document in earlier.documents() if not _among(document.path, again)),
        )
        given_now = [str(path) for path in paths]
        both = dict.fromkeys([*options["paths"], *given_now])
        inputs = [entry for entry in earlier.told["inputs"] if not _among(entry["path"], again)]
        return earlier.made(
            documents, {**options, "paths": [*both]}, inputs, skips, skip, workers, progress, engine, master
        )


def remove(
    output: str | Path,
    doc_ids: str | Collection[str],
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Network:
    """Take articles out of an output.

    Parameters
    ----------
    output : str or Path
        Output folder of a build with a store.
    doc_ids : str or collection of str
        As its table ``documents`` has them.
    workers, progress
        As for `graphbuild.build.build`; nothing is read anew unless graphbuild or the pipeline changed.

    Returns
    -------
    Network
        Of the articles that stay.

    Raises
    ------
    InputError
        As for `add`; a document is not there, or none would be left.

    Examples
    --------
    >>> remove("nowhere", "a")
    Traceback (most recent call last):
    graphbuild.errors.InputError: nowhere holds no output of a build: name the output folder of one
    """
    from graphbuild.read import read

    unwanted = {doc_ids} if isinstance(doc_ids, str) else {*doc_ids}
    with _opened(output) as earlier:
        there = {document.doc_id for document in earlier.documents()}
        if unknown := sorted(unwanted - there):
            more = f" and {len(unknown) - 1} more" if len(unknown) > 1 else ""
            raise InputError(
                f'{output} has no document "{unknown[0]}"{more}: documents.csv has them, in the column doc_id'
            )
        if there == unwanted:
            raise InputError(f"no document would be left in {output}: delete the folder instead")
        rest = (document for document in earlier.documents() if document.doc_id not in unwanted)
        stay = read([], before=rest)  # an id that stood for two contents may stand for one again
        skips = [*earlier.skips]
        return earlier.made(
            stay, earlier.told["options"], earlier.told["inputs"], skips, skips.append, workers, progress
        )


def check(output: str | Path) -> Checked:
    """Read all of the store of an output.

    Parameters
    ----------
    output : str or Path
        The output folder of a build, or a store.

    Returns
    -------
    graphbuild.store.upkeep.Checked

    Raises
    ------
    InputError
        There is no store.
    """
    from graphbuild.manifest.reading import read_whole
    from graphbuild.store import is_store
    from graphbuild.store.upkeep import check as run

    folder = Path(output)
    return run(folder if is_store(folder) else folder / read_whole(folder)["store"]["folder"])


def clean(output: str | Path) -> Cleaned:
    """Take out of the store of an output what it does not need, and put small parts together.

    Parameters
    ----------
    output : str or Path
        The output folder of a build, or a store. Of a store that is not in the output folder, other outputs
        may need what this one does not: there only what is broken goes.

    Returns
    -------
    graphbuild.store.upkeep.Cleaned

    Raises
    ------
    InputError
        There is no store, or another process is at work in the output folder.
    """
    from graphbuild.store import is_store
    from graphbuild.store.upkeep import clean as run

    if is_store(Path(output)):
        return run(Path(output))
    with _opened(output) as earlier:
        place = earlier.told["store"]
        if Path(place["folder"]).is_absolute():
            return run(earlier.folder)
        return run(earlier.folder, (place["recipe"], earlier.paths, place["articles"]))


def _among(path: str, files: Collection[Path]) -> bool:
    from graphbuild.read.files import origin

    return bool(files) and origin(path).resolve() in files


@contextmanager
def _opened(output: str | Path) -> Iterator[_Earlier]:
    """What is there to be changed, nobody else at work in it."""
    from graphbuild.manifest.reading import read_whole
    from graphbuild.output import at_work
    from graphbuild.store.upkeep import located

    output = Path(output)
    read_whole(output)  # before a folder is made for a lock
    with at_work(output):
        told = read_whole(output)
        folder, store, paths = located(output, told["store"])
        yield _Earlier(output, told, folder, store, paths)


@dataclass(frozen=True)
class _Earlier:
    """An output that is there: its manifest and what its store has of it."""

    output: Path
    told: Mapping[str, Any]
    folder: Path
    store: Store
    paths: Mapping[str, str]

    @property
    def skips(self) -> list[Skip]:
        return [Skip(entry["path"], entry["reason"]) for entry in self.told["skipped"]]

    def documents(self) -> Iterator[Document]:
        for key, document in self.store.documents(self.paths):
            yield replace(document, path=self.paths[key])

    def made(
        self,
        documents: Iterable[Document],
        options: Mapping[str, Any],
        inputs: Iterable[Mapping[str, str]],
        skips: list[Skip],
        on_skip: Callable[[Skip], None],
        workers: int | None,
        progress: Callable[[int, int], None] | None,
        engine: str = Engine.local,
        master: str = "",
    ) -> Network:
        from graphbuild.manifest.reading import applied
        from graphbuild.vocabulary import MANIFEST

        words, corrections = self.told["lexicon"], self.told["corrections"]
        laid = [Path(options["positions"])] if options.get("positions") else []
        return make(
            documents,
            options,
            output=self.output,
            store=self.folder,
            lexicon=self.store.lexicon if words else None,
            corrections=[replace(row, problem="") for row in applied(self.output / MANIFEST)],
            sources={
                "lexicon": words,
                "corrections": corrections.get("files", ()),
                "positions": laid,
                "inputs": inputs,
            },
            skips=skips,
            workers=workers,
            engine=engine,
            master=master,
            on_skip=on_skip,
            progress=progress,
        )
