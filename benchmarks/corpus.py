"""What comes after extraction costs: ``python -m benchmarks.corpus FOUND [--articles 10000 50000]``.

FOUND is a file of articles (as `build` takes them), whose extractions are kept beside it in ``FOUND.pickle``
and used again; they are repeated under other names (`benchmarks.extractions`) and put into a store until
there are enough. A build by the command line then has nothing to extract: its seconds, of the clock and of
the processors, its most memory and its files are printed for each number of articles, and how these grow.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks.extractions import extractions
from graphbuild.engines.task import Task, recipe
from graphbuild.extract import extract
from graphbuild.extract.models.loading import load
from graphbuild.read import read
from graphbuild.records import Extraction
from graphbuild.store import Store
from graphbuild.store.codec import encode
from graphbuild.store.recipe import key

_AT_ONCE = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", help="articles to repeat")
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000], help="how many articles")
    options = parser.parse_args()
    base = _found(Path(options.found))
    first = 0.0
    for number in options.articles:
        with tempfile.TemporaryDirectory() as folder:
            words = _kept(number, base, Path(folder))
            wall, processors, peak = _built(Path(folder))
            files = {path.name: path.stat().st_size / 1e6 for path in Path(folder, "output").glob("*.*")}
        first = first or peak
        print(f"{number:,} articles out of {len(base):,}, {words:,} words")
        print(f"  seconds            {wall:,.1f}, of the processors {processors:,.1f}")
        print(f"  most memory        {peak:,.0f} MB ({peak / first:.2f} times the first)")
        print(
            f"  files              {sum(files.values()):,.0f} MB, the page {files['graph.html']:.0f}",
            flush=True,
        )


def _kept(number: int, base: list[Extraction], folder: Path) -> int:
    """Put articles into a file and what is found in them into a store; how many words they have."""
    source, words = folder / "articles.jsonl", 0
    with source.open("w", encoding="utf-8") as out:
        for one in extractions(number, base):
            document = one.document
            words += len(document.text.split())
            fields = {"id": document.doc_id, "date": document.date, "title": document.title}
            out.write(json.dumps({**fields, "text": document.text}) + "\n")
    store, rows = Store(folder / "store", recipe(Task())), []
    for document, one in zip(read([source]), extractions(number, base), strict=True):
        if (document.doc_id, document.text) != (one.document.doc_id, one.document.text):
            raise SystemExit(f"{document.doc_id} is not read as it was written")
        rows.append((key(document), replace(one, document=document)))
        if len(rows) >= _AT_ONCE:
            store.put(encode(rows))
            rows = []
    if rows:
        store.put(encode(rows))
    store.flush()
    return words


def _built(folder: Path) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of the processors and the most memory in MB of a build."""
    command = [sys.executable, "-m", "graphbuild", "build", str(folder / "articles.jsonl")]
    command += ["--output", str(folder / "output"), "--store", str(folder / "store")]
    began = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(run.pid, 0)
    if status:
        raise SystemExit(f"the build ended with {os.waitstatus_to_exitcode(status)}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


def _found(source: Path) -> list[Extraction]:
    """What is found in the articles of a file, once."""
    kept = source.with_name(f"{source.name}.pickle")
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(extract(read([source]), load()))))
    found: list[Extraction] = pickle.loads(kept.read_bytes())
    return found


if __name__ == "__main__":
    main()
