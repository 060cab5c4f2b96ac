"""How much memory a build takes: ``python -m benchmarks.memory [--articles 1000] [--model NAME]``.

Builds everything, files included, in this one process and prints its peak (resident set size).
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.articles import articles
from graphbuild.build import build


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000, help="how many articles")
    parser.add_argument("--model", default="", help="name or folder of a pipeline")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "articles.jsonl")
        words = 0
        with source.open("w", encoding="utf-8") as out:
            for d in articles(options.articles):
                words += len(d.text.split())
                out.write(json.dumps({"id": d.doc_id, "date": d.date, "text": d.text}) + "\n")
        before = _peak()
        began = time.perf_counter()
        net = build(source, output=Path(folder, "output"), model=options.model)
        seconds = time.perf_counter() - began
        page = Path(folder, "output", "graph.html").stat().st_size / 1e6
    print(f"articles             {options.articles:,} ({words:,} words)")
    print(f"found                {net!r}")
    print(f"seconds              {seconds:.1f} ({words / seconds:,.0f} words/s)")
    print(f"page                 {page:.1f} MB")
    print(f"peak memory          {_peak():,.0f} MB (before the build {before:,.0f} MB)")


def _peak() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
