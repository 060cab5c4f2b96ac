"""What a build costs when nearly all was built before.

``python -m benchmarks.incremental [--articles 1000] [--share 0.01] [--texts FILE.jsonl] [--model NAME]``
builds articles, builds the same again, then with some changed, then with some added, each by the command line
in a process of its own, and compares seconds by the clock and of the processors with those of the first run.
The tables of the last are compared with those of one build of all without a store.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from benchmarks.articles import articles
from graphbuild.read import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000, help="how many articles")
    parser.add_argument("--share", type=float, default=0.01, help="of them changed, and added")
    parser.add_argument("--texts", default="", help="articles to take in place of made ones")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    parser.add_argument("--workers", default="", help="as for build")
    options = parser.parse_args()
    found = read([options.texts]) if options.texts else articles(options.articles)
    rows = [
        {"id": d.doc_id, "date": d.date, "title": d.title, "text": d.text}
        for d in islice(found, options.articles)
    ]
    some = max(1, round(len(rows) * options.share))
    rest = [f"--model={options.model}"] + ([f"--workers={options.workers}"] if options.workers else [])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base, added = rows[:-some], rows[-some:]
        changed = [{**row, "text": f"Kenya praised Chad. {row['text']}"} for row in base[:some]] + base[some:]
        _write(folder / "a.jsonl", base)
        _write(folder / "b.jsonl", added)

        def timed(*arguments: str) -> tuple[float, float]:
            began, spent = time.perf_counter(), _spent()
            command = [sys.executable, "-m", "graphbuild", *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return time.perf_counter() - began, _spent() - spent

        def tell(what: str, taken: tuple[float, float]) -> None:
            shares = (f"{100 * a / b:5.1f} %" for a, b in zip(taken, first, strict=True))
            print(f"{what:18} {taken[0]:7.1f} s {taken[1]:7.1f} s  {'  '.join(shares)}", flush=True)

        build = ("build", str(folder / "a.jsonl"), "--output", str(folder / "output"), *rest)
        first = timed(*build)
        print(f"articles           {len(base):,}, {some:,} changed and added")
        print(f"{'':18} {'by the clock':>9} {'processor':>9}, and of the first run")
        tell("first run", first)
        for what, act in (("nothing changed", build), ("some changed", build)):
            if what == "some changed":
                _write(folder / "a.jsonl", changed)
            tell(what, timed(*act))
        tell("some added", timed("add", str(folder / "output"), str(folder / "b.jsonl")))
        both = (str(folder / "a.jsonl"), str(folder / "b.jsonl"))
        timed("build", *both, "--output", str(folder / "whole"), "--no-store", *rest)
        same = all(
            file.read_bytes() == (folder / "output" / file.name).read_bytes()
            for file in sorted((folder / "whole").glob("*.parquet"))
        )
        print(f"as one build       {'yes' if same else 'NO'}")


def _spent() -> float:
    """Seconds of processor time of all processes that were started and have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
