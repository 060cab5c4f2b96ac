"""The commands of the command line that ask a network something; `graphbuild.cli` has them all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graphbuild.findings.report import SURE
from graphbuild.network import WEIGHTS
from graphbuild.vocabulary import ANALYSES, KINDS, REPORT

__all__ = ["Kind", "Least", "Since", "Until", "Weight", "analyze", "diff", "mcp", "report", "review", "show"]

_OUTPUT = typer.Argument(help="The output folder of an earlier build.")


def _known(kinds: list[str] | None) -> list[str] | None:
    if wrong := set(kinds or ()) - set(KINDS):
        raise typer.BadParameter(f"{min(wrong)!r} is none of {', '.join(KINDS)}")
    return kinds


Kind = Annotated[
    list[str] | None, typer.Option(callback=_known, help=f"Count only this kind ({', '.join(KINDS)}).")
]
Least = Annotated[float, typer.Option(min=0, max=1, help="Count only what is as sure.")]
Since = Annotated[str, typer.Option(help="Count only what is dated this day, month, year or later.")]
Until = Annotated[str, typer.Option(help="Count only what is dated this day, month, year or before.")]
Weight = Annotated[
    str,
    typer.Option(help=f"What an edge weighs: {' or '.join(WEIGHTS)}, of which copies of one text are one."),
]


def show(
    folder: Annotated[Path, _OUTPUT],
    question: Annotated[
        str,
        typer.Argument(
            help="top: who is most central; actor NAME, ego NAME, speaker NAME: who one is, whom one has to "
            "do with, what one says; path A B, link A B: how two are joined, what is stated of both."
        ),
    ],
    names: Annotated[
        list[str] | None, typer.Argument(help="Names, aliases or ids of actors, as many as it takes.")
    ] = None,
    kind: Kind = None,
    min_confidence: Least = 0.0,
    since: Since = "",
    until: Until = "",
    limit: Annotated[int, typer.Option(min=1, help="Rows of each table.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Answer a question about an earlier build, with the sentences that the answer rests on."""
    from rich.console import Console

    from graphbuild.findings.questions import show as run
    from graphbuild.network import load
    from graphbuild.report.printing import as_json, as_text

    answer = run(
        load(folder), question, names or (), kinds=kind or KINDS, min_confidence=min_confidence, since=since,
        until=until, limit=limit,
    )  # fmt: skip
    if json:
        print(as_json(answer))
    else:
        Console(highlight=False, soft_wrap=True).print(as_text(answer), end="")


def analyze(
    folder: Annotated[Path, _OUTPUT],
    only: Annotated[
        list[str] | None,
        typer.Option(help=f"Make only this one ({', '.join(ANALYSES)}); repeat it for more."),
    ] = None,
    kind: Kind = None,
    min_confidence: Least = 0.0,
    since: Since = "",
    until: Until = "",
    weight: Weight = WEIGHTS[0],
) -> None:
    """Measure an earlier build: tables on structure, time, uncertainty, outlets, discourse."""
    from graphbuild.findings.analyses import write
    from graphbuild.network import load, narrowed

    some = narrowed(
        load(folder), kinds=kind or KINDS, min_confidence=min_confidence, since=since, until=until,
        weight=weight,
    )  # fmt: skip
    for path in write(some, folder, only or ()):
        print(path)


def diff(
    a: Annotated[Path, typer.Argument(help="The output folder of an earlier build.")],
    b: Annotated[
        Path | None, typer.Argument(help="Another one; left out, two parts of the first are compared.")
    ] = None,
    at: Annotated[
        str, typer.Option(metavar="DATE", help="Compare what was published before this date with the rest.")
    ] = "",
    outlet: Annotated[
        list[str] | None, typer.Option(help="Compare what this outlet tells with another one: give it twice.")
    ] = None,
    level: Annotated[
        float,
        typer.Option(min=0, max=1, help="How many of the changes may be none; 1 lists all that differs."),
    ] = 0.05,
    csv: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the whole table to this file.")
    ] = None,
) -> None:
    """Tell what changed between two builds, periods or outlets: actors and links, with sentences."""
    from rich.console import Console

    from graphbuild.findings.analyses import compare
    from graphbuild.report.printing import changes_text

    found = compare(a, b, at=at, outlets=outlet or (), level=level, csv=csv)
    Console(highlight=False, soft_wrap=True).print(changes_text(found), end="")


