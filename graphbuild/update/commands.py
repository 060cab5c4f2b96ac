"""The commands that change an output, and those of its store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.console.options import (
    COLUMNS,
    ENCODING,
    ENGINE,
    JSON,
    MASTER,
    OUTPUT,
    QUIET,
    WORKERS,
    done,
    pairs,
    tell,
)
from graphbuild.console.progress import progress
from graphbuild.vocabulary import Engine

if TYPE_CHECKING:
    from graphbuild.records import Skip

__all__ = ["add", "remove", "stored"]

stored = typer.Typer(
    help="The store of a build: is it whole, and what of it is not needed.", no_args_is_help=True
)


def add(
    output: Annotated[Path, OUTPUT],
    paths: Annotated[list[str], typer.Argument(help="Files, folders of them, or -, as for build.")],
    columns: Annotated[list[str] | None, COLUMNS] = None,
    encoding: Annotated[str | None, ENCODING] = None,
    workers: Annotated[int | None, WORKERS] = None,
    engine: Annotated[Engine, ENGINE] = Engine.local,
    master: Annotated[str, MASTER] = "",
    quiet: Annotated[bool, QUIET] = False,
    log_json: Annotated[bool, JSON] = False,
) -> None:
    """Add articles to an earlier build, with its options and corrections; the others are not read again."""
    from graphbuild.update import add as run

    skips: list[Skip] = []
    with progress(skips, quiet=quiet, log_json=log_json):
        network = run(
            output,
            paths,
            columns=pairs(columns) if columns else None,
            encoding=encoding,
            workers=workers,
            engine=engine,
            master=master,
            on_skip=skips.append,
        )
    done(network, output, skips, quiet=quiet, log_json=log_json)


def remove(
    output: Annotated[Path, OUTPUT],
    doc_ids: Annotated[
        list[str], typer.Argument(metavar="DOC_ID...", help="Ids of articles, as in documents.csv.")
    ],
    quiet: Annotated[bool, QUIET] = False,
    log_json: Annotated[bool, JSON] = False,
) -> None:
    """Take articles out of an earlier build, with its options and corrections."""
    from graphbuild.update import remove as run

    with progress([], quiet=quiet, log_json=log_json):
        network = run(output, doc_ids)
    done(network, output, [], quiet=quiet, log_json=log_json)


@stored.command()
def check(output: Annotated[Path, OUTPUT]) -> None:
    """Read all of a store and tell whether it is whole."""
    from graphbuild.update import check as run

    found = run(output)
    print(f"{found.documents:,} articles in {found.parts:,} parts, {len(found.broken):,} broken")
    for path, reason in found.broken:
        tell(f"Broken: {path}: {reason}")
    if found.broken:
        tell("store clean takes broken parts away; the next build reads their articles anew")
        raise typer.Exit(1)


@stored.command()
def clean(output: Annotated[Path, OUTPUT]) -> None:
    """Take out of a store what the build does not need, and put small parts together."""
    from graphbuild.update import clean as run

    gone = run(output)
    print(f"{gone.documents:,} articles and {gone.files:,} files taken out, {gone.size:,} bytes less")
