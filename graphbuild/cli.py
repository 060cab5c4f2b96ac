"""The command line: parse, one call, print.

Exit codes: 0 all is well, 1 nothing was made, or made and not told, since standard output is full (the last
line on standard error says why), 2 the command was not understood, 3 the output was made but some inputs were
left out (each is listed on standard error).
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.console.options import (
    COLUMNS,
    ENCODING,
    ENGINE,
    EPILOG,
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
from graphbuild.console.streams import streams, working_folder
from graphbuild.engines.threads import ONE_THREAD
from graphbuild.errors import GraphbuildError
from graphbuild.exports import FORMATS as EXPORTED
from graphbuild.exports import chosen
from graphbuild.findings import commands
from graphbuild.network import STANDS_OUT, WEIGHTS
from graphbuild.read.formats import FORMATS as READ
from graphbuild.update.commands import add, remove, stored
from graphbuild.version import __version__
from graphbuild.vocabulary import KINDS, RULES, Engine, Status

if TYPE_CHECKING:
    from graphbuild.records import Skip

__all__ = ["app", "main"]

_Top = Annotated[
    int | None,
    typer.Option(min=1, help="Let only so many actors into graph files and page: the most linked."),
]
_Backbone = Annotated[
    float | None,
    typer.Option(
        min=1e-9,
        max=1,
        metavar="ALPHA",
        help="Let only links in that are too strong for one of their actors to be chance at this level, such "
        "as 0.05 (disparity filter).",
    ),
]
_MinWeight = Annotated[int, typer.Option(min=1, help="Let only edges in that rest on so many sentences.")]
_MaxQ = Annotated[
    float,
    typer.Option(
        min=0,
        max=1,
        help="Let co-occurrence into graph files only where chance hardly brings it about (q value below "
        "this); 1: always.",
    ),
]
_Positions = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="GEXF or GraphML file that Gephi saved of an earlier graph: actors stand as they stand there.",
    ),
]
_MinStories = Annotated[
    int | None,
    typer.Option(
        min=1,
        help="Let co-occurrence in only where so many stories (articles that are no copies of each other) "
        "have it. If left out 2, and 1 where there are fewer than 20.",
    ),
]
app = typer.Typer(
    help="News text in, a graph of who does what to whom out, with the sentence behind every edge.",
    epilog=EPILOG,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; an error made for people is told on standard error, with exit code 1."""
    for name, threads in ONE_THREAD.items():
        os.environ.setdefault(name, threads)  # before the libraries that read it are loaded
    out = streams()
    logging.basicConfig(level=logging.ERROR, format="Note: %(message)s")
    logging.getLogger("graphbuild").setLevel(logging.WARNING)
    if not working_folder():
        tell("Error: the folder in which this was started is gone: change to one that is there")
        sys.exit(1)
    try:
        app()
    except GraphbuildError as exc:
        for line in "\n".join([f"Error: {exc}", *getattr(exc, "__notes__", ())]).splitlines():
            tell(line)
        sys.exit(1)
    finally:
        out.flush()
        if out.problem:
            tell(f"Error: standard output cannot be written to ({out.problem.strerror})")
            sys.exit(1)


def _rules(wanted: bool) -> None:
    if wanted:
        width = max(map(len, RULES), default=0)
        for name, sentence in RULES.items():
            print(f"{name:{width}}  {sentence}")
        raise typer.Exit