def report(
    folder: Annotated[Path, _OUTPUT],
    file: Annotated[
        Path | None, typer.Argument(help=f"File to write; {REPORT} in that folder if left out.")
    ] = None,
    title: Annotated[str, typer.Option(help="Heading; the name of the folder if left out.")] = "",
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Tell only what is as sure.")] = SURE,
) -> None:
    """Write a report to read, print and send: findings in plain words, every number with its sentences."""
    from graphbuild.findings.report import report as run
    from graphbuild.manifest.reading import left_out
    from graphbuild.network import load

    print(
        run(
            load(folder),
            file or folder / REPORT,
            title=title or folder.resolve().name,
            skipped=left_out(folder),
            min_confidence=min_confidence,
        )
    )


def review(
    folder: Annotated[Path, _OUTPUT],
    same: Annotated[
        tuple[str, str] | None,
        typer.Option(metavar="A B", help="Answer: the two are one actor, and B stays."),
    ] = None,
    different: Annotated[
        tuple[str, str] | None, typer.Option(metavar="A B", help="Answer: the two are not one actor.")
    ] = None,
    wrong: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RELATION_ID", help="Answer: the sentence does not say this; repeat it for more."
        ),
    ] = None,
    right: Annotated[
        list[str] | None,
        typer.Option(metavar="RELATION_ID", help="Answer: the sentence says this; repeat it for more."),
    ] = None,
    ask: Annotated[bool, typer.Option("--ask", help="Ask one after another, on a terminal.")] = False,
    corrections: Annotated[
        Path, typer.Option(metavar="FILE", help="Where answers go, for build --corrections.")
    ] = Path("corrections.csv"),
    limit: Annotated[int, typer.Option(min=1, help="Rows of each table, or questions of each kind.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """List actors that may be one and relations that may be wrong, by their effect, and keep the answers."""
    from rich.console import Console

    from graphbuild.findings import review as run
    from graphbuild.findings.amended import amended
    from graphbuild.network import load
    from graphbuild.read.corrections import corrections as rows_of
    from graphbuild.report.plain import plain
    from graphbuild.report.printing import as_json, as_text

    if ask and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise typer.BadParameter("there is no terminal to ask on; use --same, --different, --wrong, --right")
    known = rows_of(corrections) if corrections.exists() else ()
    network = load(folder)
    pairs = {name: [pair] if pair else [] for name, pair in (("same", same), ("different", different))}
    rows = run.answers(network, **pairs, wrong=wrong or (), right=right or ())
    if ask:
        answered = run.asked(network, _asked, corrections=known, limit=limit)
        for row in answered:  # each is kept at once
            amended(corrections, [row])
    elif rows:
        kept = amended(corrections, rows)
        print(f"{plain(str(corrections))}: {len(kept):,} rows; build --corrections applies them")
    else:
        found = run.review(network, corrections=known, limit=limit)
        if json:
            print(as_json(found))
        else:
            Console(highlight=False, soft_wrap=True).print(as_text(found), end="")


def _asked(question: str, letters: str) -> str:
    """Ask until one of the letters is typed."""
    from graphbuild.report.plain import plain

    for line in question.splitlines():
        print(plain(line))
    while (said := input(f"[{'/'.join(letters)}] ").strip().casefold()[:1]) not in letters or not said:
        print("y: yes, n: no, s: skip, q: quit")
    return said


def mcp(
    folder: Annotated[Path, _OUTPUT],
    title: Annotated[str, typer.Option(help="What the corpus is called; the folder if left out.")] = "",
) -> None:
    """Answer agents about an earlier build, over standard input and output (Model Context Protocol)."""
    from graphbuild.findings.server import server
    from graphbuild.network import load

    server(load(folder), title or folder.resolve().name).run()
