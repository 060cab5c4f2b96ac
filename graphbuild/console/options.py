"""What the commands share: options, and how they tell what was found and what was left out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from graphbuild.vocabulary import MANIFEST

if TYPE_CHECKING:
    from graphbuild.network import Network
    from graphbuild.records import Skip

__all__ = [
    "COLUMNS",
    "ENCODING",
    "ENGINE",
    "EPILOG",
    "JSON",
    "MASTER",
    "OUTPUT",
    "QUIET",
    "WORKERS",
    "done",
    "pairs",
    "tell",
]

_LISTED = 20
EPILOG = (
    "Exit codes: 0 all is well; 1 nothing was made, or what is printed has nowhere to go; "
    "2 the command was not understood; 3 made, but some inputs were left out."
)


COLUMNS = typer.Option(
    help="What a column of tables is called, such as text=body; repeat it for more. Of several for one "
    "(text=body, text=lead) each row gives the first that it fills."
)
ENCODING = typer.Option(help="Encoding of text files, such as cp1252; detected if left out.")
WORKERS = typer.Option(
    min=0, help="Processes that read articles; 0: this one. As many as cores and work if left out."
)
ENGINE = typer.Option(
    help="Where articles are read: on this machine, or on a Spark cluster (graphbuild[spark])."
)
MASTER = typer.Option(
    metavar="URL",
    help="The cluster for --engine spark, such as spark://host:7077; that of spark-submit, else the cores of "
    "this machine, if left out.",
)
QUIET = typer.Option("--quiet", help="Print nothing but errors.")
JSON = typer.Option("--log-json", help="Tell how far it is as JSON on standard error, an object a line.")
OUTPUT = typer.Argument(help="The output folder of an earlier build.")


def tell(line: str) -> None:
    from graphbuild.report.plain import plain

    print(plain(line), file=sys.stderr)


def done(
    network: Network, output: Path, skips: Sequence[Skip], *, quiet: bool = False, log_json: bool = False
) -> None:
    """Tell what was left out, unless the log has it, and what was found."""
    from rich.console import Console

    from graphbuild.summary import summary

    failed = [left_out for left_out in skips if not left_out.passed]
    if not quiet and not log_json:
        for left_out in failed[:_LISTED]:
            tell(f"Left out: {left_out.path}: {left_out.reason}")
        if len(failed) > _LISTED:
            tell(f"Left out: {len(failed) - _LISTED:,} more; {MANIFEST} lists all")
    if not quiet:
        others = [left_out.path for left_out in skips if left_out.passed]
        Console(highlight=False, soft_wrap=True).print(summary(network, output, others=others), end="")
    if failed:
        raise typer.Exit(3)


def pairs(given: list[str]) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for pair in given:
        name, _, column = pair.partition("=")
        if not name or not column:
            raise typer.BadParameter(
                f"'{name or pair}' should be NAME=COLUMN, such as text=body", param_hint="--columns"
            )
        pairs.setdefault(name, []).append(column)
    return pairs