def _version(wanted: bool) -> None:
    if wanted:
        print(f"graphbuild {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None: ...


@app.command(epilog=EPILOG)
def build(
    paths: Annotated[
        list[str],
        typer.Argument(help=f"Files ({' '.join(READ)}), folders of them, or - for standard input."),
    ],
    output: Annotated[Path, typer.Option(help="Folder for the tables, the graph files and the page.")] = Path(
        "output"
    ),
    model: Annotated[
        str,
        typer.Option(help="Name or folder of a spaCy pipeline for English; the bundled one if left out."),
    ] = "",
    window: Annotated[
        int,
        typer.Option(
            min=0, help="How many sentences apart two actors may be to co-occur; 0: the same sentence."
        ),
    ] = 0,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            help="Count only relations of this status into edges; repeat it for more. All if left out."
        ),
    ] = None,
    columns: Annotated[list[str] | None, COLUMNS] = None,
    encoding: Annotated[str | None, ENCODING] = None,
    day_first: Annotated[
        bool | None,
        typer.Option(
            "--day-first/--month-first",
            help="What 05/03/2024 is: 5 March or May 3. If left out, other dates of its column say it, or "
            "it is no date.",
        ),
    ] = None,
    title: Annotated[
        str, typer.Option(help="Heading of the page; if left out, the title of a lone article.")
    ] = "",
    language: Annotated[
        str,
        typer.Option(help="Of the page's own texts: en or fr; what comes from the articles stays as it is."),
    ] = "en",
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Keep the texts of the articles out of the page.")
    ] = False,
    embed: Annotated[
        bool,
        typer.Option(
            "--embed", help="Make the page to stand in another: drawing and cards, no bar or filters."
        ),
    ] = False,
    corrections: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="CSV file (action, subject, object) of what you set right: actors, mentions, relations; "
            "repeat it for more.",
        ),
    ] = None,
    lexicon: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="CSV file of your own verbs and event nouns (verb, object, preposition, relation, polarity, "
            "effect).",
        ),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=1,
            help="State only relations that are at least so sure (0 to 1); 0 states all that was weighed. "
            "If left out, rules need little and what no rule saw 0.4; with 0.65 four of five acts are right.",
        ),
    ] = None,
    top: _Top = None,
    backbone: _Backbone = None,
    min_weight: _MinWeight = 1,
    max_q: _MaxQ = STANDS_OUT,
    min_stories: _MinStories = None,
    positions: _Positions = None,
    store: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where what is found in each article is kept, so that a later build reads only what is new; "
            "store in the output folder if left out.",
        ),
    ] = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep nothing for later builds.")] = False,
    workers: Annotated[int | None, WORKERS] = None,
    engine: Annotated[Engine, ENGINE] = Engine.local,
    master: Annotated[str, MASTER] = "",
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.001,
            help="Seconds that one article may take before it is given up; a minute, and more for long ones, "
            "if left out.",
        ),
    ] = None,
    max_characters: Annotated[
        int | None, typer.Option(min=1, help="Leave out articles that are longer.")
    ] = None,
    quiet: Annotated[bool, QUIET] = False,
    log_json: Annotated[bool, JSON] = False,
) -> None:
    """Read articles and relate the actors in them."""
    from graphbuild.build import build as run

    if store and no_store:
        raise typer.BadParameter("--store and --no-store exclude each other", param_hint="--no-store")
    skips: list[Skip] = []
    with progress(skips, quiet=quiet, log_json=log_json):
        network = run(
            paths,
            output=output,
            model=model,
            window=window,
            statuses=[s.value for s in status or Status],
            columns=pairs(columns or []),
            encoding=encoding,
            day_first=day_first,
            title=title,
            language=language,
            texts=not no_text,
            embed=embed,
            corrections=corrections or (),
            lexicon=lexicon,
            min_confidence=min_confidence,
            top=top,
            backbone=backbone,
            min_weight=min_weight,
            max_q=max_q,
            min_stories=min_stories,
            positions=positions,
            store=store or not no_store,
            workers=workers,
            engine=engine,
            master=master,
            timeout=timeout,
            max_characters=max_characters,
            on_skip=skips.append,
        )
    done(network, output, skips, quiet=quiet, log_json=log_json)


@app.command(epilog=EPILOG)
def export(
    folder: Annotated[Path, OUTPUT],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Files or folders to write; the ending says how: "
            + "; ".join(f"{ending} {form.what}" for ending, form in EXPORTED.items())
            + ".",
        ),
    ],
    format: Annotated[
        str, typer.Option(help="The format, whatever a file ends in: an ending from above without its dot.")
    ] = "",
    top: _Top = None,
    backbone: _Backbone = None,
    min_weight: _MinWeight = 1,
    max_q: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="If left out, as for build in GraphML and GEXF, else 1."),
    ] = None,
    min_stories: Annotated[
        int | None, typer.Option(min=1, help="If left out, as for build in GraphML and GEXF, else 1.")
    ] = None,
    positions: _Positions = None,
    kind: commands.Kind = None,
    min_confidence: commands.Least = 0.0,
    since: commands.Since = "",
    until: commands.Until = "",
    weight: commands.Weight = WEIGHTS[0],
) -> None:
    """Write the graph of an earlier build, or some of it, in other formats."""
    from rich.console import Console

    from graphbuild.network import export as run
    from graphbuild.network import load, narrowed, placed
    from graphbuild.report.plain import plain

    for file in files:
        chosen(file, format)
    console = Console(stderr=True)
    network = load(folder)
    network = placed(network, positions) if positions else network
    some = {"min_confidence": min_confidence, "since": since, "until": until, "weight": weight}
    network = narrowed(network, kinds=kind or KINDS, **some)  # type: ignore[arg-type]
    for file in files:
        with console.status(f"Writing {plain(str(file))}") if console.is_terminal else nullcontext():
            chances = {"max_q": max_q, "min_stories": min_stories}
            chosen_by = {"top": top, "backbone": backbone, "min_weight": min_weight, **chances}
            run(network, file, format=format, **chosen_by)  # type: ignore[arg-type]


@app.command(epilog=EPILOG)
def explain(
    text: Annotated[str, typer.Argument(help="A sentence in quotes, or a file or folder as for build.")],
    model: Annotated[str, typer.Option(help="As for build.")] = "",
    lexicon: Annotated[Path | None, typer.Option(metavar="FILE", help="As for build.")] = None,
    min_confidence: Annotated[float | None, typer.Option(min=0, max=1, help="As for build.")] = None,
    rules: Annotated[
        bool,
        typer.Option(
            "--rules", callback=_rules, is_eager=True, help="List every rule with what it reads, and leave."
        ),
    ] = False,
) -> None:
    """Tell for every sentence what was found by which rule, and what was rejected and why."""
    from rich.console import Console

    from graphbuild.explain import explain as run

    Console(highlight=False, soft_wrap=True).print(
        run(text, model=model, lexicon=lexicon, min_confidence=min_confidence), end=""
    )


for command in (
    add,
    remove,
    commands.show,
    commands.analyze,
    commands.diff,
    commands.report,
    commands.review,
    commands.mcp,
):
    app.command(epilog=EPILOG)(command)
app.add_typer(stored, name="store")
